"""The columns of a table before it is imported: which field each was read as, and what was not used."""

import textwrap
from collections.abc import Iterator, Sequence

from growth.terminal.cells import fit
from growth.terminal.screen import Part
from growth.text.clean import one_line

_LONGEST = 30
_LISTED = 40


def columns(pairs: Sequence[tuple[str, str]], width: int) -> Iterator[tuple[Part, ...]]:
    """Yield the lines that show each column with its field, and below them those that are left out."""
    used = [f"{_name(column)} = {field}" for column, field in pairs if field]
    unused = [_name(column) for column, field in pairs if not field]
    for word, those in (("columns", used), ("not used", unused)):
        more = len(those) - _LISTED
        text = ", ".join(those[:_LISTED]) + (f" and {more} more" if more > 0 else "")
        lines = textwrap.wrap(text, max(20, width - 11), break_long_words=False, break_on_hyphens=False)
        for number, line in enumerate(lines):
            yield (f"  {'' if number else word:<9}", "dim"), line


def _name(column: str) -> str:
    return fit(one_line(column), _LONGEST)
