"""A large file says the same as when it is read whole, and is changed like any other."""

import datetime
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import files
from growth.errors import Damaged
from growth.records.action import Action
from growth.records.entry import Entry
from growth.store import large_file, storage
from growth.store.change import changing
from growth.store.storage import SCHEMA, Row, Tables
from growth.store.store import Store
from growth.store.undo import newest, undo

NOON = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=datetime.UTC)
DOCUMENTS = st.dictionaries(
    st.sampled_from(["id", "title"]), st.sampled_from(["", '":{', "a\n}", "ü", '"},\n']), max_size=2
)
TABLES = st.dictionaries(
    st.sampled_from(["entries", "actions", "about"]),
    st.dictionaries(
        st.sampled_from(["a261124-aaaa", "a261124-bbbb", "about"]),
        DOCUMENTS.map(lambda document: msgspec.Raw(msgspec.json.encode(document))),
        min_size=1,
    ),
    min_size=1,
)
Opened = Callable[..., Store]


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "LARGE", 0)
    monkeypatch.setattr(files, "STRETCH", 50)


@pytest.mark.usefixtures("large")
@settings(max_examples=50)
@given(TABLES)
def test_documents_are_found_where_they_lie(tmp_path_factory: pytest.TempPathFactory, tables: Tables) -> None:
    path = tmp_path_factory.mktemp("home") / "actions.json"
    path.write_bytes(storage.encode(tables, SCHEMA))
    own = files.Own.opened(path)
    assert own
    found = large_file.content(own)
    assert found
    path.unlink()
    whole = {
        name: {key: Row(document, key).encoded() for key, document in documents.items()}
        for name, documents in found.tables.items()
    }
    assert whole == tables


@pytest.mark.usefixtures("large")
def test_a_large_file_is_changed_like_any_other(opened: Opened, home: Path) -> None:
    with changing(opened(), "log") as made:
        first, second, third = (made.add(Entry(day=NOON.date(), title=t, created=NOON)) for t in "abc")
        made.add(Action(text="Do it", day=NOON.date(), created=NOON))
    with changing(opened(), "edit") as made:
        made.edit(first, msgspec.structs.replace(first, title="d"))
        made.remove(second)
    assert sorted(entry.title for entry in opened().entries()) == ["c", "d"]
    found = large_file.rows(opened(), "journal/2026-11", "entries")
    assert sorted(row["title"] for row in found) == ["c", "d"]
    undo(opened(), newest(opened()))
    assert sorted(entry.title for entry in opened().entries()) == ["a", "b", "c"]
    assert opened().get(third.id) == third
    assert [one.text for one in opened().all(Action)] == ["Do it"]


@pytest.mark.usefixtures("large")
def test_a_flipped_byte_in_it_is_damage(opened: Opened, home: Path) -> None:
    with changing(opened(), "log") as made:
        made.add(Action(text="One", day=NOON.date(), created=NOON))
    path = home / "actions.json"
    path.write_bytes(path.read_bytes().replace(b"One", b"Two"))
    said: list[str] = []
    store = Store(home, lambda: NOON, said.append)
    assert [row["text"] for row in large_file.rows(store, "actions", "actions")] == ["Two"]
    assert "actions.json was changed by something other than growth" in said[0]
    with pytest.raises(Damaged, match=r"actions\.json was changed"), changing(opened(), "log") as made:
        made.add(Action(text="Two", day=NOON.date(), created=NOON))
