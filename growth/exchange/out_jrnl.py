"""The journal as text that jrnl reads: a day in brackets begins an entry, `@` and `#` words are tags."""

import re
from collections.abc import Iterable, Iterator

from growth.exchange.told_entry import Names
from growth.records.entry import Entry
from growth.rules.entry_words import hours_words, metric_words
from growth.text.clean import clean, one_line

# The hour that jrnl itself takes where none is known.
_HOUR = "09:00:00 AM"
# jrnl takes a star at the end of a title for its mark, and those around it away.
_INVISIBLE = "\u200b"
_NO_TAG = re.compile(r"[^\w/+*-]+")


def write(entries: Iterable[Entry], names: Names) -> str:
    """Return entries as jrnl writes them, the oldest first."""
    written = sorted((_when(one), number, one) for number, one in enumerate(entries))
    return "\n".join("\n".join((*_lines(one, when, names), "")) for (_, when), _, one in written)


def _when(entry: Entry) -> tuple[str, str]:
    """Return what entries are sorted by, and the time as jrnl writes it: when it was logged, if that day."""
    made = entry.created
    known = entry.precision == "day" and made.date() == entry.day
    text = f"{entry.day} {made:%I:%M:%S %p}" if known else f"{entry.day} {_HOUR}"
    return (f"{entry.day} {made:%H:%M:%S}" if known else f"{entry.day} 09:00:00"), text


def _lines(entry: Entry, when: str, names: Names) -> Iterator[str]:
    title = one_line(entry.title)
    title = f"{_INVISIBLE}{title}" if entry.star and title.startswith("*") else title
    title = f"{title}{_INVISIBLE}" if title.endswith("*") else title
    yield f"[{when}] {title}{' *' if entry.star else ''}"
    body = clean(entry.body).strip("\n")
    # A bracket at the start of a line could begin an entry.
    yield from (f" {line}" if line.startswith("[") else line for line in body.split("\n") if body)
    yield from _told(entry, names)


def _told(entry: Entry, names: Names) -> Iterator[str]:
    if entry.impact:
        yield f"Impact: {one_line(entry.impact)}"
    if entry.learning and entry.learning.takeaway:
        yield f"Takeaway: {one_line(entry.learning.takeaway)}"
    if shown := entry.shown:
        told = {"Problem": shown.problem, "To reuse": shown.reuse, "To look at": shown.artefact}
        yield from (f"{word}: {one_line(text)}" for word, text in told.items() if text)
    yield from (one_line(metric_words(metric)) for metric in entry.metrics)
    yield from map(one_line, entry.links)
    marks = [f"@{_word(handle)}" for handle in entry.people] + [f"#{_word(tag)}" for tag in entry.tags]
    said = [
        entry.kind,
        one_line(entry.project),
        f"about {one_line(names.get(entry.about, entry.about))}" if entry.about else "",
        "shows " + ", ".join(map(one_line, entry.skills)) if entry.skills else "",
        hours_words(entry.spent) if entry.spent else "",
        "undated" if entry.precision == "none" else "",
        " ".join(marks),
    ]
    yield " · ".join(filter(None, said))


def _word(text: str) -> str:
    return _NO_TAG.sub("-", text).strip("-")
