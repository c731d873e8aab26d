"""The practice register as a document."""

from growth.rules.lineage import Lineage
from growth.text.markdown import literal


def of_one(name: str, found: Lineage) -> str:
    """Return the document that shows what one model comes from."""
    circles = "".join(f"\n- in a circle: {literal(' ← '.join(circle))}" for circle in found.circles)
    return f"# Lineage of {literal(name)}\n\n```chart lineage\n```\n{circles}"
