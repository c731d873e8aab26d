"""growth learning: planned against used, what to recall, and a block in the calendar."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Growth


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", text).replace("\r", "")


@pytest.fixture
def learned(growth: Growth) -> Growth:
    growth("config set learning.budget 4h/month")
    growth.ok("people add kim --name 'Kim Roth'")
    for line in (
        "Began the journal -d 2026-08-03",
        "'The calibration paper' --type paper --spent 2h --takeaway 'refit the scales' --taught-back kim"
        " -d 2026-09-14",
        "'Lunch on drift alarms' --type lunch-and-learn --spent 1h --led -d 2026-11-03",
        "'Calibrated the ranker' -k win -d 2026-11-04",
    ):
        growth.ok(f"log {line}")
    growth.ok("action add 'read the conformal paper' --type paper --due friday")
    growth.ok("action add 'ask Dana'")
    return growth


def test_on_a_terminal_it_is_a_page(learned: Growth) -> None:
    shown = plain(learned.terminal("learning", env={"PAGER": "cat"}).out)
    identifier = json.loads(learned.ok("learning --json"))["plans"][0]["action"]["id"]
    full, half = "█" * 40, "█" * 20
    assert shown == (
        "learning time: 1h of 4h so far, third month below\n"
        "the last one was 21 days ago: Lunch on drift alarms\n"
        "\n"
        "Hours planned and used\n"
        f"  Sep 2026  planned  {full}  4\n"
        f"            used     {half}                      2\n"
        f"  Oct 2026  planned  {full}  4\n"
        f"            used     {' ' * 40}  0\n"
        f"  Nov 2026  planned  {full}  4\n"
        f"            used     {'█' * 10}{' ' * 30}  1\n"
        "\n"
        "Hours by type\n"
        f"  paper            {full}  2\n"
        f"  lunch-and-learn  {half}{' ' * 20}  1\n"
        "\n"
        "taught back: 1 of 2, to Kim Roth\n"
        "led: 1 session\n"
        "\n"
        "Planned (1)\n"
        f"  .  {identifier[-4:]}  read the conformal paper  paper, due Fri 27 Nov\n"
    )


def test_piped_it_is_a_line_each(learned: Growth) -> None:
    lines = learned.ok("learning --period 2026-Q4").splitlines()
    assert lines[:3] == [
        "month  2026-10  0h  of 4h", "month  2026-11  1h  of 4h", "type   lunch-and-learn  1h  1 entry",
    ]  # fmt: skip
    assert re.fullmatch(r"plan   t261124-\w{4}  2026-11-27  paper  read the conformal paper", lines[3])
    assert learned.ok("learning show --period 2026-Q4").splitlines() == lines


def test_json_has_every_number(learned: Growth) -> None:
    found = json.loads(learned.ok("learning --json"))
    assert found["standing"] == {"month": "2026-11-01", "used": 60, "budget": 240, "below": 3}
    assert found["people"] == {"kim": 1}


def test_an_old_takeaway_is_recalled_only_when_asked(learned: Growth) -> None:
    assert re.fullmatch(
        r"j261124-\w{4}  2026-09-14  refit the scales\n", learned.ok("learning recall calibr")
    )
    shown = plain(learned.terminal("learning recall calibr", env={"PAGER": "cat"}).out).splitlines()
    assert [line[4:] for line in shown] == [
        "  Mon 14 Sep  learning  The calibration paper", "       refit the scales",
    ]  # fmt: skip
    assert learned.ok("learning recall calibr nobody") == ""


BLOCK = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//growth//growth//EN
BEGIN:VEVENT
SUMMARY:Time to learn
DTSTART:20261127T130000
DURATION:PT3H
DTSTAMP:20261124T100000Z
UID:learning-2026-W48@growth
END:VEVENT
END:VCALENDAR
"""


def test_what_the_month_lacks_is_a_block_in_the_calendar(learned: Growth, tmp_path: Path) -> None:
    out = tmp_path / "learning.ics"
    result = learned(["learning", "block", "--week", "-o", str(out)])
    assert (result.code, result.out) == (0, "")
    assert result.err == f"written: {out}, Fri 27 Nov 13:00 to 16:00\n"
    assert out.read_bytes().decode() == BLOCK.replace("\n", "\r\n")
    assert "DURATION:PT4H" in learned.ok("learning block --week 2026-12-09")
    assert "DTSTART:20261211T090000" in learned.ok("learning block --week 2026-12-09 --time 6h")


@pytest.mark.parametrize(
    ("args", "err"),
    [
        ("learning block --week 2026-11-02", "the week of 2026-11-02 is over: its Friday was 2026-11-06"),
        ("learning block -o x.txt", "x.txt is no name of a calendar"),
        ("learning recall ''", "the topic is empty"),
        ("learning nothing", "there is no command 'learning nothing'; see: growth help learning"),
        ("config set learning.budget much", "learning.budget cannot be 'much'"),
        ("config set learning.budget 0h/month", "learning.budget cannot be '0h/month'"),
    ],
)
def test_what_cannot_be_done_is_named(learned: Growth, args: str, err: str) -> None:
    result = learned(args)
    assert (result.out, result.err.splitlines()[0], result.code) == ("", f"growth: {err}", 2)


def test_without_a_budget_nothing_is_missing(growth: Growth) -> None:
    result = growth("learning block")
    assert (result.code, result.err) == (
        1,
        "growth: no time to learn is planned\n"
        "        --time 2h, or for each month: growth config set learning.budget 4h/month\n",
    )
    shown = plain(growth.terminal("learning").out)
    assert shown.startswith("learning time: 0h this month\nnothing learned is logged yet: ")
    assert shown.endswith("to plan a time for each month: growth config set learning.budget 4h/month\n")


def test_a_month_that_is_used_lacks_nothing(learned: Growth) -> None:
    learned.ok("log 'The GPU course' --type course --spent 3h")
    result = learned("learning block")
    assert (result.code, result.err.splitlines()[0]) == (
        1, "growth: the time to learn of November is used: 4h of 4h",
    )  # fmt: skip


def test_my_own_sheet_for_my_manager_says_how_it_stands(learned: Growth) -> None:
    learned.ok("people add eva --name 'Eva Berg' --relation manager")
    line = "- **learning time** 1h of 4h so far, third month below\n"
    assert f"## Your goals\n\n{line}" in learned.ok("prep eva -f md")
    # What I plan for myself is mine to tell, and so is what I did not share.
    assert "learning time" not in learned("prep eva --for @eva -f md").out
    learned("config unset learning.budget")
    assert "learning time" not in learned.ok("prep eva -f md")


def test_on_the_sheet_of_somebody_stands_what_they_shared(growth: Growth, tmp_path: Path) -> None:
    growth.ok("people add ana --name 'Ana Silva' --email ana@example.org --relation direct")
    growth("config set learning.budget 4h/month")
    hers = f"--home {tmp_path / 'ana'} "
    growth(f"{hers}config set me.emails ana@example.org")
    growth(f"{hers}people add eva --name 'Eva Berg' --relation manager")
    growth(f"{hers}log 'The GPU course' --type course --spent 90m --share manager")
    growth(f"{hers}log 'A private paper' --type paper --spent 2h")
    made = tmp_path / "ana.json"
    assert growth(f"{hers}bundle make --for manager -o {made}").code == 0
    assert growth(f"bundle open {made} -y").code == 0
    assert "- **learning time** 1h30m this month, as shared\n" in growth.ok("prep ana -f md")
    assert "- **learning** Ana 1.5 hours\n" in growth.ok("team -f md")
    growth(f"{hers}edit --period 2026-11 -k learning --clear spent -y")
    growth(f"{hers}bundle make --for manager -o {made} -y")
    assert growth(f"bundle open {made} -y").code == 0
    assert "- **learning time** the last one today, as shared\n" in growth.ok("prep ana -f md")


def test_a_summary_tells_what_was_learned_and_what_stays_of_it(learned: Growth) -> None:
    page = learned.ok("report summary --period 2026-H2 -f md")
    part = re.sub(r" · `\w{4}`", "", page[page.index("## Learned") :].split("\n\n## ")[0])
    assert part == (
        "## Learned · *3 hours, 1 taught back*\n\n"
        "- The calibration paper; takeaway: refit the scales · *Mon 14 Sep*\n"
        "- Lunch on drift alarms · *Tue 3 Nov*"
    )


def test_nothing_of_a_long_journal_is_missing(growth: Growth) -> None:
    growth("config set learning.budget 4h/month")
    for line in (
        "'The first paper' --spent 1h -d 2024-02-01",
        "'A second paper' --spent 1h -d 2025-03-10",
        "'Somebody learning to ski' -k work -d 2026-06-20",
        "'Led a review' -k design --led -d 2025-05-20",
    ):
        growth.ok(f"log {line} {'' if '-k' in line else '-k learning'}")
    told = json.loads(growth.ok("learning --json"))
    assert told["last"]["title"] == "A second paper"
    # The journal goes back five months before this one, and none of those learned anything.
    assert told["standing"]["below"] == 5
    assert [month["start"] for month in told["months"]][:2] == ["2026-06-01", "2026-07-01"]
    told = json.loads(growth.ok("learning --period 2025-Q2 --json"))
    assert (told["entries"], told["led"], told["last"]["title"]) == (0, 1, "A second paper")
    assert [month["start"] for month in told["months"]] == ["2025-04-01", "2025-05-01", "2025-06-01"]
