"""growth restore, as a user sees it."""

import json
from pathlib import Path

import pytest

from tests.conftest import Growth

DAYS = ("2026-11-20", "2026-11-21", "2026-11-22")


@pytest.fixture
def kept(growth: Growth) -> Growth:
    """Three days of entries, one of them dated back, each day with a backup of the day before."""
    for number, day in enumerate(DAYS):
        growth.ok(f"log entry {number}", now=f"{day}T10:00:00+00:00")
    growth.ok("log dated back -d 2026-10-05", now=f"{DAYS[-1]}T11:00:00+00:00")
    return growth


@pytest.fixture
def before(kept: Growth) -> str:
    return kept.ok("list --json")


def whole(growth: Growth) -> bool:
    return all(check["state"] == "ok" for check in json.loads(growth("doctor --json").out))


def test_nothing_is_damaged(kept: Growth) -> None:
    assert kept("restore").err == "nothing is damaged\n"
    assert kept("restore journal/2026-11").err == "journal/2026-11.json is not damaged\n"


@pytest.mark.parametrize("content", [None, b"", b"{", b"null", b"\0" * 300, b"\xff\xfe{}"])
def test_a_file_comes_back_from_its_backup_and_the_changes_since(
    kept: Growth, before: str, content: bytes | None
) -> None:
    path = kept.home / "journal/2026-11.json"
    path.unlink() if content is None else path.write_bytes(content)
    assert kept("list").code == 3
    result = kept("restore --yes")
    assert (result.out, result.code) == ("", 0)
    assert result.err == (
        "journal/2026-11.json: 3 records, from the backup of 2026-11-22 and 1 change since\n"
        f"brought back; what was there before is in {kept.home}/backups/damaged-2026-11-24\n"
    )
    assert kept.ok("list --json") == before
    assert whole(kept)
    aside = kept.home / "backups/damaged-2026-11-24/journal/2026-11.json"
    assert (aside.read_bytes() if aside.exists() else None) == content


def test_a_file_that_is_in_no_backup_comes_back_from_the_history(kept: Growth, before: str) -> None:
    (kept.home / "journal/2026-10.json").write_text("{")
    assert "journal/2026-10.json: 1 record, from the backup of 2026-11-22 and 1 change since\n" in (
        kept("restore --yes").err
    )
    assert kept.ok("list --json") == before


def test_an_older_backup_does_where_the_newest_is_damaged(kept: Growth, before: str) -> None:
    for name in ("backups/2026-11-22/journal/2026-11.json", "journal/2026-11.json"):
        (kept.home / name).write_text("{")
    assert "3 records, from the backup of 2026-11-21 and 2 changes since\n" in kept("restore --yes").err
    assert kept.ok("list --json") == before


def test_without_any_backup_the_history_does(kept: Growth, before: str) -> None:
    for path in (kept.home / "backups").glob("*/meta.json"):
        path.write_text("{}")
    (kept.home / "journal/2026-11.json").write_text("{")
    assert "journal/2026-11.json: 3 records, from the history\n" in kept("restore --yes").err
    assert kept.ok("list --json") == before


@pytest.mark.parametrize("content", [None, "", "{}", '{"schema":[9,9]'])
def test_meta_is_told_anew(kept: Growth, before: str, content: str | None) -> None:
    store = json.loads((kept.home / "meta.json").read_text())["store"]
    path = kept.home / "meta.json"
    path.unlink() if content is None else path.write_text(content)
    assert kept("list").code == 3
    assert kept("log x").code == 3
    result = kept("restore --yes")
    assert result.err.startswith("meta.json: told anew from the history and the files\n")
    assert kept.ok("list --json") == before
    assert json.loads(path.read_text())["store"] == store
    assert whole(kept)
    kept.ok("log the next")


def test_everything_at_once(kept: Growth, before: str) -> None:
    (kept.home / "meta.json").unlink()
    (kept.home / "journal/2026-10.json").unlink()
    (kept.home / "journal/2026-11.json").write_text("[]")
    assert kept("restore --yes").code == 0
    assert kept.ok("list --json") == before
    assert whole(kept)


def test_the_readable_part_of_a_damaged_history_is_kept(kept: Growth, before: str) -> None:
    path = kept.home / "history/2026-11.jsonl"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join([lines[0], lines[1][:40], lines[2], lines[3]]))
    assert kept("log x").code == 3
    result = kept("restore --yes")
    assert result.err.startswith("history: what can be read of it; changes 2 to 3 can no longer be undone\n")
    assert whole(kept)
    assert kept.ok("list --json") == before
    assert [line.split()[2] for line in kept.ok("undo --list").splitlines()] == ["log", "log"]
    kept("undo")
    kept("undo")
    assert len(kept.ok("list").splitlines()) == 2
    assert (kept.home / "backups/damaged-2026-11-24/history/2026-11.jsonl").exists()


def test_one_lost_change_is_named(kept: Growth) -> None:
    path = kept.home / "history/2026-11.jsonl"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join([*lines[:2], "x\n", lines[3]]))
    (kept.home / "journal/2026-11.json").write_text("{")
    (kept.home / "backups/2026-11-22/journal/2026-11.json").write_text("{")
    result = kept("restore --yes")
    assert "journal/2026-11.json: 2 records, from the backup of 2026-11-21 and 1 change since\n" in result.err
    assert "  without change 3, which the history does not hold any more\n" in result.err
    assert whole(kept) or kept("doctor").code == 1
    assert len(kept.ok("list").splitlines()) == 3


@pytest.mark.parametrize("content", [None, "", "nonsense\n"])
def test_a_lost_history_leaves_the_records(kept: Growth, before: str, content: str | None) -> None:
    path = kept.home / "history/2026-11.jsonl"
    path.unlink() if content is None else path.write_text(content)
    assert kept("log x").code == 3
    result = kept("restore --yes")
    assert "history: nothing of it can be read" in result.err
    assert whole(kept)
    assert kept.ok("list --json") == before
    assert kept("undo").err.startswith("growth: there is nothing to undo\n")
    kept.ok("log the next")
    assert kept("undo").code == 0


def test_only_the_file_that_is_named(kept: Growth) -> None:
    for name in ("journal/2026-10.json", "journal/2026-11.json"):
        (kept.home / name).write_text("{")
    result = kept(f"restore {kept.home}/journal/2026-10.json --yes")
    assert "journal/2026-11" not in result.err
    assert kept("list --period 2026-10").code == 0
    assert kept("restore").code == 2
    assert kept.terminal("restore", keys=["n\n"]).code == 1
    assert kept.terminal("restore", keys=["y\n"]).code == 0
    assert whole(kept)


def test_a_day_comes_back_and_undo_takes_it_back(kept: Growth, before: str) -> None:
    first = kept.ok("list --period 2026-11-20").split()[0]
    kept.ok(f"edit {first} --impact later")
    kept(f"delete {kept.ok('list --period 2026-11-21').split()[0]} --yes")
    after = kept.ok("list --json")
    result = kept("restore --as-of 2026-11-21 --yes")
    assert result.err == (
        "as at the end of 2026-11-21, told from the history:\n"
        "  comes back: 1, goes: 2, becomes as it was: 1\n"
        "done; growth undo takes it back\n"
    )
    assert [line.split("  ")[-1].strip() for line in kept.ok("list").splitlines()] == ["entry 0", "entry 1"]
    assert kept("restore --as-of 2026-11-21 --yes").code == 0
    assert kept("undo --yes").code == 0
    assert kept.ok("list --json") == after


def test_nothing_has_changed_since(kept: Growth) -> None:
    assert kept("restore --as-of today").err == "all is already as it was at the end of 2026-11-24\n"


def test_a_day_is_asked_about_first(kept: Growth) -> None:
    assert kept("restore --as-of 2026-11-20").code == 2
    assert kept.terminal("restore --as-of 2026-11-20", keys=["n\n"]).code == 1
    assert len(kept.ok("list").splitlines()) == 4


def test_a_day_of_one_file(kept: Growth) -> None:
    assert kept("restore journal/2026-10.json --as-of 2026-11-20 --yes").code == 0
    assert kept.ok("list --period 2026-10") == ""
    assert len(kept.ok("list").splitlines()) == 3


def cut_history(growth: Growth) -> None:
    """Let the history begin with its fourth change, as if the rest were older than it is kept."""
    path = growth.home / "history/2026-11.jsonl"
    meta = growth.home / "meta.json"
    path.write_text(path.read_text().splitlines(keepends=True)[3])
    meta.unlink()
    assert growth("restore --yes").code == 0


def test_a_day_before_the_history_comes_from_a_backup(kept: Growth) -> None:
    cut_history(kept)
    result = kept("restore --as-of 2026-11-20 --yes")
    assert "told from the backup made before the first change of 2026-11-21:\n" in result.err
    assert [line.split("  ")[-1].strip() for line in kept.ok("list").splitlines()] == ["entry 0"]


def test_a_day_nothing_is_kept_of(kept: Growth) -> None:
    cut_history(kept)
    assert kept("restore --as-of 2026-10-20 --yes") == (
        "",
        "growth: nothing is kept of 2026-10-20: the history begins on 2026-11-22\n"
        "        see: growth backup --list\n",
        1,
    )


def test_a_day_needs_a_history_that_is_whole(kept: Growth) -> None:
    path = Path(kept.home / "history/2026-11.jsonl")
    path.write_text(path.read_text().replace('"what":"log', '"what":"lag', 1))
    result = kept("restore --as-of 2026-11-20 --yes")
    assert result.err.endswith("growth: the history is damaged\n        first: growth restore\n")


def test_a_newer_schema_is_left_alone(kept: Growth) -> None:
    from growth.store import meta

    known, _ = meta.read(kept.home)
    import msgspec

    meta.write(kept.home, msgspec.structs.replace(known, schema=(2, 0)))
    before = (kept.home / "meta.json").read_bytes()
    assert kept("restore --yes").code == 3
    assert kept("log x").code == 3
    assert (kept.home / "meta.json").read_bytes() == before


def test_settings_come_back_from_the_newest_good_backup(kept: Growth) -> None:
    kept("config set me.name Ana")
    kept.ok("log one", now="2026-11-23T10:00:00+00:00")
    (kept.home / "config.toml").write_text("me = = 3\n")
    assert kept("restore config.toml --yes") == (
        "",
        "config.toml: from the backup of 2026-11-23\n"
        f"brought back; what was there before is in {kept.home}/backups/damaged-2026-11-24\n",
        0,
    )
    assert kept.ok("config get me.name") == "Ana\n"
    assert (kept.home / "backups/damaged-2026-11-24/config.toml").read_text() == "me = = 3\n"
    assert whole(kept)


def test_settings_that_are_in_no_backup_get_their_defaults_back(kept: Growth, before: str) -> None:
    (kept.home / "config.toml").write_text("[log]\nshare = 'everybody'\n")
    assert kept("restore --yes").err.startswith(
        "config.toml: in no backup; every setting has its default again\n"
    )
    assert kept.ok("config get log.share") == "private\n"
    assert kept.ok("list --json") == before


def test_a_file_that_the_store_does_not_have(kept: Growth) -> None:
    for name in ("nosuch.json", "nosuch"):
        assert kept(f"restore {name}") == (
            "",
            "growth: nosuch.json is none of the files of the store\n"
            "        see which is damaged: growth doctor\n",
            1,
        )
    assert kept("restore config.toml").err == "config.toml is not damaged\n"
    assert kept("restore config.toml --as-of 2026-11-20") == (
        "",
        "growth: config.toml holds no records, so it has no earlier day\n"
        "        without --as-of it comes back from a backup\n",
        2,
    )
