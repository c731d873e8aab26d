"""One line on stderr that says how far a long piece of work has come."""

import sys
import time
from types import TracebackType

from growth.terminal.cells import fit
from growth.terminal.screen import Screen
from growth.text.clean import clean

# What is over sooner needs no line; what is drawn oftener nobody can read.
PAUSE = 0.3


class Progress:
    """Draws over one line while it lasts, and leaves nothing of it; silent where stderr is no terminal."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._last = time.monotonic()
        self._drawn = 0

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._draw("")

    def at(self, words: str) -> None:
        """Say where the work has come to."""
        now = time.monotonic()
        if self._screen.talks and now - self._last >= PAUSE:
            self._last = now
            self._draw(fit(clean(words), self._screen.width - 1))

    def _draw(self, line: str) -> None:
        if self._drawn or line:
            # Spaces, for there are terminals that know no escape.
            sys.stderr.write(f"\r{line}{' ' * (self._drawn - len(line))}\r")
            sys.stderr.flush()
        self._drawn = len(line)
