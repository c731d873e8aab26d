"""growth mentor outcome: what came of a pair becomes an entry of mine that belongs to it."""

import json
from typing import Any

import pytest

from tests.commands.test_mentor import plain
from tests.conftest import Growth


@pytest.fixture
def kim(growth: Growth) -> Growth:
    growth.ok("people add kim --name 'Kim Okafor'")
    growth.ok("mentor pair kim --since 2026-10-01")
    return growth


def outcomes(growth: Growth) -> list[str]:
    found: list[dict[str, Any]] = json.loads(growth.ok("mentor list --all --json"))
    return [identifier for one in found for identifier in one["outcomes"]]


def test_an_outcome_is_a_win_of_mine(kim: Growth) -> None:
    identifier = kim.ok(
        "mentor outcome kim 'Kim ran the review alone' --impact 'shipped early' --share manager"
    ).strip()
    assert outcomes(kim) == [identifier]
    entry = json.loads(kim.ok(f"show {identifier} --json"))
    assert (entry["kind"], entry["title"], entry["impact"], entry["share"]) == (
        "win", "Kim ran the review alone", "shipped early", "manager",
    )  # fmt: skip
    assert (entry["people"], entry["skills"]) == (["kim"], ["mentoring"])


def test_it_is_private_unless_said_and_what_it_belongs_to_is_told(kim: Growth) -> None:
    said = plain(kim.terminal("mentor outcome kim 'three came back'").out)
    assert "Tue 24 Nov · only you can read it\n      @kim  skills: mentoring\n" in said
    assert said.endswith(f"{pair(kim)}: growth report mentorship --about kim\n")
    assert "1 outcome logged" in plain(kim.terminal("mentor list").out)


def pair(growth: Growth) -> str:
    found: str = json.loads(growth.ok("mentor list --all --json"))[0]["id"]
    return found


def test_an_entry_that_is_there_can_be_one(kim: Growth) -> None:
    identifier = kim.ok("log 'Kim holds the guild' -w kim").strip()
    kim.ok("mentor close kim --outcome 'leads alone'")
    assert kim.ok(f"mentor outcome kim --entry {identifier[-4:]}") == f"{identifier}\n"
    assert outcomes(kim) == [identifier]
    assert kim(f"mentor outcome kim --entry {identifier}").code == 1


def test_what_i_became_as_a_mentee_shows_no_mentoring(growth: Growth) -> None:
    growth.ok("people add mika --name 'Mika Aho'")
    growth.ok("mentor pair mika --role mentee")
    identifier = growth.ok("mentor outcome mika 'three teams agreed'").strip()
    assert json.loads(growth.ok(f"show {identifier} --json"))["skills"] == []


def test_one_undo_takes_entry_and_link_back(kim: Growth) -> None:
    kim.ok("mentor outcome kim 'Kim ran the review alone'")
    assert kim("undo -y").code == 0
    assert (outcomes(kim), kim.ok("list")) == ([], "")


def test_a_forgotten_outcome_is_no_longer_one(kim: Growth) -> None:
    identifier = kim.ok("mentor outcome kim 'Kim ran the review alone'").strip()
    assert kim(f"forget {identifier} -y").code == 0
    assert outcomes(kim) == []


@pytest.mark.parametrize(
    ("command", "code", "why"),
    [
        ("kim", 2, "what came of it is missing"),
        ("kim x --entry last", 2, "--entry names an entry that is there already"),
        ("kim --entry last --impact y", 2, "--entry names an entry that is there already"),
        ("kim --entry {note}", 1, "{note} is no entry of yours"),
        ("kim x --role mentee", 1, "there is no mentorship with Kim Okafor"),
    ],
)
def test_what_is_refused(kim: Growth, command: str, code: int, why: str) -> None:
    note = kim.ok("note kim asked well").strip()
    found = kim(f"mentor outcome {command.format(note=note)}")
    assert (found.code, found.err.splitlines()[0]) == (code, f"growth: {why.format(note=note)}")
