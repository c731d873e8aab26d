"""Which events of a calendar may fall into some days, told without reading them whole.

A calendar of many years is long, and nearly all of it is over. What is left out here is not read.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from growth.exchange.ics_lines import Event
from growth.records.dates import Day

_DAY = re.compile(r"(\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?:T\d{6}Z?)?")
_MOVED = "RECURRENCE-ID"
_EVER, _NEVER = "00010101", "99991231"
_UNTIL = re.compile(r"UNTIL=(\d{8})", re.IGNORECASE)


def near(
    events: Callable[[], Iterable[Event]], first: Day, last: Day, aside: Counter[str]
) -> Iterator[Event]:
    """Yield the events that may fall on a day from `first` to `last`, in their order.

    All of one UID stay together, since one of them may take the place of another; but what moves
    a time before those days to another before them changes nothing. `events` walks through them anew
    each time it is called; `aside` counts those left out.
    """
    start, end = _written(first), _written(last)
    wanted: set[str] = set()
    # The first time of each UID that is moved into those days, or out of them; nothing where none tells it.
    moved: dict[str, str] = {}
    for event in events():
        if _may_fall(event, start, end):
            wanted.add(event.of)
        if event.all(_MOVED) and not _was_moved(event, start):
            of = event.of
            moved[of] = min(moved.get(of, _NEVER), _day(event, _MOVED))
    for event in events():
        of = event.of
        if of not in wanted:
            aside[side(event, first, last)] += not event.all(_MOVED)
            continue
        if not _was_moved(event, start) or _day(event, _MOVED) >= _from(moved.get(of, start)):
            yield event


def side(event: Event, first: Day, last: Day) -> str:
    """Return on which side of some days an event begins: `before`, `ahead`, or else `within`."""
    day = _day(event, "DTSTART")
    return "before" if day < _written(first) else "ahead" if day >= _written(last) else "within"


def _from(day: str) -> str:
    """Return from when on what was moved counts: two may move one time, twice or as two zones name it."""
    return _written(date.fromisoformat(day) - timedelta(1)) if day > _EVER else ""


def _written(day: Day) -> str:
    return day.isoformat().replace("-", "")


def _may_fall(event: Event, first: str, last: str) -> bool:
    # What cannot be read may fall on any day, and is told.
    if any(line.parts is None for line in event.lines):
        return True
    start, end = _day(event, "DTSTART"), _day(event, "DTEND")
    if not start or event.all("RDATE") or (event.all("DTEND") and not end):
        return True
    if min(start, end or start) > last:
        return False
    rules = [_UNTIL.search(line.text) for line in event.all("RRULE")]
    if not all(rules) or event.all("DURATION"):
        return True
    return max(start, end, *(until[1] for until in rules if until)) >= first


def _day(event: Event, name: str) -> str:
    """Return the day of a time as it is written; an empty string where it is none, or not one."""
    lines = event.all(name)
    found = _DAY.fullmatch(lines[0].value) if len(lines) == 1 else None
    try:
        return _written(date.fromisoformat(found[1])) if found else ""
    except ValueError:
        return ""


def _was_moved(event: Event, first: str) -> bool:
    moved = event.all(_MOVED)
    if not moved or "RANGE" in moved[0].text.upper() or event.all("DURATION"):
        return False
    days = [_day(event, name) for name in (_MOVED, "DTSTART")]
    return all(days) and max(*days, _day(event, "DTEND")) < first
