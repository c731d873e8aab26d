"""What of a calendar is new in a week, what is routine, and which 1:1s have no notes."""

import datetime

import pytest

from growth.records.appointment import Appointment, Guest
from growth.records.dates import Period
from growth.records.imported import Found
from growth.records.person import Person
from growth.records.session import Session
from growth.rules.appointments import Me
from growth.rules.week_meetings import Meetings, Unnoted, meetings

NOW = datetime.datetime(2026, 11, 24, 16, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
WEEK = Period(NOW.date() - 6 * DAY, NOW.date() + DAY)
ANA = Person(
    id="p1", name="Ana Silva", handles=("ana",), emails=("ana@example.org",), meets="1w", created=NOW
)
BO = Person(id="p2", name="Bo Park", handles=("bo",), emails=("bo@example.org",), created=NOW)


def held(summary: str, days_ago: float, *emails: str, minutes: int = 60, **more: object) -> Appointment:
    start = NOW - days_ago * DAY - datetime.timedelta(hours=3)
    guests = tuple(Guest(email) for email in ("me@example.org", *emails))
    end = start + datetime.timedelta(minutes=minutes)
    return Appointment(uid=summary, summary=summary, start=start, end=end, guests=guests, **more)  # type: ignore[arg-type]  # fields of an appointment


ME = Me(("me@example.org",))


def told(*appointments: Appointment, sessions: tuple[Session, ...] = (), mentored: str = "") -> Meetings:
    return meetings(
        appointments, everyone=[ANA, BO], sessions=sessions, me=ME, week=WEEK, now=NOW,
        mentored=frozenset([mentored] if mentored else []),
    )  # fmt: skip


def test_what_was_new_is_found_with_its_time_and_who_was_there() -> None:
    review = held("Design review: freshness", 1, "ana@example.org", "bo@example.org", minutes=90)
    result = told(review)
    (found,) = result.reading.found
    assert found == Found(
        line=1, day=datetime.date(2026, 11, 23), precision="day", kind="design", title=review.summary,
        spent=90, source=found.source,
    )  # fmt: skip
    assert found.source.startswith("calendar:") and found.source.endswith(":2026-11-23")
    assert result.named == {found.source: ("ana", "bo")}
    assert (result.unnoted, result.routine) == ((), 0)


def test_what_was_there_in_the_weeks_before_is_counted_only() -> None:
    standups = [held("Stand-up", days, "ana@example.org", "bo@example.org") for days in (0, 1, 4, 8)]
    assert told(*standups) == Meetings(routine=3)


def test_several_of_one_name_are_one() -> None:
    (found,) = told(held("Workshop", 3, minutes=240), held("Workshop", 2, minutes=240)).reading.found
    assert (found.day, found.spent, found.kind) == (datetime.date(2026, 11, 22), 480, "learning")


@pytest.mark.parametrize(
    "left_out",
    [
        held("Talk", 1, status="cancelled"),
        held("Talk", 1, all_day=True),
        held("Talk", -1),
        held("Talk", 0, minutes=500),
        held("Talk", 9),
        held("", 1),
        held("Talk", 1, private=True),
    ],
)
def test_what_did_not_take_place_in_it_is_left_out(left_out: Appointment) -> None:
    assert told(left_out).reading.found == ()


def test_a_meeting_with_one_person_is_missed_where_it_has_no_notes() -> None:
    one = held("Ana / me", 1, "ana@example.org")
    assert told(one).unnoted == (Unnoted("ana", datetime.date(2026, 11, 23)),)
    noted = Session(person="ana", day=datetime.date(2026, 11, 24), created=NOW)
    assert told(one, sessions=(noted,)) == Meetings()
    before = Session(person="ana", day=datetime.date(2026, 11, 16), created=NOW)
    assert len(told(one, sessions=(before,)).unnoted) == 1
    assert told(held("Ana / me", 1, "ana@example.org", private=True)) == Meetings()


def test_with_whom_i_have_no_meetings_of_our_own_it_is_work() -> None:
    one = held("Pairing on the harness", 1, "bo@example.org")
    assert told(one).named == {told(one).reading.found[0].source: ("bo",)}
    assert told(one, mentored="bo").unnoted == (Unnoted("bo", datetime.date(2026, 11, 23), "mentoring"),)


def test_of_a_large_round_nobody_is_named() -> None:
    crowd = [
        Person(id=f"p{n}", name=f"P {n}", handles=(f"p{n}",), emails=(f"p{n}@example.org",), created=NOW)
        for n in range(5)
    ]
    one = held("All hands", 1, *(person.emails[0] for person in crowd))
    result = meetings(
        [one],
        everyone=crowd,
        sessions=(),
        mentored=frozenset(),
        me=Me(("me@example.org",)),
        week=WEEK,
        now=NOW,
    )
    assert list(result.named.values()) == [()]


def test_a_length_that_no_meeting_has_is_not_counted() -> None:
    (found,) = told(held("Conference", 2, minutes=24 * 60)).reading.found
    assert found.spent is None
