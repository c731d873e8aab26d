"""Seal what something other than growth wrote: the owner has seen the difference and wants it."""

from pathlib import Path

import msgspec

from growth import files, lock
from growth.errors import Damaged, Refused
from growth.store import checks, history, knowledge, mend, meta, survey
from growth.store.change import Change, changing
from growth.store.history import NOTHING, Line, Turn
from growth.store.mend import Mend
from growth.store.storage import SCHEMA, Content, Document, Row, decode
from growth.store.store import Store
from growth.store.survey import Survey


class Difference(msgspec.Struct, frozen=True):
    """What is to become of the store. `turns` are against what growth knows it wrote."""

    mends: tuple[Mend, ...] = ()
    turns: tuple[Turn, ...] = ()
    stems: tuple[str, ...] = ()
    loose: tuple[Path, ...] = ()
    dangling: tuple[tuple[str, str, str], ...] = ()

    @property
    def is_nothing(self) -> bool:
        return not (self.mends or self.stems or self.loose or self.dangling)


def difference(home: Path) -> Difference:
    """Compare what lies there with what growth knows; refuse what only a restore can mend."""
    seen = survey.look(home)
    if (seen.trusted or meta.NEW).schema[0] > SCHEMA[0] or any(
        content.schema[0] > SCHEMA[0] for content in seen.contents.values()
    ):
        raise Damaged("the store is of a newer schema", "nothing was changed; install a newer growth")
    for fault in (*seen.unreadable.values(), *(f"{stem}.json is missing" for stem in seen.missing)):
        raise Damaged(f"{fault}: this cannot be accepted", "first: growth restore")
    stems = sorted({*seen.unsealed, *seen.unlisted})
    turns: list[Turn] = []
    for stem in stems:
        turns += _turns(home, seen, stem)
    return Difference(
        mends=tuple(one for one in mend.plan(home).mends if one.name in ("history", "meta.json")),
        turns=tuple(turns),
        stems=tuple(stems),
        loose=tuple(path for path, mode in checks.modes(seen) if mode > 0),
        dangling=tuple(checks.dangling(seen)),
    )


def _turns(home: Path, seen: Survey, stem: str) -> list[Turn]:
    content = _content(seen, stem)
    known = knowledge.of(home, stem, seen.told).tables
    turns = []
    for table in sorted({*content.tables, *known}):
        now, then = content.tables.get(table, {}), known.get(table, {})
        for identifier in sorted({*now, *then}):
            before, after = _raw(then, identifier), _raw(now, identifier)
            if after != NOTHING:
                wrong = checks.wrong(stem, table, identifier, Row(after, identifier))
                if wrong:
                    raise Damaged(wrong, f"mend it in an editor, or: growth restore {stem}.json")
            if msgspec.json.decode(before) != msgspec.json.decode(after):
                turns.append(Turn(stem, identifier, before, after))
    return turns


def _content(seen: Survey, stem: str) -> Content:
    content = seen.contents[stem]
    content.lay_over(stem, seen.pending)
    return content


def _raw(documents: dict[str, Document], identifier: str) -> msgspec.Raw:
    document = documents.get(identifier)
    try:
        return NOTHING if document is None else Row(document, identifier).encoded()
    except (ValueError, RecursionError) as error:
        raise Damaged(f"{identifier}: {error}", "mend it in an editor, or: growth restore") from None


def accept(store: Store, shown: Difference) -> None:
    """Record the difference as a change, and seal the files; clear what points nowhere."""
    for path in shown.loose:
        path.chmod(0o700 if path.is_dir() else 0o600)
    if shown.mends:
        mend.mend(store, shown.mends)
    if shown.stems:
        with lock.hold(store.home / "lock", "growth doctor"):
            _seal(store, shown)
    store.reopen()
    if shown.dangling:
        with changing(store, "clear references") as change:
            _clear(change, shown.dangling)


def _seal(store: Store, shown: Difference) -> None:
    home = store.home
    if difference(home).turns != shown.turns:
        raise Refused("the store changed meanwhile", "run growth doctor --accept again")
    seen = survey.look(home)
    known = seen.trusted or meta.NEW
    tail = history.tail(home, known)
    if tail.torn:
        files.cut(history.path_of(home, tail.month), tail.size)
    lines, month, size = list(tail.pending), tail.month, tail.size
    if shown.turns:
        number = (lines[-1].n if lines else known.applied) + 1
        at = store.now()
        line = Line(n=number, at=at, what=_words(shown), schema=SCHEMA, records=shown.turns)
        data = history.encode(line)
        size = len(data) + (size if month >= f"{at:%Y-%m}" else 0)
        month = max(month, f"{at:%Y-%m}")
        files.make_private(history.directory(home))
        files.append(history.path_of(home, month), data)
        lines.append(line)
    names = set(known.files)
    for stem in dict.fromkeys((*shown.stems, *(turn.file for line in lines for turn in line.records))):
        (names.add if _seal_file(home, stem, lines) else names.discard)(stem)
    applied = lines[-1].n if lines else known.applied
    meta.write(
        home,
        msgspec.structs.replace(known, applied=applied, month=month, size=size, files=tuple(sorted(names))),
    )


def _seal_file(home: Path, stem: str, lines: list[Line]) -> bool:
    """Write a file as it is with `lines` laid over it; tell whether it has any records."""
    data = files.read_own(home / f"{stem}.json")
    content = Content({}) if data is None else decode(data, stem)
    content.lay_over(stem, lines)
    return mend.put(home, stem, {name: rows for name, rows in content.tables.items() if rows}, content.schema)


def _words(shown: Difference) -> str:
    return f"accept: {len(shown.turns)} records" if len(shown.turns) > 1 else f"accept {shown.turns[0].id}"


def _clear(change: Change, dangling: tuple[tuple[str, str, str], ...]) -> None:
    for identifier, field, target in dangling:
        record = change.store.get(identifier)
        if record is not None and getattr(record, field, "") == target:
            change.edit(record, msgspec.structs.replace(record, **{field: ""}))
