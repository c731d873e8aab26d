"""Ladders in Markdown: a heading for each level with bullets under it, in themes or with bold labels."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from growth.errors import Refused
from growth.exchange.ladder_draft import Draft, slug
from growth.exchange.ladder_levels import is_level, mostly_levels
from growth.exchange.markdown_blocks import Heading, Item, Prose, blocks, prepare

FORM = "Markdown with a heading for each level"
ALL = "Expectations"
# The five axes of a ladder that many teams copy; its bullets name a step of an axis, not the axis.
AXES = {
    "Technology": ("adopts", "specializes", "evangelizes", "masters", "creates"),
    "System": ("enhances", "designs", "owns", "evolves", "leads"),
    "People": ("learns", "supports", "mentors", "coordinates", "manages"),
    "Process": ("follows", "enforces", "challenges", "adjusts", "defines"),
    "Influence": ("subsystem", "team", "multiple teams", "company", "community"),
}
_AXIS = {step: axis for axis, steps in AXES.items() for step in steps}
_NAMED = re.compile(r"(?P<id>[A-Za-z]{0,4}[ .-]?\d{1,3}[a-z]?)\s*(?:[-–—:.|]|\s)\s*(?P<name>[^\W\d_].*)")
_LABEL = re.compile(r"(?:\*\*|__)(?P<label>[^*_]{1,80})(?:\*\*|__)\s*[:–—-]?\s*(?P<rest>.*)", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)")
_STRONG = re.compile(r"\*\*|__(?=\w)|(?<=\w)__")


class Point(NamedTuple):
    """A bullet, the headings it stands under by their depth, and the bullets under it."""

    item: Item
    path: dict[int, str]
    inner: tuple[str, ...]


def plain(text: str) -> str:
    """Return inline Markdown without links and bold marks."""
    return " ".join(_STRONG.sub("", _LINK.sub(r"\1", text)).split())


def read(text: str, draft: Draft) -> None:
    """Take in the bullets under each heading that is a level."""
    title, points, others = _points(text)
    draft.name = plain(title) or draft.name
    depth = _level_depth(points)
    if not depth:
        raise Refused(
            f"{draft.source} is Markdown in which no headings look like levels with bullets under them",
            "give each level a heading, such as ## L3 Senior engineer, and each criterion a bullet",
        )
    for what, count in others.items():
        draft.leave(what, count)
    placed = [point for point in points if depth in point.path and is_level(plain(point.path[depth]))]
    for point in points:
        if depth not in point.path or not is_level(plain(point.path[depth])):
            _elsewhere(point.item, draft)
    if len(placed) < len(points):
        draft.notes.append(f"{len(points)} bullets, {len(placed)} of them under a level")
    themes = _Themes(placed, depth, title)
    for point in placed:
        _take(point, _level(plain(point.path[depth]), draft), themes, draft)


def _elsewhere(item: Item, draft: Draft) -> None:
    """Note a bullet that stands under no level; one that only links to another page says nothing."""
    if _LINK.fullmatch(item.text.strip()):
        draft.leave("bullet that links to another page")
    else:
        draft.misread(item.line, item.text, "stands under no level")


def _points(text: str) -> tuple[str, list[Point], Counter[str]]:
    """Return the title, the bullets with the headings above them, and how much else there is."""
    title, path, points = "", dict[int, str](), []
    others: Counter[str] = Counter()
    for block in blocks(prepare(text)):
        if isinstance(block, Heading):
            path = {depth: name for depth, name in path.items() if depth < block.level}
            path[block.level] = block.text
            title = title or (block.text if block.level == 1 else "")
        elif isinstance(block, Item):
            points.append(Point(block, path, _inner(block)))
        elif isinstance(block, Prose):
            start = block.raw.lstrip()[:1]
            what = "row of a table" if start == "|" else "line of prose"
            others[what] += 0 if start == "<" else len(block.raw.split("\n"))
    return title, points, others


def _inner(item: Item) -> tuple[str, ...]:
    return tuple(plain(one.text) for one in blocks(prepare(item.body)) if isinstance(one, Item) and one.text)


def _level_depth(points: Sequence[Point]) -> int:
    """Return the depth of the headings that are levels, the highest such; 0 where there is none."""
    for depth in range(1, 7):
        names = list(dict.fromkeys(plain(point.path[depth]) for point in points if depth in point.path))
        if len(names) > 1 and mostly_levels(names):
            return depth
    return 0


def _level(heading: str, draft: Draft) -> str:
    match = _NAMED.fullmatch(heading)
    if match and slug(match["id"]):
        return draft.level(match["name"], id=match["id"].replace(" ", ""))
    return draft.level(heading)


class _Themes:
    """What the theme of a bullet is: a heading below or above the level's, a bold label, or none."""

    def __init__(self, points: Sequence[Point], depth: int, title: str) -> None:
        self.below = [one for one in range(depth + 1, 7) if any(one in point.path for point in points)]
        above = [one for one in range(1, depth) if len({p.path.get(one) for p in points} - {title, None}) > 1]
        self.above = above[-1:]
        spread: Counter[str] = Counter()
        for point in points:
            if found := _LABEL.match(point.item.text):
                spread[_folded(found["label"])] += 1
        levels = len({point.path[depth] for point in points})
        labels = sum(spread.values())
        # A label that is a step names its axis, and one that comes back at most levels names a theme.
        self.by_axis = bool(spread) and all(label in _AXIS for label in spread)
        self.by_label = bool(labels) and len(spread) * levels <= 2 * labels and labels > 0.6 * len(points)

    def of(self, point: Point, label: str) -> str:
        """Return the name of the theme."""
        for depth in (*self.below, *self.above):
            if depth in point.path:
                return plain(point.path[depth])
        if self.by_axis and label:
            return _AXIS[_folded(label)]
        return label if self.by_label and label else ALL


def _folded(label: str) -> str:
    return " ".join(label.strip(" :.").casefold().split())


def _take(point: Point, level: str, themes: _Themes, draft: Draft) -> None:
    match = _LABEL.match(point.item.text)
    label, rest = (match["label"].strip(" :."), match["rest"]) if match else ("", point.item.text)
    theme = themes.of(point, label)
    if match and not rest.strip() and point.inner:
        # A bullet that is a label alone stands for the theme of those under it.
        theme = draft.theme(label)
        for summary in point.inner:
            draft.criterion(theme, level, summary)
        return
    summary = plain(rest) or label
    if not summary:
        draft.misread(point.item.line, point.item.raw, "says nothing")
        return
    marked = [label] if label and rest.strip() and label != theme else []
    draft.criterion(draft.theme(theme), level, summary, examples=point.inner, markers=_markers(marked))


def _markers(labels: Sequence[str]) -> Iterator[str]:
    for label in labels:
        yield slug(label).lower()
