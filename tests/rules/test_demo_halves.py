"""The half year that the demo judges is one of the calendar, and has days behind it on any day."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from growth.records.assessment import Assessment
from growth.records.entry import Entry
from growth.rules import demo_days
from growth.rules.demo_halves import half_year, placed

days = st.dates(datetime.date(2024, 1, 1), datetime.date(2040, 12, 31))
ROW = {
    "record": "assessment", "ladder": "x", "target": "L5", "half": 1, "day": -3, "finished": 6,
    "ratings": [{"criterion": "a-L5-1", "judgement": "doing", "statement": "It runs.", "day": 1}],
    "evidence": [
        {"criterion": "a-L5-1", "record": "key:old", "up": True, "day": 2},
        {"criterion": "a-L5-1", "record": "ana:key:new", "up": True, "day": 2},
    ],
}  # fmt: skip


def test_a_half_year_runs_from_january_or_july() -> None:
    day = datetime.date
    assert half_year(day(2026, 11, 24), 0).label == "2026-H2"
    assert half_year(day(2026, 11, 24), 1) == half_year(day(2026, 5, 1), 0)
    # At the beginning of a year the one that is over is looked back on.
    assert half_year(day(2027, 1, 20), 0).label == "2026-H2"
    assert half_year(day(2027, 3, 20), 0).label == "2027-H1"
    assert half_year(day(2027, 3, 20), 1).label == "2026-H2"


@given(days, st.integers(0, 3))
def test_it_has_begun_long_enough_ago(today: datetime.date, before: int) -> None:
    period = half_year(today, before)
    assert period.start and period.end
    assert 60 <= (today - period.start).days < 245 + 185 * before
    assert period.start.day == period.end.day == 1 and 181 <= (period.end - period.start).days <= 184


@given(days)
def test_what_is_finished_is_counted_from_the_end_of_its_half(today: datetime.date) -> None:
    now = datetime.datetime.combine(today, datetime.time(10), datetime.UTC)
    period = half_year(today, 1)
    assert period.start and period.end
    within = (period.start - today).days + 100
    lent = demo_days.lent([{"record": "entry", "key": "new", "title": "New", "day": within}], today, 5, "ana")
    old = {"record": "entry", "key": "old", "title": "Old", "day": within - 300}
    entry, made = demo_days.records([old, ROW], now, 0, lent)
    assert isinstance(entry, Entry) and isinstance(made, Assessment)
    assert (made.start, made.end, made.period) == (period.start, period.end, period.label)
    assert made.day == period.end - datetime.timedelta(days=3)
    assert made.finished == period.end + datetime.timedelta(days=6) <= today
    assert made.ratings[0].day == period.end + datetime.timedelta(days=1)
    # What lies outside of the half year is no evidence in it.
    theirs = period.start + datetime.timedelta(days=100)
    assert [one.record for one in made.evidence] == [f"ana:j{theirs:%y%m%d}-{demo_days.ending(5)}"]


def test_other_rows_stay_as_they_are() -> None:
    row = {"record": "entry", "title": "New", "day": -3}
    assert placed(row, datetime.date(2026, 11, 24)) is row
