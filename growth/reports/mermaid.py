"""A lineage in Mermaid, which hosts of Markdown draw."""

import re

from growth.rules.lineage import Lineage
from growth.text.clean import one_line

# A label stands between quotation marks; these would end it, or begin something of Mermaid or HTML.
_SPECIAL = re.compile(r"[^\w\s.,:+%@()/-]")


def graph(found: Lineage) -> str:
    """Return the fence with the graph; what comes first stands on top."""
    lines = ["```mermaid", "flowchart TD"]
    for number, box in enumerate(found.boxes):
        words = f"<br/>{_label(box.words)}" if box.words else ""
        lines.append(f'  n{number}["{_label(box.name)}{words}"]')
    for arrow in found.arrows:
        way = f'|"{_label(arrow.by)}"|' if arrow.by else ""
        lines.append(f"  n{arrow.of} -->{way} n{arrow.into}")
    lines += [
        f"  style n{number} stroke-dasharray: 4 3" for number, box in enumerate(found.boxes) if not box.id
    ]
    return "\n".join([*lines, "```"])


def _label(text: str) -> str:
    """Return a text as a label: what is special to Mermaid as the number of its character."""
    return _SPECIAL.sub(lambda found: f"#{ord(found[0])};", one_line(text))
