"""A long line of the history says the same as when it is read whole."""

import datetime
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import files
from growth.errors import Damaged
from growth.records.entry import Entry
from growth.store import change, history
from growth.store.change import changing
from growth.store.find import newest as made_last
from growth.store.history import Line, Tail, Turn
from growth.store.long_line import Stretches
from growth.store.store import Store
from growth.store.undo import newest, undo

NOON = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=datetime.UTC)
# What looks like the place between two turns, in a text and in a list of a document.
TEXTS = st.sampled_from(["", "a", '},{"file":"', '"records":[', "ü\n"])
DOCUMENTS: st.SearchStrategy[Any] = st.none() | st.dictionaries(
    st.sampled_from(["file", "records", "id"]),
    TEXTS | st.lists(st.fixed_dictionaries({"file": TEXTS, "id": TEXTS, "before": st.none()}), max_size=3),
    max_size=3,
)
Opened = Callable[..., Store]


def raw(value: object) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(value))


@settings(max_examples=40)
@given(
    st.lists(st.lists(st.tuples(TEXTS, DOCUMENTS, DOCUMENTS), max_size=6), max_size=4),
    TEXTS,
    st.integers(20, 200),
)
def test_a_line_that_is_read_by_stretches(
    changes: list[list[tuple[str, Any, Any]]], what: str, stretch: int
) -> None:
    lines = [
        Line(
            n=number, at=NOON, what=what,
            records=tuple(Turn(f"f{name}", name, raw(before), raw(after)) for name, before, after in turns),
        )
        for number, turns in enumerate(changes, 1)
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        history.directory(Path(folder)).mkdir()
        history.path_of(Path(folder), "2026-11").write_bytes(b"".join(map(history.encode, lines)))
        whole = [*history.backwards(Path(folder), Tail())]
        patched.setattr(history, "LONG", 0)
        patched.setattr(files, "STRETCH", stretch)
        found = [*history.backwards(Path(folder), Tail())]
    for one, other in zip(found, reversed(lines), strict=True):
        assert isinstance(one.records, Stretches) is bool(other.records)
        assert len(one.records) == len(other.records)
        assert tuple(reversed([*reversed(one.records)])) == other.records
    assert [msgspec.structs.replace(one, records=(*one.records,)) for one in found] == whole == lines[::-1]


@pytest.fixture
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "LONG", 0)
    monkeypatch.setattr(files, "STRETCH", 100)
    monkeypatch.setattr(change, "MANY", 2)


@pytest.mark.usefixtures("little")
def test_a_large_change_is_taken_back(opened: Opened, home: Path) -> None:
    with changing(opened(), "import") as made:
        kept = [made.add(Entry(day=NOON.date(), title=f"Entry {n}", created=NOON)) for n in range(9)]
    with changing(opened(), "import") as made:
        for entry in kept[:5]:
            made.edit(entry, msgspec.structs.replace(entry, title="Another"))
        for entry in kept[5:8]:
            made.remove(entry)
        made.edit(kept[8], msgspec.structs.replace(kept[8], title="Another"))
        made.edit(made.store.require(kept[8].id), kept[8])
        new = made.add(Entry(day=NOON.date(), title="New", created=NOON))
    assert made_last(opened()) == new
    line = newest(opened())
    assert line.what == "import: 10 records" and len(line.records) == 10
    undo(opened(), line)
    assert sorted(entry.title for entry in opened().entries()) == [entry.title for entry in kept]
    # What an undo wrote can be read like any other.
    undo(opened(), newest(opened()))
    assert [*opened().entries()] == []


@pytest.mark.usefixtures("little")
def test_a_flipped_byte_in_it_is_damage(opened: Opened, home: Path) -> None:
    with changing(opened(), "log") as made:
        made.add(Entry(day=NOON.date(), title="One", created=NOON))
    path = history.path_of(home, "2026-11")
    path.write_bytes(path.read_bytes().replace(b"One", b"Two"))
    with pytest.raises(Damaged, match=r"history/2026-11.jsonl was changed by something other than growth"):
        next(history.backwards(home, opened().state[1]))
