"""growth show and growth delete."""

import datetime

import pytest

from growth.records.action import Action
from growth.records.assessment import Assessment, Evidence
from growth.records.dates import Day
from growth.records.session import AgendaItem, Session
from growth.store.change import changing
from growth.store.others import replace_others
from growth.store.store import Store
from tests.conftest import Growth

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)


def test_show_takes_an_ending_a_whole_id_and_last(growth: Growth) -> None:
    identifier = growth.ok("log Cut p99 -k win").strip()
    expected = f"{identifier}  win  Cut p99\n      Tue 24 Nov · only you can read it\n"
    for name in (identifier, identifier[-4:], identifier[-7:], "last"):
        assert growth.ok(f"show {name}") == expected


def test_last_is_the_newest_made_not_the_newest_day(growth: Growth) -> None:
    growth.ok("log today", now="2026-11-24T10:00:00+00:00")
    growth.ok("log older day made later -d 2026-01-01", now="2026-11-24T10:05:00+00:00")
    assert "older day made later" in growth.ok("show last")


def test_an_ending_of_two_lists_both(growth: Growth) -> None:
    for number in range(40):
        growth.ok(f"log {number}")
    tails = [line.split()[0] for line in growth.ok("list").splitlines()]
    by_end: dict[str, list[str]] = {}
    for tail in tails:
        by_end.setdefault(tail[-1], []).append(tail)
    ending, found = next((end, ids) for end, ids in by_end.items() if len(ids) > 1)
    result = growth(f"show {ending}")
    assert result.code == 1
    assert result.err == (
        f"growth: {len(found)} records end in '{ending}': {', '.join(sorted(found)[:8])}\n"
        "        type more of the one you mean\n"
    )


def test_show_of_nothing_says_what_to_do(growth: Growth) -> None:
    assert growth("show zzzz") == (
        "",
        "growth: there is no record 'zzzz'\n        see: growth list, or: growth search WORDS\n",
        1,
    )
    assert growth("show last") == (
        "",
        "growth: there is no record yet\n        make the first: growth log WORDS...\n",
        1,
    )


def test_delete_without_a_terminal_needs_yes(growth: Growth) -> None:
    growth.ok("log x")
    assert growth("delete last") == (
        "",
        "growth: the answer is missing, and there is no terminal to ask on\n        give it with --yes\n",
        2,
    )


def test_delete_takes_the_one_named_and_undo_brings_it_back(growth: Growth) -> None:
    ids = [growth.ok(f"log {number}").strip() for number in range(3)]
    result = growth(f"delete {ids[1]} --yes")
    assert result == ("", f"deleted {ids[1]}; growth undo brings it back, for 90 days\n", 0)
    assert [line.split()[0] for line in growth.ok("list").splitlines()] == sorted([ids[0], ids[2]])
    growth("undo --yes")
    assert sorted(line.split()[0] for line in growth.ok("list").splitlines()) == sorted(ids)


@pytest.mark.parametrize(("key", "code"), [("n\n", 1), ("\x03", 130), ("\x04", 130), ("y\n", 0)])
def test_delete_shows_what_goes_and_asks(growth: Growth, key: str, code: int) -> None:
    growth.ok("log a thing to delete")
    result = growth.terminal("delete last", keys=[key])
    assert result.code == code
    assert "a thing to delete" in result.out
    assert "Delete this? [y/N]" in result.out
    assert (growth.ok("list") == "") == (code == 0)


def test_a_person_whom_records_name_is_not_deleted(growth: Growth) -> None:
    person = growth.ok("people add ana --name 'Ana Silva'").strip()
    growth.ok("note ana calm")
    assert growth(f"delete {person} --yes") == (
        "",
        "growth: Ana Silva is named in records\n"
        "        growth people merge ana INTO, or for good: growth forget @ana\n",
        1,
    )
    other = growth.ok("people add bo").strip()
    assert growth(f"delete {other} --yes").code == 0
    assert len(growth.ok("people list").splitlines()) == 1


def test_what_others_shared_is_told_with_their_name_and_mine(growth: Growth) -> None:
    growth.ok("people add ana --name 'Ana Silva'")
    entry = growth.ok("log Cut p99").strip()
    session = Session(
        id="s261103-7k3q", person="jo", day=Day(2026, 11, 3), shared="We agreed.",
        agenda=(
            AgendaItem(text="the talk", added=NOON.date()), AgendaItem(text="x", by="jo", added=NOON.date()),
        ),
        created=NOON,
    )  # fmt: skip
    judged = Assessment(
        id="a261103-7k3q", about="jo", ladder="small", target="L2", period="2026-H2", start=Day(2026, 7, 1),
        end=Day(2027, 1, 1), day=Day(2026, 11, 3), created=NOON,
        evidence=(Evidence(criterion="data-1", record=f"jo:{entry}", up=True, day=Day(2026, 11, 3)),),
    )  # fmt: skip
    action = Action(
        id="t261103-7k3q", text="the RFC", person="jo", day=Day(2026, 11, 3), origin=session.id, created=NOON
    )
    about = {"made": NOON.isoformat(), "name": "Ana Silva", "handle": "ana", "to": "jo"}
    with changing(Store(growth.home, lambda: NOON, pytest.fail), "bundle") as change:
        replace_others(change, "0123456789abcdef", about, [session, action, judged])
    shown = growth("show ana:s261103-7k3q")
    assert shown.err == "Ana Silva shared this, as of 2026-11-24; it is read-only\n"
    assert shown.out == (
        "s261103-7k3q  session  1:1 with me\n"
        "      Tue 3 Nov · Ana Silva shared it with you\n"
        "      agenda    the talk (open)\n"
        "                me: x (open)\n"
        "      shared    We agreed.\n"
        "      promised  the RFC (t261103-7k3q)\n"
    )
    assert "      owner  Ana Silva\n      with   me\n" in growth("show ana:t261103-7k3q").out
    assert f"        + Cut p99 (jo:{entry})\n" in growth("show ana:a261103-7k3q").out


def test_evidence_of_others_is_told_by_what_it_says(growth: Growth) -> None:
    growth.ok("people add ana --name 'Ana Silva'")
    action = Action(id="t261103-7k3q", text="the RFC", person="jo", day=Day(2026, 11, 3), created=NOON)
    about = {"made": NOON.isoformat(), "name": "Ana Silva", "handle": "ana", "to": "jo"}
    with changing(Store(growth.home, lambda: NOON, pytest.fail), "bundle") as change:
        replace_others(change, "0123456789abcdef", about, [action])
        judged = change.add(
            Assessment(
                about="ana", ladder="small", target="L2", period="2026-H2", start=Day(2026, 7, 1),
                end=Day(2027, 1, 1), day=Day(2026, 11, 3), created=NOON,
                evidence=(Evidence(criterion="data-1", record=f"ana:{action.id}", up=True, day=NOON.date()),),
            )
        )  # fmt: skip
    assert f"        + the RFC (ana:{action.id})\n" in growth.ok(f"show {judged.id}")
