"""The journal as a table (RFC 4180): a row an entry, all its fields, and no cell that a spreadsheet runs.

A cell that would be a formula has an apostrophe before it, which `read` takes off again. A list is its
parts with `; ` between them, or JSON where a part holds one itself.
"""

import csv
import io
import re
from array import array
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from growth.errors import WrongUsage
from growth.exchange import csv_rows, limits
from growth.exchange.jsonl import Bad, parsed, record
from growth.records.dates import Instant
from growth.records.entry import Entry
from growth.records.ids import is_id
from growth.records.imported import Misread
from growth.records.packed import Packing
from growth.text.clean import clean, escaped

COLUMNS = (
    "id", "day", "kind", "title", "body", "about", "tags", "project", "people", "skills", "metrics",
    "impact", "links", "spent", "share", "star", "precision", "source", "created", "changed",
    "learning", "shown", "built_on",
)  # fmt: skip
# A table that was written before there were more had so many columns.
FIRST = 20
# What a table keeps in a spreadsheet, so that it is known again, and how much of it is looked at.
_NEEDED = ("id", "day", "title")
_SAMPLE = 200_000
_OBJECTS = ("metrics", "learning", "shown")
_LISTS = ("tags", "people", "skills", "links")
# What makes a formula of a cell, its wide forms too; one with an apostrophe of its own gets another.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'(?='*[=+\-@\t\r\n＝＋－＠])")


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def bare(cell: str) -> str:
    """Return what a cell was before it was guarded."""
    return cell[1:] if _GUARDED.match(cell) else cell


def write(entries: Iterable[Entry]) -> str:
    """Return a table of entries, with a line of column names."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for entry in entries:
        fields = msgspec.to_builtins(entry)
        row = (_cell(name, fields.get(name, getattr(entry, name))) for name in COLUMNS)
        table.writerow([guarded(clean(cell)) for cell in row])
    return out.getvalue()


def _cell(name: str, value: Any) -> str:
    if name in _OBJECTS:
        return _json(value) if value or value == {} else ""
    if name in _LISTS:
        plain = all(part.strip() == part and part and ";" not in part for part in value)
        joined = "; ".join(value)
        return joined if plain and not joined.startswith("[") else _json(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)


def _json(value: Any) -> str:
    return escaped(msgspec.json.encode(value).decode())


def is_ours(text: str) -> bool:
    """Tell whether a table is one that was written here."""
    return bool(columns(text))


def beginning(data: bytes) -> str:
    """Return as much of a table as tells its columns."""
    return data[:_SAMPLE].decode("utf-8-sig", "ignore")


def columns(text: str) -> tuple[str, ...]:
    """Return the columns of a table that was written here, whatever a spreadsheet made of it since."""
    names, between = _head(text)
    if between == "," and len(names) >= FIRST and names == COLUMNS[: len(names)]:
        return names
    # Columns may have been moved or taken away; then an id of ours tells whose it is.
    return names if names and is_id(_first_id(text, names.index("id"), between)) else ()


def _head(text: str) -> tuple[tuple[str, ...], str]:
    line = text.lstrip("\ufeff").partition("\n")[0].rstrip("\r").replace('"', "")
    for between in csv_rows.DELIMITERS:
        names = tuple(line.split(between))
        if len(set(names)) == len(names) and set(_NEEDED) <= set(names) <= set(COLUMNS):
            return names, between
    return (), ","


def _first_id(text: str, place: int, between: str) -> str:
    try:
        rows = csv_rows.rows(text[:_SAMPLE].encode("utf-8", "surrogatepass"), "", between)
        return next((row.cells[place] for row in rows if row.line > 1 and len(row.cells) > place), "")
    except WrongUsage:
        return ""


def read(
    data: bytes, name: str, created: Instant
) -> tuple[Sequence[Entry], Sequence[int], tuple[Misread, ...]]:
    """Return the entries of a table written here, the line each begins at, and the rows that are none."""
    entries = Packing[Entry]()
    lines = array("I")
    misread: list[Misread] = []
    limits.check_lines(data, name)
    names, between = _head(beginning(data))
    rows = csv_rows.rows(data, name, between)
    next(rows, None)
    for line, row in rows:
        try:
            entries.add(_entry(row, names, created))
            lines.append(line)
        except Bad as error:
            misread.append(Misread(line, ",".join(row), str(error)))
    return entries.done(), lines, tuple(misread)


def _entry(row: list[str], names: tuple[str, ...], created: Instant) -> Entry:
    if len(row) != len(names):
        raise Bad("$", f"{len(row)} cells under {len(names)} columns")
    cells = {name: bare(cell) for name, cell in zip(names, row, strict=True)}
    fields = {name: _value(name, cell) for name, cell in cells.items() if cell}
    found = record({"record": "entry", "title": ""} | fields, created)
    if not isinstance(found, Entry):
        raise Bad("$.id", "it is no entry")
    return found


def _value(name: str, cell: str) -> Any:
    if name in _OBJECTS or (name in _LISTS and cell.startswith("[")):
        try:
            return parsed(cell)
        except Bad as error:
            raise Bad(f"$.{name}", error.why) from None
    if name in _LISTS:
        return [part.strip() for part in cell.split(";") if part.strip()]
    if name == "spent":
        return int(cell) if cell.isascii() and cell.isdigit() and len(cell) < 10 else cell
    return cell.lower() in ("yes", "true", "1") if name == "star" else cell
