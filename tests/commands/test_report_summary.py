"""growth report summary: a week, a month or a quarter on a page."""

import json
from typing import Any

import pytest

from tests.conftest import Growth


def log(growth: Growth, *words: str) -> str:
    return growth.ok(["log", *words]).strip()[-4:]


def before(growth: Growth, command: str) -> str:
    return growth.ok(command, now="2026-11-16T10:00:00+00:00").strip()


@pytest.fixture
def ids(growth: Growth) -> dict[str, str]:
    """A week in the life of an engineer, and a day of the week before."""
    growth.ok("people add eva --name 'Eva Brandt' --relation manager")
    growth.ok("people add kim --name 'Kim Okafor'")
    growth("config set me.name 'Ana Silva'")
    log(growth, "Read the code of the store", "-d", "2026-11-12")
    return {
        "win": log(growth, "Cut ranker p99 by half", "-k", "win", "-p", "ranker", "-d", "2026-11-17",
                   "--share", "manager", "--metric", "p99: 480 ms -> 210 ms", "--spent", "3h"),
        "work": log(growth, "Warmed the cache before a release", "-p", "ranker", "-d", "2026-11-18"),
        "review": log(growth, "Reviewed the retry queue", "-k", "review", "-p", "queue", "-d", "2026-11-18",
                      "--share", "team"),
        "hard": log(growth, "Nobody owns the alerts", "-k", "challenge", "-d", "2026-11-19"),
        "learned": log(growth, "Freed memory is not returned memory", "-k", "learning", "-d", "2026-11-19",
                       "--share", "manager"),
        "thanks": log(growth, "Kim unblocked me", "-k", "kudos", "-w", "kim", "-d", "2026-11-20"),
        "kept": before(growth, "action add 'send the numbers' -w eva --due 2026-11-20 --share manager"),
        "next": before(growth, "action add 'ask about the alerts' --due 2026-11-27"),
        "goal": before(growth, "goal add 'hold a class on caches' --due 2026-11-30 --share manager"),
    }  # fmt: skip


def test_a_week_on_a_page(growth: Growth, ids: dict[str, str]) -> None:
    growth.ok(f"done {ids['kept']}", now="2026-11-20T10:00:00+00:00")
    growth.ok(f"goal checkin {ids['goal']} 'the outline is written'", now="2026-11-20T10:00:00+00:00")
    growth.ok("1on1 notes eva --shared 'spoke of the alerts'", now="2026-11-19T10:00:00+00:00")
    growth.ok("feedback got kim 'the numbers helped'", now="2026-11-19T10:00:00+00:00")
    document = growth.ok("report summary --period 2026-W47")
    assert (
        document.split("## Records cited")[0]
        == f"""\
*For you only: 4 private records. To send: `growth report summary --period 2026-W47 --for manager`*

# Ana Silva: the week · *16 to 22 Nov 2026*

6 entries on 4 days, 1 win, 1 with a number, 3 hours on 1 of them; 1 in the week before. Most went into \
ranker (2).

## Done

- Cut ranker p99 by half: p99 480 -> 210 ms · *ranker, Tue 17 Nov* · `{ids["win"]}`
- Warmed the cache before a release · *ranker, Wed 18 Nov* · `{ids["work"]}`

## Work that is rarely seen · *1 of 6 entries*

- Reviewed the retry queue · *review, queue, Wed 18 Nov* · `{ids["review"]}`

## What is hard

- Nobody owns the alerts · *Thu 19 Nov* · `{ids["hard"]}`

## Learned

- Freed memory is not returned memory · *Thu 19 Nov* · `{ids["learned"]}`

## Goals

- **moved** hold a class on caches: the outline is written · *Fri 20 Nov* · `{ids["goal"][-4:]}`

## Promises kept

- send the numbers · *done Fri 20 Nov* · `{ids["kept"][-4:]}`

## Next

- [ ] ask about the alerts · *due Fri 27 Nov* · `{ids["next"][-4:]}`
- [ ] hold a class on caches · *goal, due Mon 30 Nov* · `{ids["goal"][-4:]}`

## Thanks to others

- Kim unblocked me · *Kim Okafor, Fri 20 Nov* · `{ids["thanks"]}`

## Met and asked

- 1:1 with Eva Brandt
- feedback: heard 1 answer

"""
    )


def test_my_manager_sees_what_is_shared_and_no_more(growth: Growth, ids: dict[str, str]) -> None:
    result = growth("report summary --period 2026-W47 --for manager")
    assert (result.err, result.code) == ("withheld from Eva Brandt: 3 records\n", 0)
    assert (
        result.out.split("## Records cited")[0]
        == """\
*For my manager, from Ana Silva*

# Ana Silva: the week · *16 to 22 Nov 2026*

3 entries on 3 days, 1 win, 1 with a number, 3 hours on 1 of them.

## Done

- Cut ranker p99 by half: p99 480 -> 210 ms · *ranker, Tue 17 Nov* · [1]

## Work that is rarely seen · *1 of 3 entries*

- Reviewed the retry queue · *review, queue, Wed 18 Nov* · [2]

## Learned

- Freed memory is not returned memory · *Thu 19 Nov* · [3]

## Next

- [ ] send the numbers · **4 days late** · [4]
- [ ] hold a class on caches · *goal, due Mon 30 Nov* · [5]

"""
    )


def test_without_a_period_it_is_the_last_seven_days(growth: Growth, ids: dict[str, str]) -> None:
    lines = growth.ok("report summary").splitlines()
    assert lines[0].endswith("To send: `growth report summary --for manager`*")
    assert lines[2] == "# Ana Silva: the week · *18 to 24 Nov 2026*"


@pytest.mark.parametrize(
    ("options", "title"),
    [
        ("--period 2026-11", "the month · *November 2026, so far*"),
        ("--period 'last month'", "the month · *October 2026*"),
        ("--period 2026-Q3", "the quarter · *2026-Q3*"),
        ("--period 2026", "the year · *2026, so far*"),
        ("--period today", "the day · *24 Nov 2026*"),
        ("--since 2026-11-20", "the 5 days · *20 to 24 Nov 2026*"),
        ("--since 2025-12-30 --until 2026-01-02", "the 4 days · *30 Dec 2025 to 2 Jan 2026*"),
        ("--period 2026-W48 --project ranker", "the week for ranker · *23 to 29 Nov 2026, so far*"),
    ],
)
def test_a_title_says_which_time_it_is(growth: Growth, ids: dict[str, str], options: str, title: str) -> None:
    assert growth.ok(f"report summary {options}").splitlines()[2] == f"# Ana Silva: {title}"


def test_an_empty_time_says_so(growth: Growth) -> None:
    assert growth.ok("report summary --period 2020-01") == (
        "*For you only. To send: `growth report summary --period 2020-01 --for manager`*\n\n"
        "# The month · *January 2020*\n\n"
        "Nothing is logged in this time: `growth log 'what I finished today'`\n"
    )
    assert growth.ok("report summary --for team --period 2020-01").splitlines()[-1] == (
        "There is nothing to show of this time."
    )


def test_a_time_without_a_beginning_is_refused(growth: Growth) -> None:
    assert growth("report summary --until 2026-11-01") == (
        "",
        "growth: a summary needs a beginning\n        --period 2026-Q3, or --since with --until\n",
        2,
    )


def test_a_full_quarter_stays_on_a_page(growth: Growth) -> None:
    kinds = ("win", "work", "review", "learning", "kudos", "challenge")
    lines = [
        json.dumps({"title": f"Did {number} of the many things", "day": f"2026-08-{1 + number % 28:02}",
                    "kind": kinds[number % 6], "project": f"p{number % 4}"})
        for number in range(300)
    ]  # fmt: skip
    growth("import -f jsonl - -y", stdin="\n".join(lines) + "\n")
    document = growth.ok("report summary --period 2026-Q3 -f text").split("RECORDS CITED")[0]
    assert 40 < len(document.splitlines()) <= 60
    assert "300 entries on 28 days" in document


def test_json_says_what_the_page_says(growth: Growth, ids: dict[str, str]) -> None:
    found: dict[str, Any] = json.loads(growth.ok("report summary --period 2026-W47 --json"))
    assert [one["title"] for one in found["done"]["entries"]] == [
        "Cut ranker p99 by half", "Warmed the cache before a release",
    ]  # fmt: skip
    assert (found["total"], found["before"], found["projects"][0]) == (
        6, 1, {"name": "ranker", "entries": 2, "spent": 180},
    )  # fmt: skip


def test_what_it_cites_can_be_verified(growth: Growth, ids: dict[str, str], tmp_path: Any) -> None:
    growth(f"report summary --period 2026-W47 -o {tmp_path / 'week.md'}")
    assert growth(f"verify {tmp_path / 'week.md'}").code == 0
    growth.ok(f"edit {ids['win']} --impact 'timeouts -80 %'")
    assert growth(f"verify {tmp_path / 'week.md'}").code == 1


def test_what_was_shared_with_other_teams_and_reused_is_told_with_for_whom(growth: Growth) -> None:
    growth.ok("people add eva --name 'Eva Berg' --relation manager")
    growth.ok(
        "log Monotonic clocks --state given --audience 'the search team' --reused-by 'search team' "
        "--reused-by 'ads team' --artefact https://example.com/slides --share manager"
    )
    growth.ok("log Calibration at scale --state planned --audience 'the ads team' --share manager")
    document = growth.ok("report summary --for manager")
    assert (
        "## Shared and reused · *1 given, 1 reused by others*\n\n"
        "- Monotonic clocks: given to the search team, reused by 2 teams "
        "([example.com/slides](https://example.com/slides)) · *Tue 24 Nov* · [1]\n"
    ) in document
    planned = "- [ ] Calibration at scale: planned, for the ads team · *Tue 24 Nov* · [2]\n"
    assert f"## Next\n\n{planned}" in document
    brag = growth.ok("report brag --for manager")
    assert "1 entry on 1 day, 1 reused by others." in brag
    assert "- Monotonic clocks: given to the search team, reused by 2 teams (" in brag


def test_a_period_that_has_not_begun_is_refused(growth: Growth) -> None:
    assert growth("report summary --period 2027-Q1") == (
        "",
        "growth: 2027-Q1 has not begun\n"
        "        what is planned: growth list --since 2027-01-01; or name a period with days behind you\n",
        2,
    )
