"""Traces: what the history and the backups still hold of the bundles that were opened."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from growth import files
from growth.records.ids import is_id
from growth.records.kinds import BY_LETTER, Record
from growth.store import backup, history
from growth.store.history import NOTHING
from growth.store.others import ABOUT, About, owner_of
from growth.store.people import people
from growth.store.storage import Row, decode, forward
from growth.store.store import OTHERS, Store

Trace = tuple[str, str, msgspec.Raw]


def records(store: Store, store_id: str) -> Iterator[Record]:
    """Yield all that was ever opened from one store, in each form that is still kept."""
    stem = f"{OTHERS}{store_id}"
    for _, identifier, document in _traces(store.home, stem):
        if is_id(identifier):
            yield store.decode(Row(document, identifier), BY_LETTER[identifier[0]].type, stem)


def handed_by(store: Store) -> Iterator[tuple[str, str]]:
    """Yield the file of each bundle that is still kept somewhere, and the handle of who handed it over."""
    everyone = people(store)
    for stem, identifier, document in _traces(store.home, OTHERS):
        if identifier == ABOUT:
            yield stem, owner_of(store.decode(Row(document, identifier), About, stem), everyone)


def _traces(home: Path, begins: str) -> Iterator[Trace]:
    """Yield file, id and document of what is kept of the files whose names begin so."""
    yield from _in_history(home, begins)
    yield from _in_backups(home, begins)


def _in_history(home: Path, begins: str) -> Iterator[Trace]:
    for month in history.months(home):
        data = files.read_own(history.path_of(home, month)) or b""
        for raw in data.split(b"\n")[:-1]:
            if begins.encode() not in raw:
                continue
            line = history.decode(raw, f"history/{month}.jsonl")
            for turn in line.records:
                for document in (turn.before, turn.after) if turn.file.startswith(begins) else ():
                    if document != NOTHING:
                        yield turn.file, turn.id, forward(turn.id, document, line.schema)


def _in_backups(home: Path, begins: str) -> Iterator[Trace]:
    seen = set()
    for name in backup.all_of(home):
        folder = backup.directory(home) / name
        for path in sorted(folder.glob(f"{begins}*.json")):
            stem = path.relative_to(folder).as_posix().removesuffix(".json")
            data = None if path.stat().st_ino in seen else backup.read(folder, stem)
            seen.add(path.stat().st_ino)
            for rows in decode(data, stem).tables.values() if data is not None else ():
                for identifier, document in rows.items():
                    yield stem, identifier, Row(document, identifier).encoded()
