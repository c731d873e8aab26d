"""One example of every command that writes, and which shape of file operations it has.

A new command joins here with an example, or in READ_ONLY. The first example of a shape is the one
that the whole matrix runs on; `test_shapes` fails where an example is not of the shape it claims.
"""

from typing import NamedTuple


class Example(NamedTuple):
    """A command line on a home. `{out}` and `{given}` stand for the folders beside the store."""

    command: str
    shape: str
    home: str
    argv: tuple[str, ...]
    stdin: bytes = b""
    now: str = "2026-11-24T10:00:00+00:00"

    @property
    def name(self) -> str:
        return f"{self.shape}: {' '.join(self.argv)}"


NEXT_DAY = "2026-11-25T10:00:00+00:00"
NEXT_MONTH = "2026-12-01T10:00:00+00:00"
MONTH_BEFORE = "2026-10-30T10:00:00+00:00"


def _line(command: str, shape: str, home: str, line: str, **more: str) -> Example:
    import shlex

    return Example(command, shape, home, tuple(shlex.split(line)), **more)  # type: ignore[arg-type]  # texts only


EXAMPLES = (
    _line("log", "one file", "lived", "log Cut p99 by half -k win --metric 'p99: 480 ms -> 210 ms'"),
    _line("log", "first run", "none", "log Started here"),
    _line("log", "new month", "lived", "log Next month began", now=NEXT_MONTH),
    _line("log", "first of the day", "yesterday", "log Good morning"),
    _line("log", "first of the day", "lived", "log Set back", now=MONTH_BEFORE),
    _line("log", "after a torn line", "torn", "log Went on"),
    _line("log", "after a kill", "logged", "log Went on"),
    _line("log", "after a kill of a move", "moved", "log Went on"),
    _line("log", "after a kill of the first run", "started", "log Went on"),
    _line("edit", "move between months", "lived", "edit j261118-q003 -d 2026-10-11"),
    _line("edit", "move out of a month", "lived", "edit j260914-q006 -d 2026-10-11"),
    _line("edit", "one file", "lived", "edit j261118-q003 --impact 'half the wait' --add-tag start"),
    _line("edit", "many files", "lived", "edit --since 2026-09-01 -k work --share team -y"),
    _line("delete", "one file", "lived", "delete j261118-q003 -y"),
    _line("delete", "last of a file", "lived", "delete j260914-q006 -y"),
    _line("delete", "many files", "lived", "delete j261118-q003 j261005-q001 t261110-q013 -y"),
)
# Leaves of the command tree that never write, each with a line to run.
READ_ONLY = {
    "list": "list --json",
    "search": "search queue",
    "show": "show j261118-q003",
}


def representatives() -> list[Example]:
    """Return the first example of each shape."""
    found: dict[str, Example] = {}
    for example in EXAMPLES:
        found.setdefault(example.shape, example)
    return list(found.values())
