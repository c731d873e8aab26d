"""Numbers as they are written, and what they say."""

import pytest

from growth.rules.draft_numbers import known, numbers


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1,200 orders", [("1200", "")]),
        ("1.2k orders, 3 million rows", [("1200", ""), ("3000000", "")]),
        ("480 -> 210 ms", [("480", "ms"), ("210", "ms")]),
        ("from 480 to 210 ms", [("480", "ms"), ("210", "ms")]),
        ("12 % or 12 percent", [("12", "%"), ("12", "%")]),
        ("twice, 2x, two times", [("2", "x"), ("2", "x"), ("2", "x")]),
        ("two hundred", [("200", "")]),
        ("on 2 November and November 3rd", [("11-02", "day"), ("11-03", "day")]),
        ("2026-11-02", [("2026-11-02", "day")]),
        ("p99 in 2026-Q3 of v2.1", [("p99", "name"), ("2026-q3", "name"), ("v2.1", "name")]),
        ("1. First\n2) Second", []),
        ("it is one of the first half", []),
        ("0.50 and 0,5", [("0.5", ""), ("0.5", "")]),
        ("€ 1'200", [("1200", "€")]),
    ],
)
def test_a_number_says_what_it_says(text: str, said: list[tuple[str, str]]) -> None:
    assert [(one.value, one.unit) for one in numbers(text)] == said


def test_a_number_is_known_without_its_unit_and_a_day_without_its_year() -> None:
    assert known(["37 %, 2026-11-02, by half"]) == {
        ("37", "%"), ("37", ""), ("2026-11-02", "day"), ("11-02", "day"), ("2026", ""), ("0.5", "x"),
        ("0.5", ""), ("50", "%"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("there", "said"),
    [("480 ms", "0.48 s"), ("90 min", "1.5 hours"), ("0.5 h", "30 minutes"), ("1.5 GB", "1500 MB")],
)
def test_units_of_one_kind_are_told_in_one_another(there: str, said: str) -> None:
    (one,) = numbers(said)
    assert (one.value, one.unit) in known([f"from {there} on"])
    assert (one.value, one.unit) not in known(["from 481 ms on, 91 min and 1.6 GB"])
