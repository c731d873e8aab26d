"""What somebody handed me, as a draft for the next talk with them is given it: told by my names."""

from collections.abc import Callable, Collection, Iterable, Iterator

from msgspec.structs import replace

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.person import Person
from growth.rules import consent
from growth.rules.audience import Audience
from growth.rules.handed_promises import handed
from growth.rules.persons import handles
from growth.rules.pieces import Given
from growth.rules.select import falls_in
from growth.rules.shared_material import Lent
from growth.text.fold import fold, folded

_INPUTS = {Entry: "entries", Action: "actions", Answer: "answers", Goal: "goals"}


def records(lent: Lent, person: Person, own: Iterable[Action], today: Day) -> tuple[Given, ...]:
    """Return what somebody handed me of their own, each id with their handle before it.

    A promise between us that is among my `own` is mine to keep.
    """
    actions = (one for one in lent.records if isinstance(one, Action))
    promised = [one.action for one in handed(actions, person.handles, lent.me, own, today)]
    return (*(replace(one, id=f"{lent.owner}:{one.id}") for one in _whole(lent)), *promised)


def _whole(lent: Lent) -> Iterator[Entry | Goal | Answer]:
    yield from (one for one in lent.records if isinstance(one, Entry | Goal))
    yield from consent.standing(one for one in lent.records if isinstance(one, Answer))


def given(
    records: Iterable[Given], inputs: Collection[str], whom: Audience, period: Period, person: Person
) -> tuple[Given, ...]:
    """Return what of it is of a period, and for a reader to whom it was known before: me, and its owner."""
    if whom.kind != "me" and not whom.handles & handles(person):
        return ()
    return tuple(one for one in records if _INPUTS.get(type(one)) in inputs and _is_of(one, period))


def _is_of(one: Given, period: Period) -> bool:
    if isinstance(one, Entry):
        return falls_in(one, period)
    if isinstance(one, Action):
        return one.closed in period if one.closed else one.state == "open"
    if isinstance(one, Goal):
        return one.closed is None or one.closed in period
    return one.day is not None and one.day in period


def namer(lent: Lent, person: Person, me: str) -> Callable[[str], str]:
    """Return what says who a handle of theirs is: one of us two, else what they call somebody."""

    def name(handle: str) -> str:
        if fold(handle) == "me" or folded(handle) & handles(person):
            return person.name
        return me if folded(handle) & lent.me else handle.removeprefix("@")

    return name
