"""A change is all there or not there, for whoever reads and whenever it was killed."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from growth import files
from growth.errors import Damaged, Refused, SystemRefused
from growth.records.action import Action
from growth.records.entry import Entry
from growth.records.person import Person
from growth.store import history, meta
from growth.store.change import changing
from growth.store.storage import table_of
from growth.store.store import Store

NOON = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=datetime.UTC)
TODAY = NOON.date()
OCTOBER = datetime.date(2026, 10, 5)
Opened = Callable[..., Store]


def log(store: Store, title: str, day: datetime.date = TODAY) -> Entry:
    with changing(store, "log") as change:
        return change.add(Entry(day=day, title=title, created=store.now()))


def titles(store: Store) -> list[str]:
    return [entry.title for entry in store.entries()]


class Killed(BaseException):
    """Stands for the end of a process between two file operations."""


def killed_before(monkeypatch: pytest.MonkeyPatch, name: str, skip: int = 0) -> None:
    """Let the process end before it calls one of the functions of `files`, after `skip` calls."""
    real, calls = getattr(files, name), [0]

    def dying(*given, **named):
        calls[0] += 1
        if calls[0] > skip:
            raise Killed
        return real(*given, **named)

    monkeypatch.setattr(files, name, dying)


def test_what_is_logged_is_there_for_the_next_command(store: Store, opened: Opened) -> None:
    entry = log(store, "first")
    assert list(opened().entries()) == [entry]
    assert opened().get(entry.id) == entry


def test_meta_comes_before_the_history(store: Store, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    killed_before(monkeypatch, "append")
    with pytest.raises(Killed):
        log(store, "first")
    known, fault = meta.read(home)
    assert known is not None and (known.applied, fault) == (0, "")
    assert len(known.store) == 16
    assert titles(store) == []


@pytest.mark.parametrize("skip", range(3))
def test_a_killed_change_is_finished_by_the_next(
    store: Store, opened: Opened, home: Path, monkeypatch: pytest.MonkeyPatch, skip: int
) -> None:
    moving = log(store, "moving", OCTOBER)
    with changing(store, "take the day's backup"):
        pass
    with monkeypatch.context() as patch, pytest.raises(Killed):
        killed_before(patch, "append" if skip == 0 else "write", max(0, skip - 1))
        with changing(store, "edit") as change:
            change.edit(moving, msgspec.structs.replace(moving, day=TODAY))
    expected = OCTOBER if skip == 0 else TODAY
    assert [entry.day for entry in opened().entries()] == [expected]
    log(opened(), "next")
    found = {entry.title: entry.day for entry in opened().entries()}
    assert found == {"moving": expected, "next": TODAY}
    assert not (home / "journal/2026-10.json").exists() or skip == 0
    assert meta.read(home)[0].files == tuple(sorted({f"journal/{expected:%Y-%m}", "journal/2026-11"}))


def test_a_file_that_is_gone_is_damage_though_a_change_to_it_is_pending(
    store: Store, opened: Opened, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = log(store, "one"), log(store, "two")
    with changing(store, "take the day's backup"):
        pass
    with monkeypatch.context() as patch, pytest.raises(Killed):
        killed_before(patch, "write")
        with changing(store, "delete") as change:
            change.remove(one)
    (home / "journal/2026-11.json").unlink()
    with pytest.raises(Damaged, match=r"journal/2026-11.json is missing"):
        titles(opened())
    with pytest.raises(Damaged, match=r"journal/2026-11.json is missing"):
        log(opened(), "three")


def test_a_removed_file_is_no_damage_while_its_removal_is_pending(
    store: Store, opened: Opened, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only = log(store, "only")
    with changing(store, "take the day's backup"):
        pass
    with monkeypatch.context() as patch, pytest.raises(Killed):
        killed_before(patch, "write")
        with changing(store, "delete") as change:
            change.remove(only)
    assert not (home / "journal/2026-11.json").exists()
    assert titles(opened()) == []
    log(opened(), "next")
    assert titles(opened()) == ["next"]


def test_a_reader_sees_none_of_a_change_made_since_it_began(store: Store, opened: Opened) -> None:
    here, there = log(store, "here"), log(store, "there", OCTOBER)
    reader = opened()
    assert reader.state
    with changing(opened(), "swap") as change:
        change.edit(here, msgspec.structs.replace(here, day=OCTOBER))
        change.edit(there, msgspec.structs.replace(there, day=TODAY))
    log(opened(), "later")
    assert [(entry.title, entry.day) for entry in reader.entries()] == [("here", TODAY), ("there", OCTOBER)]


def test_a_reader_still_sees_a_file_that_was_removed_since(store: Store, opened: Opened) -> None:
    old = log(store, "old", OCTOBER)
    reader = opened()
    assert reader.state
    with changing(opened(), "delete") as change:
        change.remove(old)
    assert titles(reader) == ["old"]
    assert titles(opened()) == []


def test_a_reader_sees_no_change_from_a_month_that_began_since(store: Store, opened: Opened) -> None:
    first = log(store, "first")
    december = NOON + datetime.timedelta(days=7)
    reader = opened(december)
    assert reader.state
    with changing(opened(december), "edit") as change:
        change.edit(first, msgspec.structs.replace(first, title="changed"))
    assert titles(reader) == ["first"]


def test_a_reader_passes_over_a_line_that_is_being_written(store: Store, opened: Opened, home: Path) -> None:
    log(store, "first")
    reader = opened()
    assert reader.state
    with (home / "history/2026-11.jsonl").open("ab") as stream:
        stream.write(b'{"n":2,"at":"2026-11-2\n')
    assert titles(reader) == ["first"]


def test_a_torn_line_is_cut_by_the_next_writer(store: Store, opened: Opened, home: Path) -> None:
    log(store, "first")
    path = home / "history/2026-11.jsonl"
    whole = path.read_bytes()
    for torn in (b'{"n":2,', b"\0" * 40, b"\0" * 40 + b"\n", whole[:-1]):
        path.write_bytes(path.read_bytes() + torn)
        before = titles(opened())
        log(opened(), f"after {len(before)}")
        assert (
            titles(opened()) == [f"after {len(before)}", *before] or len(titles(opened())) == len(before) + 1
        )
    assert [json.loads(line)["n"] for line in path.read_bytes().splitlines()] == [1, 2, 3, 4, 5]


def test_a_broken_line_before_another_is_damage(store: Store, opened: Opened, home: Path) -> None:
    log(store, "first")
    with (home / "history/2026-11.jsonl").open("ab") as stream:
        stream.write(b"{}\n{}\n")
    with pytest.raises(Damaged, match="is not what it was"):
        titles(opened())


def test_an_edit_refuses_what_changed_meanwhile(store: Store, opened: Opened) -> None:
    shown = log(store, "shown")
    with changing(opened(), "edit") as change:
        change.edit(shown, msgspec.structs.replace(shown, title="meanwhile"))
    for action in ("edit", "remove"):
        with (
            pytest.raises(Refused, match=f"{shown.id} was changed meanwhile"),
            changing(store, action) as change,
        ):
            if action == "edit":
                change.edit(shown, msgspec.structs.replace(shown, title="mine"))
            else:
                change.remove(shown)
    assert titles(opened()) == ["meanwhile"]


def test_a_deleted_record_can_be_neither_edited_nor_deleted_again(store: Store) -> None:
    shown = log(store, "shown")
    with changing(store, "delete") as change:
        change.remove(shown)
    with pytest.raises(Refused, match="was changed meanwhile"), changing(store, "edit") as change:
        change.edit(shown, msgspec.structs.replace(shown, title="mine"))


def test_a_block_that_fails_changes_nothing(store: Store, opened: Opened) -> None:
    log(store, "first")
    with pytest.raises(ZeroDivisionError), changing(store, "log") as change:
        change.add(Entry(day=TODAY, title="never", created=NOON))
        raise ZeroDivisionError
    assert titles(store) == titles(opened()) == ["first"]


def test_a_change_that_changes_nothing_leaves_no_line(store: Store, home: Path) -> None:
    with changing(store, "log") as change:
        added = change.add(Entry(day=TODAY, title="never", created=NOON))
        change.remove(added)
    assert change.number == 0
    assert not (home / "history").exists()


def test_a_record_with_an_id_is_taken_once(store: Store) -> None:
    entry = Entry(id="j261124-aaaa", day=TODAY, title="one", created=NOON)
    with changing(store, "import") as change:
        assert change.add(entry) == entry
    there = "there already is a record j261124-aaaa"
    with pytest.raises(Refused, match=there), changing(store, "import") as change:
        change.add(entry)


def test_an_id_is_not_given_out_twice_in_another_month(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter([bytes([1] * 4), bytes([1] * 4), bytes([2] * 4), bytes([1] * 4), bytes([3] * 4)])
    monkeypatch.setattr("growth.records.ids.os.urandom", lambda _: next(drawn))
    store.home.mkdir(mode=0o700)
    meta.write(store.home, msgspec.structs.replace(meta.NEW, store="0" * 16))
    dated_back = log(store, "dated back", OCTOBER)
    today = log(store, "today")
    assert (dated_back.id, today.id) == ("j261124-1111", "j261124-2222")
    with changing(store, "delete") as change:
        change.remove(today)
    # Neither is that of a record which undo could bring back.
    assert log(store, "again").id == "j261124-3333"


def test_what_was_imported_has_the_day_it_happened_in_its_id(store: Store) -> None:
    with changing(store, "import") as change:
        entry = change.add(Entry(day=OCTOBER, title="x", source="file:1", created=NOON))
        person = change.add(Person(name="Ana", handles=("ana",), created=NOON))
        action = change.add(Action(text="y", day=OCTOBER, source="", created=NOON))
    assert [record.id[:7] for record in (entry, person, action)] == ["j261005", "p261124", "t261124"]


def test_the_words_of_a_change(store: Store, home: Path) -> None:
    log(store, "one")
    with changing(store, "import") as change:
        change.add(Entry(day=TODAY, title="two", created=NOON))
        change.add(Entry(day=OCTOBER, title="three", created=NOON))
    with changing(store, "bundle open") as change:
        change.put("others/0123456789abcdef", "about", msgspec.Raw(b"{}"))
    lines = [history.decode(line, "") for line in (home / "history/2026-11.jsonl").read_bytes().splitlines()]
    first = lines[0].records[0].id
    assert [line.what for line in lines] == [f"log {first}", "import: 2 records", "bundle open"]


def test_a_full_disk_after_the_commit_says_so_and_is_finished_later(
    store: Store, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    log(store, "first")
    log(store, "another")
    with monkeypatch.context() as patch:
        patch.setattr(
            files, "write", lambda path, data: (_ for _ in ()).throw(SystemRefused(f"{path}: full"))
        )
        with pytest.raises(SystemRefused, match="full: the change is recorded but not yet in its file"):
            log(store, "second")
    assert sorted(titles(opened())) == ["another", "first", "second"]
    log(opened(), "third")
    assert sorted(titles(opened())) == ["another", "first", "second", "third"]


def test_a_clock_set_back_a_month_keeps_the_order(opened: Opened, home: Path) -> None:
    log(opened(), "first")
    log(opened(NOON - datetime.timedelta(days=40)), "second")
    assert history.months(home) == ["2026-11"]
    assert sorted(titles(opened())) == ["first", "second"]


def test_a_kind_that_is_not_known_is_told() -> None:
    for identifier in ("z261124-aaaa", "anything"):
        with pytest.raises(Damaged, match=f"{identifier} is of a kind that this growth does not know"):
            table_of(identifier)


def test_a_file_that_is_none_of_the_store_is_not_taken_in(store: Store, opened: Opened, home: Path) -> None:
    log(store, "first")
    (home / "journal/2026-10.json").write_bytes((home / "journal/2026-11.json").read_bytes())
    assert titles(opened()) == ["first"]
    with pytest.raises(Damaged, match=r"journal/2026-10.json is none of the files of this store"):
        log(opened(), "dated back", OCTOBER)


def test_a_record_that_could_not_be_read_again_is_not_stored(store: Store, opened: Opened) -> None:
    kept = log(store, "kept")
    wrong = msgspec.structs.replace(kept, share="everybody")  # type: ignore[arg-type]  # the point of the test
    with pytest.raises(Refused, match=r"cannot be stored: .*everybody"), changing(store, "edit") as change:
        change.edit(kept, wrong)
    with pytest.raises(Refused, match="this cannot be stored"), changing(store, "log") as change:
        change.add(msgspec.structs.replace(wrong, id=""))
    listed = msgspec.structs.replace(kept, id="", tags=["a list"])  # type: ignore[arg-type]  # likewise
    with pytest.raises(Refused, match="would not be read back as it is"), changing(store, "log") as change:
        change.add(listed)
    assert titles(opened()) == ["kept"]
