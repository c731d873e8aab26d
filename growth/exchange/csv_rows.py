"""CSV and TSV as rows of cells, each with the line on which it begins; read anew each time it is asked."""

import csv
import io
import re
from collections.abc import Iterator
from typing import NamedTuple

from growth.errors import WrongUsage
from growth.exchange import limits

DELIMITERS = ",;\t|"
COLUMNS = 500
# What spreadsheets write above a table to say what parts its columns.
_SAID = re.compile(r"\ufeff?\"?sep=([,;\t|])\"?[,;\t|]*\r?\n", re.IGNORECASE)
_SAMPLE = 50_000
_ROWS = 30


class Cells(NamedTuple):
    """The cells of a row as they are written, and the line on which it begins."""

    line: int
    cells: list[str]

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.strip() for cell in self.cells)

    @property
    def text(self) -> str:
        """The row on one line, for showing it."""
        return ", ".join(" ".join(cell.split()) for cell in self.cells)[:200]


def _read(file: io.TextIOBase, delimiter: str, longest: int = limits.WHOLE) -> Iterator[Cells]:
    # One value may be as long as the file: a megabyte of text is unusual, and no fault.
    before = csv.field_size_limit(longest)
    line = 1
    reader = csv.reader(file, delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            if cells:
                yield Cells(line, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        error.args = (str(error), line)
        raise
    finally:
        # The limit is of the whole process; a ladder keeps to the usual one.
        csv.field_size_limit(before)


def delimiter(text: str) -> str:
    """Return what stands between the columns: what cuts most of the first rows in as many cells.

    The standard library's own guess counts letters, and takes `e` for a delimiter of prose.
    """
    if said := _SAID.match(text):
        return said[1]
    best, most = ",", (0.0, 0)
    sample = text[:_SAMPLE]
    for one in DELIMITERS:
        widths: list[int] = []
        try:
            for row in _read(io.StringIO(sample, newline=""), one):
                if not row.blank:
                    widths.append(len(row.cells))
                if len(widths) == _ROWS:
                    break
        except csv.Error:
            # Where a sample ends within quotes what came before still counts.
            pass
        if len(widths) > 1 and len(text) > len(sample):
            widths.pop()
        if not widths or widths[0] < 2:
            continue
        fits = widths.count(widths[0]) / len(widths), widths[0]
        best, most = (one, fits) if fits > most else (best, most)
    return best


def between(data: bytes) -> str:
    """Return what stands between the columns of a file, as its beginning tells."""
    return delimiter(data[: 4 * (_SAMPLE + 1)].decode("utf-8", "ignore"))


def rows(data: bytes, name: str, between: str) -> Iterator[Cells]:
    """Yield the rows in which something stands; a quote that is never closed is refused, with its line."""
    file = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", newline="")
    try:
        # The longest value is held in four times its room.
        for row in _read(file, between, limits.WHOLE if len(data) <= limits.WHOLE else limits.LINE):
            if len(row.cells) > COLUMNS:
                raise WrongUsage(
                    f"{name}:{row.line}: has {len(row.cells):,} columns; a table has {COLUMNS} at most",
                    "look at what separates its columns",
                )
            if not row.blank and not (row.line == 1 and _SAID.fullmatch(f"{between.join(row.cells)}\n")):
                yield row
    except csv.Error as error:
        why, line = error.args
        words = {
            "unexpected end of data": "a quoted value that begins here does not end",
            f"'{between}' expected after '\"'": "a quote within a quoted value must be doubled",
        }
        raise WrongUsage(
            f"{name}:{line}: cannot be read as CSV: {words.get(why, why)}",
            "mend that line, or save the table again from the spreadsheet",
        ) from None
