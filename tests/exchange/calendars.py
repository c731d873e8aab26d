"""Calendars for tests, written as programs write them."""

import datetime

from growth.exchange import ics
from growth.records.appointment import Calendar

ZONE = """\
BEGIN:VTIMEZONE
TZID:Our Office
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
"""
TODAY = datetime.date(2026, 11, 24)  # a Tuesday
MIDNIGHT = datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)


def event(start: str, *more: str, uid: str = "one@example.org", summary: str = "Ana and me") -> str:
    """Return an event; `start` is what stands behind DTSTART, with its sign."""
    lines = ("BEGIN:VEVENT", f"UID:{uid}", f"DTSTART{start}", f"SUMMARY:{summary}", *more, "END:VEVENT")
    return "".join(f"{line}\n" for line in lines)


def calendar(*events: str, head: str = "") -> bytes:
    """Return a calendar of events. The first of them begins at line 3."""
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{''.join(events)}END:VCALENDAR\n".encode()


def read(data: bytes, days: int = 14) -> Calendar:
    """Return what a calendar says of the days from 24 November 2026 on."""
    return ics.read(data, name="work.ics", first=MIDNIGHT, last=MIDNIGHT + datetime.timedelta(days))


def times(found: Calendar) -> list[str]:
    """Return when each appointment begins, in local time."""
    return [f"{one.start:%Y-%m-%d %H:%M}" for one in found.appointments]
