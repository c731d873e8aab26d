"""Read what `task export` prints: what is completed is work, what is open a promise."""

from collections import Counter
from typing import Any

from msgspec.structs import replace

from growth.exchange import json_items
from growth.exchange.formats import Head
from growth.exchange.instants import instant
from growth.exchange.left_out import left_out
from growth.exchange.markdown_text import links
from growth.exchange.source_ids import digest, reading, source
from growth.exchange.stretches import tags
from growth.records.dates import Day
from growth.records.imported import Found, Misread, Reading, ReadOptions

FORMAT = "taskwarrior"
_NEEDED = {"uuid", "description", "status", "entry"}
_LOOKED_AT = 20
# A parent stands for the tasks that came of it, which are listed themselves.
_LEFT = {"deleted": "deleted task", "recurring": "recurring parent"}
_OPEN = ("pending", "waiting")


def _is_task(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() >= _NEEDED and isinstance(value["status"], str)


def is_one(head: Head) -> bool:
    """Tell whether tasks stand in the file, as one list or one a line."""
    value = head.json if isinstance(head.json, list) else [head.first]
    return bool(value) and all(map(_is_task, value[:_LOOKED_AT]))


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _day(value: Any) -> Day | None:
    moment = instant(value) if isinstance(value, str) else None
    return moment.date() if moment else None


def _notes(task: dict[str, Any], done: Day | None) -> str:
    """Return the annotations, the oldest first, each with its day where that is not the last one."""
    lines: list[tuple[str, str]] = []
    written = task.get("annotations")
    for note in written if isinstance(written, list) else ():
        text = _text(note.get("description")) if isinstance(note, dict) else ""
        if text:
            day = _day(note.get("entry"))
            lines.append((_text(note.get("entry")), text if day in (None, done) else f"{day}: {text}"))
    lines.sort(key=lambda pair: pair[0])
    return "\n".join(f"- {' '.join(text.split())}" for _, text in lines)


def _found(task: dict[str, Any], line: int, day: Day | None, due: Day | None) -> Found:
    first, _, rest = _text(task["description"]).partition("\n")
    title, notes = first.strip(), _notes(task, day)
    body = "\n\n".join(filter(None, (rest.strip("\n"), notes)))
    written = task.get("tags")
    labels = tags(_text(label) for label in written) if isinstance(written, list) else ()
    project = " ".join(_text(task.get("project")).split())
    status, is_open = task["status"], task["status"] in _OPEN
    return Found(
        line=line,
        day=day,
        precision="day" if day else "none",
        title=title,
        body=body,
        tags=labels,
        project=project,
        links=links(f"{title}\n{body}"),
        becomes="action" if is_open else "entry",
        due=due if is_open else None,
        source=source(FORMAT, _text(task["uuid"])),
        version=digest(title, body, project, status, day, due, *labels),
    )


def _read(item: json_items.Item) -> Found | Misread:
    task = item.value
    if not _text(task["description"]) or not _text(task["uuid"]):
        return Misread(item.line, item.text, "a task without description or uuid")
    is_open = task["status"] in _OPEN
    stamp = task["entry"] if is_open else task.get("end")
    day, due = _day(stamp), _day(task.get("due"))
    found = _found(task, item.line, day, due)
    if day is None:
        word = "entry" if is_open else "end"
        why = f"its {word} {stamp!r} is no moment of the calendar" if stamp else f"it has no {word}"
        return Misread(item.line, item.text, why, found)
    if is_open and task.get("due") and due is None:
        why = f"its due {task['due']!r} is no moment of the calendar"
        return Misread(item.line, item.text, why, found)
    return found


def _one(item: json_items.Item, left: Counter[str]) -> Found | Misread | None:
    status = item.value["status"] if _is_task(item.value) else ""
    if status in _LEFT:
        left[_LEFT[status]] += 1
        return None
    if status not in ("completed", *_OPEN):
        why = item.fault or (f"{status!r} is no state of a task" if status else "not a task")
        return Misread(item.line, item.text, why)
    return _read(item)


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return an entry for each completed task and an action for each that is open."""
    left: Counter[str] = Counter()
    pieces = (piece for item in json_items.items(data, name) if (piece := _one(item, left)))
    return replace(reading(FORMAT, pieces), left=left_out(left))
