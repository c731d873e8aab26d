"""Runs the real program with a fault at a chosen file operation, and reads what it did to files.

The injector (inject.c) is built with the C compiler of the machine. `Program` runs commands of one
source tree, in forks of a warm interpreter or, with `cold=True`, each from a fresh start.
"""

import functools
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).resolve().parent
NOW = "2026-11-24T10:00:00+00:00"

CREATE, WRITE, SYNC, RENAME, LINK, UNLINK, TRUNCATE, MKDIR, MODE, LOCK = (1 << bit for bit in range(10))
OPEN, READ, STAT, LIST, CLOSE = (1 << bit for bit in range(10, 15))
NOTHING: Mapping[str, str] = {}
WRITING = 1023
ALL = 32767


class Op(NamedTuple):
    """One file operation of a run. `n` is its number where its kind was counted, else -1."""

    n: int
    kind: int
    name: str
    result: int
    size: int
    extra: int
    path: str
    other: str
    data: bytes


class Run(NamedTuple):
    """What a run printed, how it ended (a signal as a negative number), and what it did to files."""

    out: str
    err: str
    code: int
    ops: tuple[Op, ...]

    @property
    def counted(self) -> list[Op]:
        return [op for op in self.ops if op.n > 0]


def compiler() -> str | None:
    """Return the C compiler, or None where there is none."""
    return shutil.which("gcc") or shutil.which("cc")


def build(folder: Path) -> Path:
    """Put the injector into a folder."""
    library = folder / "inject.so"
    library.write_bytes(_built())
    return library


@functools.cache
def _built() -> bytes:
    command = [compiler() or "cc", "-shared", "-fPIC", "-O1", "-U_FORTIFY_SOURCE", "-w"]
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "inject.so"
        subprocess.run([*command, "-o", str(library), str(HERE / "inject.c"), "-ldl"], check=True)
        return library.read_bytes()


def scratch() -> Path:
    """Make a folder for homes, in memory where the system has such a place."""
    memory = Path("/dev/shm")
    parent = memory if os.access(memory, os.W_OK) else None
    return Path(os.path.realpath(tempfile.mkdtemp(prefix="growth-faults-", dir=parent)))


def read_log(path: Path) -> tuple[Op, ...]:
    """Return the operations that the injector noted."""
    if not path.exists():
        return ()
    data = path.read_bytes()
    ops, at = [], 0
    while at < len(data):
        end = data.index(b"\n", at)
        head = data[at:end].decode("utf-8", "surrogateescape").split("\t")
        length = int(head[8])
        body = data[end + 1 : end + 1 + length]
        n, kind, name, result, size, extra = head[0], head[1], head[2], head[3], head[4], head[5]
        ops.append(Op(int(n), int(kind), name, int(result), int(size), int(extra), head[6], head[7], body))
        at = end + 2 + length
    return tuple(ops)


def _press(leader: int, answers: int, keys: str) -> bytes:
    """Press each key when the program has been silent for a while; return what it showed."""
    shown, waiting = b"", list(keys)
    while True:
        ready, _, _ = select.select([leader, answers], [], [], 0.3)
        if leader in ready:
            shown += os.read(leader, 65536)
        elif answers in ready:
            return shown
        elif waiting:
            os.write(leader, waiting.pop(0).encode())


class Program:
    """The commands of one source tree, run with the injector loaded."""

    def __init__(self, folder: Path, library: Path, tree: Path = ROOT, *, cold: bool = False) -> None:
        self.folder = folder
        self.library = library
        self.tree = tree
        self.cold = cold
        self._server: subprocess.Popen[str] | None = None
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "user").mkdir(exist_ok=True)

    def environment(self, home: Path, extra: Mapping[str, str]) -> dict[str, str]:
        """Return the environment of a run: this home, this hour, nothing of the user's own."""
        names = ("PATH", "LANG", "LD_LIBRARY_PATH", "SYSTEMROOT")
        kept = {name: os.environ[name] for name in names if name in os.environ}
        return kept | {
            "HOME": str(self.folder / "user"),
            "GROWTH_HOME": str(home),
            "GROWTH_NOW": NOW,
            "TZ": "UTC",
            "LC_ALL": "C.UTF-8",
            "EDITOR": "true",
            "PAGER": "cat",
            "PYTHONPATH": str(self.tree),
            "PYTHONDONTWRITEBYTECODE": "1",
            **extra,
        }

    def run(
        self,
        argv: Sequence[str],
        home: Path,
        *,
        env: Mapping[str, str] = NOTHING,
        stdin: bytes = b"",
        keys: str = "",
        plan: str = "",
        count: int = WRITING,
        types: int = ALL,
        watch: Path | None = None,
        record: bool = False,
        lock_wait: float | None = None,
    ) -> Run:
        """Run one command; with a plan, something goes wrong on the way.

        With keys it runs on a terminal, and each of them is pressed when the program waits.
        """
        faults = {"FAULT_PATHS": str(watch or home), "FAULT_COUNT": str(count), "FAULT_TYPES": str(types)}
        log = self.folder / "ops"
        log.unlink(missing_ok=True)
        faults["FAULT_PLAN"] = plan
        if record:
            faults["FAULT_LOG"] = str(log)
        (self.folder / "in").write_bytes(stdin)
        status = self._run(list(argv), self.environment(home, env) | faults, keys, lock_wait)
        out = (self.folder / "out").read_text("utf-8", "replace")
        err = (self.folder / "err").read_text("utf-8", "replace")
        return Run(out, err, os.waitstatus_to_exitcode(status), read_log(log) if record else ())

    def _run(self, argv: list[str], env: dict[str, str], keys: str, lock_wait: float | None) -> int:
        if self.cold:
            return self._start(argv, env)
        server = self._server or self._serve()
        assert server.stdin is not None and server.stdout is not None
        request: dict[str, object] = {"argv": argv, "env": env, "cwd": str(self.folder), "wait": lock_wait}
        leader, follower = os.openpty() if keys else (-1, -1)
        for name in ("in", "out", "err"):
            request[name] = os.ttyname(follower) if keys else str(self.folder / name)
            if name != "in":
                (self.folder / name).write_bytes(b"")
        server.stdin.write(json.dumps(request) + "\n")
        server.stdin.flush()
        if keys:
            (self.folder / "out").write_bytes(_press(leader, server.stdout.fileno(), keys))
            os.close(leader)
            os.close(follower)
        answer = server.stdout.readline()
        if not answer:
            raise RuntimeError("the warm interpreter has ended")
        return int(answer)

    def _start(self, argv: list[str], env: dict[str, str]) -> int:
        with (
            (self.folder / "in").open("rb") as stdin,
            (self.folder / "out").open("wb") as out,
            (self.folder / "err").open("wb") as err,
        ):
            process = subprocess.Popen(
                [sys.executable, "-m", "growth", *argv],
                env=env | {"LD_PRELOAD": str(self.library)},
                cwd=self.folder,
                stdin=stdin,
                stdout=out,
                stderr=err,
            )
            return os.waitpid(process.pid, 0)[1]

    def _serve(self) -> "subprocess.Popen[str]":
        env = self.environment(self.folder / "nowhere", NOTHING)
        self._server = subprocess.Popen(
            [sys.executable, str(HERE / "warm.py")],
            env=env | {"LD_PRELOAD": str(self.library), "FAULT_WARM": "1"},
            cwd=self.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._server.stdout is not None
        if self._server.stdout.readline() != "ready\n":
            raise RuntimeError("the warm interpreter did not start")
        return self._server

    def close(self) -> None:
        """End the warm interpreter."""
        if self._server is not None:
            assert self._server.stdin is not None and self._server.stdout is not None
            self._server.stdin.close()
            self._server.stdout.close()
            self._server.wait(10)
            self._server = None
