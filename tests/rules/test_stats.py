"""The journal in numbers."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.records.dates import Day, Period
from growth.records.entry import Entry, Metric
from growth.rules.charts import Heat
from growth.rules.stats import Stats, Tally, Week, coverage, lately, monday, stats

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
TODAY = Day(2026, 11, 24)
NOVEMBER = Period(Day(2026, 11, 1), Day(2026, 12, 1), "2026-11")


def entry(day: Day, **fields: Any) -> Entry:
    return Entry(id=f"j{day:%y%m%d}-0000", day=day, title="x", created=NOW, **fields)


def on(*days: int) -> list[Entry]:
    return [entry(Day(2026, 11, day)) for day in days]


def test_a_month_in_numbers() -> None:
    found = stats(
        [
            entry(Day(2026, 11, 2), kind="win", project="Search", tags=("db", "DB"), spent=90,
                  metrics=(Metric("p99", "2"),), people=("ana", "Ana")),
            entry(Day(2026, 11, 2), project="search", tags=("db",)),
            entry(Day(2026, 11, 18), kind="win", spent=30, people=("bo",)),
            entry(Day(2026, 11, 30), precision="month", tags=("later",)),
            entry(Day(2026, 10, 31)),
            entry(TODAY, precision="none"),
        ],
        NOVEMBER, TODAY, str.lower,
    )  # fmt: skip
    assert found == Stats(
        label="2026-11", today=TODAY, start=Day(2026, 11, 1), end=Day(2026, 12, 1),
        entries=4, days=2, wins=2, measured=1, spent=120, timed=2, inexact=1, covered=2,
        weeks=(
            Week("2026-W44", Day(2026, 10, 26), 0), Week("2026-W45", Day(2026, 11, 2), 2),
            Week("2026-W46", Day(2026, 11, 9), 0), Week("2026-W47", Day(2026, 11, 16), 1),
            Week("2026-W48", Day(2026, 11, 23), 0),
        ),
        kinds=(Tally("win", 2, 120), Tally("work", 2)),
        tags=(Tally("db", 2, 90), Tally("later", 1)),
        projects=(Tally("Search", 2, 90),),
        people=(Tally("ana", 1, 90), Tally("bo", 1, 30)),
        heat=Heat(
            "Entries by day and week",
            ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
            ("W44", "W45", "W46", "W47", "W48"),
            ((0, 2, 0, 0, 0), (0,) * 5, (0, 0, 0, 1, 0), (0,) * 5, (0,) * 5, (0,) * 5, (0,) * 5),
            "entries",
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((2, 9, 16, 23), "4 of 5 weeks have an entry; none in the week of 26 Oct"),
        ((1, 2, 9, 16), "4 of 5 weeks have an entry; none yet this week"),
        ((1, 2, 23), "3 of 5 weeks have an entry; none in the week of 9 Nov or 16 Nov"),
        ((23,), "1 of 5 weeks has an entry"),
        ((1, 2, 9, 16, 24), "5 of 5 weeks have an entry"),
        ((2,), "1 of 5 weeks has an entry; none in the week of 26 Oct, 9 Nov or 16 Nov; none yet this week"),
    ],
)
def test_how_regularly_in_words(days: tuple[int, ...], words: str) -> None:
    assert coverage(stats(on(*days), NOVEMBER, TODAY)) == words


def test_no_week_before_the_first_entry_can_lack_one() -> None:
    period = Period(Day(2026, 1, 1), Day(2027, 1, 1), "2026")
    assert coverage(stats(on(16, 24), period, TODAY, begun=Day(2026, 11, 16))) == "2 of 2 weeks have an entry"


def test_one_week_is_no_habit() -> None:
    week = Period(Day(2026, 11, 23), Day(2026, 11, 30), "2026-W48")
    assert coverage(stats(on(23), week, TODAY)) == ""


def test_a_period_that_has_not_begun_has_no_weeks() -> None:
    found = stats([], Period(Day(2027, 1, 1), Day(2028, 1, 1), "2027"), TODAY)
    assert (found.weeks, found.heat, coverage(found)) == ((), None, "")


def test_what_is_longer_than_a_year_is_a_map_of_months() -> None:
    found = stats([entry(Day(2024, 2, 29)), *on(2, 3)], Period(), TODAY)
    assert found.heat is not None
    assert found.heat.rows == ("2024", "2025", "2026")
    assert found.heat.values[0][1] == 1
    assert found.heat.values[2][10] == 2
    assert len(found.weeks) == (monday(TODAY) - monday(Day(2024, 2, 29))).days // 7 + 1


def test_thirteen_weeks_end_with_this_one() -> None:
    found = lately(TODAY, 13)
    assert (found.start, found.end, found.label) == (
        Day(2026, 8, 31), Day(2026, 11, 25), "the last 13 weeks"
    )  # fmt: skip
    assert len(stats([], found, TODAY).weeks) == 13


days = st.dates(Day(2022, 1, 1), Day(2026, 12, 31))


@given(st.lists(days, max_size=30), st.none() | days, st.none() | days)
def test_nothing_is_counted_twice_or_lost(when: list[Day], start: Day | None, end: Day | None) -> None:
    period = Period(start, end, "x")
    found = stats([entry(day, tags=("a", "b")) for day in when], period, TODAY)
    inside = [day for day in when if day in period]
    assert found.entries == len(inside)
    assert sum(one.entries for one in found.kinds) == len(inside)
    assert all(one.entries == len(inside) for one in found.tags)
    assert sum(week.entries for week in found.weeks) == sum(
        monday(day) <= found.weeks[-1].start for day in inside if found.weeks
    )
    if found.heat is not None and found.heat.rows[0] == "Mon":
        assert sum(map(sum, found.heat.values)) == sum(week.entries for week in found.weeks)
