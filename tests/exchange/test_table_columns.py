"""Which column is which field: what is said, and what the names and values say."""

from typing import Any

import pytest

from growth.errors import WrongUsage
from growth.exchange.table_columns import choose


def chosen(table: dict[str, list[str]], **wanted: str) -> tuple[tuple[str, str], ...]:
    found = choose(
        tuple(table), table, {name.replace("_", " "): field for name, field in wanted.items()}, name="a.csv"
    )
    return found.pairs


@pytest.mark.parametrize(
    ("table", "pairs"),
    [
        (
            {"Date": ["2026-01-01"], "What I did": ["Ran"], "Notes": ["x"], "Hours": ["1.5"], "Cost": ["2"]},
            {"Date": "day", "What I did": "title", "Notes": "body", "Hours": "spent", "Cost": ""},
        ),
        ({"description": ["Ran"]}, {"description": "title"}),
        ({"title": ["a"], "description": ["b"]}, {"title": "title", "description": "body"}),
        ({"task": ["17"], "subject": ["Ran"]}, {"task": "", "subject": "title"}),
        ({"title": ["a"], "done": ["true"]}, {"title": "title", "done": ""}),
        ({"title": ["a"], "done": ["2026-01-01"]}, {"title": "title", "done": "day"}),
        ({"title": ["a"], "date": ["soon"]}, {"title": "title", "date": "day"}),
        ({"title": ["a", "b"], "id": ["1", "1"]}, {"title": "title", "id": ""}),
        ({"title": ["a", "b"], "id": ["1", "2"]}, {"title": "title", "id": "id"}),
        ({"name": ["Ana"], "date": ["2026-01-01"]}, {"name": "title", "date": "day"}),
        ({"title": ["a"], "duration": ["3"]}, {"title": "title", "duration": ""}),
        ({"title": ["a"], "duration": ["3h"]}, {"title": "title", "duration": "spent"}),
        ({"title": ["a"], "share": ["12 %"]}, {"title": "title", "share": ""}),
        ({"title": ["a"], "Share": ["Team"]}, {"title": "title", "Share": "share"}),
        ({"title": ["a"], "link": ["ABC-1"]}, {"title": "title", "link": ""}),
        ({"title": ["a"], "createdAt": ["2026-01-01"]}, {"title": "title", "createdAt": "day"}),
        (
            {"title": ["a"], "created": ["2026-01-01"], "Due Date": ["2026-01-01"]},
            {"title": "title", "created": "", "Due Date": "due"},
        ),
        (
            {"id": ["A"], "fields.summary": ["a"], "user.title": ["Dr"], "fields.labels": ["x"]},
            {"id": "id", "fields.summary": "title", "user.title": "", "fields.labels": "tags"},
        ),
    ],
)  # fmt: skip
def test_what_is_guessed(table: dict[str, list[str]], pairs: dict[str, str]) -> None:
    assert dict(chosen(table)) == pairs


def test_what_is_said_counts() -> None:
    table = {"Title": ["a"], "Story": ["b"], "Notes": ["c"], "n": ["5"]}
    assert dict(chosen(table, story="title", Title="-", n="minutes")) == {
        "Story": "title", "Title": "", "Notes": "body", "n": "spent",
    }  # fmt: skip
    found = choose(tuple(table), table, {"n": "hours"}, name="a.csv")
    assert (found.unit, found.of("spent")) == (60.0, ("n",))


def test_several_columns_may_be_tags() -> None:
    table = {"Title": ["a"], "x": ["b"], "y": ["c"]}
    found = choose(tuple(table), table, {"x": "tags", "y": "tags"}, name="a.csv")
    assert found.of("tags") == ("x", "y")


@pytest.mark.parametrize(
    ("wanted", "message", "hint"),
    [
        ({}, "a.csv: no column is clearly the title; its columns are n, My words",
         "say which one is: growth import --map 'My words=title' a.csv"),
        ({"x": "title"}, "a.csv has no column 'x'", "its columns are n, My words"),
        ({"n": "titel"}, "--map n=titel: 'titel' is no field",
         "fields are id, day, due, title, body, kind, tags, project, people, skills, impact, links, spent, "
         "share, hours, minutes, seconds, -"),
        ({"n": "title", "My words": "title"}, "both 'n' and 'My words' are to be the title",
         "map one of them"),
    ],
)  # fmt: skip
def test_what_is_refused(wanted: Any, message: str, hint: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        choose(("n", "My words"), {"n": ["1"], "My words": ["Ran far"]}, wanted, name="a.csv")
    assert (refused.value.message, refused.value.hint) == (message, hint)
