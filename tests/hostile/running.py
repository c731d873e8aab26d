"""Run the program in this process, on a pipe and on a terminal; a hundred texts make many runs."""

import contextlib
import fcntl
import io
import os
import pty
import select
import struct
import sys
import termios
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, NamedTuple

import pytest

NOW = "2026-11-24T10:00:00+00:00"
QUIET, GIVE_UP = 0.05, 2.0


class Ran(NamedTuple):
    """What a run wrote, and the code it ended with; on a terminal all of it is in `out`."""

    out: str
    err: str
    code: int


@contextlib.contextmanager
def _streams(
    home: Path, files: Mapping[str, IO[str]], env: Mapping[str, str]
) -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ({"GROWTH_HOME": str(home), "GROWTH_NOW": NOW, "TZ": "UTC"} | dict(env)).items():
            patch.setenv(name, value)
        time.tzset()
        for name, stream in files.items():
            patch.setattr(sys, name, stream)
        yield patch


def _main(args: Sequence[str]) -> int:
    from growth.cli import main

    before = os.umask(0o022)
    try:
        main(list(args))
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    finally:
        os.umask(before)
    raise AssertionError("main did not end the process")


def piped(
    home: Path, args: Sequence[str], stdin: str | bytes = b"", env: Mapping[str, str] | None = None
) -> Ran:
    """Run one command with its streams on pipes."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    out, err = io.BytesIO(), io.BytesIO()
    files: dict[str, IO[str]] = {
        "stdin": io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"),
        "stdout": io.TextIOWrapper(out, encoding="utf-8", write_through=True),
        "stderr": io.TextIOWrapper(err, encoding="utf-8", write_through=True),
    }
    with _streams(home, files, env or {}):
        code = _main(args)
    return Ran(out.getvalue().decode(), err.getvalue().decode(), code)


def on_terminal(
    home: Path,
    args: Sequence[str],
    keys: Sequence[str] = (),
    env: Mapping[str, str] | None = None,
    columns: int = 100,
) -> Ran:
    """Run one command with its streams on a terminal so high that no pager opens."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 60000, columns, 0, 0))
    seen: list[bytes] = []
    ended = threading.Event()
    reader = threading.Thread(target=_converse, args=(leader, seen, [*keys], ended))
    reader.start()
    files = {
        name: os.fdopen(os.dup(follower), mode, encoding="utf-8", newline="")
        for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))
    }
    try:
        with _streams(home, files, {"TERM": "xterm-256color", "EDITOR": "true"} | dict(env or {})):
            code = _main(args)
    finally:
        for stream in files.values():
            with contextlib.suppress(OSError):
                stream.close()
        os.close(follower)
        ended.set()
        reader.join()
        os.close(leader)
    return Ran(b"".join(seen).decode("utf-8", "surrogateescape").replace("\r\n", "\n"), "", code)


def _converse(leader: int, seen: list[bytes], keys: list[str], ended: threading.Event) -> None:
    """Read all that is written; type the next key when it is quiet, and leave when none is left."""
    quiet = 0.0
    while True:
        ready, _, _ = select.select([leader], [], [], QUIET)
        if ready:
            try:
                chunk = os.read(leader, 65536)
            except OSError:
                return
            if not chunk:
                return
            seen.append(chunk)
            quiet = 0.0
            continue
        if ended.is_set():
            return
        quiet += QUIET
        if keys:
            os.write(leader, keys.pop(0).encode())
        elif quiet > GIVE_UP:
            os.write(leader, b"\x04")
            quiet = 0.0
