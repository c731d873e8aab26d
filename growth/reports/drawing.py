"""What every picture is drawn with: SVG without script, style or reference; colours come from the page.

Nothing is told by colour alone: lines differ in dashes and marks, bars in outline, cells in size and number.
"""

import html
import itertools
from collections.abc import Iterable
from typing import NamedTuple

from growth.text.clean import one_line

WIDTH = 640
# A letter of the page's font at the size of a picture takes about this much; one of East Asia twice.
LETTER, LINE = 7.2, 15
# How a line of each place differs from the others: dashes, and the mark at its points.
DASHES = ("6 4", "", "2 3", "8 3 2 3")


class Drawing(NamedTuple):
    """A picture: what sort it is, how high, and what it is made of."""

    kind: str
    height: float
    text: str


def escape(text: str) -> str:
    """Return text of a record as HTML that shows it."""
    return html.escape(one_line(text))


def label(x: float, y: float, text: str, look: str = "", anchor: str = "") -> str:
    """Return a line of text."""
    turned = f' text-anchor="{anchor}"' if anchor else ""
    looks = f' class="{look}"' if look else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{turned}{looks}>{escape(text)}</text>\n'


def mark(place: int, x: float, y: float) -> str:
    """Return the mark of a line: a diamond, a dot, a square or a triangle; the dot fits into the others."""
    look = f'class="mark line-{place}"'
    if place % 4 == 1:
        return f'<circle {look} cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>\n'
    shapes = {
        0: ((0, -8), (8, 0), (0, 8), (-8, 0)),
        2: ((-5, -5), (5, -5), (5, 5), (-5, 5)),
        3: ((0, -9), (8, 6), (-8, 6)),
    }[place % 4]
    return f'<polygon {look} points="{points((x + dx, y + dy) for dx, dy in shapes)}"/>\n'


def points(corners: Iterable[tuple[float, float]]) -> str:
    """Return corners as SVG writes them."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)


def room(text: str) -> float:
    """Return about how wide a text is drawn."""
    return sum(map(_letter, text))


def _letter(char: str) -> float:
    return LETTER * (2 if _is_wide(char) else 1)


def _is_wide(char: str) -> bool:
    # Between the two lie dashes, ellipses and arrows.
    return "\u1100" <= char < "\u2000" or "\u2e80" <= char < "\ud800" or char > "\uffff"


def fit(text: str, wide: float) -> str:
    """Return a text on one line, cut with an ellipsis where it is wider than there is room."""
    text = one_line(text)
    if room(text) <= wide:
        return text
    ends = itertools.accumulate(map(_letter, text))
    fitting = sum(1 for _ in itertools.takewhile(lambda end: end <= wide - LETTER, ends))
    return f"{text[:fitting].rstrip()}…"


def wrapped(text: str, wide: float, most: int) -> list[str]:
    """Return a text in lines that fit, at most so many."""
    lines = [""]
    for word in one_line(text).split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and room(longer) > wide:
            lines.append(word)
        else:
            lines[-1] = longer
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) > most else lines
    return [fit(line, wide) for line in kept]
