"""Mending and accepting: refused where the store is no longer what was shown, done twice without harm."""

import contextlib
import datetime
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from growth import files
from growth.errors import Refused
from growth.records.entry import Entry
from growth.store import accept, as_of, mend, survey
from growth.store.change import changing
from growth.store.find import find
from growth.store.store import Store
from growth.store.undo import newest

NOON = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=datetime.UTC)
TODAY = NOON.date()
YESTERDAY = NOON - datetime.timedelta(days=1)
Opened = Callable[..., Store]


class Killed(BaseException):
    """Stands for the end of a process between two file operations."""


def log(store: Store, title: str, day: datetime.date = TODAY) -> Entry:
    with changing(store, "log") as change:
        return change.add(Entry(day=day, title=title, created=store.now()))


def titles(store: Store) -> list[str]:
    return sorted(entry.title for entry in store.entries())


@pytest.fixture
def kept(opened: Opened) -> Store:
    log(opened(YESTERDAY), "one")
    log(opened(), "two")
    log(opened(), "three", datetime.date(2026, 10, 1))
    return opened()


def test_what_is_no_longer_what_was_shown_is_left_alone(kept: Store, opened: Opened, home: Path) -> None:
    path = home / "journal/2026-11.json"
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"two", b"TWO"))
    shown, mends = accept.difference(home), mend.plan(home).mends
    path.write_bytes(whole.replace(b"two", b"Two"))
    with pytest.raises(Refused, match="the store changed meanwhile"):
        accept.accept(opened(), shown)
    path.write_bytes(whole)
    with pytest.raises(Refused, match="the store changed meanwhile"):
        mend.mend(opened(), mends)
    day = TODAY - datetime.timedelta(days=1)
    before = as_of.differences(kept, as_of.past(kept, day))
    log(opened(), "four")
    with pytest.raises(Refused, match="the store changed meanwhile"):
        as_of.bring_back(opened(), day, before)
    assert titles(opened()) == ["four", "one", "three", "two"]


@pytest.mark.parametrize("operation", ["write", "append"])
@pytest.mark.parametrize("stop", range(4))
def test_accepting_cut_short_is_done_again(
    kept: Store, opened: Opened, home: Path, monkeypatch: pytest.MonkeyPatch, operation: str, stop: int
) -> None:
    for name in ("journal/2026-11.json", "journal/2026-10.json"):
        path = home / name
        path.write_bytes(path.read_bytes().replace(b'"title":"t', b'"title":"T'))
    real, calls = getattr(files, operation), [0]

    def dying(*given):
        calls[0] += 1
        if calls[0] > stop:
            raise Killed
        real(*given)

    with monkeypatch.context() as patch:
        patch.setattr(files, operation, dying)
        with contextlib.suppress(Killed):
            accept.accept(opened(), accept.difference(home))
    assert titles(opened()) == ["Three", "Two", "one"]
    accept.accept(opened(), accept.difference(home))
    assert accept.difference(home).is_nothing
    assert newest(opened()).what == "accept: 2 records"
    log(opened(), "four")
    assert titles(opened()) == ["Three", "Two", "four", "one"]


@pytest.mark.parametrize("stop", range(8))
def test_mending_cut_short_is_done_again(
    kept: Store, opened: Opened, home: Path, monkeypatch: pytest.MonkeyPatch, stop: int
) -> None:
    (home / "meta.json").write_text("{")
    (home / "journal/2026-10.json").unlink()
    (home / "journal/2026-11.json").write_text("{")
    history = home / "history/2026-11.jsonl"
    lines = history.read_bytes().splitlines(keepends=True)
    history.write_bytes(lines[0] + b"x\n" + lines[2])
    (home / "backups/2026-11-24/journal/2026-11.json").read_bytes()
    real, calls = files.write, [0]

    def dying(*given):
        calls[0] += 1
        if calls[0] > stop:
            raise Killed
        real(*given)

    with monkeypatch.context() as patch:
        patch.setattr(files, "write", dying)
        with contextlib.suppress(Killed):
            mend.mend(opened(), mend.plan(home).mends)
    mend.mend(opened(), mend.plan(home).mends)
    assert not survey.look(home).is_damaged
    assert titles(opened()) == ["one", "three"]


def test_damaged_files_of_the_same_name_are_kept_beside_each_other(
    kept: Store, opened: Opened, home: Path
) -> None:
    path = home / "journal/2026-11.json"
    for content in ("{", "[", "{"):
        path.write_text(content)
        aside = mend.mend(opened(), mend.plan(home).mends)
    assert sorted(one.name for one in (aside / "journal").iterdir()) == ["2026-11-2.json", "2026-11.json"]
    assert titles(opened()) == ["one", "three", "two"]


def test_a_change_that_was_not_applied_comes_with_a_lost_meta(
    kept: Store, opened: Opened, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, pytest.raises(Killed):

        def dying(path, data):
            raise Killed

        patch.setattr(files, "write", dying)
        log(opened(), "four")
    (home / "meta.json").unlink()
    mend.mend(opened(), mend.plan(home).mends)
    assert titles(opened()) == ["four", "one", "three", "two"]


def test_a_removal_that_was_not_applied_comes_with_a_damaged_history(
    kept: Store, opened: Opened, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [three] = [entry for entry in kept.entries() if entry.title == "three"]
    with monkeypatch.context() as patch, pytest.raises(Killed):

        def dying(path):
            raise Killed

        patch.setattr(files, "remove", dying)
        with changing(opened(), "delete") as change:
            change.remove(three)
    history = home / "history/2026-11.jsonl"
    history.write_bytes(history.read_bytes().replace(b'"what":"log', b'"what":"lag', 1))
    mend.mend(opened(), mend.plan(home).mends)
    assert not survey.look(home).is_damaged
    assert titles(opened()) == ["one", "two"]
    assert opened().stems() == ["journal/2026-11"]


def test_a_file_that_nothing_is_known_of_is_given_up(opened: Opened, home: Path) -> None:
    entry = log(opened(), "only")
    (home / "history/2026-11.jsonl").write_text("x\n")
    (home / "journal/2026-11.json").write_text("{")
    plan = mend.plan(home)
    assert [(one.name, one.words) for one in plan.mends] == [
        ("history", "nothing of it can be read; what was done so far can no longer be undone"),
        ("journal/2026-11.json", "0 records, from the history"),
    ]
    assert plan.lost == (1,)
    mend.mend(opened(), plan.mends)
    assert titles(opened()) == []
    log(opened(), "next")
    assert titles(opened()) == ["next"]
    assert find(opened(), "last").id != entry.id


def test_sealing_what_is_pending_takes_it_along(
    kept: Store, opened: Opened, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, pytest.raises(Killed):

        def dying(path, data):
            raise Killed

        patch.setattr(files, "write", dying)
        log(opened(), "four")
    path = home / "journal/2026-10.json"
    path.write_bytes(path.read_bytes().replace(b"three", b"THREE"))
    with (home / "history/2026-11.jsonl").open("ab") as stream:
        stream.write(b"torn")
    accept.accept(opened(), accept.difference(home))
    assert titles(opened()) == ["THREE", "four", "one", "two"]
    assert [turn.after for turn in newest(opened()).records] != [msgspec.Raw(b"null")]
