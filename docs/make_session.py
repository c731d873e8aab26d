"""Draw docs/session.svg: a real session, run now, as a terminal shows it."""

import os
import pty
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

TARGET = Path(__file__).resolve().parent / "session.svg"
NOW = "2026-11-24T10:00:00+00:00"
SESSION = (
    ["log", "Cut ranker p99 by half", "-k", "win", "-p", "ranker", "--metric", "p99: 480 ms -> 210 ms"],
    ["log", "Paired with @kim on the eval harness", "#evals", "-d", "yesterday"],
    ["list"],
)
SHEET = ["--demo", "prep", "ana"]


def shown(args: list[str], home: str) -> str:
    """Return what a command prints on a terminal of 92 columns, colours included."""
    leader, follower = pty.openpty()
    env = os.environ | {
        "GROWTH_HOME": home, "GROWTH_NOW": NOW, "TERM": "xterm-256color", "PAGER": "cat", "COLUMNS": "92",
    }  # fmt: skip
    import fcntl
    import struct
    import termios

    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 92, 0, 0))
    with subprocess.Popen(
        [sys.executable, "-m", "growth", *args], stdin=follower, stdout=follower, stderr=follower, env=env
    ):
        os.close(follower)
        seen = b""
        while True:
            try:
                chunk = os.read(leader, 1 << 16)
            except OSError:
                break
            if not chunk:
                break
            seen += chunk
    os.close(leader)
    return seen.decode().replace("\r\n", "\n")


def typed(args: list[str]) -> str:
    """Return a command line as a person types it."""
    return "growth " + " ".join(f"'{word}'" if set(word) & set(" #>") else word for word in args)


def main() -> None:
    """Run the session and write the picture."""
    with tempfile.TemporaryDirectory() as home, Path(os.devnull).open("w") as nowhere:
        console = Console(record=True, width=92, file=nowhere, force_terminal=True, color_system="truecolor")
        for args in (*SESSION, SHEET):
            console.print(Text.assemble(("$ ", "green"), (typed(args), "bold")))
            console.print(Text.from_ansi(shown(args, home)))
        console.save_svg(str(TARGET), title="growth")


if __name__ == "__main__":
    main()
