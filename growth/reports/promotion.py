"""The case for a level as a template gets it."""

from collections.abc import Mapping

from growth.reports.standing import LACKS, Page
from growth.reports.told import Strings
from growth.rules.promotion import Promotion


def context(found: Promotion, names: Mapping[str, str]) -> Strings:
    """Return what the template `promotion` may use, every text in it safe."""
    page = Page(found, names)

    return page.common("promotion", met=True) | {
        "met": len(found.met),
        "taught": found.taught,
        "shown_total": sum("none" not in page.rows[name][1].proof.flags for name in found.met),
        "by_others": found.by_others,
        "short": [page.row(row, theme) for theme, row in (page.rows[name] for name in found.short)],
        "thin": [
            {"lacks": words, "themes": page.gathered(those)}
            for flag, words in LACKS.items()
            if (those := [name for name in found.thin if flag in page.rows[name][1].proof.flags])
        ],
        "unjudged": page.gathered(found.unjudged),
        "unjudged_total": len(found.unjudged),
    }
