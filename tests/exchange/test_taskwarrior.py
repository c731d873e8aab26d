"""taskwarrior's tasks: what was completed is work, what is open a promise."""

import json
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from growth.exchange.formats import Head
from growth.exchange.taskwarrior import is_one, read
from growth.records.dates import Day
from growth.records.imported import Found, Reading, ReadOptions

TODAY = Day(2026, 11, 24)


def task(**fields: Any) -> dict[str, Any]:
    return {
        "uuid": "u-1", "description": "Repair the door", "status": "pending", "entry": "20261120T100000Z",
    } | fields  # fmt: skip


DONE = task(
    status="completed", end="20261123T233000Z", project="house.front", tags=["tools", "big"],
    due="20261201T000000Z",
    annotations=[
        {"entry": "20261123T120000Z", "description": "see https://example.org/1"},
        {"entry": "20261121T120000Z", "description": "bought hinges"},
    ],
)  # fmt: skip
SEEDS = [json.dumps([DONE, task(uuid="u-2", due="20261201T000000Z")]).encode()]


def reading(value: Any) -> Reading:
    return read(json.dumps(value).encode(), name="tasks.json", options=ReadOptions(today=TODAY))


def test_a_completed_task_is_work_of_the_day_it_ended() -> None:
    (found,) = reading([DONE]).found
    assert found == Found(
        line=1, day=Day(2026, 11, 23), precision="day", title="Repair the door",
        body="- 2026-11-21: bought hinges\n- see https://example.org/1", tags=("tools", "big"),
        project="house.front", links=("https://example.org/1",), source="taskwarrior:u-1",
        version=found.version,
    )  # fmt: skip


def test_its_day_is_the_local_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    assert reading([DONE]).found[0].day == TODAY
    assert reading([task(due="20261130T230000Z")]).found[0].due == Day(2026, 12, 1)


def test_an_open_task_is_a_promise_with_the_same_id() -> None:
    result = reading(
        [task(due="20261201T000000Z", annotations=DONE["annotations"]), task(uuid="u-2", status="waiting")]
    )
    first, second = result.found
    assert (first.becomes, first.title, first.day, first.due, first.source) == (
        "action", "Repair the door", Day(2026, 11, 20), Day(2026, 12, 1), "taskwarrior:u-1",
    )  # fmt: skip
    assert (second.becomes, second.due) == ("action", None)
    assert len(first.body.splitlines()) == 2
    assert first.version != reading([DONE]).found[0].version


def test_what_was_deleted_and_what_only_recurs_is_counted() -> None:
    tasks = [task(status="deleted"), task(status="deleted"), task(status="recurring"), task()]
    result = reading(tasks)
    assert len(result.found) == 1
    assert result.left == (("deleted tasks", 2), ("recurring parent", 1))


def test_what_cannot_be_is_told() -> None:
    result = reading([
        task(status="completed"), task(status="completed", end="20261324T000000Z", uuid="u-2"),
        task(uuid="u-3", due="someday"), task(status="lost"), task(description=" "), task(status=[]),
        {"uuid": 1},
    ])  # fmt: skip
    assert [(one.why, one.kept and one.kept.becomes) for one in result.misread] == [
        ("it has no end", "entry"),
        ("its end '20261324T000000Z' is no moment of the calendar", "entry"),
        ("its due 'someday' is no moment of the calendar", "action"),
        ("'lost' is no state of a task", None),
        ("a task without description or uuid", None),
        ("not a task", None),
        ("not a task", None),
    ]


def test_one_task_a_line() -> None:
    data = b"\n".join(json.dumps(one).encode() for one in (DONE, task(uuid="u-2"))) + b"\nrubbish\n"
    assert is_one(Head(data, "-"))
    result = read(data, name="-", options=ReadOptions(today=TODAY))
    assert [one.line for one in result.found] == [1, 2]
    assert [(one.line, one.why) for one in result.misread] == [
        (3, "a quote or a comma is missing, or one is too many")
    ]


@pytest.mark.parametrize(
    ("value", "known"), [([DONE], True), ([{"uuid": "1"}], False), ([], False), ({}, False)]
)
def test_what_tasks_look_like(value: Any, known: bool) -> None:
    assert is_one(Head(json.dumps(value).encode(), "a.json")) is known


@pytest.mark.skipif(shutil.which("task") is None, reason="taskwarrior is not installed")
def test_what_the_program_itself_writes(tmp_path: Path) -> None:
    def run(*words: str) -> bytes:
        settings = [
            f"rc:{tmp_path / 'rc'}",
            f"rc.data.location={tmp_path}",
            "rc.confirmation=off",
            "rc.hooks=off",
        ]
        return subprocess.run(["task", *settings, *words], check=True, capture_output=True).stdout

    (tmp_path / "rc").touch()
    run("add", "Repair the door", "project:house", "+tools")
    run("add", "Write the talk", "due:2027-01-31")
    run("1", "annotate", "bought hinges")
    run("1", "done")
    data = run("export")
    assert is_one(Head(data, "-"))
    found = read(data, name="-", options=ReadOptions(today=TODAY)).found
    assert {(one.becomes, one.title, one.project, one.tags, str(one.due)) for one in found} == {
        ("entry", "Repair the door", "house", ("tools",), "None"),
        ("action", "Write the talk", "", (), "2027-01-31"),
    }
    assert {one.body for one in found} == {"- bought hinges", ""}
