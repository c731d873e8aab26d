"""growth goal: set one, check in on it, reach it or give it up."""

import json
import re
from pathlib import Path

from tests.conftest import Growth

from .laddered import start


def test_a_goal_from_a_gap(growth: Growth) -> None:
    start(growth)
    id = growth.ok("goal add --from data-2 --due 2026-12-18").strip()
    assert growth.ok("goal list") == (
        f"{id}  open  2026-12-18  small/data-2  0  Builds a pipeline that runs at night.\n"
    )
    assert growth("goal add --from small/data-2") == (
        "", "growth: small/data-2 is a goal already\n        see: growth goal list\n", 1,
    )  # fmt: skip


def test_a_goal_of_any_ladder_in_my_own_words(growth: Growth) -> None:
    growth.ok("goal add Own the nightly checks --from machine-learning-engineer/data-L4-2")
    goal = json.loads(growth.ok("goal list --json"))[0]
    assert (goal["text"], goal["criterion"]) == (
        "Own the nightly checks", "machine-learning-engineer/data-L4-2",
    )  # fmt: skip


def test_check_ins_until_it_is_reached(growth: Growth) -> None:
    id = growth.ok("goal add hold a class on calibration --due 2026-11-20 --share manager", now=EARLY).strip()
    growth.ok(f"goal checkin {id} no room yet --stuck")
    shown = growth.terminal("goal list").out
    assert "4 days late, did not move, checked in 2026-11-24: no room yet" in shown
    growth.ok(f"goal checkin {id} twelve came --reached")
    assert growth.ok("goal list") == ""
    assert growth.ok("goal list --all") == f"{id}  reached  2026-11-20  -  2  hold a class on calibration\n"
    assert growth(f"goal checkin {id} again").err == (
        f"growth: {id} was reached on 2026-11-24\n        see: growth goal list --all\n"
    )


EARLY = "2026-11-02T10:00:00+00:00"


def test_at_a_terminal_what_is_missing_is_asked(growth: Growth) -> None:
    assert "only you can read it" in growth.terminal("goal add", keys=["lead a review\n"]).out
    id = growth.ok("goal list").split()[0]
    assert "moved, checked in 2026-11-24" in growth.terminal(f"goal checkin {id}", keys=["did it\n"]).out


def test_a_reached_goal_names_what_to_judge_again(growth: Growth) -> None:
    start(growth)
    growth.ok("assess rate data-2 --as starting")
    ids = [growth.ok(f"goal add --from {name}").strip() for name in ("data-2", "data-3")]
    told = [growth.terminal(f"goal checkin {id} done --reached").out for id in ids]
    assert ["to judge it again: growth assess rate data-2" in out for out in told] == [True, False]
    assert "assess rate" not in told[1]
    gap = "Not there yet, and no goal is open\n\n- Data: Builds a pipeline that runs at night. · *starting*\n"
    command = "its goal is reached; to judge it again: `growth assess rate data-2`\n"
    assert f"{gap}   - {command}" in growth.ok("report growth-plan")
    assert f"Its{command[3:]}" in growth.ok("report self-review")
    growth.ok("assess rate data-3 --as starting")
    growth.ok("assess rate talk-1 --as starting")
    assert f"   - {command}" in growth.ok("report promotion")
    growth.ok("assess rate data-2 --as doing --statement 'it runs'")
    for name in ("growth-plan", "self-review", "promotion"):
        assert "rate data-2" not in growth.ok(f"report {name}")


def test_what_is_refused(growth: Growth) -> None:
    id = growth.ok("goal add one").strip()
    assert growth("goal add").code == 2
    assert growth("goal add late --due 2026-01-01").err.startswith("growth: 2026-01-01 is over\n")
    assert growth(f"goal checkin {id}").code == 2
    assert growth(f"goal checkin {id} x --reached --dropped").code == 2
    entry = growth.ok("log something").strip()
    assert growth(f"goal checkin {entry} x").err.startswith(f"growth: {entry} is no goal\n")


def test_the_goals_of_somebody_else(growth: Growth, tmp_path: Path) -> None:
    growth.ok("people add kim --name 'Kim Okafor' --relation direct")
    assert "no goal of Kim Okafor is open, as far as" in growth.terminal("goal list --of kim").out
    pair = growth.ok("mentor pair kim --goal 'give a talk' --goal 'read a paper a week' --cadence 2w").strip()
    growth.ok("mentor checkin kim 'gave it to thirty' --goal 1 --reached")
    hers, bundle = ["--home", str(tmp_path / "hers")], str(tmp_path / "kim.bundle")
    assert growth([*hers, "config", "set", "me.handle", "kim"]).code == 0
    growth.ok([*hers, "people", "add", "eva", "--relation", "manager"])
    id = growth.ok(
        [*hers, "goal", "add", "lead a design", "--due", "2026-12-18", "--share", "manager"]
    ).strip()
    growth.ok([*hers, "goal", "add", "find out what I want"])
    assert growth([*hers, "bundle", "make", "--for", "manager", "-o", bundle]).code == 0
    assert growth(["bundle", "open", bundle, "--as", "kim", "-y"]).code == 0
    assert growth.ok("goal list --of @kim") == (
        f"kim:{id}  open  2026-12-18  -  0  lead a design\n{pair}  open  -  -  0  read a paper a week\n"
    )
    every = json.loads(growth.ok("goal list --of kim --all --json"))
    assert [(one["id"], one["state"], one["text"]) for one in every] == [
        (f"kim:{id}", "open", "lead a design"),
        (pair, "open", "read a paper a week"),
        (pair, "reached", "give a talk"),
    ]
    shown = re.sub(r"\x1b\[[0-9;]*m", "", growth.terminal("goal list --of kim").out)
    assert shown == (
        f".  kim:{id[-4:]}  lead a design\n         due 2026-12-18, no check-in yet\n"
        f".  {pair[-4:]}  read a paper a week\n         no check-in yet\n"
    )
    assert growth.ok("goal list") == ""
