"""Whom an appointment is with, and which of them is next."""

import datetime
import re
from collections.abc import Callable, Iterable, Sequence

import msgspec

from growth.records.appointment import Appointment, Guest
from growth.records.dates import Instant
from growth.records.person import Person
from growth.rules.persons import who
from growth.text.fold import fold

# Who comes a little late still wants the sheet of this meeting, and not of the one after it.
LATE = datetime.timedelta(minutes=10)
_WORD = re.compile(r"@?[\w.'’-]+")
_POSSESSIVE = re.compile(r"['’]s$")


class Me(msgspec.Struct, frozen=True):
    """How I am called in a calendar."""

    emails: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class Next(msgspec.Struct, frozen=True):
    """An appointment with one person I know."""

    person: Person
    appointment: Appointment


def next_one(
    appointments: Iterable[Appointment], everyone: Sequence[Person], me: Me, now: Instant
) -> Next | None:
    """Return the first appointment from now on, or just begun, that is with one person I know."""
    for one in sorted(appointments, key=lambda one: (one.start, one.uid)):
        if one.start >= now - LATE and takes_place(one, me):
            person = partner(one, everyone, me)
            if person is not None:
                return Next(person, one)
    return None


def takes_place(one: Appointment, me: Me) -> bool:
    """Tell whether an appointment has an hour, was not cancelled, and I did not decline it."""
    return not (one.all_day or called_off(one, me))


def called_off(one: Appointment, me: Me) -> bool:
    """Tell whether an appointment was cancelled, or I declined it."""
    declined = any(guest.answer == "declined" and is_mine(guest, me) for guest in one.guests)
    return one.status == "cancelled" or declined


def partner(one: Appointment, everyone: Sequence[Person], me: Me) -> Person | None:
    """Return whom an appointment is with, where that is one person I know; of a larger round, nobody.

    An address counts first, then the name beside it; where neither says who it is, the summary does.
    """
    asked = [*one.guests, *([one.organiser] if one.organiser else [])]
    others = _others(asked, me)
    # Without an address of mine among them, one of those I do not know may be me.
    spare = 0 if any(is_mine(guest, me) for guest in asked) else 1
    named = who(everyone, me.names)
    found = [_person(guest, everyone, named) for guest in others]
    known = {person.handle: person for person in found if person}
    strangers = len([person for person in found if person is None])
    if not known and strangers <= 1 + spare:
        handles = summary_names(one.summary, named)
        known = {person.handle: person for person in everyone if person.handle in handles}
        strangers = 0
    return next(iter(known.values())) if len(known) == 1 and strangers <= spare else None


def _others(asked: Iterable[Guest], me: Me) -> list[Guest]:
    """Return who comes besides me, each once; a room is nobody."""
    coming = {guest.email or guest.name: guest for guest in asked if not guest.room}
    return [guest for guest in coming.values() if not is_mine(guest, me) and guest.answer != "declined"]


def is_mine(guest: Guest, me: Me) -> bool:
    """Tell whether an address is mine."""
    return fold(guest.email) in {fold(email) for email in me.emails}


def _person(guest: Guest, everyone: Iterable[Person], named: Callable[[str], str | None]) -> Person | None:
    address = fold(guest.email)
    handle = named(guest.name) if guest.name else None
    by_name = None
    for person in everyone:
        if address and address in {fold(email) for email in person.emails}:
            return person
        if person.handle == handle:
            by_name = person
    return by_name


def summary_names(summary: str, named: Callable[[str], str | None]) -> frozenset[str]:
    """Return the handles of whom a summary names; one word in small letters is no name."""
    words = [_POSSESSIVE.sub("", word).strip(".-'’") for word in _WORD.findall(summary)]
    found: set[str] = set()
    place = 0
    while place < len(words):
        for length in range(min(4, len(words) - place), 0, -1):
            said = " ".join(words[place : place + length])
            handle = named(said) if length > 1 or not said[:1].islower() else None
            if handle:
                found.add(handle)
                place += length - 1
                break
        place += 1
    return frozenset(found - {"me"})
