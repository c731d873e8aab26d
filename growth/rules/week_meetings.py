"""What the calendar tells of a week: what was new in it, and 1:1s of which there are no notes."""

import datetime
import re
from collections.abc import Iterable, Sequence

import msgspec

from growth.records.appointment import Appointment
from growth.records.dates import Day, Instant, Period
from growth.records.entry import EntryKind
from growth.records.imported import Found, Reading
from growth.records.person import Person
from growth.records.session import Session, SessionKind
from growth.rules.appointments import Me, partner, takes_place
from growth.rules.calendar_keys import OF_WEEK, bare, of_week
from growth.rules.persons import means
from growth.text.fold import fold

FORMAT = OF_WEEK
# What took place in one of so many days before is routine, and asks for no answer.
BEFORE = datetime.timedelta(days=28)
# Of a larger round an entry names nobody.
MOST_NAMED = 4
LONGEST = datetime.timedelta(hours=12)
_KINDS: tuple[tuple[str, EntryKind], ...] = (
    (r"post-?mortem|incident", "incident"),
    (r"design|architecture", "design"),
    (r"review", "review"),
    (r"talk|demo|presentation", "talk"),
    (r"workshop|course|training", "learning"),
)


class Unnoted(msgspec.Struct, frozen=True):
    """A meeting with one person that has no notes."""

    person: str
    day: Day
    kind: SessionKind = "1on1"


class Meetings(msgspec.Struct, frozen=True, kw_only=True):
    """What a calendar holds of a week; `named` says by source who an entry would be with."""

    reading: Reading = Reading(format=FORMAT)
    named: dict[str, tuple[str, ...]] = {}
    unnoted: tuple[Unnoted, ...] = ()
    routine: int = 0


def meetings(
    appointments: Iterable[Appointment],
    *,
    everyone: Sequence[Person],
    sessions: Sequence[Session],
    mentored: frozenset[str],
    me: Me,
    week: Period,
    now: Instant,
) -> Meetings:
    """Part what took place in a week; `mentored` holds the handles with whom there is a mentorship.

    What is marked as private in the calendar is left out.
    """
    past = [one for one in appointments if takes_place(one, me) and one.end <= now and not one.private]
    routine = {fold(one.summary) for one in past if week.start and one.day < week.start}
    unnoted: dict[Unnoted, None] = {}
    groups: dict[str, list[Appointment]] = {}
    often = 0
    for one in (one for one in past if one.day in week):
        person = partner(one, everyone, me)
        kind = _kind_of_session(person, sessions, mentored) if person else None
        if person and kind:
            if not _noted(person, one.day, sessions):
                unnoted[Unnoted(person.handle, one.day, kind)] = None
        elif fold(one.summary) in routine:
            often += 1
        elif one.summary:
            groups.setdefault(fold(one.summary), []).append(one)
    found = tuple(_found(number, group) for number, group in enumerate(groups.values(), start=1))
    named = {one.source: in_round(group, everyone) for one, group in zip(found, groups.values(), strict=True)}
    reading = Reading(format=FORMAT, found=found)
    return Meetings(reading=reading, named=named, unnoted=tuple(unnoted), routine=often)


def _kind_of_session(
    person: Person, sessions: Iterable[Session], mentored: frozenset[str]
) -> SessionKind | None:
    """Return what a meeting with that person alone is; None where we meet for the work itself."""
    if person.meets or any(one.kind == "1on1" and means(one.person, person) for one in sessions):
        return "1on1"
    return "mentoring" if any(means(handle, person) for handle in mentored) else None


def _noted(person: Person, day: Day, sessions: Iterable[Session]) -> bool:
    # Notes of the evening after are often dated a day late.
    return any(
        one.day is not None and abs((one.day - day).days) <= 1 and means(one.person, person)
        for one in sessions
        if not bare(one)
    )


def _found(number: int, group: Sequence[Appointment]) -> Found:
    """Return one entry for appointments of one name, on the day of the last."""
    first, last = group[0], group[-1]
    spent = sum((one.end - one.start for one in group), datetime.timedelta())
    kinds: list[EntryKind] = [kind for words, kind in _KINDS if re.search(words, fold(first.summary))]
    return Found(
        line=number,
        day=last.day,
        precision="day",
        kind=kinds[0] if kinds else "work",
        title=first.summary,
        spent=int(spent.total_seconds() // 60) or None if spent <= LONGEST * len(group) else None,
        source=of_week(first.uid, first.summary, last.day),
    )


def in_round(group: Iterable[Appointment], everyone: Sequence[Person]) -> tuple[str, ...]:
    """Return whom I know of a small round."""
    asked = {fold(guest.email) for one in group for guest in one.guests if not guest.room}
    known = [person.handle for person in everyone if any(fold(email) in asked for email in person.emails)]
    return tuple(known) if len(known) <= MOST_NAMED else ()
