"""Three questions for a 1:1 out of a bank: from topics left untouched longest, none asked lately."""

import tomllib
import zlib
from collections.abc import Sequence

import msgspec

from growth.errors import Refused
from growth.records.dates import Day
from growth.records.session import Session
from growth.rules.day_words import ago

RECENT = 6
DEPTHS = ("light", "deep", "light")


class Question(msgspec.Struct, frozen=True, rename={"roles": "for"}):
    """One question of a bank. `roles` says who asks it: a manager, a direct, a mentor, a mentee."""

    id: int
    topic: str
    depth: str
    text: str
    roles: tuple[str, ...]

    @property
    def ref(self) -> str:
        return f"1on1/{self.id}"


class Pick(msgspec.Struct, frozen=True):
    """A question to ask, and why this one."""

    ref: str
    topic: str
    text: str
    why: str


class _Bank(msgspec.Struct):
    question: tuple[Question, ...]


def bank(text: str, name: str) -> tuple[Question, ...]:
    """Read a bank of questions."""
    try:
        return msgspec.convert(tomllib.loads(text), _Bank).question
    except (ValueError, RecursionError) as error:
        raise Refused(f"{name} is no bank of questions: {error}", "mend it in an editor") from None


def pick(
    questions: Sequence[Question], held: Sequence[Session], role: str, seed: str, today: Day
) -> tuple[Pick, ...]:
    """Return three questions for somebody in `role` to ask; `held` are the sessions, newest first."""
    by_ref = {question.ref: question for question in questions}
    recent = {ref for session in held[:RECENT] for ref in session.asked}
    ever = {ref for session in held for ref in session.asked}
    last: dict[str, Day] = {}
    for session in held:
        for ref in session.asked:
            if session.day and ref in by_ref:
                last.setdefault(by_ref[ref].topic, session.day)
    free = [question for question in questions if role in question.roles and question.ref not in recent]
    turn = f"{seed}/{len(held)}"
    # Nobody's first sheet is like everybody else's: among equals the order is drawn from the name.
    topics = sorted({question.topic for question in free}, key=lambda topic: (
        last.get(topic, Day.min), _draw(turn, topic)
    ))  # fmt: skip
    picked: list[Pick] = []
    for topic, depth in zip(topics, DEPTHS, strict=False):
        those = [question for question in free if question.topic == topic]
        best = min(those, key=lambda one: (one.ref in ever, one.depth != depth, _draw(turn, one.ref)))
        asked = last.get(topic)
        why = f"{topic}, {ago(asked, today)}" if asked else topic
        picked.append(Pick(best.ref, topic, best.text, why))
    return tuple(picked)


def _draw(turn: str, word: str) -> int:
    return zlib.crc32(f"{turn}/{word}".encode())
