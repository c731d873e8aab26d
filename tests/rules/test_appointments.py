"""Whom an appointment is with, and which is next."""

import datetime

import msgspec
import pytest

from growth.records.appointment import Appointment, Guest
from growth.records.person import Person
from growth.rules.appointments import Me, next_one, partner, takes_place

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
ME = Me(("me@example.org",), ("Kim Roe", "kim"))


def person(handle: str, name: str, *emails: str) -> Person:
    return Person(name=name, handles=(handle,), emails=emails, created=NOW)


ANA = person("ana", "Ana Silva", "ana@example.org", "silva@example.com")
BO = person("bo", "Bo Park", "bo@example.org")
MAY = person("may", "May-Britt O'Neill")
EVERYONE = [ANA, BO, MAY]


def meeting(summary: str = "", *guests: Guest, organiser: Guest | None = None, at: int = 1) -> Appointment:
    start = NOW + HOUR * at
    return Appointment(
        uid=f"{at}", summary=summary, start=start, end=start + HOUR, guests=guests, organiser=organiser
    )


def g(email: str, name: str = "", answer: str = "", *, room: bool = False) -> Guest:
    return Guest(email, name, answer, room)


I_AM_THERE = g("me@example.org")


@pytest.mark.parametrize(
    ("appointment", "handle"),
    [
        (meeting("Weekly", g("ana@example.org"), I_AM_THERE), "ana"),
        (meeting("Weekly", g("Silva@Example.com"), I_AM_THERE), "ana"),
        (meeting("Weekly", I_AM_THERE, organiser=g("ana@example.org")), "ana"),
        (meeting("Weekly", I_AM_THERE, g("ana@example.org"), organiser=g("ana@example.org")), "ana"),
        (meeting("Weekly", I_AM_THERE, g("ana@example.org"), g("r@example.org", room=True)), "ana"),
        # By the name beside an address that is not known.
        (meeting("Weekly", I_AM_THERE, g("a.silva@example.net", "Ana Silva")), "ana"),
        # One address that nobody knows may be mine, unless mine is there.
        (meeting("Weekly", g("ana@example.org"), organiser=g("kim.roe@example.net")), "ana"),
        (meeting("Weekly", I_AM_THERE, g("ana@example.org"), g("who@example.org")), None),
        # A larger round is with nobody; who declined is not there.
        (meeting("Ana's demo", I_AM_THERE, g("ana@example.org"), g("bo@example.org")), None),
        (meeting("Demo", I_AM_THERE, g("ana@example.org"), g("bo@example.org", answer="declined")), "ana"),
        # By the summary, where no address says who it is.
        (meeting("1:1 Ana / Kim"), "ana"),
        (meeting("Kim <> Bo Park"), "bo"),
        (meeting("Ana's 1:1", I_AM_THERE, g("x1@example.net")), "ana"),
        (meeting("Catch up with @ana"), "ana"),
        (meeting("May-Britt O'Neill, career"), "may"),
        (meeting("we may talk, ana or not"), None),
        (meeting("Ana and Bo"), None),
        (meeting("Ana", I_AM_THERE, g("x1@example.net"), g("x2@example.net")), None),
        (meeting("Focus time"), None),
        (meeting(""), None),
    ],
)
def test_whom_it_is_with(appointment: Appointment, handle: str | None) -> None:
    found = partner(appointment, EVERYONE, ME)
    assert (found.handle if found else None) == handle


def test_two_people_of_one_first_name_are_told_apart_by_the_whole_name() -> None:
    other = person("ana2", "Ana Moss")
    assert partner(meeting("1:1 Ana Moss"), [ANA, other], ME) == other
    people = [person("as", "Ana Silva"), person("am", "Ana Moss")]
    assert partner(meeting("1:1 Ana"), people, ME) is None


def test_the_next_one_is_the_first_that_takes_place() -> None:
    after = meeting("Ana", at=4)
    declined = meeting("Bo", g("bo@example.org"), g("me@example.org", answer="declined"))
    off = [
        meeting("Bo", at=-1),
        declined,
        msgspec.structs.replace(meeting("Bo"), status="cancelled"),
        msgspec.structs.replace(meeting("Bo on holiday"), all_day=True),
        meeting("Stand-up", g("bo@example.org"), g("ana@example.org")),
    ]
    found = next_one([after, meeting("Bo", at=5), *off], EVERYONE, ME, NOW)
    assert found is not None
    assert (found.person, found.appointment) == (ANA, after)
    assert next_one(off, EVERYONE, ME, NOW) is None
    assert not any(takes_place(one, ME) for one in off[1:4])


def test_a_meeting_that_has_just_begun_is_still_the_next() -> None:
    both = [meeting("Ana", at=0), meeting("Bo")]
    for minutes, handle in ((0, "ana"), (10, "ana"), (11, "bo")):
        found = next_one(both, EVERYONE, ME, NOW + datetime.timedelta(minutes=minutes))
        assert found is not None
        assert found.person.handle == handle
