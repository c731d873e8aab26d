"""A chart of bars, drawn: a bar for each row and series, with its value in words at its end."""

from growth.reports.drawing import DASHES, LINE, WIDTH, Drawing, fit, label, room, wrapped
from growth.rules.charts import Bars, Series, said

NAMES, WORDS, GAP, BAR = 190, 240, 9, 10


def bars(chart: Bars) -> Drawing:
    """Draw a chart of bars."""
    lanes = max(1, len(chart.series))
    high = lanes * LINE + GAP
    height = len(chart.rows) * high + GAP
    names = min(NAMES, max((room(row) for row in chart.rows), default=0) + 12)
    widest = max((room(_words(chart, one, value)) for one in chart.series for value in one.values), default=0)
    plot = WIDTH - names - min(WORDS, widest + 12)
    text = "".join(
        f'<path class="grid" d="M{names + plot * step / len(chart.steps):.1f} 0V{height}"/>\n'
        for step in range(len(chart.steps) + 1)
        if chart.steps
    )
    for place, row in enumerate(chart.rows):
        top = GAP + place * high
        lines = wrapped(row, names - 8, lanes)
        text += "".join(label(0, top + 11 + n * LINE, line) for n, line in enumerate(lines))
        for lane, one in enumerate(chart.series):
            text += _lane(chart, one, place, lane, (names, top + lane * LINE, plot))
    return Drawing("bars", height, text)


def _lane(chart: Bars, one: Series, place: int, lane: int, where: tuple[float, float, float]) -> str:
    left, top, plot = where
    value = one.values[place]
    # A single series needs no name beside each bar, and the fullest look.
    look = lane if len(chart.series) > 1 else 1
    long = plot * min(1.0, max(0.0, value / chart.most)) if value is not None else 0
    drawn = ""
    if long:
        dashes = f' stroke-dasharray="{DASHES[look % 4]}"' if DASHES[look % 4] else ""
        drawn = (
            f'<rect class="bar line-{look % 4}" x="{left:.1f}" y="{top + 2:.1f}" width="{long:.1f}" '
            f'height="{BAR}"{dashes}/>\n'
        )
    words = _words(chart, one, value)
    return drawn + label(left + long + 6, top + 11, fit(words, WIDTH - left - long - 6), "soft")


def _words(chart: Bars, one: Series, value: float | None) -> str:
    words = said(chart, value)
    return f"{one.name}: {words}" if len(chart.series) > 1 else words
