"""timewarrior's intervals: a day's time under the same tags is one entry."""

import json
from typing import Any

import pytest

from growth.exchange.formats import Head
from growth.exchange.timewarrior import is_one, read
from growth.records.dates import Day
from growth.records.imported import Found, Reading, ReadOptions

TODAY = Day(2026, 11, 24)
INTERVALS: list[dict[str, Any]] = [
    {"id": 4, "start": "20261124T090000Z", "end": "20261124T100000Z", "tags": ["ranker", "perf"],
     "annotation": "cache https://example.org/pr/1"},
    {"id": 3, "start": "20261124T110000Z", "end": "20261124T113000Z", "tags": ["ranker", "perf"],
     "annotation": "measured"},
    {"id": 2, "start": "20261124T120000Z", "end": "20261124T121500Z",
     "tags": ["Write the RFC for the cache"]},
    {"id": 1, "start": "20261124T130000Z"},
]  # fmt: skip
SEEDS = [json.dumps(INTERVALS).encode()]


def reading(value: Any, *, each: bool = False) -> Reading:
    return read(json.dumps(value).encode(), name="a", options=ReadOptions(today=TODAY, each=each))


def test_one_entry_a_day_and_tags() -> None:
    result = reading(INTERVALS)
    first, second = result.found
    assert first == Found(
        line=1, day=TODAY, precision="day", title="ranker, perf",
        body="- cache https://example.org/pr/1\n- measured", tags=("ranker", "perf"), spent=90,
        links=("https://example.org/pr/1",), source=first.source, version=first.version,
    )  # fmt: skip
    assert (second.title, second.tags, second.spent) == ("Write the RFC for the cache", (), 15)
    assert result.left == (("running interval", 1),)


def test_each_interval_by_its_start() -> None:
    assert [one.source for one in reading(INTERVALS, each=True).found] == [
        "timewarrior:20261124T090000Z", "timewarrior:20261124T110000Z", "timewarrior:20261124T120000Z",
    ]  # fmt: skip


def test_without_tags_a_note_is_the_title() -> None:
    day = {"start": "20261124T090000Z", "end": "20261124T091000Z"}
    later = {"start": "20261124T100000Z", "end": "20261124T101000Z", "annotation": "Read"}
    assert [(one.title, one.spent) for one in reading([day]).found] == [("Tracked time", 10)]
    assert [(one.title, one.body, one.spent) for one in reading([day, later]).found] == [("Read", "", 20)]


def test_what_cannot_be_is_told() -> None:
    result = reading([
        {"start": "20261324T090000Z", "end": "20261124T091000Z"}, {"start": 1}, 7,
        {"start": "20261124T090000Z", "end": "20261124T080000Z"},
    ])  # fmt: skip
    assert [(one.why, one.kept and one.kept.day) for one in result.misread] == [
        ("its start is no moment of the calendar", None),
        ("not an interval: start, end, tags, annotation", None),
        ("not an interval: start, end, tags, annotation", None),
        ("it ends before it starts", TODAY),
    ]


@pytest.mark.parametrize(
    ("value", "known"),
    [
        (INTERVALS, True),
        ([{"start": "20261124T090000Z"}], True),
        ([{"start": "20261124T090000Z", "title": "x"}], False),
        ([{"start": "2026-11-24"}], False),
        ([{}], False),
        ([], False),
        ({"start": "20261124T090000Z"}, False),
    ],
)
def test_what_intervals_look_like(value: Any, known: bool) -> None:
    assert is_one(Head(json.dumps(value).encode(), "a.json")) is known
