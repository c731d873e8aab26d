"""Time to learn: what a month stands at, and what a period holds by month and by type."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.records.action import Action
from growth.records.dates import Day, Period
from growth.records.entry import Entry, Learning
from growth.rules.charts import table
from growth.rules.learning_block import block, last_workday
from growth.rules.learning_time import (
    Standing,
    Way,
    by_month,
    by_type,
    learning_time,
    month_of,
    months_back,
    standing,
)

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)


def entry(day: str, spent: int | None = 60, kind: str = "learning", **learned: object) -> Entry:
    return Entry(
        id=f"j{day.replace('-', '')[2:]}-0000",
        day=Day.fromisoformat(day),
        kind=kind,  # type: ignore[arg-type]  # a test names kinds that there are
        title="x",
        spent=spent,
        learning=Learning(**learned) if learned else None,  # type: ignore[arg-type]  # likewise
        created=NOW,
    )


BEGUN = entry("2026-07-02", None, "work")


@pytest.mark.parametrize(
    ("entries", "budget", "words"),
    [
        ([], None, "0h this month"),
        ([entry("2026-11-03", 90)], None, "1h30m this month"),
        ([BEGUN, entry("2026-11-03")], 240, "1h of 4h so far, fourth month below"),
        ([BEGUN, entry("2026-09-14", 240), entry("2026-11-03")], 240, "1h of 4h so far, second month below"),
        ([BEGUN, entry("2026-10-14", 240), entry("2026-11-03")], 240, "1h of 4h this month"),
        ([BEGUN, entry("2026-11-03", 300)], 240, "5h of 4h this month"),
        ([entry("2026-11-03")], 240, "1h of 4h this month"),
        # The month in which the journal begins may have begun at its end.
        ([entry("2026-10-30", None, "work")], 240, "0h of 4h this month"),
        ([BEGUN, entry("2026-11-03", 60, "talk")], 240, "0h of 4h so far, fourth month below"),
    ],
)
def test_how_it_stands(entries: list[Entry], budget: int | None, words: str) -> None:
    assert standing(entries, TODAY, budget).words == words


def test_what_is_missing_is_never_less_than_nothing() -> None:
    assert Standing(month=TODAY, used=60, budget=240).missing == 180
    assert Standing(month=TODAY, used=300, budget=240).missing == 0


def test_a_period_by_month_and_type() -> None:
    entries = [
        entry("2026-08-10", 300, type="course"),
        entry("2026-09-14", 120, type="paper", taught_back=("kim", "bo")),
        entry("2026-11-03", 60, type="paper", taught_back=("kim",)),
        entry("2026-11-02", None),
        entry("2026-11-04", None, "work", led=True),
    ]
    plan = Action(id="t261124-0000", text="read it", type="paper", day=TODAY, created=NOW)
    every = [plan, Action(id="t261124-0001", text="other", day=TODAY, created=NOW)]
    found = learning_time(entries, every, Period(Day(2026, 9, 1)), TODAY, 240)
    assert table(by_month(found)).rows == (
        ("Sep 2026", "4", "2"), ("Oct 2026", "4", "0"), ("Nov 2026", "4", "1"),
    )  # fmt: skip
    assert found.ways == (Way("paper", 180, 2), Way("", 0, 1))
    assert table(by_type(found)).rows == (("paper", "3"), ("no type", "0"))
    assert (found.entries, found.untimed, found.taught, found.led) == (3, 1, 2, 1)
    assert found.people == {"kim": 2, "bo": 1}
    assert found.last == entries[2]
    assert [one.action for one in found.plans] == [plan]


def test_nothing_at_all_is_a_month_without_hours() -> None:
    found = learning_time([], [], Period(), TODAY, None)
    assert table(by_month(found)).rows == (("Nov 2026", "0"),)
    assert (found.last, found.ways, found.plans) == (None, (), ())


@given(st.dates(), st.integers(0, 60))
def test_a_month_back_is_the_first_of_one(day: Day, number: int) -> None:
    found = months_back(day, number)
    assert found.day == 1 and found <= month_of(day)
    assert found == Day.min or (day.year - found.year) * 12 + day.month - found.month == number


@given(st.dates(max_value=Day(9999, 12, 20)), st.integers(1, 2000))
def test_a_block_is_on_the_friday_of_the_week_and_within_the_day(day: Day, minutes: int) -> None:
    friday = last_workday(day) if day > Day(1, 1, 7) else last_workday(Day(1, 1, 8))
    made = block(minutes, friday)
    assert made.start.weekday() == 4
    assert made.end.date() == made.start.date() and made.end.hour <= 17
    assert made.minutes == min(minutes, 480)
