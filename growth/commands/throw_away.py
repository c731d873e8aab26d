"""The throw-away copy of --demo: gone when its command ends, or else with the next one."""

import contextlib
import fcntl
import os
import shutil
from functools import partial
from pathlib import Path

import click

from growth import clock
from growth.commands.demo import write

PREFIX = "growth-demo-"


def throw_away(ctx: click.Context, role: str) -> Path:
    """Write the demo where it is gone when this command ends; return the home of a role."""
    temporary = _temporary()
    _sweep(temporary)
    place = _taken(ctx, temporary)
    write(place, clock.now(), (role,))
    return place / role


def _temporary() -> Path:
    # Not what tempfile says: it tries a folder with a file, which a kill would leave there.
    named = os.environ.get("TMPDIR", "")
    return Path(named if named and os.access(named, os.W_OK) else "/tmp")


def _taken(ctx: click.Context, temporary: Path) -> Path:
    """Return a new folder that is held for as long as this process lives."""
    while True:
        place = temporary / f"{PREFIX}{os.urandom(8).hex()}"
        # Before it is there: an interruption in between would leave it.
        ctx.call_on_close(partial(_remove, place))
        place.mkdir(mode=0o700)
        # Another process may sweep the folder away until it is held; then there is a next one.
        if _held(place, wait=True) is not None and place.is_dir():
            return place


def _remove(place: Path) -> None:
    try:
        shutil.rmtree(place, ignore_errors=True)
    except KeyboardInterrupt:
        shutil.rmtree(place, ignore_errors=True)
        raise


def _sweep(temporary: Path) -> None:
    """Remove what a demo left that was killed: my folders of that name which no process holds."""
    for place in temporary.glob(f"{PREFIX}*"):
        descriptor = _held(place)
        if descriptor is not None:
            shutil.rmtree(place, ignore_errors=True)
            os.close(descriptor)


def _held(place: Path, *, wait: bool = False) -> int | None:
    """Lock a folder of mine; return None where that is not to be had. The system lets go of it at our end."""
    try:
        descriptor = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return None
    with contextlib.suppress(OSError):
        if os.fstat(descriptor).st_uid == os.getuid():
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            return descriptor
    os.close(descriptor)
    return None
