"""Mend a damaged store: each file from its newest good copy and the history since."""

import os
from pathlib import Path

import msgspec

from growth import files, lock
from growth.errors import Damaged, Refused
from growth.records.dates import Instant
from growth.rules.day_words import counted
from growth.store import backup, history, knowledge, meta, settings, survey
from growth.store.chronicle import Chronicle, Held
from growth.store.history import Line
from growth.store.meta import Meta
from growth.store.storage import SCHEMA, Tables, encode
from growth.store.store import Store, on_disk
from growth.store.survey import Survey


class Mend(msgspec.Struct, frozen=True):
    """One file to be brought back: how many records, from where, and which changes are missing in it."""

    name: str
    words: str
    lost: tuple[int, ...] = ()


class Plan(msgspec.Struct, frozen=True):
    """What a restore would do."""

    mends: tuple[Mend, ...]
    seen: Survey

    @property
    def lost(self) -> tuple[int, ...]:
        return tuple(sorted({number for one in self.mends for number in one.lost}))


def plan(home: Path, only: str = "") -> Plan:
    """Look at the store and say what has to be brought back, and from where."""
    seen = survey.look(home)
    if (seen.trusted or meta.NEW).schema[0] > SCHEMA[0]:
        raise Damaged("the store is of a newer schema", "nothing was changed; install a newer growth")
    mends = []
    if seen.history_fault:
        mends.append(_history_mend(seen))
    for stem in stems(seen):
        found = knowledge.of(home, stem, seen.told, seen.applied)
        count = sum(len(documents) for documents in found.tables.values())
        source = f"the backup of {found.backup}" if found.backup else "the history"
        since = f" and {counted(found.changes, 'change')} since" if found.backup and found.changes else ""
        mends.append(Mend(f"{stem}.json", f"{counted(count, 'record')}, from {source}{since}", found.lost))
    if seen.meta_fault:
        mends.append(Mend("meta.json", "told anew from the history and the files"))
    if settings.fault(home):
        name, _ = settings.copies(home)
        words = f"from the backup of {name}" if name else "in no backup; every setting has its default again"
        mends.append(Mend(settings.NAME, words))
    if only:
        mends = [one for one in mends if one.name == only]
    return Plan(tuple(mends), seen)


def names(seen: Survey) -> set[str]:
    """Return the names of all that can be brought back by itself."""
    present = {*seen.contents, *seen.unreadable, *seen.missing}
    return {f"{stem}.json" for stem in present} | {"meta.json", "history", settings.NAME}


def stems(seen: Survey) -> list[str]:
    """Return the names of the files that are damaged or missing."""
    return sorted({*seen.unreadable, *seen.unsealed, *seen.missing})


def _history_mend(seen: Survey) -> Mend:
    numbers = _missing(seen)
    if not seen.told.held:
        return Mend("history", "nothing of it can be read; what was done so far can no longer be undone")
    named = f"changes {numbers[0]} to {numbers[-1]}" if len(numbers) > 1 else "one change"
    words = f"what can be read of it; {named} can no longer be undone" if numbers else "its end found again"
    return Mend("history", words)


def _missing(seen: Survey) -> list[int]:
    have = {held.line.n for held in seen.told.held}
    return [number for number in _numbers(seen) if number not in have]


def _numbers(seen: Survey) -> range:
    return range(seen.told.first or seen.applied or 1, max(seen.told.last, seen.applied) + 1)


def mend(store: Store, shown: tuple[Mend, ...]) -> Path:
    """Do what was shown, under the lock; return where the damaged files were put."""
    home, names = store.home, [one.name for one in shown]
    with lock.hold(home / "lock", "growth restore"):
        now = plan(home)
        if tuple(one for one in now.mends if one.name in names) != shown:
            raise Refused("the store changed meanwhile", "look again: growth doctor")
        seen = now.seen
        aside = backup.directory(home) / f"damaged-{store.now():%Y-%m-%d}"
        for name in names:
            _set_aside(home, name, aside)
        if settings.NAME in names:
            settings.put_back(home)
        if "history" in names:
            _mend_history(home, seen)
        told = survey.look(home).told
        emptied = set()
        for stem in stems(seen):
            if f"{stem}.json" in names and not put(home, stem, knowledge.of(home, stem, told).tables):
                emptied.add(stem)
        if emptied or not {"meta.json", "history"}.isdisjoint(names):
            _roll_forward(home, seen, told, emptied, names)
            meta.write(home, _meta(home, seen, told, emptied))
        store.reopen()
    return aside


def put(home: Path, stem: str, tables: Tables, schema: tuple[int, int] = SCHEMA) -> bool:
    """Write a file of records; one that has none is taken away. Tell whether it has some."""
    path = home / f"{stem}.json"
    if tables:
        files.make_private(path.parent)
        files.write(path, encode(tables, max(schema, SCHEMA)))
    else:
        files.remove(path)
    return bool(tables)


def _set_aside(home: Path, name: str, aside: Path) -> None:
    """Keep a copy of what is damaged; what is no plain file is moved."""
    sources = (
        [history.path_of(home, month) for month in history.months(home)]
        if name == "history"
        else [home / name]
    )
    for source in sources:
        if not os.path.lexists(source):
            continue
        target = aside / source.relative_to(home)
        files.make_private(target.parent)
        try:
            data = files.read_own(source)
        except (Damaged, Refused):
            source.rename(target)
        else:
            files.write(_unused(target, data or b""), data or b"")


def _unused(path: Path, data: bytes) -> Path:
    """Return a name at which nothing else is kept."""
    for number in range(1, 1000):
        candidate = path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
        if not candidate.exists() or candidate.read_bytes() == data:
            return candidate
    return path


def _mend_history(home: Path, seen: Survey) -> None:
    """Write the history with what can be read of it; a lost change keeps its number."""
    by_month: dict[str, list[bytes]] = {}
    for month, line in _whole(seen):
        by_month.setdefault(month, []).append(history.encode(line))
    for month in history.months(home):
        if month not in by_month:
            files.remove(history.path_of(home, month))
    files.make_private(history.directory(home))
    for month, lines in by_month.items():
        files.write(history.path_of(home, month), b"".join(lines))


def _whole(seen: Survey) -> list[tuple[str, Line]]:
    held = {one.line.n: one for one in seen.told.held}
    known_month = seen.trusted.month if seen.trusted else ""
    before = seen.told.held[0] if held else None
    lines = []
    for number in _numbers(seen):
        if number in held:
            before = held[number]
            lines.append((before.month, before.line))
        else:
            month = before.month if before else known_month
            lines.append((month, Line(n=number, at=_at(before, month), what=history.LOST)))
    return lines


def _at(before: Held | None, month: str) -> Instant:
    import datetime

    if before is not None:
        return before.line.at
    return datetime.datetime.fromisoformat(f"{month}-01T00:00:00+00:00")


def _roll_forward(home: Path, seen: Survey, told: Chronicle, emptied: set[str], mended: list[str]) -> None:
    """Write to the files what a command may not have come to: the last change, or all that is due."""
    due = told.after(seen.applied) if seen.trusted else told.after(told.last - 1)
    untouched = {stem for stem in stems(seen) if f"{stem}.json" not in mended}
    for stem in dict.fromkeys(turn.file for line in due for turn in line.records):
        if stem not in untouched and not put(home, stem, knowledge.of(home, stem, told).tables):
            emptied.add(stem)


def _meta(home: Path, seen: Survey, told: Chronicle, emptied: set[str]) -> Meta:
    """Return the state of the store whose files hold every change of the history."""
    newest = next(backup.newest_first(home), None)
    earlier = newest[1] if newest else meta.NEW
    base = seen.trusted or msgspec.structs.replace(earlier, store=earlier.store or _store_id(seen))
    listed = (on_disk(home) | set(stems(seen))) - emptied - set(seen.unlisted)
    end = told.held[-1] if told.held else None
    return msgspec.structs.replace(
        base,
        applied=max(told.last, base.applied),
        month=end.month if end else "",
        size=end.end if end else 0,
        backup="",
        files=tuple(sorted(listed)),
    )


def _store_id(seen: Survey) -> str:
    return seen.known.store if seen.known else os.urandom(8).hex()
