"""CSV as rows of cells, with the line on which each row begins."""

import csv
import io
from typing import NamedTuple

from growth.errors import Refused
from growth.exchange import ladder_limits as limits

_DELIMITERS = ",;\t|"
_COLUMNS = 200


class Row(NamedTuple):
    """The cells of a row, without white space at their ends."""

    line: int
    cells: list[str]

    def cell(self, column: int) -> str:
        """Return a cell, or nothing where the row is shorter."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""

    @property
    def filled(self) -> list[int]:
        """The columns in which something stands."""
        return [column for column, cell in enumerate(self.cells) if cell]


def load(text: str, name: str) -> list[Row]:
    """Return the rows in which something stands."""
    found = max((_rows(text, delimiter, name) for delimiter in _DELIMITERS), key=_width)
    if not found or max(len(row.cells) for row in found) < 2:
        raise Refused(f"{name} is no table", "separate the columns with commas, as a spreadsheet's CSV does")
    wide = next((row for row in found if len(row.cells) > _COLUMNS), None)
    if wide is not None:
        count = len(wide.cells)
        raise Refused(f"{name}:{wide.line}: has {count} columns", f"a ladder has {_COLUMNS} at most")
    return found


def _width(rows: list[Row]) -> int:
    """Return how well a delimiter fits: the columns that most rows agree on."""
    widths = [len(row.cells) for row in rows[:50]]
    return max(((widths.count(width) * (width - 1), width) for width in widths), default=(0, 0))[0]


def _rows(text: str, delimiter: str, name: str) -> list[Row]:
    found: list[Row] = []
    line = 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for raw in reader:
            cells = [cell.strip() for cell in raw]
            if any(cells):
                found.append(Row(line, cells))
            line = reader.line_num + 1
            if len(found) > limits.NODES // 10:
                raise Refused(f"{name} has more than {limits.NODES // 10:,} rows", "split it")
    except csv.Error as error:
        raise Refused(f"{name}:{line}: no CSV: {error}", "save it again from the spreadsheet") from None
    return found
