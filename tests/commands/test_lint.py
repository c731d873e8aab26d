"""growth lint: what is told, where it ends with 1, and how a rule or one finding is switched off."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

from growth import config
from growth.rules.findings import RULES
from tests.conftest import Growth

from .laddered import log, start

PAGE = Path(__file__).resolve().parents[2] / "docs" / "LINT.md"


def findings(growth: Growth, options: str = "") -> list[dict[str, Any]]:
    result = growth(f"lint --json {options}")
    found: list[dict[str, Any]] = json.loads(result.out)
    assert (result.err, result.code) == ("", 1 if found else 0)
    return found


def rules(growth: Growth, options: str = "") -> list[str]:
    return [one["rule"] for one in findings(growth, options)]


def win(growth: Growth, *words: str) -> str:
    id: str = log(growth, *words, "-k", "win")
    return id


def test_the_page_tells_of_every_rule_and_the_setting_takes_each() -> None:
    told = PAGE.read_text()
    assert re.findall(r"^### (\S+)$", told, re.MULTILINE) == list(RULES)
    for name, words in RULES.items():
        # Each section begins with the words that the terminal has for the rule.
        section = " ".join(told.split(f"### {name}\n", 1)[1].split("\n### ", 1)[0].split())
        assert section.lower().startswith(words.lower()), name
    assert config.BY_NAME["lint.off"].choices == tuple(RULES)


def test_an_empty_journal_has_nothing_to_look_at(growth: Growth) -> None:
    result = growth("lint")
    said = "there is no work of last 6 months to look at; another time: growth lint --period 2026-H1\n"
    assert (result.out, result.err, result.code) == ("", said, 0)


def test_what_is_well_told_is_left_alone(growth: Growth) -> None:
    win(growth, "Cut the wait for support from 40 to 9 minutes")
    log(growth, "Wrote the loader")
    log(growth, "Bo was a great help", "-k", "kudos")
    result = growth("lint")
    assert (result.out, result.err, result.code) == ("", "nothing found in 2 entries (last 6 months)\n", 0)


def test_a_finding_names_the_record_the_reason_and_the_command(growth: Growth) -> None:
    id = win(growth, "Shipped the cache")
    result = growth("lint")
    assert (result.err, result.code) == ("", 1)
    assert result.out == (
        f"no-outcome  {id}  a win, and what came of it is not said  growth edit {id} --impact '…'\n"
    )
    assert findings(growth) == [
        {
            "rule": "no-outcome", "record": id, "criterion": "", "day": "2026-11-24",
            "title": "Shipped the cache", "why": "a win, and what came of it is not said",
            "fix": f"growth edit {id} --impact '…'", "worth": 2,
        }
    ]  # fmt: skip
    command = findings(growth)[0]["fix"].replace("…", "support answers twice as fast")
    assert growth(shlex.split(command)[1:]).code == 0
    assert growth("lint").code == 0


def test_of_one_text_the_first_thing_is_told_and_then_the_next(growth: Growth) -> None:
    id = win(growth, "We shipped the cache")
    assert rules(growth) == ["no-outcome"]
    assert rules(growth, "--without no-outcome") == ["we-without-me"]
    growth.ok(f"edit {id} --impact 'users wait less'")
    assert rules(growth) == ["we-without-me"]
    assert rules(growth, "--only no-number") == ["no-number"]


def test_on_a_terminal_the_first_of_each_rule_stand_for_the_rest(growth: Growth) -> None:
    ids = [win(growth, f"Shipped part {number}", "-d", f"2026-11-1{number}") for number in range(6)]
    shown = growth.terminal("lint --since 2026-11-01")
    assert shown.code == 1
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown.out)
    assert plain == (
        "no-outcome  what was done is there, what came of it is not\n"
        + "".join(
            f"  {ids[number][-4:]}  {day} Nov  Shipped part {number}\n"
            "    a win, and what came of it is not said:\n"
            f"    growth edit {ids[number]} --impact '…'\n"
            for number, day in ((5, "Sun 15"), (4, "Sat 14"), (3, "Fri 13"))
        )
        + "  and 3 more like this: growth lint --since 2026-11-01 --only no-outcome\n"
        "6 findings in 6 entries (since 2026-11-01)\n"
        "right as it is: growth thumb down RULE@ID; leave a rule out: --without RULE\n"
    )
    every = growth.terminal("lint --only no-outcome").out
    assert all(id in every for id in ids) and "more like this" not in every


def test_a_rule_is_switched_off_for_good_and_on_for_once(growth: Growth) -> None:
    win(growth, "We shipped the cache")
    growth("config set lint.off no-outcome vague")
    assert growth.ok("config get lint.off") == "no-outcome\nvague\n"
    assert rules(growth) == ["we-without-me"]
    assert rules(growth, "--only no-outcome") == ["no-outcome"]
    assert rules(growth, "--without we-without-me") == []
    for command in ("lint --only nope", "lint --without nope", "config set lint.off nope"):
        result = growth(command)
        assert result.code == 2 and "'nope'" in result.err and "no-outcome, we-without-me" in result.err


def test_a_thumb_sets_one_finding_aside(growth: Growth) -> None:
    id, other = win(growth, "We shipped the cache"), win(growth, "Shipped the page")
    growth.ok(["thumb", "down", f"no-outcome@{id[-4:]}", "more", "will", "come"])
    assert [(one["rule"], one["record"]) for one in findings(growth)] == [
        ("no-outcome", other), ("we-without-me", id),
    ]  # fmt: skip
    growth.ok(["thumb", "down", f"no-outcome@{other}"])
    growth.ok(["thumb", "down", f"we-without-me@{id}"])
    assert growth("lint").err == "nothing found in 2 entries (last 6 months), 3 set aside\n"
    growth.ok(["thumb", "up", f"no-outcome@{other}"])
    assert rules(growth) == ["no-outcome"]
    assert growth(["thumb", "down", "no-outcome@zzzz"]).code == 1
    # What is forgotten leaves no thumb behind.
    growth("forget " + id + " -y")
    held = "".join(path.read_text() for path in growth.home.rglob("*.json*"))
    assert id not in held and f"no-outcome@{other}" in held


def test_statements_of_the_open_assessment_are_judged(growth: Growth) -> None:
    assessment = start(growth)
    win(growth, "Cut the wait for support from 40 to 9 minutes", "-t", "pipeline")
    assert [(one["rule"], one["why"]) for one in findings(growth)] == [
        ("empty-theme", "none of the 2 themes at L2 has evidence or a statement yet")
    ]
    growth.ok(["assess", "rate", "data-2", "--as", "doing", "--statement", "We built the night pipeline"])
    growth.ok(["assess", "rate", "data-3", "--as", "starting", "--statement", "The checks for two tables"])
    found = findings(growth)
    assert [(one["rule"], one["criterion"], one["fix"]) for one in found] == [
        ("no-outcome", "data-2", "growth assess rate data-2 --statement '…'"),
        ("empty-theme", "talk-1", "growth assess evidence talk-1"),
    ]
    assert {one["record"] for one in found} == {assessment}
    growth.ok("thumb down empty-theme@talk-1")
    growth.ok("thumb down no-outcome@data-2")
    assert rules(growth) == ["we-without-me"]
    # Written anew the next day, it is judged again.
    tomorrow = "2026-11-25T10:00:00+00:00"
    growth.ok(["assess", "rate", "data-2", "--statement", "The pipeline is there"], now=tomorrow)
    assert growth("lint", now=tomorrow).out.split()[:2] == ["no-outcome", "data-2"]
    growth.ok(["assess", "rate", "data-2", "--statement", "…"], now=tomorrow)
    assert growth("lint", now=tomorrow).out.split()[:2] == ["no-outcome", "data-2"]
    # Of another time, or once it is finished, it is not looked at.
    assert rules(growth, "--period 2026-H1") == []
    growth("assess finish -y")
    assert rules(growth) == []


def test_the_evidence_that_counts_comes_first_and_says_how_much(growth: Growth) -> None:
    start(growth)
    plain = log(growth, "Wrote the night pipeline")
    starred = log(growth, "Sat with the raters", "--star")
    growth.ok(["assess", "evidence", "data-2", "--confirm", plain])
    found = findings(growth, "--only no-outcome")
    assert [(one["record"], one["worth"]) for one in found] == [(plain, 4), (starred, 3)]
    assert found[0]["why"] == "it counts as evidence, and what came of it is not said"
    # A number in the evidence need not be said again in the statement.
    growth.ok(["edit", plain, "--impact", "two teams read it"])
    growth.ok(["assess", "rate", "data-2", "--as", "doing", "--statement", "I wrote the pipeline"])
    assert [one["record"] for one in findings(growth, "--only no-outcome")] == [starred]


def test_my_notes_about_others_are_never_judged(growth: Growth) -> None:
    growth.ok("people add bo --name Bo")
    growth("note bo", stdin="Worked on the search")
    log(growth, "Worked on the search", "-k", "note")
    assert growth("lint").code == 0


def test_no_text_of_a_record_steers_what_is_printed(growth: Growth) -> None:
    steering = "\x1b[2J\u202eShipped it"
    record = {
        "record": "entry", "day": "2026-11-20", "kind": "win", "title": steering,
        "created": "2026-11-20T10:00:00Z",
        "metrics": [{"name": steering, "after": "31", "unit": "h"}],
    }  # fmt: skip
    growth("import -f jsonl - -y", stdin=json.dumps(record) + "\n")
    for out in (growth("lint").out, growth("lint --json").out, growth.terminal("lint").out):
        assert "no-baseline" in out
        assert "\x1b[2J" not in out and "\u202e" not in out
