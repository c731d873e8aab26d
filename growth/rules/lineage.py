"""Where a model comes from: its runs, what these took, and what that was made of, as boxes and arrows."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from growth.records.practice import Derived, Practice, PracticeKind
from growth.rules.practices import Register, said
from growth.text.fold import fold

Key = tuple[PracticeKind, str]


class Box(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing of a lineage; without an `id` it is named, and in no register."""

    kind: PracticeKind
    name: str
    id: str = ""
    words: str = ""


class Arrow(msgspec.Struct, frozen=True):
    """That one box, by its number, went into another, and by which transformation."""

    of: int
    into: int
    by: str = ""


class Lineage(msgspec.Struct, frozen=True, kw_only=True):
    """All that a model comes from, and the evals of it. The model is the first box.

    `circles` are names that lead back to the first of them: what is made of itself.
    """

    title: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()

    def into(self, number: int) -> list[Arrow]:
        """Return the arrows that lead into a box."""
        return [arrow for arrow in self.arrows if arrow.into == number]


def taken(one: Practice, register: Register) -> Iterator[tuple[PracticeKind, str, str]]:
    """Yield kind, name and transformation of each thing that something directly comes from."""
    if one.kind == "model":
        yield from (("pipeline", run.name, "") for run in register.runs(one))
    yield from ((*register.origin(one.kind, part.of), part.by) for part in one.derived)
    yield from (("dataset", name, "") for name in one.data)
    yield from (("prompt", name, "") for name in one.prompts)
    if one.model:
        yield "model", one.model, ""
    if one.on:
        yield "dataset", one.on, ""


def lineage(register: Register, model: Practice, absent: str = "not in the register") -> Lineage:
    """Return what a record of the register comes from, nearest first; of a model, its evals too.

    `absent` is said of what is named and not there.
    """
    keys: dict[Key, int] = {}
    boxes: list[Box] = []
    arrows: dict[tuple[int, int], Arrow] = {}

    def number(kind: PracticeKind, name: str) -> int:
        key = kind, fold(name)
        if key not in keys:
            keys[key] = len(boxes)
            found = register.get(kind, name)
            boxes.append(
                Box(kind=kind, name=found.name, id=found.id, words=said(found))
                if found else Box(kind=kind, name=name, words=absent)
            )  # fmt: skip
        return keys[key]

    number(model.kind, model.name)
    for one in register.evals(model) if model.kind == "model" else ():
        number("eval", one.name)
    at = 0
    while at < len(boxes):
        found = register.get(boxes[at].kind, boxes[at].name)
        for kind, name, by in taken(found, register) if found else ():
            of = number(kind, name)
            arrows.setdefault((of, at), Arrow(of, at, by))
        at += 1
    lines = tuple(arrows.values())
    circles = tuple(tuple(boxes[place].name for place in circle) for circle in _circles(len(boxes), lines))
    what = "Runs, data and evals of" if model.kind == "model" else "What went into"
    return Lineage(title=f"{what} {model.name}", boxes=tuple(boxes), arrows=lines, circles=circles)


def _circles(count: int, arrows: Sequence[Arrow]) -> Iterator[tuple[int, ...]]:
    """Yield what leads back to itself: each circle once, from where it was met."""
    taken_by = _by_taker(arrows)
    state = [0] * count
    for first in range(count):
        if state[first]:
            continue
        path, ways = [first], [iter(taken_by.get(first, ()))]
        state[first] = 1
        while path:
            after = next(ways[-1], None)
            if after is None:
                state[path.pop()] = 2
                ways.pop()
            elif state[after] == 1:
                yield (*path[path.index(after) :], after)
            elif not state[after]:
                state[after] = 1
                path.append(after)
                ways.append(iter(taken_by.get(after, ())))


def _by_taker(arrows: Iterable[Arrow]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for arrow in arrows:
        found.setdefault(arrow.into, []).append(arrow.of)
    return found


def rows(found: Lineage) -> list[list[int]]:
    """Return the boxes row by row, so that each arrow leads to a later row, but for those of a circle."""
    taken_by = _by_taker(found.arrows)
    left = dict.fromkeys(range(len(found.boxes)), 0)
    for arrow in found.arrows:
        left[arrow.of] += 1
    depth = dict.fromkeys(left, 0)
    ready = [number for number, takers in left.items() if not takers]
    while left:
        if not ready:
            # Only circles are left: one is cut open.
            ready = [min(left)]
        number = ready.pop()
        del left[number]
        for of in taken_by.get(number, ()):
            if of in left:
                depth[of] = max(depth[of], depth[number] + 1)
                left[of] -= 1
                if not left[of]:
                    ready.append(of)
    lanes: list[list[int]] = [[] for _ in range(max(depth.values(), default=0) + 1)]
    for number, far in depth.items():
        lanes[len(lanes) - 1 - far].append(number)
    return lanes


def made_of(register: Register, one: Practice) -> dict[Key, tuple[Derived, ...]]:
    """Return, by kind and folded name, all that something was made of, each with the way from it there."""
    first = one.kind, fold(one.name)
    found: dict[Key, tuple[Derived, ...]] = {first: (Derived(one.name),)}
    waiting = [(first, one)]
    while waiting:
        taker, its = waiting.pop(0)
        for part in its.derived:
            kind, name = register.origin(its.kind, part.of)
            key = kind, fold(name)
            if key not in found:
                found[key] = (*found[taker], part)
                before = register.get(kind, name)
                waiting += [(key, before)] if before else []
    del found[first]
    return found


def passed(register: Register, one: Practice, way: Sequence[Derived]) -> list[Practice]:
    """Return what of the register a way leads over, from something on."""
    those = [one]
    for part in way[1:]:
        before = register.get(*register.origin(those[-1].kind, part.of))
        those += [before] if before else []
    return those
