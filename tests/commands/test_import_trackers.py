"""growth import of time trackers and task lists: twice is once, and what was done since is followed."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Growth

NINE = 1_795_510_800  # 2026-11-24 09:00 UTC
TOLD = "; only you can read them; growth undo takes all of it back\n"


def watson(*minutes: int) -> str:
    frames = [
        [NINE + at * 3600, NINE + at * 3600 + n * 60, "ranker", f"a{at}", ["perf"]]
        for at, n in enumerate(minutes)
    ]
    return json.dumps(frames)


def task(status: str, **fields: Any) -> dict[str, Any]:
    return {"uuid": "u-1", "description": "Ship it", "status": status, "entry": "20261120T100000Z"} | fields


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "export"


def told(growth: Growth, file: Path, text: str, *options: str) -> str:
    file.write_text(text)
    result = growth(["import", str(file), *options])
    assert (result.out, result.code) == ("", 0), result
    return result.err


def entries(growth: Growth) -> list[tuple[str, str, int | None]]:
    return [(e["day"], e["title"], e["spent"]) for e in json.loads(growth.ok("list --json"))]


def test_watson_twice_is_once_and_a_day_that_grew_is_brought_up_to_date(growth: Growth, file: Path) -> None:
    assert told(growth, file, watson(30)) == "1 new" + TOLD
    assert told(growth, file, watson(30)) == "nothing new; 1 already here\n"
    assert told(growth, file, watson(30, 15)).startswith("0 new, 1 brought up to date")
    assert entries(growth) == [("2026-11-24", "ranker: perf", 45)]


def test_what_i_edited_stays_and_is_told(growth: Growth, file: Path) -> None:
    told(growth, file, watson(30))
    [entry] = json.loads(growth.ok("list --json"))
    growth(["edit", entry["id"], "-m", "Cut the p99 by half"])
    assert f"{entry['id']} reads differently in its source, but you have edited it: left as it is\n" in told(
        growth, file, watson(30, 15)
    )
    assert entries(growth) == [("2026-11-24", "Cut the p99 by half", 30)]


def test_each_frame_is_an_entry_when_asked(growth: Growth, file: Path) -> None:
    assert told(growth, file, watson(30, 15), "--each") == "2 new" + TOLD
    assert [spent for _, _, spent in entries(growth)] == [30, 15]


def test_undo_takes_it_back(growth: Growth, file: Path) -> None:
    told(growth, file, watson(30, 15), "--each")
    growth("undo -y")
    assert entries(growth) == []


def test_a_task_that_was_completed_since_is_done_here(growth: Growth, file: Path) -> None:
    first = told(growth, file, json.dumps([task("pending"), task("deleted", uuid="u-2")]))
    assert first == "1 new; 1 deleted task left out" + TOLD
    assert [one["text"] for one in json.loads(growth.ok("action list --json"))] == ["Ship it"]
    told(growth, file, json.dumps([task("completed", end="20261123T100000Z")]))
    assert json.loads(growth.ok("action list --json")) == []
    assert entries(growth) == [("2026-11-23", "Ship it", None)]
    assert told(growth, file, json.dumps([task("completed", end="20261123T100000Z")])).startswith(
        "nothing new"
    )


def test_todo_txt_is_followed_too(growth: Growth, tmp_path: Path) -> None:
    file = tmp_path / "todo.txt"
    assert told(growth, file, "2026-11-18 Ship it +ranker due:2026-12-01\n") == "1 new" + TOLD
    assert (
        told(growth, file, "2026-11-18 Ship it +ranker due:2026-12-01\n") == "nothing new; 1 already here\n"
    )
    told(growth, file, "x 2026-11-23 2026-11-18 Ship it +ranker\n")
    assert json.loads(growth.ok("action list --json")) == []
    assert entries(growth) == [("2026-11-23", "Ship it", None)]


def ids(growth: Growth) -> dict[str, str]:
    return {one["text"]: one["id"] for one in json.loads(growth.ok("action list --json"))}


def test_an_org_task_without_an_id_that_was_done_since_is_done_here(growth: Growth, tmp_path: Path) -> None:
    file = tmp_path / "work.org"
    assert told(growth, file, "* TODO Write the postmortem\n* TODO Rest\n").startswith("2 new; ")
    done = "* DONE Write the postmortem\n* TODO Rest\n"
    assert told(growth, file, done).startswith("1 new, 1 brought up to date; 1 already here; ")
    assert list(ids(growth)) == ["Rest"]
    assert entries(growth) == [("2026-11-24", "Write the postmortem", None)]
    assert told(growth, file, done) == "nothing new; 2 already here\n"
    growth("undo -y")
    assert sorted(ids(growth)) == ["Rest", "Write the postmortem"]


def test_one_that_was_closed_on_another_day_is_named_until_it_is_done(growth: Growth, tmp_path: Path) -> None:
    file = tmp_path / "work.org"
    told(growth, file, "* TODO [#A] Write the postmortem\n")
    [action] = ids(growth).values()
    done = "* DONE Write the postmortem\n  CLOSED: [2026-11-24 Tue 09:00]\n"
    named = (
        f"{action} is open here, and done in its source: Write the postmortem\n"
        f"  if it is the same: growth done {action} --when 2026-11-24\n"
    )
    file.write_text(done)
    assert named in growth(["import", str(file), "--dry-run"]).err
    assert told(growth, file, done) == f"1 new{TOLD}{named}"
    assert told(growth, file, done) == f"nothing new; 1 already here\n{named}"
    growth.ok(f"done {action} --when 2026-11-24")
    assert told(growth, file, done) == "nothing new; 1 already here\n"


def test_a_line_of_todo_txt_without_a_day_is_named_when_it_is_done(growth: Growth, tmp_path: Path) -> None:
    file = tmp_path / "todo.txt"
    told(growth, file, "Plain open\n(A) Prio due:2026-12-01 +ops\nWater plants\n")
    before = ids(growth)
    done = "x 2026-03-09 Plain open\nx 2026-03-09 Prio pri:A +ops\nWater plants\nx 2026-03-09 Water plants\n"
    said = told(growth, file, done)
    assert said == f"3 new; 1 already here{TOLD}" + "".join(
        f"{before[text]} is open here, and done in its source: {text}\n"
        f"  if it is the same: growth done {before[text]}\n"
        for text in ("Plain open", "(A) Prio +ops")
    )


def test_timewarrior_through_a_pipe(growth: Growth) -> None:
    data = '[{"id": 1, "start": "20261124T090000Z", "end": "20261124T093000Z", "tags": ["ranker"]}]'
    assert growth("import -", stdin=data).err == "1 new" + TOLD
    assert entries(growth) == [("2026-11-24", "ranker", 30)]


def test_an_option_that_does_nothing_is_refused(growth: Growth, file: Path) -> None:
    file.write_text(watson(30))
    result = growth(["import", str(file), "--map", "a=title"])
    assert result.code == 2
    assert result.err.startswith("growth: --map does not go with Watson frames\n")
    assert entries(growth) == []
