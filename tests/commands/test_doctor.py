"""growth doctor, as a user sees it."""

import datetime
import json
from pathlib import Path

import pytest

from growth.records.action import Action
from growth.store.change import changing
from growth.store.store import Store
from tests.conftest import Growth

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
YESTERDAY = "2026-11-23T10:00:00+00:00"


@pytest.fixture
def kept(growth: Growth) -> Growth:
    """A store with two entries, of which the first is in a backup."""
    growth.ok("log first --project alpha", now=YESTERDAY)
    growth.ok("log second -d 2026-10-05")
    return growth


def alter(growth: Growth, name: str, old: str, new: str) -> None:
    path = growth.home / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def states(growth: Growth) -> dict[str, str]:
    result = growth("doctor --json")
    found = {check["name"]: check["state"] for check in json.loads(result.out)}
    worst = 3 if "damaged" in found.values() else 1 if "minor" in found.values() else 0
    assert result.code == worst
    return {name: state for name, state in found.items() if state != "ok"}


def test_an_empty_home_is_well(growth: Growth) -> None:
    assert growth.ok("doctor") == (
        f"home       ok      {growth.home} is not there yet\n"
        "settings   ok      none set, so each has its default\n"
        "meta       ok      no store yet\n"
        "schema     ok      1.0\n"
        "seals      ok      0 files as they were written\n"
        "files      ok      0 files, all that should be there\n"
        "records    ok      0, all readable\n"
        "history    ok      no change yet\n"
        "ids        ok      0, each once and in its month\n"
        "references ok      none points nowhere\n"
        "leftovers  ok      none\n"
        "backups    ok      none yet; the first is made before the second change\n"
    )
    assert not growth.home.exists()


def test_a_store_that_is_well(kept: Growth) -> None:
    assert kept.ok("doctor") == (
        f"home       ok      {kept.home}, open to nobody but you\n"
        "settings   ok      none set, so each has its default\n"
        "meta       ok      2 changes applied\n"
        "schema     ok      1.0\n"
        "seals      ok      2 files as they were written\n"
        "files      ok      2 files, all that should be there\n"
        "records    ok      2, all readable\n"
        "history    ok      changes 1 to 2, none missing\n"
        "ids        ok      2, each once and in its month\n"
        "references ok      none points nowhere\n"
        "leftovers  ok      none\n"
        "backups    ok      1, the newest of 2026-11-24\n"
    )


def test_what_something_else_changed_is_shown_and_sealed_after_a_yes(kept: Growth) -> None:
    alter(kept, "journal/2026-11.json", "alpha", "omega")
    warning = (
        "warning: journal/2026-11.json was changed by something other than growth; "
        "writing is refused until: growth doctor --accept\n"
    )
    listed = kept("list --project omega")
    assert (listed.err, listed.code) == (warning, 0)
    refused = kept("log third")
    assert refused.code == 3
    assert "growth: journal/2026-11.json was changed by something other than growth\n" in refused.err
    assert states(kept) == {"seals": "damaged"}

    asked = kept("doctor --accept")
    assert asked.code == 2
    assert "    - project: alpha\n    + project: omega\n" in asked.err
    assert states(kept) == {"seals": "damaged"}
    assert kept.terminal("doctor --accept", keys=["n\n"]).code == 1
    done = kept("doctor --accept --yes")
    assert done.code == 0
    assert done.err.endswith("accepted; growth undo takes a changed record back\n")
    assert kept.ok("list --project omega") != ""
    kept.ok("log third")
    kept("undo")
    kept("undo")
    assert kept.ok("list --project alpha") != ""


def test_white_space_alone_is_sealed_without_a_change(kept: Growth) -> None:
    alter(kept, "journal/2026-11.json", '"entries":{', '"entries": {')
    done = kept("doctor --accept --yes")
    assert "journal/2026-11.json: the same records, written differently\n" in done.err
    assert states(kept) == {}
    assert len((kept.home / "history/2026-11.jsonl").read_text().splitlines()) == 2


def test_an_added_and_a_removed_record_are_shown(kept: Growth) -> None:
    path = kept.home / "journal/2026-11.json"
    [line] = [line for line in path.read_text().splitlines() if line.startswith('"j')]
    path.write_text(path.read_text().replace(line, line.replace(line[1:13], "j261124-zzzz")))
    done = kept("doctor --accept --yes")
    assert f"  {line[1:13]} removed\n" in done.err
    assert "  j261124-zzzz added\n" in done.err
    assert kept.ok("show zzzz --json") != ""


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"title":"first"', '"title":7', "Expected `str`, got `int` - at `$.title`"),
        ('"id":"j', '"id":"k', "it calls itself"),
        ('"entries"', '"novels"', "no record of a kind that is known"),
        ('"title":"first"', '"title":"\\ud800"', "surrogates not allowed"),
    ],
)
def test_what_is_no_record_is_not_accepted(kept: Growth, old: str, new: str, why: str) -> None:
    alter(kept, "journal/2026-11.json", old, new)
    found = states(kept)
    assert found["seals"] == "damaged" and found.get("records") == "damaged"
    result = kept("doctor --accept --yes")
    assert result.code == 3
    assert why in result.err
    kept("restore --yes")
    assert states(kept) == {}


def test_what_does_not_parse_or_is_gone_is_for_restore(kept: Growth) -> None:
    (kept.home / "journal/2026-11.json").write_text("{")
    (kept.home / "journal/2026-10.json").unlink()
    assert states(kept) == {"seals": "damaged", "files": "damaged"}
    result = kept("doctor --accept --yes")
    assert result.code == 3
    assert "this cannot be accepted\n        first: growth restore\n" in result.err


def test_altered_meta_and_history_are_told_anew(kept: Growth) -> None:
    alter(kept, "meta.json", '"applied":2', '"applied":1')
    alter(kept, "history/2026-11.jsonl", '"what":"log', '"what":"lag')
    assert states(kept) == {"meta": "damaged"} | {"history": "damaged"} or states(kept) == {"meta": "damaged"}
    done = kept("doctor --accept --yes")
    assert done.code == 0, done
    assert "meta.json: told anew from the history and the files\n" in done.err
    assert states(kept) == {}
    assert len(kept.ok("list").splitlines()) == 2


def test_a_file_from_elsewhere_is_taken_in(kept: Growth) -> None:
    data = (kept.home / "journal/2026-10.json").read_text().replace("2026-10-05", "2026-09-05")
    (kept.home / "journal/2026-09.json").write_text(data.replace('"j26', '"j25'))
    assert states(kept) == {"seals": "damaged", "files": "damaged"}
    assert kept("log dated back -d 2026-09-01").code == 3
    assert kept("doctor --accept --yes").code == 0
    assert len(kept.ok("list --period 2026-09").splitlines()) == 1
    assert len(kept.ok("log dated back -d 2026-09-01").splitlines()) == 1


def test_permissions_are_minor_and_tightened(kept: Growth) -> None:
    (kept.home / "journal").chmod(0o755)
    (kept.home / "journal/2026-10.json").chmod(0o644)
    result = kept("doctor")
    assert result.code == 1
    assert result.out.startswith(
        "home       minor   journal is open to others\n"
        "                   journal/2026-10.json is open to others\n"
        "                   next: growth doctor --accept makes them yours only\n"
    )
    assert kept("doctor --accept --yes").code == 0
    assert (kept.home / "journal").stat().st_mode & 0o777 == 0o700
    assert (kept.home / "journal/2026-10.json").stat().st_mode & 0o777 == 0o600
    assert kept("doctor --accept").err == "there is nothing to accept\n"


def test_what_is_no_plain_file_is_damage(kept: Growth) -> None:
    path = kept.home / "journal/2026-10.json"
    elsewhere = kept.home.parent / "elsewhere.json"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    assert states(kept) == {"home": "damaged", "seals": "damaged"}
    assert kept("list").code == 3
    kept("restore --yes")
    assert kept("doctor").code in (0, 3)
    assert len(kept.ok("list").splitlines()) == 2


def test_a_record_in_the_wrong_month_or_twice_is_minor(kept: Growth) -> None:
    [line] = [
        line
        for line in (kept.home / "journal/2026-10.json").read_text().splitlines()
        if line.startswith('"j')
    ]
    alter(kept, "journal/2026-11.json", '"entries":{\n', f'"entries":{{\n{line},\n')
    assert kept("doctor --accept --yes").code == 1
    result = kept("doctor")
    assert f"ids        minor   {line[1:13]} of 2026-10-05 lies in journal/2026-11.json\n" in result.out
    assert f"{line[1:13]} stands in journal/2026-10 and journal/2026-11\n" in result.out
    assert states(kept) == {"ids": "minor"}


def test_a_reference_that_points_nowhere_is_cleared(kept: Growth) -> None:
    now = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=datetime.UTC)
    with changing(Store(kept.home, lambda: now, print), "notes") as change:
        action = change.add(Action(text="write it", day=now.date(), origin="s261120-aaaa", created=now))
    result = kept("doctor")
    found = f"references minor   the origin of {action.id} is s261120-aaaa, which is gone\n"
    assert found in result.out and result.code == 1
    done = kept("doctor --accept --yes")
    assert done.err.startswith(f"{action.id}: its origin s261120-aaaa is gone, the field is cleared\n")
    assert done.code == 0
    assert kept("undo").code == 0
    assert found in kept("doctor").out


def test_leftovers_are_named(kept: Growth) -> None:
    drafts = kept.home / "drafts"
    drafts.mkdir(mode=0o700)
    (drafts / "entry-261124-100000.md").touch(0o600)
    (kept.home / ".config.toml.new").touch(0o600)
    result = kept("doctor")
    assert result.code == 1
    assert "leftovers  minor   drafts/entry-261124-100000.md: text that was never saved\n" in result.out
    assert ".config.toml.new: left by a run that was cut short\n" in result.out
    kept.ok("log the next one")
    assert not (kept.home / ".config.toml.new").exists()


def test_a_damaged_backup_is_minor(kept: Growth) -> None:
    path = next((kept.home / "backups").glob("*/journal/*.json"))
    path.write_text("{")
    result = kept("doctor")
    assert "backups    minor   backups/2026-11-24 is not whole\n" in result.out
    assert result.code == 1
    kept.ok("log and another")


def test_a_newer_schema_is_refused_and_untouched(kept: Growth) -> None:
    golden = Path(kept.home / "journal/2026-11.json")
    from growth.store.storage import decode, encode

    golden.write_bytes(encode(decode(golden.read_bytes(), "x").tables, (2, 0)))
    before = golden.read_bytes()
    assert states(kept) == {"schema": "damaged"}
    assert kept("doctor --accept --yes").code == 3
    assert kept("log x").err == (
        "warning: journal/2026-11.json is of schema 2, newer than this growth\n"
        "growth: the store is of schema 2, this growth knows 1\n"
        "        nothing was changed; install a newer growth\n"
    )
    assert golden.read_bytes() == before


def test_a_change_that_is_not_yet_in_its_file_is_told(growth: Growth) -> None:
    growth.ok("log first -d 2026-10-05")
    before = (growth.home / "meta.json").read_bytes()
    growth.ok("log second")
    (growth.home / "meta.json").write_bytes(before)
    (growth.home / "journal/2026-11.json").unlink()
    result = growth("doctor")
    assert (result.err, result.code) == ("", 1)
    assert result.out == (
        f"home       ok      {growth.home}, open to nobody but you\n"
        "settings   ok      none set, so each has its default\n"
        "meta       minor   1 change applied, 1 recorded and waiting\n"
        "                   next: nothing is lost: the next command that writes ends it\n"
        "schema     ok      1.0\n"
        "seals      ok      1 files as they were written\n"
        "files      ok      1 files, all that should be there\n"
        "records    ok      1, all readable\n"
        "history    ok      changes 1 to 2, none missing\n"
        "ids        ok      1, each once and in its month\n"
        "references ok      none points nowhere\n"
        "leftovers  ok      none\n"
        "backups    ok      1, the newest of 2026-11-24\n"
    )
    growth.ok("log third")
    assert states(growth) == {}
    assert len(growth.ok("list").splitlines()) == 3


def test_many_findings_are_cut_short(kept: Growth) -> None:
    for number in range(20):
        (kept.home / f"x{number:02}").touch(0o644)
        (kept.home / f"x{number:02}").chmod(0o644)
    out = kept("doctor").out
    assert "x07 is open to others\n                   and 12 more: growth doctor --json\n" in out


def test_settings_that_cannot_be_read(kept: Growth) -> None:
    kept("config set me.name Ana")
    assert states(kept) == {}
    (kept.home / "config.toml").write_text("me = = 3\n")
    result = kept("doctor")
    assert result.code == 3
    assert (
        "settings   damaged config.toml: cannot be read: Invalid value (at line 1, column 6)\n"
        "                   next: mend it in an editor, or: growth restore config.toml\n"
    ) in result.out
    (kept.home / "config.toml").write_text("me.nam = 'Ana'\n")
    assert "settings   damaged config.toml: there is no setting 'me.nam'\n" in kept("doctor").out


def test_nothing_is_said_to_point_nowhere_while_a_file_is_missing(kept: Growth) -> None:
    kept.ok("people add ana")
    kept.ok("1on1 notes ana --shared 'we met' -d 2026-11-23")
    session = json.loads(kept.ok("1on1 list ana --json"))[0]["id"]
    with changing(Store(kept.home, lambda: NOON, print), "action") as change:
        change.add(Action(text="the RFC", origin=session, day=NOON.date(), created=NOON))
    (kept.home / "sessions.json").unlink()
    result = kept("doctor")
    assert result.code == 3
    assert "references ok      not looked at until all files are back\n" in result.out
    assert "--accept" not in result.out
    kept("restore --yes")
    assert states(kept) == {}
