"""growth mentor: pairs over time, and their sessions."""

import json
import re

import pytest

from tests.conftest import Growth


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.fixture
def kim(growth: Growth) -> Growth:
    growth.ok("people add kim --name 'Kim Okafor'")
    return growth


PAIR = "mentor pair kim --goal 'lead a design alone' --goal 'speak in large rounds' --cadence 2w"


def test_a_pair(kim: Growth) -> None:
    identifier = kim.ok(f"{PAIR} --since 2026-11-01").strip()
    assert re.fullmatch(r"m261124-[0-9a-z]{4}", identifier)
    assert json.loads(kim.ok("mentor list --json")) == [
        {
            "id": identifier, "person": "kim", "role": "mentor",
            "goals": ["lead a design alone", "speak in large rounds"], "cadence": "2w", "mentees": [],
            "since": "2026-11-01", "until": None, "outcome": "", "looks": [], "outcomes": [],
            "share": "person", "source": "", "created": "2026-11-24T10:00:00Z", "changed": None,
        }
    ]  # fmt: skip
    assert kim.ok("mentor list") == f"{identifier}  mentor  kim  2026-11-01  -  2w\n"


def test_on_a_terminal_it_says_who_may_see_it(kim: Growth) -> None:
    result = kim.terminal("mentor pair kim --role mentee --goal 'write RFCs' --cadence 'monthly thu 15:00'")
    identifier = plain(result.out).split()[0]
    assert plain(result.out) == (
        f"{identifier}  mentored by Kim Okafor  since Tue 24 Nov\n"
        "      monthly · never yet · next Thu 26 Nov 15:00\n"
        "      goal: write RFCs\n"
        "      for the person it is with\n"
    )


def test_its_sessions_are_kept_as_1on1s_are(kim: Growth) -> None:
    pair = kim.ok(f"{PAIR} --since 2026-11-01").strip()
    kim.ok("mentor agenda kim 'what if I break it' --from kim", now="2026-11-16T10:00:00+00:00")
    kim.ok(
        "mentor notes kim -d 2026-11-17 --shared 'Shadow first.' --action 'Kim: book the shift by 2026-11-20'"
    )
    kim.ok("1on1 notes kim --shared 'Something else.'")
    held, ahead = json.loads(kim.ok("mentor sessions kim --json"))
    assert (held["mentorship"], held["day"], held["shared"]) == (pair, "2026-11-17", "Shadow first.")
    assert (ahead["mentorship"], ahead["agenda"][0]["carried"]) == (pair, 1)
    assert kim.ok("mentor agenda kim") == "1  kim  1  what if I break it\n"
    assert kim.ok("mentor recap kim") == (
        "Our mentoring session on Tue 17 Nov 2026 (Kim Okafor)\n\n"
        "Shadow first.\n\n"
        "Agreed:\n- Kim: book the shift (by Fri 20 Nov)\n\n"
        "Next time:\n- what if I break it\n"
    )
    assert kim.ok("1on1 agenda kim") == ""
    result = kim.terminal("mentor list")
    assert plain(result.out) == (
        f"{pair[-4:]}  I mentor Kim Okafor  since Sun 1 Nov\n"
        "      every 2 weeks · 1 of 2 held since 1 Nov · last 7 days ago · next Tue 1 Dec\n"
        "      goal 1: lead a design alone\n"
        "      goal 2: speak in large rounds\n"
    )
    assert kim.ok("mentor sessions") == (
        f"{held['id']}  2026-11-17  mentoring  kim  Shadow first.\n"
        f"{ahead['id']}  -           mentoring  kim\n"
    )
    assert plain(kim.terminal("mentor sessions kim").out).splitlines() == [
        "kim  every 2 weeks  1 of 2 since 1 Nov  last 7 days ago  Tue 1 Dec",
        f"{ahead['id'][-4:]}  next         1 open  ",
        f"{held['id'][-4:]}  Tue 17 Nov   1 carried on  Shadow first.",
    ]


def test_a_session_that_is_due(kim: Growth) -> None:
    pair = kim.ok(f"{PAIR} --since 2026-10-01").strip()
    kim.ok("mentor notes kim -d 2026-11-02 --shared x")
    head, *rhythm = plain(kim.terminal("mentor list").out).splitlines()[:3]
    assert head == f"{pair[-4:]}  I mentor Kim Okafor  since Thu 1 Oct  due for a session"
    said = "every 2 weeks · 1 of 3 held since 1 Oct · last 22 days ago · due for 8 days"
    assert " ".join(" ".join(rhythm).split()).startswith(said)


def test_a_pair_that_never_met_is_due_from_the_day_after_it_began(kim: Growth) -> None:
    kim.ok(f"{PAIR} --since 2026-11-23")
    assert plain(kim.terminal("mentor list").out).splitlines()[0].endswith("  due for a session")


def test_a_coach_says_whom_the_other_mentors(kim: Growth) -> None:
    kim.ok("people add sam --name 'Sam Reyes'")
    assert kim("mentor pair sam --mentee kim") == (
        "",
        "growth: --mentee names whom somebody mentors whom you coach\n        add --role coach\n",
        2,
    )
    kim.ok("mentor pair sam --role coach --mentee kim")
    assert plain(kim.terminal("mentor list").out).splitlines()[1] == "      who mentors Kim Okafor"


def test_closing_says_what_came_of_it(kim: Growth) -> None:
    pair = kim.ok(f"{PAIR} --since 2026-10-01").strip()
    assert kim("mentor close kim") == (
        "",
        "growth: the outcome is missing, and there is no terminal to ask on\n"
        "        give it with --outcome TEXT\n",
        2,
    )
    result = kim.terminal("mentor close kim", keys=["leads designs alone\n"])
    assert plain(result.out).splitlines()[-5:] == [
        f"{pair}  I mentor Kim Okafor  since Thu 1 Oct",
        "      closed Tue 24 Nov: leads designs alone",
        "      goal 1: lead a design alone",
        "      goal 2: speak in large rounds",
        "      for the person it is with",
    ]
    assert kim.ok("mentor list") == ""
    assert kim.ok("mentor list --all") == f"{pair}  mentor  kim  2026-10-01  2026-11-24  2w\n"
    assert kim("mentor notes kim --shared x") == (
        "",
        "growth: no mentorship with Kim Okafor is open\n        begin one: growth mentor pair kim\n",
        1,
    )
    assert kim("mentor close kim --outcome x").code == 1


def test_what_is_refused(kim: Growth) -> None:
    pair = kim.ok(PAIR).strip()
    assert kim("mentor pair kim") == (
        "",
        f"growth: {pair} is a mentorship with Kim Okafor already\n        growth mentor close kim\n",
        1,
    )
    assert kim("mentor pair kim --role mentee --cadence sometimes").code == 2
    assert kim("mentor pair nobody").code == 1
    assert kim("mentor close kim --outcome x -d 2026-11-01").code == 2
    assert kim("mentor close kim --outcome ' '").code == 2
    kim.ok("mentor pair kim --role coach")


@pytest.fixture
def both(kim: Growth) -> Growth:
    """The two mentor each other."""
    kim.ok("mentor pair kim --role mentor --cadence 2w --since 2026-11-01")
    kim.ok("mentor pair kim --role mentee --cadence 1m --since 2026-11-01")
    return kim


def test_two_mentorships_with_one_person_are_told_apart_by_my_role(both: Growth) -> None:
    refusal = (
        "",
        "growth: there is more than one mentorship with Kim Okafor\n"
        "        say which by your role in it: --role mentee or --role mentor\n",
        2,
    )
    for command in ("agenda kim x", "notes kim --shared x", "recap kim", "close kim --outcome x"):
        assert both(f"mentor {command}") == refusal
    both.ok("mentor notes kim --role mentor --shared 'Shadow first.' -d 2026-11-17")
    both.ok("mentor notes kim --role mentee --shared 'Write it down.' -d 2026-11-19")
    both.ok("mentor agenda kim --role mentee 'how to say no'")
    assert both.ok("mentor agenda kim --role mentor") == ""
    assert both.ok("mentor agenda kim --role mentee") == "1  me  0  how to say no\n"
    assert both.ok("mentor recap kim --role mentor").endswith("(Kim Okafor)\n\nShadow first.\n")
    assert both.ok("mentor recap kim --role mentee").endswith("down.\n\nNext time:\n- how to say no\n")
    assert [line[14:] for line in both.ok("mentor sessions kim --role mentee").splitlines()] == [
        "2026-11-19  mentoring  kim  Write it down.",
        "-           mentoring  kim",
    ]


def test_each_session_is_told_of_its_own_mentorship(both: Growth) -> None:
    both.ok("mentor notes kim --role mentor --shared 'Shadow first.' -d 2026-11-17")
    lines = [line.strip() for line in plain(both.terminal("mentor list").out).splitlines()]
    assert sorted(line for line in lines if "·" in line) == [
        "every 2 weeks · 1 of 2 held since 1 Nov · last 7 days ago · next Tue 1 Dec",
        "monthly · never yet",
    ]
    assert [line.rstrip() for line in plain(both.terminal("mentor sessions kim").out).splitlines()][:2] == [
        "kim (mentor)  every 2 weeks  1 of 2 since 1 Nov  last 7 days ago  Tue 1 Dec",
        "kim (mentee)  monthly                            never yet",
    ]


def test_hints_name_the_role_and_one_mentorship_needs_none(both: Growth) -> None:
    said = plain(both.terminal("mentor notes kim --role mentor --shared x").out)
    assert said.endswith("safe to send: growth mentor recap kim --role mentor\n")
    both.ok("mentor close kim --role mentor --outcome done")
    both.ok("mentor notes kim --shared 'Mine now.'")
    assert both("mentor notes kim --role coach --shared x") == (
        "",
        "growth: no mentorship with Kim Okafor in which you are the coach is open\n"
        "        begin one: growth mentor pair kim --role coach\n",
        1,
    )


def test_an_empty_list_is_no_error(growth: Growth) -> None:
    assert growth("mentor list") == ("", "", 0)
    assert growth("mentor list --json") == ("[]\n", "", 0)
    assert plain(growth.terminal("mentor list").out) == (
        "no mentorship is open: growth mentor pair kim --goal TEXT --cadence 2w\n"
    )


def test_a_pair_with_somebody_who_is_not_known_is_listed(kim: Growth) -> None:
    pair = {"record": "mentorship", "person": "kimberly", "role": "mentor", "since": "2026-11-01"}
    assert kim("import - -f jsonl --yes", stdin=json.dumps(pair)).code == 0
    for command in ("mentor list", "mentor sessions"):
        shown = kim.terminal(command)
        assert shown.code == 0
        assert "kim" in shown.out
