"""The lock of the store: one writer at a time, and whoever waits too long is told for whom."""

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

from growth import files
from growth.errors import SystemRefused

WAIT = 20.0
_PAUSE = 0.004


@contextlib.contextmanager
def hold(path: Path, who: str) -> Iterator[None]:
    """Hold the lock of the store; `who` is told to whoever waits too long. Never unlinked."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise files.refusal(error, path) from None
    try:
        files.check_own(descriptor, path)
        _acquire(descriptor, path)
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"{os.getpid()} {who}\n".encode(errors="replace"), 0)
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, path: Path) -> None:
    deadline = time.monotonic() + WAIT
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > deadline:
                holder = os.pread(descriptor, 200, 0).decode(errors="replace").strip() or "unknown"
                raise SystemRefused(
                    f"the store is being written by process {holder}",
                    "wait for it to end, then run this again; nothing was changed",
                ) from None
            time.sleep(_PAUSE)
        except OSError as error:
            raise files.refusal(error, path) from None
