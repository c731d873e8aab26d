"""The bank of questions for a 1:1: read from a file, joined with one's own, written back."""

import tomllib
from collections.abc import Iterable
from typing import Literal

import msgspec

from growth.errors import Refused
from growth.text import parser_words
from growth.text.fold import fold

NAME = "1on1"
# Questions of one's own count from here, so that `1on1/1001` is nobody else's, now and later.
OWN = 1001
MOST, LONGEST, TOPIC = 10_000, 400, 40
Depth = Literal["light", "deep"]
Role = Literal["manager", "direct", "mentor", "mentee"]
DEPTHS: tuple[Depth, ...] = ("light", "deep")
ROLES: tuple[Role, ...] = ("manager", "direct", "mentor", "mentee")


class Question(msgspec.Struct, frozen=True, rename={"roles": "for"}):
    """One question of a bank. `roles` says who asks it: a manager, a direct, a mentor, a mentee."""

    id: int
    topic: str
    depth: Depth
    text: str
    roles: tuple[Role, ...]

    @property
    def ref(self) -> str:
        return f"{NAME}/{self.id}"


class Bank(msgspec.Struct, frozen=True, rename={"questions": "question"}):
    """A bank. `words` are the words of a text that lead to a topic, by topic."""

    questions: tuple[Question, ...] = msgspec.field(name="question")
    words: dict[str, str] = {}

    @property
    def by_ref(self) -> dict[str, Question]:
        return {one.ref: one for one in self.questions}


def read(text: str, name: str) -> Bank:
    """Read a bank; refuse one with a question that could not be asked."""
    try:
        found = msgspec.convert(tomllib.loads(text), Bank)
    except (ValueError, RecursionError) as error:
        why = parser_words.plain(str(error))
        raise Refused(f"{name} is no bank of questions: {why}", "mend it in an editor") from None
    seen: set[int] = set()
    for one in found.questions:
        fault = "its id is there twice" if one.id in seen else _fault(one)
        if fault:
            raise Refused(f"{name}, question {one.id}: {fault}", "mend it in an editor")
        seen.add(one.id)
    return found


def _fault(one: Question) -> str:
    if one.id < 1:
        return "an id counts from 1"
    if not one.topic.strip() or len(one.topic) > TOPIC:
        return f"a topic has 1 to {TOPIC} characters"
    if not one.text.strip() or len(one.text) > LONGEST:
        return f"a text has 1 to {LONGEST} characters"
    return "" if one.roles else "nobody asks it; for = ['manager']"


def joined(bank: Bank, own: Bank, name: str) -> Bank:
    """Return a bank with the questions of one's own, which count from 1001."""
    for one in own.questions:
        if one.id < OWN:
            raise Refused(f"{name}, question {one.id}: your own count from {OWN}", "mend it in an editor")
    words = bank.words | {topic: f"{bank.words.get(topic, '')} {more}" for topic, more in own.words.items()}
    return Bank((*bank.questions, *own.questions), words)


def tidy(text: str) -> str:
    """Return a text on one line, without signs that nobody would see."""
    return " ".join("".join(char for char in " ".join(text.split()) if char.isprintable()).split())


class Draft(msgspec.Struct, frozen=True):
    """A question on its way into the bank."""

    topic: str
    depth: Depth
    text: str
    roles: tuple[Role, ...]


def added(bank: Bank, drafts: Iterable[Draft]) -> tuple[Question, ...]:
    """Return drafts as questions of one's own; what is in the bank already is left out."""
    there = {_key(one.text) for one in bank.questions}
    number = max((one.id for one in bank.questions if one.id >= OWN), default=OWN - 1)
    new: list[Question] = []
    for draft in drafts:
        text = tidy(draft.text)
        if _key(text) in there:
            continue
        there.add(_key(text))
        made = Question(number + 1 + len(new), draft.topic, draft.depth, text, draft.roles)
        if fault := _fault(made):
            raise Refused(f"{text[:60]!r} is no question for the bank: {fault}", "write it shorter")
        new.append(made)
    if len(bank.questions) + len(new) > MOST:
        raise Refused(f"a bank holds {MOST:,} questions at most", "import fewer of them")
    return tuple(new)


def _key(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())
