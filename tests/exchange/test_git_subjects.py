"""Which subjects tell of work, which of a kind of it, and which of none."""

import pytest

from growth.exchange.git_commits import Commit
from growth.exchange.git_subjects import is_bump, kind_of, tag_of, undone


@pytest.mark.parametrize(
    "subject",
    [
        "v1.2.3", "1.2.3", "Release v1.2.3", "Release version 2.0.0-rc.1", "Prepare for release 1.2.3",
        "Bump version", "Bump version to 1.2.3", "bump the package version", "Version bump for the release",
        "Bump to 1.2.3", "Update version to 1.2.3", "chore(release): 1.2.3", "chore: release v1.2.3",
        "chore(main): release 1.2.3 (#40)", "build(deps): bump actions/checkout from 3 to 4",
        "Bump requests from 2.31.0 to 2.32.0 in /docs", "chore(deps): update dependency pytest to v8",
        "Update dependency pytest to v8", "[maven-release-plugin] prepare release app-1.0",
    ],
)  # fmt: skip
def test_a_version_bump(subject: str) -> None:
    assert is_bump(subject)


@pytest.mark.parametrize(
    "subject",
    [
        "Release the lock before the callback", "Bump the limit to 30 s", "Bump timeout to 30",
        "Release notes for 1.2.3", "Update version handling", "Bump", "Release", "chore: tidy",
        "chore(deps): replace moment by date-fns", "fix: version check of the client", "Update docs",
        "Bump version " * 20,
    ],
)  # fmt: skip
def test_work_that_only_sounds_like_one(subject: str) -> None:
    assert not is_bump(subject)


@pytest.mark.parametrize(
    ("subject", "kind", "tag"),
    [
        ("feat: cache", "work", "feature"),
        ("feat(ranker)!: cache", "work", "feature"),
        ("Fix: cache", "work", "fix"),
        ("perf(db): index", "work", "performance"),
        ("docs: how to start", "work", "docs"),
        ("chore: tidy", "work", ""),
        ("adr: one queue a tenant", "decision", ""),
        ("rfc: queues", "design", ""),
        ("postmortem: the outage of May", "incident", ""),
        ("til: git bisect run", "learning", ""),
        ("win: everything", "work", ""),
        ("Cache: make it fast", "work", ""),
        ("fix:no space", "work", ""),
    ],
)
def test_a_conventional_type(subject: str, kind: str, tag: str) -> None:
    assert (kind_of(subject), tag_of(subject)) == (kind, tag)


def commits(*said: tuple[str, str]) -> list[Commit]:
    """Return commits, the oldest first, of a hash's letter and a message."""
    return [
        Commit(line, letter * 40, line, None, "ana@example.org", *text.partition("\n\n")[::2])
        for line, (letter, text) in enumerate(said, 1)
    ]


def gone(*said: tuple[str, str]) -> list[str]:
    lines = undone(commits(*said))
    return [letter for line, (letter, _) in enumerate(said, 1) if line in lines]


def reverts(letter: str) -> str:
    return f"\n\nThis reverts commit {letter * 40}."


def test_what_was_reverted_goes_with_its_revert() -> None:
    assert gone(("a", "Add a cache"), ("b", "Fix"), ("c", f'Revert "Add a cache"{reverts("a")}')) == [
        "a",
        "c",
    ]
    assert gone(("a", "Add a cache"), ("b", "Fix"), ("c", 'Revert "Add a cache" (#12)')) == ["a", "c"]
    assert gone(("a", "feat: cache"), ("b", "revert: feat: cache")) == ["a", "b"]
    assert gone(("a", "feat: cache"), ("b", f"revert: the cache{reverts('a')}")) == ["a", "b"]


def test_what_was_reverted_before_stays() -> None:
    assert gone(("a", 'Revert "Add a cache"'), ("b", "Add a cache")) == []
    assert gone(("a", "Fix"), ("b", f'Revert "Add a cache"{reverts("f")}')) == []
    assert gone(("a", "Revert to the old cache"), ("b", "Revert")) == []


def test_what_came_back_stays() -> None:
    first = ("a", "Add a cache")
    once = ("b", f'Revert "Add a cache"{reverts("a")}')
    assert gone(first, once, ("c", f'Revert "Revert "Add a cache""{reverts("b")}')) == ["b", "c"]
    assert gone(first, once, ("c", 'Reapply "Add a cache"')) == ["b", "c"]
    assert gone(first, once, ("c", "Add a cache"), ("d", 'Revert "Add a cache"')) == ["a", "b", "c", "d"]


def test_many_reverts_take_no_time() -> None:
    said = [("a", "x")] * 20_000 + [("b", 'Revert "x"')] * 20_000
    assert len(undone(commits(*said))) == 40_000
