"""Conversations with the real program on a terminal: keys are pressed when it waits for them."""

import contextlib
import fcntl
import json
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from .harness import NOW, ROOT
from .questions import Site, site_at, sites

# So long nothing is shown before a key is pressed, and so long a key may stay without an answer.
QUIET, UNANSWERED, HANG = 0.06, 1.0, 20.0
STEP = 0.02
CURSOR, HERE = b"\x1b[6n", b"\x1b[1;1R"


class Ended(NamedTuple):
    """How a conversation ended. `site` is the place in the source that was asking when it was left."""

    shown: str
    code: int
    site: Site | None
    modes: bool
    running: bool
    left: bool


class Terminals:
    """A warm program on one terminal after the other."""

    def __init__(self, folder: Path, known: list[Site]) -> None:
        self.folder = folder
        self._known = known
        folder.mkdir(parents=True, exist_ok=True)
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.warm_terminal"],
            env=self._environment({}) | {"PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._server.stdin is not None and self._server.stdout is not None
        self._requests, self._answers = self._server.stdin, self._server.stdout
        if self._answers.readline() != b"ready\n":
            raise RuntimeError("the warm interpreter did not start")

    def _environment(self, extra: Mapping[str, str]) -> dict[str, str]:
        names = ("PATH", "LANG", "LD_LIBRARY_PATH")
        kept = {name: os.environ[name] for name in names if name in os.environ}
        usual = {"HOME": str(self.folder), "TZ": "UTC", "LC_ALL": "C.UTF-8", "TERM": "xterm"}
        return kept | usual | {"GROWTH_NOW": NOW, "PYTHONDONTWRITEBYTECODE": "1", **extra}

    def converse(
        self,
        argv: Sequence[str],
        keys: Sequence[str],
        leave: Callable[[int, int], None],
        *,
        env: Mapping[str, str],
        rows: int = 40,
        out: str = "",
    ) -> Ended:
        """Run a command, press each key when it waits, then `leave` with the terminal and the process."""
        notes = self.folder / "notes"
        notes.unlink(missing_ok=True)
        leader, follower = os.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
        request = {
            "argv": list(argv), "env": self._environment(env), "cwd": str(self.folder), "out": out,
            "terminal": os.ttyname(follower), "notes": str(notes),
        }  # fmt: skip
        self._requests.write(json.dumps(request).encode() + b"\n")
        self._requests.flush()
        try:
            talk = _Talk(leader, self._answers.fileno(), notes, keys, leave)
            shown = talk.to_its_end()
            answer = json.loads(self._answers.readline())
        finally:
            os.close(leader)
            os.close(follower)
        return Ended(
            shown.decode("utf-8", "replace").replace("\r\n", "\n"),
            answer["code"], self._site(talk.question), answer["modes"], answer["running"], talk.left,
        )  # fmt: skip

    def _site(self, question: str) -> Site | None:
        if not question:
            return None
        file, line, what = question.split("\t")
        return site_at(self._known, file, int(line), what)

    def close(self) -> None:
        """End the warm interpreter."""
        self._requests.close()
        self._answers.close()
        self._server.wait(10)


class Pool:
    """Warm programs, each for one conversation at a time, and kept for the next."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: list[Terminals] = []
        self._free: list[Terminals] = []
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def one(self) -> Iterator[Terminals]:
        """Yield one that nobody else uses meanwhile."""
        with self._lock:
            if not self._free:
                made = Terminals(self._folder / f"terminals-{len(self._made)}", sites())
                self._made.append(made)
                self._free.append(made)
            terminals = self._free.pop()
        yield terminals
        # One in which something went wrong is left out.
        with self._lock:
            self._free.append(terminals)

    def close(self) -> None:
        """End all of them."""
        for each in self._made:
            each.close()


class _Talk:
    """One conversation, from the first word of the program to its end."""

    def __init__(
        self, leader: int, answers: int, notes: Path, keys: Sequence[str], leave: Callable[[int, int], None]
    ) -> None:
        self._leader, self._answers, self._notes = leader, answers, notes
        self._keys, self._leave = list(keys), leave
        self.left = False
        self.question = ""
        self._asked = 0

    def to_its_end(self) -> bytes:
        """Read all that is shown; press a key when something was, and it has been quiet since."""
        shown, quiet, spoken = b"", 0.0, False
        while True:
            ready, _, _ = select.select([self._leader, self._answers], [], [], STEP)
            if self._leader in ready:
                chunk = os.read(self._leader, 65536)
                shown += chunk
                quiet, spoken = 0.0, True
                if CURSOR in chunk:
                    # A prompt asks where the cursor is; a terminal would answer.
                    os.write(self._leader, HERE)
            elif self._answers in ready:
                return shown
            else:
                quiet += STEP
                if quiet >= (QUIET if spoken else UNANSWERED) and self._waits():
                    quiet, spoken = 0.0, False
                    self._next()
                elif quiet >= HANG:
                    os.kill(self._process, signal.SIGKILL)

    def _noted(self) -> list[str]:
        return self._notes.read_text().splitlines() if self._notes.exists() else []

    @property
    def _process(self) -> int:
        return int(self._noted()[0])

    def _waits(self) -> bool:
        """Tell whether the program has begun, and sleeps until something happens."""
        if self.left and len(self._noted()) == self._asked:
            return False
        try:
            stat = Path(f"/proc/{self._process}/stat").read_text()
        except (OSError, IndexError):
            return False
        return stat.rpartition(")")[2].split()[0] == "S"

    def _next(self) -> None:
        if self._keys:
            os.write(self._leader, self._keys.pop(0).encode())
        else:
            # What asks after an editor has ended is left in its turn.
            noted = self._noted()
            self.question = self.question or noted[-1] * (len(noted) > 1)
            self.left, self._asked = True, len(noted)
            self._leave(self._leader, self._process)
