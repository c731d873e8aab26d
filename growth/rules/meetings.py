"""Whom I meet: how often, how many were held, the last one and the next, and what it holds."""

from collections.abc import Iterable, Sequence

import msgspec

from growth.records.dates import Day
from growth.records.mentorship import Mentorship
from growth.records.person import Person
from growth.records.session import AgendaItem, Session, SessionKind
from growth.rules import agenda, cadence


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """One person I meet, as it stands today.

    `next` is None where nothing says how often, or when the first one is. `overdue` counts the days
    since a meeting without a weekday of its own was due. `held` of `of` took place `lately`, a time in
    words. `role` is mine, where there is more than one mentorship with them.
    """

    person: Person
    kind: SessionKind
    role: str = ""
    words: str = ""
    held: int = 0
    of: int = 0
    lately: str = ""
    last: Day | None = None
    next: Day | None = None
    time: str = ""
    overdue: int = 0
    topics: tuple[AgendaItem, ...] = ()


def meeting(
    sessions: Sequence[Session],
    person: Person,
    rhythm: str,
    today: Day,
    kind: SessionKind = "1on1",
    since: Day | None = None,
) -> Meeting:
    """Return how it stands with one person whom I meet in that `rhythm`, in words, `since` a day."""
    known = cadence.known(rhythm)
    days = [one.day for one in agenda.held(sessions, person, kind) if one.day and one.day <= today]
    last = days[0] if days else None
    found = Meeting(person=person, kind=kind, last=last, topics=agenda.open_items(sessions, person, kind))
    if known is None:
        return found
    start = cadence.lately(known, since, days, today)
    count, of = cadence.held(known, days, start, Day.max, today)
    return msgspec.structs.replace(
        found,
        words=known.words,
        held=count,
        of=of,
        lately=cadence.lately_words(known, start, today),
        next=cadence.next_meeting(known, last, today) if last or cadence.is_fixed(known) else None,
        time=known.time,
        overdue=0 if known.weekday is not None else cadence.overdue(known, last, today),
    )


def one_on_ones(sessions: Sequence[Session], people: Iterable[Person], today: Day) -> list[Meeting]:
    """Return everybody I have 1:1s with: who is met in a rhythm, was met once, or has an agenda."""
    found = (meeting(sessions, person, person.meets, today) for person in people)
    return sorted((one for one in found if one.words or one.last or one.topics), key=_order)


def mentoring(
    sessions: Sequence[Session], pairs: Iterable[tuple[Mentorship, Person]], today: Day
) -> list[Meeting]:
    """Return the mentorships that are not closed, each with its own sessions."""
    open_ = [(pair, person) for pair, person in pairs if pair.until is None]
    found = []
    for pair, person in open_:
        others = [one.id for one, other in open_ if other.handle == person.handle and one.id != pair.id]
        its = agenda.of_pair(sessions, pair.id, others)
        one = meeting(its, person, pair.cadence, today, "mentoring", pair.since)
        found.append(msgspec.structs.replace(one, role=pair.role if others else ""))
    return sorted(found, key=_order)


def _order(found: Meeting) -> tuple[Day, str, str]:
    return found.next or Day.max, found.time, found.person.handle
