"""Sets of questions with an aim: read from a file, picked from, and put to somebody about something."""

import tomllib
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import msgspec

from growth.errors import Refused, WrongUsage
from growth.records.answer import Answer
from growth.records.request import Asked, Request
from growth.records.thumb import Thumb
from growth.rules.request_paper import MARK
from growth.text import parser_words

SLOT = "{about}"
# How many questions of a set are put where nobody says which: more are seldom answered.
FIRST = 3
LONGEST = 400
STEPS = range(2, 11)
FOLLOW_UP = "follow-up"


class SetQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question of a set. `scale` holds its steps, lowest first."""

    id: int
    text: str
    kind: Literal["text", "scale"] = "text"
    scale: tuple[str, ...] = ()
    hint: str = ""


class QuestionSet(msgspec.Struct, frozen=True, kw_only=True, rename={"whom": "for", "questions": "question"}):
    """A set. `whom` says whom it is for and when, `guidance` how to answer.

    `of` tells what its words fit: a person, a piece of work, or either.
    """

    questions: tuple[SetQuestion, ...]
    title: str = ""
    aim: str = ""
    of: Literal["person", "work", "either"] = "either"
    whom: str = ""
    guidance: str = ""


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """How a question did: how often it was asked and answered, and the thumbs on what came back."""

    asked: int = 0
    answered: int = 0
    up: int = 0
    down: int = 0


def read(text: str, name: str) -> QuestionSet:
    """Read a set of questions; refuse one that could not be put to anybody."""
    try:
        found = msgspec.convert(tomllib.loads(text), QuestionSet)
    except (ValueError, RecursionError) as error:
        why = parser_words.plain(str(error))
        raise Refused(f"{name} is no set of questions: {why}", "mend it in an editor") from None
    ids = [question.id for question in found.questions]
    for number, question in enumerate(found.questions):
        fault = "its id is there twice" if ids.index(question.id) != number else _fault(question)
        if fault:
            raise Refused(f"{name}, question {question.id}: {fault}", "mend it in an editor")
    if not ids:
        raise Refused(f"{name} holds no question", "mend it in an editor")
    return found


def _fault(question: SetQuestion) -> str:
    if question.id < 1:
        return "an id counts from 1"
    if not question.text.strip() or len(question.text) > LONGEST:
        return f"a text has 1 to {LONGEST} characters"
    if (question.kind == "scale") != bool(question.scale):
        return "a scale has steps, a text has none"
    if question.scale and len(question.scale) not in STEPS:
        return f"a scale has {STEPS[0]} to {STEPS[-1]} steps"
    return _marker_fault(question.text)


def _marker_fault(text: str) -> str:
    mark = MARK.search(text)
    return f"{mark[0]} in it would be taken for the mark of a question" if mark else ""


def picked(found: QuestionSet, numbers: Sequence[int], name: str) -> tuple[SetQuestion, ...]:
    """Return the questions of those numbers, in that order; without any, the first three."""
    if not numbers:
        return found.questions[:FIRST]
    by_id = {question.id: question for question in found.questions}
    for number in numbers:
        if number not in by_id:
            raise WrongUsage(
                f"there is no question {name}/{number}", f"see: growth feedback sets show {name}"
            )
    return tuple(by_id[number] for number in dict.fromkeys(numbers))


def subject_for(found: QuestionSet, name: str, topic: str, subject: str) -> str:
    """Return what stands in the slot of a set's questions: of work of mine, a set on people asks about me."""
    person = topic == "me" or topic.startswith("@")
    if found.of == "work" and person:
        raise WrongUsage(
            f"the questions of {name} are about a piece of work",
            "name it: --about 'the launch', or --about +project",
        )
    return "me" if found.of == "person" and not person else subject


def put(question: SetQuestion, name: str, aim: str, about: str) -> Asked:
    """Return a question of a set as it is put; its marker is given to it when it is stored."""
    return Asked(
        marker="",
        text=question.text.replace(SLOT, about),
        question=f"{name}/{question.id}",
        aim=aim or name,
        scale=question.scale,
        hint=question.hint,
    )


def own(text: str) -> Asked:
    """Return a question in the asker's own words."""
    words = " ".join(text.split())
    if not words or len(words) > LONGEST:
        raise WrongUsage(f"a question has 1 to {LONGEST} characters, not {len(words)}", "--question TEXT")
    if fault := _marker_fault(words):
        raise WrongUsage(f"the question cannot be put: {fault}", "leave it out")
    return Asked(marker="", text=words)


def follow_up(done: str) -> tuple[Asked, ...]:
    """Return the two questions that ask whether a first step changed anything."""
    since = f"Since then I set out to do this: {' '.join(done.split())}."
    return (
        Asked(
            marker="",
            text=f"{since[:LONGEST]} How much of a change have you seen?",
            question=f"{FOLLOW_UP}/1",
            aim=FOLLOW_UP,
            scale=("not yet", "a little", "some", "clearly", "it is settled"),
        ),
        Asked(
            marker="",
            text="What have you seen, and what would be the next step?",
            question=f"{FOLLOW_UP}/2",
            aim=FOLLOW_UP,
            hint="When it was, what was done, and what it meant for your work.",
        ),
    )


def marked(questions: Iterable[Asked], taken: set[str], draw: Callable[[], str]) -> tuple[Asked, ...]:
    """Return questions with markers of their own; `taken` grows by them."""
    out = []
    for question in questions:
        marker = draw()
        while marker in taken:
            marker = draw()
        taken.add(marker)
        out.append(msgspec.structs.replace(question, marker=marker))
    return tuple(out)


def uses(requests: Iterable[Request], answers: Iterable[Answer], thumbs: Iterable[Thumb]) -> dict[str, Use]:
    """Return how each question of a set did, by its name; a thumb on an answer counts for all in it."""
    named = {
        request.id: {question.marker: question.question for question in request.questions}
        for request in requests
    }
    within = {
        answer.id: {named.get(answer.request, {}).get(reply.marker, "") for reply in answer.replies}
        for answer in answers
    }
    asked = [name for names in named.values() for name in names.values()]
    answered = [name for names in within.values() for name in names]
    tally: dict[str, list[int]] = {}
    for column, names in enumerate((asked, answered)):
        for name in names:
            tally.setdefault(name, [0, 0, 0, 0])[column] += 1
    for thumb in thumbs:
        for name in within.get(thumb.target, {thumb.target}):
            tally.setdefault(name, [0, 0, 0, 0])[2 if thumb.up else 3] += 1
    tally.pop("", None)
    return {name: Use(asked=row[0], answered=row[1], up=row[2], down=row[3]) for name, row in tally.items()}
