"""growth demo: two stores that belong together, the same on the same day, gone where they should be."""

import json
import stat
from pathlib import Path

import pytest

from growth.store.others import others
from growth.store.people import people
from growth.store.store import Store
from tests.conftest import NOW, Growth, Result


def store(home: Path) -> Store:
    import datetime

    def fail(fault: str) -> None:
        raise AssertionError(fault)

    return Store(home, lambda: datetime.datetime.fromisoformat(NOW), fail)


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "lock"
    }  # fmt: skip


def test_it_writes_two_stores_and_says_what_to_do_next(growth: Growth, tmp_path: Path) -> None:
    place = tmp_path / "two stores"
    assert growth(["demo", str(place)]) == Result(
        f"growth --home '{place}/manager' prep ana\ngrowth --home '{place}/engineer' report brag\n",
        f"{place}/engineer: Ana, ML engineer, 400 records; "
        f"{place}/manager: Eva, manager of eight, 199 records\n",
        0,
    )
    assert not growth.home.exists()
    for path in place.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_each_store_is_whole_and_knows_whose_it_is(growth: Growth, tmp_path: Path) -> None:
    growth(["demo", str(tmp_path / "demo")])
    engineer, manager = store(tmp_path / "demo/engineer"), store(tmp_path / "demo/manager")
    assert len(list(engineer.entries())) == 235
    today = engineer.now().date()
    boss = people(engineer).manager(today)
    assert boss is not None and boss.name == "Eva Lindholm"
    assert len(people(manager).related("direct", today)) == 8
    assert 'name = "Ana Silva"' in (engineer.home / "config.toml").read_text()
    assert 'name = "Eva Lindholm"' in (manager.home / "config.toml").read_text()
    for home in (engineer, manager):
        assert len((home.home / "history/2026-11.jsonl").read_text().splitlines()) == 1


def test_the_manager_has_opened_what_each_direct_shares(growth: Growth, tmp_path: Path) -> None:
    growth(["demo", str(tmp_path / "demo")])
    engineer, manager = store(tmp_path / "demo/engineer"), store(tmp_path / "demo/manager")
    shared = {theirs.owner: theirs for theirs in others(manager)}
    assert list(shared) == ["ana", "bo", "kim", "lukasz", "noa", "priya", "tariq", "zoe"]
    assert all(len(theirs.entries) == 10 for owner, theirs in shared.items() if owner != "ana")
    hers = {entry.id for entry in shared["ana"].entries}
    assert hers == {e.id for e in engineer.entries() if e.share in ("manager", "team") and not e.about}
    assert all(session.person == "eva" and not session.private for session in shared["ana"].sessions)
    assert shared["ana"].store == engineer.state[0].store


def test_her_bundle_made_anew_changes_nothing(growth: Growth, tmp_path: Path) -> None:
    growth(["demo", str(tmp_path / "demo")])
    bundle = str(tmp_path / "ana.json")
    growth(["--home", str(tmp_path / "demo/engineer"), "bundle", "make", "--for", "manager", "-o", bundle])
    done = growth(["--home", str(tmp_path / "demo/manager"), "bundle", "open", bundle])
    assert done == Result("", "Ana Silva, made 2026-11-24 10:00: 0 new, 0 changed, 0 withdrawn\n", 0)


def test_she_has_opened_what_her_manager_shares_with_her(growth: Growth, tmp_path: Path) -> None:
    growth(["demo", str(tmp_path / "demo")])
    engineer, manager = store(tmp_path / "demo/engineer"), store(tmp_path / "demo/manager")
    (shared,) = others(engineer)
    assert (shared.owner, shared.to, shared.store) == ("eva", "ana", manager.state[0].store)
    assert [(one.about, one.period) for one in shared.assessments] == [("ana", "2026-H1")]
    assert all(one.person == "ana" and not one.private for one in shared.sessions)
    bundle = str(tmp_path / "eva.json")
    growth(["--home", str(tmp_path / "demo/manager"), "bundle", "make", "--for", "@ana", "-o", bundle])
    done = growth(["--home", str(tmp_path / "demo/engineer"), "bundle", "open", bundle])
    assert done == Result("", "Eva Lindholm, made 2026-11-24 10:00: 0 new, 0 changed, 0 withdrawn\n", 0)


def test_what_is_finished_keeps_the_ladder_it_was_judged_by(growth: Growth, tmp_path: Path) -> None:
    from growth.records.assessment import Assessment

    growth(["demo", str(tmp_path / "demo")])
    for home in ("engineer", "manager"):
        for one in store(tmp_path / "demo" / home).all(Assessment):
            asked = {criterion.id for criterion in one.criteria}
            assert bool(asked) == bool(one.finished)
            assert not asked or {rating.criterion for rating in one.ratings} < asked


@pytest.mark.parametrize("now", [NOW, "2027-02-28T23:30:00+00:00"])
def test_the_same_day_gives_the_same_bytes(growth: Growth, tmp_path: Path, now: str) -> None:
    growth(["demo", str(tmp_path / "one")], now=now)
    growth(["demo", str(tmp_path / "two")], now=now)
    assert files(tmp_path / "one") == files(tmp_path / "two")


@pytest.mark.parametrize("now", [f"2026-11-{day}T10:00:00+00:00" for day in range(23, 30)])
def test_on_any_day_ana_is_met_today_and_was_seven_days_ago(growth: Growth, tmp_path: Path, now: str) -> None:
    import datetime

    growth(["demo", str(tmp_path / "demo")], now=now)
    today = datetime.date.fromisoformat(now[:10])
    home = ["--home", str(tmp_path / "demo/manager")]
    (ana,) = [p for p in json.loads(growth.ok([*home, "people", "list", "--json"])) if "ana" in p["handles"]]
    assert ana["meets"] == f"weekly {today:%a} 10:00".lower()


def test_a_folder_that_holds_something_is_left_alone(growth: Growth, tmp_path: Path) -> None:
    place = tmp_path / "mine"
    place.mkdir()
    (place / "notes.txt").write_text("mine")
    assert growth(["demo", str(place)]) == Result(
        "", f"growth: {place} is there already and not empty\n        name a new folder\n", 1
    )
    assert files(place) == {"notes.txt": b"mine"}


def test_a_throw_away_copy_is_gone_afterwards(
    growth: Growth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scratch").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "scratch"))
    assert growth.ok("--demo list -p ranker -n 1") == growth.ok("--demo --as manager list -p ranker -n 1")
    assert len(growth.ok("--demo --as engineer list --about everybody").splitlines()) == 235
    assert growth("--demo show nothing").code == 1
    assert list((tmp_path / "scratch").iterdir()) == []
    assert not growth.home.exists()
