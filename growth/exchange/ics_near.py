"""Which events of a calendar may fall into some days, told without reading them whole.

A calendar of many years is long, and nearly all of it is over. What is left out here is neither
read nor checked.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from growth.exchange.ics_lines import Event
from growth.records.dates import Day

_DAY = re.compile(r"(\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?:T\d{6}Z?)?")
_MOVED = "RECURRENCE-ID"
_UNTIL = re.compile(r"UNTIL=(\d{8})", re.IGNORECASE)


def near(events: Iterable[Event], first: Day, last: Day) -> list[Event]:
    """Return the events that may fall on a day from `first` to `last`, in their order.

    All of one UID stay together, since one of them may take the place of another; but what moves
    a time before those days to another before them changes nothing.
    """
    days = f"{first:%Y%m%d}", f"{last:%Y%m%d}"
    groups: dict[str, list[Event]] = {}
    for number, event in enumerate(events):
        groups.setdefault(event.value("UID") or f"\0{number}", []).append(event)
    chosen = [
        event
        for group in groups.values()
        if any(_may_fall(event, *days) for event in group)
        for event in _staying(group, days[0])
    ]
    return sorted(chosen, key=lambda event: event.number)


def _staying(group: list[Event], first: str) -> list[Event]:
    """Return the events of one UID but those that moved a time from before `first` to before it."""
    moves = [_was_moved(event, first) for event in group]
    # Two may move the same time, twice or as two zones name it: which of them counts, their order says.
    kept = [
        _day(event, _MOVED)
        for event, moved in zip(group, moves, strict=True)
        if not moved and event.all(_MOVED)
    ]
    if not all(kept):
        return group
    earliest = f"{date.fromisoformat(min(kept)) - timedelta(1):%Y%m%d}" if kept else first
    return [
        event
        for event, moved in zip(group, moves, strict=True)
        if not moved or _day(event, _MOVED) >= earliest
    ]


def _may_fall(event: Event, first: str, last: str) -> bool:
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
        return f"{date.fromisoformat(found[1]):%Y%m%d}" if found else ""
    except ValueError:
        return ""


def _was_moved(event: Event, first: str) -> bool:
    moved = event.all(_MOVED)
    if not moved or "RANGE" in moved[0].text.upper() or event.all("DURATION"):
        return False
    days = [_day(event, name) for name in (_MOVED, "DTSTART")]
    return all(days) and max(*days, _day(event, "DTEND")) < first
