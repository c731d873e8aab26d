"""Charts as data: what a picture shows, before any place that it is drawn in.

In a document a chart stands as a fence without a body, its name in the fence's first line. Each place
draws it its own way: a table in Markdown, a picture with a table in HTML, blocks on a terminal.
"""

import re

import msgspec

from growth.rules.day_words import counted
from growth.rules.lineage import Lineage

FENCE = re.compile(r"^```chart[ \t]+([A-Za-z0-9_-]+)[ \t]*\n(?:(?!```).*\n)*?```[ \t]*$", re.MULTILINE)
NOTHING, NONE = "–", "·"
SHADES = 4
# A picture of more is told by its table alone.
MOST_TOLD = 12


class Series(msgspec.Struct, frozen=True):
    """One line of a chart of bars: a value for each row, None where there is none."""

    name: str
    values: tuple[float | None, ...]


class Bars(msgspec.Struct, frozen=True):
    """Rows compared in one series or a few.

    `steps` names the values 1 to n of a scale in words; without it the values are counts.
    """

    title: str
    rows: tuple[str, ...]
    series: tuple[Series, ...]
    steps: tuple[str, ...] = ()

    @property
    def most(self) -> float:
        """The value that a full bar stands for; never 0."""
        if self.steps:
            return len(self.steps)
        return max((value for one in self.series for value in one.values if value), default=0) or 1


class Heat(msgspec.Struct, frozen=True):
    """How much of something there is by row and column; `unit` names one thing that is counted."""

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[int, ...], ...]
    unit: str = ""

    @property
    def most(self) -> int:
        """The highest value there is."""
        return max((value for row in self.values for value in row), default=0)


Chart = Bars | Heat | Lineage


class Table(msgspec.Struct, frozen=True):
    """A chart as the words and numbers that it shows; the first column names the rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def said(chart: Bars, value: float | None) -> str:
    """Return a value as a picture names it: its step, a number where it is between two, or a count."""
    if value is None:
        return NOTHING
    number = round(value, 1)
    if chart.steps and number in range(1, len(chart.steps) + 1):
        return chart.steps[int(number) - 1]
    return f"{number:g} of {len(chart.steps)}" if chart.steps else f"{number:g}"


def in_words(chart: Bars, value: float | None) -> str:
    """Return a value where no picture is beside it: between two steps both are named."""
    number = round(value or 0, 1)
    if chart.steps and 1 < number < len(chart.steps) and number % 1:
        low = int(number)
        return f"between {chart.steps[low - 1]} and {chart.steps[low]}"
    return said(chart, value)


def table(chart: Chart) -> Table:
    """Return what a chart shows as a table."""
    if isinstance(chart, Heat):
        rows = [(row, *map(_count, values)) for row, values in zip(chart.rows, chart.values, strict=True)]
        return Table(("", *chart.columns), tuple(rows))
    if isinstance(chart, Lineage):
        return Table(
            ("", "kind", "what it is", "made of"), tuple(_made_of(chart, n) for n in range(len(chart.boxes)))
        )
    columns = [[in_words(chart, value) for value in one.values] for one in chart.series]
    return Table(
        ("", *(one.name for one in chart.series)), tuple(zip(chart.rows, *columns, strict=True))
    )  # fmt: skip


def _made_of(chart: Lineage, number: int) -> tuple[str, str, str, str]:
    box = chart.boxes[number]
    names = (
        chart.boxes[arrow.of].name + (f" ({arrow.by})" if arrow.by else "") for arrow in chart.into(number)
    )
    return box.name, box.kind, box.words, ", ".join(names) or NOTHING


def _count(value: int) -> str:
    return str(value) if value else NONE


def shade(value: int, most: int) -> int:
    """Return how dark a count is drawn: 0 for none, 4 for the most there is."""
    return -(-SHADES * value // most) if value > 0 else 0


def shades(most: int) -> tuple[tuple[int, int, int], ...]:
    """Return each shade in use with the lowest and the highest count that it stands for."""
    found = []
    for number in range(1, SHADES + 1):
        lowest, highest = most * (number - 1) // SHADES + 1, most * number // SHADES
        if lowest <= highest:
            found.append((number, lowest, highest))
    return tuple(found)


def described(chart: Chart) -> str:
    """Return a chart in words, for who does not see it."""
    if isinstance(chart, Lineage):
        return _lineage_words(chart)
    return _heat_words(chart) if isinstance(chart, Heat) else _bars_words(chart)


def _lineage_words(chart: Lineage) -> str:
    words = f"{counted(len(chart.boxes), 'box', 'boxes')}, {counted(len(chart.arrows), 'arrow')}."
    if len(chart.boxes) > MOST_TOLD:
        return f"{words} They are in the table that follows."
    made = (_made_of(chart, number) for number in range(len(chart.boxes)))
    return words + "".join(f" {name} comes from {of}." for name, _, _, of in made if of != NOTHING)


def _bars_words(chart: Bars) -> str:
    scale = f" on a scale from {chart.steps[0]} to {chart.steps[-1]}" if chart.steps else ""
    words = f"{counted(len(chart.rows), 'row')}{scale}."
    if len(chart.rows) > MOST_TOLD:
        return f"{words} The values are in the table that follows."
    for one in chart.series:
        pairs = zip(chart.rows, one.values, strict=True)
        words += f" {one.name}: {', '.join(f'{row} {in_words(chart, value)}' for row, value in pairs)}."
    return words


def _heat_words(chart: Heat) -> str:
    totals = [sum(row[place] for row in chart.values) for place in range(len(chart.columns))]
    words = (
        f"{counted(len(chart.rows), 'row')} by {counted(len(chart.columns), 'column')}, {sum(totals)} in all"
    )
    words += f" (counted: {chart.unit})" if chart.unit else ""
    if not any(totals):
        return f"{words}."
    words += f"; the darkest cell holds {chart.most}. Most in {chart.columns[totals.index(max(totals))]}: "
    words += f"{max(totals)}."
    empty = [name for name, total in zip(chart.columns, totals, strict=True) if not total]
    return f"{words} Nothing in {', '.join(empty)}." if empty and len(empty) <= MOST_TOLD else words
