"""What somebody handed me is in a draft for nobody but them and me, and told by my names."""

import datetime

import pytest

from growth.records.action import Action
from growth.records.answer import Answer, Reply
from growth.records.dates import EVER, Period
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.person import Person, Relation
from growth.rules import lent_pieces
from growth.rules.audience import ME, Audience, audience
from growth.rules.pieces import pieces
from growth.rules.shared_material import Lent

DAY = datetime.date(2026, 11, 20)
NOW = datetime.datetime(2026, 11, 20, 10, tzinfo=datetime.UTC)
ANA = Person(name="Ana Silva", handles=("ana", "asilva"), relations=(Relation("direct"),), created=NOW)
BO = Person(name="Bo Tran", handles=("bo",), relations=(Relation("peer"),), created=NOW)
WIN = Entry(id="j261120-0001", day=DAY, title="Cut the p99", people=("boss", "kim"), created=NOW)
GOAL = Goal(id="g261120-0002", day=DAY, text="Lead a review", created=NOW)
SAID = Answer(
    id="f261120-0003", person="kim", day=DAY, replies=(Reply(question="What?", text="Clear"),), created=NOW
)
OWED = Action(id="t261120-0004", text="Send it", owner="boss", day=DAY, created=NOW)
LENT = Lent(owner="ana", me=frozenset({"boss"}), records=(WIN, GOAL, SAID, OWED))
INPUTS = ("entries", "sessions", "actions", "answers", "goals")


def refs(whom: Audience, inputs: tuple[str, ...] = INPUTS, period: Period = EVER, *own: Action) -> list[str]:
    every = lent_pieces.records(LENT, ANA, own, DAY)
    return [one.id for one in lent_pieces.given(every, inputs, whom, period, ANA)]


def test_it_is_for_me_and_for_them() -> None:
    every = ["ana:j261120-0001", "ana:g261120-0002", "ana:f261120-0003", "ana:t261120-0004"]
    assert refs(ME) == refs(audience("@asilva", (ANA, BO), DAY)) == every


@pytest.mark.parametrize("word", ["manager", "team", "@bo"])
def test_it_is_for_nobody_else(word: str) -> None:
    assert refs(audience(word, (ANA, BO), DAY)) == []


def test_it_is_what_the_prompt_asks_for_of_the_period() -> None:
    assert refs(ME, ("goals", "criteria")) == ["ana:g261120-0002"]
    # What is open is so in any period.
    assert refs(ME, INPUTS, Period(DAY + datetime.timedelta(days=1))) == [
        "ana:g261120-0002",
        "ana:t261120-0004",
    ]


def test_a_promise_that_i_have_too_is_mine() -> None:
    own = Action(id="t261120-0005", text="Send it", owner="me", person="ana", day=DAY, created=NOW)
    assert "ana:t261120-0004" not in refs(ME, INPUTS, EVER, own)


def test_it_says_who_shared_it_and_who_of_it_is_me() -> None:
    name = lent_pieces.namer(LENT, ANA, "Eva Stone")
    told = {one.ref: one for one in pieces(lent_pieces.records(LENT, ANA, (), DAY), name, "Ana Silva")}
    win = told["ana:j261120-0001"]
    assert (win.head, win.people) == (
        "shared by Ana Silva, work: Cut the p99",
        ("Ana Silva", "Eva Stone", "kim"),
    )
    assert told["ana:t261120-0004"].head == "shared by Ana Silva, promise, open: I: Send it"
    assert told["ana:f261120-0003"].head == "shared by Ana Silva, feedback from kim"
