"""Ladders on a terminal: in a list, whole, before they are imported, checked and beside each other."""

from collections.abc import Iterable, Iterator, Sequence

from growth.records.ladder import Criterion, Ladder, Level, Theme
from growth.records.ladder_reading import LadderReading
from growth.rules.day_words import counted
from growth.rules.ladder_check import Finding
from growth.rules.ladder_compare import Comparison, Side, ThemeChange
from growth.rules.ladders import cell, levels, missing
from growth.terminal.cells import fit, pad, width
from growth.terminal.screen import Part

LISTED = 20
Line = tuple[Part, ...]


def list_line(key: str, ladder: Ladder | None, whose: str, fault: str, wide: int) -> Line:
    """Return one ladder on one line."""
    head: Line = ((pad(_flat(key), wide), "id"), f"  {whose:<8}  ")
    if ladder is None:
        return (*head, (" ".join(fault.split()), "late"))
    return (*head, " ".join(ladder.name.split()), (f"  {size(ladder)}", "dim"))


def size(ladder: Ladder) -> str:
    """Return how large a ladder is, in words."""
    return (
        f"{counted(len(ladder.levels), 'level')}, {counted(len(ladder.themes), 'theme')}, "
        f"{len(ladder.criteria)} {'criterion' if len(ladder.criteria) == 1 else 'criteria'}"
    )


def whole(ladder: Ladder, whose: str, level: Level | None, theme: Theme | None) -> Iterator[Line]:
    """Yield the lines of a ladder, theme by theme; of one level or one theme where these are given."""
    yield (
        (_flat(ladder.key), "id"),
        "  ",
        (_flat(ladder.name), "bold"),
        (f"  version {_flat(ladder.version)}, {whose}", "dim"),
    )
    if ladder.source and ladder.source != "growth":
        licence = f", {_flat(ladder.licence)}" if ladder.licence else ""
        yield ((f"from {_flat(ladder.source)}{licence}", "dim"),)
    yield ("",)
    shown = [level] if level else list(levels(ladder))
    room = max((width(one.id) for one in shown), default=0)
    for one in shown:
        yield _level(one, room)
    for each in [theme] if theme else ladder.themes:
        yield from _theme(ladder, each, shown)


def _level(level: Level, room: int) -> Line:
    on = f"  {level.track}" if level.track else ""
    leads = f"  leads on to {', '.join(level.next)}" if level.next else ""
    return (
        (pad(f"{_flat(level.id)}", room), "id"),
        f"  {_flat(level.name)}",
        (f"{_flat(on + leads, 2)}", "dim"),
    )


def _theme(ladder: Ladder, theme: Theme, shown: Sequence[Level]) -> Iterator[Line]:
    yield ("",)
    kind = f"  {_flat(theme.id)}, {_flat(theme.kind)}" if theme.kind else f"  {_flat(theme.id)}"
    yield (_flat(theme.name), "title"), (kind, "dim")
    for level in shown:
        found = cell(ladder, theme.id, level.id)
        for one in found:
            yield from _criterion(one)
        if not found:
            yield (f"  {_flat(level.id)}: nothing", "dim"), ""


def _criterion(one: Criterion) -> Iterator[Line]:
    first, *rest = one.summary.split("\n")
    yield "  ", (_flat(one.id), "id"), f"  {first}"
    for line in rest:
        yield (f"      {line}",)
    for example in one.examples:
        for line in example.split("\n"):
            yield ((f"      {line}", "dim"),)


def _flat(text: str, indent: int = 0) -> str:
    words = " ".join(text.split())
    return f"{' ' * indent}{words}" if words else ""


def preview(reading: LadderReading, columns: int) -> Iterator[Line]:
    """Yield what was understood of a foreign ladder, what is missing in it and what was not understood."""
    ladder = reading.ladder
    yield f"{reading.format}: {_flat(ladder.name)}, {size(ladder)}", ""
    yield ("  levels    ", "dim"), fit(", ".join(level.name for level in levels(ladder)), columns - 12)
    yield ("  themes    ", "dim"), fit(", ".join(theme.name for theme in ladder.themes), columns - 12)
    empty = missing(ladder)
    if empty:
        cells = ", ".join(f"{theme} at {level}" for theme, level in empty)
        count = len(ladder.themes) * len(ladder.levels)
        yield ("  missing   ", "dim"), fit(f"{len(empty)} of {count} cells: {cells}", columns - 12)
    for what, number in reading.left_out:
        yield ("  left out  ", "dim"), f"{_flat(what)}: {number}"
    for note in reading.notes:
        yield ("  note      ", "dim"), _flat(note)


def not_understood(reading: LadderReading, columns: int) -> Iterator[Line]:
    """Yield the pieces that no reader understood, each with its line."""
    if not reading.misread:
        return
    yield (f"not understood: {counted(len(reading.misread), 'piece')}", "late"), ""
    for piece in reading.misread[:LISTED]:
        place = f"  line {piece.line}  " if piece.line else "  "
        yield place, (fit(f"{piece.why}: {piece.text}", max(40, columns - 12)), "dim")
    yield from _more(len(reading.misread))


def findings(found: Sequence[Finding], most: int | None = None) -> Iterator[Line]:
    """Yield what is wrong with a ladder, each with the name of its rule."""
    for one in found[:most]:
        yield (
            (f"{one.rule:<16}", "late" if one.grave else "kind"),
            "  ",
            (_flat(one.where), "id"),
            f" {_flat(one.why)}",
        )
    yield from _more(len(found), most or len(found))


def _more(count: int, most: int = LISTED) -> Iterator[Line]:
    if count > most:
        yield (f"  … and {count - most} more", "dim"), ""


def compared(found: Comparison) -> Iterator[Line]:
    """Yield what changes between two roles."""
    yield ("from  ", "dim"), *_side(found.here)
    yield ("to    ", "dim"), *_side(found.there)
    for title, changes in (
        ("", found.both), ("NO LONGER ASKED", found.only_here), ("NEW", found.only_there),
    ):  # fmt: skip
        if changes and title:
            yield ("",)
            yield ((title, "title"),)
        for change in changes:
            yield from _change(change)
    if not (found.both or found.only_here or found.only_there):
        yield "neither says anything at these levels", ""


def _side(side: Side) -> Line:
    name = _flat(f"{side.name}, {side.level_name}")
    return (f"{side.ladder}:{side.level}", "id"), f"  {name}"


def _change(change: ThemeChange) -> Iterator[Line]:
    yield ("",)
    yield ((_flat(change.name), "bold"),)
    yield from _marked("-", change.goes, "dim")
    yield from _marked("=", change.stays, "")
    yield from _marked("+", change.comes, "good")


def _marked(mark: str, those: Iterable[Criterion], style: str) -> Iterator[Line]:
    for one in those:
        for number, line in enumerate(one.summary.split("\n")):
            yield ((f"  {' ' if number else mark} {line}", style),)
