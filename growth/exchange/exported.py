"""What an export wrote, coming back: a document of records, an archive, Markdown or a table of ours."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import msgspec

from growth.exchange import archive, journal_markdown, jsonl, limits, record_csv
from growth.exchange.formats import Head
from growth.exchange.opened import Opened
from growth.records.dates import Instant
from growth.records.entry import Entry
from growth.records.imported import Found, Misread
from growth.records.kinds import Record
from growth.text.clean import clean, one_line

FORMAT = "growth"


class Exported(NamedTuple):
    """Records of mine, the line of each where it is known, what is none, and what others shared with me."""

    records: Collection[Record]
    lines: Sequence[int] = ()
    misread: tuple[Misread, ...] = ()
    opened: tuple[Opened, ...] = ()
    left: tuple[tuple[str, int], ...] = ()
    # The fields that Markdown or a table tells, in which people write what they like.
    fields: tuple[str, ...] = ()
    # What was typed into Markdown since, as entries, and what of it is none.
    found: tuple[Found, ...] = ()
    unread: tuple[Misread, ...] = ()


def is_one(head: Head) -> bool:
    """Tell whether a file was written by an export, so that it comes back as what it was."""
    if head.fault:
        return archive.is_one(head.data)
    text = head.text
    return jsonl.is_document(text) or record_csv.is_ours(text) or journal_markdown.is_ours(text)


def alike(one: Record, other: Record) -> bool:
    """Tell whether two records of one id say the same, as far as Markdown or a table tells it.

    What could command a terminal is made visible there, and empty lines around a text are not kept.
    """
    if not isinstance(one, Entry) or not isinstance(other, Entry):
        return False
    return _told(one) == _told(other)


class Edited(NamedTuple):
    """An entry that is here with what an export of it tells; `since` says that it was changed here, too."""

    entry: Entry
    since: bool


def edited(here: Entry, told: Entry, fields: Sequence[str]) -> Edited:
    """Return an entry with what was edited in an export of it that tells these fields.

    What the export could not tell as it is stays as it is. Without the day of its last change nobody
    knows whether it was changed here since.
    """
    before, after = _told(here), _told(told)
    names = [name for name in fields if before.get(name) != after.get(name)]
    known = here.changed == told.changed and {"changed", "source"}.issubset(fields)
    entry = msgspec.structs.replace(here, **{name: getattr(told, name) for name in names})
    return Edited(entry, since=not known or "source" in names)


def _told(entry: Entry) -> dict[str, Any]:
    whole: dict[str, Any] = _clean(msgspec.to_builtins(entry))
    body = whole.get("body", "").strip("\n")
    return whole | {"title": one_line(entry.title), "body": body, "changed": None}


def _clean(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _clean(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(part) for part in value]
    return clean(value) if isinstance(value, str) else value


def read(data: bytes, name: str, created: Instant) -> Exported:
    """Return what a file holds that an export wrote."""
    if archive.is_packed(data):
        whole = archive.read(data, name, created)
        return Exported(whole.records, (), whole.misread, whole.opened)
    if columns := record_csv.columns(record_csv.beginning(data)):
        entries, lines, misread = record_csv.read(data, name, created)
        return Exported(entries, lines, misread, fields=columns)
    text = limits.decode(data, name)
    if jsonl.is_document(text):
        records, misread = jsonl.read(data, name=name, created=created)
        return Exported(records, (), misread)
    notes = journal_markdown.read(text, name, created)
    return Exported(
        notes.entries, notes.lines, notes.misread, left=notes.left, fields=Entry.__struct_fields__,
        found=notes.found, unread=notes.unread,
    )  # fmt: skip
