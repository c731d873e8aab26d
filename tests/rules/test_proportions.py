"""Intervals of shares, beside the examples of the papers that they are from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.rules.proportions import Interval, difference, wilson

COUNTS = st.integers(0, 5000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))


# Newcombe 1998, 857-872, table I, method 3.
@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_a_share_has_the_interval_of_the_published_example(count, total, low, high):
    found = wilson(count, total)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


# Newcombe 1998, 873-890, table II, method 10.
@pytest.mark.parametrize(
    ("first", "second", "value", "low", "high"),
    [
        ((56, 70), (48, 80), 0.2, 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.6, 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.5714, 0.0582, 0.8062),
        ((5, 56), (0, 29), 0.0893, -0.0381, 0.1926),
        ((10, 10), (0, 10), 1.0, 0.6075, 1.0),
    ],
)
def test_a_difference_has_the_interval_of_the_published_example(first, second, value, low, high):
    found = difference(wilson(*second), wilson(*first))
    assert (round(found.value, 4), round(found.low, 4), round(found.high, 4)) == (value, low, high)


def test_of_no_votes_anything_may_be_true():
    assert wilson(0, 0) == Interval(0.0, 0.0, 1.0)


@given(COUNTS)
def test_a_share_lies_in_its_interval_and_the_interval_between_none_and_all(pair):
    found = wilson(*pair)
    assert 0 <= found.low <= found.value <= found.high <= 1


@given(COUNTS, COUNTS)
def test_what_rose_one_way_fell_the_other(one, other):
    there = difference(wilson(*one), wilson(*other))
    back = difference(wilson(*other), wilson(*one))
    assert there.low == pytest.approx(-back.high)
    assert there.low <= there.value <= there.high
