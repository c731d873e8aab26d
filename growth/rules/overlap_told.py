"""What is compared for overlaps: entries with what they say, and two that have something in common."""

import datetime
from collections.abc import Mapping, Sequence, Set
from typing import Literal

import msgspec

from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.rules.overlap_naming import Known
from growth.rules.overlap_plans import Plan
from growth.rules.overlap_terms import Terms, terms
from growth.rules.radar import is_done
from growth.rules.select import falls_in
from growth.rules.shown import offers
from growth.rules.stems import stems
from growth.text.fold import fold

Sort = Literal["reuse", "link", "project", "tag", "skill", "name", "words"]
# In the order in which they are told: what spares most work, then what is surest.
SORTS: tuple[Sort, ...] = ("reuse", "link", "project", "tag", "skill", "name", "words")
# What lies further apart was not done at one time; an offer for reuse stands for longer.
NEAR = datetime.timedelta(weeks=13)


class Told(msgspec.Struct, frozen=True):
    """One entry or plan, whose it is and what it can have in common with another.

    `within` tells whether it is of the period; the others say what is rare, and who knows of whom.
    `plan` is what somebody set out to do, `open` while it is not done.
    """

    person: str
    entry: Entry
    terms: Terms
    within: bool
    plan: bool = False
    open: bool = False

    @property
    def offers(self) -> bool:
        """Whether it is offered for reuse."""
        return not self.plan and offers(self.entry)

    @property
    def ref(self) -> str:
        return f"{self.person}:{self.entry.id}"


class Match(msgspec.Struct, frozen=True):
    """Two entries that have something in common; `about` are all that are about it."""

    a: Told
    b: Told
    sort: Sort
    shared: tuple[str, ...]
    about: tuple[Told, ...]
    code: str


def told(
    shared: Mapping[str, Sequence[Entry]],
    plans: Mapping[str, Sequence[Plan]],
    known: Mapping[str, Known],
    today: Day,
    period: Period,
) -> dict[str, Told]:
    """Return all that was done or planned, by its reference; who is named in it is nothing in common."""
    people = {word for one in known.values() for word in one.words}
    people |= {fold(name) for those in shared.values() for entry in those for name in entry.people}
    stemmed = frozenset(stems(" ".join(people)))
    found = {}
    for person, those in sorted(shared.items()):
        for entry in those:
            if is_done(entry, today):
                one = Told(person, entry, _terms(entry, stemmed, people), falls_in(entry, period))
                found[one.ref] = one
    for person, planned in sorted(plans.items()):
        for plan in planned:
            entry = plan.entry
            if entry.day <= today:
                # What is open goes on, whenever it was begun.
                within = entry.day < (period.end or Day.max) if plan.open else falls_in(entry, period)
                said = _terms(entry, stemmed, people)
                one = Told(person, entry, said, within, plan=True, open=plan.open)
                found[one.ref] = one
    return found


def _terms(entry: Entry, stemmed: frozenset[str], people: Set[str]) -> Terms:
    said = terms(entry.title, rest(entry))
    return Terms(said.stems - stemmed, said.title - stemmed, said.names - people)


def rest(entry: Entry) -> str:
    """Return what an entry says beside its title."""
    shown = f"\n{entry.shown.reuse}\n{entry.shown.problem}" if entry.shown else ""
    return f"{entry.body}\n{entry.impact}{shown}"


def near(one: Told, other: Told) -> bool:
    """Tell whether two entries are of the period, and of one time."""
    early, late = sorted((one, other), key=lambda each: each.entry.day)
    return one.within and other.within and (early.open or late.entry.day - early.entry.day <= NEAR)


def code_of(*parts: str) -> str:
    """Return a short code of what was found, the same every time; nobody is named in it."""
    from hashlib import blake2b

    from growth.records.ids import ALPHABET

    number = int.from_bytes(blake2b("\n".join(parts).encode(), digest_size=5).digest(), "big")
    return "".join(ALPHABET[(number >> shift) % 32] for shift in range(0, 30, 5))
