"""Backups: a whole copy of the store for each day it was written on; unchanged files are linked."""

import contextlib
import os
import shutil
from pathlib import Path

import msgspec

from growth import files
from growth.errors import GrowthError
from growth.store import meta
from growth.store.meta import Meta
from growth.store.storage import decode
from growth.store.store import Store

DAYS = 7
MONTHS = 12


def directory(home: Path) -> Path:
    return home / "backups"


def all_of(home: Path) -> list[str]:
    """Return the days there is a backup of, oldest first."""
    with contextlib.suppress(FileNotFoundError):
        return sorted(path.name for path in directory(home).iterdir() if not path.name.startswith("."))
    return []


def take(store: Store, known: Meta) -> Meta:
    """Back up the state before the first change of a day; return the state that says so."""
    day = store.now().date().isoformat()
    make(store.home, known, day)
    state = msgspec.structs.replace(known, backup=day)
    meta.write(store.home, state)
    rotate(store.home)
    return state


def make(home: Path, known: Meta, name: str) -> Path:
    """Copy every file of the store that is whole into `backups/<name>`.

    A file that is damaged is taken from the backup before, where it was whole.
    """
    kept = all_of(home)
    previous = directory(home) / kept[-1] if kept else None
    target, new = directory(home) / name, directory(home) / f".{name}.new"
    files.make_private(directory(home))
    try:
        shutil.rmtree(new, ignore_errors=True)
        files.make_private(new)
        for stem in [*known.files, "meta", "config"]:
            suffix = ".toml" if stem == "config" else ".json"
            _copy(home / f"{stem}{suffix}", new / f"{stem}{suffix}", previous, home)
        for folder in [new, *(path for path in new.iterdir() if path.is_dir())]:
            files.sync_directory(folder)
        shutil.rmtree(target, ignore_errors=True)
        new.replace(target)
        files.sync_directory(directory(home))
    except OSError as error:
        raise files.refusal(error, target) from None
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return target


def _copy(source: Path, target: Path, previous: Path | None, home: Path) -> None:
    earlier = previous / source.relative_to(home) if previous else None
    files.make_private(target.parent)
    if earlier is not None and _unchanged(source, earlier):
        with contextlib.suppress(OSError):
            os.link(earlier, target)
            return
    data = files.read_own(source)
    if data is None:
        return
    if source.suffix == ".json" and source.name != "meta.json" and not is_whole(data, source):
        data = files.read_own(earlier) if earlier else None
        if data is None:
            return
    files.write(target, data)
    seen = source.stat()
    os.utime(target, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def _unchanged(source: Path, earlier: Path) -> bool:
    try:
        now, then = source.stat(), earlier.stat()
    except OSError:
        return False
    return (now.st_size, now.st_mtime_ns) == (then.st_size, then.st_mtime_ns)


def is_whole(data: bytes, path: Path) -> bool:
    """Tell whether the bytes of a record file still fit their seal."""
    try:
        return not decode(data, path.stem).fault
    except GrowthError:
        return False


def rotate(home: Path) -> None:
    """Keep the newest of seven days and of twelve months; the last good one always stays."""
    days = all_of(home)
    firsts = {day[:7]: day for day in reversed(days)}
    keep = set(days[-DAYS:]) | set(sorted(firsts.values())[-MONTHS:])
    drop = [day for day in days if day not in keep]
    if drop and not any(is_good(directory(home) / day) for day in sorted(keep)):
        return
    for day in drop:
        shutil.rmtree(directory(home) / day, ignore_errors=True)


def is_good(folder: Path) -> bool:
    """Tell whether a backup is complete and all its files fit their seals."""
    try:
        known, fault = meta.read(folder)
        if known is None or fault:
            return False
        found = [files.read_own(folder / f"{stem}.json") for stem in known.files]
    except (GrowthError, OSError):
        return False
    return all(
        data is not None and is_whole(data, folder / f"{stem}.json")
        for data, stem in zip(found, known.files, strict=True)
    )
