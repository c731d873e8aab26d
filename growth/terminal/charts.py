"""Charts on a terminal: bars and blocks, each with its value in words, readable without colour."""

from collections.abc import Iterator
from textwrap import wrap

from growth.rules.charts import NONE, NOTHING, Bars, Chart, Heat, said, shade, shades
from growth.rules.lineage import Lineage
from growth.terminal.cells import fit, pad, width
from growth.terminal.screen import Part
from growth.text.clean import one_line

Line = tuple[Part, ...]
FULL, HALF, EMPTY, BAR = "■", "▪", "·", "█"
SHADED = (NONE, "░", "▒", "▓", "█")
# Names may take so much of a line.
NAMES = 0.45
# Beside more than one series a name may be cut down to this.
SHORT = 20


def lines(chart: Chart, room: int) -> Iterator[Line]:
    """Yield the lines of a chart, at most `room` wide."""
    yield ((fit(one_line(chart.title), room), "dim"),)
    if isinstance(chart, Lineage):
        from growth.terminal.lineage import tree

        yield from tree(chart, room)
        return
    yield from _heat(chart, room) if isinstance(chart, Heat) else _bars(chart, room)


def _bars(chart: Bars, room: int) -> Iterator[Line]:
    rows = [one_line(row) for row in chart.rows]
    series = [one_line(one.name) for one in chart.series]
    names = min(int(room * NAMES), max(map(width, rows), default=0))
    left = room - 2 - sum(max(len(chart.steps), width(name)) + 2 for name in series)
    if chart.steps and len(series) > 1 and left >= min(names, SHORT):
        yield from _side_by_side(chart, rows, min(names, left), room)
        return
    second = min(16, max(map(width, series), default=0)) if len(series) > 1 else 0
    lead = 2 + names + 2 + (second + 2 if second else 0)
    told = [said(chart, value) for one in chart.series for value in one.values]
    long = len(chart.steps) or max(4, min(40, room - lead - 2 - max(map(width, told), default=0)))
    for place, row in enumerate(rows):
        for lane, one in enumerate(chart.series):
            value = one.values[place]
            name = pad(fit(row, names) if lane == 0 else "", names)
            own = f"{pad(fit(series[lane], second), second)}  " if second else ""
            words = fit(said(chart, value), max(4, room - lead - long - 2))
            yield f"  {name}  ", (own, "dim"), f"{_bar(chart, value, long)}  {words}"


def _side_by_side(chart: Bars, rows: list[str], names: int, room: int) -> Iterator[Line]:
    """Yield a row on one line, with a column for each series and the steps named underneath."""
    steps = len(chart.steps)
    wide = [max(steps, width(one_line(one.name))) for one in chart.series]
    head = [pad(one_line(one.name), columns) for one, columns in zip(chart.series, wide, strict=True)]
    yield (f"  {pad('', names)}  {'  '.join(head)}".rstrip(), "dim"),  # fmt: skip
    for place, row in enumerate(rows):
        values = [one.values[place] for one in chart.series]
        drawn = [NOTHING if value is None else _bar(chart, value, steps) for value in values]
        cells = [pad(text, columns) for text, columns in zip(drawn, wide, strict=True)]
        yield (f"  {pad(fit(row, names), names)}  {'  '.join(cells)}".rstrip(),)
    key = " · ".join(f"{number} {one_line(name)}" for number, name in enumerate(chart.steps, start=1))
    for line in wrap(key, max(20, room - 2)):
        yield ((f"  {line}", "dim"),)


def _bar(chart: Bars, value: float | None, long: int) -> str:
    part = (value or 0) / chart.most * long
    if chart.steps:
        full = min(long, int(part + 0.25))
        half = HALF if part - full >= 0.25 and full < long else ""
        return f"{FULL * full}{half}{EMPTY * (long - full - len(half))}"
    # What there is a little of is not nothing.
    return pad(BAR * max(min(long, round(part)), 1 if value else 0), long)


def _heat(chart: Heat, room: int) -> Iterator[Line]:
    rows = [one_line(row) for row in chart.rows]
    columns = [one_line(name) for name in chart.columns]
    names = min(int(room * NAMES), max(map(width, rows), default=0))
    each = _each(columns, chart.most, room - names - 4)
    first = max(0, len(columns) - (room - names - 4) // each)
    numbered = each > 2
    head = _head(columns[first:], each, room - names - 4, numbered)
    if head:
        yield f"  {pad('', names)}  ", (head, "dim")
    for row, values in zip(rows, chart.values, strict=True):
        cells = "".join(_cell(value, chart.most, each, numbered) for value in values[first:])
        yield (f"  {pad(fit(row, names), names)}  {cells}".rstrip(),)
    if chart.most:
        for line in wrap(_key(chart), max(20, room - 2)):
            yield ((f"  {line}", "dim"),)
    if first:
        yield ((f"  not shown: {first} before {columns[first] or 'these'}", "dim"),)


def _each(columns: list[str], most: int, left: int) -> int:
    """Return how wide a column is; without room for a number a shade alone says how much."""
    least = len(f"{SHADED[-1]}{most} ")
    wanted = max(least, max(map(width, columns), default=0) + 1)
    for each in (wanted, left // max(1, len(columns))):
        if least <= each and each * len(columns) <= left:
            return each
    return 2 if 2 * len(columns) <= left else 1


def _head(columns: list[str], each: int, room: int, numbered: bool) -> str:
    """Return the names over the columns; one that would run into the next is left out."""
    head = ""
    for place, name in enumerate(columns):
        shown = fit(name, each - 1).rjust(each - 1) if numbered else name
        if name and width(head) <= place * each and place * each + width(shown) <= room:
            head = f"{pad(head, place * each)}{shown} "
    return head.rstrip()


def _cell(value: int, most: int, each: int, numbered: bool) -> str:
    block = SHADED[shade(value, most)]
    return f"{f'{block}{value}' if value else block:>{each - 1}} " if numbered else pad(block, each)


def _key(chart: Heat) -> str:
    parts = [f"{NONE} none"]
    for number, lowest, highest in shades(chart.most):
        parts.append(f"{SHADED[number]} {lowest}" + (f" to {highest}" if highest > lowest else ""))
    return "   ".join(parts) + (f"   counted: {one_line(chart.unit)}" if chart.unit else "")
