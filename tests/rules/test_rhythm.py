"""How many sessions were held beside how many were to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.records.dates import Day
from growth.rules.rhythm import kept_up

START, END = Day(2026, 9, 1), Day(2026, 11, 1)
DAYS = [Day(2026, 9, 1), Day(2026, 9, 15), Day(2026, 9, 15), Day(2026, 10, 31), Day(2026, 11, 1)]


@pytest.mark.parametrize(
    ("rhythm", "found"),
    [
        ("2w", (3, 4)),
        ("weekly tue 10:00", (3, 8)),
        ("monthly", (3, 2)),
        ("", (3, 0)),
        ("now and then", (3, 0)),
    ],
)
def test_sessions_of_a_time_are_counted_once_a_day(rhythm: str, found: tuple[int, int]) -> None:
    assert kept_up(rhythm, DAYS, START, END) == found


def test_a_part_of_a_length_asks_for_none_but_what_was_held_was_to_be() -> None:
    assert kept_up("4w", [], START, Day(2026, 9, 20)) == (0, 0)
    assert kept_up("4w", [START], START, Day(2026, 9, 20)) == (1, 1)
    assert kept_up("4w", [START], END, START) == (0, 0)


@given(
    st.lists(st.dates(Day(2026, 1, 1), Day(2027, 1, 1)), max_size=9), st.sampled_from(["1d", "2w", "1y", ""])
)
def test_neither_number_is_ever_less_than_none(days: list[Day], rhythm: str) -> None:
    held, due = kept_up(rhythm, days, START, END)
    assert 0 <= held <= len(days) and due >= 0
