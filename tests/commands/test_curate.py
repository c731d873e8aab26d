"""growth curate: one key for each entry, saved at once."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.conftest import Growth


@pytest.fixture
def three(growth: "Growth") -> None:
    for day, title in enumerate(("first", "second", "third"), start=1):
        growth.ok(["log", title, "-d", f"2026-11-0{day}"])
    growth.ok("people add ana")
    growth.ok("note ana", stdin="a note is never gone through\n")


def entries(growth: "Growth") -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(growth.ok("list --json"))
    return [entry for entry in listed if not entry["about"]]


@pytest.mark.usefixtures("three")
def test_keys_share_keep_and_star(growth: "Growth") -> None:
    result = growth.terminal("curate", keys=["s", "*", "t", "k"])
    assert result.code == 0
    assert [(entry["title"], entry["share"], entry["star"]) for entry in entries(growth)] == [
        ("first", "manager", False), ("second", "team", True), ("third", "private", False),
    ]  # fmt: skip
    assert "[1 of 3] s manager  t team  k private  * star  j join next  Enter skip  q quit" in result.out
    assert result.out.rstrip().endswith(
        "1 for your manager, 1 for the team, 1 kept private, 1 starred\x1b[0m"
    )
    assert "a note is never gone through" not in result.out


@pytest.mark.usefixtures("three")
def test_joining_makes_one_of_two_and_is_taken_back_whole(growth: "Growth") -> None:
    growth.terminal("curate", keys=["j", "s", "q"])
    assert [(entry["title"], entry["body"], entry["share"]) for entry in entries(growth)] == [
        ("first", "second", "manager"), ("third", "", "private"),
    ]  # fmt: skip
    growth("undo")
    growth("undo")
    assert [entry["title"] for entry in entries(growth)] == ["first", "second", "third"]


@pytest.mark.usefixtures("three")
def test_each_answer_is_saved_at_once(growth: "Growth") -> None:
    assert growth.terminal("curate", keys=["s", "\x03"]).code == 130
    assert growth.terminal("curate", keys=["\n", "\x04"]).code == 130
    assert [entry["share"] for entry in entries(growth)] == ["manager", "private", "private"]


@pytest.mark.usefixtures("three")
def test_other_keys_do_nothing_and_quitting_changes_nothing(growth: "Growth") -> None:
    result = growth.terminal("curate --since 2026-11-02", keys=["x", "\r", "q"])
    assert "[2 of 2]" in result.out
    assert "nothing was changed" in result.out
    assert {entry["share"] for entry in entries(growth)} == {"private"}


@pytest.mark.usefixtures("three")
def test_the_last_has_no_next_to_join(growth: "Growth") -> None:
    growth.terminal("curate --since 2026-11-03", keys=["j", "q"])
    assert len(entries(growth)) == 3


def test_nothing_to_go_through(growth: "Growth") -> None:
    assert "no entry matches" in growth.terminal("curate --period 2021").out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("", "--period 2026-Q3"),
        ("--period 2026-Q4 -k win", "--period 2026-Q4 -k win"),
        ("--since 2026-11-01", "--since 2026-11-01"),
    ],
)
def test_without_a_terminal_it_names_the_command_for_many(growth: "Growth", options: str, words: str) -> None:
    assert growth(f"curate {options}") == (
        "",
        "growth: curate asks for a key for each entry, and there is no terminal to ask on\n"
        f"        many at once: growth edit {words} --share manager --yes\n",
        2,
    )


def test_what_was_imported_and_joined_is_not_imported_again(growth: "Growth", tmp_path: Path) -> None:
    file = tmp_path / "log.md"
    file.write_text("## 2026-11-02\n\n- cut the ranker's p99\n- wrote the runbook\n")
    growth(["import", str(file)])
    growth.terminal("curate", keys=["j", "q"])
    assert len(entries(growth)) == 1
    assert "nothing new; 2 already here" in growth(["import", str(file)]).err


@pytest.mark.usefixtures("three")
def test_a_join_with_nothing_is_not_counted(growth: "Growth") -> None:
    assert "nothing was changed" in growth.terminal("curate --since 2026-11-03", keys=["j", "q"]).out
