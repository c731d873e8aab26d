"""How thanks, unseen work and learning are spread over the people who report to me.

It is told of what they shared, so that who shares little is not taken for one who does little.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.person import Person
from growth.rules.brag import is_told, unseen_name
from growth.rules.select import falls_in
from growth.rules.thanks import Thanks, last_thanked

# Whom I did not thank for so long is named, and so far back thanks are looked for.
THANKS = datetime.timedelta(weeks=6)
LOOK_BACK = datetime.timedelta(weeks=13)


class Unthanked(msgspec.Struct, frozen=True):
    """Somebody whom I did not thank lately, and the day on which I last did."""

    person: str
    last: Day | None = None


class Unseen(msgspec.Struct, frozen=True):
    """How much of what somebody shared is work that is rarely seen, and of what sort."""

    person: str
    unseen: int
    of: int
    sorts: dict[str, int]


class Learned(msgspec.Struct, frozen=True):
    """How much learning somebody shared: entries, and minutes where they were noted."""

    person: str
    entries: int
    minutes: int


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """What is told across all of them, of the days from `start` to before `end`.

    `notes_thanks` tells whether I note thanks at all; `silent` shared nothing, ever.
    """

    start: Day | None
    end: Day | None
    notes_thanks: bool = False
    unthanked: tuple[Unthanked, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    learned: tuple[Learned, ...] = ()
    silent: tuple[str, ...] = ()


def spread(
    people: Sequence[Person],
    thanked: Sequence[Thanks],
    shared: Mapping[str, Sequence[Entry]],
    today: Day,
    period: Period,
) -> Spread:
    """Return what is spread over people; `shared` are entries of theirs by handle."""
    told = {
        name: [one for one in those if is_told(one) and falls_in(one, period)]
        for name, those in shared.items()
    }
    known = [one.handle for one in people if one.handle in told]
    return Spread(
        start=period.start,
        end=period.end,
        notes_thanks=bool(thanked),
        # Of a period that is over, who has not been thanked since says nothing.
        unthanked=_unthanked(people, thanked, today) if thanked and today in period else (),
        unseen=_unseen(known, told),
        learned=tuple(_learned(name, told[name]) for name in known),
        silent=tuple(one.handle for one in people if one.handle not in told),
    )


def _unthanked(people: Iterable[Person], thanked: Sequence[Thanks], today: Day) -> tuple[Unthanked, ...]:
    found = []
    for person in people:
        last = last_thanked(person, thanked)
        if last is None or today - last > THANKS:
            found.append(Unthanked(person.handle, last))
    return tuple(sorted(found, key=lambda one: (one.last or Day.min, one.person)))


def _unseen(known: Iterable[str], told: Mapping[str, Sequence[Entry]]) -> tuple[Unseen, ...]:
    found = []
    for name in known:
        sorts = Counter(sort for one in told[name] if (sort := unseen_name(one)))
        if sorts:
            found.append(Unseen(name, sorts.total(), len(told[name]), dict(sorts)))
    return tuple(sorted(found, key=lambda one: (-one.unseen, one.person)))


def _learned(name: str, told: Sequence[Entry]) -> Learned:
    learning = [one for one in told if one.kind == "learning"]
    return Learned(name, len(learning), sum(one.spent or 0 for one in learning))
