"""The goals of a pair: added, looked at, reached."""

import datetime

import pytest
from msgspec.structs import replace

from growth.errors import Refused, WrongUsage
from growth.records.dates import Day
from growth.records.mentorship import Look, Mentorship
from growth.rules import goals
from growth.rules.pair_goals import added, aims, as_goals, chosen, looked, words

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
TODAY = NOW.date()
PAIR = Mentorship(
    id="m261001-7k3q", person="kim", role="mentor", goals=("lead a design", "speak up"),
    since=Day(2026, 10, 1), created=NOW,
)  # fmt: skip


def look(day: int, goal: str = "lead a design", *, moved: bool = True, reached: bool = False) -> Look:
    return Look(goal=goal, day=Day(2026, 11, day), text=f"on the {day}th", moved=moved, reached=reached)


def test_a_goal_stands_where_its_last_look_says() -> None:
    states = []
    pair = PAIR
    for one in (None, look(3), look(10, moved=False), look(17, reached=True)):
        pair = pair if one is None else looked(pair, aims(pair)[0], one)
        states.append(aims(pair)[0].state)
    assert states == ["open", "moved", "stuck", "reached"]
    assert aims(pair)[1].state == "open"
    assert words(aims(pair)[0], TODAY) == "reached Tue 17 Nov: on the 17th"
    assert words(aims(pair)[1], TODAY) == ""


def test_a_look_set_back_stands_in_its_place() -> None:
    pair = looked(PAIR, aims(PAIR)[0], look(17, moved=False))
    pair = looked(pair, aims(pair)[0], look(10))
    assert [one.day.day for one in pair.looks] == [10, 17]
    assert aims(pair)[0].state == "stuck"


def test_what_is_reached_takes_no_more_looks() -> None:
    pair = looked(PAIR, aims(PAIR)[0], look(17, reached=True))
    with pytest.raises(Refused, match="'lead a design' was reached on 2026-11-17"):
        looked(pair, aims(pair)[0], look(18))


def test_a_goal_that_is_there_is_not_added_twice() -> None:
    assert added(PAIR, ["  ask   for help "]).goals == ("lead a design", "speak up", "ask for help")
    with pytest.raises(Refused, match="'Speak Up' is a goal of theirs already"):
        added(PAIR, ["Speak Up"])
    with pytest.raises(WrongUsage, match="the goal is empty"):
        added(PAIR, [" "])


def test_which_goal_is_meant() -> None:
    assert chosen(PAIR, 2).text == "speak up"
    with pytest.raises(WrongUsage) as wrong:
        chosen(PAIR, None)
    assert wrong.value.hint == "--goal N: 1. lead a design; 2. speak up"
    with pytest.raises(WrongUsage, match="there is no goal 3"):
        chosen(PAIR, 3)
    done = looked(PAIR, aims(PAIR)[0], look(17, reached=True))
    assert chosen(done, None).text == "speak up"
    with pytest.raises(Refused, match="m261001-7k3q has no goal"):
        chosen(Mentorship(id=PAIR.id, person="kim", role="mentor", since=TODAY, created=NOW), None)


def test_goals_of_a_pair_as_goals_of_their_own() -> None:
    looks = (
        Look(goal="talk", day=Day(2026, 10, 1), text="outline"),
        Look(goal="talk", day=Day(2026, 11, 1), text="given", reached=True),
    )
    pair = replace(PAIR, goals=("talk", "read"), looks=looks)
    talk, read = as_goals(pair)
    assert (talk.id, talk.state, talk.closed) == (pair.id, "reached", Day(2026, 11, 1))
    assert [look.text for look in talk.checkins] == ["outline", "given"]
    assert (read.state, read.closed, read.share) == ("open", None, pair.share)
    over = as_goals(replace(pair, until=Day(2026, 11, 20)))
    assert [(goal.state, goal.closed) for goal in over] == [
        ("reached", Day(2026, 11, 1)), ("dropped", Day(2026, 11, 20)),
    ]  # fmt: skip


def test_the_goals_of_somebody_are_told_once() -> None:
    mine = replace(PAIR, id="m261001-aaaa", role="mentor", goals=("Talk",), looks=())
    theirs = replace(mine, id="m261001-bbbb", role="mentee", goals=("talk", "read"))
    found = goals.of_another("kim", [mine, replace(mine, role="mentee")], [], [theirs, mine])
    assert {(goal.id, goal.text) for goal in found} == {
        ("m261001-aaaa", "Talk"),
        ("kim:m261001-bbbb", "read"),
    }
