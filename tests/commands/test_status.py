"""growth, and growth status: what needs me, at most a screen."""

import re

import pytest

from tests.conftest import Growth


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def promise(growth: Growth, text: str, due: str) -> str:
    return growth.ok(f"action add {text} --due {due}", now="2026-11-01T10:00:00+00:00").strip()[-4:]


@pytest.fixture
def busy(growth: Growth) -> Growth:
    growth.ok("people add ana --name 'Ana Silva' --relation direct --meets 'weekly tue 10:00'")
    growth.ok("people add bo --name 'Bo Tran' --relation direct --meets 'weekly tue 14:00'")
    growth.ok("people add eva --name 'Eva Brandt' --relation manager --meets '2w thu 11:00'")
    growth.ok("people add kim --name 'Kim Okafor'")
    growth.ok("mentor pair kim --cadence 2w --since 2026-10-01")
    growth.ok("mentor notes kim -d 2026-11-02 --shared x")
    growth.ok("1on1 notes eva -d 2026-11-12 --shared x")
    return growth


EMPTY = """\
Nothing here yet, and nothing to set up. Start with any of these:
  growth import -f git ~/src --since 6m   your half year, from your own commits
  growth log 'what I finished today'      one line; only you can read it
  growth --demo prep ana                  a finished 1:1 sheet, invented people
Your words stay in {home} (plain JSON, no network).
"""


def test_on_an_empty_store_the_three_ways_to_start(growth: Growth, monkeypatch: pytest.MonkeyPatch) -> None:
    assert growth.ok("status") == EMPTY.format(home=growth.home) == growth.ok([])
    assert growth.ok("status --short") == ""
    monkeypatch.setenv("HOME", str(growth.home.parent))
    assert growth.ok("status").splitlines()[-1] == "Your words stay in ~/home (plain JSON, no network)."
    assert not growth.home.exists()


def test_promises_meetings_who_waits_and_the_journal(busy: Growth) -> None:
    late = promise(busy, "ask Dana for GPU quota -w ana", "2026-11-21")
    soon = promise(busy, "staff-level examples -w ana", "2026-11-27")
    promise(busy, "'RFC on feature freshness' --owner ana", "2026-11-23")
    promise(busy, "'late-event numbers' --owner bo", "2026-11-30")
    busy.ok("action move last --due 2026-12-01")
    busy.ok("1on1 agenda ana on-call load --from ana")
    for day, kind in (
        ("2026-11-13", "win"),
        ("2026-11-20", "win"),
        ("2026-11-11", "win"),
        ("2026-11-23", "work"),
    ):
        busy.ok(f"log did it -k {kind} -d {day}")
    busy.ok("note ana CANARY-NOTE -k win")
    assert busy.ok([]) == (
        "Tue 24 Nov 2026 · week 48\n"
        f"PROMISES    !  {late}  ask Dana for GPU quota (with ana)  3 days late\n"
        f"            .  {soon}  staff-level examples (with ana)    due Fri 27 Nov\n"
        "NEXT 1:1s   due          kim  mentoring: nothing prepared\n"
        "            today 10:00  ana  you owe 2, they 1, 1 topic    growth prep ana\n"
        "            today 14:00  bo   they owe 1                    growth prep bo\n"
        "            Thu 11:00    eva  your manager: 2 wins to tell  growth prep eva\n"
        "WAITING     2 people owe you something (1 late)  growth action list --theirs\n"
        "JOURNAL     1 entry this week, last yesterday\n"
        "\n"
        f"growth log 'text' · growth done {late} · growth prep ana · growth help\n"
    )


def test_what_a_third_one_promised_is_not_counted_between_the_two_of_us(busy: Growth) -> None:
    busy.ok("1on1 notes ana -d 2026-11-17 --action 'Ana: read it' --action 'Bo: send the link'")
    assert "today 10:00  ana  they owe 1  " in busy.ok("status")


def test_whom_i_never_met_comes_last_where_no_day_was_named(busy: Growth) -> None:
    busy.ok("people add max --name 'Max Ito' --relation direct --meets monthly")
    busy.ok("people add zoe --name 'Zoë Lefèvre' --meets 'weekly'")
    busy.ok("1on1 agenda zoe 'a first hello'")
    lines = busy.ok([]).splitlines()[1:7]
    assert lines == [
        "NEXT 1:1s   due          kim  mentoring: nothing prepared",
        "            today 10:00  ana  nothing prepared                growth prep ana",
        "            today 14:00  bo   nothing prepared                growth prep bo",
        "            Thu 11:00    eva  your manager: nothing prepared  growth prep eva",
        "            to begin     max  never met yet                   growth prep max",
        "            to begin     zoe  1 topic, never met yet          growth prep zoe",
    ]
    assert busy.ok("status --short") == "ana today 10:00 · bo today 14:00\n"


def test_a_quiet_day(growth: Growth) -> None:
    growth.ok("log something -d 2026-11-12")
    assert growth.ok("status") == (
        "Tue 24 Nov 2026 · week 48\n"
        "JOURNAL     nothing this week yet, last on Thu 12 Nov\n"
        "\n"
        "growth log 'text' · growth help\n"
    )


def test_from_thursday_on_it_names_the_look_back_on_the_week(growth: Growth) -> None:
    growth.ok("log something")
    named = {}
    for day in range(23, 31):
        lines = growth.ok("status", now=f"2026-11-{day}T10:00:00+00:00").splitlines()
        named[day] = next(line for line in lines if line.startswith("JOURNAL")).endswith("  growth week")
    assert [day for day, is_named in named.items() if is_named] == [26, 27, 28, 29]
    friday = {"GROWTH_NOW": "2026-11-27T10:00:00+00:00"}
    assert "growth week" not in growth.terminal("status", env=friday, columns=40).out


def test_a_store_without_a_journal(growth: Growth) -> None:
    growth.ok("people add ana")
    assert growth.ok("status").splitlines()[1] == "JOURNAL     nothing this week yet"


def test_it_is_never_more_than_a_screen(growth: Growth) -> None:
    for number in range(12):
        growth.ok(f"people add p{'abcdefghijkl'[number]} --meets 'weekly thu 10:00'")
        promise(growth, f"thing {number} {'very ' * 20}long", "2026-11-20")
        promise(growth, f"'theirs' --owner p{'abcdefghijkl'[number]}", "2026-11-20")
    for columns in (40, 60, 80, 200):
        out = plain(growth.terminal([], columns=columns).out)
        assert len(out.splitlines()) <= 24
        assert columns < 60 or max(map(len, out.splitlines())) <= columns
    assert "            and 6 more: growth action list --mine\n" in out
    assert "            and 6 more within a week: growth 1on1 list\n" in out


def test_no_word_that_is_private_stands_on_it(busy: Growth) -> None:
    busy.ok("1on1 agenda ana CANARY-TOPIC --private")
    busy.ok("note ana CANARY-NOTE -k win")
    busy.ok("1on1 notes ana -d 2026-11-17 --private-notes CANARY-PRIVATE --mood 2 --mood-words CANARY-MOOD")
    for text in (busy.ok([]), busy.ok("status --short"), busy.terminal([]).out):
        assert "CANARY" not in text


def test_one_line_for_a_prompt(busy: Growth) -> None:
    assert busy.ok("status --short") == "ana today 10:00 · bo today 14:00\n"
    promise(busy, "ask Dana", "2026-11-21")
    promise(busy, "write", "2026-11-24")
    assert busy.ok("status --short") == "1 late · 1 due today · ana today 10:00 · bo today 14:00\n"


def test_silence_where_nothing_presses(growth: Growth) -> None:
    growth.ok("log something")
    assert growth.ok("status --short") == ""


def test_a_person_met_as_a_mentee_only_stands_there_once(busy: Growth) -> None:
    busy.ok("people edit kim --meets 2w")
    assert busy.ok([]).count("kim  ") == 1
