"""Backups: a copy of the store for each day it was written on; a file that has not changed is linked.

A link is to the copy in the backup before, never to the file in use. What is damaged is left out of
a backup, so that every file in one is the file as it was after the change its meta.json names.
"""

import contextlib
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from growth import files
from growth.errors import Damaged, Refused
from growth.store import meta
from growth.store.meta import Meta
from growth.store.storage import is_sealed

# In the home itself, where the next command that writes sweeps what was left there.
NEW = ".backup.new"
_NAME = re.compile(r"\d{4}-\d\d-\d\d(\.\d{3})?")
# The header of a sealed file, with the seal, is shorter than this.
_HEAD = 64


def directory(home: Path) -> Path:
    return home / "backups"


def all_of(home: Path) -> list[str]:
    """Return the names of the backups there are, oldest first; each begins with its day."""
    try:
        return sorted(path.name for path in directory(home).iterdir() if _NAME.fullmatch(path.name))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise files.refusal(error, directory(home)) from None


def set_aside(home: Path) -> list[Path]:
    """Return the folders with the damaged files that a restore replaced."""
    return sorted(directory(home).glob("damaged-*"))


def make(home: Path, known: Meta, day: str) -> Path:
    """Copy every file of the store that is whole into a new backup; return where it is."""
    kept = all_of(home)
    previous = directory(home) / kept[-1] if kept else None
    target = directory(home) / _free(day, kept)
    new = home / NEW
    files.make_private(directory(home))
    try:
        shutil.rmtree(new, ignore_errors=True)
        files.make_private(new)
        for parent in {stem.rpartition("/")[0] for stem in known.files} - {""}:
            files.make_private(new / parent)
        for stem in known.files:
            _copy(
                home / f"{stem}.json", new / f"{stem}.json", previous / f"{stem}.json" if previous else None
            )
        for name in ("meta.json", "config.toml"):
            data = files.read_own(home / name)
            if data is not None:
                files.write_new(new / name, data)
        for folder in [new, *(path for path in new.iterdir() if path.is_dir())]:
            files.sync_directory(folder)
        new.replace(target)
        files.sync_directory(directory(home))
    except OSError as error:
        raise files.refusal(error, target) from None
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return target


def _free(day: str, kept: list[str]) -> str:
    numbers = [int(name[11:] or 0) for name in kept if name.startswith(day)]
    return f"{day}.{max(numbers) + 1:03}" if numbers else day


def _copy(source: Path, target: Path, earlier: Path | None) -> None:
    if earlier is not None and _head(source) == _head(earlier) is not None:
        # The seal says that the content is the same; what was copied once was whole.
        with contextlib.suppress(OSError):
            os.link(earlier, target)
            return
    data = files.read_own(source)
    if data is not None and is_sealed(data):
        files.write_new(target, data)


def _head(path: Path) -> tuple[int, bytes] | None:
    try:
        # A pipe in the place of a file must be refused, not waited for.
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        return os.fstat(descriptor).st_size, os.read(descriptor, _HEAD)
    except OSError:
        return None
    finally:
        os.close(descriptor)


def read(folder: Path, stem: str) -> bytes | None:
    """Return what a backup has of a file, or None where it has no whole copy.

    A system that says no is told: what cannot be read just now is not what is damaged.
    """
    try:
        data = files.read_own(folder / f"{stem}.json")
    except (Damaged, Refused):
        return None
    return data if data is not None and is_sealed(data) else None


def state(folder: Path) -> Meta | None:
    """Return the state of the store that a backup is of, or None where it cannot be relied on."""
    try:
        known, fault = meta.read(folder)
    except (Damaged, Refused):
        return None
    return None if fault else known


def is_good(folder: Path) -> bool:
    """Tell whether a backup is complete and all its files fit their seals."""
    known = state(folder)
    return known is not None and all(read(folder, stem) is not None for stem in known.files)


def newest_first(home: Path) -> Iterator[tuple[Path, Meta]]:
    """Yield the backups whose state can be relied on, with that state."""
    for name in reversed(all_of(home)):
        known = state(directory(home) / name)
        if known is not None:
            yield directory(home) / name, known
