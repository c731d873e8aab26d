"""The store: files opened on first use, readers that never wait and never write."""

import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar, cast

import msgspec

from growth import files
from growth.errors import Damaged, Refused
from growth.records.dates import EVER, Instant, Period
from growth.records.entry import Entry
from growth.records.ids import is_id
from growth.records.kinds import BY_LETTER, KINDS, Record, kind_of
from growth.store import history, meta
from growth.store.storage import SCHEMA, Database, Row, is_current

R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=msgspec.Struct)
JOURNAL = "journal/"
OTHERS = "others/"
# The folders of a home that hold records.
FOLDERS = ("journal", "history", "backups", "others")


class Store:
    """One home. `warn` is told once of each fault that does not stop a reader.

    A `guest` only looks into it, and leaves the permissions there as they are.
    """

    def __init__(
        self, home: Path, now: Callable[[], Instant], warn: Callable[[str], None], *, guest: bool = False
    ) -> None:
        self.home = home
        self.now = now
        self._guest = guest
        self._warn = warn
        self._warned: set[str] = set()
        self._told: set[tuple[str, str]] = set()
        self._databases: dict[str, Database] = {}
        self._decoders: dict[type, msgspec.json.Decoder[msgspec.Struct]] = {}
        self.committed = ""
        self._state: tuple[meta.Meta, history.Tail] | None = None

    # -- state ---------------------------------------------------------------------------------

    @property
    def state(self) -> tuple[meta.Meta, history.Tail]:
        """The applied state, and what the history holds beyond it."""
        if self._state is None:
            self._state = self._read_state()
        return self._state

    def _read_state(self) -> tuple[meta.Meta, history.Tail]:
        self._check_home()
        known, fault = meta.read(self.home)
        if known is None and history.months(self.home):
            # meta.json comes first: that of a store which another command has just begun is there now.
            known, fault = meta.read(self.home)
        if known is None:
            if history.months(self.home) or on_disk(self.home) or (self.home / "backups").is_dir():
                raise Damaged(f"{meta.path(self.home)} is missing", meta.MISSING)
            return meta.NEW, history.Tail()
        tail = history.tail(self.home, known)
        if fault:
            self.warn("meta.json", fault)
            found = set(known.files) | on_disk(self.home)
            known = msgspec.structs.replace(known, files=tuple(sorted(found)))
        if tail.fault:
            self.warn("history", tail.fault)
        return known, tail

    def _check_home(self) -> None:
        try:
            seen = self.home.stat()
        except FileNotFoundError:
            return
        except OSError as error:
            raise files.refusal(error, self.home) from None
        import os

        if seen.st_uid not in (os.geteuid(), 0):
            raise Damaged(f"{self.home} belongs to another user", "name your own with --home")
        # What is no store yet may be somebody's directory of other things.
        if seen.st_mode & 0o077 and not self._guest and meta.path(self.home).exists():
            self._warn(f"{self.home} was open to others; it is now yours only")
            self.home.chmod(0o700)
        for folder in FOLDERS:
            # What is written through a link lies somewhere else, under other permissions.
            if _is_link(self.home / folder):
                raise Damaged(f"{self.home / folder} is a link", "put the folder itself in its place")

    def warn(self, where: str, fault: str) -> None:
        """Say once what is wrong with a file that can still be read."""
        if where not in self._warned:
            self._warned.add(where)
            self.tell(where, f"{fault}; writing is refused until: growth doctor --accept")

    def tell(self, where: str, what: str) -> None:
        """Say once what a user should know though nothing is stopped by it."""
        if (where, what) not in self._told:
            self._told.add((where, what))
            self._warn(f"{where} {what}")

    @property
    def faults(self) -> frozenset[str]:
        """The files whose seal was found not to fit, so far."""
        return frozenset(self._warned)

    def forget_cache(self) -> None:
        """Drop all that was read, as after a write."""
        self._databases.clear()
        self._state = None

    def reopen(self) -> None:
        """Drop all that was read and all that was found wrong with it, as after mending."""
        self.forget_cache()
        self._warned.clear()
        self._told.clear()

    # -- files ---------------------------------------------------------------------------------

    def stems(self, start: str = "") -> list[str]:
        """Return the names of the files that hold records, sorted, those beginning with `start`."""
        known, tail = self.state
        names = set(known.files)
        for line in tail.pending:
            names.update(turn.file for turn in line.records)
        # A file that a change under way has just begun is listed nowhere yet.
        names.update(stem for stem, found in self._databases.items() if not found.sealed.is_empty)
        return sorted(name for name in names if name.startswith(start))

    def database(self, stem: str) -> Database:
        """Return a file of the store as it was when the store was opened, to be kept at hand."""
        found = self._databases.get(stem)
        if found is None:
            found = self._databases[stem] = self._open(stem)
        return found

    def _open(self, stem: str) -> Database:
        """Read a file; lay over it what is not applied yet, take back what came after the opening.

        So a reader sees all of a change or nothing of it, also while others write.
        """
        known, tail = self.state
        found = Database(self.home / f"{stem}.json", stem)
        later = history.later(self.home, tail, f"{self.now():%Y-%m}")
        touching = [line for line in (*tail.pending, *later) if line.touches(stem)]
        content, missing = found.sealed.content, found.sealed.is_missing
        if missing and stem in known.files and not any(stem in line.gone for line in touching):
            raise Damaged(f"{stem}.json is missing", "bring it back with: growth restore")
        if not missing and stem not in known.files and not touching:
            raise Damaged(f"{stem}.json is none of the files of this store", "see: growth doctor")
        if content.fault:
            self.warn(f"{stem}.json", content.fault)
        if content.schema[0] > SCHEMA[0]:
            self.tell(f"{stem}.json", f"is of schema {content.schema[0]}, newer than this growth")
        if touching:
            content.lay_over(stem, tail.pending)
            content.take_back(stem, later)
        return found

    def peek(self, stem: str) -> Database:
        """Return a file of the store for looking at once: it is not kept in memory."""
        found = self._databases.get(stem)
        return self._open(stem) if found is None else found

    def settled(self, stem: str) -> bytes | None:
        """Return the bytes of a file where they are what `database` would show, else None."""
        data = files.read_own(self.home / f"{stem}.json")
        return data if data and is_current(data) and self.is_settled(stem) else None

    def is_settled(self, stem: str) -> bool:
        """Tell whether a file that was opened just now is what `database` would show."""
        tail = self.state[1]
        later = history.later(self.home, tail, f"{self.now():%Y-%m}")
        return stem not in self._databases and not any(line.touches(stem) for line in (*tail.pending, *later))

    def rows(self, stem: str, table: str) -> Iterator[Row]:
        """Yield the documents of one table of a file."""
        return cast("Iterator[Row]", iter(self.database(stem).table(table)))

    def decode(self, row: Row, kind: type[S], stem: str) -> S:
        """Return the record that a document is; raise Damaged with the path of the bad field."""
        decoder = self._decoders.get(kind)
        if decoder is None:
            decoder = self._decoders[kind] = msgspec.json.Decoder(kind)
        try:
            return cast("S", decoder.decode(row.encoded()))
        except (ValueError, RecursionError) as error:
            raise Damaged(f"{stem}.json, {row.doc_id}: {error}", "see: growth doctor") from None

    # -- records -------------------------------------------------------------------------------

    def all(self, kind: type[R]) -> list[R]:
        """Return my records of a kind that lies in one file, oldest first."""
        place = kind_of(kind)
        if place.file not in self.stems(place.file):
            return []
        found = [self.decode(row, kind, place.file) for row in self.rows(place.file, place.table)]
        return sorted(found, key=lambda record: (record.created, record.id))

    def entries(self, period: Period = EVER) -> Iterator[Entry]:
        """Yield the entries of a period, newest first, reading only the months it touches."""
        for stem in self.months(period):
            yield from self.month(stem, period)

    def months(self, period: Period = EVER) -> list[str]:
        """Return the journal's files that a period touches, newest first."""
        first = f"{JOURNAL}{period.start.isoformat()[:7]}" if period.start else ""
        end = f"{JOURNAL}{period.end.isoformat()}" if period.end else ""
        stems = self.stems(JOURNAL)
        return [stem for stem in reversed(stems) if stem >= first and (not end or f"{stem}-01" < end)]

    def month(self, stem: str, period: Period = EVER) -> list[Entry]:
        """Return the entries of one file that lie in a period, newest first."""
        rows = cast("Iterator[Row]", iter(self.peek(stem).table("entries")))
        found = [self.decode(row, Entry, stem) for row in rows]
        if period != EVER:
            found = [entry for entry in found if entry.day in period]
        found.sort(key=lambda entry: (entry.day, entry.created, entry.id), reverse=True)
        return found

    def get(self, identifier: str) -> Record | None:
        """Return my record with that whole id, or None."""
        kind = BY_LETTER.get(identifier[:1])
        if kind is None or not is_id(identifier):
            return None
        for number, stem in enumerate(self._places(identifier)):
            database = self.peek(stem) if number else self.database(stem)
            row = database.table(kind.table).get(doc_id=cast(int, identifier))
            if row is not None:
                return self.decode(cast(Row, row), kind.type, stem)
        return None

    def _places(self, identifier: str) -> list[str]:
        kind = BY_LETTER[identifier[0]]
        if kind.file:
            return [kind.file] if kind.file in self.stems(kind.file) else []
        likely = f"{JOURNAL}20{identifier[1:3]}-{identifier[3:5]}"
        stems = self.months()
        return [stem for stem in stems if stem == likely] + [stem for stem in stems if stem != likely]

    def place(self, record: Record) -> tuple[str, str]:
        """Return file and table that a record belongs in."""
        kind = kind_of(type(record))
        if isinstance(record, Entry):
            return f"{JOURNAL}{record.day.isoformat()[:7]}", kind.table
        return kind.file, kind.table

    def writable(self, stem: str) -> Database:
        """Return a file for changing; refuse one that is not what was written."""
        found = self.database(stem)
        self.check_writable(found.sealed.content.schema[0])
        return found

    def check_writable(self, major: int = 0) -> None:
        """Refuse when something read so far is damaged, or newer than this program."""
        major = max(major, self.state[0].schema[0])
        if major > SCHEMA[0]:
            raise Damaged(
                f"the store is of schema {major}, this growth knows {SCHEMA[0]}",
                "nothing was changed; install a newer growth",
            )
        if self.faults:
            name = sorted(self.faults)[0]
            raise Damaged(
                f"{name} was changed by something other than growth",
                "look at it with: growth doctor, then accept it: growth doctor --accept",
            )

    def require(self, identifier: str) -> Record:
        """Return my record with that whole id, or refuse."""
        found = self.get(identifier)
        if found is None:
            raise Refused(f"there is no record {identifier}", "see: growth list")
        return found


def _is_link(path: Path) -> bool:
    try:
        return stat.S_ISLNK(path.lstat().st_mode)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise files.refusal(error, path) from None


def on_disk(home: Path) -> set[str]:
    """Return the names of the record files that lie in a home, listed in meta.json or not."""
    top = {kind.file for kind in KINDS if kind.file and (home / f"{kind.file}.json").exists()}
    for folder in (JOURNAL, OTHERS):
        # Not glob, which passes over a directory that it may not read, as if it were empty.
        if (home / folder).is_dir():
            top.update(f"{folder}{path.stem}" for path in (home / folder).iterdir() if path.suffix == ".json")
    return {name for name in top if not name.split("/")[-1].startswith(".")}
