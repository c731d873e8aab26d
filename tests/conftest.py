"""The program as a user runs it: in a home of its own, at a fixed hour, away from the real home."""

import contextlib
import gc
import io
import os
import posix
import pty
import select
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.waiting import QUIET, UNANSWERED, waits

NOW = "2026-11-24T10:00:00+00:00"
# Rooms that run a thousand times what the others have run, and whose lines are not counted.
UNCOUNTED = ("faults", "hostile")
STEP = 0.02


class Result(NamedTuple):
    """What a run printed and the code it ended with."""

    out: str
    err: str
    code: int


class Growth:
    """Runs commands on one home."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        self._patch = monkeypatch

    def __call__(
        self, command: str | Sequence[str], *, stdin: str | bytes | None = None, now: str = NOW
    ) -> Result:
        """Run one command in this process, without a terminal."""
        from growth.cli import main

        args = shlex.split(command) if isinstance(command, str) else list(command)
        data = stdin.encode() if isinstance(stdin, str) else stdin or b""
        out, err = io.BytesIO(), io.BytesIO()
        stdout = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
        stderr = io.TextIOWrapper(err, encoding="utf-8", write_through=True)
        with self._patch.context() as patch:
            patch.setenv("GROWTH_NOW", now)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
            patch.setattr(sys, "stdout", stdout)
            patch.setattr(sys, "stderr", stderr)
            with pytest.raises(SystemExit) as ended:
                main(args)
        code = ended.value.code
        return Result(out.getvalue().decode(), err.getvalue().decode(), code if isinstance(code, int) else 0)

    def ok(self, command: str | Sequence[str], *, stdin: str | bytes | None = None, now: str = NOW) -> str:
        """Run a command that must succeed in silence on stderr; return what it printed."""
        result = self(command, stdin=stdin, now=now)
        assert (result.err, result.code) == ("", 0), result
        return result.out

    def terminal(
        self,
        command: str | Sequence[str],
        *,
        keys: Sequence[str] = (),
        env: dict[str, str] | None = None,
        columns: int = 80,
        rows: int = 40,
    ) -> Result:
        """Run one command in a process of its own on a terminal; each of `keys` is typed at a prompt."""
        args = shlex.split(command) if isinstance(command, str) else list(command)
        leader, follower = pty.openpty()
        import fcntl
        import struct
        import termios

        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        process = subprocess.Popen(
            [sys.executable, "-m", "growth", *args],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env=os.environ | {"TERM": "xterm", "GROWTH_NOW": NOW, "PAGER": "cat"} | (env or {}),
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(follower)
        seen = _converse(leader, process, list(keys))
        os.close(leader)
        return Result(seen.replace("\r\n", "\n"), "", process.wait(20))


def _converse(leader: int, process: "subprocess.Popen[bytes]", keys: list[str]) -> str:
    """Read all the program prints; type the next key when it has asked and now waits.

    Not before it has printed anything since the last key, unless that takes long: some keys are
    answered by nothing.
    """
    seen = b""
    asked, quiet, began = False, 0.0, time.monotonic()
    while time.monotonic() < began + 60:
        ready, _, _ = select.select([leader], [], [], STEP)
        if ready:
            try:
                chunk = os.read(leader, 65536)
            except OSError:
                break
            if not chunk:
                break
            seen += chunk
            asked, quiet = True, 0.0
            if b"\x1b[6n" in chunk:
                # A full-screen prompt asks where the cursor is; a terminal would answer.
                os.write(leader, b"\x1b[1;1R")
            continue
        quiet += STEP
        if process.poll() is not None:
            if quiet >= QUIET:
                break
        elif keys and quiet >= (QUIET if asked else UNANSWERED) and waits(process.pid):
            os.write(leader, keys.pop(0).encode("utf-8", "surrogateescape"))
            asked, quiet = False, 0.0
    else:
        process.kill()
    return seen.decode("utf-8", "replace")


@contextlib.contextmanager
def _uncounted() -> Iterator[None]:
    """Count no coverage, neither here nor in what is started from here."""
    coverage = sys.modules.get("coverage")
    counting = coverage.Coverage.current() if coverage else None
    with pytest.MonkeyPatch.context() as patch:
        for name in ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"):
            patch.delenv(name, raising=False)
        # To start counting puts another _exit around the one it finds, which writes all that was counted.
        patch.setattr(os, "_exit", posix._exit)
        if counting is not None:
            counting.stop()
        try:
            yield
        finally:
            if counting is not None:
                counting.start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Count lines where new ones are run: to count them takes three times as long as to run them."""
    if item.path.parent.name in UNCOUNTED or item.get_closest_marker("uncounted"):
        with _uncounted():
            return (yield)
    return (yield)


@pytest.fixture(autouse=True)
def _away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep every test away from the real home, clock, editor and colours."""
    # The program is short-lived and collects no cycles; this process is not.
    gc.enable()
    for name in ("NO_COLOR", "EDITOR", "VISUAL", "PAGER", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("GROWTH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GROWTH_NOW", NOW)
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    time.tzset()


@pytest.fixture
def growth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Growth:
    """The program on an empty home."""
    return Growth(tmp_path / "home", monkeypatch)
