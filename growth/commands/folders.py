"""The files of a folder that is imported: which they are, and what is left aside."""

import itertools
import os
from collections.abc import Iterator
from pathlib import Path

from growth.app import App
from growth.commands.import_home import is_home
from growth.commands.import_practice import is_dvc, is_store
from growth.errors import Refused
from growth.exchange import limits

MOST = 20_000
# What programs keep beside notes, and nobody wrote.
ASIDE = frozenset({"node_modules", "__pycache__"})
HEAD = 4096


def inside(app: App, folder: Path, given: str, format_: str | None) -> Iterator[tuple[Path, str]]:
    """Yield each file of a folder that may be text, in order, and how it is called in messages.

    Hidden files, links, repositories and what is no text are left aside; how many is said.
    """
    if format_ is None and _is_repository(folder):
        raise Refused(
            f"{given} is a git repository",
            f"its commits: growth import -f git {given}; its notes: growth import -f markdown {given}",
        )
    aside = 0
    paths = [*itertools.islice(_files(app, folder), MOST + 1)]
    if len(paths) > MOST:
        raise Refused(f"{given} holds more than {MOST:,} files", "import its folders one by one")
    for path in paths:
        try:
            is_text = not _is_binary(path) and path.stat().st_size <= limits.SIZE
        except OSError as error:
            _refused(app, error)
            continue
        if not is_text:
            aside += 1
            continue
        yield path, str(path.relative_to(folder))
    if not paths:
        raise Refused(f"{given} holds no file", "name the folder that your notes lie in")
    if aside:
        app.screen.say(
            (f"{given}: {aside} {'file' if aside == 1 else 'files'} left aside, being no text", "dim")
        )


def _files(app: App, folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, onerror=lambda error: _refused(app, error)):
        at = Path(place)
        folders[:] = sorted(name for name in folders if not (name.startswith(".") or name in ASIDE))
        for name in tuple(folders):
            if what := _apart(at / name):
                app.screen.say(f"left out: {at / name} is {what} {at / name}")
                folders.remove(name)
        for name in sorted(names):
            path = at / name
            if not name.startswith(".") and path.is_file() and not path.is_symlink():
                yield path


def _apart(path: Path) -> str:
    """Return what a folder is that is imported by itself, and how; an empty string where it is none."""
    if _is_repository(path):
        return "a git repository: growth import -f git"
    if is_home(path):
        return "a store of growth: growth import"
    if is_dvc(path):
        return "a DVC project: growth import"
    return "an MLflow file store: growth import" if is_store(path) else ""


def _refused(app: App, error: OSError) -> None:
    app.screen.say(f"left out: {error.filename}: {(error.strerror or str(error)).lower()}")


def _is_repository(path: Path) -> bool:
    return (path / ".git").exists()


def _is_binary(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(HEAD)
    # A zip may be an export.
    return b"\0" in head and not head.startswith(b"PK\x03\x04")
