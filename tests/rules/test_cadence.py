"""How often two people meet."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.rules.cadence import (
    Cadence,
    after,
    held,
    known,
    lately,
    lately_words,
    missed,
    next_meeting,
    overdue,
    parse,
)

Day = datetime.date
TODAY = Day(2026, 11, 24)  # a Tuesday
DAY = datetime.timedelta(days=1)
days = st.dates(Day(1990, 1, 1), Day(2090, 12, 31))
cadences = st.sampled_from(
    ["weekly", "weekly tue 10:00", "2w", "2w wed 09:30", "monthly", "3m", "every friday", "10d", "10d mon"]
).map(parse)


@pytest.mark.parametrize(
    ("text", "cadence"),
    [
        ("weekly tue 10:00", Cadence(0, 7, 1, "10:00", "weekly")),
        ("Weekly, Tuesday 9:30", Cadence(0, 7, 1, "09:30", "weekly")),
        ("weekly on tuesdays at 10:00", Cadence(0, 7, 1, "10:00", "weekly")),
        ("every tuesday", Cadence(0, 7, 1, "", "weekly")),
        ("weekly", Cadence(0, 7, None, "", "weekly")),
        ("weekly 10:00", Cadence(0, 7, None, "10:00", "weekly")),
        ("2w", Cadence(0, 14, None, "", "every 2 weeks")),
        ("2w wed 09:30", Cadence(0, 14, 2, "09:30", "every 2 weeks")),
        ("every 2 weeks", Cadence(0, 14, None, "", "every 2 weeks")),
        ("every other week fri", Cadence(0, 14, 4, "", "every 2 weeks")),
        ("fortnightly", Cadence(0, 14, None, "", "every 2 weeks")),
        ("every week", Cadence(0, 7, None, "", "weekly")),
        ("every month", Cadence(1, 0, None, "", "monthly")),
        ("monthly thu 15:00", Cadence(1, 0, 3, "15:00", "monthly")),
        ("quarterly", Cadence(3, 0, None, "", "every 3 months")),
        ("yearly", Cadence(12, 0, None, "", "yearly")),
        ("3 days", Cadence(0, 3, None, "", "every 3 days")),
        ("daily", Cadence(0, 1, None, "", "daily")),
    ],
)
def test_words_that_say_how_often(text: str, cadence: Cadence) -> None:
    assert parse(text) == cadence


@pytest.mark.parametrize(
    "text", ["", "tuesday-ish", "10:00", "0w", "25:00", "daily tue", "2 w w", "often", "on"]
)
def test_words_that_do_not(text: str) -> None:
    assert known(text) is None
    with pytest.raises(WrongUsage) as wrong:
        parse(text)
    assert wrong.value.message == f"cannot read {text!r} as how often you meet"
    assert wrong.value.hint == "write 'weekly tue 10:00', 2w, 'every 2 weeks' or monthly"


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("weekly tue 10:00", None, Day(2026, 11, 24)),
        ("weekly mon", None, Day(2026, 11, 30)),
        ("weekly tue 10:00", Day(2026, 11, 17), Day(2026, 11, 24)),
        # Held already today, or a day early: the one of this week is over.
        ("weekly tue 10:00", Day(2026, 11, 24), Day(2026, 12, 1)),
        ("weekly tue 10:00", Day(2026, 11, 23), Day(2026, 12, 1)),
        # A day late last week does not move the rhythm.
        ("weekly tue 10:00", Day(2026, 11, 18), Day(2026, 11, 24)),
        # Left out for weeks, the rhythm goes on.
        ("2w wed", Day(2026, 10, 14), Day(2026, 11, 25)),
        ("2w wed", Day(2026, 10, 21), Day(2026, 12, 2)),
        ("2w", Day(2026, 11, 20), Day(2026, 12, 4)),
        ("2w", Day(2026, 10, 1), Day(2026, 11, 24)),
        ("monthly", Day(2026, 10, 31), Day(2026, 11, 30)),
        ("monthly", Day(2026, 11, 24), Day(2026, 12, 24)),
    ],
)
def test_the_next_meeting(text: str, last: Day | None, expected: Day) -> None:
    assert next_meeting(parse(text), last, TODAY) == expected


@given(cadences, st.none() | days, days)
def test_the_next_meeting_is_never_past_nor_the_last_one(
    cadence: Cadence, last: Day | None, today: Day
) -> None:
    found = next_meeting(cadence, last, today)
    assert found >= today
    assert last is None or last > today or found > last
    assert cadence.weekday is None or found.weekday() == cadence.weekday


@given(cadences, days)
def test_time_goes_on(cadence: Cadence, day: Day) -> None:
    assert after(cadence, day) > day


def test_how_long_a_meeting_is_overdue() -> None:
    assert overdue(parse("2w"), Day(2026, 11, 1), TODAY) == 9
    assert overdue(parse("2w"), Day(2026, 11, 20), TODAY) == 0
    assert overdue(parse("2w"), None, TODAY) == 0


def of(cadence: Cadence, met: list[Day], since: Day | None = None) -> tuple[int, int, str]:
    start = lately(cadence, since, met, TODAY)
    return *held(cadence, met, start, Day.max, TODAY), lately_words(cadence, start, TODAY)


def test_how_many_were_held_lately() -> None:
    weekly, last = parse("weekly tue"), "in the last 12 weeks"
    all_twelve = [TODAY - DAY * 7 * n for n in range(1, 13)]
    assert of(weekly, all_twelve) == (12, 12, last)
    assert of(weekly, [day for day in all_twelve if day != Day(2026, 10, 6)]) == (11, 12, last)
    assert of(weekly, [*all_twelve, TODAY]) == (12, 12, last)
    assert of(weekly, [Day(2026, 11, 10)]) == (1, 2, "since 10 Nov")
    assert of(weekly, [TODAY]) == (1, 1, "since 24 Nov")
    assert of(weekly, [TODAY + DAY])[:2] == (0, 0)
    assert of(weekly, [])[:2] == (0, 0)
    assert of(parse("2w"), all_twelve) == (6, 6, last)
    assert of(parse("4w"), [Day(2026, 1, 5)]) == (0, 6, "in the last 24 weeks")
    monthly = [Day(2026, month, 5) for month in range(1, 12)]
    assert of(parse("monthly"), monthly) == (6, 6, "in the last 6 months")


def test_a_pair_is_counted_since_it_began_not_since_it_first_met() -> None:
    two, late = parse("2w"), [Day(2026, 11, 10), Day(2026, 11, 20)]
    assert of(two, late, Day(2026, 9, 1)) == (2, 6, "in the last 12 weeks")
    assert of(two, late, Day(2026, 10, 20)) == (2, 3, "since 20 Oct")
    assert of(two, [], Day(2026, 10, 20)) == (0, 2, "since 20 Oct")
    # Of the first length nothing is due before it is over.
    assert of(two, [], Day(2026, 11, 12))[:2] == (0, 0)
    assert of(two, [Day(2026, 11, 16)], Day(2026, 11, 12))[:2] == (1, 1)


START, END = Day(2026, 9, 1), Day(2026, 11, 1)
MET = [Day(2026, 9, 1), Day(2026, 9, 15), Day(2026, 9, 15), Day(2026, 10, 31), Day(2026, 11, 1)]


@pytest.mark.parametrize(
    ("rhythm", "found"),
    [
        ("2w", (3, 5)),
        ("weekly tue 10:00", (3, 9)),
        ("monthly", (3, 3)),
        ("8w", (2, 2)),
        ("", (3, 0)),
        ("now and then", (3, 0)),
    ],
)
def test_meetings_of_a_period_are_counted_once_a_day(rhythm: str, found: tuple[int, int]) -> None:
    assert held(known(rhythm), MET, START, END, TODAY) == found
    assert held(known(rhythm), MET, END, START, TODAY) == (0, 0)


@given(cadences, st.lists(days, max_size=30), st.none() | days, days)
def test_no_more_are_held_than_are_due(
    cadence: Cadence, met: list[Day], since: Day | None, today: Day
) -> None:
    start = lately(cadence, since, met, today)
    count, due = held(cadence, met, start, Day.max, today)
    assert 0 <= count <= due
    # What is said of lately is what is said of the same days as a period.
    assert held(cadence, met, start, today + DAY, today) == (count, due)
    assert due > 0 or not any(start <= day <= today for day in met)


@pytest.mark.parametrize(
    ("rhythm", "last", "number"),
    [
        ("weekly tue", None, 0),
        ("weekly tue", Day(2026, 11, 24), 0),
        ("weekly tue", Day(2026, 11, 17), 0),
        ("weekly tue", Day(2026, 11, 11), 1),
        ("weekly tue", Day(2026, 11, 3), 2),
        ("2w", Day(2026, 11, 10), 0),
        ("2w", Day(2026, 11, 9), 1),
        ("monthly", Day(2026, 8, 31), 2),
    ],
)
def test_meetings_that_were_due_and_not_held_are_missed(rhythm: str, last: Day | None, number: int) -> None:
    assert missed(parse(rhythm), last, TODAY) == number


@given(cadences, days, days)
def test_nothing_is_missed_where_the_next_meeting_follows_the_last(
    rhythm: Cadence, last: Day, today: Day
) -> None:
    on_time = after(rhythm, last) >= today
    assert (missed(rhythm, last, today) == 0) == on_time
