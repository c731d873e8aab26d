"""What git log says, read into one entry a day and project."""

import datetime
import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.exchange.git_days import digest
from growth.exchange.git_log import COUNT_AUTHORS, ROOTS, arguments, authors, read

DAY = 24 * 60 * 60
NOON = 1_772_622_000  # 2026-03-04 11:00:00 UTC


def log(*commits: tuple[str, str, str]) -> bytes:
    """Return commits, given newest first as hash, raw date and subject, as git would print them."""
    return "".join(
        f"{one}\x1f\x1f{date}\x1fana@example.org\x1f{words}\0" for one, date, words in commits
    ).encode()


SEEDS = (
    log(("c2", f"{NOON + DAY} +0100", "fix(cache): flaky #12"), ("c1", f"{NOON} -0800", "feat: cache")),
    log(("d1", f"{NOON} +0000", 'Revert "feat: cache"')),
)


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
    data = b"c2\x1f\x1f0 +0000\x1fa@b\x1fcaf\xe9\r cr\x1funit\0c1\x1f\x1f0 +0000\x1fa@b\x1f\0"
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
    assert reading.misread[0].text == "One"
    kept = reading.misread[0].kept
    assert kept and (kept.title, kept.day, kept.precision) == ("One", None, "none")


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


def test_the_arguments() -> None:
    assert arguments(datetime.date(2026, 1, 2), ["ana@example.org", "a.silva@example.com"]) == [
        "log", "--use-mailmap", "--no-color", "--no-show-signature", "--encoding=UTF-8",
        "-z", "--date=raw", "--format=%H%x1f%P%x1f%ad%x1f%aE%x1f%B", "--since=2025-12-31T00:00:00",
        "--fixed-strings", "--regexp-ignore-case", "--author=<ana@example.org>",
        "--author=<a.silva@example.com>", "HEAD", "--",
    ]  # fmt: skip
    assert "--since=0001-01-01T00:00:00" in arguments(datetime.date(1, 1, 2), [])


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
    late = datetime.date(2026, 3, 5)
    since = read(git(*arguments(late, [])), project="ranker", since=late)
    assert [entry.title for entry in since.found] == ["Next day"]
    assert authors(git(*COUNT_AUTHORS)) == [("ana@example.org", 3), ("xana@example.org", 1)]
    assert git(*ROOTS) == git("rev-parse", "HEAD~3")


def test_each_commit_is_an_entry_that_a_rebase_keeps() -> None:
    message = (
        "feat: cache\r\n\r\nIt halves the p99.\r\n\r\nRefs: PAY-1\r\nCo-authored-by: Bo <bo@example.org>\r\n"
    )
    data = log(
        ("c3", f"{NOON} +0100", "Bump version to 1.2.3"),
        ("c2", f"{NOON} +0100", 'Revert "feat: cache"'),
        ("c1", f"{NOON} +0100", message),
        ("c0", f"{NOON} +0100", message),
    )
    reading = read(data, project="ranker", root="0a1b2c3d" * 5, each=True, me=["Ana@example.org"])
    first, second, third, fourth = reading.found
    assert (first.title, first.body, first.tags, first.people, first.line) == (
        "feat: cache", "It halves the p99.\n\nRefs: PAY-1", ("feature",), ("Bo <bo@example.org>",), 4,
    )  # fmt: skip
    assert first.source == f"git:ranker:{NOON}-{digest('feat: cache', 6)}"
    assert second.source == f"{first.source}-2"
    assert (third.title, fourth.title, reading.left) == ('Revert "feat: cache"', "Bump version to 1.2.3", ())
    rebased = data.replace(b"c1", b"d1").replace(b"c0", b"d0")
    again = read(rebased, project="ranker", root="0a1b2c3d" * 5, each=True).found
    assert [one.source for one in again] == [one.source for one in reading.found]


def test_bumps_and_what_was_reverted_are_folded_within_their_day() -> None:
    data = log(
        ("c6", f"{NOON + DAY + 1} +0000", "Release v1.2.3"),
        ("c5", f"{NOON + DAY} +0000", 'Revert "Tune"'),
        ("c4", f"{NOON + 4} +0000", "chore(release): 1.2.2"),
        ("c3", f"{NOON + 3} +0000", 'Revert "Cache"'),
        ("c2", f"{NOON + 2} +0000", "Tune"),
        ("c1", f"{NOON + 1} +0000", "Cache"),
    )
    reading = read(data, project="ranker")
    assert [(one.title, one.body) for one in reading.found] == [("Tune", ""), ('Revert "Tune"', "")]
    assert reading.left == (("commits reverted on the same day", 2), ("version bumps", 2))
    assert [one.title for one in read(data[: data.index(b"c4")], project="ranker").found] == ['Revert "Tune"']


def test_a_day_of_bumps_is_no_entry() -> None:
    reading = read(log(("c1", f"{NOON} +0000", "Bump version")), project="ranker")
    assert (reading.found, reading.left) == ((), (("version bump", 1),))


def test_merges_come_when_they_are_asked_for() -> None:
    merge = f"c3\x1fc1 c2\x1f{NOON} +0000\x1fana@example.org\x1fMerge branch 'cache'\n\0".encode()
    data = merge + log(("c1", f"{NOON} +0000", "Cache"))
    reading = read(data, project="ranker")
    assert ([one.title for one in reading.found], reading.left) == (["Cache"], (("merge", 1),))
    asked = read(data, project="ranker", merges=True)
    assert (asked.found[0].body, asked.left) == ("- Cache\n- Merge branch 'cache'", ())


def test_who_wrote_it_with_me_and_what_kind_it_was() -> None:
    data = log(
        ("c2", f"{NOON + 1} +0000", "adr: one queue\n\nco-authored-by: Ana <ANA@example.org>"),
        ("c1", f"{NOON} +0000", "adr: two queues\n\n* part\n\nCo-Authored-By: Bo <bo@example.org>\n\nmore"),
    )
    (entry,) = read(data, project="ranker", me=["ana@example.org"]).found
    assert (entry.kind, entry.people) == ("decision", ("Bo <bo@example.org>",))
    mixed = data + log(("c0", f"{NOON} +0000", "fix: queue"))
    (entry,) = read(mixed, project="ranker").found
    assert (entry.kind, entry.tags) == ("work", ("fix",))


@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    each = read(data, project="p", remote="https://example.org/p", each=True, merges=True)
    days = read(data, project="p", remote="https://example.org/p", merges=True)
    assert all(entry.title for entry in each.found)
    assert len({entry.source for entry in each.found}) == len(each.found)
    assert len(days.found) <= len(each.found) and days.misread == each.misread


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["x", "y", 'Revert "x"', "v1.0", "fix: y"]))))
def test_every_commit_is_told_or_counted(said: list[tuple[int, str]]) -> None:
    data = log(
        *((f"{number:040x}", f"{NOON + day * DAY} +0000", text) for number, (day, text) in enumerate(said))
    )
    assert len(read(data, project="p", each=True).found) == len(said)
    reading = read(data, project="p")
    told = sum(max(1, len(entry.body.splitlines())) for entry in reading.found)
    assert told + sum(count for _, count in reading.left) == len(said)


@pytest.mark.parametrize("each", [False, True])
def test_a_long_history_is_read_as_a_short_one(monkeypatch: pytest.MonkeyPatch, each: bool) -> None:
    data = log(
        *((f"c{n}", f"{NOON + n * 7 % 5 * DAY + n % 3} +0100", f"fix: part {n % 4}") for n in range(40)),
        ("d1", "99999999999999 +0100", "Far off"),
        ("d2", f"{NOON} +0100", "chore: bump version"),
    )
    short = read(data, project="ranker", each=each)
    monkeypatch.setattr("growth.records.packed.FEW", 3)
    monkeypatch.setattr("growth.records.packed.PART", 4)
    long = read(data, project="ranker", each=each)
    assert [*long.found] == [*short.found] and long.misread == short.misread and long.left == short.left
    assert (len(short.found), len(short.misread)) == (41 if each else 5, 1)
    assert short.left == (() if each else (("version bump", 1),))
