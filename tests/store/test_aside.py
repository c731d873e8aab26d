"""What a large change holds aside is written as if it had been held."""

import datetime
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from growth.errors import SystemRefused
from growth.records.entry import Entry
from growth.store import aside, change, history
from growth.store.change import changing
from growth.store.store import Store
from growth.store.undo import newest, undo

NOON = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=datetime.UTC)


@pytest.mark.parametrize("buffer", [1, 7, 1 << 20])
def test_what_was_laid_aside_is_read_as_it_was(
    tmp_path: Path, buffer: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aside, "_BUFFER", buffer)
    room = aside.Room(tmp_path)
    documents = [msgspec.Raw(b'{"n":%d}' % (10**n)) for n in range(6)]
    laid = [room.put(document) for document in documents]
    assert [one.raw() for one in laid] == documents and [one.raw() for one in laid] == documents
    assert [*tmp_path.iterdir()] == []
    room.close()


def test_a_change_that_lays_aside_is_the_same_change(
    opened: Callable[..., Store], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for many, piece in ((2, 2), (2, 100), (100, 100)):
        monkeypatch.setattr(change, "MANY", many)
        monkeypatch.setattr(history, "_PIECE", piece)
        with changing(opened(), "import") as made:
            added = [made.add(Entry(day=NOON.date(), title=f"Entry {n}", created=NOON)) for n in range(6)]
            added.append(made.edit(added[5], msgspec.structs.replace(added[5], title="Another")))
            made.remove(added[4])
        titles = {entry.title for entry in opened().entries()}
        assert titles == {"Entry 0", "Entry 1", "Entry 2", "Entry 3", "Another"}
        (lines,) = (home / "history").glob("*.jsonl")
        assert lines.read_text().splitlines()[-1].count("Entry 3") == 1
        undo(opened(), newest(opened()))
        assert [*opened().entries()] == []


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SystemRefused, match="none: no such file or directory"):
        aside.Room(tmp_path / "none")
