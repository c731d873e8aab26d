"""The case for a level as a template gets it."""

from collections.abc import Mapping

from growth.reports.standing import LACKS, Page
from growth.reports.told import Strings
from growth.rules.promotion import Promotion


def _part(those: int, every: int) -> str:
    """Return how many of some in words that stand alone: `all 5`, `3 of these`."""
    if those == every:
        return "it" if every == 1 else f"all {every}"
    return f"{those or 'none'} of these"


def context(found: Promotion, names: Mapping[str, str]) -> Strings:
    """Return what the template `promotion` may use, every text in it safe."""
    page = Page(found, names)
    return page.common("promotion", met=True) | {
        "met": len(found.met),
        "taught": found.taught,
        "shown": _part(
            sum("none" not in page.rows[name][1].proof.flags for name in found.met), len(found.met)
        ),
        "by_others": _part(found.by_others, len(found.met)) if found.by_others else "",
        "short": [page.row(row, theme) for theme, row in (page.rows[name] for name in found.short)],
        "thin": [
            {"lacks": words, "themes": page.gathered(those)}
            for flag, words in LACKS.items()
            if (those := [name for name in found.thin if flag in page.rows[name][1].proof.flags])
        ],
        "unjudged": page.gathered(found.unjudged),
        "unjudged_total": len(found.unjudged),
    }
