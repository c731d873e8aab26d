"""The entry that a row of a table is, as its columns were understood."""

import re
from collections.abc import Mapping
from typing import NamedTuple, cast

from msgspec.structs import replace

from growth.exchange import table_values
from growth.exchange.heading_words import sense
from growth.exchange.markdown_text import links, split_title
from growth.exchange.source_ids import digest, source
from growth.exchange.stretches import tags
from growth.exchange.table_columns import Columns
from growth.exchange.table_days import DayForm, Read
from growth.exchange.table_rows import Row
from growth.records.entry import ENTRY_KINDS, SHARES, EntryKind, Share
from growth.records.imported import Found, Misread

# A small number counts the rows of one table, and is another row in the next.
_COUNTED = re.compile(r"\d{1,9}", re.ASCII)
_URL = re.compile(r"(?:https?://|mailto:)\S+")


class Form(NamedTuple):
    """How the rows of a table are read: its format and name, its columns, and how days are written."""

    format: str
    name: str
    columns: Columns
    days: Mapping[str, DayForm]


class _Entry:
    """One row on its way to an entry. `whys` are its doubts, `below` the lines no field has room for."""

    def __init__(self, form: Form, row: Row) -> None:
        self.form, self.row = form, row
        self.whys = [row.fault] if row.fault else []
        self.below: list[str] = []

    def texts(self, field: str) -> list[str]:
        values = (self.row.values.get(column) for column in self.form.columns.of(field))
        return list(filter(None, map(table_values.text, values)))

    def text(self, field: str) -> str:
        return "\n\n".join(self.texts(field))

    def several(self, field: str) -> tuple[str, ...]:
        return table_values.several(self.row.values.get(column) for column in self.form.columns.of(field))

    def line(self, field: str, text: str) -> None:
        """Keep what a field cannot hold as a line of the body, under the name of its column."""
        self.below.append(f"{self.form.columns.of(field)[0]}: {text}")

    def day(self, field: str) -> Read:
        text = self.text(field)
        if not text:
            return Read()
        read = self.form.days[field].read(text)
        self.whys += [read.why] if read.why else []
        if read.note:
            self.line(field, read.note)
        return read

    def words(self) -> tuple[str, str]:
        """Return the title, cut where a long one ends its first sentence, and what comes before the body."""
        first, _, rest = self.text("title").partition("\n")
        title, more = split_title(" ".join(first.split()))
        return title, "\n\n".join(filter(None, (more, rest.strip("\n"))))

    def kind(self) -> tuple[EntryKind, tuple[str, ...]]:
        """Return the kind, and what the column says beside it: what is no kind of ours is a tag."""
        said = self.text("kind")
        word = said.casefold()
        if word in ENTRY_KINDS:
            return cast(EntryKind, word), ()
        meant = sense(said) if said else None
        if meant and meant.kind:
            return meant.kind, (meant.tag,) if meant.tag else ()
        return "work", tags(self.several("kind"))

    def share(self) -> Share | None:
        said = self.text("share").casefold()
        if not said:
            return None
        if said in SHARES:
            return cast(Share, said)
        self.whys.append(f"{said!r} is none of {', '.join(SHARES)}")
        return "private"

    def spent(self) -> int | None:
        column = next(iter(self.form.columns.of("spent")), "")
        value = self.row.values.get(column)
        if not table_values.text(value):
            return None
        minutes = table_values.minutes(value, self.form.columns.unit)
        if minutes is None:
            self.whys.append(f"{table_values.text(value)[:40]!r} is no time spent")
        return minutes or None

    def links(self, words: str) -> tuple[str, ...]:
        given = self.several("links")
        for one in given:
            if not _URL.fullmatch(one):
                self.line("links", one)
        return tuple(dict.fromkeys((*filter(_URL.fullmatch, given), *links(words))))

    def source(self) -> str:
        identifier = self.text("id")
        if _COUNTED.fullmatch(identifier):
            stem = self.form.name.rpartition(".")[0] or self.form.name
            return source(f"{self.form.format}:{digest(stem)[:6]}", identifier)
        return source(self.form.format, identifier)


def _found(entry: _Entry) -> Found:
    title, more = entry.words()
    day, due = entry.day("day"), entry.day("due")
    # What is due and was done on no day is still to be done.
    is_open = day.day is None and bool(due.day) and not entry.text("day")
    if due.day and not is_open:
        entry.line("due", due.day.isoformat())
    kind, labels = entry.kind()
    body = "\n\n".join(filter(None, (more, entry.text("body").strip("\n"))))
    found = entry.links(f"{title}\n{body}")
    return Found(
        line=entry.row.line,
        day=day.day,
        precision=day.precision,
        kind=kind,
        title=title,
        body="\n\n".join(filter(None, (body, "\n".join(entry.below)))),
        tags=tuple(dict.fromkeys((*labels, *tags(entry.several("tags"))))),
        project=" ".join(entry.text("project").split()),
        people=entry.several("people"),
        skills=entry.several("skills"),
        impact=entry.text("impact"),
        links=found,
        spent=entry.spent(),
        share=entry.share(),
        becomes="action" if is_open else "entry",
        due=due.day if is_open else None,
    )


def _version(made: Found) -> str:
    # Named one by one: a field that is new one day must not make every entry another one.
    fields = (
        made.title, made.body, made.kind, made.day, made.precision, made.tags, made.project, made.people,
        made.skills, made.impact, made.links, made.spent, made.share, made.becomes, made.due,
    )  # fmt: skip
    return digest(*fields)


def found(form: Form, row: Row) -> Found | Misread | None:
    """Return the entry that a row is, what is wrong with it, or None for a row without any words."""
    if row.fault and not row.values:
        return Misread(row.line, row.text, row.fault)
    entry = _Entry(form, row)
    if not any(map(table_values.text, row.values.values())):
        return None
    made = _found(entry)
    if not made.title:
        return Misread(row.line, row.text, f"nothing in the column {form.columns.of('title')[0]!r}")
    key = entry.source()
    if key:
        made = replace(made, source=key, version=_version(made))
    return Misread(row.line, row.text, "; ".join(entry.whys), made) if entry.whys else made
