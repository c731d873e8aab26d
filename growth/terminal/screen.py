"""What is printed, and where: data on stdout, talk on stderr, nothing that could steer a terminal.

Plain lines and a handful of styles are written here without rich, which takes longer to load
than the daily commands take to run.
"""

import os
import sys
from typing import TYPE_CHECKING, TextIO

from growth.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

# The sixteen colours that every terminal theme has made readable on its own background.
STYLES = {
    "": "", "bold": "1", "dim": "2", "title": "1", "id": "36", "good": "32", "late": "31", "kind": "35",
    "hit": "1;33",
}  # fmt: skip
Part = str | tuple[str, str]
# So many letters are never more bytes than the smallest buffer there is, 8192.
PIECE = 2048


def write(text: str) -> None:
    """Write to stdout, a long text in pieces.

    Where a disk is full, Python writes what still fits of a text that is larger than its buffer, and
    raises nothing.
    """
    for start in range(0, len(text) or 1, PIECE):
        sys.stdout.write(text[start : start + PIECE])


class Screen:
    """The terminal, or what stands in its place. A part is a text, or a text with its style."""

    def __init__(self, color: bool | None = None) -> None:
        self.is_terminal = is_terminal(sys.stdout)
        self.talks = is_terminal(sys.stderr)
        self.asks = is_terminal(sys.stdin) and self.talks
        self.color = self._color(color, self.is_terminal)
        self._talk_color = self._color(color, self.talks)

    @staticmethod
    def _color(wanted: bool | None, terminal: bool) -> bool:
        if wanted is not None:
            return wanted
        capable = os.environ.get("TERM", "dumb") not in ("dumb", "")
        return terminal and capable and not os.environ.get("NO_COLOR")

    @property
    def width(self) -> int:
        """The number of columns; 80 where nothing says."""
        return _size()[0]

    @property
    def height(self) -> int:
        return _size()[1]

    def out(self, *parts: Part) -> None:
        """Print one line of data; on a terminal it goes on below where it is too long."""
        for row in self.rows(parts, self.is_terminal):
            write(self.render(row, self.color) + "\n")

    def say(self, *parts: Part) -> None:
        """Print one line of talk."""
        for row in self.rows(parts, self.talks):
            talk(self.render(row, self._talk_color))

    def rows(self, parts: tuple[Part, ...], terminal: bool = True) -> "Iterable[tuple[Part, ...]]":
        """Return a line as it is printed: on a terminal in as many as it takes, each cut between words."""
        if not terminal:
            return (parts,)
        clear = tuple(clean(part) if isinstance(part, str) else (clean(part[0]), part[1]) for part in parts)
        text = "".join(part if isinstance(part, str) else part[0] for part in clear)
        # No letter takes more than two columns; most lines need no second look.
        if len(text) * 2 <= self.width and "\n" not in text:
            return (clear,)
        from growth.terminal.wrap import wrapped

        return wrapped(clear, self.width)

    def data(self, text: str) -> None:
        """Print a whole text as it is, but for what could steer a terminal and, on one, the long lines."""
        if not self.is_terminal:
            write(clean(text))
            return
        end = "\n" if text.endswith("\n") else ""
        rows = self.rows((text.removesuffix("\n"),))
        write("\n".join(self.render(row, False) for row in rows) + end)

    def exact(self, text: str) -> None:
        """Print text that was made safe where it was made: JSON, or a document already rendered."""
        write(text)

    @staticmethod
    def render(parts: tuple[Part, ...], color: bool) -> str:
        """Return a line's parts as one text."""
        line = ""
        for part in parts:
            text, style = (part, "") if isinstance(part, str) else part
            code = STYLES[style]
            line += f"\x1b[{code}m{clean(text)}\x1b[0m" if color and code and text else clean(text)
        return line


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a stream is open and a terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def talk(text: str) -> None:
    """Write a line to stderr; where nobody listens, go on in silence."""
    try:
        if sys.stderr is not None:
            sys.stderr.write(text + "\n")
            sys.stderr.flush()
    except (OSError, ValueError):
        # What is left in its buffer would fail once more when the interpreter ends, and change the exit code.
        sys.stderr = None


def _size() -> tuple[int, int]:
    for stream in (sys.stdout, sys.stderr):
        try:
            size = os.get_terminal_size(stream.fileno())
        except (OSError, ValueError, AttributeError):
            continue
        if size.columns:
            return size.columns, size.lines or 24
    columns = os.environ.get("COLUMNS", "")
    return (int(columns) if columns.isdigit() and int(columns) else 80), 24
