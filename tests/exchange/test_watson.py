"""Watson's frames: a day's work on a project is one entry."""

import json
import time
from typing import Any

import pytest

from growth.exchange.formats import Head
from growth.exchange.watson import is_one, read
from growth.records.dates import Day
from growth.records.imported import Found, Misread, Reading, ReadOptions

TODAY = Day(2026, 11, 24)
NINE = 1_795_510_800  # 2026-11-24 09:00 UTC
HOUR = 3600


def frame(start: Any, minutes: float, project: str = "ranker", id: str = "a1", *tags: str) -> list[Any]:
    return [start, start + minutes * 60, project, id, list(tags), NINE]


FRAMES = [
    frame(NINE, 41, "ranker", "a1", "code review"),
    frame(NINE + HOUR, 30.4, "ranker", "a2", "perf", "code review"),
    frame(NINE + 2 * HOUR, 15, "C# port", "a3"),
]
SEEDS = [json.dumps(FRAMES).encode(), json.dumps([frame(NINE, -5), [NINE, None, "p", "x", []]]).encode()]


def reading(frames: Any, *, each: bool = False) -> Reading:
    return read(
        json.dumps(frames, indent=1).encode(), name="frames", options=ReadOptions(today=TODAY, each=each)
    )


def test_one_entry_a_day_and_project() -> None:
    found = reading(FRAMES).found
    assert found == (
        Found(
            line=2, day=TODAY, precision="day", title="ranker: code review, perf",
            tags=("code-review", "perf"), project="ranker", spent=71,
            source="watson:2026-11-24:ranker", version=found[0].version,
        ),
        Found(
            line=23, day=TODAY, precision="day", title="C# port", project="C# port", spent=15,
            source=found[1].source, version=found[1].version,
        ),
    )  # fmt: skip
    assert "#" not in found[1].source


def test_each_frame_by_its_id() -> None:
    found = reading(FRAMES, each=True).found
    assert [(one.source, one.spent) for one in found] == [
        ("watson:a1", 41), ("watson:a2", 30), ("watson:a3", 15),
    ]  # fmt: skip


def test_another_hour_is_another_version() -> None:
    before, after = reading(FRAMES[:1]).found[0], reading(FRAMES[:2]).found[0]
    assert (before.source, before.version) != (after.source, after.version)
    assert before.source == after.source


def test_the_log_as_json_has_the_day_of_its_place() -> None:
    log = [{
        "id": "a1", "project": "ranker", "start": "2026-11-23T23:30:00-08:00",
        "stop": "2026-11-24T00:30:00-08:00", "tags": [],
    }]  # fmt: skip
    found = reading(log).found
    assert [(str(one.day), one.title, one.spent) for one in found] == [("2026-11-23", "ranker", 60)]


def test_a_frame_has_the_local_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    assert str(reading([frame(NINE + 7 * HOUR, 5)]).found[0].day) == "2026-11-25"


def test_what_cannot_be_is_told_and_what_still_runs_is_counted() -> None:
    result = reading([
        frame(NINE, -5), frame(10**18, 5, "far", "a2"), frame(NINE, 60 * 24 * 60, "long", "a3"),
        [1, 2], "x", [NINE, None, "p", "x", []], frame(NINE, 1, "p", "current"),
    ])  # fmt: skip
    assert [
        (one.why, one.kept and (one.kept.title, one.kept.day, one.kept.spent)) for one in result.misread
    ] == [
        ("it ends before it starts", ("ranker", TODAY, None)),
        ("its start is no moment of the calendar", ("far", None, None)),
        ("it lasts longer than a month", ("long", TODAY, None)),
        ("not a frame: [start, stop, project, id, tags, updated]", None),
        ("not a frame: [start, stop, project, id, tags, updated]", None),
    ]
    assert result.left == (("running frames", 2),)
    assert isinstance(result.misread[0], Misread)
    assert result.misread[0].line == 2


@pytest.mark.parametrize(
    ("value", "known"),
    [
        (FRAMES, True),
        ([{"id": "a", "project": "p", "start": "x", "stop": "y", "tags": []}], True),
        ([], False),
        ([[1, 2]], False),
        ([{"id": "a", "title": "p"}], False),
        ([[True, 2, "p", "i", []]], False),
        ({"a": 1}, False),
    ],
)
def test_what_frames_look_like(value: Any, known: bool) -> None:
    assert is_one(Head(json.dumps(value).encode(), "frames")) is known
