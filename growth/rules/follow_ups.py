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
    return _beginning(" / ".join(_said(answer)), QUOTED)


def quoted_words(answer: Answer) -> str:
    """Return what somebody wrote as it is quoted to them: each reply between signs of its own."""
    said = _said(answer)
    if len(said) < 2:
        return earlier_words(answer)
    room = QUOTED // len(said)
    return " ".join(f"“{_beginning(text, room)}”" for text in said)


def _said(answer: Answer) -> list[str]:
    return [" ".join(reply.text.split()) for reply in answer.replies if reply.text.strip()]


def _beginning(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rsplit(' ', 1)[0]}…"
