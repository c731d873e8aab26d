"""Read todo.txt: what is done is work, what is open a promise.

A library would drop every word with a colon from the text, and refuse a file for one bad day.
"""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from growth.exchange import limits, long_lines
from growth.exchange.formats import Head
from growth.exchange.markdown_text import links
from growth.exchange.source_ids import digest, reading
from growth.exchange.stretches import tags
from growth.records.dates import Day
from growth.records.imported import Found, Misread, Reading, ReadOptions
from growth.records.seen import Counted

FORMAT = "todo.txt"
_NAMES = ("todo.txt", "done.txt")
_ENDINGS = ("", ".txt")
_LINE = re.compile(r"\r\n|\n|\r")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?: +|$)", re.ASCII)
_PRIORITY = re.compile(r"\(([A-Z])\)(?: +|$)")
# Lines that nothing else begins so; a list of plain words may be anything.
_SURE = re.compile(r"x \d{4}-\d\d-\d\d |\([A-Z]\) \S|\d{4}-\d\d-\d\d (?:.* )?[@+]\w", re.ASCII)


class _Task(NamedTuple):
    done: bool
    priority: str
    days: list[str]
    words: list[str]

    @property
    def created(self) -> str:
        """The day it was written down: the only one of an open task, the second of one that is done."""
        return self.days[-1] if len(self.days) == 1 + self.done else ""


class _NoDay(Exception):
    """A day that no calendar has."""


def is_one(head: Head) -> bool:
    """Tell by the name of the file, or by how most of its lines begin."""
    name = head.name.lower()
    if name in _NAMES or name.endswith(tuple(f".{one}" for one in _NAMES)):
        return bool(head.text)
    if head.ending not in _ENDINGS and head.ending != name:
        return False
    lines = [line for line in _LINE.split(head.text[:20_000]) if line.strip()]
    sure = sum(_SURE.match(line) is not None for line in lines)
    return sure > 0 and sure * 2 >= len(lines)


def _task(line: str) -> _Task:
    """Take a line apart: a mark, a priority, the days, the words."""
    rest = line.strip()
    done = rest.startswith("x ")
    rest = rest[2:].lstrip() if done else rest
    priority, days = "", list[str]()
    while True:
        if not priority and (match := _PRIORITY.match(rest)):
            priority = match[1]
        elif len(days) < 1 + done and (match := _DAY.match(rest)):
            days.append(match[1])
        else:
            return _Task(done, priority, days, rest.split())
        rest = rest[match.end() :]


def _day(text: str) -> Day:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise _NoDay(f"there is no day {text}") from None


def _is_field(word: str) -> bool:
    return (word[:1] in "@+" and len(word) > 1) or word.startswith(("due:", "pri:"))


def _named(task: _Task) -> tuple[str, tuple[str, ...]]:
    """Return the project and the tags: contexts, and the projects after the first."""
    projects = [word[1:] for word in task.words if word.startswith("+") and len(word) > 1]
    contexts = [word[1:] for word in task.words if word.startswith("@") and len(word) > 1]
    return (projects or [""])[0], tags([*contexts, *projects[1:]])


def _source(task: _Task) -> str:
    """Return the key of a task, the same when it is done; what has no day of its own is told by its text."""
    if task.done and not task.created:
        return ""
    words = (word for word in task.words if not word.startswith(("due:", "pri:")))
    return f"{FORMAT}:{task.created or 'open'}:{digest(*words)}"


def _done(task: _Task, line: int, day: Day | None) -> Found:
    """Return work; the fields at the end are no words of it, those within a sentence are."""
    project, labels = _named(task)
    words = list(task.words)
    while len(words) > 1 and _is_field(words[-1]):
        words.pop()
    text = " ".join(words)
    return Found(
        line=line,
        day=day,
        precision="day" if day else "none",
        title=text,
        tags=labels,
        project=project,
        links=links(text),
        source=_source(task),
        version=digest("done", day) if _source(task) else "",
    )


def _open(task: _Task, line: int, day: Day, due: Day | None) -> Found:
    """Return a promise: it keeps its words whole, as it has no tags, project or priority."""
    project, labels = _named(task)
    words = [word for word in task.words if not (due and word.startswith("due:"))] or task.words
    text = " ".join(words)
    return Found(
        line=line,
        day=day,
        precision="day",
        title=f"({task.priority}) {text}" if task.priority else text,
        tags=labels,
        project=project,
        links=links(text),
        becomes="action",
        due=due,
        source=_source(task),
        version=digest("open", task.priority, due),
    )


def _read(line: int, task: _Task, today: Day) -> Found:
    if task.done:
        return _done(task, line, _day(task.days[0]) if task.days else None)
    due = next((word.removeprefix("due:") for word in task.words if word.startswith("due:")), "")
    return _open(task, line, _day(task.created) if task.created else today, _day(due) if due else None)


def _numbered(piece: Found, like: Counted) -> Found:
    """Return a task with a key of its own where the same one stands in the file before."""
    nth = like.nth(piece.source) if piece.source else 1
    return msgspec.structs.replace(piece, source=f"{piece.source}.{nth}") if nth > 1 else piece


def _pieces(data: bytes, name: str, today: Day) -> Iterator[Found | Misread]:
    like = Counted()
    for number, raw in long_lines.lines(data, name):
        line = raw.decode()
        if not line.strip():
            continue
        task = _task(line)
        if not task.words:
            yield Misread(number, line.strip(), "a task without words")
            continue
        try:
            yield _numbered(_read(number, task, today), like)
        except _NoDay as error:
            # Without the day it is undated, and an open task none the less.
            kept = _done(task, number, None) if task.done else _open(task, number, today, None)
            yield Misread(number, line.strip(), str(error), _numbered(kept, like))


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return an entry for each line that is done and an action for each that is open."""
    limits.check_lines(data, name)
    return reading(FORMAT, _pieces(data, name, options.today))
