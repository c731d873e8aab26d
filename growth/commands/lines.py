"""Lines that go through the pager once they are more than a screen, where stdout is a terminal."""

from types import TracebackType
from typing import TYPE_CHECKING

from growth.app import App
from growth.terminal.screen import Part

if TYPE_CHECKING:
    from growth.programs import Pager


class Lines:
    """A sink for lines: printed as they come while they fit, paged from then on."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._held: list[str] = []
        self._pager: Pager | None = None
        self.open = True

    def __enter__(self) -> "Lines":
        return self

    def add(self, *parts: Part) -> None:
        """Take one line; on a terminal it goes on below where it is too long."""
        screen = self._app.screen
        for row in screen.rows(parts, screen.is_terminal):
            self._add(screen.render(row, screen.color))

    def _add(self, line: str) -> None:
        if self._pager is not None:
            self.open = self.open and self._pager.write(line + "\n")
            return
        self._held.append(line)
        if self._app.screen.is_terminal and len(self._held) >= self._app.screen.height:
            self._start()

    def _start(self) -> None:
        # Loaded here: subprocess costs more than all the lines of an ordinary list.
        from growth import programs

        command = programs.pager(self._app.config.text("pager"))
        try:
            self._pager = programs.Pager(command) if command else None
        except (OSError, ValueError):
            # No pager on this machine: the lines are worth more than the paging.
            self._pager = None
        if self._pager is None:
            self._flush()
            return
        self._pager.write("".join(f"{line}\n" for line in self._held))
        self._held.clear()

    def _flush(self) -> None:
        for line in self._held:
            self._app.screen.exact(line + "\n")
        self._held.clear()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pager is not None:
            self._pager.wait()
        else:
            self._flush()
