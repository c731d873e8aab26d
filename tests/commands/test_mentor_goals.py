"""growth mentor goal and checkin."""

import json

import pytest

from tests.commands.test_mentor import plain
from tests.conftest import Growth


@pytest.fixture
def kim(growth: Growth) -> Growth:
    growth.ok("people add kim --name 'Kim Okafor'")
    growth.ok("mentor pair kim --goal 'lead a design alone' --since 2026-10-01")
    return growth


def test_goals_are_looked_at_and_shown(kim: Growth) -> None:
    assert kim("mentor goal kim speak in large rounds") == ("", "", 0)
    assert kim("mentor checkin kim 'first page written' --goal 1 -d 2026-11-17") == ("", "", 0)
    said = kim.terminal("mentor checkin kim 'not asked yet' --goal 2 --stuck")
    assert plain(said.out).splitlines()[2:4] == [
        "      goal 1: lead a design alone · moved Tue 17 Nov: first page written",
        "      goal 2: speak in large rounds · stuck today: not asked yet",
    ]
    (pair,) = json.loads(kim.ok("mentor list --json"))
    assert pair["looks"] == [
        {"goal": "lead a design alone", "day": "2026-11-17", "text": "first page written", "moved": True,
         "reached": False},
        {"goal": "speak in large rounds", "day": "2026-11-24", "text": "not asked yet", "moved": False,
         "reached": False},
    ]  # fmt: skip


def test_with_one_goal_no_number_is_needed_and_words_are_asked_for(kim: Growth) -> None:
    said = kim.terminal("mentor checkin kim --reached", keys=["held the review\n"])
    assert "«lead a design alone»: what moved, what is in the way? " in plain(said.out)
    assert "goal: lead a design alone · reached today: held the review" in plain(said.out)


@pytest.mark.parametrize(
    ("command", "code", "why"),
    [
        ("checkin kim", 2, "what to say of it is missing, and there is no terminal to ask on"),
        ("checkin kim x --goal 2", 2, "there is no goal 2"),
        ("checkin kim x --stuck --reached", 2, "--stuck and --reached exclude each other"),
        ("checkin kim x -d 2026-09-01", 2, "2026-09-01 is not between 2026-10-01 and today"),
        ("checkin kim x -d tomorrow", 2, "2026-11-25 is not between 2026-10-01 and today"),
        ("goal kim Lead a design alone", 1, "'Lead a design alone' is a goal of theirs already"),
        ("goal kim x --role mentee", 1, "no mentorship with Kim Okafor in which you are the mentee is open"),
    ],
)
def test_what_is_refused(kim: Growth, command: str, code: int, why: str) -> None:
    found = kim(f"mentor {command}")
    assert (found.code, found.err.splitlines()[0]) == (code, f"growth: {why}")
