"""growth import of what GitHub, GitLab and Jira tell: from a file, a pipe, and the user's own gh."""

import json
from pathlib import Path
from typing import Any

import pytest

from growth import config
from tests.conftest import Growth, Result
from tests.exchange.forge_records import issue, jira, pages, printed, pull, request

REVIEW = {"author": {"login": "ana"}, "state": "APPROVED", "submittedAt": "2026-03-05T10:00:00Z", "body": ""}
STORED = "only you can read them; growth undo takes all of it back\n"
UNTIL = "--limit 1000 --json number,title,url,author,repository,state,createdAt,closedAt,labels,body"


@pytest.fixture
def ana(growth: Growth) -> Growth:
    config.save(growth.home, "me.logins", ["Ana"])
    return growth


def journal(growth: Growth) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(growth.ok("list --json"))
    return entries


def test_a_saved_list_is_recognised_and_twice_is_once(ana: Growth, tmp_path: Path) -> None:
    prs = tmp_path / "prs.json"
    prs.write_bytes(
        pages([pull(1), pull(2, "bo"), printed(5, "bo", reviews=[REVIEW])], [issue(3, "ana"), pull(1)])
    )
    ana.ok("people add bo --name 'Bo Lind'")
    done = ana(["import", str(prs)])
    assert done == Result(
        "",
        f"3 new; 1 record that stands there twice left out; 1 pull request by others left out; {STORED}",
        0,
    )
    assert [(one["day"], one["kind"], one["title"], one["people"]) for one in journal(ana)] == [
        ("2026-03-01", "work", "Part 1", []), ("2026-03-05", "review", "Reviewed: Part 5", ["bo"]),
        ("2026-04-03", "work", "Fault 3", []),
    ]  # fmt: skip
    again = ana(["import", "-"], stdin=prs.read_bytes())
    assert again.err.startswith("nothing new; 3 already here; ")
    assert ana("undo --yes").err.startswith("took back «import: 3 records»")
    assert journal(ana) == []


def test_changed_there_is_brought_up_to_date_and_edited_here_is_kept(ana: Growth, tmp_path: Path) -> None:
    prs = tmp_path / "prs.json"
    prs.write_bytes(pages([pull(1), pull(2)]))
    ana(["import", str(prs)])
    first, second = journal(ana)
    ana.ok(["edit", second["id"], "-m", "Made search fast"])
    prs.write_bytes(pages([pull(1, title="Part one"), pull(2, title="Part two")]))
    assert ana(["import", str(prs)]).err == (
        "0 new, 1 brought up to date; 1 already here; growth undo takes all of it back\n"
        f"{second['id']} reads differently in its source, but you have edited it: left as it is\n"
    )
    assert [(one["id"], one["title"]) for one in journal(ana)] == [
        (first["id"], "Part one"), (second["id"], "Made search fast"),
    ]  # fmt: skip


def test_who_i_am_may_be_said_once(growth: Growth, tmp_path: Path) -> None:
    prs = tmp_path / "prs.json"
    prs.write_bytes(pages([pull(1), pull(2, "bo"), pull(3, "bo")]))
    refused = growth(["import", str(prs)])
    assert refused == Result(
        "",
        "growth: prs.json: nothing says who you are there; it holds work of bo (2), ana (1)\n"
        "        --author bo, or for good: growth config set me.logins bo\n",
        2,
    )
    assert growth(["import", str(prs), "--author", "ana"]).err == (
        f"1 new; 2 pull requests by others left out; {STORED}"
    )


def test_of_many_files_it_is_said_once_whose_work_they_are(growth: Growth, tmp_path: Path) -> None:
    names = []
    for number in (1, 2):
        pull = {
            "html_url": f"https://github.com/acme/tools/pull/{number}", "title": f"Try {number}",
            "state": "closed", "user": {"login": "ana"}, "closed_at": "2026-03-05T10:00:00Z",
            "pull_request": {"url": "x"},
        }  # fmt: skip
        done = pull | {
            "html_url": f"https://github.com/acme/tools/pull/{number}0",
            "merged_at": "2026-03-05T10:00:00Z",
        }
        names.append(str(tmp_path / f"{number}.json"))
        (tmp_path / f"{number}.json").write_text(json.dumps([pull, done]))
    assert growth(["import", *names]).err == (
        "taken as yours: the work of ana; for good: growth config set me.logins ana\n"
        f"2 new; 2 closed pull requests not known to be merged left out; {STORED}"
    )


def test_merge_requests_and_issues(ana: Growth, tmp_path: Path) -> None:
    (tmp_path / "mrs.json").write_bytes(pages([request(4)], [request(5, "bo")]))
    (tmp_path / "jira.json").write_bytes(pages({"issues": [jira(6), jira(7, "bo")]}))
    done = ana(["import", str(tmp_path / "mrs.json"), str(tmp_path / "jira.json"), "--author", "ana",
                "--author", "ana@example.org"])  # fmt: skip
    assert done.err == (f"2 new; 1 merge request by others left out; 1 issue by others left out; {STORED}")
    assert [one["source"].partition("#")[0] for one in journal(ana)] == [
        "gitlab:gitlab.example.org/search/ranker/merge_requests/4", "jira:jira.example.org/6",
    ]  # fmt: skip


GH = """\
#!/bin/sh
echo "$@" >> {log}
case "$*" in
  *--reviewed-by*) cat {folder}/reviewed.json ;;
  *"search prs"*) cat {folder}/merged.json ;;
  *) echo '[]' ;;
esac
"""


def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> Path:
    """Put a `gh` on the path that does what `text` says; return where it writes how it was called."""
    folder = tmp_path / "bin"
    folder.mkdir()
    gh = folder / "gh"
    gh.write_text(text.format(log=tmp_path / "log", folder=tmp_path))
    gh.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return tmp_path / "log"


def test_without_a_file_the_users_own_gh_is_asked(
    growth: Growth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = printed(2, "bo", state="merged", createdAt="2026-03-02T10:00:00Z", closedAt="2026-03-20T09:00:00Z")
    (tmp_path / "merged.json").write_bytes(
        pages([printed(1, state="merged", closedAt="2026-03-01T09:00:00Z")])
    )
    (tmp_path / "reviewed.json").write_bytes(pages([seen]))
    log = program(tmp_path, monkeypatch, GH)
    running = (
        "running: gh search prs --author @me --merged --merged-at >=2025-11-23\n"
        "running: gh search prs --reviewed-by @me --updated >=2025-11-23\n"
        "running: gh search issues --assignee @me --state closed --closed >=2025-11-23\n"
    )
    done = growth("import -f github --since 1y")
    assert done == Result("", f"{running}2 new; {STORED}", 0)
    assert log.read_text().splitlines() == [
        f"search prs --author @me --merged --merged-at >=2025-11-23 {UNTIL}",
        f"search prs --reviewed-by @me --updated >=2025-11-23 {UNTIL} -- -author:@me",
        f"search issues --assignee @me --state closed --closed >=2025-11-23 {UNTIL}",
    ]
    assert [(one["day"], one["precision"], one["title"]) for one in journal(growth)] == [
        ("2026-03-01", "day", "Part 1"), ("2026-03-31", "month", "Reviewed: Part 2"),
    ]  # fmt: skip
    assert growth("import -f github --since 1y").err == f"{running}nothing new; 2 already here\n"


def test_as_many_as_gh_finds_at_most_is_told(
    growth: Growth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [printed(1, url=f"https://github.com/a/b/pull/{number}") for number in range(1000)]
    (tmp_path / "merged.json").write_bytes(pages(many))
    (tmp_path / "reviewed.json").write_bytes(pages([]))
    program(tmp_path, monkeypatch, GH)
    done = growth("import -f github --author ana")
    assert "running: gh search prs --author ana --merged\n" in done.err
    assert "as author gh finds 1000 and no more: name a later --since, or a file\n1000 new; " in done.err


def test_without_gh_or_a_login_there_it_is_refused(
    growth: Growth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_file = "or save it elsewhere: gh pr list --json number,title,url,author,state,mergedAt > prs.json\n"
    monkeypatch.setenv("PATH", str(tmp_path))
    missing = growth("import -f github")
    assert (missing.code, missing.err) == (
        4,
        "running: gh search prs --author @me --merged\n"
        f"growth: gh is not installed\n        see https://cli.github.com, {by_file}",
    )
    program(tmp_path, monkeypatch, "#!/bin/sh\necho 'To get started, run: gh auth login' >&2\nexit 4\n")
    signed_out = growth("import -f github")
    assert (signed_out.code, signed_out.err.partition("\n")[2]) == (
        1, f"growth: gh is not signed in to GitHub\n        gh auth login; {by_file}",
    )  # fmt: skip
    (tmp_path / "bin/gh").write_text("#!/bin/sh\necho 'HTTP 502' >&2\nexit 1\n")
    assert growth("import -f github").err.endswith(
        f"growth: gh search: HTTP 502 (it ended with 1)\n        try that command by itself; {by_file}"
    )
    assert journal(growth) == []


def test_what_gh_prints_may_be_broken(
    growth: Growth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, monkeypatch, "#!/bin/sh\necho 'A new release of gh is available'\n")
    done = growth("import -f github")
    assert (done.code, done.err.splitlines()[-2]) == (
        2, "growth: gh is not JSON: it starts with neither { nor [",
    )  # fmt: skip
    assert growth("import -f github --merges").code == 2
