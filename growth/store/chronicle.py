"""The whole history, read leniently: what can be relied on in it, and what cannot."""

from pathlib import Path

import msgspec

from growth import files
from growth.errors import Damaged, Refused
from growth.store import history
from growth.store.history import Line
from growth.store.seal import is_closed


class Spot(msgspec.Struct, frozen=True):
    """A line of the history that cannot be relied on. `line` is what it says where it still parses."""

    month: str
    number: int
    line: Line | None = None


class Held(msgspec.Struct, frozen=True):
    """A line that is whole, the month it stands in, and where it ends there."""

    month: str
    line: Line
    end: int


class Chronicle(msgspec.Struct, frozen=True):
    """All that the history says. `gaps` are the numbers that are missing between its lines."""

    held: tuple[Held, ...] = ()
    bad: tuple[Spot, ...] = ()
    gaps: tuple[int, ...] = ()
    torn: bool = False

    @property
    def first(self) -> int:
        return self.held[0].line.n if self.held else 0

    @property
    def last(self) -> int:
        return self.held[-1].line.n if self.held else 0

    def after(self, number: int) -> list[Line]:
        """Return the changes that came after `number`, oldest first."""
        return [held.line for held in self.held if held.line.n > number]

    def lacks(self, number: int, last: int = 0) -> list[int]:
        """Return the numbers after `number`, up to `last` at least, whose change is not held."""
        have = {held.line.n for held in self.held if held.line.what != history.LOST}
        return [n for n in range(number + 1, max(self.last, last) + 1) if n not in have]


def read(home: Path) -> Chronicle:
    """Read every line of every month."""
    held: list[Held] = []
    bad: list[Spot] = []
    gaps: list[int] = []
    torn = False
    months = history.months(home)
    for month in months:
        data = _bytes(home, month)
        if data is None:
            bad.append(Spot(month, 0))
            continue
        *lines, rest = data.split(b"\n")
        end = 0
        for number, raw in enumerate(lines, start=1):
            end += len(raw) + 1
            line = _line(raw)
            if line is None or not is_closed(raw) or (held and line.n <= held[-1].line.n):
                if month == months[-1] and number == len(lines) and not rest and line is None:
                    torn = True
                else:
                    bad.append(Spot(month, number, line))
                continue
            if held:
                gaps += range(held[-1].line.n + 1, line.n)
            held.append(Held(month, line, end))
        if rest and month != months[-1]:
            bad.append(Spot(month, len(lines) + 1, _line(rest)))
        torn = torn or bool(rest)
    return Chronicle(tuple(held), tuple(bad), tuple(gaps), torn)


def _bytes(home: Path, month: str) -> bytes | None:
    try:
        return files.read_own(history.path_of(home, month))
    except (Damaged, Refused):
        return None


def _line(raw: bytes) -> Line | None:
    try:
        return msgspec.json.decode(raw, type=Line)
    except (ValueError, RecursionError):
        return None
