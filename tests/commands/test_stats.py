"""growth stats: the journal in numbers."""

import json
import re

import pytest

from tests.conftest import Growth


@pytest.fixture
def journal(growth: Growth) -> Growth:
    """Three weeks of a journal, begun in the first of them."""
    growth.ok("people add ana --name 'Ana Silva'")
    growth.ok("log 'cut p99 by half' -k win -p ranker -t latency --spent 3h -d 2026-11-03")
    growth.ok("log 'warmed the cache' -p ranker -t Latency -w ana -d 2026-11-17")
    growth.ok("log 'read about caches' -k learning -d 2026-11-17")
    growth.ok("note ana -t secret", stdin="asked about it\n")
    return growth


def shown(growth: Growth, command: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", growth.terminal(command).out)


def test_a_page_of_numbers(journal: Growth) -> None:
    assert (
        shown(journal, "stats")
        == """\
the last 13 weeks: 3 entries on 2 days, 1 win, 3 hours on 1 of them
2 of 4 weeks have an entry; none in the week of 9 Nov; none yet this week

Entries by day and week
       W45 W46 W47 W48
  Mon    ·   ·   ·   ·
  Tue   ▒1   ·  █2   ·
  Wed    ·   ·   ·   ·
  Thu    ·   ·   ·   ·
  Fri    ·   ·   ·   ·
  Sat    ·   ·   ·   ·
  Sun    ·   ·   ·   ·
  · none   ▒ 1   █ 2   counted: entries

By kind
  learning  ████████████████████████████████████████  1
  win       ████████████████████████████████████████  1
  work      ████████████████████████████████████████  1

By project
  +ranker  ████████████████████████████████████████  2

By tag
  #Latency  ████████████████████████████████████████  2

By person
  @ana  ████████████████████████████████████████  1
"""
    )


def test_by_week(journal: Growth) -> None:
    assert (
        shown(journal, "stats --by week --period 2026-11 -p ranker")
        == """\
2026-11: 2 entries on 2 days, 1 win, 3 hours on 1 of them
2 of 4 weeks have an entry; none in the week of 9 Nov; none yet this week

By week
  2026-W45  ████████████████████████████████████████  1
  2026-W46                                            0
  2026-W47  ████████████████████████████████████████  1
  2026-W48                                            0
"""
    )


def test_a_pipe_gets_a_line_for_each_count(journal: Growth) -> None:
    assert (
        journal.ok("stats")
        == """\
kind         1  learning
kind         1  win
kind         1  work
tag          2  Latency
project      2  ranker
person       1  ana
week         1  2026-W45
week         0  2026-W46
week         2  2026-W47
week         0  2026-W48
"""
    )
    assert journal.ok("stats --by kind -k win") == "kind         1  win\n"


def test_json_is_all_of_it(journal: Growth) -> None:
    found = json.loads(journal.ok("stats --json"))
    assert {name: found[name] for name in ("entries", "days", "covered", "start", "end")} == {
        "entries": 3, "days": 2, "covered": 2, "start": "2026-11-03", "end": "2026-11-25"
    }  # fmt: skip
    assert found["tags"] == [{"name": "Latency", "entries": 2, "spent": 180}]
    assert found["heat"]["columns"] == ["W45", "W46", "W47", "W48"]


def test_notes_about_others_are_in_no_number_unasked(journal: Growth) -> None:
    assert "secret" not in journal.ok("stats --json")
    assert json.loads(journal.ok("stats --about ana --json"))["tags"][0]["name"] == "secret"


def test_nothing_there_says_so(growth: Growth) -> None:
    assert shown(growth, "stats --period 2020") == (
        "2020: 0 entries\nno entry matches; for another time: growth stats --period 2025\n"
    )
    assert growth.ok("stats") == ""


def test_what_has_only_a_month_is_in_no_week(journal: Growth) -> None:
    journal("import - -y", stdin="# October 2026\n\n- Rewrote the retry queue of the ranker\n")
    assert (
        "one entry has a month or a year but no day, and is in no week"
        in shown(journal, "stats --since 2026-10-01").splitlines()
    )
