"""growth action and growth done: promises, mine and theirs."""

import json
import re

import pytest

from tests.conftest import Growth


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.fixture
def people(growth: Growth) -> Growth:
    growth.ok("people add ana --name 'Ana Silva' --relation direct")
    growth.ok("people add bo --name 'Bo Tran' --relation direct")
    return growth


def add(growth: Growth, text: str, day: str = "2026-11-24") -> str:
    """Add a promise on a day of its own, and return the ending of its id."""
    return growth.ok(f"action add {text}", now=f"{day}T10:00:00+00:00").strip()


def test_piped_it_prints_exactly_the_id(people: Growth) -> None:
    assert re.fullmatch(r"t261124-[0-9a-z]{4}\n", people.ok("action add ask Dana for GPU quota"))


def test_its_options_become_fields(people: Growth) -> None:
    mine = add(people, "'ask Dana for GPU quota' -w @ana --due friday")
    hers = add(people, "'RFC on feature freshness' --owner ana --due 2w -d yesterday --share person")
    found = json.loads(people.ok("action list --json"))
    assert found == [
        {
            "id": mine, "text": "ask Dana for GPU quota", "body": "", "owner": "me",
            "person": "ana", "day": "2026-11-24",
            "due": "2026-11-27", "state": "open", "moved": [], "closed": None, "why": "", "type": "",
            "origin": "", "share": "private", "source": "", "created": "2026-11-24T10:00:00Z",
            "changed": None,
        },
        {
            "id": hers, "text": "RFC on feature freshness", "body": "", "owner": "ana", "person": "ana",
            "day": "2026-11-23", "due": "2026-12-08", "state": "open", "moved": [], "closed": None,
            "why": "", "type": "", "origin": "", "share": "person", "source": "",
            "created": "2026-11-24T10:00:00Z", "changed": None,
        },
    ]  # fmt: skip


def test_on_a_terminal_it_says_the_day_it_took_and_who_may_see_it(people: Growth) -> None:
    result = people.terminal("action add 'ask Dana for GPU quota' -w ana --due friday")
    identifier = plain(result.out).split()[0]
    assert plain(result.out) == (
        f"{identifier}  ask Dana for GPU quota (with ana)\n      due Fri 27 Nov · only you can read it\n"
    )


def test_the_text_may_be_piped_or_asked_for(people: Growth) -> None:
    people.ok("action add -w ana", stdin="ask Dana\nfor GPU quota\n")
    people.terminal("action add -w ana", keys=["and for disks\n"])
    found = json.loads(people.ok("action list --json"))
    assert {one["text"] for one in found} == {"ask Dana for GPU quota", "and for disks"}


def test_what_cannot_be_added(people: Growth) -> None:
    assert people("action add") == (
        "",
        "growth: the promise is missing\n"
        "        growth action add 'ask Dana for GPU quota' -w ana --due friday\n",
        2,
    )
    assert people("action add x --owner an").err == (
        "growth: I know nobody called 'an'\n"
        "        did you mean ana? else: growth people add an --name 'Their Name'\n"
    )
    assert people("action add x --due 04/03/2026").code == 2


def test_the_list_mine_and_theirs_the_longest_overdue_first(people: Growth) -> None:
    late = add(people, "'ask Dana for GPU quota in Q1' -w ana --due 2026-11-21", "2026-11-01")
    soon = add(people, "'staff-level examples' -w ana --due 2026-11-27")
    some = add(people, "'tidy the wiki'")
    hers = add(people, "'RFC on feature freshness' --owner ana --due today")
    done = add(people, "'late-event numbers' --owner bo --due 2026-11-16", "2026-11-01")
    people.ok(f"done {done} --when 2026-11-19")
    people.ok(f"action drop {some} --why 'nobody reads it'")
    result = people.terminal("action list --all")
    assert plain(result.out) == (
        "MINE  2 open, 1 overdue, 1 closed\n"
        f"  !  {late[-4:]}  ask Dana for GPU quota in Q1\n"
        "           3 days late · to ana, by hand, 3 weeks old\n"
        f"  .  {soon[-4:]}  staff-level examples\n"
        "           due Fri 27 Nov · to ana, by hand, new today\n"
        f"  -  {some[-4:]}  tidy the wiki  dropped Tue 24 Nov: …\n"
        "THEIRS  1 open, 1 closed\n"
        f"  .  {hers[-4:]}  ana: RFC on feature freshness\n"
        "           due today · by hand, new today\n"
        f"  x  {done[-4:]}  bo: late-event numbers  done Thu 19 Nov\n"
        f"growth done {late[-4:]} · another day: growth action move {late[-4:]} --due friday\n"
    )
    assert people.ok("action list") == (
        f"{late}  2026-11-21  open     me  ana  ask Dana for GPU quota in Q1\n"
        f"{soon}  2026-11-27  open     me  ana  staff-level examples\n"
        f"{hers}  2026-11-24  open     ana  ana  RFC on feature freshness\n"
    )


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        ("", ["mine late", "mine ana", "his late", "hers"]),
        ("--mine", ["mine late", "mine ana"]),
        ("--theirs", ["his late", "hers"]),
        ("--mine --theirs", ["mine late", "mine ana", "his late", "hers"]),
        ("--with ana", ["mine ana", "hers"]),
        ("--with @bo --theirs", ["his late"]),
        ("--overdue", ["mine late", "his late"]),
        ("--overdue --mine", ["mine late"]),
        ("--overdue --with ana", []),
    ],
)
def test_filters(people: Growth, options: str, texts: list[str]) -> None:
    add(people, "'mine late' --due 2026-11-10", "2026-11-01")
    add(people, "'mine ana' -w ana")
    add(people, "'hers' --owner ana --due friday")
    add(people, "'his late' --owner bo --due 2026-11-20", "2026-11-01")
    assert [one["text"] for one in json.loads(people.ok(f"action list {options} --json"))] == texts


@pytest.fixture
def everywhere(people: Growth) -> Growth:
    """Promises made in a 1:1, in mentoring, after feedback, and by hand."""
    people.ok("people add kim --name 'Kim Okafor' --relation peer")
    people.ok("mentor pair kim")
    add(people, "'by hand' -w bo --due 2026-11-20", "2026-11-03")
    for command, day in (
        ("1on1 notes ana --action 'me: from a talk by 2026-11-21' -d 2026-11-17", "2026-11-17"),
        ("mentor notes kim --action 'Kim: from mentoring by 2026-11-30' -d 2026-11-23", "2026-11-23"),
    ):
        people.ok(command, now=f"{day}T10:00:00+00:00")
    answer = people.ok("feedback got bo Ask first --share private").split()[0]
    people.ok(f"feedback act {answer} from feedback --due 2026-12-08")
    return people


def test_each_says_where_it_was_made_and_how_often_it_was_moved(everywhere: Growth) -> None:
    ids = [one["id"][-4:] for one in json.loads(everywhere.ok("action list --json"))]
    first, talked = ids[:2]
    everywhere.ok(f"action move {talked} --due 2026-11-22")
    said = plain(everywhere.terminal("action list").out)
    assert re.sub("|".join(ids), "7k3q", said) == (
        "MINE  3 open, 2 overdue\n"
        "  !  7k3q  by hand\n"
        "           4 days late · to bo, by hand, 3 weeks old\n"
        "  !  7k3q  from a talk\n"
        "           2 days late, moved once from 21 Nov · 1:1 with ana, 7 days old\n"
        "  .  7k3q  from feedback\n"
        "           due Tue 8 Dec · feedback, new today\n"
        "THEIRS  1 open\n"
        "  .  7k3q  kim: from mentoring\n"
        "           due Mon 30 Nov · mentoring, 1 day old\n"
        "growth done 7k3q · another day: growth action move 7k3q --due friday\n"
    )
    assert f"growth done {first[-4:]} ·" in said


@pytest.mark.parametrize(
    ("sources", "texts"),
    [
        ("hand", ["by hand"]),
        ("1on1", ["from a talk"]),
        ("mentoring", ["from mentoring"]),
        ("feedback", ["from feedback"]),
        ("hand --source mentoring", ["by hand", "from mentoring"]),
        ("1on1 --theirs", []),
    ],
)
def test_by_source(everywhere: Growth, sources: str, texts: list[str]) -> None:
    found = json.loads(everywhere.ok(f"action list --source {sources} --json"))
    assert [one["text"] for one in found] == texts


def test_an_empty_list_is_no_error(growth: Growth) -> None:
    assert growth("action list") == ("", "", 0)
    assert growth("action list --json") == ("[]\n", "", 0)
    assert growth("action list -f jsonl") == ("", "", 0)
    assert plain(growth.terminal("action list").out) == (
        "no promise is open; make one: growth action add 'text' -w ana --due friday\n"
    )


def test_a_renamed_owner_is_shown_by_the_new_handle(people: Growth) -> None:
    hers = add(people, "'RFC' --owner ana")
    people.ok("people edit ana --handle asilva")
    assert people.ok("action list") == f"{hers}  -           open     asilva  asilva  RFC\n"
    assert people.ok("action list --with ana") == people.ok("action list --with asilva")


def test_done_says_what_became_of_it(people: Growth) -> None:
    one = add(people, "'ask Dana for GPU quota' -w ana --due 2026-11-20", "2026-11-01")
    other = add(people, "'RFC' --owner bo")
    result = people.terminal(f"done {one[-4:]} {other}")
    assert plain(result.out) == (
        f"{one[-4:]}  ask Dana for GPU quota (with ana): done Tue 24 Nov, 4 days late\n"
        f"{other[-4:]}  bo: RFC: done Tue 24 Nov\n"
    )
    assert people.ok("action list") == ""
    people("undo")
    assert len(people.ok("action list").splitlines()) == 2


def test_done_piped_is_silent(people: Growth) -> None:
    assert people.ok(f"done {add(people, 'x')}") == ""


def test_what_cannot_be_done(people: Growth) -> None:
    one = add(people, "'ask Dana'", "2026-11-20")
    entry = people.ok("log something").strip()
    assert people(f"done {one} --when 2026-12-01").err == (
        "growth: 2026-12-01 is still to come\n        name the day it was done\n"
    )
    assert people(f"done {one} --when 2026-11-01").err == (
        f"growth: {one} was made on 2026-11-20, after 2026-11-01\n        name a day since then\n"
    )
    assert people(f"done {entry}") == (
        "",
        f"growth: {entry} is no action\n        see: growth action list, then: growth done ID\n",
        1,
    )
    people.ok(f"done {one} --when 2026-11-23")
    assert people(f"done {one}") == (
        "",
        f"growth: {one} was done on Mon 23 Nov: ask Dana\n        see: growth action list\n",
        1,
    )


def test_moving_a_day_remembers_the_old_one(people: Growth) -> None:
    one = add(people, "'ask Dana' --due 2026-11-20", "2026-11-01")
    people.ok(f"action move {one} --due 2026-11-23")
    result = people.terminal(f"action move {one[-4:]} --due friday")
    assert plain(result.out) == (
        f"{one}  ask Dana\n      due Fri 27 Nov, moved twice · only you can read it\n"
    )
    assert json.loads(people.ok("action list --json"))[0]["moved"] == ["2026-11-20", "2026-11-23"]
    assert people(f"action move {one} --due friday") == (
        "",
        f"growth: {one} is due on Fri 27 Nov already\n        name another day\n",
        1,
    )
    assert people(f"action move {one}") == (
        "",
        "growth: the new day is missing\n        give it with --due DAY\n",
        2,
    )


def test_a_first_day_is_no_move(people: Growth) -> None:
    one = add(people, "'ask Dana'")
    people.ok(f"action move {one} --due friday")
    assert json.loads(people.ok("action list --json"))[0]["moved"] == []


def test_dropping_needs_a_reason(people: Growth) -> None:
    one = add(people, "'ask Dana'")
    assert people(f"action drop {one}") == (
        "",
        "growth: the reason is missing, and there is no terminal to ask on\n"
        "        give it with --why TEXT\n",
        2,
    )
    result = people.terminal(f"action drop {one}", keys=["no quota left\n"])
    assert plain(result.out).splitlines()[-1] == f"{one[-4:]}  ask Dana: dropped Tue 24 Nov: no quota left"
    assert people(f"action drop {one} --why again").err == (
        f"growth: {one} was dropped on Tue 24 Nov: ask Dana\n        see: growth action list\n"
    )


def test_an_empty_reason_is_none(people: Growth) -> None:
    one = add(people, "'ask Dana'")
    result = people.terminal(f"action drop {one}", keys=["\n"])
    assert result.code == 2
    assert "growth: the reason is empty\n        give it with --why TEXT\n" in plain(result.out)


def test_a_plan_to_learn_says_how_and_is_kept_as_learning_when_done(people: Growth) -> None:
    one = add(people, "read the calibration paper --type paper --due friday")
    assert "to learn  paper" in people.ok(f"show {one}")
    assert people.ok(f"done {one}") == ""
    two = add(people, "'read it twice' --type paper")
    result = people.terminal(["done", two])
    assert plain(result.out).splitlines()[-2:] == [
        "to keep what you learned:",
        "growth log 'read it twice' --type paper --spent 1h --takeaway '…'",
    ]
    hers = add(people, "'read it, too' --type paper --owner ana")
    assert "to keep" not in people.terminal(["done", hers]).out


def test_a_type_that_there_is_none_of_is_refused(people: Growth) -> None:
    result = people("action add x --type film")
    assert result.code == 2
    assert result.err.startswith("growth: --type cannot be 'film'\n        it is one of course, paper, ")
