"""growth mentor notes: what was advised, tried and owed, and how that went the next time."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.test_mentor import plain
from tests.commands.test_one_on_one import editor
from tests.conftest import Growth

BEFORE = "2026-11-10T10:00:00+00:00"


@pytest.fixture
def kim(growth: Growth) -> Growth:
    """A pair that met two weeks ago."""
    growth.ok("people add kim --name 'Kim Okafor'")
    growth.ok("mentor pair kim --goal 'lead a design alone' --cadence 2w --since 2026-10-01")
    growth.ok(
        "mentor notes kim --advised 'ask before telling' --try 'one review with questions only' "
        "--owe 'send the outline by friday' --action 'Kim: book the room'",
        now=BEFORE,
    )
    return growth


def advice(growth: Growth) -> list[tuple[str, str, str, str | None]]:
    held: list[dict[str, Any]] = json.loads(growth.ok("mentor sessions kim --json"))
    return [(one["kind"], one["text"], one["went"], one["told"]) for each in held for one in each["advice"]]


def test_what_was_said_is_kept_and_recapped(kim: Growth) -> None:
    assert advice(kim) == [
        ("advice", "ask before telling", "", None),
        ("try", "one review with questions only", "", None),
    ]
    found = json.loads(kim.ok("action list --json"))
    assert sorted((one["owner"], one["text"], one["due"]) for one in found) == [
        ("kim", "book the room", None), ("me", "send the outline", "2026-11-13"),
    ]  # fmt: skip
    assert kim.ok("mentor recap kim") == (
        "Our mentoring session on Tue 10 Nov 2026 (Kim Okafor)\n\n"
        "Advised:\n- ask before telling\n\n"
        "To try:\n- one review with questions only\n\n"
        "Agreed:\n- me: send the outline (by Fri 13 Nov)\n- Kim: book the room\n"
    )


def test_the_next_session_asks_how_it_went(kim: Growth) -> None:
    said = plain(kim.terminal("mentor notes kim --went '2=in two reviews' --try 'wait ten seconds'").out)
    assert said.splitlines()[1:] == [
        "      to try: wait ten seconds",
        "safe to send: growth mentor recap kim",
        "how did it go? 1. one review with questions only",
        "to tell: growth mentor notes kim --went '1=…'",
    ]
    kim.ok("mentor notes kim --went '1=she asked five'")
    assert advice(kim) == [
        ("advice", "ask before telling", "in two reviews", "2026-11-24"),
        ("try", "one review with questions only", "she asked five", "2026-11-24"),
        ("try", "wait ten seconds", "", None),
    ]


def test_the_form_opens_with_it(kim: Growth, tmp_path: Path) -> None:
    env = editor(
        tmp_path,
        "text = text.replace('only ->', 'only -> half of it')",
        "text = text.replace('## To try\\n', '## To try\\n- slow\\n')",
    )
    kim.terminal("mentor notes kim", env=env, keys=["\n"])
    shown = (tmp_path / "shown").read_text()
    assert "---\n## How it went\n- [ ] 1. one review with questions only -> \n" in shown
    assert "- [ ] 2. ask before telling -> \n\n## Advised\n\n## To try\n\n## Agenda\n" in shown
    assert "what the mentee will try until next time" in shown
    assert advice(kim) == [
        ("advice", "ask before telling", "", None),
        ("try", "one review with questions only", "half of it", "2026-11-24"),
        ("try", "slow", "", None),
    ]


def test_one_undo_takes_all_of_it_back(kim: Growth) -> None:
    before = advice(kim)
    kim.ok("mentor notes kim --went '1=well' --advised 'be slow'")
    assert kim("undo -y").code == 0
    assert advice(kim) == before


@pytest.mark.parametrize(
    ("options", "why", "hint"),
    [
        ("--went '3=x'", "there is no '3' to tell about", "there are 1 to 2"),
        ("--went x", "'x' does not say what it tells of", "such as --went '1=they asked first'"),
        ("--went 99999=x", "'99999=x' does not say what it tells of", "such as --went '1=they asked first'"),
        ("--try ' '", "the text of --try is empty", "say it in a few words"),
        ("--owe '- '", "the text of --owe is empty", "say it in a few words"),
    ],
)
def test_what_is_refused(kim: Growth, options: str, why: str, hint: str) -> None:
    assert kim(f"mentor notes kim {options}") == ("", f"growth: {why}\n        {hint}\n", 2)


def test_a_1on1_knows_none_of_it(kim: Growth) -> None:
    assert kim("1on1 notes kim --try x").code == 2


def test_the_sheet_opens_with_it(kim: Growth) -> None:
    session = json.loads(kim.ok("mentor sessions kim --json"))[0]["id"][-4:]
    sheet = kim.ok("prep kim")
    assert (
        "Working towards: lead a design alone\n\n"
        "## How did it go?\n\n"
        f"- **to try** one review with questions only · *Tue 10 Nov* · `{session}`\n"
        f"- **advised** ask before telling · *Tue 10 Nov* · `{session}`\n\n"
        "## You promised · *1 overdue*\n"
    ) in sheet
    assert "**to try** one review with questions only" in kim.ok("prep kim --for @kim")
    kim.ok("mentor notes kim -d 2026-11-17 --went '1=she asked five' --went '2=not yet'")
    kim.ok("mentor checkin kim 'held the review' --reached")
    sheet = kim.ok("prep kim")
    assert "How did it go?" not in sheet and "Working towards" not in sheet


def test_a_session_that_is_due_stands_on_the_day(kim: Growth) -> None:
    later = "2026-12-01T10:00:00+00:00"
    assert "NEXT 1:1s   due  kim  mentoring: you owe 1, they 1" in kim("status", now=later).out


def test_so_does_that_of_a_1on1_with_a_mentee(kim: Growth) -> None:
    kim.ok("1on1 notes kim -d 2026-11-12 --shared 'the release'")
    session = json.loads(kim.ok("mentor sessions kim --json"))[0]["id"][-4:]
    sheet = kim.ok("prep kim")
    assert "# 1:1 with Kim Okafor" in sheet
    assert (
        "## How did it go? · *from mentoring*\n\n"
        f"- **to try** one review with questions only · *Tue 10 Nov* · `{session}`\n"
        f"- **advised** ask before telling · *Tue 10 Nov* · `{session}`\n\n"
    ) in sheet
    kim.ok("mentor close kim --outcome 'leads designs'")
    assert "How did it go?" not in kim.ok("prep kim")
