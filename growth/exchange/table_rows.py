"""A table of any origin: its columns, and its rows with the line on which each begins."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple


class Row(NamedTuple):
    """The values of a row by column. Of a row with a `fault` some may be read, if it has any values."""

    line: int
    values: Mapping[str, Any]
    text: str
    fault: str = ""


class Table(NamedTuple):
    """The columns of a table; `rows` yields its rows, from the first, each time it is called."""

    columns: tuple[str, ...]
    rows: Callable[[], Iterator[Row]]
