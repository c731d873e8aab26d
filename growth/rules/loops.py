"""Loops: what was heard, what I did about it, and whether the same person saw a change."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import msgspec

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.dates import Day
from growth.records.request import Request
from growth.rules.follow_ups import earlier_words
from growth.rules.promises import promise
from growth.rules.question_sets import FOLLOW_UP

# So long after a first step its effect can be seen, and is asked for.
PATIENCE = datetime.timedelta(days=14)
# From this step of five on whoever was asked again has seen the change.
SEEN = 4
Stage = Literal["heard", "did", "asked again", "confirmed"]


class Again(msgspec.Struct, frozen=True, kw_only=True):
    """What came back when the same person was asked again. `words` is the step they chose."""

    answer: str
    day: Day
    rating: int | None = None
    words: str = ""
    of: int = 0
    text: str = ""


class Loop(msgspec.Struct, frozen=True, kw_only=True):
    """One first step: asked, heard, did, confirmed. `ask_again` is the day from which that makes sense."""

    stage: Stage
    answer: str
    person: str
    asked: Day | None
    heard: Day
    said: str
    action: str
    text: str
    state: str
    words: str
    ask_again: Day
    asked_again: Day | None = None
    again: Again | None = None


def ask_again(action: Action) -> Day:
    """Return from which day on a step can be asked about."""
    return (action.closed or action.due or action.day) + PATIENCE


def loops(
    answers: Sequence[Answer],
    actions: Iterable[Action],
    requests: Sequence[Request],
    today: Day,
    giver: Callable[[str], str],
) -> tuple[Loop, ...]:
    """Return a loop for each action that one of these answers led to, the newest first."""
    by_id = {answer.id: answer for answer in answers}
    led = [action for action in actions if action.origin in by_id and action.state != "dropped"]
    led.sort(key=lambda action: (action.day, action.id), reverse=True)
    return tuple(_loop(by_id[action.origin], action, requests, answers, today, giver) for action in led)


def _loop(
    answer: Answer,
    action: Action,
    requests: Sequence[Request],
    answers: Sequence[Answer],
    today: Day,
    giver: Callable[[str], str],
) -> Loop:
    asked = next((one for one in requests if one.id == answer.request), None)
    follow = [one for one in requests if one.follows == action.id]
    came = [(one, of) for of in follow for one in answers if one.request == of.id]
    again = _again(*max(came, key=lambda pair: (pair[0].day, pair[0].id))) if came else None
    asked_again = max((one.sent or one.day for one in follow), default=None)
    return Loop(
        stage=_stage(action, asked_again, again),
        answer=answer.id,
        person=giver(answer.person),
        asked=(asked.sent or asked.day) if asked else None,
        heard=answer.day,
        said=earlier_words(answer),
        action=action.id,
        text=action.text,
        state=action.state,
        words=promise(action, today).words,
        ask_again=ask_again(action),
        asked_again=asked_again,
        again=again,
    )


def _stage(action: Action, asked_again: Day | None, again: Again | None) -> Stage:
    if again is not None and (again.rating or 0) >= SEEN:
        return "confirmed"
    if asked_again is not None:
        return "asked again"
    return "did" if action.state == "done" else "heard"


def _again(answer: Answer, request: Request) -> Again:
    steps = {asked.marker: asked.scale for asked in request.questions if asked.question == f"{FOLLOW_UP}/1"}
    rated = next((reply for reply in answer.replies if reply.marker in steps and reply.rating), None)
    scale = steps[rated.marker] if rated else ()
    rating = rated.rating if rated and rated.rating and rated.rating <= len(scale) else None
    return Again(
        answer=answer.id,
        day=answer.day,
        rating=rating,
        words=scale[rating - 1] if rating else "",
        of=len(scale),
        text=earlier_words(answer),
    )
