"""Read what `timew export` prints: intervals with tags and annotations."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from growth.exchange import json_items
from growth.exchange.formats import Head
from growth.exchange.instants import instant
from growth.exchange.stretches import Stretch, alone, put_together, tags, timed
from growth.records.imported import Misread, Reading, ReadOptions

FORMAT = "timewarrior"
_NAMES = {"id", "start", "end", "tags", "annotation"}
_STAMP = re.compile(r"\d{8}T\d{6}Z")
_LOOKED_AT = 20
# A tag of several words is what a task was called, which its title tells; a label it is none.
_LABEL_WORDS = 3


def _is_interval(value: Any) -> bool:
    if not isinstance(value, dict) or not value.keys() <= _NAMES:
        return False
    texts = (value.get("start"), value.get("end", ""), value.get("annotation", ""))
    labels = value.get("tags", [])
    return (
        all(isinstance(text, str) for text in texts)
        and isinstance(labels, list)
        and all(isinstance(label, str) for label in labels)
    )


def is_one(head: Head) -> bool:
    """Tell whether a list of intervals stands in the file."""
    value = head.json
    return (
        isinstance(value, list)
        and bool(value)
        and all(_is_interval(one) and _STAMP.fullmatch(one["start"]) for one in value[:_LOOKED_AT])
    )


def _told(those: Sequence[Stretch]) -> tuple[str, str]:
    """Return what was tracked: the tags, and below them what was noted; without tags the first note."""
    notes = list(dict.fromkeys(note for one in those for note in one.notes))
    if not those[0].work:
        return notes[0] if notes else "Tracked time", "\n".join(f"- {note}" for note in notes[1:])
    return those[0].work, "\n".join(f"- {note}" for note in notes)


def _stretch(item: json_items.Item) -> Stretch | Misread:
    value = item.value
    day, seconds, why = timed(instant(value["start"]), instant(value["end"]))
    written = list(filter(None, (" ".join(label.split()) for label in value.get("tags", ()))))
    note = " ".join(value.get("annotation", "").split())
    found = Stretch(
        line=item.line,
        day=day,
        seconds=seconds,
        work=", ".join(written),
        own=value["start"],
        tags=tags(label for label in written if len(label.split()) <= _LABEL_WORDS),
        notes=(note,) if note else (),
    )
    return Misread(item.line, item.text, why, alone(FORMAT, found, _told)) if why else found


def _pieces(data: bytes, name: str, left: Counter[str]) -> Iterator[Stretch | Misread]:
    for item in json_items.items(data, name):
        if not _is_interval(item.value):
            why = item.fault or "not an interval: start, end, tags, annotation"
            yield Misread(item.line, item.text, why)
        elif not item.value.get("end"):
            left["running interval"] += 1
        else:
            yield _stretch(item)


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return an entry a day and set of tags with the time spent, or with `each` one an interval."""
    left: Counter[str] = Counter()
    return put_together(FORMAT, _pieces(data, name, left), _told, left, each=options.each)
