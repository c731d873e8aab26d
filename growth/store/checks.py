"""The named checks of `growth doctor`, in one table."""

import contextlib
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec

from growth.records.ids import is_id
from growth.records.kinds import BY_LETTER
from growth.rules.day_words import counted
from growth.store import backup, settings, survey
from growth.store.storage import SCHEMA, Row
from growth.store.store import JOURNAL, OTHERS
from growth.store.survey import Survey

State = Literal["ok", "minor", "damaged"]
ACCEPT = "growth doctor --accept shows the difference and seals it, growth restore brings back what was"
RESTORE = "growth restore"
LOOKS, PAUSE = 5, 0.05


class Check(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a check found, and what to do next where there is something to do."""

    name: str
    state: State
    found: tuple[str, ...]
    next: str = ""


def every(home: Path) -> list[Check]:
    """Run every check. Only what two looks in a row saw is told: others may be writing meanwhile."""
    before: list[Check] = []
    for _ in range(LOOKS):
        seen = survey.look(home)
        found = [check(seen) for check in CHECKS]
        if found == before or all(check.state == "ok" for check in found):
            break
        before = found
        time.sleep(PAUSE)
    return found


def _result(name: str, state: State, found: list[str], fine: str, step: str) -> Check:
    return Check(name, state, tuple(found), step) if found else Check(name, "ok", (fine,))


def name(seen: Survey, path: Path) -> str:
    return str(path) if path == seen.home else str(path.relative_to(seen.home))


def modes(seen: Survey) -> list[tuple[Path, int]]:
    """Return what is in the home with the permissions that others have on it; -1 is no plain file."""
    found = []
    for path in (seen.home, *sorted(seen.home.rglob("*"))):
        # What a writer takes away meanwhile is no matter.
        with contextlib.suppress(FileNotFoundError):
            mode = path.lstat().st_mode
            found.append((path, mode & 0o077 if stat.S_ISDIR(mode) or stat.S_ISREG(mode) else -1))
    return found


def _home(seen: Survey) -> Check:
    if not seen.home.is_dir():
        return Check("home", "ok", (f"{seen.home} is not there yet",))
    odd = [f"{name(seen, path)} is neither a file nor a directory" for path, mode in modes(seen) if mode < 0]
    loose = [f"{name(seen, path)} is open to others" for path, mode in modes(seen) if mode > 0]
    if odd:
        return Check("home", "damaged", tuple(odd + loose), "move it away, then: growth doctor")
    step = "growth doctor --accept makes them yours only"
    return _result("home", "minor", loose, f"{seen.home}, open to nobody but you", step)


def _settings(seen: Survey) -> Check:
    fault = settings.fault(seen.home)
    there = (seen.home / settings.NAME).exists()
    fine = f"{settings.NAME}, which can be read" if there else "none set, so each has its default"
    step = f"mend it in an editor, or: {RESTORE} {settings.NAME}"
    return _result("settings", "damaged", [fault] if fault else [], fine, step)


def _meta(seen: Survey) -> Check:
    fine = f"{counted(seen.known.applied, 'change')} applied" if seen.known else "no store yet"
    if seen.meta_fault:
        return Check("meta", "damaged", (f"meta.json {seen.meta_fault}",), RESTORE)
    waiting = [f"{fine}, {len(seen.pending)} recorded and waiting"] if seen.pending else []
    return _result("meta", "minor", waiting, fine, "nothing is lost: the next command that writes ends it")


def _schema(seen: Survey) -> Check:
    versions = {"meta.json": seen.known.schema} if seen.known else {}
    versions |= {f"{stem}.json": content.schema for stem, content in seen.contents.items()}
    newer = {name: schema for name, schema in sorted(versions.items()) if schema[0] > SCHEMA[0]}
    found = [f"{name} is of schema {major}.{minor}" for name, (major, minor) in newer.items()]
    fine = "{}.{}".format(*max(versions.values(), default=SCHEMA))
    return _result("schema", "damaged", found, fine, "install a newer growth; this one changes nothing")


def _seals(seen: Survey) -> Check:
    found = list(seen.unreadable.values())
    found += [f"{stem}.json {seen.contents[stem].fault}" for stem in seen.unsealed]
    step = f"{RESTORE} brings back what was" if seen.unreadable else ACCEPT
    return _result("seals", "damaged", found, f"{len(seen.contents)} files as they were written", step)


def _files(seen: Survey) -> Check:
    found = [f"{stem}.json is missing" for stem in seen.missing]
    found += [f"{stem}.json is none of the files of this store" for stem in seen.unlisted]
    step = RESTORE if seen.missing else "growth doctor --accept takes it in; or move it away"
    return _result("files", "damaged", found, f"{len(seen.contents)} files, all that should be there", step)


def documents(seen: Survey) -> Iterator[tuple[str, str, str, Row]]:
    """Yield file, table, id and document of everything the files hold."""
    for stem, content in seen.contents.items():
        for table, rows in content.tables.items():
            for identifier, document in rows.items():
                yield stem, table, identifier, Row(document, identifier)


def wrong(stem: str, table: str, identifier: str, row: Row) -> str:
    """Say what keeps a document from being a record, or nothing."""
    try:
        if identifier == "about" and stem.startswith(OTHERS):
            from growth.store.others import About

            msgspec.json.decode(row.encoded(), type=About)
            return ""
        kind = BY_LETTER.get(identifier[:1]) if is_id(identifier) else None
        if kind is None or kind.table != table:
            return f"{stem}.json, {table}, {identifier}: no record of a kind that is known"
        record: Any = msgspec.json.decode(row.encoded(), type=kind.type)
    except (ValueError, RecursionError) as error:
        return f"{stem}.json, {identifier}: {error}"
    return "" if record.id == identifier else f"{stem}.json, {identifier}: it calls itself {record.id!r}"


def _field(row: Row, name: str) -> str:
    document: Any = row.decoded()
    return str(document.get(name, "")) if isinstance(document, dict) else ""


def _records(seen: Survey) -> Check:
    count, found = 0, []
    for stem, table, identifier, row in documents(seen):
        if seen.contents[stem].schema <= SCHEMA or table in {kind.table for kind in BY_LETTER.values()}:
            count += 1
            found.append(wrong(stem, table, identifier, row))
    step = f"mend it in an editor, then growth doctor --accept; or: {RESTORE}"
    return _result("records", "damaged", [one for one in found if one], f"{count}, all readable", step)


def _history(seen: Survey) -> Check:
    found = [seen.history_fault] if seen.history_fault and not seen.meta_fault else []
    if not seen.told.held:
        fine = "no change yet"
    else:
        fine = f"changes {seen.told.first} to {seen.told.last}, none missing"
    return _result("history", "damaged", found, fine, f"{RESTORE} keeps what can be read of it")


def _ids(seen: Survey) -> Check:
    places: dict[str, list[str]] = {}
    found = []
    for stem, table, identifier, row in documents(seen):
        if stem.startswith(OTHERS):
            continue
        places.setdefault(identifier, []).append(stem)
        day = _field(row, "day")
        if table == "entries" and stem != f"{JOURNAL}{day[:7]}":
            found.append(f"{identifier} of {day} lies in {stem}.json")
    found += [
        f"{identifier} stands in {' and '.join(stems)}"
        for identifier, stems in places.items()
        if len(stems) > 1
    ]
    step = "delete one of them by hand, or: growth restore --as-of DAY"
    return _result("ids", "minor", found, f"{len(places)}, each once and in its month", step)


def dangling(seen: Survey) -> list[tuple[str, str, str]]:
    """Return id, field and target of each reference that points nowhere.

    While a file is not there, or cannot be read, nobody knows what was in it.
    """
    if seen.missing or seen.unreadable:
        return []
    mine = {identifier for stem, _, identifier, _ in documents(seen) if not stem.startswith(OTHERS)}
    return [
        (identifier, field, target)
        for stem, _, identifier, row in documents(seen)
        if not stem.startswith(OTHERS)
        for field in ("origin", "mentorship")
        if (target := _field(row, field)) and is_id(target) and target not in mine
    ]


def _references(seen: Survey) -> Check:
    found = [
        f"the {field} of {identifier} is {target}, which is gone"
        for identifier, field, target in dangling(seen)
    ]
    step = "nothing is lost; growth doctor --accept clears it"
    whole = not (seen.missing or seen.unreadable)
    fine = "none points nowhere" if whole else "not looked at until all files are back"
    return _result("references", "minor", found, fine, step)


def _leftovers(seen: Survey) -> Check:
    drafts = sorted(path for path in (seen.home / "drafts").glob("*") if path.is_file())
    found = [f"drafts/{path.name}: text that was never saved" for path in drafts]
    found += [f"{path.relative_to(seen.home)}: left by a run that was cut short" for path in _new(seen.home)]
    if seen.told.held and seen.told.held[-1].line.forgets:
        found.append("growth forget was cut short; the next command that writes finishes it")
    step = f"read it, log it if it is worth it, then delete it from {seen.home / 'drafts'}" if drafts else ""
    return _result("leftovers", "minor", found, "none", step or "the next command that writes takes it away")


def _new(home: Path) -> list[Path]:
    return sorted(path for path in home.rglob(".*.new") if ".backup.new" not in path.parent.parts)


def _backups(seen: Survey) -> Check:
    names = backup.all_of(seen.home)
    bad = [name for name in names if not backup.is_good(backup.directory(seen.home) / name)]
    found = [f"backups/{name} is not whole" for name in bad]
    if names:
        fine = f"{len(names)}, the newest of {names[-1]}"
    else:
        fine = "none yet; the first is made before the second change"
    return _result("backups", "minor", found, fine, "growth backup makes a new one")


CHECKS: tuple[Callable[[Survey], Check], ...] = (
    _home, _settings, _meta, _schema, _seals, _files, _records, _history, _ids, _references, _leftovers,
    _backups,
)  # fmt: skip
