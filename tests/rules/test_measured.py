"""A number as it was measured or told, and whether two say the same."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.rules.measured import measured, rose, says


@pytest.mark.parametrize(
    ("claim", "value"),
    [
        ("0.93", "0.93"), ("0.93", "93 %"), ("93%", "0.93"), ("93 %", "0.934"), ("0.93", "0.9312"),
        ("0,930", ".93"), ("93 percent", "93"), ("93", "93.3 %"), ("31", "BLEU 31.4"), ("0.91", "F1 0.91"),
        ("1e-3", "0.001"), ("−3.2", "-3.21"), ("100 %", "1.0"), ("0.5", "0.5 on the held-out half"),
    ],
)  # fmt: skip
def test_they_say_the_same(claim: str, value: str) -> None:
    assert says(claim, value)


@pytest.mark.parametrize(
    ("claim", "value"),
    [
        ("0.93", "0.2"), ("0.93", "abc"), ("0.93", ""), ("0.93", "0.936"), ("0.9312", "0.93"), ("1", "0.6"),
        ("0", "0.4"), ("93 %", "0.2"), ("0.93 %", "0.93"), ("0.93", "93"), ("high", "high"), ("1", "F1"),
    ],
)  # fmt: skip
def test_they_do_not(claim: str, value: str) -> None:
    assert not says(claim, value)


@given(st.decimals(-1000, 1000, places=4), st.integers(0, 4))
def test_what_is_rounded_says_what_it_was_rounded_from(number: Decimal, places: int) -> None:
    claim = str(round(number, places))
    exact = measured(claim)
    assert exact is not None
    assert says(claim, str(number)) or exact.half == 0
    assert says(str(number), str(number))


def test_a_change_is_that_between_two_values() -> None:
    assert rose("+2 %", "0.91", "0.93")
    assert rose("+0.02", "0.91", "0.93")
    assert rose("-80 %", "10", "2")
    assert not rose("+2 %", "0.91", "0.91")
    assert not rose("+2 %", "abc", "0.93")
