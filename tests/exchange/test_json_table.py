"""JSON of any origin as entries, and how it is told from records of ours."""

import json
from typing import Any

import pytest

from growth.errors import WrongUsage
from growth.exchange.formats import Head
from growth.exchange.json_table import is_one, read
from growth.records.dates import Day
from growth.records.imported import Reading, ReadOptions

TODAY = Day(2026, 11, 24)
TASKS: dict[str, Any] = {
    "total": 3,
    "items": [
        {"id": "A-1", "fields": {"summary": "Ship it", "labels": ["a b", {"name": "c"}], "cost": {}},
         "completedAt": "2026-11-23T12:00:00Z", "url": "https://example.org/1"},
        {"id": "A-2", "fields": {"summary": "Later"}, "dueDate": "2026-12-01"},
        {"id": "A-3"},
    ],
}  # fmt: skip
SEEDS = [json.dumps(TASKS).encode(), b'{"title": "x", "when": 1795510800}\n{"title": 7}\n']


def reading(text: str, **columns: str) -> Reading:
    return read(text.encode(), name="a.json", options=ReadOptions(today=TODAY, columns=columns))


def test_each_object_is_an_entry_and_nested_names_have_dots() -> None:
    result = reading(json.dumps(TASKS, indent=1))
    assert [
        (one.line, one.title, one.becomes, str(one.day), one.tags, one.links, one.source)
        for one in result.found
    ] == [
        (4, "Ship it", "entry", "2026-11-23", ("a-b", "c"), ("https://example.org/1",), "json:A-1"),
        (19, "Later", "action", "None", (), (), "json:A-2"),
    ]
    assert [(one.line, one.why) for one in result.misread] == [(26, "nothing in the column 'fields.summary'")]
    assert dict(result.columns) == {
        "id": "id", "fields.summary": "title", "fields.labels": "tags", "fields.cost": "",
        "completedAt": "day", "url": "links", "dueDate": "due",
    }  # fmt: skip


def test_lines_and_what_is_none() -> None:
    result = reading('{"title": "x", "when": 1795510800}\nrubbish\n[1]\n{"title": "y", "when": null}\n')
    assert [(one.line, one.title, str(one.day)) for one in result.found] == [
        (1, "x", "2026-11-24"),
        (4, "y", "None"),
    ]
    assert [(one.line, one.why) for one in result.misread] == [
        (2, "a quote or a comma is missing, or one is too many"),
        (3, "a list, where an object with names should be"),
    ]  # fmt: skip


def test_a_list_of_texts_has_one_column() -> None:
    text = '["One", "", "=1+1"]'
    with pytest.raises(WrongUsage) as refused:
        reading(text)
    assert refused.value.message == "a.json: no column is clearly the title; its columns are value"
    assert refused.value.hint == "say which one is: growth import --map value=title a.json"
    result = reading(text, value="title")
    assert [one.title for one in result.found] == ["One", "=1+1"]
    assert result.left == (("empty row", 1),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "a.json: there is nothing to read"),
        ("[[1]]", "a.json:1: a list, where an object with names should be"),
        (
            json.dumps([{f"k{at}": 1} for at in range(2001)]),
            "a.json: its objects have more than 2000 different names",
        ),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        reading(text)
    assert refused.value.message == message
    assert refused.value.hint


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ('[{"title": "x", "when": "2026-01-01"}]', True),
        ('{"title": "x", "when": "2026-01-01"}\n{"a": 1}\n', True),
        ('["a"]', True),
        ('{"items": []}', True),
        ('{"id": "A-1", "title": "x"}', False),
        ('{"title": "x"}', False),
        ('[{"title": "x", "day": "2026-01-01", "tags": []}]', False),
        ('[{"record": "person", "nmae": "x"}]', False),
        ('[{"id": "j261124-5gq1", "titel": "x"}]', False),
        ('{"id": "z261124-5gq1", "titel": "x"}', True),
        ('{"growth": {"schema": [1, 0]}, "records": []}', False),
        ("[]", False),
        ("{}", False),
        ("{broken", False),
    ],
)
def test_records_of_ours_are_none(text: str, foreign: bool) -> None:
    assert is_one(Head(text.encode(), "a.json")) is foreign
