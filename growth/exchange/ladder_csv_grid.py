"""A ladder as a grid: levels across and themes down, or the other way round.

A second header row may name the levels in words, or group columns; a merged first column groups rows.
A merged cell holds its text once, and is empty in the other rows or columns that it covers. Where each
row of a theme has a name of its own, that name stands before its criteria, so that a row can be told again.
"""

from collections.abc import Sequence
from typing import NamedTuple

from growth.exchange.ladder_csv_long import COLUMNS
from growth.exchange.ladder_draft import Draft
from growth.exchange.ladder_levels import is_level, mostly_levels
from growth.exchange.ladder_table import Row
from growth.exchange.ladder_values import lines

FORM = "grid of themes and levels"
# A header stands within the first rows, and names stand within the first columns.
_SEARCHED = 4
# What the column is called that names the rows of a theme.
_ROWS = {
    *COLUMNS["competency"], *COLUMNS["behavior"], "aspect", "practice", "subtheme", "sub-theme",
} - {"description", "statement", "summary"}  # fmt: skip
_NAMES = {"title", "name", "job title", "role", "role title", "position"}


class Layout(NamedTuple):
    """Where the parts of a grid stand. `header` is the row of codes, `names` and `groups` others or -1."""

    header: int
    names: int
    groups: int
    first: int
    body: int


def across(rows: Sequence[Row]) -> Layout | None:
    """Return the layout of a grid whose levels stand in a row, or None."""
    for at in range(min(_SEARCHED, len(rows) - 1)):
        places = [column for column in rows[at].filled if column > 0 and not _is_row(rows[at], column)]
        if len(places) < 2 or not mostly_levels(rows[at].cells[column] for column in places):
            continue
        first = next(column for column in places if is_level(rows[at].cells[column]))
        below = rows[at + 1]
        named = [column for column in below.filled if column >= first]
        second = _is_header(below, first, named)
        if second and len(named) > len([column for column in places if column >= first]):
            # What stands above more columns than it has cells groups them.
            return Layout(at + 1, -1, at, first, at + 2)
        group = at - 1 if at and len(rows[at - 1].filled) > 1 else -1
        return Layout(at, at + 1 if second else -1, group, first, at + 2 if second else at + 1)
    return None


def _is_header(row: Row, first: int, named: Sequence[int]) -> bool:
    """Tell whether a row below that of the levels is a header as well."""
    labels = {row.cell(column).casefold() for column in range(first)} - {""}
    words = {*COLUMNS["competency"], *COLUMNS["area"], *COLUMNS["level"]}
    return bool(named) and (
        labels <= words if labels else mostly_levels(row.cells[column] for column in named)
    )


def down(rows: Sequence[Row]) -> Layout | None:
    """Return the layout of a grid whose levels stand in a column, or None; `first` is that column."""
    for column in range(_SEARCHED):
        body = next((at for at, row in enumerate(rows) if at and is_level(row.cell(column))), 0)
        cells = [row.cell(column) for row in rows[body:] if row.cell(column)]
        if body and len(set(cells)) > 1 and mostly_levels(cells) and len(rows[body - 1].filled) > 1:
            group = body - 2 if body > 1 and len(rows[body - 2].filled) > 1 else -1
            return Layout(body - 1, -1, group, column, body)
    return None


def fits(rows: Sequence[Row]) -> bool:
    """Tell whether rows are a grid."""
    return across(rows) is not None or down(rows) is not None


def read(rows: Sequence[Row], draft: Draft) -> None:
    """Take in the cells of a grid."""
    wide = across(rows)
    if wide is not None:
        _title(rows, wide, draft)
        _across(rows, wide, draft)
    elif (tall := down(rows)) is not None:
        _title(rows, tall, draft)
        _down(rows, tall, draft)


def _title(rows: Sequence[Row], layout: Layout, draft: Draft) -> None:
    above = [row for row in rows[: layout.header] if len(row.filled) == 1]
    if above:
        draft.name = above[0].cells[above[0].filled[0]]


def _spread(row: Row, first: int, width: int) -> dict[int, str]:
    """Return what stands over each column, a merged cell over all that it covers."""
    found: dict[int, str] = {}
    for column in range(first, width):
        found[column] = row.cell(column) or found.get(column - 1, "")
    return found


def _across(rows: Sequence[Row], layout: Layout, draft: Draft) -> None:
    header, first = rows[layout.header], layout.first
    width = max(len(row.cells) for row in rows)
    tracks = _spread(rows[layout.groups], first, width) if layout.groups >= 0 else {}
    names = [header.cell(column) for column in range(width)]
    levels: dict[int, str] = {}
    for column in range(first, width):
        code, name = names[column], rows[layout.names].cell(column) if layout.names >= 0 else ""
        if layout.names >= 0 and _digits(name) and not _digits(code):
            code, name = name, code
        if code or name:
            track = tracks.get(column, "")
            twice = names.count(names[column]) > 1 and track
            levels[column] = draft.level(
                name or code, id=f"{track}-{code or name}" if twice else code or name, track=track
            )
    headers = rows[layout.header : layout.body]
    area, theme = _label_columns(headers, first)
    inner = _row_column(headers, theme, first)
    _leave(rows, layout, {area, theme, inner}, draft)
    group = label = name = ""
    for row in rows[layout.body :]:
        group = row.cell(area) or group if area >= 0 else ""
        if area >= 0 and row.cell(area) and not row.cell(theme):
            label = ""
        name = row.cell(inner) or ("" if row.cell(theme) else name) if inner >= 0 else ""
        label = row.cell(theme) or label or group
        _cells(row, {column: (label, group, level) for column, level in levels.items()}, draft, name)


def _digits(text: str) -> bool:
    return any(char.isdigit() for char in text)


def _label_columns(headers: Sequence[Row], first: int) -> tuple[int, int]:
    """Return the column of areas, -1 without one, and that of themes."""
    for column in range(first):
        if any(header.cell(column).casefold() in COLUMNS["competency"] for header in headers):
            return (column - 1, column)
    return (0, 1) if first > 1 else (-1, 0)


def _row_column(headers: Sequence[Row], theme: int, first: int) -> int:
    """Return the column beside that of the themes which names their rows, or -1."""
    named = (column for column in range(theme + 1, first)
             if any(_is_row(header, column) for header in headers))  # fmt: skip
    return next(named, -1)


def _is_row(header: Row, column: int) -> bool:
    return header.cell(column).casefold() in _ROWS


def _leave(rows: Sequence[Row], layout: Layout, taken: set[int], draft: Draft) -> None:
    """Count what stands before the levels in a column that has no place."""
    for column in range(layout.first):
        if column not in taken:
            name = rows[layout.header].cell(column) or str(column + 1)
            draft.leave(f"column {name}", sum(1 for row in rows[layout.body :] if row.cell(column)))


def _down(rows: Sequence[Row], layout: Layout, draft: Draft) -> None:
    header, first = rows[layout.header], layout.first
    width = max(len(row.cells) for row in rows)
    areas = _spread(rows[layout.groups], first + 1, width) if layout.groups >= 0 else {}
    named = next((column for column in range(width) if column != first
                  and header.cell(column).casefold() in _NAMES), -1)  # fmt: skip
    themes = {column: header.cell(column) or areas.get(column, "") for column in range(first + 1, width)}
    themes = {column: name for column, name in themes.items() if name and column != named}
    code = track = ""
    for row in rows[layout.body :]:
        track = row.cell(first - 1) or track if first and first - 1 != named else ""
        code = row.cell(first) or code
        level = draft.level(row.cell(named) or code, id=code, track=track)
        cells = {column: (name, _area(areas, column, name), level) for column, name in themes.items()}
        _cells(row, cells, draft)


def _area(areas: dict[int, str], column: int, theme: str) -> str:
    area = areas.get(column, "")
    return "" if area == theme else area


def _cells(row: Row, places: dict[int, tuple[str, str, str]], draft: Draft, name: str = "") -> None:
    """Take in the cells of a row, with the theme, area and level of each; `name` is the row's own."""
    before = f"{name}: " if name else ""
    for column, (theme, area, level) in places.items():
        found = lines(row.cell(column))
        if not theme:
            if found:
                draft.misread(row.line, row.cell(column), "stands beside no theme")
            continue
        identifier = draft.theme(theme, kind="" if area == theme else area)
        for summary in found:
            draft.criterion(identifier, level, f"{before}{summary}")
    for column in row.filled:
        if column > max(places, default=0):
            draft.misread(row.line, row.cell(column), "stands under no header")
