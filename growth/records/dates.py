"""Days, periods and spans: local calendar, half-open."""

import datetime

import msgspec

Day = datetime.date
Instant = datetime.datetime


class Period(msgspec.Struct, frozen=True):
    """The days from `start` up to, not including, `end`; None is open on that side."""

    start: Day | None = None
    end: Day | None = None
    label: str = ""

    def __contains__(self, day: Day) -> bool:
        return (self.start is None or day >= self.start) and (self.end is None or day < self.end)


class Span(msgspec.Struct, frozen=True):
    """A length on the calendar: whole months first, then days."""

    months: int = 0
    days: int = 0
    label: str = ""


EVER = Period()
