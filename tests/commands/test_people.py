"""growth people: who I work with."""

import json
import re
from typing import Any

import pytest

from tests.conftest import Growth

ANA = "people add ana --name 'Ana Silva' --email ana@example.com --relation direct --meets 'weekly tue 10:00'"


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def of(growth: Growth, handle: str) -> dict[str, Any]:
    everyone = json.loads(growth.ok("people list --json"))
    return next(one for one in everyone if one["handles"][0] == handle)


def test_a_person_with_all_that_is_known(growth: Growth) -> None:
    identifier = growth.ok(f"{ANA} --since 2026-03-01").strip()
    assert re.fullmatch(r"p261124-[0-9a-z]{4}", identifier)
    assert json.loads(growth.ok("people list --json")) == [
        {
            "id": identifier,
            "name": "Ana Silva",
            "handles": ["ana"],
            "emails": ["ana@example.com"],
            "relations": [{"kind": "direct", "since": "2026-03-01", "until": None}],
            "meets": "weekly tue 10:00",
            "created": "2026-11-24T10:00:00Z",
            "changed": None,
        }
    ]


def test_on_a_terminal_it_says_when_we_meet(growth: Growth) -> None:
    result = growth.terminal(f"{ANA} --since 2026-03-02")
    assert plain(result.out) == (
        f"{plain(result.out).split()[0]}  ana  Ana Silva\n"
        "      direct since Mon 2 Mar · meets weekly tue 10:00 · next today\n"
        "      ana@example.com\n"
    )


def test_a_handle_is_enough(growth: Growth) -> None:
    growth.ok("people add @bo")
    assert (of(growth, "bo")["name"], of(growth, "bo")["relations"]) == ("bo", [])


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("people add me", "'me' cannot be a handle: it means somebody already"),
        ("people add 'ana silva'", "'ana silva' cannot be a handle"),
        ("people add 7up", "'7up' cannot be a handle"),
        ("people add bo --email bo", "'bo' is no e-mail address"),
        ("people add bo --meets sometimes", "cannot read 'sometimes' as how often you meet"),
        ("people add bo --since 2026-01-01", "bo stands in no relation to me now"),
        ("people add bo --relation peer --since friday --until 2w", "the relation ends before it begins"),
    ],
)
def test_what_cannot_be_read_is_wrong_usage(growth: Growth, command: str, message: str) -> None:
    result = growth(command)
    assert (result.err.splitlines()[0], result.code) == (f"growth: {message}", 2)
    assert growth.ok("people list") == ""


def test_nobody_is_added_twice(growth: Growth) -> None:
    growth.ok(ANA)
    assert growth("people add Ana") == (
        "",
        "growth: 'Ana' is Ana Silva already\n        choose another, or: growth people edit Ana\n",
        1,
    )
    assert growth("people add bo --email ANA@example.com") == (
        "",
        "growth: ANA@example.com is Ana Silva's\n        if they are one person: growth people edit ana\n",
        1,
    )


def test_the_list_managers_first_then_directs(growth: Growth) -> None:
    growth.ok("people add bo --name 'Bo Tran' --relation peer")
    growth.ok(ANA)
    growth.ok("people add eva --name 'Eva Brandt' --relation manager --meets 2w")
    growth.ok("1on1 notes ana -d 2026-11-17 --shared 'all well'")
    assert growth.ok("people list") == (
        "eva  manager  2w  Eva Brandt\nana  direct  weekly tue 10:00  Ana Silva\nbo  peer  -  Bo Tran\n"
    )
    result = growth.terminal("people list")
    assert [line.rstrip() for line in plain(result.out).splitlines()] == [
        "eva  Eva Brandt  manager  2w",
        "ana  Ana Silva   direct   weekly tue 10:00  met 7 days ago",
        "bo   Bo Tran     peer     -",
    ]


def test_an_empty_list_is_no_error(growth: Growth) -> None:
    assert growth("people list") == ("", "", 0)
    assert growth("people list --json") == ("[]\n", "", 0)
    assert growth("people list -f jsonl") == ("", "", 0)
    assert plain(growth.terminal("people list").out) == (
        "nobody yet: growth people add ana --name 'Ana Silva' --relation direct\n"
    )


def test_a_new_handle_leaves_the_old_one_meaning_the_same_person(growth: Growth) -> None:
    growth.ok(ANA)
    growth.ok("log paired -w ana")
    growth.ok("people edit ana --handle asilva --name 'Ana Silva-Roth' --email ana@example.org")
    person = of(growth, "asilva")
    assert (person["handles"], person["name"]) == (["asilva", "ana"], "Ana Silva-Roth")
    assert person["emails"] == ["ana@example.com", "ana@example.org"]
    assert growth.ok("list --with asilva") == growth.ok("list --with ana") != ""
    growth.ok("people edit ana --handle ana")
    assert of(growth, "ana")["handles"] == ["ana", "asilva"]


def test_one_relation_ends_where_the_next_begins(growth: Growth) -> None:
    growth.ok(f"{ANA} --since 2026-03-01")
    growth.ok("people edit ana --relation peer --since 2026-09-01")
    assert of(growth, "ana")["relations"] == [
        {"kind": "direct", "since": "2026-03-01", "until": "2026-09-01"},
        {"kind": "peer", "since": "2026-09-01", "until": None},
    ]
    result = growth.terminal("people edit ana --until 2026-11-20", columns=200)
    assert "direct since Sun 1 Mar until Mon 31 Aug · peer since Tue 1 Sep until Fri 20 Nov" in result.out
    assert of(growth, "ana")["relations"][-1]["until"] == "2026-11-21"
    growth.ok("people edit ana --relation other")
    assert [one["kind"] for one in of(growth, "ana")["relations"]] == ["direct", "peer", "other"]


def test_a_relation_without_days_that_changes_today_keeps_its_past(growth: Growth) -> None:
    growth.ok(ANA)
    growth.ok("people edit ana --relation peer")
    assert of(growth, "ana")["relations"] == [
        {"kind": "direct", "since": None, "until": "2026-11-24"},
        {"kind": "peer", "since": "2026-11-24", "until": None},
    ]


def test_a_relation_can_be_put_right(growth: Growth) -> None:
    growth.ok(f"{ANA} --since 2026-03-01")
    growth.ok("people edit ana --since 2026-02-01")
    growth.ok("people edit ana --relation peer --since 2026-02-01")
    assert of(growth, "ana")["relations"] == [{"kind": "peer", "since": "2026-02-01", "until": None}]


def test_fields_can_be_emptied(growth: Growth) -> None:
    growth.ok(ANA)
    growth.ok("people edit ana --handle asilva")
    growth.ok("people edit asilva --clear emails --clear meets --clear relations --clear handles")
    person = of(growth, "asilva")
    assert (person["emails"], person["meets"], person["relations"], person["handles"]) == (
        [], "", [], ["asilva"],
    )  # fmt: skip


def test_an_edit_says_what_is_missing(growth: Growth) -> None:
    growth.ok(ANA)
    growth.ok("people add bo")
    assert growth("people edit ana") == (
        "",
        "growth: what to change is missing\n        such as --meets 'weekly tue 10:00' or --handle NEW\n",
        2,
    )
    assert growth("people edit ana --handle bo").code == 1
    assert growth("people edit nobody --name X").code == 1


def test_a_second_manager_is_pointed_out(growth: Growth) -> None:
    growth.ok("people add eva --name 'Eva Brandt' --relation manager")
    result = growth("people add greta --relation manager")
    assert (result.err, result.code) == (
        "warning: Eva Brandt is your manager too; to end that: growth people edit eva --until DAY\n",
        0,
    )


def test_merging_changes_people_alone(growth: Growth) -> None:
    growth.ok(ANA)
    growth.ok("people add asilva --name 'A. Silva' --email a.silva@example.com --relation peer --meets 2w")
    growth.ok("note asilva calm in the incident")
    growth.ok("action add 'RFC' --owner asilva")
    journal = (growth.home / "journal/2026-11.json").read_bytes()
    assert growth("people merge asilva ana") == (
        "",
        "growth: the answer is missing, and there is no terminal to ask on\n        give it with --yes\n",
        2,
    )
    result = growth.terminal("people merge asilva ana", keys=["y\n"])
    lines = plain(result.out).splitlines()
    assert lines[0] == "A. Silva (asilva), with 0 sessions, 1 action and 1 entry, becomes one with"
    assert lines[1].endswith("  ana  Ana Silva")
    assert lines[2:5] == [
        "      peer · direct · meets weekly tue 10:00 · next today",
        "      also: asilva",
        "      ana@example.com, a.silva@example.com",
    ]
    assert lines[-1] == "asilva is ana from now on; growth undo parts them again"
    assert (growth.home / "journal/2026-11.json").read_bytes() == journal
    assert len(json.loads(growth.ok("people list --json"))) == 1
    assert growth.ok("list --about ana") != ""
    assert growth.ok("action list --with ana").split()[3] == "ana"
    growth("undo")
    assert len(json.loads(growth.ok("people list --json"))) == 2


def test_merging_may_be_answered_no(growth: Growth) -> None:
    growth.ok(ANA)
    growth.ok("people add asilva")
    assert growth.terminal("people merge asilva ana", keys=["n\n"]).code == 1
    assert len(json.loads(growth.ok("people list --json"))) == 2
    growth.ok("people merge asilva ana --yes")
    assert growth("people merge asilva ana --yes").err == (
        "growth: asilva and ana are one person already: Ana Silva\n        nothing was changed\n"
    )


def test_a_handle_that_records_are_written_with_is_not_given_up(growth: Growth) -> None:
    growth.ok(ANA)
    growth.ok("1on1 notes ana --shared 'scope of the ranker'")
    growth.ok("people edit ana --handle asilva")
    result = growth("people edit asilva --clear handles")
    assert (result.err, result.code) == (
        "growth: 1 record of Ana Silva is written with ana\n"
        "        the old handles have to stay, so that these records are not somebody else's one day\n",
        1,
    )
    assert growth("people add ana").code == 1
