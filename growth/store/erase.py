"""Erase what is forgotten from the history, all backups, drafts and set-aside copies.

The line of the change says what is to be erased there, and says so until that is done: a run that was
cut short is finished by the next command that writes. A line of the history keeps its number and its
length, so that meta.json stays true at every moment; a change that lost a record can no longer be undone.
"""

import os
from pathlib import Path
from typing import Any

import msgspec

from growth import files
from growth.errors import Damaged
from growth.rules.erasure import Target, mentions, scrubbed
from growth.store import backup, history, meta
from growth.store.seal import is_closed, seal
from growth.store.storage import Row, Tables, decode, encode
from growth.store.store import Store

FORGOTTEN = "forgotten"


def finish(store: Store) -> None:
    """Erase what the newest change says from everything but the files, under the lock."""
    line = next(history.backwards(store.home, store.state[1]), None)
    if line is None or not line.forgets:
        return
    target = msgspec.convert(line.forgets, Target)
    # Lines lose what would be needed to apply them: that they are applied must be on the disk before.
    files.sync_directory(store.home)
    _backups(store.home, target)
    for path in drafts(store.home, target):
        files.remove(path)
    _set_aside(store.home, target)
    for folder in (store.home / "drafts", backup.directory(store.home)):
        _settle(folder)
    # The line itself is the last one of all, and with it goes what says that there is more to do.
    _history(store.home, target)
    store.forget_cache()


def _set_aside(home: Path, target: Target) -> None:
    """Remove the copies of damaged files: what they hold cannot be told, but for whose files they are."""
    for folder in backup.set_aside(home):
        if target.lent is None:
            files.remove_tree(folder)
            continue
        for stem in target.lent:
            for path in folder.glob(f"{stem}*.json"):
                files.remove(path)
        for path in (folder / "history").glob("*.jsonl"):
            if path.is_file() and not path.is_symlink() and _holds(path, target.lent):
                files.remove(path)


def _holds(path: Path, words: tuple[str, ...]) -> bool:
    data = files.read_own(path) or b""
    return any(word.encode() in data for word in words)


def _history(home: Path, target: Target) -> None:
    for month in history.months(home):
        path = history.path_of(home, month)
        data = files.read_own(path) or b""
        lines = [_line(raw, target, path.name) for raw in data.split(b"\n")[:-1]]
        new = b"".join(line + b"\n" for line in lines)
        if new != data:
            files.write(path, new)
    _settle(history.directory(home))


def past(home: Path, target: Target) -> int:
    """Return how many changes of the history hold something of it."""
    return sum(
        _line(raw, target, month) != raw
        for month in history.months(home)
        for raw in (files.read_own(history.path_of(home, month)) or b"").split(b"\n")[:-1]
    )


def _line(raw: bytes, target: Target, where: str) -> bytes:
    """Return a line of the history without what is forgotten, as long as it was."""
    if not is_closed(raw):
        raise Damaged(f"history/{where} {history.ALTERED}", "see: growth doctor")
    if target.lent is not None and not any(one.encode() in raw for one in (*target.lent, '"forgets":{')):
        return raw
    line = msgspec.json.decode(raw)
    turns = line.get("records", [])
    left, closed = [], False
    for turn in turns:
        new, belonged = _turn(turn, target)
        # Of what its owner withdrew nothing comes back, and the rest of that bundle does.
        closed = closed or (belonged and f"{turn['file']}/{turn['id']}" not in target.theirs)
        left += [] if new is None else [new]
    if left == turns and "forgets" not in line:
        return raw
    if closed:
        line |= {"what": FORGOTTEN, "undoes": line["n"]}
    line["records"] = left
    if "gone" in line:
        line["gone"] = [stem for stem in line["gone"] if stem not in target.stores]
    for field in ("forgets", "seal"):
        line.pop(field, None)
    body = msgspec.json.encode(line)[:-1]
    body += b" " * (len(raw) - len(body) - len(b',"seal":"00000000"}'))
    return b'%s,"seal":"%s"}' % (body, seal(body))


def _turn(turn: dict[str, Any], target: Target) -> tuple[dict[str, Any] | None, bool]:
    """Return what is left of a turn, None for nothing, and whether a whole document was taken out."""
    sides = {
        side: turn[side] and scrubbed(target, turn["file"], turn["id"], turn[side])
        for side in ("before", "after")
    }
    belonged = any(turn[side] is not None and sides[side] is None for side in sides)
    changed = any(sides[side] is not turn[side] for side in sides)
    if changed and sides["before"] == sides["after"]:
        return None, belonged
    return turn | sides, belonged


def _backups(home: Path, target: Target) -> None:
    done: dict[int, Path | None] = {}
    for name in backup.all_of(home):
        folder = backup.directory(home) / name
        known = backup.state(folder)
        if known is None:
            # Nothing can be brought back from it, and what it holds cannot be told.
            if target.lent is None:
                files.remove_tree(folder)
            for stem in target.lent or ():
                files.remove(folder / f"{stem}.json")
            continue
        those = known.files if target.lent is None else [one for one in known.files if one in target.lent]
        emptied = {stem for stem in those if not _copy(folder, stem, target, done)}
        if emptied:
            kept = tuple(stem for stem in known.files if stem not in emptied)
            meta.write(folder, msgspec.structs.replace(known, files=kept))
            for stem in emptied:
                files.remove(folder / f"{stem}.json")


def _settle(folder: Path) -> None:
    """Make the names in a folder durable, those too that a run gave them which was killed right after."""
    if folder.is_dir():
        for path in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
            files.sync_directory(path)


def _copy(folder: Path, stem: str, target: Target, done: dict[int, Path | None]) -> bool:
    """Clean one file of a backup; tell whether anything is left of it.

    Backups share the copies of what did not change: a copy that was cleaned is shared again.
    """
    path = folder / f"{stem}.json"
    data = backup.read(folder, stem)
    if data is None:
        # Missing, or damaged: of no use to a restore either.
        files.remove(path)
        return True
    number = path.stat().st_ino
    if number not in done:
        content = decode(data, stem)
        tables = _scrubbed(content.tables, stem, target)
        if tables != content.tables and tables:
            files.write(path, encode(tables, content.schema))
        done[number] = path if tables else None
        return bool(tables)
    first = done[number]
    if first is not None and first.stat().st_ino != number:
        shared = files.temporary(path)
        files.discard(shared)
        os.link(first, shared)
        shared.replace(path)
        files.sync_directory(folder)
    return first is not None


def _scrubbed(tables: Tables, stem: str, target: Target) -> Tables:
    found: Tables = {}
    for table, rows in tables.items():
        for identifier, document in rows.items():
            whole = Row(document, identifier).decoded()
            left = scrubbed(target, stem, identifier, whole)
            if left is not None:
                found.setdefault(table, {})[identifier] = document if left is whole else left
    return found


def drafts(home: Path, target: Target) -> list[Path]:
    """Return the drafts that are about what is forgotten."""
    folder = home / "drafts"
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in found if path.is_file() and _is_about(path, target)]


def _is_about(path: Path, target: Target) -> bool:
    text = (files.read_own(path) or b"").decode("utf-8", "replace")
    return mentions((*target.words, *target.ids), f"{path.name}\n{text}")
