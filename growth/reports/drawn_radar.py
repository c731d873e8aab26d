"""A radar, drawn: a corner for each row, a ring for each step of the scale, a line for each series."""

import math

from growth.reports.drawing import DASHES, LINE, WIDTH, Drawing, fit, label, mark, points, room, wrapped
from growth.rules.charts import Bars, Series

RADIUS, SIDE, LINES = 132, 150, 3
TOP = 44


def radar(chart: Bars) -> Drawing:
    """Draw a chart of bars that is on a scale as a radar."""
    x, y = WIDTH / 2, TOP + RADIUS
    text = _rings(chart, x, y)
    # What comes later hides what came before: the second, which has the smallest mark, is drawn last.
    for place in sorted(range(len(chart.series)), key=lambda place: place == 1):
        text += _line(chart, chart.series[place], place, (x, y))
    lowest = 0.0
    for place in range(len(chart.rows)):
        name, end = _corner_name(chart, place, (x, y))
        text, lowest = text + name, max(lowest, end)
    legend, bottom = _legend(chart, lowest + 28)
    steps = " · ".join(f"{number} {name}" for number, name in enumerate(chart.steps, start=1))
    for line in wrapped(steps, WIDTH, LINES):
        legend += label(x, bottom + LINE, line, "soft", "middle")
        bottom += LINE
    return Drawing("radar", round(bottom + 8), text + legend)


def _at(chart: Bars, place: int, value: float, center: tuple[float, float]) -> tuple[float, float]:
    """Return where a value of a row is; the first row points up, the others follow the clock."""
    angle = 2 * math.pi * place / len(chart.rows)
    far = RADIUS * min(1.0, max(0.0, value / chart.most))
    return center[0] + far * math.sin(angle), center[1] - far * math.cos(angle)


def _rings(chart: Bars, x: float, y: float) -> str:
    text = ""
    for step in range(1, len(chart.steps) + 1):
        ring = [_at(chart, place, step, (x, y)) for place in range(len(chart.rows))]
        text += f'<polygon class="grid" points="{points(ring)}"/>\n'
    for place in range(len(chart.rows)):
        end = _at(chart, place, chart.most, (x, y))
        text += f'<path class="grid" d="M{x:.1f} {y:.1f}L{end[0]:.1f} {end[1]:.1f}"/>\n'
    for step in range(1, len(chart.steps) + 1):
        text += label(x + 4, y - RADIUS * step / chart.most + 4, str(step), "small soft")
    return text


def _line(chart: Bars, one: Series, place: int, center: tuple[float, float]) -> str:
    """Return one series: closed where every row has a value, else the pieces that there are."""
    where = [
        None if value is None else _at(chart, row, value, center) for row, value in enumerate(one.values)
    ]
    there = [spot for spot in where if spot is not None]
    dashes = f' stroke-dasharray="{DASHES[place]}"' if DASHES[place] else ""
    if len(there) == len(where):
        text = f'<polygon class="line line-{place}" points="{points(there)}"{dashes}/>\n'
    else:
        pairs = zip(where, [*where[1:], where[0]], strict=True)
        text = "".join(
            f'<path class="line line-{place}" d="M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}"{dashes}/>\n'
            for a, b in pairs
            if a and b
        )
    return text + "".join(mark(place, *spot) for spot in there)


def _corner_name(chart: Bars, place: int, center: tuple[float, float]) -> tuple[str, float]:
    """Return the name of a corner, and where it ends below."""
    angle = 2 * math.pi * place / len(chart.rows)
    across, up = math.sin(angle), math.cos(angle)
    x, y = center[0] + (RADIUS + 14) * across, center[1] - (RADIUS + 14) * up
    lines = wrapped(chart.rows[place], SIDE, LINES)
    anchor = "middle" if abs(across) < 0.2 else "start" if across > 0 else "end"
    # Lines grow upwards over the picture, downwards under it, and both ways beside it.
    first = y + 4 - (len(lines) - 1) * LINE * (1 + up) / 2
    text = "".join(label(x, first + LINE * n, line, "", anchor) for n, line in enumerate(lines))
    return text, first + LINE * (len(lines) - 1)


def _legend(chart: Bars, top: float) -> tuple[str, float]:
    """Return what each line is called, centred, in one row or more, and where it ends."""
    text = ""
    names = [fit(one.name, 200) for one in chart.series]
    widths = [46 + room(name) + 20 for name in names]
    left = (WIDTH - min(WIDTH, sum(widths))) / 2
    for place, (name, wide) in enumerate(zip(names, widths, strict=True)):
        if left + wide > WIDTH + 20:
            left, top = 0, top + LINE + 4
        dashes = f' stroke-dasharray="{DASHES[place]}"' if DASHES[place] else ""
        text += f'<path class="line line-{place}" d="M{left:.1f} {top:.1f}h38"{dashes}/>\n'
        text += mark(place, left + 19, top) + label(left + 46, top + 4, name)
        left += wide
    return text, top + 8
