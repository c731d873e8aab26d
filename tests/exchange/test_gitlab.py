"""GitLab's records: merge requests, notes, approvals, issues, commits, and recorded exchanges of them."""

from typing import Any

import pytest

from growth.errors import WrongUsage
from growth.exchange.formats import Head
from growth.exchange.gitlab import is_one, read
from growth.records.imported import Reading
from tests.exchange.forge_records import exchange, note, options, pages, request, source, told

APPROVALS = {
    "id": 107, "iid": 7, "project_id": 5, "title": "Part 7", "state": "merged", "approvals_required": 1,
    "approved_by": [
        {"user": {"username": "bo"}, "approved_at": "2026-03-06T10:00:00Z"}, {"user": {"username": "ana"}},
    ],
}  # fmt: skip
SEEDS = (
    pages([request(1), request(2, "bo")]),
    pages([note("bo", "approved this merge request", system=True)]),
    pages([exchange("search%2Franker/merge_requests/7", request(7))]),
)


def reading(*values: Any, me: str = "ana") -> Reading:
    return read(pages(*values), name="mrs.json", options=options(*filter(None, [me])))


def test_a_merged_request() -> None:
    found = reading([request(4), request(5, "bo"), request(6, state="opened", merged_at=None)])
    (one,) = found.found
    assert (str(one.day), one.kind, one.title, one.project, one.tags) == (
        "2026-03-04", "work", "Part 4", "ranker", ("search-team",),
    )  # fmt: skip
    assert one.links == ("https://gitlab.example.org/search/ranker/-/merge_requests/4",)
    assert one.source == "gitlab:gitlab.example.org/search/ranker/merge_requests/4"
    assert found.left == (("merge request by others", 1), ("open merge request", 1))
    closed = reading([request(6, state="closed", merged_at=None), request(7, "project_5_bot_ab12")])
    assert closed.left == (("merge request closed without a merge", 1), ("merge request by bots", 1))


def test_closed_issues() -> None:
    def issue(number: int, *assignees: str, **more: Any) -> dict[str, Any]:
        place = f"https://gitlab.com/search/ranker/-/issues/{number}"
        who = [{"username": name} for name in assignees]
        return {
            "iid": number, "project_id": 5, "title": f"Fault {number}", "description": "x",
            "state": "closed", "closed_at": "2026-03-04T09:00:00Z", "web_url": place, "assignees": who,
        } | more  # fmt: skip

    found = reading(
        [issue(1, "ana"), issue(2), issue(3, "bo", closed_by={"username": "ana"}), issue(4, state="opened")]
    )
    assert [(one.title, one.source, one.body) for one in found.found] == [
        ("Fault 1", "gitlab:search/ranker/issues/1", ""), ("Fault 3", "gitlab:search/ranker/issues/3", ""),
    ]  # fmt: skip
    assert found.left == (("issue assigned to nobody", 1), ("open issue", 1))


def test_notes_of_a_merge_request_are_one_review_a_reviewer() -> None:
    notes = [
        note("bo", "approved this merge request", system=True, day=6), note("bo", "Name it", day=4),
        note("ana", "Done", day=5), note("bo", "assigned to @ana", system=True), note("zoe", "Nice"),
        note("bo", "On an issue", noteable_type="Issue"), note("gitlab-bot", "Roulette"),
    ]  # fmt: skip
    found = reading([request(7)], notes, me="bo")
    (one,) = found.found
    assert (str(one.day), one.title, one.body, one.people) == (
        "2026-03-04", "Reviewed: Part 7", "2 reviews: commented, approved", ("ana",),
    )  # fmt: skip
    assert dict(found.left) == {
        "system note": 1, "comment on an issue": 1, "reviews by others": 2, "review by bots": 1,
        "merge request by others": 1,
    }  # fmt: skip
    alone = reading(notes[2:3], me="ana")
    assert [piece.why for piece in alone.misread] == [
        "comments alone, and nothing says whose work they are on: it may be your own"
    ]
    assert reading([request(7)], notes[2:3]).left == (("review of one's own work", 1),)


def test_approvals() -> None:
    found = reading(APPROVALS, request(7, "zoe"), me="bo")
    assert told(found) == [("2026-03-06", "review", "Reviewed: Part 7")]
    assert source(found.found[0]) == "gitlab:gitlab.example.org/search/ranker/merge_requests/7/review#1"
    undated = reading(APPROVALS)
    assert [(piece.why, bool(piece.kept)) for piece in undated.misread] == [
        ("nothing says when it was", True)
    ]
    with pytest.raises(WrongUsage) as refused:
        reading(APPROVALS, me="")
    assert refused.value.message.endswith("it holds work of bo (1), ana (1)")
    nobody = reading(APPROVALS | {"approved_by": []})
    assert nobody.left == (("merge request approved by nobody", 1),)


def test_recorded_exchanges_are_read_as_their_answers() -> None:
    bare = request(7, project_id=None)
    del bare["web_url"]
    approved = note("ana", "approved", system=True, noteable_iid=8)
    found = reading(
        [
            exchange("search%2Franker/merge_requests/7", bare),
            exchange(
                "search%2Franker/merge_requests/8/notes",
                [approved],
            ),
            exchange("search%2Franker/merge_requests/9", {"message": "404 Not found"}, 404),
        ]
    )
    assert [(one.kind, one.title, one.links[0]) for one in found.found] == [
        ("work", "Part 7", "https://gitlab.example.org/search/ranker/-/merge_requests/7"),
        ("review", "Reviewed: ranker!8", "https://gitlab.example.org/search/ranker/-/merge_requests/8"),
    ]
    assert found.found[0].source == "gitlab:gitlab.example.org/search/ranker/merge_requests/7"
    assert [(piece.line, piece.why) for piece in found.misread] == [
        (3, "/api/v4/projects/search%2Franker/merge_requests/9 was answered by 404")
    ]


def test_commits_of_a_merge_request() -> None:
    commits = [
        {"id": letter * 40, "short_id": letter * 8, "title": text, "message": text, "parent_ids": [],
         "author_name": "Ana", "author_email": f"{name}@example.org",
         "authored_date": "2026-03-04T23:30:00.000-08:00"}
        for letter, text, name in (("b", "Tune", "ana"), ("a", "Cache", "ana"), ("c", "x", "bo"))
    ]  # fmt: skip
    found = reading([exchange("search%2Franker/merge_requests/7/commits", commits)], me="ana@example.org")
    (one,) = found.found
    assert (str(one.day), one.title, one.project) == ("2026-03-04", "Cache, and 1 more commit", "ranker")
    assert one.links[0] == f"https://gitlab.example.org/search/ranker/-/commit/{'a' * 40}"
    assert found.left == (("commit by others", 1),)


def test_a_user_is_no_work() -> None:
    me = {"id": 1, "username": "ana", "name": "Ana", "email": "ana@example.org"}
    with pytest.raises(
        WrongUsage, match=r"mrs\.json says who somebody is at GitLab, and nothing of their work"
    ):
        reading([exchange("x", me) | {"path": "/api/v4/user"}])
    assert reading([request(4), me]).left == (("user", 1),)


def test_without_an_address_the_project_has_its_number() -> None:
    bare = request(7, references={"full": "search/ranker!7"})
    del bare["web_url"]
    assert reading([bare]).found[0].source == "gitlab:search/ranker/merge_requests/7"
    assert reading([bare]).found[0].project == "ranker"
    del bare["references"]
    (one,) = reading([bare]).found
    assert (one.source, one.project, one.links) == ("gitlab:5/merge_requests/7", "", ())


def test_it_is_known_from_its_content() -> None:
    for data in (*SEEDS, pages(APPROVALS), pages(request(1)), pages([request(1)], [])):
        assert is_one(Head(data, "x.json"))
    for data in (
        b"[]",
        b"{}",
        pages([{"iid": 1}]),
        pages([exchange("x", 1) | {"path": "/v1/users"}]),
        b"- [ ] x",
    ):
        assert not is_one(Head(data, "x.json"))


def test_what_is_no_record_is_told_with_its_number() -> None:
    found = reading([request(4), {"iid": "x"}, {"name": "x"}, [], exchange("x", 3)])
    assert [(piece.line, piece.why.partition(":")[0]) for piece in found.misread] == [
        (2, "no record of GitLab's"), (3, "no merge request, issue, note, approval or commit"),
        (4, "/api/v4/projects/x was answered by 200"),
    ]  # fmt: skip
