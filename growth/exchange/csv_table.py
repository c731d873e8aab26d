"""Read CSV: the first row names the columns, each other one is an entry."""

from collections.abc import Iterator

from growth.errors import WrongUsage
from growth.exchange import csv_rows, limits, table
from growth.exchange.formats import Head
from growth.exchange.table_names import NAMES, called
from growth.exchange.table_rows import Row, Table
from growth.records.imported import Reading, ReadOptions

FORMAT = "csv"
ENDINGS = (".csv", ".tsv", ".tab")
_LOOKED_AT = 20
_ALIKE = 0.7


def names(cells: list[str]) -> tuple[str, ...]:
    """Return the names of columns, each once; one without a name goes by its number."""
    found: dict[str, None] = {}
    for number, cell in enumerate(cells, 1):
        name = " ".join(cell.split()) or f"column {number}"
        nth, free = 1, name
        while free in found:
            nth += 1
            free = f"{name} ({nth})"
        found[free] = None
    return tuple(found)


def is_one(head: Head) -> bool:
    """Tell whether rows of one width stand in the file, under names that say what an entry is."""
    if head.ending in ENDINGS:
        return bool(head.text)
    if head.ending not in ("", head.name.lower()):
        return False
    text = head.text[:20_000]
    between = csv_rows.delimiter(text)
    try:
        rows = []
        for row in csv_rows.rows(text.encode("utf-8", "surrogatepass"), head.name, between):
            rows.append(row.cells)
            if len(rows) == _LOOKED_AT:
                break
    except WrongUsage:
        return False
    alike = sum(len(cells) == len(rows[0]) for cells in rows)
    if len(rows) < 2 or len(rows[0]) < 2 or alike < len(rows) * _ALIKE:
        return False
    heads = set(map(called, rows[0]))
    return bool(heads & set(NAMES["day"])) and bool(heads & set(NAMES["title"]))


def load(data: bytes, name: str, between: str) -> Table:
    """Return CSV as a table."""
    first = next(csv_rows.rows(data, name, between), None)
    if first is None:
        raise WrongUsage(f"{name} has no rows", "the first row names the columns, each other one is an entry")
    columns = names(first.cells)

    def rows() -> Iterator[Row]:
        for row in csv_rows.rows(data, name, between):
            if row.line == first.line:
                continue
            more = sum(1 for cell in row.cells[len(columns) :] if cell.strip())
            fault = ""
            if more or len(row.cells) < len(columns):
                fault = f"{len(row.cells)} values under {len(columns)} columns"
            # Where a comma was not quoted no value stands under its name.
            values = {} if more else dict(zip(columns, row.cells, strict=False))
            yield Row(row.line, values, row.text, fault)

    return Table(columns, rows)


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return an entry for each row after the first."""
    limits.check_lines(data, name)
    return table.read(FORMAT, load(data, name, csv_rows.between(data)), name=name, options=options)
