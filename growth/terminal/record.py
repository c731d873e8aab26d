"""Any record whole, whatever its kind."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from growth.terminal.layout import Known, Line

# Where each kind is laid out; an entry, the commonest, has its own way past this table.
PLACES = {
    "person": "record_pair.person",
    "mentorship": "record_pair.mentorship",
    "session": "record_session.session",
    "observation": "record_session.observation",
    "action": "record_goal.action",
    "goal": "record_goal.goal",
    "thumb": "record_goal.thumb",
    "request": "record_feedback.request",
    "answer": "record_feedback.answer",
    "ladder": "record_assessment.ladder",
    "assessment": "record_assessment.assessment",
    "wonder": "wonders.whole",
    "practice": "practice.whole",
    "draft": "drafts.whole",
}


def whole(record: Any, word: str, known: Known) -> Iterator[Line]:
    """Yield the lines of one record."""
    module, name = PLACES[word].split(".")
    lines: Callable[[Any, Known], Iterator[Line]] = getattr(import_module(f"growth.terminal.{module}"), name)
    return lines(record, known)
