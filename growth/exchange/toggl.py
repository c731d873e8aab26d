"""Read the detailed report of Toggl Track, and Clockify's, which has the same columns under like names."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from growth.errors import WrongUsage
from growth.exchange import csv_rows, csv_table, limits
from growth.exchange.formats import Head
from growth.exchange.stretches import LONGEST, Stretch, alone, put_together, tags
from growth.exchange.table_days import DayForm, settled
from growth.exchange.table_names import plain, unit
from growth.exchange.table_rows import Row, Table
from growth.exchange.table_values import minutes, several
from growth.records.imported import Misread, Reading, ReadOptions
from growth.records.seen import Seen

FORMAT = "toggl"
# The field of a stretch that each column is; of two for one field the first is read.
_NAMES = {
    "description": ("description",),
    "day": ("start date",),
    "clock": ("start time",),
    "spent": ("duration", "duration h", "duration decimal"),
    "project": ("project",),
    "client": ("client",),
    "task": ("task",),
    "tags": ("tags", "tag"),
    "email": ("email",),
    "user": ("user",),
}
_NEEDED = ("description", "day", "spent")
_LISTED = 5


class _Columns(NamedTuple):
    """The column of each field."""

    of: Mapping[str, str]

    def text(self, row: Row, field: str) -> str:
        """Return what stands in a row for a field, on one line."""
        return " ".join(str(row.values.get(self.of.get(field, ""), "")).split())


def _columns(names: Sequence[str]) -> _Columns:
    known = {plain(name): name for name in reversed(names)}
    return _Columns(
        {
            field: next(known[word] for word in words if word in known)
            for field, words in _NAMES.items()
            if known.keys() & set(words)
        }
    )


def is_one(head: Head) -> bool:
    """Tell by the names of the columns."""
    line = head.text[:2000].lstrip().partition("\n")[0]
    names = set(map(plain, line.replace('"', "").replace(";", ",").split(",")))
    return all(names & set(_NAMES[field]) for field in _NEEDED) and "project" in names


def _who(row: Row, columns: _Columns) -> str:
    return columns.text(row, "email") or columns.text(row, "user")


def _is_mine(row: Row, columns: _Columns, me: frozenset[str]) -> bool:
    return any(columns.text(row, field).casefold() in me for field in ("email", "user"))


def _several(table: Table, columns: _Columns, name: str, me: frozenset[str]) -> bool:
    """Tell whether the report is of several people, who must not be taken for me."""
    seen, first, count = Seen(), list[str](), 0
    for row in table.rows():
        if not row.fault and (who := _who(row, columns)) and seen.add(who):
            count += 1
            first += [who] if count <= _LISTED else []
    if count < 2:
        return False
    if not any(_is_mine(row, columns, me) for row in table.rows()):
        more = count - _LISTED
        shown = ", ".join(first) + (f" and {more} more" if more > 0 else "")
        raise WrongUsage(
            f"{name} holds the time of {count} people: {shown}", "say which are you: --author WHO"
        )
    return True


def _told(those: Sequence[Stretch]) -> tuple[str, str]:
    first = those[0]
    title, *below = first.notes
    return title, "\n".join(below)


def _stretch(row: Row, columns: _Columns, days: DayForm) -> Stretch | Misread:
    text = {field: columns.text(row, field) for field in _NAMES}
    day = days.read(text["day"])
    spent = minutes(text["spent"], unit(columns.of["spent"]))
    slow = spent is None or spent * 60 > LONGEST
    doubts = (
        row.fault,
        day.why or ("" if day.day else "no day"),
        f"{text['spent'][:40]!r} is no time spent" if slow else "",
    )
    why = "; ".join(filter(None, doubts))
    title = text["description"] or text["task"] or text["project"] or "Tracked time"
    below = [
        f"{columns.of[field]}: {text[field]}"
        for field in ("client", "task")
        if text[field] and text[field] != title
    ]
    work = " / ".join(filter(None, (text["client"], text["project"], text["task"], text["description"])))
    found = Stretch(
        line=row.line,
        day=day.day,
        seconds=_seconds(text["spent"], spent),
        work=work,
        own=f"{text['day']} {text['clock']} {work}",
        project=text["project"],
        tags=tags(several([text["tags"]])),
        notes=(title, *below),
    )
    return Misread(row.line, row.text, why, alone(FORMAT, found, _told)) if why else found


def _seconds(text: str, spent: int | None) -> float:
    """Return a time of hours, minutes and seconds to the second, so that many short ones add up."""
    parts = text.split(":")
    if spent and len(parts) == 3 and all(part.isdecimal() for part in parts):
        return int(parts[0]) * 3600 + int(parts[1]) * 60 + int(parts[2])
    return (spent or 0) * 60


def _mine(table: Table, columns: _Columns, me: frozenset[str], left: Counter[str]) -> Iterator[Row]:
    for row in table.rows():
        if row.fault or _is_mine(row, columns, me):
            yield row
        else:
            left["row of other people"] += 1


def _pieces(rows: Iterable[Row], columns: _Columns, days: DayForm) -> Iterator[Stretch | Misread]:
    for row in rows:
        if row.fault and not row.values:
            yield Misread(row.line, row.text, row.fault)
        else:
            yield _stretch(row, columns, days)


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return an entry a day, project and description with the time spent, or with `each` one a row."""
    limits.check_lines(data, name)
    table = csv_table.load(data, name, csv_rows.between(data))
    columns = _columns(table.columns)
    missing = next((field for field in _NEEDED if field not in columns.of), "")
    if missing:
        raise WrongUsage(
            f"{name} has no column {_NAMES[missing][0]!r}: it is no detailed report",
            f"export the detailed report, or read it as any table: growth import -f csv {name}",
        )
    column = columns.of["day"]
    written = ((row.line, columns.text(row, "day")) for row in table.rows())
    days = settled(written, name=name, column=column, form=options.dates)
    left: Counter[str] = Counter()
    rows: Iterable[Row] = table.rows()
    if _several(table, columns, name, options.me):
        rows = _mine(table, columns, options.me, left)
    made = put_together(FORMAT, _pieces(rows, columns, days), _told, left, each=options.each)
    used = {column: field for field, column in columns.of.items()}
    return replace(made, columns=tuple((column, used.get(column, "")) for column in table.columns))
