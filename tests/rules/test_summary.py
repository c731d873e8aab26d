"""A week, a month or a quarter on a page."""

import datetime
from typing import Any

import pytest

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.dates import Day, Period
from growth.records.entry import Entry, Shown
from growth.records.goal import Checkin, Goal
from growth.records.session import Session
from growth.rules.stats import Tally
from growth.rules.summary import Material, Met, Summary, summary

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
TODAY = Day(2026, 11, 24)
WEEK = Period(Day(2026, 11, 16), Day(2026, 11, 23), "2026-W47")
MONTH = Period(Day(2026, 10, 1), Day(2026, 11, 1), "2026-10")


def entry(number: int, kind: Any = "work", **fields: Any) -> Entry:
    made: dict[str, Any] = {"day": Day(2026, 11, 18), "title": f"did {number} of the things to do"} | fields
    return Entry(id=f"j261118-{number:04}", kind=kind, created=NOW, **made)


def action(number: int, **fields: Any) -> Action:
    made: dict[str, Any] = {"day": Day(2026, 11, 2), "text": f"promise {number}"} | fields
    return Action(id=f"t261102-{number:04}", created=NOW, **made)


def goal(number: int, **fields: Any) -> Goal:
    return Goal(id=f"g261102-{number:04}", text=f"goal {number}", day=Day(2026, 11, 2), created=NOW, **fields)


def page(period: Period = WEEK, **material: Any) -> Summary:
    return summary(Material(**material), period, TODAY)


def test_each_entry_stands_in_one_section() -> None:
    found = page(
        entries=[
            entry(1, "win"),
            entry(2, "challenge"),
            entry(3, "challenge", star=True),
            entry(4, "review"),
            entry(5, "learning"),
            entry(6, "kudos"),
            entry(7, "note"),
            entry(8, "note", about="ana"),
            entry(9, day=Day(2026, 11, 23)),
        ]
    )
    assert {
        name: [one.id[-1] for one in getattr(found, name).entries]
        for name in ("done", "hard", "unseen", "learned", "thanks")
    } == {"done": ["3", "1"], "hard": ["2"], "unseen": ["4"], "learned": ["5"], "thanks": ["6"]}
    assert (found.total, found.wins, found.days) == (6, 1, 1)
    assert len(found.cited) == 6


@pytest.mark.parametrize(
    ("period", "told"),
    [(WEEK, 7), (MONTH, 9), (Period(Day(2026, 7, 1), Day(2026, 12, 1), "x"), 12)],
)
def test_a_longer_time_gets_more_lines_and_the_rest_is_counted(period: Period, told: int) -> None:
    assert period.start is not None
    found = page(period, entries=[entry(number, day=period.start) for number in range(20)])
    assert (len(found.done.entries), found.done.folded, found.done.total) == (told, 20 - told, 20)


def test_what_only_names_something_is_told_where_there_is_nothing_else() -> None:
    label, done = entry(1, title="Monitoring", source="md:x"), entry(2)
    assert [one.id for one in page(entries=[label, done]).done.entries] == [done.id]
    assert page(entries=[label, done]).done.folded == 1
    assert [one.id for one in page(entries=[label]).done.entries] == [label.id]


def test_promises_kept_in_the_time_and_those_that_come_next() -> None:
    done = action(1, state="done", closed=Day(2026, 11, 17))
    found = page(
        actions=[
            done,
            action(2, state="done", closed=Day(2026, 11, 23)),
            action(3, state="dropped", closed=Day(2026, 11, 17)),
            action(4, due=Day(2026, 11, 10)),
            action(5, due=Day(2026, 11, 30)),
            action(6, due=Day(2026, 12, 1)),
            action(7),
            action(8, owner="ana", due=Day(2026, 11, 26)),
        ]
    )
    assert [one.action.id for one in found.kept] == [done.id]
    assert [(one.action.id[-1], one.words) for one in found.next] == [
        ("4", "14 days late"), ("5", "due Mon 30 Nov"),
    ]  # fmt: skip


def test_a_time_long_over_has_nothing_next() -> None:
    found = page(MONTH, actions=[action(1, due=Day(2026, 11, 26))], goals=[goal(1, due=Day(2026, 11, 26))])
    assert (found.next, found.due) == ((), ())


def test_goals_that_were_looked_at_and_those_that_come_due() -> None:
    early, late = Checkin(day=Day(2026, 11, 16), text="began"), Checkin(day=Day(2026, 11, 20), text="went on")
    found = page(
        goals=[
            goal(1, checkins=(early, late)),
            goal(2, state="reached", closed=Day(2026, 11, 20), checkins=(late,)),
            goal(3, checkins=(Checkin(day=Day(2026, 11, 23), text="after it"),)),
            goal(4, due=Day(2026, 11, 27)),
            goal(5, due=Day(2027, 3, 1)),
        ]
    )
    assert [(step.goal.id[-1], step.look) for step in found.goals] == [("2", late), ("1", late)]
    assert [one.id[-1] for one in found.due] == ["4"]


def test_whom_i_met_and_heard() -> None:
    def met(number: int, person: str, kind: Any = "1on1", held: bool = True) -> Session:
        day = Day(2026, 11, 17) if held else None
        return Session(id=f"s261117-{number:04}", person=person, kind=kind, day=day, created=NOW)

    def heard(number: int, **fields: Any) -> Answer:
        return Answer(id=f"f261117-{number:04}", person="bo", day=Day(2026, 11, 17), created=NOW, **fields)

    found = summary(
        Material(
            sessions=[met(1, "ana"), met(2, "ANA"), met(3, "bo", "mentoring"), met(4, "bo", held=False)],
            answers=[heard(1), heard(2, manner="given")],
        ),
        WEEK, TODAY, canonical=str.lower,
    )  # fmt: skip
    assert found.met == (Met("ana", "1on1", 2), Met("bo", "mentoring", 1))
    assert (found.asked, found.heard) == (0, 1)


def test_where_it_went_and_how_much_there_was_before() -> None:
    found = page(
        entries=[entry(1, project="Search"), entry(2, project="search"), entry(3)],
        before=[entry(4), entry(5, "note")],
    )
    assert (found.projects, found.before) == ((Tally("Search", 2),), 1)
    assert page().before is None


def test_what_went_from_team_to_team_stands_by_itself_and_is_counted() -> None:
    found = page(
        entries=[
            entry(1, "win", shown=Shown(reuse="the cache", reused_by=("search team",))),
            entry(2, "talk", shown=Shown(state="given", audience="ads")),
            entry(3, "talk", shown=Shown(state="attended")),
            entry(4, "design", shown=Shown(state="planned")),
            entry(5, built_on="dana:j260101-0001"),
            entry(6, "talk"),
        ]
    )
    assert {
        name: [one.id[-1] for one in getattr(found, name).entries] for name in ("done", "shared", "learned")
    } == {"done": ["6"], "shared": ["1", "2", "5"], "learned": ["3"]}
    assert (found.total, found.given, found.reused, found.built) == (5, 1, 1, 1)
    assert [one.id[-1] for one in found.planned.entries] == ["4"]
    assert len(found.cited) == 6
