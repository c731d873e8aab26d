"""What git log says, read into one entry a day and project."""

import datetime
import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.exchange.git_log import COUNT_AUTHORS, ROOTS, arguments, authors, read, web_address

DAY = 24 * 60 * 60
NOON = 1_772_622_000  # 2026-03-04 11:00:00 UTC


def log(*commits: tuple[str, str, str]) -> bytes:
    """Return commits, given newest first as hash, raw date and subject, as git would print them."""
    return "".join(
        f"{one}\x1f{date}\x1fana@example.org\x1f{words}\0" for one, date, words in commits
    ).encode()


def test_one_entry_a_day_with_the_subjects_as_body() -> None:
    data = log(
        ("c3", f"{NOON + DAY} +0100", "Revert the cache"),
        ("c2", f"{NOON + 60} +0100", "fix: flaky test"),
        ("c1", f"{NOON} +0100", "feat: cache"),
    )
    reading = read(data, project="ranker", remote="git@example.org:search/ranker.git")
    first, second = reading.found
    assert (str(first.day), first.precision, first.kind, first.project) == (
        "2026-03-04",
        "day",
        "work",
        "ranker",
    )
    assert (first.title, first.body) == ("feat: cache, and 1 more commit", "- feat: cache\n- fix: flaky test")
    assert first.links == (
        "https://example.org/search/ranker/commit/c1",
        "https://example.org/search/ranker/commit/c2",
    )
    assert first.source == "git:ranker:2026-03-04"
    rooted = read(data, project="ranker", root="0a1b2c3d" * 5)
    assert rooted.found[0].source == "git:ranker:0a1b2c3d:2026-03-04"
    assert (second.title, second.body) == ("Revert the cache", "")
    assert reading.misread == ()


def test_a_day_that_grew_has_another_version_and_a_rebased_one_has_not() -> None:
    one = log(("c1", f"{NOON} +0000", "Cache"))
    more = log(("c2", f"{NOON + 1} +0000", "Test"), ("c1", f"{NOON} +0000", "Cache"))
    rebased = log(("d1", f"{NOON} +0000", "Cache"))
    versions = [read(data, project="ranker").found[0].version for data in (one, more, rebased)]
    assert versions[0] != versions[1]
    assert versions[0] == versions[2]


def test_the_day_is_the_authors_own() -> None:
    late = 1_772_665_200  # 2026-03-04 23:00:00 UTC
    days = [
        str(read(log(("c", f"{late} {zone}", "x")), project="p").found[0].day)
        for zone in ("+0000", "+0200", "-0930", "+1400", "+5180", "-9999", "+51800", "+0099")
    ]
    assert days == [
        "2026-03-04", "2026-03-05", "2026-03-04", "2026-03-05",
        "2026-03-04", "2026-03-04", "2026-03-04", "2026-03-04",
    ]  # fmt: skip


def test_bad_bytes_carriage_returns_and_empty_subjects_survive() -> None:
    data = b"c2\x1f0 +0000\x1fa@b\x1fcaf\xe9\r cr\x1funit\0c1\x1f0 +0000\x1fa@b\x1f\0"
    (entry,) = read(data, project="p").found
    assert str(entry.day) == "1970-01-01"
    assert entry.body == "- (no subject)\n- caf� cr unit"


def test_a_commit_without_a_date_is_told() -> None:
    data = log(("c3", "", "One"), ("c2", "999999999999999 +0000", "Two")) + b"rubbish\0"
    reading = read(data, project="p")
    assert reading.found == ()
    assert [(piece.line, piece.why) for piece in reading.misread] == [
        (1, "a commit with no date that a calendar has"),
        (2, "a commit with no date that a calendar has"),
        (3, "not a commit"),
    ]
    assert reading.misread[0].text == "c3 ana@example.org One"


def test_commits_of_one_second_stay_in_their_order() -> None:
    data = log(*((f"c{number}", f"{NOON} +0000", f"Part {number}") for number in (3, 2, 1)))
    assert read(data, project="p").found[0].body == "- Part 1\n- Part 2\n- Part 3"


def test_no_commits() -> None:
    assert read(b"", project="p").found == ()


def test_only_the_first_commits_are_linked() -> None:
    data = log(*((f"c{number}", f"{NOON + 60 - number} +0000", f"Part {number}") for number in range(8)))
    (entry,) = read(data, project="p", remote="https://gitlab.example.org/a/b").found
    assert entry.links[0] == "https://gitlab.example.org/a/b/-/commit/c7"
    assert (len(entry.links), entry.title) == (5, "Part 7, and 7 more commits")


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


def test_the_arguments() -> None:
    assert arguments(datetime.date(2026, 1, 2), ["ana@example.org", "a.silva@example.com"]) == [
        "log", "--no-merges", "--use-mailmap", "--no-color", "--no-show-signature", "--encoding=UTF-8",
        "-z", "--date=raw", "--format=%H%x1f%ad%x1f%aE%x1f%s", "--since=2026-01-02T00:00:00",
        "--fixed-strings", "--regexp-ignore-case", "--author=<ana@example.org>",
        "--author=<a.silva@example.com>", "HEAD", "--",
    ]  # fmt: skip
    assert arguments(None, [], branches=True)[-2:] == ["--branches", "--"]


def test_git_itself_understands_them(tmp_path: Path) -> None:
    own = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "TZ": "UTC",
        "PATH": os.environ["PATH"],
    }

    def git(*words: str) -> bytes:
        run = ["git", "-C", str(tmp_path), "-c", "user.name=Ana", "-c", "user.email=ana@example.org", *words]
        return subprocess.run(run, check=True, capture_output=True, env=own).stdout

    def commit(words: str, date: str, author: str = "Ana <ana@example.org>") -> None:
        own["GIT_COMMITTER_DATE"] = "2026-03-06T12:00:00+0000"
        git("commit", "-q", "--allow-empty", "-m", words, f"--author={author}", f"--date={date}")

    git("init", "-q", "-b", "main")
    (tmp_path / ".mailmap").write_text("Ana <ana@example.org> <old@example.org>\n")
    git("add", ".mailmap")
    commit("Start", "2026-03-04T23:30:00-0800")
    commit("Go on", "2026-03-04T23:40:00-0800", "Ana <old@example.org>")
    commit("Not mine", "2026-03-04T12:00:00+0000", "Ben <xana@example.org>")
    commit("Next day", "2026-03-05T00:10:00-0800", "Ana <ANA@example.org>")
    reading = read(git(*arguments(None, ["ana@example.org"])), project="ranker")
    assert [(str(entry.day), entry.title) for entry in reading.found] == [
        ("2026-03-04", "Start, and 1 more commit"),
        ("2026-03-05", "Next day"),
    ]
    assert read(git(*arguments(datetime.date(2026, 3, 7), [])), project="ranker").found == ()
    assert authors(git(*COUNT_AUTHORS)) == [("ana@example.org", 3), ("xana@example.org", 1)]
    assert git(*ROOTS) == git("rev-parse", "HEAD~3")


@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    reading = read(data, project="p", remote="https://example.org/p")
    assert all(entry.title for entry in reading.found)
