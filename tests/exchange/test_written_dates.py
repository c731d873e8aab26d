"""Dates as people write them: which days they stand for, and why some stand for none."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.exchange.leading_dates import doubted, heading, leading, prefix
from growth.exchange.written_dates import MONTHS, When, read


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


Y2021 = When(day("2021-01-01"), day("2021-12-31"), "year")
MARCH = When(day("2021-03-01"), day("2021-03-31"), "month")
W12 = When(day("2021-03-22"), day("2021-03-28"), "day", False)


@pytest.mark.parametrize(
    ("text", "last", "precision", "whole"),
    [
        ("2021-03-04", "2021-03-04", "day", True),
        ("2021/3/4", "2021-03-04", "day", True),
        ("2021-03-04 09:30", "2021-03-04", "day", True),
        ("2021-03-04T09:30:00+01:00", "2021-03-04", "day", True),
        ("20210304", "2021-03-04", "day", True),
        ("Thursday, 4 March 2021", "2021-03-04", "day", True),
        ("2021-03-04 (Thu)", "2021-03-04", "day", True),
        ("4th of March, 2021", "2021-03-04", "day", True),
        ("25 Sept 2019", "2019-09-25", "day", True),
        ("March 4, 2021", "2021-03-04", "day", True),
        ("MARCH 4TH 2021", "2021-03-04", "day", True),
        ("Mar. 4, 2021", "2021-03-04", "day", True),
        ("4.3.2021", "2021-03-04", "day", True),
        ("13/03/2021", "2021-03-13", "day", True),
        ("03/13/2021", "2021-03-13", "day", True),
        ("29 Feb 2020", "2020-02-29", "day", True),
        ("2021 March 4", "2021-03-04", "day", True),
        ("2024-W30", "2024-07-28", "day", False),
        ("2024W30-2", "2024-07-23", "day", True),
        ("Week 12, 2021", "2021-03-28", "day", False),
        ("Week of 22 March 2021", "2021-03-22", "day", True),
        ("March 2021", "2021-03-31", "month", True),
        ("2021-02", "2021-02-28", "month", True),
        ("Q3 2021", "2021-09-30", "quarter", True),
        ("2021-Q3", "2021-09-30", "quarter", True),
        ("2021-H1", "2021-06-30", "month", False),
        ("2021", "2021-12-31", "year", True),
        ("2019 - 2021", "2021-12-31", "year", False),
        ("Jan - Mar, 2011", "2011-03-31", "quarter", True),
        ("Jan - Apr, 2011", "2011-04-30", "month", False),
        ("Dec 20-21, 2021", "2021-12-21", "day", False),
        ("20-21 Dec 2021", "2021-12-21", "day", False),
        ("28 Dec - 3 Jan 2021", "2021-01-03", "day", False),
        ("2023-08-28 to 2023-08-30", "2023-08-30", "day", False),
    ],
)
def test_dates_that_say_everything(text: str, last: str, precision: str, whole: bool) -> None:
    when = read(text, None)
    assert isinstance(when, When), when
    assert (when.last, when.precision, when.whole) == (day(last), precision, whole)


@pytest.mark.parametrize(
    ("text", "around", "last", "precision"),
    [
        ("Mar 4", Y2021, "2021-03-04", "day"),
        ("March", Y2021, "2021-03-31", "month"),
        ("Q3", Y2021, "2021-09-30", "quarter"),
        ("Week 12", Y2021, "2021-03-28", "day"),
        ("W12", Y2021, "2021-03-28", "day"),
        ("4 March", MARCH, "2021-03-04", "day"),
        ("Wednesday", W12, "2021-03-24", "day"),
        ("Nov 3-5", Y2021, "2021-11-05", "day"),
        ("2 Jan", When(day("2024-12-30"), day("2025-01-05"), "day", False), "2025-01-02", "day"),
        ("31 Dec", When(day("2024-12-30"), day("2025-01-05"), "day", False), "2024-12-31", "day"),
    ],
)
def test_the_year_comes_from_around(text: str, around: When, last: str, precision: str) -> None:
    when = read(text, around)
    assert isinstance(when, When), when
    assert (when.last, when.precision) == (day(last), precision)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31 Sep 2019", "September has 30 days"),
        ("31 Sep", "September has 30 days"),
        ("29 Feb 2021", "February 2021 has 28 days"),
        ("2021-13-01", "there is no month 13"),
        ("Week 54, 2021", "2021 has no week 54"),
        ("2021-W53", "2021 has no week 53"),
        ("4 March", "a day without a year"),
        ("March", "a month without a year"),
        ("Q3", "a quarter without a year"),
        ("H2", "a half without a year"),
        ("04/03/2026", "04/03/2026 can be 4 March or 3 April"),
        ("04/03/26", "04/03/26 leaves open which number is the day, the month and the year"),
        ("5 March 2021 - 3 March 2021", "the range ends before it starts"),
    ],
)
def test_a_date_that_cannot_be_says_why(text: str, why: str) -> None:
    assert read(text, None) == why


@pytest.mark.parametrize(
    "text",
    ["", "Week 12", "Monday", "notes", "2020-21", "1.2.3", "21", "10-12", "3000", "1/2", "4 5 6", "x" * 99],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert read(text, None) is None


@pytest.mark.parametrize(
    ("text", "last", "rest"),
    [
        ("[Mar 4] Cut the build", "2021-03-04", "Cut the build"),
        ("\\[Mar 4\\] Cut the build", "2021-03-04", "Cut the build"),
        ("[Mar 4] [a link](https://example.org)", "2021-03-04", "[a link](https://example.org)"),
        ("(4 March): Cut the build", "2021-03-04", "Cut the build"),
        ("**2021-03-04**: Cut the build", "2021-03-04", "Cut the build"),
        ("**2021-03-04:** Cut the build", "2021-03-04", "Cut the build"),
        ("2021-03-04 Cut the build", "2021-03-04", "Cut the build"),
        ("2021-03-04. Cut the build", "2021-03-04", "Cut the build"),
        ("2021-03-04 - 12 people joined", "2021-03-04", "12 people joined"),
        ("2021-03-04 to 2021-03-06: offsite", "2021-03-06", "offsite"),
        ("Mar 4: Cut the build", "2021-03-04", "Cut the build"),
        ("4 March – Cut the build", "2021-03-04", "Cut the build"),
    ],
)
def test_a_date_before_a_note(text: str, last: str, rest: str) -> None:
    lead = leading(text, Y2021)
    assert lead is not None
    assert isinstance(lead.when, When)
    assert (lead.when.last, lead.rest) == (day(last), rest)


@pytest.mark.parametrize(
    "text",
    [
        "May 3 people joined",
        "[Mar 4](https://example.org)",
        "[WIP] Cut the build",
        "2021 was long",
        "Mar - Apr were long",
        "3 of 4",
    ],
)
def test_words_that_only_look_like_a_date_stay(text: str) -> None:
    assert leading(text, Y2021) is None


@pytest.mark.parametrize(
    ("text", "spent", "rest"),
    [
        ("*0.5 hour* Set up", 30, "Set up"),
        ("**2h** Set up", 120, "Set up"),
        ("(2h) Set up", 120, "Set up"),
        ("[1,5 hours]: Set up", 90, "Set up"),
        ("(1h 30m) Set up", 90, "Set up"),
        ("1h30 - Set up", 90, "Set up"),
        ("45 min: Set up", 45, "Set up"),
        ("1.5 hours Reading", 90, "Reading"),
        ("2 hours of downtime", None, "2 hours of downtime"),
        ("2 hours", None, "2 hours"),
        ("*2h*", None, "*2h*"),
        ("[2h](https://example.org) x", None, "[2h](https://example.org) x"),
        ("3 days Reading", None, "3 days Reading"),
        ("99999 hours Reading", None, "99999 hours Reading"),
    ],
)
def test_a_duration_before_a_note(text: str, spent: int | None, rest: str) -> None:
    start = prefix(text, None)
    assert (start.spent, start.rest) == (spent, rest)


def test_box_date_and_duration_in_any_order() -> None:
    one = prefix("[x] 2021-03-04: (2h) Cut the build", None)
    two = prefix("[ ] (2h) 2021-03-04: Cut the build", None)
    assert (one.tick, one.spent, one.rest) == ("x", 120, "Cut the build")
    assert (two.tick, two.spent, two.rest) == (" ", 120, "Cut the build")
    assert one.lead and two.lead and one.lead.when == two.lead.when == read("2021-03-04", None)


@pytest.mark.parametrize(
    ("text", "last", "rest"),
    [
        ("2021-03-04", "2021-03-04", ""),
        ("[Mar 4]", "2021-03-04", ""),
        ("**4 March:**", "2021-03-04", ""),
        ("2021-03-04 Sprint demo", "2021-03-04", "Sprint demo"),
        ("Week 12: planning", "2021-03-28", "planning"),
        ("Sprint demo (4 March)", "2021-03-04", "Sprint demo"),
        ("Sprint demo - 2021-03-04", "2021-03-04", "Sprint demo"),
        ("March 2021 - a release", "2021-03-31", "a release"),
    ],
)
def test_headings_with_a_date(text: str, last: str, rest: str) -> None:
    lead = heading(text, Y2021)
    assert lead is not None
    assert isinstance(lead.when, When)
    assert (lead.when.last, lead.rest) == (day(last), rest)


@pytest.mark.parametrize("text", ["Talks", "2000 users reached", "Part 2 (of 3)", "What I did - and why"])
def test_headings_without_one(text: str) -> None:
    assert heading(text, Y2021) is None


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)))
def test_every_day_reads_the_same_in_every_form(date: datetime.date) -> None:
    month = MONTHS[date.month - 1]
    forms = (
        date.isoformat(),
        f"{date.day} {month} {date.year}",
        f"{month[:3]} {date.day}, {date.year}",
        f"{date:%A} {date.day} {month[:3]}. {date.year}",
    )
    assert {read(form, None) for form in forms} == {When(date, date, "day")}
    iso = date.isocalendar()
    assert (
        read(f"{iso.year}-W{iso.week:02}-{iso.weekday}", None) == When(date, date, "day") or iso.year == 2200
    )


@given(st.text(alphabet="0123456789 -/.,[]()WQHmarchJanto:*", max_size=70))
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    for around in (None, Y2021, W12):
        assert isinstance(read(text, around), When | str | None)
        heading(text, around)
        assert isinstance(prefix(text, around).rest, str)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-11 November", ("2026-11-01", "2026-11-30")),
        ("2026-11 Nov", ("2026-11-01", "2026-11-30")),
        ("2026-11 March", "2026-11 March names two months"),
        ("2026/4 May", None),
    ],
)
def test_a_month_by_its_number_and_its_name(text: str, said: tuple[str, str] | str | None) -> None:
    year = When(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31), "year")
    when = read(text, year)
    assert ((str(when.first), str(when.last)) if isinstance(when, When) else when) == said


@pytest.mark.parametrize(
    ("text", "around", "why"),
    [
        ("45 March 2026 huh", None, "March has 31 days"),
        ("45 March 2026 huh", Y2021, "March has 31 days"),
        ("4 March 2026 Cut the build", None, "4 March 2026 has no colon after it"),
        ("March 4, 2026 Cut the build", None, "March 4, 2026 has no colon after it"),
        ("4 March 2026 Cut the build", Y2021, None),
        ("May 3 people joined", None, None),
        ("March 2026 was long", None, None),
        ("Cut the build on 4 March 2026 in time", None, None),
    ],
)
def test_a_day_that_only_a_blank_parts_from_its_note_is_in_doubt(
    text: str, around: When | None, why: str | None
) -> None:
    found = doubted(text, around)
    assert (found and found.when) == why
