"""What was made for others, as an option of an entry: logged, shown, found, changed, handed over."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Growth

TALK = (
    "log Monotonic clocks --state given --audience 'the search team' --artefact https://example.com/slides "
    "--problem 'timeouts jump' --reuse 'the clock package' --reused-by 'ads team' --reused-by @kim"
)
SAID = {
    "state": "given", "audience": "the search team", "artefact": "https://example.com/slides",
    "problem": "timeouts jump", "reuse": "the clock package", "reused_by": ["ads team", "kim"],
}  # fmt: skip


@pytest.fixture
def talk(growth: Growth) -> str:
    growth.ok("people add kim --name 'Kim Roth'")
    return growth.ok(TALK).strip()


def said(growth: Growth, identifier: str) -> object:
    return json.loads(growth.ok(f"show {identifier} --json"))["shown"]


def test_what_is_planned_or_given_is_a_talk_where_no_kind_is_named(growth: Growth, talk: str) -> None:
    assert json.loads(growth.ok(f"show {talk} --json"))["kind"] == "talk"
    assert said(growth, talk) == SAID
    design = growth.ok("log Shards by day -k design --state planned").strip()
    assert json.loads(growth.ok(f"show {design} --json"))["kind"] == "design"
    led = growth.ok("log Lunch on clocks --led --state given").strip()
    assert json.loads(growth.ok(f"show {led} --json"))["kind"] == "talk"
    work = growth.ok("log A loader of shards --reuse 'the loader'").strip()
    assert json.loads(growth.ok(f"show {work} --json"))["kind"] == "work"


def test_it_is_shown(growth: Growth, talk: str) -> None:
    assert growth.ok(f"show {talk}") == (
        f"{talk}  talk  Monotonic clocks\n"
        "      Tue 24 Nov · only you can read it\n"
        "      given to the search team, reused by ads team, kim\n"
        "      problem: timeouts jump\n"
        "      to reuse: the clock package\n"
        "      look at: https://example.com/slides\n"
    )


@pytest.mark.parametrize("words", ["'clock package'", "jump", "slides", "'ads team'", "'search team'"])
def test_it_is_found(growth: Growth, talk: str, words: str) -> None:
    assert growth.ok(f"search {words}").startswith(talk)


def test_who_reused_it_is_named_in_it(growth: Growth, talk: str) -> None:
    assert growth.ok("list -w kim").startswith(talk)
    assert "Monotonic clocks" in growth.ok("people about kim")


def test_a_kind_that_makes_no_sense_is_refused(growth: Growth, talk: str) -> None:
    result = growth("log x -k kudos --reuse it")
    assert (result.code, result.err) == (2, (
        "growth: --audience, --artefact, --problem, --reuse and --reused-by do not go with the kind kudos\n"
        "        one of talk, design, work, win, review, learning: -k talk\n"
    ))  # fmt: skip
    assert growth(f"edit {talk} -k work").err.startswith("growth: --state does not go with the kind work")
    assert growth("log x --about kim --reuse it").code == 2
    assert growth("log x --state held").code == 2
    assert growth(["log", "x", "--reuse", ""]).err.startswith("growth: --reuse is empty")


def test_an_edit_adds_to_it_and_clears_it(growth: Growth) -> None:
    talk = growth.ok("log Monotonic clocks --state planned --audience all --reused-by 'ads team'").strip()
    growth.ok(f"edit {talk} --state given --reused-by 'search team'")
    assert said(growth, talk) == {
        "state": "given", "audience": "all", "artefact": "", "problem": "", "reuse": "",
        "reused_by": ["ads team", "search team"],
    }  # fmt: skip
    growth.ok(f"edit {talk} --clear shown")
    assert said(growth, talk) is None


def test_the_form_of_a_talk_has_its_lines(growth: Growth, talk: str, tmp_path: Path) -> None:
    seen, editor = tmp_path / "seen", tmp_path / "editor"
    editor.write_text(
        f'#!/bin/sh\ncp "$1" {seen}\n'
        'sed -i -e "s/^audience:.*/audience: everybody/" -e "s/^reused:.*/reused: ads team; @bo/" "$1"\n'
    )
    editor.chmod(0o700)
    assert growth.terminal(f"edit {talk}", env={"EDITOR": str(editor)}).code == 0
    lines = seen.read_text().split("---\n")[0].splitlines()[-6:]
    assert [re.sub(" +", " ", line) for line in lines] == [
        "state: given", "audience: the search team", "artefact: https://example.com/slides",
        "problem: timeouts jump", "reuse: the clock package", "reused: ads team; kim",
    ]  # fmt: skip
    assert said(growth, talk) == SAID | {"audience": "everybody", "reused_by": ["ads team", "bo"]}


@pytest.mark.parametrize("format_", ["jsonl", "csv", "md"])
def test_it_comes_back_from_an_export(growth: Growth, talk: str, tmp_path: Path, format_: str) -> None:
    out = tmp_path / f"all.{format_}"
    growth(["export", "-f", format_, "-o", str(out)])
    growth("delete last -y")
    growth(["import", str(out), "-y"])
    assert growth.ok("search clocks").startswith(talk)
    assert said(growth, talk) == SAID


def test_it_is_told_in_an_export_for_others(growth: Growth, talk: str) -> None:
    growth.ok(f"edit {talk} --share team")
    told = growth.ok("export -f md --for team")
    assert "talk · given to the search team, reused by ads team, Kim Roth*\n" in told
    assert "- Problem: timeouts jump\n- To reuse: the clock package\n- To look at: " in told
    assert "To reuse: the clock package\n" in growth.ok("export -f jrnl --for team")
    assert ":REUSED_BY: ads team, Kim Roth\n" in growth.ok("export -f org --for team")


def test_it_travels_as_its_entry_does(growth: Growth, talk: str, tmp_path: Path) -> None:
    growth.ok("people add eva --name 'Eva Berg' --relation manager")
    growth.ok(f"edit {talk} --share manager")
    made = tmp_path / "mine.bundle"
    growth(["bundle", "make", "--for", "manager", "-o", str(made)])
    [entry] = json.loads(made.read_text())["entries"]
    assert entry["shown"] == SAID


def test_who_is_forgotten_reused_nothing(growth: Growth, talk: str) -> None:
    growth("forget kim -y")
    assert said(growth, talk) == SAID | {"reused_by": ["ads team"]}


def test_a_talk_is_planned_for_a_day_to_come_and_given_when_it_is_over(growth: Growth) -> None:
    talk = growth.ok("log Clocks that agree -k talk --state planned -d friday").strip()
    assert "2026-11-27" in growth.ok("list")
    assert "*Fri 27 Nov*" in growth.ok("report summary").partition("## Next")[2]
    growth.ok(f"edit {talk} -d 2026-12-04")
    not_yet = "growth: 2026-12-04 is not yet\n"
    assert growth(f"edit {talk} --state given").err.startswith(not_yet)
    assert growth("log Clocks -k talk --state given -d 2026-12-04").err.startswith(not_yet)
    growth.ok(f"edit {talk} --state given -d today")
    assert growth(f"edit {talk} -d 2026-12-04").err.startswith(not_yet)
