"""A cadence as a calendar tells it: the next meeting, and the rule by which it repeats."""

from collections.abc import Iterable

import msgspec

from growth.records.dates import Day
from growth.records.mentorship import Mentorship
from growth.rules import cadence
from growth.rules.cadence import Cadence
from growth.rules.meetings import Meeting

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SHORTEST_MONTH = 28


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """Meetings with one person. `uid` stays what it is however often the series is written.

    `time` is local and may be empty; `rule` is an RRULE of RFC 5545.
    """

    uid: str
    summary: str
    first: Day
    time: str = ""
    rule: str


def one_on_one(meeting: Meeting) -> Series | None:
    """Return the series of 1:1s with somebody; None where nothing says when the next one is."""
    person = meeting.person
    return _series(f"1on1-{person.id}@growth", f"1:1 with {person.name}", meeting, person.meets)


def mentoring(pair: Mentorship, meeting: Meeting) -> Series | None:
    """Return the series of a mentorship; None where nothing says when the next one is."""
    summary = f"Mentoring with {meeting.person.name}"
    return _series(f"mentoring-{pair.id}@growth", summary, meeting, pair.cadence)


def _series(uid: str, summary: str, meeting: Meeting, rhythm: str) -> Series | None:
    known = cadence.known(rhythm)
    if known is None or meeting.next is None:
        return None
    first = meeting.next
    return Series(uid=uid, summary=summary, first=first, time=known.time, rule=rule(known, first))


def rule(known: Cadence, first: Day) -> str:
    """Return the RRULE of a cadence whose next meeting is on `first`.

    Months with a weekday keep to its place in the month, such as the fourth Thursday, and those
    without to the number of the day, or the last one of a shorter month.
    """
    if known.months:
        return _every("MONTHLY", known.months, *_in_month(known, first))
    if known.weekday is not None:
        # The meeting after one is moved to the weekday of its week; so many weeks lie between them.
        weeks = (known.weekday + known.days) // 7
        return _every("WEEKLY", weeks, f"BYDAY={_WEEKDAYS[known.weekday]}")
    if known.days % 7 == 0:
        return _every("WEEKLY", known.days // 7)
    return _every("DAILY", known.days)


def _every(unit: str, number: int, *more: str) -> str:
    return ";".join((f"FREQ={unit}", *((f"INTERVAL={number}",) if number > 1 else ()), *more))


def _in_month(known: Cadence, first: Day) -> Iterable[str]:
    if known.weekday is not None:
        place = (first.day - 1) // 7 + 1
        yield f"BYDAY={place if place < 5 else -1}{_WEEKDAYS[known.weekday]}"
    elif first.day > _SHORTEST_MONTH:
        days = range(_SHORTEST_MONTH, first.day + 1)
        yield f"BYMONTHDAY={','.join(str(day) for day in days)}"
        yield "BYSETPOS=-1"
