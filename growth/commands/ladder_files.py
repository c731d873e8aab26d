"""A ladder from a file, a folder or standard input, read within bounds before anything is decided."""

import os
import sys
from pathlib import Path

from growth import files
from growth.app import App, named
from growth.errors import Refused, WrongUsage
from growth.exchange import ladder_folder, ladder_limits, ladder_read
from growth.records.ladder_reading import LadderReading

PIPED = "standard input"
DEEPEST = 3
# Of all the files of a folder together.
MOST = 5_000_000


def reading(app: App, name: str) -> LadderReading:
    """Return what a ladder's file, folder or `-` for standard input holds."""
    if name == "-":
        return ladder_read.read(_piped(), name=PIPED, created=app.now())
    path = named(name)
    if path.is_dir():
        return ladder_folder.read(_gathered(path), name=path.resolve().name, created=app.now())
    return ladder_read.read(files.read(path, limit=ladder_limits.SIZE), name=path.name, created=app.now())


def _piped() -> bytes:
    if sys.stdin is None:
        raise WrongUsage("there is nothing on standard input", "name a file")
    data = sys.stdin.buffer.read(ladder_limits.SIZE + 1)
    if len(data) > ladder_limits.SIZE:
        raise Refused(f"standard input is larger than {ladder_limits.SIZE // 1_000_000} MB", "split it")
    return data


def _gathered(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder that could be a part of a ladder, by their paths in it.

    A link is passed over: it may lead to what nobody meant to import.
    """
    found: dict[str, bytes] = {}
    room = MOST
    for path in _paths(folder):
        data = files.read(path, limit=room)
        room -= len(data)
        found[str(path.relative_to(folder))] = data
    if not found:
        raise Refused(f"{folder} holds no file of a kind that is read", ladder_limits.SHAPES)
    return found


def _paths(folder: Path) -> list[Path]:
    def refuse(error: OSError) -> None:
        raise files.refusal(error, error.filename)

    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=refuse):
        here = Path(place)
        deep = len(here.relative_to(folder).parts) >= DEEPEST
        folders[:] = [] if deep else sorted(name for name in folders if not name.startswith("."))
        paths = [here / name for name in sorted(names) if not name.startswith(".")]
        found += [path for path in paths if path.suffix[1:].lower() in ladder_folder.READ
                  and path.is_file() and not path.is_symlink()]  # fmt: skip
        if len(found) > ladder_limits.FILES:
            raise Refused(f"{folder} holds more than {ladder_limits.FILES} files", "name a smaller folder")
    return found
