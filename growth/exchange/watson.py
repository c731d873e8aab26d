"""Read the frames of Watson, the time tracker, or what its `watson log --json` prints."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from growth.exchange import json_items
from growth.exchange.formats import Head
from growth.exchange.instants import instant, of_seconds
from growth.exchange.stretches import Stretch, alone, put_together, tags, timed
from growth.records.imported import Misread, Reading, ReadOptions

FORMAT = "watson"
_NAMES = {"id", "project", "start", "stop", "tags"}
_LOOKED_AT = 20
# The frame that is not over yet, in a log that was asked for it.
_RUNNING = "current"


class _Frame(NamedTuple):
    start: Any
    stop: Any
    project: str
    id: str
    tags: Any


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _frame(value: Any) -> _Frame | None:
    if isinstance(value, dict) and value.keys() == _NAMES:
        frame = _Frame(*(value[name] for name in ("start", "stop", "project", "id", "tags")))
        times = isinstance(frame.start, str) and isinstance(frame.stop, str | None)
    elif isinstance(value, list) and 4 <= len(value) <= 6:
        frame = _Frame(*(*value, [])[:5])
        times = _number(frame.start) and (frame.stop is None or _number(frame.stop))
    else:
        return None
    named = isinstance(frame.project, str) and isinstance(frame.id, str)
    return frame if times and named and isinstance(frame.tags, list | None) else None


def is_one(head: Head) -> bool:
    """Tell whether a list of frames stands in the file."""
    value = head.json
    return isinstance(value, list) and bool(value) and all(map(_frame, value[:_LOOKED_AT]))


def _moment(value: Any) -> datetime | None:
    return instant(value) if isinstance(value, str) else of_seconds(value)


def _told(those: Sequence[Stretch]) -> tuple[str, str]:
    labels = dict.fromkeys(label for one in those for label in one.notes)
    project = those[0].project or "Tracked time"
    return f"{project}: {', '.join(labels)}" if labels else project, ""


def _stretch(item: json_items.Item, frame: _Frame) -> Stretch | Misread:
    day, seconds, why = timed(_moment(frame.start), _moment(frame.stop))
    project = " ".join(frame.project.split())
    labels = tuple(filter(None, (" ".join(str(label).split()) for label in frame.tags or ())))
    own = frame.id or str(frame.start)
    found = Stretch(item.line, day, seconds, project, own, project, tags(labels), labels)
    return Misread(item.line, item.text, why, alone(FORMAT, found, _told)) if why else found


def _pieces(data: bytes, name: str, left: Counter[str]) -> Iterator[Stretch | Misread]:
    for item in json_items.items(data, name):
        frame = _frame(item.value)
        if frame is None:
            why = item.fault or "not a frame: [start, stop, project, id, tags, updated]"
            yield Misread(item.line, item.text, why)
        elif frame.stop is None or frame.id == _RUNNING:
            left["running frame"] += 1
        else:
            yield _stretch(item, frame)


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return an entry a day and project with the time spent on it, or with `each` one a frame."""
    left: Counter[str] = Counter()
    return put_together(FORMAT, _pieces(data, name, left), _told, left, each=options.each)
