"""Entries as they are stored: what is taken out whole is what decoding each would tell."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from growth.errors import Damaged
from growth.records.entry import Entry
from growth.store.as_stored import as_stored
from growth.store.change import changing
from growth.store.store import Store
from tests.store.conftest import NOON

TODAY = NOON.date()
MONTH = "journal/2026-11"
Opened = Callable[..., Store]
TEXTS = st.text(min_size=1).filter(lambda text: text.encode(errors="ignore") == text.encode(errors="replace"))


def log(store: Store, title: str, day: datetime.date = TODAY, minutes: int = 0, **fields: Any) -> Entry:
    created = NOON + datetime.timedelta(minutes=minutes)
    with changing(store, "log") as change:
        return change.add(Entry(day=day, title=title, created=created, **fields))


def found(store: Store) -> list[Any]:
    return [json.loads(one) for one in as_stored(store, MONTH)]


def titles(store: Store) -> list[str]:
    return [one["title"] for one in found(store)]


@given(st.lists(st.tuples(st.integers(1, 30), TEXTS, TEXTS), min_size=1, max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_it_is_what_decoding_tells(tmp_path_factory: pytest.TempPathFactory, given: list[Any]) -> None:
    store = Store(tmp_path_factory.mktemp("home"), lambda: NOON, lambda _: None)
    with changing(store, "log") as change:
        for minute, (day, title, body) in enumerate(given):
            created = NOON + datetime.timedelta(minutes=minute)
            change.add(Entry(day=TODAY.replace(day=day), title=title, body=body, created=created))
    again = Store(store.home, lambda: NOON, lambda _: None)
    assert found(again) == [json.loads(msgspec.json.encode(one)) for one in reversed(again.month(MONTH))]


def test_the_oldest_comes_first(store: Store, opened: Opened) -> None:
    log(store, "third", minutes=1)
    log(store, "second")
    log(store, "first", datetime.date(2026, 11, 2), minutes=2)
    assert titles(opened()) == ["first", "second", "third"]


def test_a_reader_sees_what_was_there_when_it_began(store: Store, opened: Opened) -> None:
    first = log(store, "first")
    reader = opened()
    assert reader.state
    log(opened(), "later", minutes=1)
    with changing(opened(), "edit") as change:
        change.edit(first, msgspec.structs.replace(first, title="new"))
    assert titles(reader) == ["first"]
    assert titles(opened()) == ["new", "later"]


def test_what_was_changed_by_hand_is_told_and_read(
    store: Store, opened: Opened, home: Path, told: list[str]
) -> None:
    log(store, "first", share="team")
    path = home / f"{MONTH}.json"
    path.write_text(json.dumps(json.loads(path.read_text().replace("first", "other")), indent=1))
    assert [(one["title"], one["share"]) for one in found(opened())] == [("other", "team")]
    assert len(told) == 1
    path.write_text(path.read_text().replace('"team"', '"nobody"'))
    with pytest.raises(Damaged, match="Invalid enum value 'nobody'"):
        found(opened())


def test_a_file_of_no_store_is_refused(store: Store, opened: Opened, home: Path) -> None:
    log(store, "first", datetime.date(2026, 10, 2))
    (home / f"{MONTH}.json").write_bytes((home / "journal/2026-10.json").read_bytes())
    with pytest.raises(Damaged, match=f"{MONTH}.json is none of the files of this store"):
        found(opened())
