"""Overlaps in what others handed me: from the store to the finds, for the radar and for a thumb."""

from growth.app import App
from growth.commands.shared_entries import entries_by_owner
from growth.errors import Refused
from growth.records.dates import Period
from growth.records.thumb import Thumb
from growth.rules import overlap as rules
from growth.rules.findings import OVERLAP, silenced
from growth.rules.overlap import Overlaps
from growth.rules.overlap_naming import Known
from growth.rules.overlap_plans import Plan, plans
from growth.store.others import others


def overlaps(app: App, period: Period, rejected: frozenset[str]) -> Overlaps:
    """Return what people who handed me bundles have in common without naming each other."""
    people, those = app.people, others(app.store)
    if not those:
        raise Refused("nobody has shared anything yet", "open a bundle: growth bundle open FILE")
    shared = entries_by_owner(those)
    known = {one.owner: Known(one.name, (one.owner,)) for one in those}
    known |= {one.handle: Known(one.name, one.handles) for one in people.everyone}
    planned: dict[str, list[Plan]] = {}
    for one in those:
        planned.setdefault(one.owner, []).extend(plans(one.goals, one.actions))
    return rules.overlaps(shared, known, app.today, period, rejected, planned)


def rejected(app: App) -> frozenset[str]:
    """Return the codes of the finds with a thumb down."""
    return silenced(app.store.all(Thumb), OVERLAP)


def judged(app: App, code: str) -> str:
    """Return the code of a find that a thumb is on, or refuse; one of any time, with a thumb or without."""
    every = overlaps(app, Period(), frozenset())
    word = code.strip().lower()
    if not any(word in one.codes for one in every.found):
        raise Refused(f"there is no overlap {code!r}", "see: growth radar --overlap")
    return word
