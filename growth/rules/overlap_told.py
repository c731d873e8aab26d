"""What is compared for overlaps: entries with what they say, and two that have something in common."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.rules.overlap_naming import Known
from growth.rules.overlap_terms import Terms, terms
from growth.rules.radar import is_done, key
from growth.rules.select import falls_in
from growth.rules.stems import stems
from growth.text.fold import fold

Sort = Literal["reuse", "link", "project", "tag", "skill", "name", "words"]
# In the order in which they are told: what spares most work, then what is surest.
SORTS: tuple[Sort, ...] = ("reuse", "link", "project", "tag", "skill", "name", "words")
# What lies further apart was not done at one time; an offer for reuse stands for longer.
NEAR = datetime.timedelta(weeks=13)
# The tags that offer something for reuse.
OFFERS = ("reuse", "reusable")


class Told(msgspec.Struct, frozen=True):
    """One entry, whose it is and what it can have in common with another.

    `within` tells whether it is of the period; the others say what is rare, and who knows of whom.
    """

    person: str
    entry: Entry
    terms: Terms
    within: bool

    @property
    def offers(self) -> bool:
        """Whether it is offered for reuse."""
        return any(key(tag) in OFFERS for tag in self.entry.tags)

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
    shared: Mapping[str, Sequence[Entry]], known: Mapping[str, Known], today: Day, period: Period
) -> dict[str, Told]:
    """Return all that was done, by its reference; people who are named in it are nothing in common."""
    people = {word for one in known.values() for word in one.words}
    people |= {fold(name) for those in shared.values() for entry in those for name in entry.people}
    stemmed = frozenset(stems(" ".join(people)))
    found = {}
    for person, those in sorted(shared.items()):
        for entry in those:
            if is_done(entry, today):
                said = terms(entry.title, f"{entry.body}\n{entry.impact}")
                said = Terms(said.stems - stemmed, said.title - stemmed, said.names - people)
                one = Told(person, entry, said, falls_in(entry, period))
                found[one.ref] = one
    return found


def near(one: Told, other: Told) -> bool:
    """Tell whether two entries are of the period, and of one time."""
    return one.within and other.within and abs(one.entry.day - other.entry.day) <= NEAR


def code_of(*parts: str) -> str:
    """Return a short code of what was found, the same every time; nobody is named in it."""
    from hashlib import blake2b

    from growth.records.ids import ALPHABET

    number = int.from_bytes(blake2b("\n".join(parts).encode(), digest_size=5).digest(), "big")
    return "".join(ALPHABET[(number >> shift) % 32] for shift in range(0, 30, 5))
