"""An open promise is told as done where its task was read as done, and as open no more."""

import datetime

import pytest
from msgspec.structs import replace

from growth.records.action import Action
from growth.records.imported import Found, Plan
from growth.rules.done_since import done_since

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
TASK = Action(
    id="t261124-0001", text="Ask Dana", day=NOON.date(), source="todo.txt:open:aa#1", created=NOON
)  # fmt: skip
DONE = Found(line=1, title="Ask Dana", source="todo.txt:2026-11-24:bb")
STILL = replace(DONE, becomes="action", source=TASK.source)


@pytest.mark.parametrize("text", ["Ask Dana", "(B) Ask Dana", "Ask Dana due:2026-12-01 @mail +ops"])
def test_the_fields_around_a_task_are_no_part_of_its_name(text: str) -> None:
    task = replace(TASK, text=text)
    assert done_since(Plan(already=(DONE,)), lambda: [task]) == [(task, DONE)]


@pytest.mark.parametrize(
    "plan",
    [
        Plan(),
        Plan(new=(replace(DONE, title="Ask Danae"),)),
        Plan(new=(DONE,), already=(STILL,)),
        Plan(new=(DONE,), changed=((TASK.source, replace(STILL, due=NOON.date())),)),
    ],
)
def test_what_is_another_or_still_open_or_followed_by_its_id_is_not_told(plan: Plan) -> None:
    assert done_since(plan, lambda: [TASK]) == []


def test_the_very_same_key_goes_before_the_same_words() -> None:
    same = replace(DONE, source=TASK.source)
    assert done_since(Plan(new=(DONE,), already=(same,)), lambda: [TASK]) == [(TASK, same)]
