"""growth import -f git: each commit by itself, merges, and the same counts as git's own."""

import json
import os
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from growth import config
from tests.conftest import Growth

AUTHORS = ("ana@example.com", "ana@home.example.com", "bo@example.com")


class Repository:
    """A repository whose commits have the author, the instant and the bytes that a test says."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir()
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "Ana Silva")
        self.git("config", "user.email", "ana@example.com")

    def git(
        self, *args: str, stamp: str = "2026-03-04T12:00:00+0000", email: str = "", data: bytes = b""
    ) -> bytes:
        who = {"GIT_AUTHOR_EMAIL": email} if email else {}
        dates = {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp, "GIT_CONFIG_NOSYSTEM": "1"}
        return subprocess.run(
            ["git", *args], cwd=self.path, check=True, capture_output=True, input=data,
            env=os.environ | dates | who,
        ).stdout  # fmt: skip

    def commit(self, message: str, stamp: str = "2026-03-04T12:00:00+0000", email: str = "") -> None:
        self.git("commit", "-q", "--allow-empty", "-m", message, stamp=stamp, email=email)

    def write(self, message: bytes, author: str) -> None:
        """Make a commit out of raw bytes, as old tools left them."""
        tree = self.git("write-tree").strip().decode()
        parent = self.git("rev-parse", "HEAD").strip().decode()
        head = f"tree {tree}\nparent {parent}\nauthor {author}\ncommitter {author}\n\n".encode()
        made = self.git("hash-object", "-t", "commit", "-w", "--literally", "--stdin", data=head + message)
        self.git("update-ref", "HEAD", made.strip().decode())


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "ranker")
    (made.path / ".mailmap").write_text("Ana Silva <ana@example.com> <old@example.com>\n")
    made.git("add", ".mailmap")
    made.commit("feat: cache\n\nIt halves the p99.\n\nCo-authored-by: Bo Lind <bo@example.com>")
    made.commit("feat: cache")
    made.commit('Revert "feat: cache"', email="old@example.com")
    made.commit("Bump version to 1.2.3", email="ana@home.example.com")
    made.git("checkout", "-q", "-b", "side")
    made.commit("Tune", stamp="2026-03-05T12:00:00+0000")
    made.git("checkout", "-q", "main")
    made.commit("Help", email="bo@example.com")
    made.git("merge", "-q", "--no-ff", "-m", "Merge side", "side")
    made.write(b"Gr\xfc\xdfe\r\n\r\nlatin\r\n", "Ana Silva <ana@example.com> 1772622000 +5180")
    made.write(b"", "Ana Silva <ana@example.com> 1772622000 -0000")
    made.write(b"Never", "Ana Silva <ana@example.com> 999999999999999 +0000")
    return made


def counts(repository: Path) -> Counter[str]:
    """Return what git itself counts for each author, merges left out."""
    told = subprocess.run(
        ["git", "shortlog", "-sne", "--no-merges", "HEAD"], cwd=repository, capture_output=True, check=True
    ).stdout.decode("utf-8", "replace")
    found: Counter[str] = Counter()
    for line in told.splitlines():
        number, _, author = line.strip().partition("\t")
        found[author.rpartition("<")[2].rstrip(">").lower()] += int(number)
    return found


def stored(growth: Growth) -> int:
    return len(json.loads(growth.ok("list --json --since 1970-01-01"))) + len(
        json.loads(growth.ok("list --json --undated"))
    )


def test_each_author_has_as_many_entries_as_git_counts(growth: Growth, repository: Repository) -> None:
    told = counts(repository.path)
    assert told == {"ana@example.com": 7, "ana@home.example.com": 1, "bo@example.com": 1}
    seen = 0
    for email, count in told.items():
        growth(["import", "-f", "git", "--each", "--author", email, str(repository.path)])
        assert stored(growth) == seen + count, email
        seen += count
    done = growth(["import", "-f", "git", "--each", str(repository.path), "--author", "ana@example.com"])
    assert "nothing new; 7 already here" in done.err


def test_all_my_addresses_are_mine(growth: Growth, repository: Repository) -> None:
    config.save(growth.home, "me.emails", ["ana@example.com", "ana@home.example.com"])
    growth.ok("people add bo --name 'Bo Lind' --email bo@example.com")
    done = growth(["import", "-f", "git", "--each", "--since", "1y", str(repository.path)])
    assert "; 1 merge left out; " in done.err
    entries = json.loads(growth.ok("list --json"))
    first = next(one for one in entries if one["people"])
    assert (first["title"], first["body"], first["people"], first["tags"], first["project"]) == (
        "feat: cache", "It halves the p99.", ["bo"], ["feature"], "ranker",
    )  # fmt: skip
    assert {"Gr��e", "(no subject)"} <= {one["title"] for one in entries}
    assert "Merge side" not in {one["title"] for one in entries}
    merges = ["import", "-f", "git", "--each", "--merges", str(repository.path)]
    assert "1 new; 8 already here; " in growth(merges).err


def test_a_rebase_adds_nothing(growth: Growth, repository: Repository) -> None:
    command = ["import", "-f", "git", "--each", "--author", "bo@example.com", str(repository.path)]
    assert growth(command).err.startswith("1 new; ")
    repository.git("reset", "-q", "--hard", "HEAD~3")
    repository.git("commit", "-q", "--amend", "--no-edit", stamp="2026-06-06T12:00:00+0000")
    repository.git("rebase", "-q", "--force-rebase", "--root", stamp="2026-06-07T12:00:00+0000")
    assert growth(command).err == "nothing new; 1 already here\n"


def test_by_the_day_bumps_and_reverts_are_folded(growth: Growth, repository: Repository) -> None:
    config.save(growth.home, "me.emails", ["ana@example.com", "ana@home.example.com"])
    done = growth(["import", "-f", "git", str(repository.path)])
    assert "2 commits reverted on the same day left out" in done.err
    assert "; 1 version bump left out; " in done.err
    folded = next(one for one in json.loads(growth.ok("list --json")) if one["day"] == "2026-03-04")
    assert folded["body"].splitlines()[-1] == "- feat: cache"
    assert "Bump" not in folded["body"] and "Revert" not in folded["body"]


def test_this_projects_own_history(growth: Growth) -> None:
    here = Path(__file__).parents[2]
    if not (here / ".git").exists():
        pytest.skip("not in a repository")
    for email, count in counts(here).items():
        done = growth(["import", "-f", "git", "--each", "--dry-run", str(here), "--author", email])
        assert f"{count} new, 0 already here" in done.out
