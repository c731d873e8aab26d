"""A warm interpreter that runs the real program on a terminal of its own, in a fork for each request.

It reads one JSON request a line on its standard input and answers with one JSON line: how the
program ended, whether the terminal's modes are as they were, and what it left running. On the way
it notes in a file each place in the source that asks somebody something.
"""

import contextlib
import ctypes
import gc
import importlib
import json
import os
import pkgutil
import signal
import sys
import termios
import time
from types import CodeType, FrameType
from typing import Any

from tests.faults.harness import ROOT
from tests.faults.questions import ASKING, MADE_IN, TYPED, sites

HANG = 60.0
SUBREAPER = 36
HERE = f"{ROOT}{os.sep}"


def _load() -> None:
    """Load what a conversation may load, so that a fork asks within a few milliseconds."""
    import growth

    for module in pkgutil.walk_packages(growth.__path__, "growth."):
        if module.name != "growth.__main__":
            # What cannot be loaded fails in the run of its own command, where it is seen.
            with contextlib.suppress(Exception):
                importlib.import_module(module.name)
    for name in ("questionary", "rich.console", "jinja2", "pendulum", "subprocess"):
        importlib.import_module(name)


class Watch:
    """Notes where the source asks, and what reads standard input itself."""

    def __init__(self) -> None:
        self._asking = _asking()
        self._typed = {(site.file, site.first) for site in sites() if site.what == TYPED}
        self._lines = {line for _, line in self._typed}
        # To find a name is quick, and to find a piece of code is not: this is asked at every call.
        self._names = {code.co_name for code in self._asking}
        self._notes = -1

    def begin(self, notes: int) -> None:
        """Note all from now on, in an open file."""
        self._notes = notes
        sys.settrace(self._note)

    def _note(self, frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if code.co_name not in self._names and code.co_firstlineno not in self._lines:
            return
        caller = frame.f_back
        if code in self._asking and caller is not None:
            file = caller.f_code.co_filename.removeprefix(HERE)
            if file not in MADE_IN:
                self._say(file, caller.f_lineno, self._asking[code])
        elif (file := code.co_filename.removeprefix(HERE), code.co_firstlineno) in self._typed:
            self._say(file, code.co_firstlineno, TYPED)

    def _say(self, file: str, line: int, what: str) -> None:
        os.write(self._notes, f"{file}\t{line}\t{what}\n".encode())


def _asking() -> dict[CodeType, str]:
    """Return the code of what asks, each with its name."""
    found = {}
    for module, names in ASKING.items():
        for name in names:
            made = getattr(importlib.import_module(module), name)
            function = vars(made)["__init__"] if isinstance(made, type) else made
            found[function.__code__] = name
    return found


def _child(request: dict[str, Any], watch: Watch) -> None:
    """Become the program, on the terminal that the parent has."""
    from growth.__main__ import program

    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, HANG)
    os.environ.clear()
    os.environ.update(request["env"])
    time.tzset()
    os.chdir(request["cwd"])
    if request["out"]:
        out = os.open(request["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(out, 1)
        os.close(out)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115  # open until the fork ends
    sys.stdout = open(1, "w", buffering=1, encoding="utf-8", closefd=False)  # noqa: SIM115  # likewise
    sys.stderr = open(2, "w", buffering=1, encoding="utf-8", closefd=False)  # noqa: SIM115  # likewise
    sys.argv = ["growth", *request["argv"]]
    notes = os.open(request["notes"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(notes, f"{os.getpid()}\n".encode())
    watch.begin(notes)
    program()


def _shell(request: dict[str, Any], answers: int, watch: Watch) -> None:
    """Do as a shell does: own the terminal, start the program on it, and look at what it leaves."""
    os.setsid()
    terminal = os.open(request["terminal"], os.O_RDWR)
    for number in range(3):
        os.dup2(terminal, number)
    os.close(terminal)
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    # Ctrl-C reaches all that runs on a terminal; a shell does not end by it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    before = termios.tcgetattr(0)
    child = os.fork()
    if child == 0:
        try:
            _child(request, watch)
        finally:
            import traceback

            traceback.print_exc()
            os._exit(70)
    _, status = os.waitpid(child, 0)
    result = {
        "code": os.waitstatus_to_exitcode(status),
        "modes": termios.tcgetattr(0) == before,
        "running": _running(),
    }
    os.write(answers, (json.dumps(result) + "\n").encode())


def _running() -> bool:
    """Tell whether something that the program started runs on after it."""
    for _ in range(25):
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.02)
        except ChildProcessError:
            return False
    return True


def _serve() -> None:
    _load()
    watch = Watch()
    # What never changes stays out of the way of the collector, and so is shared by every fork.
    gc.freeze()
    answers, requests = os.dup(1), os.fdopen(os.dup(0))
    os.write(answers, b"ready\n")
    for line in requests:
        shell = os.fork()
        if shell == 0:
            try:
                _shell(json.loads(line), answers, watch)
            finally:
                os._exit(0)
        os.waitpid(shell, 0)


if __name__ == "__main__":
    _serve()
