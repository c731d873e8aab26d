"""The store as it was on a day: what came after is taken back, in one change that undo takes back."""

import msgspec

from growth.errors import Refused
from growth.records.dates import Day
from growth.store import backup, chronicle
from growth.store.change import changing
from growth.store.chronicle import Chronicle
from growth.store.history import NOTHING
from growth.store.storage import Content, Row, Tables, decode
from growth.store.store import Store


class Past(msgspec.Struct, frozen=True):
    """Every file as it was; `source` says where that is told from."""

    tables: dict[str, Tables]
    source: str


def past(store: Store, day: Day) -> Past:
    """Return the store as it was at the end of a day, or at the nearest moment before that is known."""
    told = chronicle.read(store.home)
    if told.bad or told.gaps:
        raise Refused("the history is damaged", "first: growth restore")
    if not told.held or told.first == 1 or told.held[0].line.at.date() <= day:
        return Past(_taken_back(store, told, day), "the history")
    limit = day.toordinal() + 1
    for folder, known in backup.newest_first(store.home):
        taken = Day.fromisoformat(folder.name[:10])
        copies = {stem: backup.read(folder, stem) for stem in known.files}
        if taken.toordinal() <= limit and all(data is not None for data in copies.values()):
            tables = {stem: decode(data or b"", stem).tables for stem, data in copies.items()}
            return Past(tables, f"the backup made before the first change of {taken}")
    raise Refused(
        f"nothing is kept of {day}: the history begins on {told.held[0].line.at.date()}",
        "see: growth backup --list",
    )


def _taken_back(store: Store, told: Chronicle, day: Day) -> dict[str, Tables]:
    later = [held.line for held in told.held if held.line.at.date() > day]
    stems = {*store.stems(), *(turn.file for line in later for turn in line.records)}
    found: dict[str, Tables] = {}
    for stem in stems:
        tables = store.database(stem).sealed.read() if stem in store.stems() else {}
        content = Content({name: dict(documents) for name, documents in tables.items()})
        content.take_back(stem, later)
        found[stem] = content.tables
    return found


def differences(store: Store, was: Past, only: str = "") -> list[tuple[str, str, msgspec.Raw]]:
    """Return file, id and document of everything that has to change for the store to be as it was."""
    found = []
    present = set(store.stems())
    for stem in sorted(present | set(was.tables)):
        if only and f"{stem}.json" != only:
            continue
        now = _documents(store.database(stem).sealed.read() if stem in present else {})
        then = _documents(was.tables.get(stem, {}))
        for identifier in sorted({*now, *then}):
            before, after = now.get(identifier, NOTHING), then.get(identifier, NOTHING)
            if msgspec.json.decode(before) != msgspec.json.decode(after):
                found.append((stem, identifier, after))
    return found


def _documents(tables: Tables) -> dict[str, msgspec.Raw]:
    return {
        identifier: Row(document, identifier).encoded()
        for documents in tables.values()
        for identifier, document in documents.items()
    }


def bring_back(store: Store, day: Day, shown: list[tuple[str, str, msgspec.Raw]], only: str = "") -> None:
    """Make the store what it was on a day, unless it is no longer what was shown."""
    with changing(store, f"restore --as-of {day}") as change:
        now = differences(store, past(store, day), only)
        if now != shown:
            raise Refused("the store changed meanwhile", "look at it and try again")
        for stem, identifier, after in now:
            change.put(stem, identifier, after)


def counts(store: Store, shown: list[tuple[str, str, msgspec.Raw]]) -> tuple[int, int, int]:
    """Return how many records come back, go, and become as they were."""
    present = {
        (stem, identifier)
        for stem in {stem for stem, _, _ in shown} & set(store.stems())
        for identifier in _documents(store.database(stem).sealed.read())
    }
    back = sum((stem, identifier) not in present for stem, identifier, _ in shown)
    gone = sum(after == NOTHING for _, _, after in shown)
    return back, gone, len(shown) - back - gone
