"""The hash of a file or a folder, read piece by piece: what tells that data is still the same."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from growth import files
from growth.errors import Refused

_PIECE = 1 << 20
METHOD = "sha256"


def place_of(location: str) -> Path | None:
    """Return the file or folder of this machine that a location names, if there is one."""
    if not location or "://" in location:
        return None
    try:
        path = Path(location).expanduser()
        return path if path.exists() else None
    except (OSError, RuntimeError, ValueError):
        return None


def content_hash(path: Path) -> str:
    """Return `sha256:…` of a file; of a folder that over the names and hashes of all that is in it."""
    try:
        if not path.is_dir():
            return f"{METHOD}:{_of_file(path)}"
        whole = hashlib.sha256()
        for name, digest in sorted(_in(path)):
            whole.update(digest.encode() + b"  " + name + b"\n")
        return f"{METHOD}:{whole.hexdigest()}"
    except OSError as error:
        raise files.refusal(error, error.filename or path) from None


def _in(folder: Path) -> Iterator[tuple[bytes, str]]:
    """Yield the relative name and the hash of each file of a folder; a link is told by where it leads."""

    def fail(error: OSError) -> None:
        raise error

    for place, folders, names in os.walk(folder, onerror=fail):
        for name in (*names, *(one for one in folders if Path(place, one).is_symlink())):
            path = Path(place, name)
            said = os.fsencode(path.relative_to(folder))
            if path.is_symlink():
                yield said, hashlib.sha256(os.fsencode(path.readlink())).hexdigest()
            else:
                yield said, _of_file(path)


def _of_file(path: Path) -> str:
    digest = hashlib.sha256()
    # What has no end, such as a pipe, is not begun.
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Refused(f"{path} is not a plain file", "name a file or a folder of files, or give --hash")
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
