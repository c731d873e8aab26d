"""Read JSON of any origin: each object of a list, or each line, is an entry; nested names have dots."""

from collections.abc import Iterator
from typing import Any

from growth.errors import WrongUsage
from growth.exchange import json_items, table
from growth.exchange.formats import Head
from growth.exchange.own_json import is_ours
from growth.exchange.table_rows import Row, Table
from growth.records.imported import Reading, ReadOptions

FORMAT = "json"
COLUMNS = 2000
# What a list of plain values is called.
_VALUE = "value"


def is_one(head: Head) -> bool:
    """Tell whether JSON stands in the file that holds no records of ours."""
    value = head.first if head.json is None else head.json
    return isinstance(value, dict | list) and bool(value) and not is_ours(value)


def _flat(value: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, inner in value.items():
        if isinstance(inner, dict) and inner:
            yield from _flat(inner, f"{before}{key}.")
        else:
            yield f"{before}{key}", inner


def _row(item: json_items.Item) -> Row:
    if item.fault:
        return Row(item.line, {}, item.text, item.fault)
    if isinstance(item.value, dict):
        return Row(item.line, dict(_flat(item.value)), item.text)
    if isinstance(item.value, list):
        return Row(item.line, {}, item.text, "a list, where an object with names should be")
    return Row(item.line, {_VALUE: item.value}, item.text)


def _columns(rows: Iterator[Row], name: str) -> tuple[str, ...]:
    columns: dict[str, None] = {}
    for row in rows:
        columns.update(dict.fromkeys(row.values))
        if len(columns) > COLUMNS:
            raise WrongUsage(
                f"{name}: its objects have more than {COLUMNS} different names",
                "give the part that is a list of alike objects",
            )
    return tuple(columns)


def load(data: bytes, name: str) -> Table:
    """Return JSON as a table."""

    def rows() -> Iterator[Row]:
        return map(_row, json_items.items(data, name))

    columns = _columns(rows(), name)
    if not columns:
        first = next(rows(), None)
        why = f"{first.line}: {first.fault}" if first and first.fault else " there is nothing to read"
        raise WrongUsage(f"{name}:{why}", "give a list of objects, or one object a line")
    return Table(columns, rows)


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return an entry for each object."""
    return table.read(FORMAT, load(data, name), name=name, options=options)
