"""What a sheet says of goals: stuck, moved, reached, and nothing of those at rest."""

import datetime
from typing import Any

import pytest

from growth.records.dates import Day
from growth.records.goal import Checkin, Goal
from growth.rules.goal_news import goal_news

TODAY, MET = Day(2026, 11, 24), Day(2026, 11, 17)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)


def goal(*looks: tuple[str, str, bool], day: str = "2026-11-10", **fields: Any) -> Goal:
    checkins = tuple(Checkin(day=Day.fromisoformat(on), text=text, moved=moved) for on, text, moved in looks)
    base: dict[str, Any] = {"id": "g1", "text": "lead a design", "created": NOW}
    return Goal(day=Day.fromisoformat(day), checkins=checkins, **base | fields)


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (goal(), None),
        (goal(day="2026-10-20"), ("stuck", "no movement for 5 weeks", "")),
        (
            goal(("2026-10-21", "a start", True), day="2026-06-01"),
            ("stuck", "no movement for 4 weeks", "a start (Wed 21 Oct)"),
        ),
        (goal(("2026-11-12", "a start", True)), None),
        (goal(("2026-11-19", "a draft", True)), ("moved", "moved Thu 19 Nov", "a draft")),
        (goal(("2026-11-24", "no time", False)), ("stuck", "no movement for 2 weeks", "no time")),
        (
            goal(("2026-11-12", "no time", False)),
            ("stuck", "no movement for 2 weeks", "no time (Thu 12 Nov)"),
        ),
        (goal(("2026-11-19", "", False), day="2026-11-18"), ("stuck", "no movement for 6 days", "")),
        (
            goal(("2026-11-23", "a draft", True), due=Day(2026, 11, 20)),
            ("moved", "moved yesterday, due 4 days ago", "a draft"),
        ),
        (
            goal(("2026-11-24", "held it", True), state="reached", closed=TODAY),
            ("reached", "reached today", "held it"),
        ),
        (goal(state="dropped", closed=Day(2026, 11, 1)), None),
    ],
)
def test_what_is_said_of_a_goal(one: Goal, told: tuple[str, str, str] | None) -> None:
    found = goal_news([one], MET, TODAY)
    assert [(news.state, news.words, news.said) for news in found] == ([told] if told else [])


def test_what_is_stuck_comes_first() -> None:
    goals = [
        goal(id="g1", state="reached", closed=TODAY),
        goal(("2026-11-19", "x", True), id="g2"),
        goal(id="g3", day="2026-08-01"),
        goal(id="g4", day="2026-08-01", due=Day(2026, 12, 1)),
    ]
    assert [news.goal.id for news in goal_news(goals, MET, TODAY)] == ["g4", "g3", "g2", "g1"]


def test_a_goal_is_no_longer_stuck_than_it_was_when_it_was_handed_over() -> None:
    weeks_ago = Day(2026, 10, 27)
    assert goal_news([goal(day="2026-10-20")], MET, TODAY, weeks_ago) == ()
    (news,) = goal_news([goal(day="2026-09-20")], MET, TODAY, weeks_ago)
    assert news.words == "no movement for 5 weeks"
