"""Undo refuses where a record has changed since."""

import datetime
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from growth.errors import Refused
from growth.records.entry import Entry
from growth.store import history
from growth.store.change import changing
from growth.store.find import find
from growth.store.find import newest as made_last
from growth.store.history import Line
from growth.store.store import Store
from growth.store.undo import newest, undo, undoable

NOON = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=datetime.UTC)
TODAY = NOON.date()
Opened = Callable[..., Store]


def log(store: Store, title: str) -> Entry:
    with changing(store, "log") as change:
        return change.add(Entry(day=TODAY, title=title, created=NOON))


def test_the_newest_not_yet_taken_back(store: Store) -> None:
    log(store, "one"), log(store, "two")
    undo(store, newest(store))
    assert [line.n for line in undoable(store)] == [1]
    log(store, "three")
    assert [line.n for line in undoable(store)] == [4, 1]
    undo(store, newest(store))
    undo(store, newest(store))
    with pytest.raises(Refused, match="there is nothing to undo"):
        newest(store)
    assert list(store.entries()) == []


def test_another_change_in_between_is_not_taken_back(store: Store, opened: Opened) -> None:
    log(store, "one")
    shown = newest(store)
    log(opened(), "two")
    with pytest.raises(Refused, match="another change came in between"):
        undo(store, shown)
    assert len(list(opened().entries())) == 2


def test_a_record_that_changed_since_is_left_alone(store: Store, opened: Opened, home: Path) -> None:
    entry = log(store, "one")
    with changing(store, "edit") as change:
        change.edit(entry, msgspec.structs.replace(entry, title="two"))
    # A change that is closed to undo, as forgetting leaves one.
    path = history.path_of(home, "2026-11")
    first, second = path.read_bytes().splitlines()
    line = msgspec.json.decode(second, type=Line)
    closed = history.encode(msgspec.structs.replace(line, undoes=2))
    path.write_bytes(first + b"\n" + closed)
    from growth.store import mend

    mend.mend(opened(), mend.plan(home).mends)
    assert [one.n for one in undoable(opened())] == [1]
    with pytest.raises(Refused, match=f"{entry.id} has changed since, so «log {entry.id}» is not undone"):
        undo(opened(), newest(opened()))


def test_the_last_one_made_is_not_one_brought_back_or_moved(store: Store, opened: Opened) -> None:
    with pytest.raises(Refused, match="there is no record yet"):
        find(store, "last")
    one, two = log(store, "one"), log(store, "two")
    assert made_last(opened()) == two
    with changing(store, "edit") as change:
        change.edit(one, msgspec.structs.replace(one, day=datetime.date(2026, 10, 1)))
    assert made_last(opened()) == two
    undo(opened(), newest(opened()))
    assert made_last(opened()) == two
    with changing(opened(), "delete") as change:
        change.remove(one)
    undo(opened(), newest(opened()))
    assert made_last(opened()) == two
    with changing(opened(), "delete") as change:
        change.remove(two)
    assert made_last(opened()).id == one.id


def test_without_a_history_the_last_one_is_the_one_created_last(
    store: Store, opened: Opened, home: Path
) -> None:
    log(store, "one")
    later = NOON + datetime.timedelta(hours=1)
    with changing(store, "log") as change:
        last = change.add(Entry(day=datetime.date(2026, 10, 1), title="two", created=later))
    (home / "history/2026-11.jsonl").unlink()
    from growth.store import mend

    mend.mend(opened(), mend.plan(home).mends)
    assert find(opened(), "last") == last
    with pytest.raises(Refused, match="there is no record 'zzzz'"):
        find(opened(), "zzzz")


def test_an_ending_that_is_not_unique_is_refused_with_the_candidates(store: Store) -> None:
    with changing(store, "log") as change:
        for name in ("j261124-abcd", "j261124-xbcd"):
            change.add(Entry(id=name, day=TODAY, title="x", created=NOON))
    with pytest.raises(Refused, match="2 records end in 'bcd': j261124-abcd, j261124-xbcd"):
        find(store, "bcd")
    assert find(store, "abcd").id == find(store, " J261124-ABCD ").id == "j261124-abcd"
    with pytest.raises(Refused, match="there is no record j261124-none"):
        store.require("j261124-none")
    assert store.get("") is None
