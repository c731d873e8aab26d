"""Days as people speak of them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.rules.spoken_days import spoken_day

Day = datetime.date
TUESDAY = Day(2026, 11, 24)


@pytest.mark.parametrize(
    ("words", "back", "ahead"),
    [
        ("next monday", "2026-11-30", "2026-11-30"),
        ("next tue", "2026-12-01", "2026-12-01"),
        ("next friday", "2026-12-04", "2026-12-04"),
        ("next week", "2026-11-30", "2026-11-30"),
        ("next month", "2026-12-01", "2026-12-01"),
        ("next quarter", "2027-01-01", "2027-01-01"),
        ("end of week", "2026-11-27", "2026-11-27"),
        ("the end of the week", "2026-11-27", "2026-11-27"),
        ("end of next week", "2026-12-04", "2026-12-04"),
        ("end of month", "2026-11-30", "2026-11-30"),
        ("end of this month", "2026-11-30", "2026-11-30"),
        ("end of next month", "2026-12-31", "2026-12-31"),
        ("end of quarter", "2026-12-31", "2026-12-31"),
        ("end of year", "2026-12-31", "2026-12-31"),
        ("27 nov", "2025-11-27", "2026-11-27"),
        ("nov 27", "2025-11-27", "2026-11-27"),
        ("24 november", "2026-11-24", "2026-11-24"),
        ("the 3rd of march", "2026-03-03", "2027-03-03"),
        ("sept. 1st", "2026-09-01", "2027-09-01"),
        ("27 nov 2024", "2024-11-27", "2024-11-27"),
        ("november 27, 2027", "2027-11-27", "2027-11-27"),
        ("29 feb", "2024-02-29", "2028-02-29"),
    ],
)
def test_what_is_spoken_of(words: str, back: str, ahead: str) -> None:
    assert spoken_day(words, TUESDAY, False) == Day.fromisoformat(back)
    assert spoken_day(words, TUESDAY, True) == Day.fromisoformat(ahead)


@pytest.mark.parametrize(
    "words", ["", "someday", "next time", "next", "end of days", "27 novel", "31 nov", "0 may", "may", "nov"]
)
def test_what_means_no_day(words: str) -> None:
    assert spoken_day(words, TUESDAY, True) is None


@given(st.dates(Day(1900, 1, 1), Day(2199, 12, 31)))
def test_no_week_and_no_month_ends_before_today(today: Day) -> None:
    for unit in ("week", "month", "quarter", "year"):
        end = spoken_day(f"end of {unit}", today, True)
        begins = spoken_day(f"next {unit}", today, True)
        assert end is not None and begins is not None
        assert today <= end and today < begins


@given(st.dates(Day(1900, 1, 1), Day(2199, 12, 31)), st.dates(Day(2000, 1, 1), Day(2000, 12, 31)))
def test_a_day_without_a_year_lies_where_it_leans(today: Day, named: Day) -> None:
    words = f"{named.day} {named:%B}".lower()
    back, ahead = spoken_day(words, today, False), spoken_day(words, today, True)
    assert back is not None and ahead is not None
    assert back <= today <= ahead
    assert (back.month, back.day) == (ahead.month, ahead.day) == (named.month, named.day)
