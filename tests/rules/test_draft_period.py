"""A draft may say when it is: its period, and the days, quarters, halves and years of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from growth.rules.draft_checks import checked
from growth.rules.draft_period import names_of, without_period
from tests.rules.test_draft_checks import BRIEF, HONEST, PEOPLE, WITHHELD


def found(output: str, period: str) -> list[tuple[str, str]]:
    return [(one.rule, one.text) for one in checked(output, replace(BRIEF, period=period), PEOPLE, WITHHELD)]


@pytest.mark.parametrize(
    ("period", "titles"),
    [
        ("2026-Q4", ("Q4", "Brag, Q4 2026", "2026 Q4", "Q4/2026", "Q4-2026", "2026Q4",
                     "The 4th quarter of 2026",
                     "H2 2026", "October to December 2026", "1 October 2026 to 31 December 2026",
                     "2026-10-01 to 2026-12-31", "2026-11", "Quarter 4")),
        ("2026-H2", ("H2 2026", "Q3", "Q4", "My half-year", "2nd half of 2026", "This half of the year")),
        ("2026-11", ("November 2026", "Q4 2026", "H2", "From 1 November to 30 November")),
        ("2026", ("2026", "Q1 to Q4", "H1 and H2", "Until 31 December 2026")),
        ("last quarter, 2026-07-01 to 2026-09-30", ("Q3 2026", "July to September", "H2", "30 September")),
        ("2026-07-01 to 2026-12-31", ("H2 2026", "Q3", "1 July")),
        ("since 2026-05-24", ("Since 24 May 2026",)),
        ("since 2026-05-24, up to 2026-11-24",
         ("Q4", "Q3 2026", "H2 2026", "The second half of the year", "November 2026", "24 November 2026")),
        ("since 2026-11-03, up to 2026-11-24", ("Q4 2026", "H2", "2026-11")),
        ("since 2025-12-01, up to 2026-01-24", ("December 2025", "Q1 2026", "H1 2026")),
    ],
)  # fmt: skip
def test_the_words_of_its_own_period_need_no_record(period: str, titles: tuple[str, ...]) -> None:
    for title in titles:
        assert found(f"# {title}\n\nDone.", period) == []
        assert found(f"In {title} I cut the p99 with Dana Weiss [j261102-0001].", period) == []


@pytest.mark.parametrize(
    ("period", "said", "what"),
    [
        ("2026-Q4", "# Q3", "Q3"), ("2026-Q4", "# H1 2026", "H1"), ("2026-Q4", "# Q4 2025", "2025"),
        ("2026-Q4", "It took until 30 December, no more.", "30 December"),
        ("2026-Q4", "It saved 4 servers.", "4"),
        ("2026-11", "In 2026-12 it held.", "12"),
        ("2026-H2", "The cost fell by half [j261102-0001].", "half"),
        ("since 2026-05-24", "# Q2", "Q2"), ("since 2026-05-24, up to 2026-11-24", "# Q2", "Q2"),
        ("since 2026-05-24, up to 2026-11-24", "# Q1 2027", "2027"),
        ("2026-Q4", "The p99 is 2026 ms.", "2026 ms"),
    ],
)  # fmt: skip
def test_another_time_is_found(period: str, said: str, what: str) -> None:
    assert ("number", what) in found(said, period)


def test_the_honest_draft_stays_honest_and_any_label_can_be_read() -> None:
    assert found(f"# Q4\n\n{HONEST}", "2026-Q4") == []
    assert names_of("9999") and names_of("0000") and names_of("")[0] == ""


@given(st.text(max_size=60), st.sampled_from(("2026-Q4", "2026", "0000-01", "since 2026-01-01")) | st.text())
def test_what_is_left_out_leaves_all_else_in_its_place(text: str, period: str) -> None:
    left = without_period(text, period)
    assert len(left) == len(text)
    assert all(one in (was, " ") for one, was in zip(left, text, strict=True))
