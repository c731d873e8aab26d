"""What a place holds, as text that two runs of one command agree on; and whether it is in order."""

import json
import re
import stat
from pathlib import Path

import msgspec

from growth.errors import GrowthError
from growth.store import backup, history, meta
from growth.store.seal import is_closed
from growth.store.storage import Row, decode
from growth.store.store import Store, on_disk

from .homes import IDS, open_store, place

# Sorts before any other line, and is the beginning of none.
DAMAGE = "!damage"
_ID = re.compile(r"\b[a-z]\d{6}-[0-9a-z]{4}\b")
_STORE = re.compile(r"\b[0-9a-f]{16}\b")
State = tuple[str, ...]


def fold(text: str) -> str:
    """Replace ids that differ from run to run."""
    return _STORE.sub("STORE", _ID.sub(lambda found: found[0] if found[0] in IDS else "NEW", text))


def state(base: Path) -> State:
    """Return every record, setting and written file of a place, sorted, and what a reader is warned of."""
    home = place(base)
    lines: list[str] = []
    try:
        lines += _records(open_store(home, warn=lambda text: lines.append(f"{DAMAGE} {text}")))
    except GrowthError as error:
        lines.append(f"{DAMAGE} {error.message}")
    for path in [home / "config.toml", *(home / "templates").rglob("*"), *(base / "out").rglob("*")]:
        name = path.relative_to(base)
        # What is not named yet, a file or a directory of files, is not there yet.
        named = not any(part.endswith(".new") for part in name.parts)
        if path.is_file() and named and "demo" not in name.parts:
            lines.append(f"{name} {path.read_bytes()!r}")
    return tuple(sorted(fold(line.replace(str(base), "")) for line in lines))


def _records(store: Store) -> list[str]:
    lines = []
    for stem in store.stems():
        for table, documents in store.database(stem).sealed.read().items():
            for identifier, document in documents.items():
                text = Row(document, identifier).encoded()
                lines.append(f"{stem} {table} {json.dumps(msgspec.json.decode(text), sort_keys=True)}")
    return lines


def is_damaged(found: State) -> bool:
    """Tell whether a reader is warned or refused."""
    return any(line.startswith(DAMAGE) for line in found)


def litter(base: Path) -> list[str]:
    """Return what a command left lying about."""
    return [
        str(path.relative_to(base))
        for path in base.rglob("*")
        if path.name.startswith(".") or path.name.endswith((".new", ".tmp"))
    ]


def disorder(base: Path) -> list[str]:
    """Return what is not as a command that ended well leaves it."""
    home = place(base)
    found = [f"litter: {name}" for name in litter(base)]
    known, fault = meta.read(home)
    if known is None or fault:
        return [*found, f"meta.json: {fault or 'missing'}"]
    if set(known.files) != on_disk(home):
        found.append(f"meta.json names {known.files}, there are {sorted(on_disk(home))}")
    for stem in known.files:
        if decode((home / f"{stem}.json").read_bytes(), stem).fault:
            found.append(f"{stem}.json: seal")
    found += _history(home, known)
    if not found:
        found += _replayed(home, known)
    for path in [home, *home.rglob("*")]:
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode != (0o700 if path.is_dir() else 0o600):
            found.append(f"{path.relative_to(base)}: mode {mode:o}")
    days = backup.all_of(home)
    found += [f"backups/{day}: not whole" for day in days if not backup.is_good(home / "backups" / day)]
    return found


def _replayed(home: Path, known: meta.Meta) -> list[str]:
    """Return what the files do not hold as the history tells it, where that tells all of it."""
    documents: dict[tuple[str, str], object] = {}
    lines = [json.loads(line) for month in history.months(home) for line in _lines(home, month)]
    if not lines or lines[0]["n"] != 1 or any(line["what"] in ("forgotten", history.LOST) for line in lines):
        return []
    for turn in (turn for line in lines for turn in line.get("records", ())):
        documents[turn["file"], turn["id"]] = turn["after"]
    held = {
        (stem, identifier): msgspec.json.decode(Row(document, identifier).encoded())
        for stem in known.files
        for table in decode((home / f"{stem}.json").read_bytes(), stem).tables.values()
        for identifier, document in table.items()
    }
    told = {key: document for key, document in documents.items() if document is not None}
    wrong = sorted(key for key in told.keys() | held.keys() if told.get(key) != held.get(key))
    return [f"{stem}.json, {identifier}: not as the history tells it" for stem, identifier in wrong]


def _lines(home: Path, month: str) -> list[bytes]:
    return history.path_of(home, month).read_bytes().splitlines()


def _history(home: Path, known: meta.Meta) -> list[str]:
    found, last = [], 0
    for month in history.months(home):
        data = history.path_of(home, month).read_bytes()
        if month == known.month and len(data) != known.size:
            found.append(f"history/{month}: {len(data)} bytes, meta.json says {known.size}")
        for line in _lines(home, month):
            if not is_closed(line):
                found.append(f"history/{month}: a line is not whole")
                continue
            number = json.loads(line)["n"]
            if last and number != last + 1:
                found.append(f"history/{month}: {last} is followed by {number}")
            last = number
    if last != known.applied:
        found.append(f"history ends with {last}, meta.json says {known.applied}")
    return found
