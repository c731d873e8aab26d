"""Read a table of any origin: each row is an entry, each column one field of it or left out."""

import itertools
from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from growth.exchange import table_values
from growth.exchange.left_out import left_out
from growth.exchange.source_ids import reading
from growth.exchange.table_columns import Columns, choose
from growth.exchange.table_days import DayForm, settled
from growth.exchange.table_entry import Form, found
from growth.exchange.table_rows import Table
from growth.records.imported import Found, Misread, Reading, ReadOptions

_SAMPLED = 100


def _samples(table: Table) -> dict[str, list[str]]:
    """Return what stands in the columns of the first rows."""
    samples: dict[str, list[str]] = {}
    for row in itertools.islice(table.rows(), _SAMPLED):
        for column, value in row.values.items():
            if text := table_values.text(value):
                samples.setdefault(column, []).append(text)
    return samples


def _days(table: Table, columns: Columns, name: str, form: str) -> dict[str, DayForm]:
    """Return how days are written: of each column by all that stands in it."""

    def values(column: str) -> Iterator[tuple[int, str]]:
        return ((row.line, table_values.text(row.values.get(column))) for row in table.rows())

    return {
        field: settled(values(column), name=name, column=column, form=form)
        for field in ("day", "due")
        for column in columns.of(field)[:1]
    }


def read(format: str, table: Table, *, name: str, options: ReadOptions) -> Reading:
    """Return an entry for each row; one that is due and has no day is an action."""
    columns = choose(table.columns, _samples(table), options.columns, name=name)
    form = Form(format, name, columns, _days(table, columns, name, options.dates))
    left: Counter[str] = Counter()
    made = reading(format, _pieces(form, table, left))
    return replace(made, left=left_out(left), columns=columns.pairs)


def _pieces(form: Form, table: Table, left: Counter[str]) -> Iterator[Found | Misread]:
    for row in table.rows():
        piece = found(form, row)
        if piece is None:
            left["empty row"] += 1
        else:
            yield piece
