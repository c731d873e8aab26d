"""A warm interpreter that runs the real `main()` in a fork for each request.

Started with the injector loaded, it reads one JSON request a line on its standard input and
answers with the wait status. What a fork inherits is what a fresh start would have imported;
everything that a run does to files, streams and signals happens in the fork.
"""

import ctypes
import gc
import json
import os
import signal
import sys
import time
from typing import Any

HANG = 40.0


def _imports() -> None:
    """Load what the commands load, so that a fork starts within a few milliseconds."""
    import importlib

    from growth import cli

    for entrance in cli.BY_NAME.values():
        # A command that cannot be loaded fails in its own run, where it is seen.
        try:
            importlib.import_module(f"growth.commands.{entrance.module}")
        except Exception:
            continue


def _redirect(request: dict[str, Any]) -> None:
    for number, (path, flags) in enumerate(
        (
            (request["in"], os.O_RDONLY),
            (request["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
            (request["err"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
        )
    ):
        descriptor = os.open(path, flags, 0o600)
        os.dup2(descriptor, number)
        os.close(descriptor)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)


def _child(request: dict[str, Any]) -> int:
    """Run one command as a fresh process would, and return its exit code."""
    import atexit
    import traceback

    from growth import lock
    from growth.cli import main

    if request["wait"] is not None:
        lock.WAIT = request["wait"]
    os.environ.update(request["env"])
    time.tzset()
    os.chdir(request["cwd"])
    _redirect(request)
    sys.argv = ["growth", *request["argv"]]
    # The default action of SIGALRM ends a run that hangs; the harness sees which signal it was.
    signal.setitimer(signal.ITIMER_REAL, HANG)
    ctypes.CDLL(None).fault_begin()
    code: object = 0
    try:
        main()
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
        code = 1
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    return code if isinstance(code, int) else 0 if code is None else 1


def _serve() -> None:
    _imports()
    # What never changes stays out of the way of the collector, and so is shared by every fork.
    gc.freeze()
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    requests = os.fdopen(os.dup(0), "r")
    answers.write("ready\n")
    for line in requests:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                requests_fd, answers_fd = requests.fileno(), answers.fileno()
                code = _child(json.loads(line))
                os.close(requests_fd)
                os.close(answers_fd)
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        answers.write(f"{status}\n")


if __name__ == "__main__":
    _serve()
