"""A lineage, drawn: what comes first on top, the model and its evals at the bottom, arrows between.

An arrow over several rows has a place of its own in each of them, so that it passes between the boxes.
"""

from typing import NamedTuple

from growth.reports.drawing import WIDTH, Drawing, fit, label, points
from growth.rules.lineage import Arrow, Lineage, rows

HIGH, BETWEEN, GAP, MOST, WIDEST = 46, 44, 14, 4, 250
# More boxes than that nobody follows.
DRAWN = 60
# How wide the place of an arrow is that passes a row.
PASSING = 20
# So much more of a small text fits than of one of the usual size.
SMALLER = 1.18


class Spot(NamedTuple):
    """Where something is in a row: a box, or an arrow that passes."""

    x: float
    y: float
    wide: float


class _Drawn:
    """A lineage with a spot for each box, by its number, and for each arrow that passes a row."""

    def __init__(self, found: Lineage) -> None:
        self.found = found
        self.lanes: list[list[int | tuple[int, int]]] = [list(lane) for lane in _broken(rows(found))]
        self.row = {item: at for at, lane in enumerate(self.lanes) for item in lane if isinstance(item, int)}
        for number, arrow in enumerate(found.arrows):
            for at in range(self.row[arrow.of] + 1, self.row[arrow.into]):
                self.lanes[at].append((number, at))
        self.spots: dict[int | tuple[int, int], Spot] = {}
        for at, lane in enumerate(self.lanes):
            self._lay(at, sorted(lane, key=lambda item: (self._above(item), str(item))))

    def _above(self, item: int | tuple[int, int]) -> float:
        """Return how far to the right what leads to something is, on the average."""
        if isinstance(item, int):
            leading = [self._last(number) for number, one in enumerate(self.found.arrows) if one.into == item]
        else:
            leading = [self.spots.get((item[0], item[1] - 1)) or self.spots[self.found.arrows[item[0]].of]]
        there = [spot.x for spot in leading if spot]
        return sum(there) / len(there) if there else WIDTH / 2

    def _last(self, number: int) -> Spot | None:
        arrow = self.found.arrows[number]
        return self.spots.get((number, self.row[arrow.into] - 1)) or self.spots.get(arrow.of)

    def _lay(self, at: int, lane: list[int | tuple[int, int]]) -> None:
        boxes = sum(isinstance(item, int) for item in lane)
        left = WIDTH - GAP * (len(lane) - 1) - PASSING * (len(lane) - boxes)
        wide = min(WIDEST, left / max(1, boxes))
        x = (left - wide * boxes) / 2
        for item in lane:
            room = wide if isinstance(item, int) else PASSING
            self.spots[item] = Spot(x + room / 2, 4 + at * (HIGH + BETWEEN), room)
            x += room + GAP

    def line(self, number: int) -> list[tuple[float, float]]:
        """Return the corners of an arrow: where it begins, where it passes, where it ends."""
        arrow = self.found.arrows[number]
        of, into = self.spots[arrow.of], self.spots[arrow.into]
        share = self._share(arrow)
        if self.row[arrow.into] <= self.row[arrow.of]:
            return [(of.x, of.y), (into.x + share * into.wide, into.y + HIGH)]
        line = [(of.x, of.y + HIGH)]
        for at in range(self.row[arrow.of] + 1, self.row[arrow.into]):
            spot = self.spots[number, at]
            line += [(spot.x, spot.y), (spot.x, spot.y + HIGH)]
        return [*line, (into.x + share * into.wide, into.y)]

    def _share(self, arrow: Arrow) -> float:
        """Return where on a box an arrow ends: those that end at one come side by side."""
        numbers = [n for n, one in enumerate(self.found.arrows) if one.into == arrow.into]
        those = sorted(numbers, key=lambda n: (last.x if (last := self._last(n)) else 0, n))
        return (those.index(self.found.arrows.index(arrow)) + 1) / (len(those) + 1) - 0.5


def _broken(lanes: list[list[int]]) -> list[list[int]]:
    """Return the rows, those with more boxes than fit broken into several."""
    out = []
    for lane in lanes:
        size = -(-len(lane) // -(-len(lane) // MOST))
        out += [lane[first : first + size] for first in range(0, len(lane), size)]
    return out


def flow(whole: Lineage) -> Drawing:
    """Draw a lineage; of a very large one what is nearest to the model."""
    found = _nearest(whole)
    drawn = _Drawn(found)
    lines = [drawn.line(number) for number in range(len(found.arrows))]
    text = "".join(map(_arrow, lines))
    text += "".join(_box(found, number, drawn.spots[number]) for number in range(len(found.boxes)))
    told: dict[int, int] = {}
    for arrow, line in zip(found.arrows, lines, strict=True):
        if arrow.by:
            # Labels of arrows that end at one box stand over each other.
            nth = told[arrow.into] = told.get(arrow.into, -1) + 1
            (x, y), (a, b) = line[-2:]
            up = 1 if b > y else -1
            text += label(
                (x + 2 * a) / 3, b - up * (15 + 12 * (nth % 2)), fit(arrow.by, WIDEST), "small soft", "middle"
            )
    high = len(drawn.lanes) * (HIGH + BETWEEN) - BETWEEN + 8
    if more := len(whole.boxes) - len(found.boxes):
        text += label(WIDTH / 2, high + 12, f"and {more} more, in the table", "small soft", "middle")
        high += 20
    return Drawing("lineage", high, text)


def _nearest(found: Lineage) -> Lineage:
    if len(found.boxes) <= DRAWN:
        return found
    arrows = tuple(arrow for arrow in found.arrows if max(arrow.of, arrow.into) < DRAWN)
    return Lineage(title=found.title, boxes=found.boxes[:DRAWN], arrows=arrows)


def _arrow(line: list[tuple[float, float]]) -> str:
    (x, y), (a, b) = line[0], line[-1]
    tip = b - 7 if b > y else b + 7
    path = f"M{x:.1f} {y:.1f}"
    for number, (to, down) in enumerate([*line[1:-1], (a, tip)]):
        if number % 2:
            path += f"V{down:.1f}"
        else:
            half = (y + down) / 2
            path += f"C{x:.1f} {half:.1f} {to:.1f} {half:.1f} {to:.1f} {down:.1f}"
        x, y = to, down
    head = points(((a - 4, tip), (a + 4, tip), (a, b)))
    return f'<path class="line line-0" d="{path}"/>\n<polygon class="none" points="{head}"/>\n'


def _box(found: Lineage, number: int, spot: Spot) -> str:
    box, room = found.boxes[number], spot.wide - 12
    # What no register knows is told by its outline.
    dashes = "" if box.id else ' stroke-dasharray="4 3"'
    size = f'x="{spot.x - spot.wide / 2:.1f}" y="{spot.y:.1f}" width="{spot.wide:.1f}" height="{HIGH}"'
    words = fit(box.words or box.kind, room * SMALLER)
    return (
        f'<rect class="node" {size} rx="4"{dashes}/>\n'
        + label(spot.x, spot.y + 19, fit(box.name, room), "", "middle")
        + label(spot.x, spot.y + 36, words, "small soft", "middle")
    )
