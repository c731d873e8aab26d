"""What a headline of Org says of when: planned, closed, clocked, noted; and what is left of its text."""

import re
from typing import NamedTuple

from growth.exchange.leading_dates import leading
from growth.exchange.org_lines import Headline, Line
from growth.exchange.org_stamps import Stamp, clock, stamp_at, stamps, state
from growth.exchange.org_text import markdown
from growth.exchange.written_dates import When
from growth.records.dates import Day

_PLANNED = re.compile(r"\s*(CLOSED|SCHEDULED|DEADLINE):\s*(?=[<\[])")
_HOUR = re.compile(r"\d{1,2}:\d\d(?:\s*[-–]{1,2}\s*\d{1,2}:\d\d)?(?:\s+|$)")
_ITEM = re.compile(r"\s*[-+]\s")
# More lines than anybody writes beside a change of state.
NOTE = 100
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED = ("CREATED", "DATE", "TIMESTAMP")


class Fault(NamedTuple):
    line: int
    text: str
    why: str


class Ended(NamedTuple):
    """One note that a task came into a state, and what was written beside it."""

    to: str
    stamp: Stamp
    note: str


def _note(line: Line, lines: list[Line], at: int) -> list[Line]:
    """Return the lines that were written beside a change of state: backslashes say that some follow."""
    if not line.text.rstrip().endswith("\\\\"):
        return []
    note: list[Line] = []
    for line in lines[at : at + NOTE]:
        if not line.text[:1].isspace() or _ITEM.match(line.text) or clock(line.text):
            break
        note.append(line)
    return note


class Times:
    """The times of one headline; `body` is what is left of its lines."""

    def __init__(self, headline: Headline) -> None:
        self.faults: list[Fault] = []
        self.planned: dict[str, Stamp] = {}
        self.clocked: list[tuple[Day, int]] = []
        self.unplaced = self.running = 0
        self.ended: list[Ended] = []
        self.when: When | None = None
        self.body: list[Line] = []
        self.title = self._title(headline)
        self.created = self._created(headline)
        self._lines(headline)

    @property
    def has_own(self) -> bool:
        """Tell whether the headline says by itself when it was."""
        clocked = self.clocked or self.running or self.unplaced
        return bool(self.when or self.planned or clocked or self.ended or self.created)

    def _known(self, stamp: Stamp, line: Line) -> Stamp | None:
        if stamp.fault:
            self.faults.append(Fault(line.number, line.text.strip(), stamp.fault))
        return None if stamp.fault else stamp

    def _title(self, headline: Headline) -> str:
        """Take the timestamps and dates off the edges of the title."""
        title, line = headline.title, Line(headline.line, headline.raw)
        found = list(stamps(title))
        known = [stamp for stamp in found if self._known(stamp, line)]
        for start, end in reversed(_spans(title, found)):
            before, after = title[:start].rstrip(), title[end:].strip()
            # In a sentence it stays where it stands.
            if not before or not after:
                title = f"{before} {after}".strip()
        if known and known[0].day:
            self.when = When(known[0].day, known[0].day, "day")
            return title
        lead = leading(title, None) if _YEAR.match(title) else None
        if lead and isinstance(lead.when, str):
            self.faults.append(Fault(headline.line, headline.raw, lead.when))
        elif lead and isinstance(lead.when, When):
            self.when = lead.when
        return lead.rest if lead and lead.rest else title

    def _created(self, headline: Headline) -> Stamp | None:
        for key in _DATED if headline.properties else ():
            line = Line(headline.line, f":{key}: {headline.properties.get(key, '')}")
            for stamp in stamps(line.text):
                return self._known(stamp, line)
        return None

    def _lines(self, headline: Headline) -> None:
        """Take planning, clocks and notes of state out of the lines under a headline."""
        first = 0
        while first < len(headline.body) and self._plan(headline.body[first]):
            first += 1
        for lines in (headline.body[first:], headline.log):
            at = 0
            while at < len(lines):
                line, ended = lines[at], state(lines[at].text)
                at += 1
                if ended:
                    note = _note(line, lines, at)
                    at += len(note)
                    if self._known(ended.stamp, line):
                        self.ended.append(Ended(ended.to, ended.stamp, markdown(note)))
                elif not self._clock(line):
                    self.body.append(line)

    def _plan(self, line: Line) -> bool:
        """Take what a line under the headline plans; tell whether it does."""
        place = 0
        while match := _PLANNED.match(line.text, place):
            stamp = stamp_at(line.text, match.end())
            if stamp is None:
                break
            place = stamp.end
            if known := self._known(stamp, line):
                self.planned[match[1]] = known
        return place > 0

    def _clock(self, line: Line) -> bool:
        found = clock(line.text)
        if found is None:
            return False
        if found.fault:
            self.faults.append(Fault(line.number, line.text.strip(), found.fault))
        elif found.running:
            self.running += 1
        elif found.day:
            self.clocked.append((found.day, found.minutes))
        else:
            self.unplaced += found.minutes
        return True

    def named(self, key: str) -> Day | None:
        """Return the day of CLOSED, SCHEDULED or DEADLINE."""
        return self.planned[key].day if key in self.planned else None

    def text_day(self) -> Day | None:
        """Return the day of a timestamp that stands alone on a line, else of the first inactive one."""
        lone = [stamp for line in self.body if (stamp := _lone(line))]
        lone.sort(key=lambda stamp: stamp.active)
        inside = (
            stamp for line in self.body for stamp in stamps(line.text) if stamp.day and not stamp.active
        )
        first = lone[0] if lone else next(inside, None)
        return first.day if first else None

    def words(self, day: Day | None) -> list[Line]:
        """Return the lines of the text, without those that say nothing but that day."""
        return [line for line in self.body if day is None or (lone := _lone(line)) is None or lone.day != day]

    def text_fault(self) -> Fault | None:
        """Return the first timestamp of the text that no calendar has."""
        for line in self.body:
            for stamp in stamps(line.text):
                if stamp.fault:
                    return Fault(line.number, line.text.strip(), stamp.fault)
        return None


def _spans(text: str, found: list[Stamp]) -> list[tuple[int, int]]:
    """Return where timestamps stand, those of a range as one."""
    spans: list[tuple[int, int]] = []
    for stamp in found:
        if spans and text[spans[-1][1] : stamp.start] == "--":
            spans[-1] = spans[-1][0], stamp.end
        else:
            spans.append((stamp.start, stamp.end))
    return spans


def _lone(line: Line) -> Stamp | None:
    """Return the timestamp, or the first of a range, that a line holds and nothing else."""
    found = [stamp for stamp in stamps(line.text) if stamp.day]
    if not found or (line.text[: found[0].start] + line.text[found[-1].end :]).strip():
        return None
    return found[0]


def without_hour(title: str) -> str:
    """Return a title of a day without the hour it begins with; an hour alone stays."""
    match = _HOUR.match(title)
    return title[match.end() :] if match and title[match.end() :] else title
