"""What a sheet remembers: goals that moved or are stuck, career and thanks, and questions that fit."""

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import Growth


def at(day: str) -> str:
    return f"{day}T10:00:00+00:00"


def without_ids(text: str) -> str:
    return re.sub(r"`(ana:)?[0-9a-hjkmnp-tv-z]{4}`", r"`\g<1>7k3q`", text)


def part(sheet: str, title: str) -> str:
    """Return one section of a sheet."""
    return sheet.partition(f"## {title}\n\n")[2].partition("\n\n")[0]


@pytest.fixture
def eva(growth: Growth, tmp_path: Path) -> Growth:
    """A manager who has opened what Ana shares: two goals, and one she keeps to herself."""
    hers = ["--home", str(tmp_path / "ana")]
    for day, command in (
        ("2026-08-01", "people add eva --relation manager"),
        ("2026-08-01", "goal add 'lead a *cross-team* design' --share manager"),
        ("2026-10-20", "goal checkin last 'three teams read it'"),
        ("2026-11-01", "goal add 'hold a class on <b>calibration</b>' --share manager"),
        ("2026-11-20", "goal checkin last 'first class held'"),
        ("2026-11-21", "goal add 'secret of Ana'"),
    ):
        assert growth([*hers, *shlex.split(command)], now=at(day)).code == 0
    file = str(tmp_path / "ana.json")
    assert growth([*hers, "bundle", "make", "--for", "manager", "-o", file, "-y"]).code == 0
    growth.ok("people add ana --name 'Ana Silva' --relation direct --meets 'weekly tue 10:00'")
    assert growth(["bundle", "open", file, "--as", "ana", "-y"]).code == 0
    growth.ok("1on1 notes ana -d 2026-10-06 --asked 1on1/56 --shared x")
    growth.ok("1on1 notes ana -d 2026-11-17 --asked 1on1/92 --shared x")
    growth.ok("1on1 agenda ana 'on-call load' --from ana")
    return growth


def test_goals_of_theirs_career_and_thanks(eva: Growth) -> None:
    eva.ok("log Thanked Ana -w ana -k kudos -d 2026-10-20")
    sheet = without_ids(eva.ok("prep ana"))
    assert part(sheet, "Growth") == (
        "- **goal** lead a \\*cross-team\\* design: three teams read it (Tue 20 Oct)"
        " · *no movement for 5 weeks* · `ana:7k3q`\n"
        "- **goal** hold a class on \\<b>calibration\\</b>: first class held"
        " · *moved Fri 20 Nov* · `ana:7k3q`\n"
        "- **you** last spoke of career 7 weeks ago, last thanked Ana 5 weeks ago"
    )
    assert "1 of 1 held · thanked" not in sheet and "secret of Ana" not in sheet


def test_questions_fit_her_topic_and_the_goal_that_is_stuck(eva: Growth) -> None:
    first, second, third = part(eva.ok("prep ana"), "Three questions").splitlines()
    assert first == ("1. Which part of being on call would you hand over first if you could? · *Ana's topic*")
    assert re.fullmatch(r"2\. .*\bgoal\b.*\? · \*stuck goal\*", second)
    assert third.startswith("3. ") and "topic*" not in third
    asked = json.loads(eva.ok("prep ana --json"))["questions"]
    assert [(one["source"], one["why"]) for one in asked[:2]] == [
        ("topic", "on-call load"), ("goal", "lead a *cross-team* design"),
    ]  # fmt: skip
    eva.ok(f"1on1 notes ana --asked {asked[0]['ref']} --asked {asked[1]['ref']}")
    again = json.loads(eva.ok("prep ana --json", now=at("2026-12-01")))["questions"]
    assert {one["source"] for one in again} == {""}


def test_the_words_and_goals_between_two_people_are_in_no_sheet_for_others(eva: Growth) -> None:
    for audience in ("@ana", "manager", "team"):
        sheet = eva(f"prep ana --for {audience}").out
        assert not re.search(r"Growth|career|cross-team|calibration|questions", sheet)
    found = json.loads(eva("prep ana --for @ana --json").out)
    assert (found["goal_news"], found["career"], found["remembered"], found["questions"]) == (
        [], None, None, [],
    )  # fmt: skip


def test_goals_of_mine_are_on_the_sheet_for_my_manager(growth: Growth) -> None:
    growth.ok("people add max --name 'Max Roth' --relation manager")
    growth.ok("goal add 'lead a *design*' --share manager --due 2026-11-20", now=at("2026-10-01"))
    growth.ok("goal add 'secret of mine'", now=at("2026-10-01"))
    sheet = without_ids(growth.ok("prep max"))
    assert part(sheet, "Your goals") == (
        "- **goal** lead a *design* · *no movement for 7 weeks, due 4 days ago* · `7k3q`\n"
        "- **goal** secret of mine · *no movement for 7 weeks* · `7k3q`"
    )
    assert "· *stuck goal*" in sheet
    sent = growth("prep max --for manager").out
    assert part(sent, "My goals") == (
        "- **goal** lead a *design* · *no movement for 7 weeks, due 4 days ago* · [1]"
    )
    assert "secret" not in sent


def test_what_was_never_spoken_of_is_said_once_there_is_a_memory(growth: Growth) -> None:
    growth.ok("people add ana --name 'Ana Silva' --relation direct --meets weekly")
    growth.ok("1on1 notes ana -d 2026-06-02 --shared x")
    growth.ok("log Thanked Kim -w kim -k kudos -d 2026-10-20")
    assert "## Growth" not in growth.ok("prep ana")
    growth.ok("1on1 notes ana -d 2026-06-09 --asked 1on1/12")
    assert part(growth.ok("prep ana"), "Growth") == (
        "- **you** have not spoken of career in 24 weeks, have not thanked Ana for more than 3 months"
    )


def test_it_fits_a_terminal(eva: Growth) -> None:
    shown = eva.ok("prep ana -f text").splitlines()
    assert max(map(len, shown)) <= 80
    start = shown.index("GROWTH")
    assert without_ids("\n".join(shown[start : start + 5])) and shown[start + 1].startswith("  goal  lead a ")
    assert "  you   last spoke of career 7 weeks ago" in shown


def test_the_index_counts_the_goals_that_are_stuck(eva: Growth, tmp_path: Path) -> None:
    assert eva(["prep", "--all", "-o", str(tmp_path / "sheets")]).code == 0
    index = (tmp_path / "sheets" / "index.md").read_text()
    assert "- [Ana Silva](ana.md) Tue 24 Nov 10:00 · *1 topic, 1 goal stuck*\n" in index
