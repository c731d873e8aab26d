"""Run something that is not trusted to end, with bounds on time, memory and output.

It runs in a child process: an endless loop or a text that keeps doubling costs no more than the
child. Memory is not bounded where the system ignores RLIMIT_AS (macOS); there the bound on time
alone holds.
"""

import contextlib
import os
import resource
import select
import signal
import time
from collections.abc import Callable
from pathlib import Path

from growth.errors import GrowthError, Refused

SECONDS = 10.0
MEMORY = 512 << 20
OUTPUT = 4 << 20
_DONE, _REFUSED = b"+", b"-"


def bounded(make: Callable[[], str], what: str) -> str:
    """Return the text that `make` returns; refuse when it takes too much, or refuses itself."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _work(make, what, writer)
    os.close(writer)
    try:
        data = _collect(reader, time.monotonic() + SECONDS)
    finally:
        os.close(reader)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    if data is None:
        raise Refused(f"{what} took longer than {SECONDS:g} s", "look for a loop in it")
    if len(data) > OUTPUT:
        raise Refused(f"{what} makes more than {OUTPUT >> 20} MB", "look for a loop in it")
    text = data[1:].decode("utf-8", "replace")
    if data[:1] != _DONE:
        message, _, hint = text.partition("\0")
        raise Refused(message or f"{what} ended without an answer", hint)
    return text


def _collect(reader: int, deadline: float) -> bytes | None:
    """Return all that the child wrote, up to the bound; None when it took too long."""
    data = b""
    while len(data) <= OUTPUT:
        ready, _, _ = select.select([reader], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return None
        chunk = os.read(reader, 1 << 16)
        if not chunk:
            break
        data += chunk
    return data


def _work(make: Callable[[], str], what: str, writer: int) -> None:
    """Answer through the pipe and end the process, without what a normal end would do."""
    try:
        try:
            _limit()
            answer = _DONE + make().encode("utf-8", "replace")
        except GrowthError as error:
            answer = _REFUSED + f"{error.message}\0{error.hint}".encode("utf-8", "replace")
        except MemoryError:
            answer = _REFUSED + f"{what} needs more than {MEMORY >> 20} MB\0look for a loop in it".encode()
        view = memoryview(answer)
        while view:
            view = view[os.write(writer, view) :]
    finally:
        os._exit(0)


def _limit() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _size() + MEMORY
    # Where the system does not know the limit the parent's clock still runs.
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (wanted if most < 0 else min(wanted, most), most))


def _size() -> int:
    """Return the address space that this process has now, as far as the system tells."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[0]) * resource.getpagesize()
    except OSError:
        return 0
