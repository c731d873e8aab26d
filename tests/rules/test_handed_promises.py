"""Promises between two people, as the other one handed them over."""

import datetime
from typing import Any

from growth.records.action import Action
from growth.records.dates import Day
from growth.rules.handed_promises import beside
from growth.rules.promises import Promises, promises

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
SINCE = Day(2026, 11, 10)


def action(text: str, **fields: Any) -> Action:
    return Action(text=text, **{"day": Day(2026, 11, 10), "created": NOW} | fields)


def of(*handed: Action, own: tuple[Action, ...] = ()) -> tuple[list[str], list[str]]:
    found: Promises = beside(promises(own, TODAY), handed, "boss", {"ana"}, SINCE, TODAY)
    return [one.action.text for one in found.mine], [one.action.text for one in found.theirs]


def test_what_they_promised_me_and_i_them() -> None:
    handed = (
        action("raise it", person="Ana"),
        action("write the draft", owner="ana", person="ana"),
        action("to another", person="bo"),
        action("of another", owner="bo", person="bo"),
        action("to nobody"),
    )
    assert of(*handed) == (["write the draft"], ["raise it"])


def test_each_stands_once_and_in_its_place() -> None:
    own = (action("Late of mine", due=Day(2026, 11, 20)), action("No day"))
    handed = (
        action("late of mine", owner="ana", due=Day(2026, 11, 20)),
        action("later still", owner="ana", due=Day(2026, 11, 19)),
        action("done", owner="ana", state="done", closed=Day(2026, 11, 12)),
        action("done long ago", owner="ana", state="done", closed=Day(2026, 11, 2)),
        action("dropped", owner="ana", state="dropped", closed=Day(2026, 11, 12)),
    )
    assert of(*handed, own=own) == (["later still", "Late of mine", "No day", "done"], [])
