"""growth report: the brag document, and where documents may go."""

import json
import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.conftest import Growth


def log(growth: "Growth", *words: str) -> str:
    return growth.ok(["log", *words]).strip()[-4:]


@pytest.fixture
def ids(growth: "Growth") -> list[str]:
    """A quarter in the life of an engineer."""
    growth.ok("people add kim --name 'Kim Okafor'")
    return [
        log(growth, "Cut ranker p99 by half", "-k", "win", "-p", "ranker", "-d", "2026-11-02",
            "--share", "manager", "--metric", "p99: 480 ms -> 210 ms", "--impact", "timeouts -80 %.",
            "--star", "-l", "https://git.example.com/ml/ranker/pull/1841"),
        log(growth, "secret plan", "-p", "ranker", "-d", "2026-11-03"),
        log(growth, "Reviewed the cache", "-k", "review", "-d", "2026-11-04", "--share", "team"),
        log(growth, "Freed memory is not returned memory", "-k", "learning", "-d", "2026-11-05",
            "--share", "manager"),
        log(growth, "Kim unblocked me", "-k", "kudos", "-w", "kim", "-d", "2026-11-06", "--share", "team"),
    ]  # fmt: skip


def test_a_pipe_in_the_place_of_the_file_stays_one(growth: "Growth", tmp_path: Path) -> None:
    pipe = tmp_path / "brag.md"
    os.mkfifo(pipe)
    for command in (f"report brag -o {pipe}", f"bundle make --for team -o {pipe}"):
        growth("log something")
        assert growth(command).err.splitlines()[-2:] == [
            f"growth: {pipe} is not a plain file", "        name a file, or leave -o out and redirect"
        ]  # fmt: skip
        assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_brag_document(growth: "Growth", ids: list[str]) -> None:
    win, plan, review, learned, thanks = ids
    growth.ok("note kim", stdin="secret note\n")
    document = growth.ok("report brag --period 2026-Q4")
    assert (
        document.split("## Records cited")[0]
        == f"""\
*For you only: 1 private record. To send: `growth report brag --period 2026-Q4 --for manager`*

# What I did · *2026-Q4*

5 entries on 5 days, 1 win, 1 with a number.

## ranker · *2 entries*

- **Cut ranker p99 by half**: p99 480 -> 210 ms; timeouts -80 % \
([PR #1841](https://git.example.com/ml/ranker/pull/1841)) · *Mon 2 Nov* · `{win}`
- secret plan · *Tue 3 Nov* · `{plan}`

## Work that is rarely seen · *1 of 5 entries, 20 %*

- **review** Reviewed the cache · *Wed 4 Nov* · `{review}`

## Learned

- Freed memory is not returned memory · *Thu 5 Nov* · `{learned}`

## Thanks to others

- Kim unblocked me · *Kim Okafor, Fri 6 Nov* · `{thanks}`

"""
    )


FAR = "https://blog.example.com/team/" + "%E0%B9%80%E0%B8%82%E0%B8%B5%E0%B8%A2%E0%B8%99" * 20
IMPORTED = f"""\
# 2026

## Goals for This Year

- Say no more often

## Projects

### Search Platform

- Made the platform safe, see [the write-up](https://wiki.example.com/safe)

#### Technology Stack

- Cloud
  - Buckets
- Monitoring & Alerting
  - Prometheus

### Course on Pipelines

See [the course](https://school.example.com/pipelines).

## Company Building

- Wrote about brag documents, which took longer than I had thought and was read by more people than I had \
hoped \
[how to write what you have done down so that others see it]({FAR})
- [Mar 2] Told others about it: {FAR}
"""


def test_a_brag_document_that_was_imported(growth: "Growth", tmp_path: Path) -> None:
    (tmp_path / "2026.md").write_text(IMPORTED)
    growth(["import", str(tmp_path / "2026.md")])
    document = growth.ok("report brag --period 2026").split("## Records cited")[0]
    assert re.sub(r"`\w{4}`", "`id`", document) == (
        f"""\
*For you only: 4 private records. To send: `growth report brag --period 2026 --for manager`*

# What I did · *2026*

6 entries on 2 days.

## Search Platform · *3 entries*

- Made the platform safe, see [the write-up](https://wiki.example.com/safe) · *2026* · `id`
- and 2 smaller changes

## company-building · *2 entries*

- Wrote about brag documents, which took longer than I had thought and was read by more people than I had \
hoped [how to write what you have done down so that others see it]({FAR}) · *2026* · `id`
- Told others about it: [blog.example.com/…/เขียนเขียนเขียนเขียน…]({FAR}) · *Mon 2 Mar* · `id`

## Other work · *1 entry*

- Course on Pipelines ([school.example.com/pipelines](https://school.example.com/pipelines)) · *2026* · `id`

"""
    )


def test_a_link_is_told_once(growth: "Growth") -> None:
    words = "Wrote [a page](https://example.com/a)\nMore in https://example.com/b"
    growth.ok(["log", "-m", words, "-k", "win", "-d", "2026-11-02", *(
        part for name in "abc" for part in ("-l", f"https://example.com/{name}")
    )])  # fmt: skip
    document = growth.ok("report brag --period 2026-11")
    assert re.sub(r"`\w{4}`", "`id`", document.split("## Work · *1 entry*\n\n")[1].split("\n\n## ")[0]) == (
        "- Wrote [a page](https://example.com/a) ([example.com/c](https://example.com/c)) · *Mon 2 Nov* · "
        "`id`\n\n  More in <https://example.com/b>"
    )


def test_a_timelog_says_its_hours(growth: "Growth") -> None:
    for number in range(1, 8):
        log(growth, f"Part {number} of the thesis", "-d", f"2026-11-0{number}", "--spent", f"{number * 30}m")
    log(growth, "Met my tutor", "-d", "2026-11-09", "-p", "admin")
    document = growth.ok("report brag --period 2026-11").split("## Records cited")[0]
    assert re.sub(r"`\w{4}`", "`id`", document) == (
        """\
*For you only: 6 private records. To send: `growth report brag --period 2026-11 --for manager`*

# What I did · *2026-11*

8 entries on 8 days, 14 hours on 7 of them.

## admin · *1 entry*

- Met my tutor · *Mon 9 Nov* · `id`

## Other work · *7 entries, 14 hours*

- Part 7 of the thesis · *Sat 7 Nov, 3.5 hours* · `id`
- Part 6 of the thesis · *Fri 6 Nov, 3 hours* · `id`
- Part 5 of the thesis · *Thu 5 Nov, 2.5 hours* · `id`
- Part 4 of the thesis · *Wed 4 Nov, 2 hours* · `id`
- Part 3 of the thesis · *Tue 3 Nov, 1.5 hours* · `id`
- and 2 smaller changes

"""
    )


def test_what_is_small_is_counted(growth: "Growth") -> None:
    for number in range(44):
        log(growth, f"commit {number}", "-d", "2026-11-02")
    document = growth.ok("report brag --period 2026-11")
    assert "## Work · *44 entries*\n" in document
    assert "\n- and 41 smaller changes\n" in document
    assert document.count("· `") == 3 + 3


@pytest.mark.usefixtures("ids")
def test_for_my_manager(growth: "Growth") -> None:
    (growth.home / "config.toml").write_text('[me]\nname = "Ana Silva"\n')
    result = growth("report brag --period 2026-Q4 --for manager")
    assert result.err == "withheld from your manager: one record\n"
    head, _, cited = result.out.partition("## Records cited\n\n")
    assert (
        head
        == """\
*For my manager, from Ana Silva*

# Ana Silva: what I did · *2026-Q4*

4 entries on 4 days, 1 win, 1 with a number.

## ranker · *1 entry*

- **Cut ranker p99 by half**: p99 480 -> 210 ms; timeouts -80 % \
([PR #1841](https://git.example.com/ml/ranker/pull/1841)) · *Mon 2 Nov* · [1]

## Work that is rarely seen · *1 of 4 entries, 25 %*

- **review** Reviewed the cache · *Wed 4 Nov* · [2]

## Learned

- Freed memory is not returned memory · *Thu 5 Nov* · [3]

## Thanks to others

- Kim unblocked me · *Kim Okafor, Fri 6 Nov* · [4]

"""
    )
    assert [line[:3] for line in cited.splitlines()] == ["1. ", "2. ", "3. ", "4. "]


@pytest.mark.usefixtures("ids")
@pytest.mark.parametrize("format_", ["md", "html", "json", "text"])
def test_nothing_private_is_in_a_report_for_others(growth: "Growth", format_: str) -> None:
    growth.ok("people add eva --name 'Eva Lindholm' --relation manager")
    growth.ok("note kim", stdin="secret note\n")
    for audience in ("manager", "team", "@kim", "@eva"):
        assert "secret" not in growth(f"report brag --for {audience} -f {format_}").out
    assert "secret plan" in growth.ok(f"report brag -f {format_}")
    assert "secret note" not in growth.ok(f"report brag -f {format_}")


@pytest.mark.usefixtures("ids")
def test_one_left_nearly_empty_says_so(growth: "Growth") -> None:
    result = growth("report brag --since 2026-11-02 --for @kim")
    assert "There is nothing to show since 2 Nov 2026." in result.out
    assert result.err == (
        "withheld from Kim Okafor: 5 records\n"
        "nearly all of it is withheld; to go through what may be shown: growth curate --since 2026-11-02\n"
    )


def test_an_empty_store_says_how_to_begin(growth: "Growth") -> None:
    assert (
        growth.ok("report brag")
        == """\
*For you only. To send: `growth report brag --since 2026-05-24 --for manager`*

# What I did · *since 24 May 2026*

Nothing is logged since 24 May 2026.

Two ways to begin: `growth log 'what I finished today'`, or half a year from your own commits: \
`growth import -f git ~/src --since 6m`
"""
    )


@pytest.mark.usefixtures("ids")
def test_an_empty_period_says_where_there_is_more(growth: "Growth") -> None:
    document = growth.ok("report brag --period 2021-Q1")
    assert "Nothing is logged in 2021-Q1.\n\nThe journal holds more at another time: " in document
    assert "`growth report brag --period 2026`" in document
    assert "from 1 Jan 2020 to 1 Feb 2020" in growth.ok("report brag --since 2020-01-01 --until 2020-02-01")
    assert "until 1 Feb 2020" in growth.ok("report brag --until 2020-02-01")


@pytest.mark.usefixtures("ids")
def test_the_command_to_send_it_names_the_same_days(growth: "Growth") -> None:
    command = "growth report brag --since 2026-11-01 --until 2026-11-04 --for manager"
    assert f"To send: `{command}`" in growth.ok("report brag --since 2026-11-01 --until 2026-11-04")
    assert "`growth report brag --period 'this year' --for manager`" in growth.ok(
        "report brag --period 'this year'"
    )


@pytest.mark.usefixtures("ids")
def test_one_project(growth: "Growth") -> None:
    document = growth.ok("report brag -p Ranker --period 2026-Q4")
    assert "# What I did for Ranker · *2026-Q4*" in document
    assert "Reviewed" not in document


@pytest.mark.usefixtures("ids")
def test_json_is_the_result_itself(growth: "Growth") -> None:
    result: dict[str, Any] = json.loads(growth("report brag --period 2026-Q4 --for manager --json").out)
    assert (result["total"], result["wins"], result["unseen_percent"]) == (4, 1, 25)
    assert [group["name"] for group in result["groups"]] == ["ranker"]
    assert result["groups"][0]["entries"][0]["title"] == "Cut ranker p99 by half"


def test_a_body_is_told_for_the_best_only(growth: "Growth") -> None:
    growth.ok(["log", "-k", "win", "-d", "2026-11-02"], stdin="Won\nTwo steps:\n- one\n- two\n")
    growth.ok(["log", "-d", "2026-11-02"], stdin="Worked\nsecret body\n")
    growth.ok(["log", "-k", "win", "-d", "2026-11-03"], stdin=f"Long\nIn short.\n\n{'x ' * 300}\n")
    growth.ok(["log", "-k", "win", "-d", "2026-11-04"], stdin=f"Listed\nFour steps:\n\n- {'x ' * 300}\n")
    document = growth.ok("report brag --period 2026-Q4")
    assert "\n\n  Two steps:\n  - one\n  - two\n" in document
    assert "\n\n  In short.\n" in document
    assert "secret body" not in document
    assert "Four steps" not in document


# -- where a document goes ---------------------------------------------------------------------


@pytest.mark.usefixtures("ids")
def test_its_ending_says_the_format(growth: "Growth", tmp_path: Path) -> None:
    markdown = growth.ok("report brag --period 2026-Q4")
    for name, start in (
        ("a.md", "*For you only"), ("a.html", "<!doctype html>"), ("a.json", '{"audience":"me"'),
        ("a.txt", "For you only: 1 private record."),
    ):  # fmt: skip
        result = growth(["report", "brag", "--period", "2026-Q4", "-o", str(tmp_path / name)])
        assert result == ("", f"written: {tmp_path / name}, readable by you only\n", 0)
        assert (tmp_path / name).read_text().startswith(start)
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert (tmp_path / "a.md").read_text() == markdown
    assert growth.ok("report brag --period 2026-Q4 -o -") == markdown


def test_an_unknown_ending_is_refused(growth: "Growth", tmp_path: Path) -> None:
    result = growth(["report", "brag", "-o", str(tmp_path / "a.docx")])
    assert result.code == 2
    assert "end it in one of .md, .html, .htm, .json, .txt, or give -f" in result.err
    assert growth(["report", "brag", "-f", "md", "-o", str(tmp_path / "a.docx")]).code == 0


def test_what_cannot_be_written_ends_with_four(growth: "Growth", tmp_path: Path) -> None:
    result = growth(["report", "brag", "-o", str(tmp_path / "no" / "a.md")])
    assert (result.code, result.err) == (
        4, f"growth: {tmp_path}/no/a.md: no such file or directory\n        check the path\n",
    )  # fmt: skip


def test_a_git_work_tree_is_asked_about(growth: "Growth", tmp_path: Path) -> None:
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    (tmp_path / "repo" / "docs").mkdir()
    path = tmp_path / "repo" / "docs" / "brag.md"
    result = growth(["report", "brag", "-o", str(path)])
    assert result.code == 2
    assert f"lies in the git work tree {tmp_path / 'repo'}; a commit may publish it. Write it?" in result.err
    assert "--yes" in result.err
    assert not path.exists()
    assert growth(["report", "brag", "-o", str(path), "--yes"]).code == 0
    assert path.exists()


def test_a_git_work_tree_is_asked_about_on_a_terminal(growth: "Growth", tmp_path: Path) -> None:
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    path = tmp_path / "repo" / "brag.md"
    assert growth.terminal(["report", "brag", "-o", str(path)], keys=["n\n"]).code == 1
    assert not path.exists()
    assert growth.terminal(["report", "brag", "-o", str(path)], keys=["y\n"]).code == 0
    assert path.exists()


def test_a_path_that_leads_round_in_a_circle(growth: "Growth", tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert growth(["report", "brag", "-o", str(tmp_path / "loop" / "a.md")]).code == 4


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look anywhere")
def test_a_folder_that_may_not_be_entered(growth: "Growth", tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    assert growth(["report", "brag", "-o", str(tmp_path / "closed" / "a.md")]).code == 4


@pytest.mark.usefixtures("ids")
def test_on_a_terminal(growth: "Growth") -> None:
    shown = growth.terminal("report brag --period 2026-Q4", env={"NO_COLOR": "1"}).out
    assert "RANKER                                                                 2 entries\n" in shown
    assert "\x1b" not in shown
    assert "\x1b[1mRANKER\x1b[0m" in growth.terminal("report brag --period 2026-Q4").out
    assert "Records cited" not in shown


def test_an_unknown_report_names_those_there_are(growth: "Growth") -> None:
    assert growth("report brga") == (
        "", "growth: there is no template 'brga'\n        there are: 1on1, brag, feedback, growth-plan, "
        "mentor-coaching, mentoring-programme, mentorship, practice, promotion, review, self-review, "
        "summary, team\n",
        1,
    )  # fmt: skip


def test_a_file_that_is_there_is_replaced_only_when_asked(growth: "Growth", tmp_path: Path) -> None:
    growth.ok("log Cut p99 -k win")
    path = tmp_path / "brag.md"
    path.write_text("mine")
    assert growth(["report", "brag", "-o", str(path)]) == (
        "",
        f"growth: the answer to «{path} is there already. Replace it?» is missing, and there is no "
        "terminal to ask on\n        give it with --yes\n",
        2,
    )
    assert path.read_text() == "mine"
    assert growth.terminal(["report", "brag", "-o", str(path)], keys=["n\n"]).code == 1
    assert path.read_text() == "mine"
    assert growth(["report", "brag", "-o", str(path), "--yes"]).code == 0
    assert "Cut p99" in path.read_text()


def test_no_document_is_put_among_the_records(growth: "Growth") -> None:
    growth.ok("log Cut p99 -k win")
    path = growth.home / "people.md"
    result = growth(["report", "brag", "-o", str(path), "--yes"])
    assert (result.code, result.err) == (
        1,
        f"growth: {path} lies among the records of growth\n        name a place outside of the home\n",
    )
