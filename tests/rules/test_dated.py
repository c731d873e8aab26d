"""What of my records stands on a day of the calendar."""

import datetime

from msgspec.structs import replace

from growth.records.action import Action
from growth.records.dates import EVER, Period
from growth.records.goal import Goal
from growth.records.kinds import Record
from growth.records.request import Asked, Request
from growth.records.session import Session
from growth.rules.dated import Dated, dated

DAY = datetime.date(2026, 12, 1)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(hours=1)
ACTION = Action(id="t261124-aaaa", text="Write it", person="ana", day=DAY, due=DAY, created=NOW)
GOAL = Goal(id="g261124-aaaa", text="Teach", day=DAY, due=DAY, created=NOW)
ASKED = Request(
    id="r261124-aaaa", person="ana", questions=(Asked(marker="q", text="?"),), day=DAY, due=DAY,
    state="sent", created=NOW,
)  # fmt: skip
HELD = Session(id="s261124-aaaa", person="ana", day=DAY, created=NOW, changed=LATER)


def told(*records: Record, period: Period = EVER) -> list[tuple[str, str]]:
    return [(one.uid, one.summary) for one in dated(records, period, lambda handle: handle.title())]


def test_each_kind_and_its_words() -> None:
    assert told(ACTION, replace(ACTION, id="t261124-bbbb", owner="ana"), GOAL, ASKED, HELD) == [
        ("g261124-aaaa-due@growth", "Goal: Teach"),
        ("r261124-aaaa-due@growth", "Follow up: feedback from Ana"),
        ("s261124-aaaa@growth", "1:1 with Ana"),
        ("t261124-aaaa-due@growth", "Due: Write it"),
        ("t261124-bbbb-due@growth", "Due: Ana: Write it"),
    ]


def test_it_says_when_it_was_changed_last() -> None:
    assert dated([HELD], EVER, str) == [
        Dated(uid="s261124-aaaa@growth", summary="1:1 with ana", day=DAY, at=LATER)
    ]


def test_what_is_over_is_no_day_any_more_but_for_a_goal_that_was_reached() -> None:
    over = replace(ACTION, state="done"), replace(ASKED, state="answered"), replace(HELD, day=None)
    assert told(*over) == []
    reached = replace(GOAL, state="reached", closed=DAY)
    assert told(reached) == [("g261124-aaaa-reached@growth", "Reached: Teach")]
    assert told(ACTION, period=Period(None, DAY)) == []
