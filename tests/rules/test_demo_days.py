"""The invented year lands on the calendar the same way on any day."""

import datetime
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from growth.records.person import Person
from growth.records.session import Session
from growth.rules import demo_days

UTC = datetime.UTC
days = st.dates(datetime.date(2024, 1, 1), datetime.date(2040, 12, 31))
ROWS = [
    {"record": "person", "name": "Ana", "handles": ["ana"], "meets": "weekly tue 10:00"},
    {"record": "session", "key": "s-1", "person": "ana", "day": -7},
    {"record": "action", "text": "write the RFC", "day": -7, "due": 3, "moved": [-2], "origin": "key:s-1"},
    {"record": "session", "person": "ana", "agenda": [{"text": "on-call load", "added": -3}]},
]


def at(day: datetime.date, hour: int = 10) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(hour), UTC)


def test_endings_are_all_different() -> None:
    assert len({demo_days.ending(number) for number in range(2000)}) == 2000
    assert [demo_days.ending(number) for number in (0, 1, 2)] == ["7g7q", "mspt", "235x"]


@given(days)
def test_the_meeting_of_tuesdays_is_today_on_any_day(today: datetime.date) -> None:
    assert demo_days.meets("weekly tue 10:00", today) == f"weekly {today:%a} 10:00".lower()
    tomorrow = today + datetime.timedelta(days=1)
    assert demo_days.meets("2w wed 09:30", today) == f"2w {tomorrow:%a} 09:30".lower()
    assert demo_days.meets("4w", today) == "4w"


@given(days)
def test_days_are_counted_from_today(today: datetime.date) -> None:
    person, met, action, ahead = demo_days.records(ROWS, at(today), 0)
    assert isinstance(person, Person) and isinstance(met, Session) and isinstance(ahead, Session)
    assert met.day == today - datetime.timedelta(days=7) and ahead.day is None
    assert ahead.agenda[0].added == today - datetime.timedelta(days=3)
    assert (action.due, action.moved, action.origin) == (
        today + datetime.timedelta(days=3), (today - datetime.timedelta(days=2),), met.id,
    )  # fmt: skip
    assert met.id == f"s{met.day:%y%m%d}-{demo_days.ending(1)}"


@given(days, st.integers(0, 23))
def test_nothing_was_made_after_now_and_the_order_is_kept(today: datetime.date, hour: int) -> None:
    now = at(today, hour)
    rows = [{"record": "entry", "title": str(n), "day": day} for day in (-1, 0) for n in range(30)]
    made = [record.created for record in demo_days.records(rows, now, 0)]
    assert made == sorted(made) and made[-1] <= now
    assert Counter(instant.date() for instant in made)[today - datetime.timedelta(days=1)] == 30


def test_the_same_day_gives_the_same_records() -> None:
    today = datetime.date(2026, 11, 24)
    assert demo_days.records(ROWS, at(today), 5) == demo_days.records(ROWS, at(today), 5)
    assert demo_days.store_id("ana") == demo_days.store_id("ana") != demo_days.store_id("bo")
