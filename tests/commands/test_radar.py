"""growth radar: the lag table against a count by hand, the page, what to ask whom, and overlaps."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Growth
from tests.year.home import write

EARLIER = "2026-11-23T10:00:00+00:00"


def hand_over(growth: Growth, place: Path, name: str, *commands: str) -> None:
    """Log in somebody's own home, and open the bundle that they make of it."""
    home, bundle = place / name, place / f"{name}.bundle"
    made = (
        f"config set me.handle {name}", "people add eva --name 'Eva Lund' --relation manager",
        *(f"log {command}" for command in commands), f"bundle make --for manager -o {bundle} -y",
    )  # fmt: skip
    for command in made:
        done = growth(["--home", str(home), *shlex.split(command)], now=EARLIER)
        assert done.code == 0, done
    opened = growth(["bundle", "open", str(bundle), "--as", name, "-y"])
    assert opened.code == 0, opened


@pytest.fixture
def team(growth: Growth, tmp_path: Path) -> Growth:
    """A manager with two people, and somebody from another team, who share what they do."""
    growth.ok("people add ana --name 'Ana Silva' --relation direct --meets 'weekly tue 10:00'")
    growth.ok("people add bo --name 'Bo Tran' --relation direct")
    growth.ok("people add kim --name 'Kim Okafor' --relation peer")
    hand_over(
        growth, tmp_path, "ana",
        "Backpressure in two services -t backpressure --share manager -d 2026-11-17",
        "Read on backpressure -k learning -t backpressure --share manager -d 2026-11-03",
        "Moved the cache -t caches -p search --share manager -d 2026-11-20",
        "Only mine -t burnout -d 2026-11-19",
    )  # fmt: skip
    hand_over(
        growth, tmp_path, "bo",
        "Load test -t backpressure --share manager -d 2026-11-10",
        "How a rota is made fair -k learning --share manager -d 2026-11-12",
        "Old thing -t perl --share manager -d 2026-01-12",
        "Lean proofs -t theorem-proving --share manager -d 2026-11-12",
    )  # fmt: skip
    hand_over(
        growth, tmp_path, "kim",
        "First proofs -t theorem-proving --share manager -d 2026-11-14",
        "Search by meaning -p search --share manager -d 2026-11-14",
    )  # fmt: skip
    growth.ok("log Cache review with the team -t caches -d 2026-10-09")
    return growth


# Counted by hand in the rows of the demo (templates/demo), from 27 May to 24 November 2026: what Ana and
# the other seven shared with Eva as done or learned, and what Eva's journal has. Who, and on which days:
#   mentoring   Ana 15 Jul, 20 Jul, 19 Nov. Eva 18 May: "Ana takes the mentoring".
#   labelling   Ana 19 Aug, 8 Oct; Kim 19 Sep, 12 Oct, 3 Nov, 12 Nov, 23 Nov; Łukasz 9 Oct, 15 Oct;
#               Noa 14 Oct. Eva 8 Oct: "Kim gets the labelling queue".
#   on-call     Ana 22 Jun, 20 Aug, 5 Oct, 26 Oct, 27 Oct, 18 Nov, 19 Nov; Łukasz 29 Jun, 26 Aug, 18 Nov;
#               Bo 29 Oct, 18 Nov. Eva 30 Oct: "When two people are tired of on-call".
#   gpu         Tariq 29 Jun, 12 Nov, 21 Nov; Ana 22 Oct. Eva 6 Nov: "Asked Dana for GPUs".
#   latency     Ana 8 Sep, 14 Sep, 10 Nov, 20 Nov. Eva 11 Nov: "Quarter review: latency".
#   freshness   Ana 13 Aug, 20 Aug, 15 Sep, 1 Oct, 19 Oct, 12 Nov, 17 Nov, twice 18 Nov, twice 23 Nov,
#               24 Nov; Zoë 4 Nov; Bo 18 Nov. Eva 22 Nov: "Read the freshness RFC twice".
#   cost        Tariq 29 Jun, 28 Aug, 17 Sep, 9 Oct, 21 Nov; Ana 2 Jun, 22 Jun. Eva 22 Nov: "one remark
#               on cost".
BY_HAND = [
    ("mentoring", {"ana": 3}, "2026-11-19", "2026-05-18", 185),
    ("labelling", {"kim": 5, "lukasz": 2, "ana": 2, "noa": 1}, "2026-11-23", "2026-10-08", 46),
    ("on-call", {"ana": 7, "lukasz": 3, "bo": 2}, "2026-11-19", "2026-10-30", 20),
    ("gpu", {"tariq": 3, "ana": 1}, "2026-11-21", "2026-11-06", 15),
    ("latency", {"ana": 4}, "2026-11-20", "2026-11-11", 9),
    ("freshness", {"ana": 12, "bo": 1, "zoe": 1}, "2026-11-24", "2026-11-22", 2),
    ("cost", {"tariq": 5, "ana": 2}, "2026-11-21", "2026-11-22", 0),
]


def radar(growth: Growth, command: str = "radar") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(growth.ok(f"{command} --json"))
    return found


def test_the_lag_table_of_the_demo_is_what_a_hand_counts(growth: Growth, tmp_path: Path) -> None:
    growth(f"demo {tmp_path / 'demo'}")
    found = radar(growth, f"--home {tmp_path / 'demo' / 'manager'} radar")
    assert [
        (
            topic["name"], {who["person"]: who["entries"] for who in topic["people"]},
            topic["team_last"], topic["me_last"], topic["lag"],
        )
        for topic in (*found["behind"], *found["level"])
    ] == BY_HAND  # fmt: skip
    assert [topic["name"] for topic in found["new"][:4]] == [
        "feature-store",
        "evals",
        "privacy",
        "search-llm",
    ]
    assert all(topic["me_last"] is None and topic["lag"] is None for topic in found["new"])


PAGE = """\
NEW TO YOU              team last     team since    learn it from
  backpressure          7 days ago    Tue 3 Nov     Ana 2 (1 learning), Bo 1
  search                4 days ago    Fri 20 Nov    Ana 1
  theorem-proving       12 days ago   Thu 12 Nov    Bo 1

YOU LAG                 team last     you last      lag
  caches                4 days ago    6 weeks ago   6 weeks   Ana 1

LEARNED  under no tag and no skill
  How a rota is made fair  Bo, 12 days ago  bo:7k3q

shared since Wed 27 May · to ask: growth radar --ask backpressure
"""


def without_ids(text: str) -> str:
    return re.sub(r"(\w+:)[0-9a-hjkmnp-tv-z]{4}\b", r"\g<1>7k3q", text)


def test_the_page(team: Growth) -> None:
    assert without_ids(team.ok("radar")) == PAGE
    assert without_ids(team.ok("radar -f text")) == PAGE


def test_on_a_terminal_no_line_is_wider_than_it(team: Growth) -> None:
    seen = team.terminal("--no-color radar").out
    assert without_ids(seen) == PAGE
    assert max(len(line) for line in seen.splitlines()) <= 80


def test_a_period_that_is_named_is_what_is_looked_at(team: Growth) -> None:
    assert [topic["name"] for topic in radar(team, "radar --period 2026-01")["new"]] == ["perl"]


def test_more_topics_than_rows_are_counted(team: Growth) -> None:
    assert "  and 2 more: -n 3\n" in team.ok("radar -n 1")


def test_a_topic_goes_on_the_agenda_of_who_knows_it_best(team: Growth) -> None:
    identifier = team.ok("radar --ask Backpressure").strip()
    assert re.fullmatch(r"s261124-\w{4}", identifier)
    assert (
        team.ok("1on1 agenda ana")
        .strip()
        .endswith("backpressure: what should I know of it, and where do I start?")
    )
    again = team("radar --ask backpressure")
    assert (again.code, again.out) == (1, "")
    assert "is on the agenda already" in again.err


def test_another_who_shared_it_can_be_asked_but_nobody_else(team: Growth) -> None:
    team.ok("radar --ask backpressure -w bo")
    assert "backpressure" in team.ok("1on1 agenda bo")
    refused = team("radar --ask theorem-proving -w ana")
    assert (refused.code, refused.err) == (
        1, "growth: ana shared nothing on theorem-proving\n        ask bo\n"
    )  # fmt: skip
    assert team.ok("1on1 agenda ana") == ""


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("radar --ask burnout", 1, "none of your team shared anything on 'burnout'"),
        ("radar --ask backpressure --overlap", 2, "--overlap and --ask exclude each other"),
        ("radar -w ana", 2, "--with goes with --ask"),
    ],
)
def test_what_makes_no_sense_is_refused(team: Growth, command: str, code: int, said: str) -> None:
    result = team(command)
    assert (result.code, result.out) == (code, "")
    assert said in result.err


def test_without_people_or_bundles_it_says_what_to_do(growth: Growth) -> None:
    assert "nobody reports to you" in growth("radar").err
    assert "nobody has shared anything yet" in growth("radar --overlap").err
    growth.ok("people add ana --name 'Ana Silva' --relation direct")
    nothing = growth("radar")
    assert (nothing.out, nothing.code) == ("", 0)
    assert "growth bundle open FILE" in nothing.err


OVERLAPS = """\
CODE  Kim and Ana  one project: search
  kim:7k3q  Sat 14 Nov  Search by meaning
  ana:7k3q  Fri 20 Nov  Moved the cache

CODE  Bo and Ana  one tag: backpressure
  bo:7k3q  Tue 10 Nov  Load test
  ana:7k3q  Tue 17 Nov  Backpressure in two services

CODE  Bo and Kim  one tag: theorem-proving
  bo:7k3q  Thu 12 Nov  Lean proofs
  kim:7k3q  Sat 14 Nov  First proofs

in what 3 people shared since Wed 27 May; neither names the other in it
not one: growth thumb down overlap@CODE
"""


def test_an_overlap_is_told_with_a_record_of_each(team: Growth) -> None:
    page = without_ids(team.ok("radar --overlap"))
    assert re.sub(r"(?m)(^|@)[0-9a-hjkmnp-tv-z]{6}(?=  |$)", r"\g<1>CODE", page) == OVERLAPS
    first = radar(team, "radar --overlap")["found"][0]["code"]
    assert page.startswith(f"{first}  ") and page.endswith(f"overlap@{first}\n")
    assert "  and 1 more" not in page and "and 1 more: -n 3\n" in team.ok("radar --overlap -n 2")


def test_what_one_plans_the_other_does(team: Growth, tmp_path: Path) -> None:
    hers = ["--home", str(tmp_path / "dee")]
    for line in (
        "config set me.handle dee",
        "people add eva --name 'Eva Lund' --relation manager",
        "goal add 'Know what our #caches hold' --share manager",
        "action add 'load test of the scheduler' --share private",
        f"bundle make --for manager -o {tmp_path / 'dee.bundle'} -y",
    ):
        assert team([*hers, *shlex.split(line)]).code == 0
    team(["bundle", "open", str(tmp_path / "dee.bundle"), "--as", "dee", "-y"])
    every = radar(team, "radar --overlap")["found"]
    found = [one for one in every if "dee" in (one["a"]["person"], one["b"]["person"])]
    assert [(one["sort"], one["shared"], one["a"]["title"]) for one in found] == [
        ("tag", ["caches"], "Moved the cache")
    ]
    goal = found[0]["b"]["ref"]
    assert goal.startswith("dee:g261124-") and "Know what our #caches hold" in team(f"show {goal}").out


def test_a_thumb_down_silences_an_overlap_and_a_thumb_up_brings_it_back(team: Growth) -> None:
    code = radar(team, "radar --overlap")["found"][0]["code"]
    team.ok(f"thumb down overlap@{code.upper()} 'they sit together'")
    seen = radar(team, "radar --overlap")
    assert ([one["sort"] for one in seen["found"]], seen["rejected"]) == (["tag", "tag"], 1)
    assert "1 find with a thumb down left out" in team.ok("radar --overlap")
    team.ok(f"thumb up overlap@{code}")
    assert len(radar(team, "radar --overlap")["found"]) == 3


def test_a_thumb_on_no_find_is_refused(team: Growth) -> None:
    refused = team("thumb down overlap@zzzzzz")
    assert (refused.code, refused.out) == (1, "")
    assert "there is no overlap 'zzzzzz'" in refused.err


def test_of_the_year_of_a_manager_ten_are_found_and_none_is_false(growth: Growth) -> None:
    planted = {frozenset((one.a, one.b)): one.overlap for one in write(growth.home).planted}
    found = radar(growth, "radar --overlap")["found"]
    assert [planted.get(frozenset((one["a"]["ref"], one["b"]["ref"]))) for one in found] == [True] * 10


def test_what_stayed_private_is_on_no_page(team: Growth) -> None:
    for command in ("radar", "radar --json", "radar --overlap", "radar --overlap --json"):
        assert "burnout" not in team.ok(command) and "Only mine" not in team.ok(command)
