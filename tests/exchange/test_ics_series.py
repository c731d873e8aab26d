"""Series as a calendar: to the byte, and read again they fall where the cadence says."""

import datetime
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from growth.exchange import ics, ics_series
from growth.rules import cadence
from growth.rules.series import Series, rule

STAMP = datetime.datetime(2026, 11, 24, 11, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))
Day = datetime.date


def series(words: str, first: Day, summary: str = "1:1 with Ana Silva") -> Series:
    known = cadence.parse(words)
    return Series(uid="a@growth", summary=summary, first=first, time=known.time, rule=rule(known, first))


WRITTEN = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//growth//growth//EN
BEGIN:VEVENT
SUMMARY:1:1 with Ana\\, or \\; <U+202E>[0m \\\\ and a name that goes on beyond
  the end of a line
DTSTART:20261124T100000
DURATION:PT30M
DTSTAMP:20261124T100000Z
UID:a@growth
RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU
END:VEVENT
BEGIN:VEVENT
SUMMARY:1:1 with Ana Silva
DTSTART;VALUE=DATE:20270131
DTSTAMP:20261124T100000Z
UID:a@growth
RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""


def test_a_calendar_to_the_byte() -> None:
    name = "1:1 with Ana, or ;\n\u202e[0m \\ and a name that goes on beyond the end of a line"
    both = [series("2w tue 10:00", Day(2026, 11, 24), name), series("monthly", Day(2027, 1, 31))]
    assert ics_series.write(both, STAMP) == WRITTEN.replace("\n", "\r\n")
    assert ics_series.write([], STAMP) == "".join(
        f"{line}\r\n" for line in ("BEGIN:VCALENDAR", *WRITTEN.split("\n")[1:3], "END:VCALENDAR")
    )


@given(
    st.sampled_from(
        ["weekly", "weekly tue 10:00", "2w", "3w sun 09:30", "10d", "10d mon", "20d fri", "daily 08:15"]
    ),
    st.dates(Day(2020, 1, 1), Day(2090, 1, 1)),
)
@settings(deadline=None)
def test_read_again_it_falls_where_the_cadence_says(words: str, day: Day) -> None:
    known = cadence.parse(words)
    first = cadence.next_meeting(known, day, day)
    data = ics_series.write([series(words, first)], STAMP).encode()
    start = datetime.datetime.combine(first, datetime.time()).astimezone()
    found = ics.read(data, name="x.ics", first=start, last=start + datetime.timedelta(120))
    expected = [first]
    while (following := cadence.after(known, expected[-1])) < first + datetime.timedelta(120):
        expected.append(following)
    assert [one.day for one in found.appointments] == expected
    assert {f"{one.start:%H:%M}" for one in found.appointments} == {known.time or "00:00"}


@given(st.sampled_from(["monthly", "3m"]), st.dates(Day(2020, 1, 1), Day(2090, 1, 1)))
@settings(deadline=None)
def test_a_month_has_one_and_no_month_is_left_out(words: str, first: Day) -> None:
    data = ics_series.write([series(words, first)], STAMP).encode()
    start = datetime.datetime.combine(first, datetime.time()).astimezone()
    found = ics.read(data, name="x.ics", first=start, last=start + datetime.timedelta(700))
    months = [one.day.year * 12 + one.day.month for one in found.appointments]
    assert {after - before for before, after in pairwise(months)} == {cadence.parse(words).months}
    assert all(
        one.day.day <= first.day and (one.day.day >= 28 or one.day.day == first.day)
        for one in found.appointments
    )
