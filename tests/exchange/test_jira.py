"""Jira's issues: what was resolved, by whom, and what is no work of anybody's."""

from typing import Any

import pytest

from growth.errors import WrongUsage
from growth.exchange.formats import Head
from growth.exchange.jira import is_one, read
from growth.records.imported import Reading
from tests.exchange.forge_records import jira, options, pages, told

SPRINTS = {
    "isLast": True, "maxResults": 50, "startAt": 0,
    "values": [{"id": 1, "self": "https://jira.example.org/rest/agile/1.0/sprint/1", "state": "closed",
                "name": "One", "startDate": "2026-03-01T10:00:00Z", "endDate": "2026-03-14T10:00:00Z"}],
}  # fmt: skip
SEEDS = (pages({"issues": [jira(1), jira(2, None)], "total": 2}), pages([jira(1)]), pages(SPRINTS))


def result(*issues: Any) -> dict[str, Any]:
    return {
        "expand": "schema,names",
        "startAt": 0,
        "maxResults": 50,
        "total": len(issues),
        "issues": list(issues),
    }


def reading(*values: Any, me: str = "ana@example.org") -> Reading:
    return read(pages(*values), name="issues.json", options=options(*filter(None, [me])))


def test_a_resolved_issue() -> None:
    found = reading(result(jira(4)), result(jira(5)))
    one, two = found.found
    # The offset tells the place: there it was still the fourth.
    assert (str(one.day), one.kind, one.title, one.body) == ("2026-03-04", "work", "Fault 4", "")
    assert (one.project, one.tags, one.links) == (
        "PAY", ("search", "bug"), ("https://jira.example.org/browse/PAY-4",),
    )  # fmt: skip
    assert (one.source, two.title, found.left, found.misread) == (
        "jira:jira.example.org/4", "Fault 5", (), (),
    )  # fmt: skip


def test_what_is_not_mine_or_not_done_is_counted() -> None:
    going = {"name": "In Progress", "statusCategory": {"key": "indeterminate"}}
    found = reading(
        result(
            jira(1), jira(2, "bo"), jira(3, None),
            jira(4, status=going, resolutiondate=None, resolution=None),
            jira(5, resolution={"name": "Won't Do"}), jira(6, resolution={"name": "Duplicate"}), jira(1),
            jira(7, issuetype={"name": "Story"}, status=going), jira(8, summary=None),
        )
    )  # fmt: skip
    assert [(one.title, one.tags) for one in found.found] == [
        ("Fault 1", ("search", "bug")), ("Fault 7", ("search",)), ("PAY-8", ("search", "bug")),
    ]  # fmt: skip
    assert dict(found.left) == {
        "record that stands there twice": 1, "issue by others": 1, "issue assigned to nobody": 1,
        "open issue": 1, "issues closed as not done": 2,
    }  # fmt: skip


def test_i_am_known_by_address_login_or_name() -> None:
    for me in ("ana@example.org", "a1", "ana silva"):
        assert len(reading(result(jira(1)), me=me).found) == 1
    with pytest.raises(WrongUsage) as refused:
        reading(result(jira(1), jira(2, "bo"), jira(3, "bo")), me="")
    assert refused.value.message.endswith("it holds work of bo@example.org (2), ana@example.org (1)")


def test_without_a_day_it_is_in_doubt() -> None:
    found = reading(result(jira(1, resolutiondate=None)))
    assert [(piece.why, piece.text) for piece in found.misread] == [
        ("nothing says when it was done", "Fault 1")
    ]
    moved = reading(
        result(jira(1, resolutiondate=None, statuscategorychangedate="2026-03-09T10:00:00.000+0100"))
    )
    assert told(moved) == [("2026-03-09", "work", "Fault 1")]


def test_sprints_are_refused() -> None:
    with pytest.raises(WrongUsage) as refused:
        reading(SPRINTS)
    assert (refused.value.message, refused.value.hint) == (
        "issues.json lists sprints, which say nothing of anybody's work",
        "search for issues: assignee = currentUser() AND resolution IS NOT EMPTY",
    )


def test_a_server_may_lie_in_a_folder() -> None:
    found = reading(
        [jira(1) | {"self": "https://example.org/tools/jira/rest/agile/1.0/issue/1"}, {"key": "PAY-2"}]
    )
    assert found.found[0].links == ("https://example.org/tools/jira/browse/PAY-1",)
    assert found.misread[0].why == "no issue of Jira's: its fields is missing"


def test_it_is_known_from_its_content() -> None:
    for data in SEEDS:
        assert is_one(Head(data, "x.json"))
    for data in (b"{}", b"[]", pages({"issues": []}), pages({"values": [1]}), pages([{"key": "x"}]), b"text"):
        assert not is_one(Head(data, "x.json"))
