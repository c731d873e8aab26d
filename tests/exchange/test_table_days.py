"""The days of a column: what its own values settle, and what they leave open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.exchange.table_days import DayForm, dated, settled
from growth.records.dates import Day


def form(*values: str, dates: str = "") -> DayForm:
    return settled(enumerate(values, 2), name="a.csv", column="Date", form=dates)


@pytest.mark.parametrize(
    ("values", "days"),
    [
        (("2026-11-24", "2026-11-24T10:00:00", "24 November 2026", "20261124"), ["2026-11-24"] * 4),
        (("04/03/2026", "24/11/2026"), ["2026-03-04", "2026-11-24"]),
        (("04/03/2026", "11/24/2026 10:30 AM"), ["2026-04-03", "2026-11-24"]),
        (("3-4-2026", "24-11-2026"), ["2026-04-03", "2026-11-24"]),
        (("05/05/2026",), ["2026-05-05"]),
        (("04.03.2026", "24.11.2026 10:00"), ["2026-03-04", "2026-11-24"]),
        (("2026-03", "2026-Q1"), ["2026-03-31", "2026-03-31"]),
        (("", " "), ["None", "None"]),
    ],
)
def test_what_a_column_settles(values: tuple[str, ...], days: list[str]) -> None:
    found = form(*values)
    assert [str(found.read(value).day) for value in values] == days


@pytest.mark.parametrize(
    ("values", "message", "hint"),
    [
        (
            ("", "04/03/2026", "05/06/2026"),
            "a.csv:3: 04/03/2026 in the column 'Date' can be 4 March or 3 April",
            "say which: --date-format %d/%m/%Y for 4 March, %m/%d/%Y for 3 April",
        ),
        (
            ("24/11/2026", "11/25/2026"),
            "a.csv: the column 'Date' has days of two kinds: 24/11/2026 on line 2, 11/25/2026 on line 3",
            "say which one counts, and the others are told: --date-format %d/%m/%Y or %m/%d/%Y",
        ),
        (
            ("24/11/26",),
            "a.csv:2: 24/11/26 in the column 'Date' has a year of two digits",
            "say how its days are written, for example --date-format %d/%m/%y",
        ),
    ],
)
def test_what_is_asked_and_not_guessed(values: tuple[str, ...], message: str, hint: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        form(*values)
    assert (refused.value.message, refused.value.hint) == (message, hint)


def test_a_form_that_is_given() -> None:
    found = form("24/11/26", dates="%d/%m/%y")
    assert str(found.read("04/03/26").day) == "2026-03-04"
    assert str(found.read("04/03/26 10:30").day) == "2026-03-04"
    assert found.read("24.11.2026").why == "'24.11.2026' is not written as %d/%m/%y"
    with pytest.raises(WrongUsage, match="has no year"):
        form(dates="%d/%m")


def test_an_iso_day_is_read_whatever_form_the_others_have() -> None:
    found = form("2026-03-04", "03/04/2026", dates="%d/%m/%Y")
    assert [str(found.read(text).day) for text in ("2026-03-04", "03/04/2026")] == [
        "2026-03-04",
        "2026-04-03",
    ]
    assert found.read("2026-02-30").why == "'2026-02-30': February 2026 has 28 days"
    assert found.read("2026-3-4").why == "'2026-3-4' is not written as %d/%m/%Y"
    other = form("2026-04-03", dates="%Y-%d-%m")
    assert str(other.read("2026-04-03").day) == "2026-03-04"
    assert other.read("2026-04-30").why == "'2026-04-30' is not written as %Y-%d-%m"


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("2026-02-30", "'2026-02-30': February 2026 has 28 days"),
        ("31/02/2026", "'31/02/2026' is a day that no calendar has"),
        ("soon", "'soon' is no day that is read here"),
        ("4 March", "'4 March': a day without a year"),
        ("x" * 200, f"'{'x' * 40}'… is no day"),
    ],
)
def test_what_is_no_day(value: str, why: str) -> None:
    assert form("24/11/2026").read(value).why == why


def test_what_looks_like_a_day() -> None:
    assert [dated(text) for text in ("04/03/2026", "2026-01-01", "done", "true", "12", "")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip


@given(
    st.lists(st.dates(min_value=Day(1000, 1, 1)), min_size=1, max_size=8),
    st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y"]),
)
def test_a_settled_column_gives_back_what_was_written(days: list[Day], written: str) -> None:
    values = [f"{day:{written}}" for day in days]
    try:
        found = form(*values)
    except WrongUsage:
        return
    # Where every day and month are equal either order says the same.
    assert [found.read(value).day for value in values] == days


@given(
    st.lists(st.text(max_size=30), max_size=4), st.sampled_from(["", "%d/%m/%Y", "%x", "%Y%Y", "%", "%Q %Y"])
)
def test_any_values_are_read_told_or_refused(values: list[str], dates: str) -> None:
    try:
        found = form(*values, dates=dates)
        assert all(
            read.day or read.why or not " ".join(value.split())
            for value in values
            for read in [found.read(value)]
        )
    except WrongUsage as refused:
        assert refused.hint
