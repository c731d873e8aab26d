"""What changes between two roles: theme by theme, what stays, what is no longer asked and what is new."""

import msgspec

from growth.records.ladder import Criterion, Theme
from growth.rules.ladders import Role, cell
from growth.text.fold import fold


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two roles."""

    ladder: str
    name: str
    level: str
    level_name: str


class ThemeChange(msgspec.Struct, frozen=True, kw_only=True):
    """One theme in both roles, or in one. `stays` are the criteria that say the same in both."""

    name: str
    stays: tuple[Criterion, ...] = ()
    goes: tuple[Criterion, ...] = ()
    comes: tuple[Criterion, ...] = ()


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two roles side by side: the themes that both have, then those of the one and of the other."""

    here: Side
    there: Side
    both: tuple[ThemeChange, ...] = ()
    only_here: tuple[ThemeChange, ...] = ()
    only_there: tuple[ThemeChange, ...] = ()


def compare(here: Role, there: Role) -> Comparison:
    """Return what changes for somebody who goes from one role to another."""
    pairs = _pairs(here, there)
    found = [(one, other, _change(here, there, one, other)) for one, other in pairs]
    # A theme that says nothing at the level is no part of the role.
    said = [row for row in found if row[2].stays or row[2].goes or row[2].comes]
    both = [change for one, other, change in said if one and other]
    return Comparison(
        here=_side(here),
        there=_side(there),
        both=tuple(both),
        only_here=tuple(change for one, other, change in said if not other),
        only_there=tuple(change for one, other, change in said if not one),
    )


def _side(role: Role) -> Side:
    ladder, level = role
    return Side(ladder=ladder.key, name=ladder.name, level=level.id, level_name=level.name)


def _pairs(here: Role, there: Role) -> list[tuple[Theme | None, Theme | None]]:
    """Return themes that are the same by id or by name beside each other, and those without a match alone."""
    left = list(there.ladder.themes)
    found: list[tuple[Theme | None, Theme | None]] = []
    for theme in here.ladder.themes:
        match = next((one for one in left if one.id == theme.id), None)
        match = match or next((one for one in left if fold(one.name) == fold(theme.name)), None)
        if match is not None:
            left.remove(match)
        found.append((theme, match))
    return [*found, *((None, theme) for theme in left)]


def _change(here: Role, there: Role, one: Theme | None, other: Theme | None) -> ThemeChange:
    mine = cell(here.ladder, one.id, here.level.id) if one else ()
    theirs = cell(there.ladder, other.id, there.level.id) if other else ()
    said, asked = {_words(each) for each in mine}, {_words(each) for each in theirs}
    theme = other or one
    return ThemeChange(
        name=theme.name if theme else "",
        stays=tuple(each for each in theirs if _words(each) in said),
        goes=tuple(each for each in mine if _words(each) not in asked),
        comes=tuple(each for each in theirs if _words(each) not in said),
    )


def _words(criterion: Criterion) -> str:
    return " ".join(fold(criterion.summary).split()).rstrip(".")
