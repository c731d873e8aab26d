"""Promises between two people, as the other one handed them over."""

import datetime
from typing import Any

from growth.records.action import Action
from growth.records.dates import Day
from growth.records.person import Person
from growth.rules.handed_promises import handed
from growth.rules.promises import Promise, closed, kept, of_two, promises

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
BOSS = Person(id="p261124-aaaa", name="Eva Lind", handles=("boss", "eva"), created=NOW)
_count = 0


def action(text: str, **fields: Any) -> Action:
    global _count
    _count += 1
    made: dict[str, Any] = {"id": f"t261110-{_count:04}", "day": Day(2026, 11, 10), "created": NOW}
    return Action(text=text, **made | fields)


def of(*those: Action, own: tuple[Action, ...] = ()) -> tuple[Promise, ...]:
    return handed(those, BOSS.handles, {"ana"}, own, TODAY)


def told(found: tuple[Promise, ...]) -> list[tuple[str, str]]:
    return [(one.action.owner, one.action.text) for one in found]


def test_what_they_promised_me_and_i_them_in_my_names() -> None:
    hers = action("raise it", person="Ana", due=Day(2026, 11, 23), share="manager")
    found = of(
        hers,
        action("write the draft", owner="ana", person="ana"),
        action("noted alone", owner="ana"),
        action("to another", person="bo"),
        action("of another", owner="bo", person="bo"),
        action("of another to me", owner="bo", person="ana"),
        action("of mine to another", owner="ana", person="bo"),
        action("to nobody"),
    )
    assert told(found) == [("boss", "raise it"), ("me", "write the draft"), ("me", "noted alone")]
    assert (found[0].action.id, found[0].action.person) == (f"boss:{hers.id}", "boss")
    assert (found[0].whose, found[0].record, found[0].days_late) == ("boss", hers, 1)


def test_what_i_have_myself_stands_once() -> None:
    hers = (action("Raise  the budget.", person="ana"), action("draft", owner="ana", person="ana"))
    assert of(*hers, own=(action("raise the budget", owner="eva", person="eva", state="done",
                                 closed=Day(2026, 11, 20)), action("Draft"))) == ()  # fmt: skip
    # The same words of somebody else, to somebody else, or of a month before are another promise.
    others = (
        action("raise the budget", owner="bo"),
        action("draft", person="bo"),
        action("draft", state="done", closed=Day(2026, 10, 10), day=Day(2026, 10, 1)),
    )
    assert told(of(*hers, own=others)) == [("boss", "Raise  the budget."), ("me", "draft")]
    assert told(of(hers[1], hers[1])) == [("me", "draft")]
    assert of(action("in other words", owner="ana", origin="f261110-7k3q"),
              own=(action("in mine", origin="f261110-7k3q"),)) == ()  # fmt: skip


def test_it_stands_in_its_place_among_mine() -> None:
    own = (action("late", due=Day(2026, 11, 20), person="boss"), action("no day", person="boss"))
    shared = of(
        action("later still", owner="ana", due=Day(2026, 11, 19)),
        action("done", owner="ana", state="done", closed=Day(2026, 11, 12)),
        action("done long ago", owner="ana", state="done", closed=Day(2026, 11, 2)),
        action("dropped", owner="ana", state="dropped", closed=Day(2026, 11, 12)),
        own=own,
    )
    open_ = of_two(promises(own, TODAY, BOSS, shared), BOSS)
    assert [one.action.text for one in open_.mine] == ["later still", "late", "no day"]
    since = kept(own, Day(2026, 11, 10), TODAY, BOSS, shared)
    assert [one.action.text for one in since.mine] == ["done"]
    shut = closed(own, TODAY, handed=shared)
    assert [one.action.text for one in shut.mine] == ["dropped", "done", "done long ago"]
