"""growth list and search."""

import json
import re

import pytest

from tests.conftest import Growth

COLOR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def journal(growth: Growth) -> Growth:
    growth.ok("people add dw --name 'Dana Weiß'")
    growth.ok("people edit dw --handle dana")
    growth.ok("log Wrote the café RFC -k design -t writing -t api -p ranker -d 2026-03-04")
    growth.ok("log Cut p99 -k win -t latency -p ranker -w dana -d 2026-11-20 --share manager --star")
    growth.ok(["log", "-m", "Learned calibration\n\nTemperature scaling is a NAÏVE start", "-k", "learning"])
    return growth


def titles(output: str) -> list[str]:
    return [entry["title"] for entry in json.loads(output)]


def test_an_empty_store_lists_as_an_empty_array(growth: Growth) -> None:
    assert growth.ok("list --json") == "[]\n"
    assert growth.ok("list -f jsonl") == ""
    assert growth("list") == ("", "", 0)
    assert not growth.home.exists()


def test_piped_everything_oldest_first_a_line_each(journal: Growth) -> None:
    lines = journal.ok("list").splitlines()
    assert [line[14:] for line in lines] == [
        "2026-03-04  design     Wrote the café RFC  #writing #api +ranker",
        "2026-11-20  win        Cut p99  #latency +ranker @dana",
        "2026-11-24  learning   Learned calibration",
    ]


def test_on_a_terminal_newest_first_and_what_is_older(journal: Growth) -> None:
    lines = COLOR.sub("", journal.terminal("list").out).splitlines()
    assert [line[6:] for line in lines[:2]] == [
        "Tue 24 Nov  learning  Learned calibration",
        "Fri 20 Nov  win       * Cut p99  #latency +ranker @dana",
    ]
    assert lines[2:] == ["the last 14 days; older: growth list --since 2026-03-01, or -n 50"]


def test_on_a_terminal_nothing_older_is_promised_where_there_is_none(growth: Growth) -> None:
    growth.ok("log x")
    assert len(growth.terminal("list").out.splitlines()) == 1


def test_on_a_narrow_terminal_no_line_is_wider(journal: Growth) -> None:
    journal.ok("log a title much longer than forty columns could ever hold in one line")
    for line in COLOR.sub("", journal.terminal("list -n 9", columns=40).out).splitlines():
        assert len(line) <= 40


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ("-k win -k design", ["Wrote the café RFC", "Cut p99"]),
        ("-t writing -t api", ["Wrote the café RFC"]),
        ("-t writing -t latency", []),
        ("-t WRITING", ["Wrote the café RFC"]),
        ("-p ranker -k win", ["Cut p99"]),
        ("-w @dw", ["Cut p99"]),
        ("--share manager", ["Cut p99"]),
        ("--star", ["Cut p99"]),
        ("--period 2026-Q1", ["Wrote the café RFC"]),
        ("--since 2026-11-20 --until yesterday", ["Cut p99"]),
        ("--since friday", ["Cut p99", "Learned calibration"]),
        ("-n 2", ["Cut p99", "Learned calibration"]),
        ("-n 1 -p ranker", ["Cut p99"]),
    ],
)
def test_filters_must_all_hold(journal: Growth, filters: str, expected: list[str]) -> None:
    assert titles(journal.ok(f"list --json {filters}")) == expected


def test_a_period_that_ends_before_it_begins_is_refused(journal: Growth) -> None:
    assert journal("list --since yesterday --until 2026-11-01") == (
        "",
        "growth: --since 2026-11-23 is after --until 2026-11-01\n"
        "        exchange them: --since 2026-11-01 --until 2026-11-23\n",
        2,
    )
    assert journal("list --since 2026-11-01 --until 2026-11-01").code == 0


def test_a_period_excludes_since(journal: Growth) -> None:
    assert journal("list --period 2026 --since friday") == (
        "",
        "growth: --period and --since or --until exclude each other\n        give one of them\n",
        2,
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("cafe", ["Wrote the café RFC"]),
        ("CAFÉ rfc", ["Wrote the café RFC"]),
        ("'the cafe'", ["Wrote the café RFC"]),
        ("'cafe the'", []),
        ("naive", ["Learned calibration"]),
        ("latency", ["Cut p99"]),
        ("ranker p99", ["Cut p99"]),
        ("dana", ["Cut p99"]),
        ("absent", []),
    ],
)
def test_search_minds_neither_case_nor_accents(journal: Growth, words: str, expected: list[str]) -> None:
    assert titles(journal.ok(f"search --json {words}")) == expected


def test_links_are_listed_by_their_words(growth: Growth) -> None:
    far = "https://wiki.example.com/team/" + "caf%C3%A9-" * 9
    growth.ok(["log", "-m", f"Wrote [a page]({far}) and {far}"])
    assert (
        growth.ok("list")[24:] == "  work       Wrote a page and wiki.example.com/…/café-café-café-café-…\n"
    )
    shown = COLOR.sub("", growth.terminal("list", columns=120).out)
    assert shown[6:] == "Tue 24 Nov  work      Wrote a page and wiki.example.com/…/café-café-café-café-…\n"
    assert far in growth.ok("show last")


def test_search_shows_where_it_matched(journal: Growth) -> None:
    lines = COLOR.sub("", journal.terminal("search naive").out).splitlines()
    assert lines[0].endswith("Tue 24 Nov  learning  Learned calibration")
    assert lines[1:] == ["      body: Temperature scaling is a NAÏVE start"]


def test_search_that_finds_nothing_says_so(journal: Growth) -> None:
    assert journal.terminal("--no-color search nix nada").out == "nothing holds nix and nada\n"


@pytest.mark.parametrize("pager", ["", " ", "no-such-pager", "'"])
def test_without_a_pager_the_lines_are_printed(growth: Growth, pager: str) -> None:
    for number in range(6):
        growth.ok(f"log entry {number}")
    result = growth.terminal("list", env={"PAGER": pager}, rows=4)
    assert result.code == 0
    assert [f"entry {number}" in result.out for number in range(6)] == [True] * 6


def test_no_word_is_no_search(growth: Growth) -> None:
    growth.ok("log something")
    assert growth(["search", " "]).err.splitlines()[0] == "growth: the words to look for are empty"


def test_my_notes_on_others_are_no_part_of_my_journal(growth: Growth) -> None:
    growth.ok("people add ana")
    growth.ok("log mine")
    growth.ok(["note", "ana", "calm", "in", "the", "incident"])
    assert titles(growth.ok("list --json")) == ["mine"]
    assert titles(growth.ok("search calm --json")) == []
    assert titles(growth.ok("list --about ana --json")) == ["calm in the incident"]
    assert titles(growth.ok("search calm --about ana --json")) == ["calm in the incident"]
    assert sorted(titles(growth.ok("list --about everybody --json"))) == ["calm in the incident", "mine"]


def test_a_piped_search_comes_in_the_order_of_a_list(journal: Growth) -> None:
    assert titles(journal.ok("search ranker --json")) == ["Wrote the café RFC", "Cut p99"]
    assert [line[14:24] for line in journal.ok("search ranker").splitlines()] == ["2026-03-04", "2026-11-20"]


def test_since_met_begins_with_the_last_session_with_one_person(growth: Growth) -> None:
    growth.ok("people add ana --name Ana")
    growth.ok("log before -w ana -d 2026-11-16")
    growth.ok("log after -w ana -d 2026-11-18")
    refused = growth("list --since met -w ana")
    assert (refused.code, refused.err) == (
        2,
        "growth: you and Ana have not met yet\n        give a day with --since\n",
    )
    growth.ok(["1on1", "notes", "ana", "-d", "2026-11-17", "--shared", "all well"])
    assert titles(growth.ok("list --since met -w ana --json")) == ["after"]
    refused = growth("list --since met")
    assert (refused.code, refused.err) == (
        2,
        "growth: --since met goes with one person\n        name them with -w or --about\n",
    )


def test_a_search_finds_the_questions_i_wonder_about(growth: Growth) -> None:
    entry = growth.ok("log Clocks drift -d 2026-11-20").strip()
    first = growth.ok("wonder add why do clocks drift").strip()
    growth.ok("wonder add why not")
    growth.ok(f"wonder answer {first} 'quartz is warm'")
    # What is piped is entries, in every form; so is what has a filter.
    line = f"{entry}  2026-11-20  work       Clocks drift\n"
    for asked in ("", "-n 5", "-k work", "--since 2026-11-01"):
        assert growth.ok(f"search drift {asked}") == line
    assert len(json.loads(growth.ok("search drift --json"))) == 1
    assert growth.ok("search quartz") == ""
    filtered = growth.terminal("search drift -n 5", env={"NO_COLOR": "1"}).out
    assert "Clocks drift" in filtered and first[-4:] not in filtered
    shown = growth.terminal("search quartz", env={"NO_COLOR": "1"}).out
    assert f"{first[-4:]}  answered  why do clocks drift" in shown
