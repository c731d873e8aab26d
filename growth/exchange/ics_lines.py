"""The content lines of a calendar file (.ics), each with the number it stands at, and its events."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from growth.errors import Refused
from growth.exchange import text_parts

DEPTH = 10
LONGEST = 100_000
# What is read of an event; pictures, descriptions and alarms are not.
TIMES = ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")
KEPT = frozenset((*TIMES, "UID", "SEQUENCE", "SUMMARY", "STATUS", "CLASS", "ATTENDEE", "ORGANIZER"))
_BREAK = re.compile(r"\r\n|\n|\r")
_VALUE = r'(?:"[^"]*"|[^";:,]*)'
_LINE = re.compile(rf"[\w-]+(?P<parameters>(?:;[\w-]+={_VALUE}(?:,{_VALUE})*)*):(?P<value>.*)", re.ASCII)
_NAME = re.compile(r"[\w-]+", re.ASCII)


class Line(NamedTuple):
    """One line, its continuations joined to it. `name` is in capitals, `number` where it begins."""

    number: int
    name: str
    text: str

    @property
    def parts(self) -> tuple[str, str] | None:
        """The parameters and the value; None where the line has not the form of one."""
        found = _LINE.fullmatch(self.text)
        return (found["parameters"], found["value"]) if found else None

    @property
    def value(self) -> str:
        return self.text.partition(":")[2].strip()


class Event(NamedTuple):
    """The lines of one event that are of use, and the line at which it begins."""

    number: int
    lines: tuple[Line, ...]

    def all(self, name: str) -> list[Line]:
        """Return the lines of that name."""
        return [line for line in self.lines if line.name == name]

    def value(self, name: str) -> str:
        """Return the value of the first line of that name, or an empty string."""
        return next((line.value for line in self.lines if line.name == name), "")

    @property
    def private(self) -> bool:
        """Tell whether others may not see it; a class that nobody knows is private, says the standard."""
        return any(line.value.upper() not in ("", "PUBLIC") for line in self.all("CLASS"))

    @property
    def repeats(self) -> bool:
        return any(self.all(name) for name in ("RRULE", "RDATE", "RECURRENCE-ID"))

    @property
    def of(self) -> str:
        """What all of one UID have in common; without one each stands for itself."""
        return self.value("UID") or f"\0{self.number}"

    def place(self, *names: str) -> int:
        """Return the number of the first line of those names, the first name first; else the event's."""
        return next((line.number for name in names for line in self.all(name)), self.number)


def fault(name: str, number: int, why: str) -> Refused:
    """Return the refusal of a calendar that cannot be read, with the line."""
    return Refused(f"{name}, line {number}: {why}", "export the calendar once more, or mend that line")


def _lines(data: bytes) -> Iterator[Line]:
    number, begun, joined = 0, 0, ""
    for text in text_parts.parts(data):
        lines = _BREAK.split(text)
        if not lines[-1]:
            lines.pop()
        for line in lines:
            number += 1
            if line[:1] in (" ", "\t") and joined:
                # A picture is folded, too, and far longer than all that is read.
                joined += line[1:] if len(joined) <= LONGEST else ""
                continue
            if joined.strip():
                yield _line(begun, joined)
            begun, joined = number, line
    if joined.strip():
        yield _line(begun, joined)


def _line(number: int, text: str) -> Line:
    found = _NAME.match(text)
    return Line(number, found[0].upper() if found else "", text)


class Sheet:
    """A calendar that is taken apart line by line, each time anew, so that it is never held as a whole.

    `zones` are the lines of its own time zones, `zone` is the name of its own; both are known once
    all events were walked through.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name
        self.zones: list[Line] = []
        self.zone = ""
        self.cancelled = False
        self._open: list[str] = []
        self._event: list[Line] = []
        self._begun = 0

    def events(self) -> Iterator[Event]:
        """Yield the events; refuse what has not the form of a calendar."""
        self.zones, self._open, last = [], [], 0
        for line in _lines(self._data):
            last = line.number
            if line.name == "BEGIN":
                self._begin(line)
            if not self._open:
                raise self._fault(line, "stands outside of BEGIN:VCALENDAR and END:VCALENDAR")
            self._keep(line)
            if line.name == "END":
                if self._open[-1] != line.value.upper():
                    raise self._fault(line, f"ends {line.value.upper()}, but {self._open[-1]} is open")
                if self._open[1:] == ["VEVENT"]:
                    yield Event(self._begun, tuple(self._event))
                self._open.pop()
        if not last:
            raise Refused(f"{self._name} is empty", "name the file that a calendar was exported to")
        if self._open:
            raise fault(self._name, last, f"the file ends, but {self._open[-1]} is still open")

    def _fault(self, line: Line, why: str) -> Refused:
        return fault(self._name, line.number, why)

    def _begin(self, line: Line) -> None:
        what = line.value.upper()
        if not self._open and what != "VCALENDAR":
            raise self._fault(line, "is not BEGIN:VCALENDAR, so this is no calendar")
        self._open.append(what)
        if len(self._open) > DEPTH:
            raise self._fault(line, f"is nested deeper than {DEPTH} levels")
        if self._open[1:] == ["VEVENT"]:
            self._event, self._begun = [], line.number

    def _keep(self, line: Line) -> None:
        inside = self._open[1:]
        if inside == ["VEVENT"]:
            if line.name in KEPT:
                self._event.append(line)
        elif inside[:1] == ["VTIMEZONE"]:
            if line.parts is None:
                raise self._fault(line, f"{line.name or 'it'} is written in no form that is known")
            self.zones.append(line)
        elif not inside and line.name == "X-WR-TIMEZONE":
            self.zone = line.value
        elif not inside and line.name == "METHOD":
            self.cancelled = line.value.upper() == "CANCEL"
