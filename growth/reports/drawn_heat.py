"""A heat map, drawn: a cell for each count, darker and larger the more there is, with its number."""

from growth.reports.drawing import LETTER, WIDTH, Drawing, fit, label, room
from growth.rules.charts import Heat, shade, shades

NAMES, HEAD, LOW, HIGH, WIDE = 250, 22, 13, 26, 52
# A cell narrower than this has no room for a number.
NUMBERED = 18


def heat(chart: Heat) -> Drawing:
    """Draw a heat map."""
    names = min(NAMES, max((room(row) for row in chart.rows), default=0) + 12)
    wide = min(WIDE, (WIDTH - names) / max(1, len(chart.columns)))
    high = min(HIGH, max(LOW, wide))
    text = _head(chart, names, wide)
    for place, (row, values) in enumerate(zip(chart.rows, chart.values, strict=True)):
        top = HEAD + place * high
        text += label(0, top + high / 2 + 4, fit(row, names - 8))
        text += "".join(
            _cell(value, chart.most, (names + column * wide, top, wide, high))
            for column, value in enumerate(values)
        )
    bottom = HEAD + len(chart.rows) * high
    return Drawing("heat", round(bottom + 30), text + _key(chart, names, bottom + 8))


def _head(chart: Heat, names: float, wide: float) -> str:
    """Return the names of the columns; one that would run into the one before is left out."""
    text, taken = "", 0.0
    for place, name in enumerate(chart.columns):
        middle, half = names + (place + 0.5) * wide, (room(name) + LETTER) / 2
        if name and middle - half >= taken and middle + half <= WIDTH + LETTER:
            text += label(middle, 14, name, "small soft", "middle")
            taken = middle + half
    return text


def _cell(value: int, most: int, where: tuple[float, float, float, float]) -> str:
    left, top, wide, high = where
    dark = shade(value, most)
    x, y = left + wide / 2, top + high / 2
    if not dark:
        return f'<circle class="none" cx="{x:.1f}" cy="{y:.1f}" r="1.5"/>\n'
    numbered = wide >= NUMBERED and high >= NUMBERED
    # Without a number the size says it, so that it is seen in grey and on paper.
    part = 1 if numbered else 0.4 + 0.15 * dark
    width, height = (wide - 2) * part, (high - 2) * part
    text = (
        f'<rect class="cell dark-{dark}" x="{x - width / 2:.1f}" y="{y - height / 2:.1f}" '
        f'width="{width:.1f}" height="{height:.1f}" rx="2"/>\n'
    )
    return text + (label(x, y + 4, str(value), f"small on-{dark}", "middle") if numbered else "")


def _key(chart: Heat, left: float, top: float) -> str:
    text = ""
    for number, lowest, highest in shades(chart.most):
        text += _cell(number, 4, (left, top, 13, 13))
        words = str(lowest) if lowest == highest else f"{lowest} to {highest}"
        text += label(left + 17, top + 11, words, "small soft")
        left += 30 + room(words)
    return text + (label(left, top + 11, f"counted: {chart.unit}", "small soft") if chart.unit else "")
