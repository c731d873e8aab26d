"""The team page: who needs me first, by reasons alone, and what each block tells."""

import datetime
from collections.abc import Sequence
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from growth.records.action import Action
from growth.records.dates import Day, Period
from growth.records.goal import Goal
from growth.records.person import Person
from growth.records.request import Asked, Request
from growth.records.session import Session
from growth.rules.team import Material, Member, Shared, Team, team

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
LATELY = Period(Day(2026, 10, 28))
HANDLES = ("ana", "bo", "cy", "dan", "eli")


def person(handle: str, meets: str = "weekly tue 10:00") -> Person:
    return Person(
        id=f"p261101-{handle}", name=handle.capitalize(), handles=(handle,), meets=meets, created=NOW
    )


def met(handle: str, day: str, **fields: Any) -> Session:
    base: dict[str, Any] = {"id": f"s-{handle}-{day}", "person": handle, "created": NOW}
    return Session(day=Day.fromisoformat(day), **base | fields)


def promise(handle: str, due: str, owner: str = "me", **fields: Any) -> Action:
    base: dict[str, Any] = {"id": f"t-{handle}-{due}-{owner}", "text": f"a promise to {handle}"}
    day = Day.fromisoformat(due)
    return Action(**base | fields, owner=owner, person=handle, day=Day(2026, 10, 1), due=day, created=NOW)


def request(to: str, due: str, about: str = "me", state: Any = "sent") -> Request:
    return Request(
        id=f"r-{to}-{about}-{due}", person=to, about=about, questions=(Asked(marker="q000", text="What?"),),
        day=Day(2026, 10, 1), due=Day.fromisoformat(due), state=state, created=NOW,
    )  # fmt: skip


def stuck(*goals: str) -> Shared:
    made = tuple(
        Goal(id=f"g-{number}", text=text, day=Day(2026, 9, 1), created=NOW)
        for number, text in enumerate(goals)
    )
    return Shared(made=TODAY, goals=made)


def page(people: Sequence[Person], **material: Any) -> Team:
    return team(people, Material(**material), TODAY, LATELY)


def order(found: Team) -> list[str]:
    return [one.person for one in found.members]


def the(found: Team, handle: str) -> Member:
    return next(one for one in found.members if one.person == handle)


def test_reasons_come_one_after_another_and_then_the_next_meeting() -> None:
    people = [person(handle) for handle in HANDLES] + [person("fay", "weekly wed"), person("gus", "weekly")]
    last = [met(one.handle, "2026-11-17") for one in people if one.handle not in ("bo", "gus")]
    found = page(
        people,
        sessions=[*last, met("bo", "2026-11-03"), met("gus", "2026-11-23")],
        actions=[
            promise("cy", "2026-11-23"),
            promise("eli", "2026-12-24"),
            promise("ana", "2026-11-01", "ana"),
        ],
        requests=[request("dan", "2026-11-20")],
        shared={"eli": stuck("lead a design")},
    )
    assert order(found) == ["cy", "bo", "dan", "eli", "ana", "fay", "gus"]


def test_one_reason_of_a_kind_counts_by_how_often() -> None:
    people = [person("ana"), person("bo")]
    late = [promise("ana", "2026-11-01"), promise("bo", "2026-11-20"), promise("bo", "2026-11-21", id="t-2")]
    assert order(page(people, actions=late)) == ["bo", "ana"]


@given(st.permutations(HANDLES), st.lists(st.sampled_from(HANDLES), max_size=6))
def test_the_order_does_not_hang_on_how_they_are_given(people: list[str], broken: list[str]) -> None:
    actions = [promise(handle, "2026-11-20", id=f"t-{number}") for number, handle in enumerate(broken)]
    found = page([person(handle) for handle in people], actions=actions)
    assert order(found) == sorted(HANDLES, key=lambda one: (-broken.count(one), one))


def test_promises_of_both_sides_the_one_that_presses_first() -> None:
    actions = [
        promise("ana", "2026-11-27"), promise("ana", "2026-11-21"), promise("ana", "2026-11-25", "ana"),
        promise("ana", "2026-11-20", state="done"), promise("ana", "2026-11-20", "cy"),
    ]  # fmt: skip
    one = the(page([person("ana")], actions=actions), "ana")
    assert (one.mine.open, one.mine.late, one.mine.words) == (2, 1, "3 days late")
    assert one.mine.first and one.mine.first.action == actions[1]
    assert (one.theirs.open, one.theirs.late, one.theirs.words) == (1, 0, "due tomorrow")


def test_meetings_against_their_rhythm() -> None:
    people = [person("ana"), person("bo", ""), person("cy", "2w")]
    found = page(
        people, sessions=[met("ana", "2026-11-03"), met("ana", "2026-10-27"), met("cy", "2026-11-08")]
    )
    ana, bo, cy = (the(found, handle) for handle in ("ana", "bo", "cy"))
    assert (ana.last, ana.next, ana.time, ana.missed) == (Day(2026, 11, 3), TODAY, "10:00", 2)
    assert (ana.cadence, ana.held, ana.due, ana.overdue) == ("weekly", 2, 4, 0)
    assert (bo.last, bo.next, bo.cadence, bo.missed) == (None, None, "", 0)
    assert (cy.missed, cy.overdue) == (1, 2)


def test_answers_about_somebody_and_of_somebody() -> None:
    requests = [
        request("bo", "2026-11-20", "@ana"), request("cy", "2026-11-22", "@ana", "answered"),
        request("ana", "2026-11-26"), request("dan", "2026-11-20", "@ana", "drafted"),
    ]  # fmt: skip
    answers = the(page([person("ana"), person("bo")], requests=requests), "ana").answers
    assert (answers.asked, answers.came, answers.late, answers.days) == (2, 1, 1, 4)
    assert [one.person for one in answers.by] == ["bo"]
    assert (answers.owes, answers.owes_late) == ("due Thu 26 Nov", 0)


def test_goals_are_those_that_are_stuck_in_what_was_shared() -> None:
    shared = stuck("lead a design", "give a talk")
    moving = Goal(id="g-9", text="read a book", day=Day(2026, 11, 20), created=NOW)
    shared = msgspec.structs.replace(shared, goals=(*shared.goals, moving))
    one = the(page([person("ana")], shared={"ana": shared}), "ana")
    assert [news.goal.text for news in one.stuck] == ["lead a design", "give a talk"]
    assert (one.goals, one.bundle) == (2, TODAY)


def test_mood_is_told_only_where_it_is_asked_for_and_only_as_they_gave_it() -> None:
    people = [person("ana"), person("bo")]
    sessions = [
        met("ana", "2026-11-17"), met("ana", "2026-11-10", mood=3, mood_words="fine, she says", workload=4),
        met("ana", "2026-11-03", mood=1), met("bo", "2026-11-17"),
    ]  # fmt: skip
    assert the(page(people, sessions=sessions), "ana").mood is None
    found = team(people, Material(sessions=sessions), TODAY, LATELY, with_mood=True)
    mood = the(found, "ana").mood
    assert mood and msgspec.structs.asdict(mood) == {
        "day": Day(2026, 11, 10), "mood": 3, "mood_words": "fine, she says", "workload": 4,
        "workload_words": "",
    }  # fmt: skip
    assert the(found, "bo").mood is None


def test_what_the_lines_tell_of_is_cited_and_what_is_private_counted() -> None:
    actions = [
        promise("ana", "2026-11-21", share="private"),
        promise("ana", "2026-11-25", "ana", share="person"),
    ]
    found = page([person("ana")], actions=actions, shared={"ana": stuck("lead a design")})
    assert [one.ref for one in found.cited] == [actions[0].id, actions[1].id, "ana:g-0"]
    assert found.private == 1
