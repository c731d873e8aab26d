"""Where commits and the issues that they name are on the web."""

import pytest

from growth.exchange.git_commits import Commit, message
from growth.exchange.git_references import links, trackers, web_address

FORGE = "https://github.com/search/ranker"
LAB = "https://gitlab.example.org/search/ranker"


def commit(text: str, hash: str = "c1") -> Commit:
    return Commit(1, hash, 0, None, "ana@example.org", *message(text))


def issues(text: str, web: str = FORGE) -> list[str]:
    one = commit(text)
    return [link for link in links([one], web, trackers([one])) if not link.endswith("/c1")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Add a cache (#12)", ["/pull/12"]),
        ("Fix #12 and GH-7", ["/issues/12", "/issues/7"]),
        ("Add a cache\n\nCloses #3\nRefs: #4, #5", ["/issues/3", "/issues/4", "/issues/5"]),
        ("Add a cache\n\nIt was #1 of all.\n\nFixes: #9", ["/issues/9"]),
        ("Merge pull request #12 from ana/cache", ["/pull/12"]),
        ("Use &#39; and C#4 and abc#", []),
        ("Add a cache (#12)\n\nRefs: #12", ["/pull/12"]),
    ],
)
def test_issues_by_number(text: str, places: list[str]) -> None:
    assert issues(text) == [f"{FORGE}{place}" for place in places]


def test_issues_elsewhere() -> None:
    assert issues("Fix infra/db#8") == ["https://github.com/infra/db/issues/8"]
    assert issues("Fix #8, see !9", LAB) == [f"{LAB}/-/issues/8", f"{LAB}/-/merge_requests/9"]
    assert issues("Fix #8", "") == []
    assert issues("Fix it\n\nLink: https://git.example.org/a/b/issues/4") == [
        "https://git.example.org/a/b/issues/4"
    ]


def test_a_key_is_a_link_where_a_message_tells_the_tracker() -> None:
    told = commit("PAY-1: start\n\nRefs: https://jira.example.org/browse/PAY-1")
    key = commit("PAY-22 Retry UTF-8 of SHA-256", "c2")
    assert links([key], "", trackers([key])) == ()
    assert links([told, key], "", trackers([told, key])) == (
        "https://jira.example.org/browse/PAY-1", "https://jira.example.org/browse/PAY-22",
    )  # fmt: skip
    other = commit("x\n\nSee https://other.example.org/browse/PAY-3")
    assert trackers([told, other]) == {}


def test_commits_come_first_and_five_of_each() -> None:
    many = [commit(f"Part (#{number})", f"c{number}") for number in range(1, 9)]
    assert links(many, FORGE, {}) == (
        *(f"{FORGE}/commit/c{number}" for number in range(1, 6)),
        *(f"{FORGE}/pull/{number}" for number in range(1, 6)),
    )
    assert links([commit("x")], "https://bitbucket.org/a/b", {}) == ("https://bitbucket.org/a/b/commits/c1",)


def test_a_long_subject_takes_no_time() -> None:
    assert issues("a." * 500_000 + "https://" * 100_000) == []


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://example.org/ana/ranker.git", "https://example.org/ana/ranker"),
        ("https://ana:secret@example.org/ana/ranker.git/", "https://example.org/ana/ranker"),
        ("http://example.org:8080/ranker", "http://example.org:8080/ranker"),
        ("ssh://git@example.org:2222/ana/ranker.git", "https://example.org/ana/ranker"),
        ("git@example.org:ana/ranker.git", "https://example.org/ana/ranker"),
        ("example.org:ranker", "https://example.org/ranker"),
        ("/srv/git/ranker.git", ""),
        ("../ranker", ""),
        ("file:///srv/ranker", ""),
        ("", ""),
    ],
)
def test_the_address_of_a_repository(remote: str, address: str) -> None:
    assert web_address(remote) == address
