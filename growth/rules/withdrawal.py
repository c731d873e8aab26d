"""Taking back an answer: what goes with it."""

from collections.abc import Iterable

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.request import Request
from growth.records.thumb import Thumb
from growth.rules.erasure import Target
from growth.rules.follow_ups import earlier_words


def given(record: Answer | Request, answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return the answers that go: all to a request, or one with what it revised and was revised by."""
    listed = tuple(answers)
    if isinstance(record, Request):
        return tuple(answer for answer in listed if answer.request == record.id)
    if record.request:
        return tuple(answer for answer in listed if answer.request == record.request)
    going = {record.id}
    while True:
        more = {one.id for one in listed if one.revises in going}
        more |= {one.revises for one in listed if one.id in going and one.revises}
        if more <= going:
            return tuple(one for one in listed if one.id in going)
        going |= more


def target(
    answers: Iterable[Answer],
    thumbs: Iterable[Thumb],
    actions: Iterable[Action],
    requests: Iterable[Request],
) -> Target:
    """Return what is erased with these answers: thumbs on them, and their words where they were quoted."""
    going = {answer.id: earlier_words(answer) for answer in answers}
    steps = {action.id for action in actions if action.origin in going}
    quoted = (request.quoted for request in requests if request.follows in steps)
    return Target(
        ids=(*going, *(thumb.id for thumb in thumbs if thumb.target in going)),
        quotes=tuple(dict.fromkeys(text for text in (*going.values(), *quoted) if text)),
    )
