"""A self-review as a template gets it."""

from collections.abc import Mapping

from growth.reports.standing import Page
from growth.reports.told import Strings
from growth.rules.day_words import counted
from growth.rules.self_review import IN_SHORT, SelfReview


def context(found: SelfReview, names: Mapping[str, str]) -> Strings:
    """Return what the template `self-review` may use, every text in it safe."""
    page = Page(found, names)
    records = sum(not one.ref.rpartition(":")[2].startswith("a") for one in found.cited)
    return page.common("self-review") | {
        "rests_on": counted(records, "record") if records else "",
        "givers": counted(found.givers, "person", "people") if found.givers else "",
        "strengths": page.called(found.strengths[:IN_SHORT]),
        "work_on": page.called(found.work_on[:IN_SHORT]),
        "unjudged": page.gathered(found.unjudged),
        "unshown": page.gathered(found.unshown),
        "own_word": page.gathered(found.own_word),
        "goals": [page.goal(one) for one in found.goals],
    }
