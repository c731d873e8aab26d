"""A change: one line in the history, then the files. All of it is there, or none of it."""

import contextlib
from collections.abc import Iterator
from typing import Any, cast

import msgspec

from growth import files
from growth.errors import Damaged, Refused, SystemRefused
from growth.records.dates import Day
from growth.records.ids import is_id, new_id
from growth.records.kinds import Record, kind_of
from growth.store import history, meta
from growth.store.history import NOTHING, Line, Turn
from growth.store.storage import Row
from growth.store.store import R, Store, lay_over, table_of

Key = tuple[str, str]


class Change:
    """What one command does to records. Made by `changing`, committed when that block ends."""

    def __init__(self, store: Store, verb: str) -> None:
        self.store = store
        self.verb = verb
        self.undoes = 0
        self.number = 0
        self._turns: dict[Key, tuple[msgspec.Raw, msgspec.Raw]] = {}

    def add(self, record: R) -> R:
        """Take in a new record; one without an id gets one. Return it as it will be stored."""
        stem, table = self.store.place(record)
        taken = self.store.writable(stem).sealed.read().setdefault(table, {})
        if not record.id:
            record = msgspec.structs.replace(
                record, id=new_id(kind_of(type(record)).letter, self._made(record), taken)
            )
        elif record.id in taken:
            raise Refused(f"there already is a record {record.id}", "nothing was changed")
        self.put(stem, record.id, msgspec.Raw(msgspec.json.encode(record)))
        return record

    def _made(self, record: Record) -> Day:
        # What is imported was made on its own day, which also spreads the ids of a large import.
        if getattr(record, "source", ""):
            day: Day | None = getattr(record, "day", None)
            if day is not None:
                return day
        return self.store.now().date()

    def edit(self, old: R, new: R) -> R:
        """Replace a record; refuse when it is no longer what the user was shown."""
        current = self.store.get(old.id)
        if current != old:
            raise Refused(
                f"{old.id} was changed meanwhile, by another terminal or an undo", "look at it and try again"
            )
        new = msgspec.structs.replace(new, changed=self.store.now())
        (stem, table), (target, _) = self.store.place(old), self.store.place(new)
        from growth.store.fields import merge

        row = cast(Row, self.store.writable(stem).table(table).get(doc_id=cast(int, old.id)))
        document = merge(row.decoded(), msgspec.to_builtins(old), msgspec.to_builtins(new))
        if target != stem:
            self.put(stem, old.id, NOTHING)
        self.put(target, new.id, msgspec.Raw(msgspec.json.encode(document)))
        return new

    def remove(self, old: Record) -> None:
        """Take a record away; refuse when it is no longer what the user was shown."""
        if self.store.get(old.id) != old:
            raise Refused(f"{old.id} was changed meanwhile", "look at it and try again")
        self.put(self.store.place(old)[0], old.id, NOTHING)

    def put(self, stem: str, identifier: str, after: msgspec.Raw) -> None:
        """Set one document of a file, or take it away with `NOTHING`."""
        tables = self.store.writable(stem).sealed.read()
        table = tables.setdefault(table_of(identifier), {})
        document = table.get(identifier)
        before = NOTHING if document is None else Row(document, identifier).encoded()
        first, _ = self._turns.get((stem, identifier), (before, NOTHING))
        self._turns[stem, identifier] = (first, after)
        if after == NOTHING:
            table.pop(identifier, None)
        else:
            table[identifier] = after

    def line(self, number: int) -> Line | None:
        """Return the line that this change is, or None when it changes nothing."""
        turns = tuple(
            Turn(stem, identifier, before, after)
            for (stem, identifier), (before, after) in self._turns.items()
            if before != after
        )
        if not turns:
            return None
        what = self.verb
        names = list(dict.fromkeys(turn.id for turn in turns))
        if is_id(names[0]) and len(names) == 1:
            what = f"{what} {names[0]}"
        elif len(names) > 1:
            what = f"{what}: {len(names)} records"
        return Line(n=number, at=self.store.now(), what=what, undoes=self.undoes, records=turns)


@contextlib.contextmanager
def changing(store: Store, verb: str) -> Iterator[Change]:
    """Hold the lock, finish what a killed command left, then commit what the block did.

    Never ask a user anything inside the block: the lock is held.
    """
    files.make_private(store.home)
    with files.lock(store.home / "lock", f"growth {verb}"):
        store.forget_cache()
        try:
            known = recover(store)
            change = Change(store, verb)
            yield change
            line = change.line(known.applied + 1)
            if line is not None:
                change.number = line.n
                _commit(store, known, line)
        finally:
            store.forget_cache()


def recover(store: Store) -> meta.Meta:
    """Cut a torn line, roll committed changes forward, take the day's backup; return the state."""
    known, tail = store.state
    store.check_writable()
    if tail.torn:
        files.cut(history.path_of(store.home, tail.month), tail.size)
    if tail.pending:
        store.forget_cache()
        known = _apply(store, known, tail.pending, tail.month, tail.size)
    if known.applied and known.backup != store.now().date().isoformat():
        from growth.store import backup

        known = backup.take(store, known)
    store.forget_cache()
    return known


def _commit(store: Store, known: meta.Meta, line: Line) -> None:
    month = max(f"{line.at:%Y-%m}", known.month)
    path = history.path_of(store.home, month)
    data = history.encode(line)
    files.make_private(path.parent)
    files.append(path, data)
    size = (known.size if month == known.month else 0) + len(data)
    try:
        _apply(store, known, (line,), month, size)
    except SystemRefused as error:
        raise SystemRefused(
            f"{error.message}: the change is recorded but not yet in its file",
            "make room; the next growth command that writes finishes it",
        ) from None


def _apply(store: Store, known: meta.Meta, lines: tuple[Line, ...], month: str, size: int) -> meta.Meta:
    names = set(known.files)
    if not known.store:
        known = msgspec.structs.replace(known, store=_new_store_id())
    for stem in dict.fromkeys(turn.file for line in lines for turn in line.records):
        database = _open_raw(store, stem)
        lay_over(database, lines, stem)
        files.make_private(database.sealed.path.parent)
        database.sealed.flush()
        (names.add if any(database.sealed.read().values()) else names.discard)(stem)
    state = msgspec.structs.replace(
        known, applied=lines[-1].n, month=month, size=size, files=tuple(sorted(names))
    )
    meta.write(store.home, state)
    return state


def _open_raw(store: Store, stem: str) -> Any:
    """Open a file as it lies on the disk, without what the history would lay over it."""
    from growth.store.storage import Database

    database = store._databases.get(stem) or Database(store.home / f"{stem}.json", stem)
    if database.sealed.content.fault:
        raise Damaged(f"{stem}.json was changed by something other than growth", "see: growth doctor")
    return database


def _new_store_id() -> str:
    import os

    return os.urandom(8).hex()
