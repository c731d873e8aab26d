"""growth tag and growth project: list, rename, merge."""

import json
import re

import pytest

from growth.store.change import changing
from growth.store.store import Store
from tests.conftest import Growth


def asked(growth: Growth) -> list[str]:
    return [one["about"] for one in json.loads(growth.ok("feedback list --json"))]


@pytest.fixture
def journal(growth: Growth) -> Growth:
    """A journal in which one thing has three names."""
    growth.ok("people add ana --name 'Ana Silva'")
    growth.ok("log 'cut p99 by half #perf' -p ranker -d 2026-11-02")
    growth.ok("log 'cached the features' -t Latency -t perf -p Ranker -d 2026-10-05")
    growth.ok("log 'warmed the cache' -t latency -p ranker-v2 -d 2026-11-20")
    growth.ok("note ana -t secret-plan", stdin="asked about it\n")
    return growth


def tags(growth: Growth) -> dict[str, list[str]]:
    return {one["title"]: one["tags"] for one in json.loads(growth.ok("list --json"))}


def projects(growth: Growth) -> list[str]:
    return [one["project"] for one in json.loads(growth.ok("list --json"))]


def test_a_list_counts_and_leaves_out_what_only_notes_have(journal: Growth) -> None:
    assert journal.ok("tag list") == "    2  2026-11-20  Latency\n    2  2026-11-02  perf\n"
    assert journal.ok("tag list --period 2026-10") == "    1  2026-10-05  Latency\n    1  2026-10-05  perf\n"
    assert json.loads(journal.ok("project list -n 1 --json")) == [
        {
            "name": "Ranker", "entries": 2, "feedback": 0, "first": "2026-10-05", "last": "2026-11-02",
            "spellings": ["ranker"],
        }
    ]  # fmt: skip


def test_on_a_terminal_it_says_when_last_and_how_else(journal: Growth) -> None:
    shown = re.sub(r"\x1b\[[0-9;]*m", "", journal.terminal("tag list").out)
    assert shown == "#Latency  2  last Fri 20 Nov · also written latency\n#perf     2  last Mon 2 Nov\n"


def test_without_any_it_says_how_to_begin(growth: Growth) -> None:
    shown = re.sub(r"\x1b\[[0-9;]*m", "", growth.terminal("project list").out)
    assert shown == "no entry has a project: growth log 'cut p99 by half +search'\n"
    assert growth.ok("project list") == ""


def test_a_tag_is_renamed_in_all_its_spellings_and_once_undone(journal: Growth) -> None:
    before = tags(journal)
    assert journal.ok("tag rename '#latency' speed") == ""
    assert tags(journal) == {
        "cut p99 by half #perf": ["perf"],
        "cached the features": ["speed", "perf"],
        "warmed the cache": ["speed"],
    }
    journal("undo -y")
    assert tags(journal) == before


def test_one_spelling_is_chosen(journal: Growth) -> None:
    journal.ok("project rename ranker ranker")
    assert projects(journal) == ["ranker", "ranker", "ranker-v2"]
    shown = re.sub(r"\x1b\[[0-9;]*m", "", journal.terminal("project rename ranker ranker").out)
    assert shown == "it is written +ranker everywhere already\n"


def test_a_name_that_is_taken_is_a_merge(journal: Growth) -> None:
    assert journal("tag rename perf LATENCY") == (
        "",
        "growth: 'Latency' is a tag already, with 2 entries\n"
        "        to make one of the two: growth tag merge perf Latency\n",
        1,
    )
    result = journal("tag merge perf latency")
    assert (result.err.splitlines()[-1], result.code) == ("        give it with --yes", 2)
    shown = re.sub(r"\x1b\[[0-9;]*m", "", journal.terminal("tag merge perf latency", keys=("y\n",)).out)
    assert shown == (
        "#perf: 2 entries\n#Latency: 2 entries\nMake all of it #Latency? [y/N] y\n"
        "2 records changed to #Latency; growth undo takes all of it back\n"
        "one text still says it as it was typed: words stay as you wrote them\n"
    )
    assert tags(journal) == {
        "cut p99 by half #perf": ["Latency"],
        "cached the features": ["Latency"],
        "warmed the cache": ["latency"],
    }


def test_a_no_changes_nothing(journal: Growth) -> None:
    before = tags(journal)
    assert journal.terminal("tag merge perf latency", keys=("n\n",)).code == 1
    assert tags(journal) == before


def test_several_projects_become_one_with_what_was_said_of_them(journal: Growth) -> None:
    journal.ok("log 'began anew' -p rank")
    journal.ok("feedback ask ana --about +ranker-v2 --question 'What should I keep?'")
    journal.ok("feedback got ana 'well done' --about +rank")
    journal.ok("project merge ranker-v2 rank ranker -y")
    assert projects(journal) == ["Ranker", "ranker", "Ranker", "Ranker"]
    assert asked(journal) == ["+Ranker"]
    assert "well done" in journal.ok("feedback digest --about +ranker")
    journal("undo -y")
    assert projects(journal) == ["Ranker", "ranker", "ranker-v2", "rank"]
    assert asked(journal) == ["+ranker-v2"]


def test_a_note_is_renamed_with_the_rest(journal: Growth) -> None:
    journal.ok("tag rename secret-plan plan")
    assert json.loads(journal.ok("list --about ana --json"))[0]["tags"] == ["plan"]


def test_a_dry_run_shows_and_changes_nothing(journal: Growth) -> None:
    before = tags(journal)
    result = journal("tag rename perf speed --dry-run")
    assert (result.out, result.code) == ("", 0)
    shown = [line[4:] for line in result.err.splitlines()]
    assert shown == [
        "  Mon 2 Nov   work      cut p99 by half #perf  #speed +ranker",
        "  Mon 5 Oct   work      cached the features  #Latency #speed +Ranker",
        "uld change",
    ]
    assert journal("tag merge perf latency --dry-run").err.splitlines()[-1] == "2 would change"
    assert tags(journal) == before


@pytest.mark.parametrize(
    ("command", "message", "hint", "code"),
    [
        ("tag rename prf speed", "there is no tag 'prf'", "did you mean perf? else see: growth tag list", 1),
        ("project merge x y ranker", "there is no project 'x'", "see: growth project list", 1),
        ("tag merge perf speed", "there is no tag 'speed'", "see: growth tag list", 1),
        ("tag rename perf 'two words'", "'two words' is more than one tag", "write two-words", 2),
        ("tag rename perf ''", "'' is no name of a tag", "a name is a word such as latency", 2),
        (
            "tag merge Latency latency -y",
            "'Latency' cannot become itself",
            "for one spelling of it: growth tag rename latency Latency",
            1,
        ),
    ],
)
def test_what_cannot_be_done_is_said(
    journal: Growth, command: str, message: str, hint: str, code: int
) -> None:
    assert journal(command) == ("", f"growth: {message}\n        {hint}\n", code)


def test_what_another_terminal_changed_a_moment_ago_is_renamed_too(
    journal: Growth, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rename reads under the lock: here an entry is logged just before it is taken."""
    from growth.commands import labels

    def late(store: Store, verb: str):  # type: ignore[no-untyped-def]  # a context manager like the real one
        monkeypatch.setattr(labels, "changing", changing)
        journal.ok("log 'a late one' -t perf")
        return changing(store, verb)

    monkeypatch.setattr(labels, "changing", late)
    journal.ok("tag rename perf speed")
    assert tags(journal)["a late one"] == ["speed"]
    assert journal.ok("tag list").splitlines()[0].endswith("speed")
