"""Who mentors whom: mine, what others shared, and what I only know of as a coach."""

import datetime
from collections.abc import Sequence
from typing import Any

from growth.records.dates import EVER, Day, Period
from growth.records.entry import Entry
from growth.records.mentorship import Mentorship
from growth.records.person import Person
from growth.records.session import Session
from growth.rules.programme import Could, Ledger, Programme, programme

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
TODAY = NOW.date()
SINCE = Day(2026, 8, 4)
PEOPLE = [Person(name=name.title(), handles=(name,), created=NOW) for name in ("ana", "bo", "kim")]


def pair(number: int, person: str, role: Any, **fields: Any) -> Mentorship:
    return Mentorship(
        id=f"m26080{number}-7k3q", person=person, role=role, since=SINCE, created=NOW,
        **({"cadence": "2w"} | fields),
    )  # fmt: skip


def met(person: str, day: Day, mentorship: str = "") -> Session:
    return Session(kind="mentoring", person=person, day=day, mentorship=mentorship, created=NOW)


def found(*ledgers: Ledger, period: Period = EVER, people: Sequence[Person] = PEOPLE) -> Programme:
    return programme(ledgers, people, period, TODAY, str.lower)


def test_my_own_pairs_beside_their_cadence() -> None:
    mine = Ledger(
        owner="me",
        pairs=[pair(1, "kim", "mentor"), pair(2, "bo", "mentee", cadence="")],
        sessions=[
            met("Kim", Day(2026, 11, 3)),
            met("kim", Day(2026, 9, 1), "m260801-7k3q"),
            met("bo", TODAY),
        ],
    )
    page = found(mine)
    assert [(one.mentor, one.mentee, one.held, one.due, one.overdue) for one in page.pairings] == [
        ("me", "kim", 2, 8, 7), ("bo", "me", 1, 0, 0),
    ]  # fmt: skip
    assert page.alone == ("ana", "bo")
    assert [one.person for one in page.free] == ["ana", "kim"]


def test_what_two_tell_of_one_pair_is_one_and_of_who_was_there() -> None:
    coach = Ledger(owner="me", pairs=[pair(1, "ana", "coach", mentees=("kim",))])
    theirs = Ledger(owner="ana", pairs=[pair(2, "Kim", "mentor")], sessions=[met("kim", Day(2026, 11, 10))])
    (one,) = found(coach, theirs).pairings
    assert (one.mentor, one.mentee, one.counted, one.held, one.coach) == ("ana", "kim", True, 1, "me")


def test_where_nobody_shared_the_sessions_none_is_counted_and_none_is_late() -> None:
    coach = Ledger(owner="me", pairs=[pair(1, "ana", "coach", mentees=("kim", "bo"))])
    theirs = Ledger(owner="bo", pairs=[pair(2, "kim", "mentor")])
    assert [(one.mentor, one.mentee, one.counted, one.overdue) for one in found(coach, theirs).pairings] == [
        ("ana", "bo", False, 0), ("ana", "kim", False, 0), ("bo", "kim", False, 0),
    ]  # fmt: skip


def test_in_their_records_i_am_who_they_call_me() -> None:
    theirs = Ledger(owner="ana", me="eva", pairs=[pair(1, "Eva", "mentee")])
    assert [(one.mentor, one.mentee) for one in found(theirs).pairings] == [("me", "ana")]


def test_who_could_is_told_with_what_speaks_for_it() -> None:
    theirs = Ledger(
        owner="bo",
        pairs=[pair(1, "kim", "mentor", until=Day(2026, 9, 1))],
        entries=[
            Entry(day=TODAY, title="x", skills=("Mentoring",), created=NOW),
            Entry(day=TODAY, title="y", tags=("evals",), created=NOW),
        ],
    )
    page = found(theirs)
    assert page.free == (Could("bo", 1, 1), Could("ana"), Could("kim"))
    assert page.alone == ("ana", "bo", "kim")
    assert [(one.mentor, one.mentee) for one in page.closed] == [("bo", "kim")]
    assert page.silent == ("ana", "kim")


def test_what_was_closed_before_a_period_is_no_part_of_it() -> None:
    mine = Ledger(owner="me", pairs=[pair(1, "kim", "mentor", until=Day(2026, 9, 1))])
    assert found(mine, period=Period(Day(2026, 10, 1))).closed == ()
    assert found(mine, period=Period(Day(2026, 8, 1))).closed != ()


def test_who_should_have_met_comes_first() -> None:
    mine = Ledger(
        owner="me",
        pairs=[pair(1, "ana", "mentor"), pair(2, "kim", "mentor"), pair(3, "bo", "mentor")],
        sessions=[met("ana", Day(2026, 11, 17)), met("kim", Day(2026, 10, 6)), met("bo", Day(2026, 11, 17))],
    )
    assert [one.mentee for one in found(mine).pairings] == ["kim", "ana", "bo"]


def test_an_empty_store_has_an_empty_page() -> None:
    page = found(people=[])
    assert (page.pairings, page.free, page.alone, page.start) == ((), (), (), TODAY)
