"""Ladders: which there are, how their levels follow on each other, and what a cell asks."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

import msgspec

from growth.errors import Refused, WrongUsage
from growth.records.dates import Instant
from growth.records.ladder import Criterion, Ladder, Level, Theme
from growth.text.fold import fold

KEY = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_SHORT = re.compile(r"[A-Za-z]{1,3}[0-9]{1,2}")
T = TypeVar("T", Level, Theme)


class Role(NamedTuple):
    """A ladder and one level of it, as `software-engineer:L5` names them."""

    ladder: Ladder
    level: Level


def check_key(text: str) -> str:
    """Return a name that a ladder can be called by, or refuse."""
    if not KEY.fullmatch(text):
        raise WrongUsage(
            f"{text!r} is no name of a ladder", "use small letters, digits and - such as data-engineer"
        )
    return text


def known(shelf: Iterable[Ladder], own: Iterable[Ladder]) -> dict[str, Ladder]:
    """Return the ladders by the name they are called by; one of the user's own stands before the shelf's."""
    found = {ladder.key: ladder for ladder in shelf} | {ladder.key: ladder for ladder in own}
    return dict(sorted(found.items()))


def named(ladders: Mapping[str, Ladder], text: str) -> Ladder:
    """Return the ladder called `text`, or refuse with what comes near."""
    found = ladders.get(text) or next((one for one in ladders.values() if fold(one.key) == fold(text)), None)
    if found is not None:
        return found
    from difflib import get_close_matches

    near = get_close_matches(text, ladders, n=1, cutoff=0.6)
    hint = f"did you mean {near[0]}? all of them: " if near else "all of them: "
    raise Refused(f"there is no ladder {text!r}", f"{hint}growth ladder list")


def role_words(text: str) -> tuple[str, str]:
    """Return the ladder and the level that `LADDER:LEVEL` names, as they are written.

    What others handed me has a colon in its own name: `ana:small:L5`.
    """
    name, _, level = text.rpartition(":")
    if not (name and level):
        raise WrongUsage(f"{text!r} names no level of a ladder", "write it as software-engineer:L5")
    return name, level


def level_named(ladder: Ladder, text: str) -> Level:
    """Return the level with that id or name, or refuse."""
    return _one(levels(ladder), text, f"{ladder.key} has no level")


def called(level: Level) -> str:
    """Return what a level is called in a few letters: its id where that is like `L5`, else its name."""
    return level.id if _SHORT.fullmatch(level.id) else level.name


def theme_named(ladder: Ladder, text: str) -> Theme:
    """Return the theme with that id or name, or refuse."""
    return _one(ladder.themes, text, f"{ladder.key} has no theme")


def _one(those: Iterable[T], text: str, refusal: str) -> T:
    listed = list(those)
    for same in (lambda one: one.id == text, lambda one: fold(text) in (fold(one.id), fold(one.name))):
        found = next((one for one in listed if same(one)), None)
        if found is not None:
            return found
    raise WrongUsage(f"{refusal} {text!r}", f"it has: {', '.join(one.id for one in listed) or 'none'}")


def criterion_named(ladder: Ladder, text: str) -> Criterion:
    """Return the criterion whose id is `text`, or the only one whose id ends in it; else refuse."""
    for same in (lambda id: id == text, lambda id: fold(id) == fold(text), lambda id: id.endswith(text)):
        found = [one for one in ladder.criteria if text and same(one.id)]
        if len(found) == 1:
            return found[0]
        if found:
            listed = ", ".join(one.id for one in found[:8])
            raise Refused(f"{len(found)} criteria end in {text!r}: {listed}", "type more of the one you mean")
    raise Refused(f"{ladder.key} has no criterion {text!r}", f"see: growth ladder show {ladder.key}")


def levels(ladder: Ladder) -> tuple[Level, ...]:
    """Return the levels from the lowest up; where they fork, those of one rank by their track."""
    return tuple(sorted(ladder.levels, key=lambda level: (level.rank, level.track)))


def above(ladder: Ladder, level: Level) -> tuple[Level, ...]:
    """Return the levels one can go on to: those that `next` names, else the next rank of the track."""
    named_next = tuple(one for one in levels(ladder) if one.id in level.next)
    return named_next or _nearest(level, [one for one in levels(ladder) if one.rank > level.rank])


def below(ladder: Ladder, level: Level) -> tuple[Level, ...]:
    """Return the levels one comes from: those whose `next` names it, else the rank below of the track."""
    naming = tuple(one for one in levels(ladder) if level.id in one.next)
    lower = [one for one in reversed(levels(ladder)) if one.rank < level.rank]
    # A level that says where it leads does not lead anywhere else.
    return naming or _nearest(level, [one for one in lower if not one.next])


def _nearest(level: Level, those: list[Level]) -> tuple[Level, ...]:
    same = [one for one in those if level.track in ("", one.track) or not one.track]
    return tuple(one for one in same if one.rank == same[0].rank)


def follow(found: tuple[Level, ...]) -> tuple[Level, ...]:
    """Return levels with `next` filled in where no level says it: the next rank, of the same track."""
    if any(level.next for level in found):
        return found
    ladder = tuple(sorted(found, key=lambda level: level.rank))
    return tuple(
        msgspec.structs.replace(
            level,
            next=tuple(one.id for one in _nearest(level, [one for one in ladder if one.rank > level.rank])),
        )
        for level in found
    )


def cell(ladder: Ladder, theme: str, level: str) -> tuple[Criterion, ...]:
    """Return the criteria where a theme and a level meet."""
    return tuple(one for one in ladder.criteria if one.theme == theme and one.level == level)


def beside(ladder: Ladder, one: Criterion, level: str) -> Criterion | None:
    """Return what the theme of a criterion asks at another level: in the row of its own, where it has one."""
    found, row = cell(ladder, one.theme, level), _row(one)
    rows = {_row(other) for other in ladder.criteria if other.theme == one.theme and other.level != one.level}
    if row and row in rows:
        found = tuple(other for other in found if _row(other) == row)
    return found[0] if found else None


def _row(one: Criterion) -> str:
    """Return the name of the row that a criterion says it is of, as in `Testing: writes the tests`."""
    name, colon, _ = one.summary.partition(": ")
    return name.casefold() if colon else ""


def at(ladder: Ladder, level: str) -> tuple[Criterion, ...]:
    """Return the criteria of a level, theme by theme as the ladder lists them."""
    order = {theme.id: number for number, theme in enumerate(ladder.themes)}
    found = [one for one in ladder.criteria if one.level == level]
    return tuple(sorted(found, key=lambda one: order.get(one.theme, len(order))))


def missing(ladder: Ladder) -> tuple[tuple[str, str], ...]:
    """Return the cells, as theme and level, in which no criterion stands."""
    full = {(one.theme, one.level) for one in ladder.criteria}
    return tuple(
        (theme.id, level.id)
        for theme in ladder.themes
        for level in levels(ladder)
        if (theme.id, level.id) not in full
    )


def same_texts(one: Ladder, other: Ladder) -> bool:
    """Tell whether two ladders ask the same, in the same words."""
    return (one.levels, one.themes, one.criteria) == (other.levels, other.themes, other.criteria)


def content(ladder: Ladder, created: Instant) -> Ladder:
    """Return a ladder without what only the store knows of it, for comparing what it says."""
    return msgspec.structs.replace(ladder, id="", share="private", created=created, changed=None)
