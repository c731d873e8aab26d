"""GitHub's records: whose work they are, when it was done, and what is left out."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.exchange.formats import Head
from growth.exchange.github import is_one, read, read_parts
from growth.records.imported import Reading
from tests.exchange.forge_records import (
    TODAY,
    commit,
    issue,
    options,
    pages,
    printed,
    pull,
    review,
    source,
    told,
    user,
)  # fmt: skip

SEEDS = (
    pages([pull(1), pull(2, "bo", merged_at=None)], [issue(3, "ana")]),
    pages([review(1, "ana"), commit("a", "fix: cache")]),
    pages([printed(1, reviews=[{"author": {"login": "bo"}, "state": "APPROVED", "submittedAt": ""}])]),
)
REVIEWS = [
    {"author": {"login": "bo"}, "state": "CHANGES_REQUESTED", "submittedAt": "2026-03-04T10:00:00Z"},
    {"author": {"login": "bo"}, "state": "APPROVED", "submittedAt": "2026-03-05T10:00:00Z", "body": ""},
    {"author": {"login": "ana"}, "state": "COMMENTED", "submittedAt": "2026-03-03T10:00:00Z", "body": ""},
]  # fmt: skip


@pytest.fixture(autouse=True)
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Lisbon")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def reading(*values: Any, me: str = "ana") -> Reading:
    return read(pages(*values), name="prs.json", options=options(*filter(None, [me])))


def test_a_merged_pull_request() -> None:
    body = "It halves the p99.\r\n<!-- What and why?\r\n -->\r\n\r\n\r\nCloses #3\r\n"
    found = reading(
        [pull(4, "Ana", title="Cache  the\nfeatures", body=body, labels=[{"name": "area: search"}])]
    )
    (one,) = found.found
    assert (one.line, str(one.day), one.precision, one.kind, one.project) == (
        1,
        "2026-03-04",
        "day",
        "work",
        "ranker",
    )
    assert (one.title, one.body) == ("Cache the features", "It halves the p99.\n\nCloses #3")
    assert (one.tags, one.links) == (("area-search",), ("https://github.com/search/ranker/pull/4",))
    assert (one.source, len(one.version)) == ("github:search/ranker/pull/4", 12)
    assert (found.misread, found.left) == ((), ())


def test_its_day_is_that_of_here() -> None:
    assert told(reading([pull(4, merged_at="2026-08-04T23:30:00Z")])) == [("2026-08-05", "work", "Part 4")]
    assert told(reading([pull(4, merged_at="2026-08-04T23:30:00-07:00")]))[0][0] == "2026-08-04"


def test_what_is_not_mine_or_not_done_is_counted() -> None:
    found = reading(
        [
            pull(1), pull(2, "bo"), pull(3, "bo"), pull(4, state="open", merged_at=None),
            pull(5, merged_at=None),
            pull(6, "dependabot[bot]"), pull(7) | {"user": user("helper", "Bot")}, pull(1),
            printed(8, "app/renovate"),
        ],
        [issue(9, "ana"), issue(10), issue(11, "bo"), issue(12, "ana", state="open", closed_at=None)],
        [issue(13, "ana", state_reason="not_planned"), issue(14, closed_by=user("ana"))],
        [issue(15, pull_request={"url": "x"}, user=user("ana"))],
    )  # fmt: skip
    assert told(found) == [
        ("2026-03-01", "work", "Part 1"), ("2026-04-10", "work", "Fault 9"),
        ("2026-04-15", "work", "Fault 14"),
    ]  # fmt: skip
    assert dict(found.left) == {
        "record that stands there twice": 1,
        "pull requests by others": 2, "open pull request": 1, "pull request closed without a merge": 1,
        "pull requests by bots": 3, "issue assigned to nobody": 1, "issue by others": 1, "open issue": 1,
        "issue closed as not planned": 1, "closed pull request not known to be merged": 1,
    }  # fmt: skip
    assert (found.found[1].body, found.found[1].tags) == ("", ("good-first-issue",))
    assert found.found[1].source == "github:search/ranker/issues/9"


def test_a_list_of_issues_says_of_a_pull_request_whether_it_was_merged() -> None:
    merged = issue(5, pull_request={"url": "x", "merged_at": "2026-03-05T09:00:00Z"}, user=user("ana"))
    declined = issue(6, pull_request={"url": "x", "merged_at": None}, user=user("ana"))
    found = reading([merged, declined])
    assert told(found) == [("2026-03-05", "work", "Fault 5")]
    assert found.left == (("pull request closed without a merge", 1),)


def test_what_gh_prints() -> None:
    searched = printed(4, state="merged", closedAt="2026-03-06T09:00:00Z")
    del searched["mergedAt"]
    never = printed(5, state="open", closedAt="0001-01-01T00:00:00Z", mergedAt=None)
    found = reading([printed(3), searched, never, printed(6, state="CLOSED", mergedAt=None)])
    assert told(found) == [("2026-03-03", "work", "Part 3"), ("2026-03-06", "work", "Part 4")]
    assert found.left == (("open pull request", 1), ("pull request closed without a merge", 1))


def test_reviews_inside_a_pull_request() -> None:
    found = reading([printed(5, "ana", reviews=REVIEWS)], me="bo")
    (one,) = found.found
    assert (str(one.day), one.kind, one.title, one.people) == (
        "2026-03-04",
        "review",
        "Reviewed: Part 5",
        ("ana",),
    )
    assert (one.body, source(one)) == (
        "2 reviews: changes requested, approved", "github:search/ranker/pull/5/review#1",
    )  # fmt: skip
    assert found.left == ()
    assert told(reading([printed(5, "ana", reviews=REVIEWS)])) == [("2026-03-05", "work", "Part 5")]
    by_others = reading([printed(5, "zoe", reviews=REVIEWS[:2])])
    assert (by_others.found, by_others.left) == ((), (("pull request by others", 1),))


def test_reviews_by_themselves() -> None:
    found = reading(
        [review(5, "bo", "COMMENTED", 4), review(5, "bo", "APPROVED", 5), review(5, "bo", "PENDING", 6)],
        [review(6, "ana"), review(7, "bo", "PENDING")],
        me="bo",
    )
    assert told(found) == [("2026-03-04", "review", "Reviewed: ranker#5")]
    assert (found.found[0].body, found.found[0].links) == (
        "2 reviews: commented, approved", ("https://github.com/search/ranker/pull/5",),
    )  # fmt: skip
    assert found.left == (("review by others", 1), ("review not sent yet", 1))
    named = reading([review(5, "bo"), pull(5)], me="bo")
    assert told(named) == [("2026-03-05", "review", "Reviewed: Part 5")]
    assert named.found[0].people == ("ana",)


def test_comments_alone_may_be_on_my_own() -> None:
    found = reading([review(5, "bo", "COMMENTED"), review(5, "bo", "COMMENTED", 6)], me="bo")
    assert found.found == ()
    (piece,) = found.misread
    assert piece.why == "comments alone, and nothing says whose work they are on: it may be your own"
    assert piece.kept and (piece.kept.body, piece.kept.kind) == ("2 reviews: commented", "review")
    own = reading([review(5, "ana", "COMMENTED"), pull(5)])
    assert (told(own), own.left) == ([("2026-03-05", "work", "Part 5")], (("review of one's own work", 1),))


def test_commits_are_an_entry_a_day() -> None:
    merge = commit("d", "Merge it") | {"parents": [{}, {}]}
    old = commit("e", "Start", stamp="2026-03-03T12:00:00Z") | {"author": None}
    found = reading(
        [
            commit("a", "fix: cache"), commit("b", "Tune (#3)", stamp="2026-03-04T12:00:01Z"),
            commit("c", "x", "bo"), merge, old,
        ],
        [commit("f", "Bump version")],
        me="ana@example.org",
    )  # fmt: skip
    second, first = found.found
    assert (str(first.day), first.title, first.source) == (
        "2026-03-03", "Start", "github:search/ranker/commits:2026-03-03",
    )  # fmt: skip
    assert (second.title, second.body) == ("fix: cache, and 1 more commit", "- fix: cache\n- Tune (#3)")
    assert second.links[2] == "https://github.com/search/ranker/pull/3"
    assert found.left == (("commit by others", 1), ("merge", 1), ("version bump", 1))


def test_comments_are_counted() -> None:
    remark = {
        "html_url": "https://github.com/search/ranker/issues/1#issuecomment-1",
        "user": user("ana"),
        "body": "x",
    }
    found = reading([remark])
    assert (found.found, found.left) == ((), (("comment", 1),))


def test_without_my_name_the_authors_are_named() -> None:
    with pytest.raises(WrongUsage) as refused:
        reading([pull(1, "bo"), pull(2, "ana"), pull(3, "bo"), pull(4, "dependabot[bot]")], me="")
    assert refused.value.message == (
        "prs.json: nothing says who you are there; it holds work of bo (2), ana (1)"
    )
    assert refused.value.hint == "--author bo, or for good: growth config set me.logins bo"
    with pytest.raises(WrongUsage):
        reading([pull(1, "bo"), pull(2, "ana")], me="ana@example.org")


def test_a_file_of_one_author_is_mine() -> None:
    assert len(reading([pull(1), pull(2), pull(3, "app/renovate")], me="").found) == 2
    assert reading([pull(1), pull(2)], me="bo").left == (("pull requests by others", 2),)
    assert len(reading([printed(1, None), printed(2, None)], me="").found) == 2


def test_where_only_some_say_whose_they_are() -> None:
    found = reading([printed(1, None), printed(2)])
    assert told(found) == [("2026-03-02", "work", "Part 2")]
    assert [(piece.line, piece.why, bool(piece.kept)) for piece in found.misread] == [
        (1, "nothing says who did it", True)
    ]


def test_what_is_no_record_is_told_with_its_number() -> None:
    bare = {"number": 1, "title": "No address", "mergedAt": "2026-03-01T09:00:00Z"}
    found = reading([pull(1), bare, {"title": 5}, None, pull(2, merged_at="soon")])
    assert told(found) == [("2026-03-01", "work", "Part 1")]
    assert [(piece.line, piece.why) for piece in found.misread] == [
        (2, "nothing says in which repository it is: add url to what --json lists"),
        (3, "no record of GitHub's: title: a whole number, where text or nothing should be"),
        (4, "no record of GitHub's: nothing, where an object with names should be"),
        (5, "'soon' is no day"),
    ]
    kept = found.misread[3].kept
    assert kept and (kept.title, kept.day, kept.precision) == ("Part 2", None, "none")


def test_another_host_is_in_the_key() -> None:
    found = reading([pull(1, html_url="https://git.example.org/search/ranker/pulls/1")])
    assert found.found[0].source == "github:git.example.org/search/ranker/pull/1"


def test_what_a_search_was_for() -> None:
    mine = printed(1, "ana", state="merged")
    seen = printed(2, "bo", state="merged", createdAt="2026-03-02T09:00:00Z", closedAt="2026-03-02T10:00:00Z")
    long = printed(3, "bo", state="merged", createdAt="2026-01-02T09:00:00Z", closedAt="2026-03-02T10:00:00Z")
    parts = [printed(4, "bo", state="open", createdAt="2026-11-02T09:00:00Z")]
    over = printed(5, "bo", state="merged", createdAt="2025-12-30T09:00:00Z", closedAt="2026-01-02T10:00:00Z")
    closed = issue(6) | {"assignees": None}
    found = read_parts(
        [
            ("author", pages([mine])),
            ("reviewer", pages([seen, long, *parts, over])),
            ("assignee", pages([closed])),
        ],
        name="gh",
        options=options(),
    )
    assert [(str(one.day), one.precision, one.kind, one.title) for one in found.found] == [
        ("2026-03-01", "day", "work", "Part 1"), ("2026-03-02", "day", "review", "Reviewed: Part 2"),
        ("2026-03-31", "quarter", "review", "Reviewed: Part 3"),
        (str(TODAY), "month", "review", "Reviewed: Part 4"), ("2026-04-07", "day", "work", "Fault 6"),
    ]  # fmt: skip
    assert [piece.why for piece in found.misread] == ["reviewed on a day that is not known"]


def test_it_is_known_from_its_content() -> None:
    for data in (
        *SEEDS,
        pages({"total_count": 1, "items": [pull(1)]}),
        pages(pull(1)),
        pages([[pull(1)], []]),
    ):
        assert is_one(Head(data, "x.json"))
    for data in (
        b"[]",
        b"[1]",
        b"{}",
        pages([{"url": "https://example.org"}]),
        pages({"items": []}),
        b"# Notes",
    ):
        assert not is_one(Head(data, "x.json"))


def test_an_envelope_of_a_search() -> None:
    assert (
        len(reading({"total_count": 2, "items": [pull(1)]}, {"total_count": 2, "items": [pull(2)]}).found)
        == 2
    )


@given(
    st.lists(
        st.sampled_from([pull(1), pull(2, "bo"), issue(3, "ana"), review(2, "ana"), printed(1), None]),
        max_size=8,
    )
)
def test_pages_may_be_cut_anywhere(records: list[Any]) -> None:
    whole = reading(records)
    cut = reading(*([record] for record in records)) if records else whole
    assert (cut.found, cut.misread, cut.left) == (whole.found, whole.misread, whole.left)
