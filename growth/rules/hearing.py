"""What an audience hears of the answers to questions: words, counts, and how scales were answered.

Whatever it may not read is left out here, so that nothing made from it can show it.
"""

from collections.abc import Callable, Container, Iterable

import msgspec

from growth.records.answer import Answer, Reply
from growth.records.dates import Day, Period
from growth.records.request import Asked, Request
from growth.rules import consent, scales
from growth.rules.audience import Audience
from growth.rules.consent import Heard
from growth.rules.question_sets import FOLLOW_UP
from growth.rules.scales import Rating, Scale
from growth.text.fold import fold

# Technical work stands beside how people work together, whatever else was asked.
BESIDE = ("technical", "interpersonal")
Giver = Callable[[str], str]
Key = tuple[str, tuple[str, ...]]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One thing said. `allowed` is what its giver lets be done with it, for me alone to know."""

    answer: str
    person: str
    day: Day
    text: str
    about: str
    step: str = ""
    allowed: str = ""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One question: how many people it was put to (for me alone) and answered by, and what they said.

    `counted` are those who answered and are not quoted.
    """

    name: str
    text: str
    asked: int
    givers: int
    counted: int
    said: tuple[Said, ...] = ()
    scale: Scale | None = None


class Aim(msgspec.Struct, frozen=True, kw_only=True):
    """The questions with one aim; without a name those in my own words."""

    name: str
    givers: int
    questions: tuple[Question, ...]


class Piece(msgspec.Struct, frozen=True):
    """One reply, and the question that it answers."""

    answer: Answer
    reply: Reply
    asked: Asked


Pieces = dict[Key, list[Piece]]


class Hearing:
    """What one audience hears of answers: `quoted` and `counted` gather all that it was told of."""

    def __init__(self, whom: Audience, period: Period, giver: Giver) -> None:
        self.whom, self.period, self.giver = whom, period, giver
        self.mine = whom.kind == "me"
        self.quoted: dict[str, Answer] = {}
        self.counted: dict[str, Answer] = {}

    def heard(self, answers: Iterable[Answer]) -> Heard:
        """Return what the audience gets of the answers to one question, and remember it."""
        found = consent.heard(answers, self.whom, self.giver)
        self.quoted |= {answer.id: answer for answer in found.quoted}
        self.counted |= {answer.id: answer for answer in found.counted}
        return found

    def givers(self, answers: Iterable[Answer]) -> int:
        """Return how many people gave these answers."""
        return len({self.giver(answer.person) for answer in answers})

    def question(self, those: list[Piece], asked: int) -> Question | None:
        """Return what was said to one question in the period, or None where nothing may be told of it."""
        now = [piece for piece in those if piece.answer.day in self.period]
        heard = self.heard(piece.answer for piece in now)
        told = (*heard.quoted, *heard.counted)
        if not told:
            return None
        newest = max(those, key=lambda piece: (piece.answer.day, piece.answer.id)).asked
        quoted = {answer.id for answer in heard.quoted}
        said = (self.said(one.answer, one.reply.text, one) for one in now if one.answer.id in quoted)
        return Question(
            name=newest.question,
            text=newest.text,
            asked=asked if self.mine else 0,
            givers=self.givers(told),
            counted=self.givers(heard.counted),
            said=tuple(sorted((one for one in said if one.text or one.step), key=order)),
            scale=self.scale(those, newest.scale) if newest.scale else None,
        )

    def scale(self, those: list[Piece], words: tuple[str, ...]) -> Scale | None:
        """Return how a scale was answered, or None where the audience gets no rating."""
        ratings = [
            Rating(giver=self.giver(one.answer.person), answer=one.answer, value=one.reply.rating)
            for one in those
            if one.reply.rating and 1 <= one.reply.rating <= len(words) and self._ended(one.answer)
            if consent.may_read(one.answer, self.whom)
        ]
        now, before = (self._shown(those) for those in scales.last_two(ratings, self.period.start))
        return scales.scale(words, now, before) if now else None

    def _shown(self, ratings: list[Rating]) -> list[int]:
        heard = consent.heard((one.answer for one in ratings), self.whom, self.giver)
        return scales.open_to(heard, ratings)

    def _ended(self, answer: Answer) -> bool:
        return self.period.end is None or answer.day < self.period.end

    def said(self, answer: Answer, text: str, piece: Piece | None = None) -> Said:
        """Return something that was said, with the step of its scale."""
        rating = piece.reply.rating if piece else None
        steps = piece.asked.scale if piece else ()
        return Said(
            answer=answer.id,
            person="me" if answer.manner == "given" else self.giver(answer.person),
            day=answer.day,
            text=text.strip(),
            about=answer.about,
            step=_step(rating, steps),
            allowed=answer.name if self.mine and answer.manner != "given" else "",
        )


def _step(rating: int | None, steps: tuple[str, ...]) -> str:
    """Return a rating in words; its number where no words are known for it, as without the request."""
    if rating is None:
        return ""
    return steps[rating - 1] if 1 <= rating <= len(steps) else str(rating)


def question_key(asked: Asked) -> Key:
    """Return what makes two questions the same: their place in a set, or their words, and their steps."""
    return asked.question or fold(" ".join(asked.text.split())), asked.scale


def pieces(answers: Iterable[Answer], requests: Iterable[Request], steps: Container[str]) -> Pieces:
    """Return the replies to questions that were asked, by question.

    `steps` are the ids of actions: what came back when one of them was asked about is told with it.
    """
    by_id = {request.id: request for request in requests}
    found: Pieces = {}
    for answer in answers:
        request = by_id.get(answer.request)
        known = {asked.marker: asked for asked in request.questions} if request else {}
        for reply in answer.replies:
            asked = known.get(reply.marker) or Asked(marker="", text=reply.question)
            again = request is not None and request.follows in steps and asked.aim == FOLLOW_UP
            said = reply.rating is not None or reply.text.strip()
            if asked.text and said and answer.manner != "given" and not again:
                found.setdefault(question_key(asked), []).append(Piece(answer, reply, asked))
    return found


def aims(hearing: Hearing, found: Pieces, requests: Iterable[Request]) -> tuple[Aim, ...]:
    """Return the questions that the audience may be told of, by aim."""
    put: dict[Key, set[str]] = {}
    for request in requests:
        for asked in request.questions:
            put.setdefault(question_key(asked), set()).add(hearing.giver(request.person))
    by_aim: dict[str, list[tuple[Question, set[str]]]] = {}
    for key, those in found.items():
        question = hearing.question(those, len(put.get(key, ())))
        if question is not None:
            told = hearing.quoted | hearing.counted
            givers = {hearing.giver(one.answer.person) for one in those if one.answer.id in told}
            by_aim.setdefault(those[-1].asked.aim, []).append((question, givers))
    made = (
        Aim(
            name=name,
            givers=len(set().union(*(givers for _, givers in questions))),
            questions=tuple(sorted((question for question, _ in questions), key=_by_name)),
        )
        for name, questions in by_aim.items()
    )
    return tuple(sorted(made, key=_rank))


def _by_name(question: Question) -> tuple[bool, str, int, str]:
    name, _, number = question.name.rpartition("/")
    return not question.name, name, int(number) if number.isdecimal() else 0, question.text


def _rank(aim: Aim) -> tuple[int, bool, int, str]:
    place = BESIDE.index(aim.name) if aim.name in BESIDE else len(BESIDE)
    return place, not aim.name, -aim.givers, aim.name


def order(said: Said) -> tuple[int, str]:
    """Sort what was said, the newest first."""
    return -said.day.toordinal(), said.answer
