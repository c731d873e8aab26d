"""What a page about a mentorship tells, and to whom."""

import datetime
from typing import Any

from growth.records.action import Action
from growth.records.dates import EVER, Day, Period
from growth.records.entry import Entry
from growth.records.mentorship import Look, Mentorship
from growth.records.person import Person, Relation
from growth.records.session import Advice, Session
from growth.rules.audience import ME, Audience, audience
from growth.rules.pair_page import Material, PairPage, pair_page

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
TODAY = NOW.date()
KIM = Person(name="Kim Okafor", handles=("kim",), created=NOW)
EVA = Person(name="Eva Lindholm", handles=("eva",), relations=(Relation("manager"),), created=NOW)
WHO = {word: audience(word, [KIM, EVA], TODAY) for word in ("@kim", "manager", "team")}


def pair(**fields: Any) -> Mentorship:
    made: dict[str, Any] = {
        "goals": ("lead a design",), "cadence": "2w",
        "looks": (Look(goal="lead a design", day=Day(2026, 9, 1), text="begun"),
                  Look(goal="lead a design", day=Day(2026, 11, 17), text="stuck", moved=False)),
    }  # fmt: skip
    return Mentorship(
        id="m260801-7k3q", person="kim", role="mentor", since=Day(2026, 8, 1), created=NOW, **(made | fields)
    )


def session(month: int, day: int, *said: Advice, **fields: Any) -> Session:
    return Session(
        id=f"s26{month:02}{day:02}-7k3q", kind="mentoring", person="kim", day=Day(2026, month, day),
        mentorship="m260801-7k3q", advice=said, created=NOW, **fields,
    )  # fmt: skip


def action(number: int, owner: str = "me", **fields: Any) -> Action:
    made: dict[str, Any] = {"origin": "s261110-7k3q", "share": "person", "day": Day(2026, 11, 10)}
    return Action(id=f"t261110-000{number}", text=f"promise {number}", owner=owner, person="kim",
                  created=NOW, **(made | fields))  # fmt: skip


TOLD, OPEN = Advice(text="ask first", went="well", told=Day(2026, 11, 10)), Advice(text="slow", kind="try")
MATERIAL = Material(
    pair=pair(),
    sessions=(session(8, 18, TOLD), session(11, 10, OPEN, private="x")),
    actions=(
        action(1, due=Day(2026, 11, 20)),
        action(2, state="done", closed=Day(2026, 11, 12)),
        action(3, "kim", moved=(Day(2026, 11, 15),)),
        action(4, state="done", closed=Day(2026, 8, 20), day=Day(2026, 8, 18), origin="s260818-7k3q"),
        action(5, origin="s261103-none"),
        action(6, origin="", share="private"),
        action(7, "bo"),
    ),
    outcomes=(
        Entry(id="j261101-7k3q", day=Day(2026, 11, 1), kind="win", title="ran it", people=("kim",),
              created=NOW),
    ),
)  # fmt: skip


def page(period: Period = EVER, whom: Audience = ME, material: Material = MATERIAL) -> PairPage:
    found = pair_page(material, KIM, period, TODAY, whom)
    assert found is not None
    return found


def test_all_of_a_pair() -> None:
    found = page()
    assert (found.start, found.end, found.held, found.due) == (Day(2026, 8, 1), Day(2026, 11, 25), 2, 8)
    assert [one.advice.text for one in found.told] == ["ask first"]
    assert [one.advice.text for one in found.waiting] == ["slow"]
    assert [one.action.text for one in found.mine] == ["promise 1", "promise 6", "promise 2", "promise 4"]
    assert [one.action.text for one in found.theirs] == ["promise 3"]
    assert found.aims[0].state == "stuck"
    assert [one.title for one in found.outcomes] == ["ran it"]
    assert (found.private, found.withheld) == (3, 0)


def test_a_period_tells_what_was_in_it() -> None:
    found = page(Period(Day(2026, 8, 1), Day(2026, 10, 1)))
    assert (found.held, [one.advice.text for one in found.told], found.waiting) == (1, ["ask first"], ())
    assert [one.action.text for one in found.mine] == ["promise 4"]
    assert (found.aims[0].state, found.outcomes) == ("moved", ())


def test_what_was_promised_before_and_is_open_is_told_again() -> None:
    found = page(Period(Day(2026, 11, 15)))
    assert [one.action.text for one in found.mine] == ["promise 1", "promise 6"]


def test_the_other_sees_what_is_shared_with_them() -> None:
    found = page(whom=WHO["@kim"])
    assert [one.action.text for one in found.mine] == ["promise 1", "promise 2", "promise 4"]
    assert (found.outcomes, found.private, found.withheld, found.held) == ((), 0, 2, 2)
    assert "m260801-7k3q" in {one.ref for one in found.cited}


def test_nobody_else_sees_a_pair_that_is_for_its_two() -> None:
    assert pair_page(MATERIAL, KIM, EVER, TODAY, WHO["manager"]) is None
    assert pair_page(MATERIAL, KIM, EVER, TODAY, WHO["team"]) is None


def test_a_pair_that_is_shared_tells_my_manager_no_session_and_no_count() -> None:
    material = Material(pair=pair(share="manager"), sessions=MATERIAL.sessions, actions=MATERIAL.actions)
    found = page(whom=WHO["manager"], material=material)
    assert (found.held, found.due, found.last, found.overdue) == (0, 0, None, 0)
    assert (found.told, found.waiting, found.mine, found.theirs) == ((), (), (), ())
    assert [aim.text for aim in found.aims] == ["lead a design"]


def test_a_closed_pair_ends_with_its_last_day() -> None:
    found = page(
        material=Material(pair=pair(until=Day(2026, 10, 1), outcome="leads"), sessions=MATERIAL.sessions)
    )
    assert (found.end, found.held, found.overdue, found.outcome) == (Day(2026, 10, 2), 1, 0, "leads")


def test_nothing_at_all_is_empty() -> None:
    assert page(material=Material(pair=pair(looks=()))).is_empty
    assert not page().is_empty
