"""A change: one line in the history, then the files. All of it is there, or none of it."""

import contextlib
import itertools
import os
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

import msgspec

from growth import files, lock
from growth.errors import Damaged, Refused, SystemRefused
from growth.records.dates import Day
from growth.records.ids import is_id, new_id
from growth.records.kinds import Record, kind_of
from growth.store import history, meta
from growth.store.history import NOTHING, Held, Line, Turn, differ
from growth.store.storage import SCHEMA, Aside, Document, Row, table_of
from growth.store.store import JOURNAL, R, Store

if TYPE_CHECKING:
    from growth.store.aside import Room

# A change of fewer documents holds them as they are.
MANY = 20_000


class Change:
    """What one command does to records. Made by `changing`, committed when that block ends."""

    def __init__(self, store: Store, verb: str) -> None:
        self.store = store
        self.verb = verb
        self.undoes = 0
        self.forgets: dict[str, Any] = {}
        self.number = 0
        self.room: Room | None = None
        self._documents = itertools.count()
        # Of each file the documents as they were; of one that held nothing all that lies there is new.
        self._before: dict[str, dict[str, Held]] = {}
        self._begun: set[str] = set()

    def add(self, record: R) -> R:
        """Take in a new record; one without an id gets one. Return it as it will be stored."""
        stem, table = self.store.place(record)
        present = self.store.writable(stem).sealed.read().get(table, {})
        if not record.id:
            record = msgspec.structs.replace(record, id=self._new_id(record, stem))
        elif record.id in present:
            raise Refused(f"there already is a record {record.id}", "nothing was changed")
        self.put(stem, record.id, self._readable(record, record, stem))
        return record

    def _readable(self, record: Record, document: object, stem: str) -> msgspec.Raw:
        """Return the bytes of a document, once they were read back as the record that they are to be."""
        raw = msgspec.Raw(msgspec.json.encode(document))
        try:
            same = self.store.decode(Row(raw, record.id), type(record), stem) == record
        except Damaged as error:
            raise Refused(f"this cannot be stored: {error.message}", "nothing was changed") from None
        if not same:
            raise Refused(f"{record.id} would not be read back as it is", "nothing was changed")
        return raw

    def _new_id(self, record: Record, stem: str) -> str:
        kind, day = kind_of(type(record)), self._made(record)
        # A file holds most ids of its month; one that was dated back lies elsewhere, but what was
        # made lately stands at the end of the history.
        recent = self.store.state[1].recent
        stems = {stem, f"{JOURNAL}{day.isoformat()[:7]}"} if not kind.file else {stem}
        present = [
            self.store.database(name).sealed.read().get(kind.table, {})
            for name in stems
            if name == stem or name in self.store.stems(name)
        ]
        while True:
            found = new_id(kind.letter, day, present[0])
            if not any(found in table for table in present) and f'"{found}"'.encode() not in recent:
                return found

    def _made(self, record: Record) -> Day:
        # What is imported was made on its own day, which also spreads the ids of a large import.
        if getattr(record, "source", ""):
            day: Day | None = getattr(record, "day", None)
            if day is not None:
                return day
        return self.store.now().date()

    def edit(self, old: R, new: R, *, by_hand: bool = True) -> R:
        """Replace a record; refuse when it is no longer what the user was shown.

        What follows its source is not changed `by_hand`, so that it can follow it again.
        """
        from growth.store.fields import merge

        (stem, table), (target, _) = self.store.place(old), self.store.place(new)
        self._check(old, stem)
        new = msgspec.structs.replace(new, changed=self.store.now() if by_hand else old.changed)
        row = cast(Row, self.store.writable(stem).table(table).get(doc_id=cast(int, old.id)))
        document = merge(row.decoded(), msgspec.to_builtins(old), msgspec.to_builtins(new))
        if target != stem:
            self.put(stem, old.id, NOTHING)
        self.put(target, new.id, self._readable(new, document, target))
        return new

    def remove(self, old: Record) -> None:
        """Take a record away; refuse when it is no longer what the user was shown."""
        stem, _ = self.store.place(old)
        self._check(old, stem)
        self.put(stem, old.id, NOTHING)

    def _check(self, old: Record, stem: str) -> None:
        if stem in self.store.stems(stem):
            self.store.writable(stem)
        if self.store.get(old.id) != old:
            raise Refused(
                f"{old.id} was changed meanwhile, by another terminal or an undo", "look at it and try again"
            )

    def put(self, stem: str, identifier: str, after: msgspec.Raw) -> None:
        """Set one document of a file, or take it away with `NOTHING`."""
        tables = self.store.writable(stem).sealed.read()
        table = tables.setdefault(table_of(identifier), {})
        document = table.get(identifier)
        if stem not in self._before:
            self._before[stem] = {}
            if not any(tables.values()):
                self._begun.add(stem)
        before = self._before[stem]
        if stem not in self._begun and identifier not in before:
            before[identifier] = NOTHING if document is None else self._laid(document, identifier)
        if after == NOTHING:
            table.pop(identifier, None)
        else:
            table[identifier] = self._laid(after, identifier)

    def _laid(self, document: Document, identifier: str) -> Held:
        """Return a document, or where it lies when there are many."""
        if isinstance(document, Aside):
            return document
        found = Row(document, identifier).encoded()
        if next(self._documents) < MANY:
            return found
        if self.room is None:
            from growth.store.aside import Room

            self.room = Room(self.store.home)
        return self.room.put(found)

    def _changed(self) -> Collection[Turn]:
        """Return what became of each document that is not as it was."""
        if self.room is None:
            return tuple(self._turns())
        from growth.store.aside import Turns

        return Turns(self._turns)

    def _turns(self) -> Iterator[Turn]:
        for stem, documents in self._before.items():
            tables = self.store.writable(stem).sealed.read()
            pairs: Iterable[tuple[str, Held]] = documents.items()
            if stem in self._begun:
                pairs = ((name, NOTHING) for table in tables.values() for name in table)
            for identifier, before in pairs:
                document = tables.get(table_of(identifier), {}).get(identifier, NOTHING)
                # What lies aside stays there until its piece of the history is written.
                after = document if isinstance(document, Aside) else Row(document, identifier).encoded()
                if differ(before, after):
                    yield Turn(stem, identifier, cast(msgspec.Raw, before), cast(msgspec.Raw, after))

    def line(self, number: int) -> Line | None:
        """Return the line that this change is, or None when it changes nothing."""
        turns = self._changed()
        if not turns and not self.forgets:
            return None
        what = self.verb
        # What moves between two files is one record.
        gone = {turn.id for turn in turns if turn.after == NOTHING}
        count = sum(1 for turn in turns if turn.after == NOTHING or turn.id not in gone)
        if count == 1 and is_id(first := next(iter(turns)).id):
            what = f"{what} {first}"
        elif count > 1:
            what = f"{what}: {count} records"
        stems = dict.fromkeys(turn.file for turn in turns)
        return Line(
            n=number, at=self.store.now(), what=what, undoes=self.undoes, forgets=self.forgets,
            gone=tuple(stem for stem in stems if self.store.database(stem).sealed.is_empty),
            schema=max(SCHEMA, self.store.state[0].schema), records=cast("tuple[Turn, ...]", turns),
        )  # fmt: skip


@contextlib.contextmanager
def changing(store: Store, verb: str) -> Iterator[Change]:
    """Hold the lock, finish what a killed command left, then commit what the block did.

    Never ask a user anything inside the block: the lock is held.
    """
    with locked(store, verb) as known:
        change = Change(store, verb)
        try:
            yield change
            commit(store, known, change)
        finally:
            if change.room:
                change.room.close()


@contextlib.contextmanager
def locked(store: Store, verb: str) -> Iterator[meta.Meta]:
    """Hold the lock on a store in which nothing is left unfinished; yield its state."""
    meta.refuse_foreign(store.home)
    files.make_private(store.home)
    with lock.hold(store.home / "lock", f"growth {verb}"):
        store.forget_cache()
        try:
            yield recover(store)
        finally:
            store.forget_cache()


def recover(store: Store) -> meta.Meta:
    """Cut a torn line, roll committed changes forward, take the day's backup; return the state."""
    known, tail = store.state
    store.check_writable()
    if tail.torn:
        files.cut(history.path_of(store.home, tail.month), tail.size)
        store.forget_cache()
    if tail.pending:
        history.make_durable(store.home, known, tail)
        known = apply(store, known, tail.pending, tail.month, tail.size)
    for path in store.home.iterdir():
        if path.name.startswith(".") and path.name.endswith(".new"):
            files.discard(path)
    if tail.erased:
        # Whoever erased it may have been killed before the new file had its name on the disk.
        files.sync_directory(history.directory(store.home))
    if tail.forgets:
        from growth.store.erase import finish

        finish(store)
    if known.schema < SCHEMA or (known.applied and known.backup != store.now().date().isoformat()):
        from growth.store import retention

        known = retention.take(store, known)
    return known


def commit(store: Store, known: meta.Meta, change: Change) -> meta.Meta:
    """Write what a change did: its line in the history, then the files; return the state."""
    line = change.line(known.applied + 1)
    if line is None:
        return known
    if not known.store:
        # First of all, so that a history without meta.json is never a store just begun.
        files.sync_parents(store.home)
        known = msgspec.structs.replace(known, store=os.urandom(8).hex())
        meta.write(store.home, known)
    month = max(f"{line.at:%Y-%m}", known.month)
    path = history.path_of(store.home, month)
    data = history.written(line)
    files.make_private(path.parent)
    length = files.append(path, data)
    change.number = line.n
    size = (known.size if month == known.month else 0) + length
    try:
        state = apply(store, known, (line,), month, size)
        if line.forgets:
            from growth.store.erase import finish

            finish(store)
    except (SystemRefused, OSError) as error:
        said = files.refusal(error, error.filename or store.home) if isinstance(error, OSError) else error
        raise SystemRefused(
            f"{said.message}: the change is recorded but not yet in its file",
            "make room; the next growth command that writes finishes it",
        ) from None
    store.committed = line.what
    return state


def apply(store: Store, known: meta.Meta, lines: tuple[Line, ...], month: str, size: int) -> meta.Meta:
    """Write the files that `lines` touch, as they lie changed in memory, then the state."""
    names = set(known.files)
    for stem in dict.fromkeys(turn.file for line in lines for turn in line.records):
        sealed = store.writable(stem).sealed
        sealed.flush()
        (names.discard if sealed.is_empty else names.add)(stem)
    state = msgspec.structs.replace(
        known, applied=lines[-1].n, month=month, size=size, files=tuple(sorted(names))
    )
    meta.write(store.home, state)
    store.forget_cache()
    return state
