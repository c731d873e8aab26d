"""Asking again: which answer led to an action, and its words as they are quoted to their giver."""

from collections.abc import Iterable

from growth.records.action import Action
from growth.records.answer import Answer

QUOTED = 280


def led_to(action: Action, answers: Iterable[Answer]) -> Answer | None:
    """Return the answer that an action came from."""
    return next((answer for answer in answers if answer.id == action.origin), None)


def earlier_words(answer: Answer) -> str:
    """Return what somebody wrote, on one line, short enough to be quoted to them."""
    words = " / ".join(" ".join(reply.text.split()) for reply in answer.replies if reply.text.strip())
    if len(words) <= QUOTED:
        return words
    return f"{words[: QUOTED - 1].rsplit(' ', 1)[0]}…"
