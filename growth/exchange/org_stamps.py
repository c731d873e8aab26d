"""The timestamps of Org, and the clocks and notes of state that hold them."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from growth.exchange.written_dates import read
from growth.records.dates import Day
from growth.records.entry import MOST_MINUTES

# Bounded: what never closes is tried from each opening sign.
_STAMP = re.compile(r"([<\[])(\d{4}-\d\d-\d\d)(?![\d-])([^<>\[\]\n]{0,80})([>\]])")
_TIME = re.compile(r"(?<!\d)(\d{1,2}):(\d\d)(?:--?(\d{1,2}):(\d\d))?")
_REPEATER = re.compile(r"(?<!\S)(?:\+\+?|\.\+)\d")
_CLOCK = re.compile(r"\s*CLOCK:\s*(?P<rest>\S.*)$")
_AMOUNT = re.compile(r"=>\s*(\d{1,5}):(\d\d)\s*$")
_STATE = re.compile(r'\s*[-+]\s+State\s+"(?P<to>[^"\n]{1,40})"(?:\s+from(?:\s+"[^"\n]{0,40}")?)?\s+(?=\[)')


class Stamp(NamedTuple):
    """A timestamp; `fault` says why no calendar has its day."""

    start: int
    end: int
    day: Day | None
    minutes: int | None
    until: int | None
    active: bool
    repeats: bool
    fault: str = ""


def _minutes(hour: str | None, minute: str | None) -> int | None:
    return int(hour) * 60 + int(minute) if hour and minute else None


def _stamp(match: re.Match[str]) -> Stamp:
    time = _TIME.search(match[3])
    day: Day | None = None
    fault = ""
    try:
        day = datetime.date.fromisoformat(match[2])
    except ValueError:
        why = read(match[2], None)
        fault = why if isinstance(why, str) else "not a day that a calendar has"
    return Stamp(
        match.start(),
        match.end(),
        day,
        _minutes(time[1], time[2]) if time else None,
        _minutes(time[3], time[4]) if time else None,
        match[1] == "<",
        _REPEATER.search(match[3]) is not None,
        fault,
    )


def stamps(text: str) -> Iterator[Stamp]:
    """Yield the timestamps of a line, those that no calendar has too."""
    for match in _STAMP.finditer(text):
        if (match[1] == "<") == (match[4] == ">"):
            yield _stamp(match)


def stamp_at(text: str, place: int) -> Stamp | None:
    """Return the timestamp that begins at a place, or None."""
    match = _STAMP.match(text, place)
    return _stamp(match) if match and (match[1] == "<") == (match[4] == ">") else None


class Clock(NamedTuple):
    """Time clocked: how long, and the day on which it ended; `fault` says why it is none."""

    day: Day | None
    minutes: int = 0
    running: bool = False
    fault: str = ""


def clock(line: str) -> Clock | None:
    """Return what a line clocks, or None where it is no clock."""
    match = _CLOCK.match(line)
    if match is None:
        return None
    found = list(stamps(match["rest"]))
    amount = _AMOUNT.search(match["rest"])
    fault = next((one.fault for one in found if one.fault), "")
    if fault or len(found) > 2 or not (found or amount):
        return Clock(None, fault=fault or "a clock in no form that is known")
    if not found and amount:
        return Clock(None, int(amount[1]) * 60 + int(amount[2]))
    if len(found) == 1 and found[0].until is None:
        return Clock(found[0].day, running=True)
    return _between(found[0], found[-1])


def _between(first: Stamp, last: Stamp) -> Clock:
    ends = last.minutes if first is not last else last.until
    if first.day is None or last.day is None or first.minutes is None or ends is None:
        return Clock(None, fault="a clock without its time of day")
    minutes = (last.day - first.day).days * 24 * 60 + ends - first.minutes
    if not 0 <= minutes < MOST_MINUTES:
        return Clock(None, fault="a clock that ends before it starts" if minutes < 0 else "a clock of years")
    return Clock(last.day, minutes)


class State(NamedTuple):
    """A note that a task came into a state, and when."""

    to: str
    stamp: Stamp


def state(line: str) -> State | None:
    """Return the change of state that a line notes, or None."""
    match = _STATE.match(line)
    found = stamp_at(line, match.end()) if match else None
    return State(match["to"], found) if match and found else None
