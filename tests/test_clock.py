"""Days, periods and spans as people type them: local calendar, half-open, no gap and no overlap."""

import datetime
import time
from collections.abc import Iterator

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import clock
from growth.errors import WrongUsage
from growth.records.dates import EVER, Day, Period, Span
from growth.records.ids import ALPHABET, is_ending, is_id, new_id, short

TUESDAY = Day(2026, 11, 24)
UNREAD = "write 2026-03-04, today, yesterday, friday, 2w, '2w ago' or 'in 2w'"
days = st.dates(Day(1900, 1, 1), Day(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "back", "ahead"),
    [
        ("2026-03-04", "2026-03-04", "2026-03-04"),
        (" Today ", "2026-11-24", "2026-11-24"),
        ("yesterday", "2026-11-23", "2026-11-23"),
        ("tomorrow", "2026-11-25", "2026-11-25"),
        ("tuesday", "2026-11-24", "2026-11-24"),
        ("friday", "2026-11-20", "2026-11-27"),
        ("Mon", "2026-11-23", "2026-11-30"),
        ("thurs", "2026-11-19", "2026-11-26"),
        ("2w", "2026-11-10", "2026-12-08"),
        ("3 days", "2026-11-21", "2026-11-27"),
        ("2w ago", "2026-11-10", "2026-11-10"),
        ("in 2w", "2026-12-08", "2026-12-08"),
        ("1m", "2026-10-24", "2026-12-24"),
        ("9 months ago", "2026-02-24", "2026-02-24"),
        ("1y", "2025-11-24", "2027-11-24"),
        ("next monday", "2026-11-30", "2026-11-30"),
        ("last monday", "2026-11-23", "2026-11-23"),
        ("last Tuesday", "2026-11-17", "2026-11-17"),
        ("last fri", "2026-11-20", "2026-11-20"),
        ("End of  month", "2026-11-30", "2026-11-30"),
        ("27 Nov", "2025-11-27", "2026-11-27"),
    ],
)
def test_days(text: str, back: str, ahead: str) -> None:
    assert clock.day(text, TUESDAY) == Day.fromisoformat(back)
    assert clock.day(text, TUESDAY, "ahead") == Day.fromisoformat(ahead)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("04/03/2026", "'04/03/2026' could be 2026-03-04 or 2026-04-03", "write the one you mean"),
        ("4.3.2026", "'4.3.2026' could be 2026-03-04 or 2026-04-03", "write the one you mean"),
        ("24-12-2026", "cannot read '24-12-2026' as a day", "write 2026-12-24"),
        ("05/05/2026", "cannot read '05/05/2026' as a day", "write 2026-05-05"),
        ("2026-02-30", "there is no day 2026-02-30", "February 2026 has 28 days"),
        ("2026-13-01", "there is no day 2026-13-01", "there is no month 13; write 2026-03-04"),
        ("0000-01-01", "there is no day 0000-01-01", "there is no year 0; write 2026-03-04"),
        ("soon", "cannot read 'soon' as a day", UNREAD),
        ("fr", "cannot read 'fr' as a day", UNREAD),
        ("", "cannot read '' as a day", UNREAD),
        (
            "99/99/2026",
            "cannot read '99/99/2026' as a day",
            UNREAD,
        ),
        ("someday", "cannot read 'someday' as a day", UNREAD),
        ("31 nov", "cannot read '31 nov' as a day", UNREAD),
        ("9999y", "9999y from 2026-11-24 is outside the calendar", "choose a shorter span"),
    ],
)
def test_days_that_cannot_be_read(text: str, message: str, hint: str) -> None:
    with pytest.raises(WrongUsage) as raised:
        clock.day(text, TUESDAY)
    assert (raised.value.message, raised.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026", "2026-01-01", "2027-01-01"),
        ("2026-H2", "2026-07-01", "2027-01-01"),
        ("2026-h1", "2026-01-01", "2026-07-01"),
        ("2026-Q1", "2026-01-01", "2026-04-01"),
        ("2026-q4", "2026-10-01", "2027-01-01"),
        ("2026-03", "2026-03-01", "2026-04-01"),
        ("2024-02", "2024-02-01", "2024-03-01"),
        ("2026-W10", "2026-03-02", "2026-03-09"),
        ("2020-W53", "2020-12-28", "2021-01-04"),
        ("2026-W01", "2025-12-29", "2026-01-05"),
        ("2026-03-04", "2026-03-04", "2026-03-05"),
        ("yesterday", "2026-11-23", "2026-11-24"),
        ("this week", "2026-11-23", "2026-11-30"),
        ("last week", "2026-11-16", "2026-11-23"),
        ("This  Month", "2026-11-01", "2026-12-01"),
        ("last month", "2026-10-01", "2026-11-01"),
        ("this quarter", "2026-10-01", "2027-01-01"),
        ("last quarter", "2026-07-01", "2026-10-01"),
        ("last year", "2025-01-01", "2026-01-01"),
    ],
)
def test_periods(text: str, start: str, end: str) -> None:
    found = clock.period(text, TUESDAY)
    assert (found.start, found.end) == (Day.fromisoformat(start), Day.fromisoformat(end))


@pytest.mark.parametrize(
    "text", ["2026-Q5", "2026-H3", "2026-13", "2026-00", "2021-W53", "0000", "q1", "this decade", "", "9999"]
)
def test_periods_that_cannot_be_read(text: str) -> None:
    with pytest.raises(WrongUsage):
        clock.period(text, TUESDAY)


def test_an_ambiguous_day_is_no_period_either() -> None:
    with pytest.raises(WrongUsage, match="could be 2026-03-04 or 2026-04-03"):
        clock.period("04/03/2026", TUESDAY)
    with pytest.raises(WrongUsage, match="cannot read '31/12/2026' as a day"):
        clock.period("31/12/2026", TUESDAY)


def names(day: Day) -> Iterator[str]:
    year, week, _ = day.isocalendar()
    yield f"{day.year}"
    yield f"{day.year}-H{(day.month - 1) // 6 + 1}"
    yield f"{day.year}-Q{(day.month - 1) // 3 + 1}"
    yield f"{day:%Y-%m}"
    yield f"{year}-W{week:02}"
    yield day.isoformat()


@given(days)
def test_each_day_lies_in_its_periods_and_they_meet_without_gap_or_overlap(day: Day) -> None:
    for number, name in enumerate(names(day)):
        found = clock.period(name, TUESDAY)
        assert day in found
        assert found.start is not None and found.end is not None
        assert found.start in found and found.end not in found
        assert clock.period(list(names(found.end))[number], TUESDAY).start == found.end


@given(days, st.integers(0, 60), st.integers(0, 40))
def test_a_span_moves_and_moves_back(day: Day, months: int, number: int) -> None:
    assert clock.move(clock.move(day, clock.span(f"{number}w")), clock.span(f"{number}w"), -1) == day
    there = clock.move(day, clock.span(f"{months}m"))
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day == day.day or clock.move(there, clock.span("1d")).day == 1


@given(days, st.integers(-60, 60), st.integers(-40, 40))
def test_a_span_moves_as_the_calendar_does(day: Day, months: int, number: int) -> None:
    there = pendulum.Date(day.year, day.month, day.day).add(months=months, days=number)
    assert clock.move(day, Span(months=months, days=number)) == Day(there.year, there.month, there.day)


@pytest.mark.parametrize("text", ["", "w", "2 fortnights", "-1d", "99999d", "1.5w"])
def test_spans_that_cannot_be_read(text: str) -> None:
    with pytest.raises(WrongUsage, match="as a span"):
        clock.span(text)


def test_since_and_until_are_both_included() -> None:
    first, last = Day(2026, 3, 1), Day(2026, 3, 31)
    assert clock.between(None, None) is EVER
    assert clock.between(first, last) == Period(first, Day(2026, 4, 1), "2026-03-01 to 2026-03-31")
    assert clock.between(first, None) == Period(first, None, "since 2026-03-01")
    assert clock.between(None, last) == Period(None, Day(2026, 4, 1), "until 2026-03-31")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90m", 90),
        ("3h", 180),
        ("1h30m", 90),
        ("1 h 30 min", 90),
        ("1.5h", 90),
        ("2d", 960),
        ("1d 2h", 600),
        ("0m", 0),
    ],
)
def test_time_spent(text: str, minutes: int) -> None:
    assert clock.minutes(text) == minutes


@pytest.mark.parametrize("text", ["", " ", "3", "3x", "m", "h30"])
def test_time_spent_that_cannot_be_read(text: str) -> None:
    with pytest.raises(WrongUsage, match="as a time spent"):
        clock.minutes(text)


def test_now_is_what_growth_now_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GROWTH_NOW", "2026-03-04T23:30:00+02:00")
    assert clock.now() == datetime.datetime(2026, 3, 4, 21, 30, tzinfo=datetime.UTC)
    monkeypatch.setenv("GROWTH_NOW", "noon")
    with pytest.raises(WrongUsage, match="GROWTH_NOW is 'noon', which is no instant"):
        clock.now()
    monkeypatch.delenv("GROWTH_NOW")
    assert abs(clock.now() - datetime.datetime.now(datetime.UTC)) < datetime.timedelta(seconds=2)


@pytest.mark.parametrize(
    ("zone", "instant", "day"),
    [
        ("UTC", "2026-12-31T23:30:00+00:00", "2026-12-31"),
        ("Pacific/Kiritimati", "2026-12-31T10:30:00+00:00", "2027-01-01"),
        ("Pacific/Pago_Pago", "2027-01-01T10:30:00+00:00", "2026-12-31"),
        ("Europe/Berlin", "2026-03-29T00:59:59+00:00", "2026-03-29"),
        ("Europe/Berlin", "2026-03-28T23:30:00+00:00", "2026-03-29"),
        ("America/New_York", "2026-11-01T05:30:00+00:00", "2026-11-01"),
        ("America/St_Johns", "2026-11-01T02:00:00+00:00", "2026-10-31"),
        ("Australia/Lord_Howe", "2026-04-04T15:00:00+00:00", "2026-04-05"),
        ("Asia/Kathmandu", "2028-02-28T18:20:00+00:00", "2028-02-29"),
    ],
)
def test_today_is_the_local_day(monkeypatch: pytest.MonkeyPatch, zone: str, instant: str, day: str) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    monkeypatch.setenv("GROWTH_NOW", instant)
    assert clock.now().date().isoformat() == day


@given(days, st.sampled_from("jpsmt"))
def test_an_id_says_kind_and_day_and_survives_being_read_aloud(day: Day, letter: str) -> None:
    identifier = new_id(letter, day, ())
    assert is_id(identifier) and is_ending(identifier) and is_ending(short(identifier))
    assert identifier[:7] == f"{letter}{day:%y%m%d}"
    assert set(identifier[8:]) <= set(ALPHABET)
    assert set("ilou") & set(ALPHABET) == set()


def test_an_id_that_is_taken_is_not_given_out() -> None:
    class Taken:
        """Has everything at first."""

        asked = 0

        def __contains__(self, name: object) -> bool:
            self.asked += 1
            return self.asked < 4

    taken = Taken()
    assert is_id(new_id("j", TUESDAY, taken)) and taken.asked == 4


@pytest.mark.parametrize(
    "text", ["", "j261124-7k3", "j261124-7k3qq", "1261124-7k3q", "j26112x-7k3q", "j261124_7k3q"]
)
def test_what_is_no_id(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize("text", ["", "ä", "7K3Q", "x" * 13, "7k3 q", "7k3q/"])
def test_what_can_be_no_ending(text: str) -> None:
    assert not is_ending(text)


def test_the_calendar_ends() -> None:
    with pytest.raises(WrongUsage, match="'next year' is outside the calendar"):
        clock.day("next year", Day(9999, 12, 1))
    for late in (lambda: clock.between(None, Day.max), lambda: clock.period("9999-12-31", Day(2026, 11, 24))):
        with pytest.raises(WrongUsage, match="no day comes after 9999-12-31"):
            late()
    with pytest.raises(WrongUsage, match="cannot read '9999-W52' as a period"):
        clock.period("9999-W52", Day(2026, 11, 24))


@pytest.mark.parametrize("text", ["99999h", f"{'9' * 400}h"])
def test_longer_than_anything_takes(text: str) -> None:
    with pytest.raises(WrongUsage, match="too long for a time spent"):
        clock.minutes(text)
