"""What was learned, as an option of an entry: logged, shown, found, changed, handed over, forgotten."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Growth

PAPER = (
    "log Calibration after quantisation --type paper --spent 2h "
    "--takeaway 'refit the scales' --taught-back @kim"
)


@pytest.fixture
def paper(growth: Growth) -> str:
    growth.ok("people add kim --name 'Kim Roth'")
    return growth.ok(PAPER).strip()


def learned(growth: Growth, identifier: str) -> object:
    return json.loads(growth.ok(f"show {identifier} --json"))["learning"]


def test_it_is_of_the_kind_learning_where_no_kind_is_named(growth: Growth, paper: str) -> None:
    assert json.loads(growth.ok(f"show {paper} --json"))["kind"] == "learning"
    assert learned(growth, paper) == {
        "type": "paper", "takeaway": "refit the scales", "taught_back": ["kim"], "led": False
    }  # fmt: skip
    talk = growth.ok("log Lunch on calibration -k talk --type lunch-and-learn --led").strip()
    assert json.loads(growth.ok(f"show {talk} --json"))["kind"] == "talk"


def test_it_is_shown(growth: Growth, paper: str) -> None:
    assert growth.ok(f"show {paper}") == (
        f"{paper}  learning  Calibration after quantisation\n"
        "      Tue 24 Nov · only you can read it\n"
        "      spent: 2h\n"
        "      learned: paper, taught back to kim\n"
        "      takeaway: refit the scales\n"
    )


@pytest.mark.parametrize("words", ["scales", "kim"])
def test_it_is_found(growth: Growth, paper: str, words: str) -> None:
    assert growth.ok(f"search {words}").startswith(paper)
    assert growth.ok("list -w kim").startswith(paper)


def test_a_kind_that_makes_no_sense_is_refused(growth: Growth, paper: str) -> None:
    for args in ("log x -k kudos --led", f"edit {paper} -k win"):
        result = growth(args)
        assert result.code == 2
        assert "--type, --takeaway, --taught-back and --led do not go with the kind" in result.err
    assert growth("log x --about kim --type paper").code == 2
    assert growth("log x --type film").code == 2
    assert growth(["log", "x", "--takeaway", ""]).err.startswith("growth: --takeaway is empty")


def test_an_edit_adds_to_it_and_clears_it(growth: Growth, paper: str) -> None:
    growth.ok(f"edit {paper} --takeaway 'refit per channel' --taught-back bo")
    assert learned(growth, paper) == {
        "type": "paper", "takeaway": "refit per channel", "taught_back": ["kim", "bo"], "led": False
    }  # fmt: skip
    growth.ok(f"edit {paper} --clear learning")
    assert learned(growth, paper) is None


def test_the_form_has_its_lines_where_something_is_learned(
    growth: Growth, paper: str, tmp_path: Path
) -> None:
    seen, editor = tmp_path / "seen", tmp_path / "editor"
    editor.write_text(
        f'#!/bin/sh\ncp "$1" {seen}\n'
        'sed -i -e "s/^led:.*/led: yes/" -e "s/^taught:.*/taught: bo @kim/" "$1"\n'
    )
    editor.chmod(0o700)
    assert growth.terminal(f"edit {paper}", env={"EDITOR": str(editor)}).code == 0
    lines = seen.read_text().split("---\n")[0].splitlines()[-4:]
    assert [re.sub(" +", " ", line) for line in lines] == [
        "type: paper", "takeaway: refit the scales", "taught: kim", "led: no",
    ]  # fmt: skip
    assert learned(growth, paper) == {
        "type": "paper", "takeaway": "refit the scales", "taught_back": ["bo", "kim"], "led": True
    }  # fmt: skip


@pytest.mark.parametrize("format_", ["jsonl", "csv", "md"])
def test_it_comes_back_from_an_export(growth: Growth, paper: str, tmp_path: Path, format_: str) -> None:
    out = tmp_path / f"all.{format_}"
    growth(["export", "-f", format_, "-o", str(out)])
    growth("delete last -y")
    growth(["import", str(out), "-y"])
    assert growth.ok("search scales").startswith(paper)
    assert learned(growth, paper) == {
        "type": "paper", "takeaway": "refit the scales", "taught_back": ["kim"], "led": False
    }  # fmt: skip


def test_it_travels_as_its_entry_does(growth: Growth, paper: str, tmp_path: Path) -> None:
    growth.ok("people add eva --name 'Eva Berg' --relation manager")
    growth.ok(f"edit {paper} --share manager")
    made = tmp_path / "mine.bundle"
    growth(["bundle", "make", "--for", "manager", "-o", str(made)])
    [entry] = json.loads(made.read_text())["entries"]
    assert entry["learning"] == {"type": "paper", "takeaway": "refit the scales", "taught_back": ["kim"]}


def test_who_is_forgotten_was_taught_nothing(growth: Growth, paper: str) -> None:
    growth("forget kim -y")
    assert learned(growth, paper) == {
        "type": "paper", "takeaway": "refit the scales", "taught_back": [], "led": False
    }  # fmt: skip


def test_an_edit_of_something_else_leaves_what_an_import_brought(growth: Growth, tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text('{"day": "2026-11-02", "kind": "win", "title": "x", "learning": {"takeaway": "y"}}\n')
    growth(["import", str(lines), "-y"])
    growth.ok("edit last --impact faster")
    assert growth("edit last -k kudos").code == 2
