"""Dates in a form that the user names, as strftime writes them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.exchange import date_forms

DAY = datetime.date(2026, 11, 4)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("%d/%m/%Y", "04/11/2026"),
        ("%d/%m/%Y", "04/11/2026 09:14"),
        ("%d/%m/%Y", "04/11/2026, 9:14 p.m."),
        ("%F %r", "2026-11-04 09:14:00 AM"),
        ("%F %T", "2026-11-04 21:14:00"),
        ("%D", "11/04/26"),
        ("%-d.%-m.%Y", "4.11.2026"),
        ("%e %b %Y %k:%M", "4 Nov 2026 9:14"),
        ("%A, %d %B %Y at %H:%M", "Wednesday, 04 November 2026 at 09:14"),
        ("%Y-%m-%dT%H:%M:%S%z", "2026-11-04T23:59:00-11:00"),
    ],
)
def test_what_strftime_writes_is_read(form: str, text: str) -> None:
    assert date_forms.day(text, date_forms.form(form)) == DAY


@pytest.mark.parametrize("text", ["31/02/2026", "2026-11-04", "", "4", "04/11/2026 and more"])
def test_what_has_another_form_is_no_day(text: str) -> None:
    assert date_forms.day(text, "%d/%m/%Y") is None


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ("%d/%Q", "--date-format '%d/%Q' has '%Q', which stands for nothing"),
        ("%d %", "--date-format '%d %' has '%', which stands for nothing"),
        ("%d %d %Y", "--date-format '%d %d %Y' names a part twice"),
    ],
)
def test_a_form_that_is_none_is_refused(form: str, message: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        date_forms.form(form)
    assert refused.value.message == message
    assert refused.value.hint == (
        "such as --date-format '%d/%m/%Y %H:%M': %d the day, %m the month, %Y the year"
    )


@given(
    st.dates(min_value=datetime.date(1900, 1, 1)), st.sampled_from(["%d/%m/%Y", "%F", "%b %d, %Y", "%j %Y"])
)
def test_every_day_comes_back(day: datetime.date, form: str) -> None:
    read = date_forms.form(form)
    assert date_forms.day(day.strftime(read), read) == day


@given(st.text(max_size=40), st.text(max_size=60))
def test_any_form_reads_any_text_or_is_refused(form: str, text: str) -> None:
    try:
        date_forms.day(text, date_forms.form(form))
    except WrongUsage as refused:
        assert refused.hint
