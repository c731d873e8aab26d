"""A digest of feedback: what was said to which question, by how many, and what came of it.

It is computed for one audience, and holds nothing that this audience may not read: no words, no
name, no id of a record.
"""

from collections.abc import Iterable, Sequence

import msgspec

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.dates import Day, Period
from growth.records.request import Request
from growth.rules import audience, consent, signatures
from growth.rules.audience import Audience
from growth.rules.cited import Cited, cite
from growth.rules.common_words import Common, Text, common
from growth.rules.hearing import BESIDE, Aim, Giver, Hearing, Said, aims, order, pieces, question_key
from growth.rules.loops import Loop, loops
from growth.rules.question_sets import FOLLOW_UP
from growth.rules.requests import state
from growth.rules.topics import Topic


class Digest(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a digest shows. `passing` came unasked, `given` is what I told them.

    `missing` are the aims of sets that nobody was asked about, `unanswered` the questions that
    nobody has answered yet, `unsent` the requests that are only drafted; all are for me alone, as is
    `apart`, what stood under no question.
    """

    audience: str
    today: Day
    label: str
    start: Day | None
    end: Day | None
    about: str = ""
    person: str = ""
    answers: int = 0
    givers: int = 0
    aims: tuple[Aim, ...] = ()
    passing: tuple[Said, ...] = ()
    passing_counted: int = 0
    given: tuple[Said, ...] = ()
    apart: tuple[Said, ...] = ()
    common: tuple[Common, ...] = ()
    loops: tuple[Loop, ...] = ()
    waiting: int = 0
    unsent: int = 0
    unanswered: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    private: int = 0
    withheld: int = 0
    cited: tuple[Cited, ...] = ()


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """The records that a digest is made from; `aims` are those of the sets there are, by their names."""

    requests: Sequence[Request] = ()
    answers: Sequence[Answer] = ()
    actions: Sequence[Action] = ()
    aims: Sequence[str] = ()


def digest(
    material: Material, whom: Audience, topic: Topic, period: Period, today: Day, giver: Giver
) -> Digest:
    """Return the digest of what was said on a topic in a period, for an audience."""
    held = [one for one in consent.standing(material.answers) if topic.holds(one, giver)]
    # Where all is from one person, what is counted would be known to be theirs.
    alone = bool(topic.person) and whom.kind != "me"
    every = [one for one in held if consent.quotable(one)] if alone else held
    within = [one for one in every if one.day in period]
    lately = [one for one in material.requests if topic.holds(one, giver) and one.day in period]
    # What was never sent was put to nobody.
    asked = [one for one in lately if one.state != "drafted"]
    hearing = Hearing(whom, period, giver)
    steps = {action.id for action in material.actions}
    made = aims(hearing, pieces(every, material.requests, steps), asked)
    unasked = [one for one in within if not _asked(one) and one.manner != "given"]
    passing = hearing.heard(one for one in unasked if _whole(one, hearing))
    given = hearing.heard(one for one in within if one.manner == "given")
    came = _loops(hearing, material, every, today)
    found = Digest(
        audience=whom.word,
        today=today,
        label=period.label,
        start=period.start,
        end=period.end,
        about=topic.about,
        aims=made,
        passing=_told(hearing, passing.quoted),
        passing_counted=hearing.givers(passing.counted),
        given=_told(hearing, given.quoted),
        common=common(_texts(hearing, within)),
        loops=came,
    )
    found = _summed(hearing, _for_me(hearing, found, material, asked, within), material, within)
    unsent = sum(state(one, today) == "drafted" for one in lately) if hearing.mine else 0
    withheld = sum(one.day in period for one in held) - found.answers - len(found.given)
    shown = topic.person if hearing.mine or found.answers else ""
    return msgspec.structs.replace(found, person=shown, withheld=withheld, unsent=unsent)


def _asked(answer: Answer) -> bool:
    """Tell whether something in an answer stands under a question."""
    return any(reply.question or reply.marker for reply in answer.replies) and answer.manner != "given"


def _told(hearing: Hearing, answers: Iterable[Answer]) -> tuple[Said, ...]:
    """Return what was said outside of questions, the newest first."""
    whole = (hearing.said(answer, _whole(answer, hearing)) for answer in answers)
    return tuple(sorted((one for one in whole if one.text), key=order))


def _whole(answer: Answer, hearing: Hearing) -> str:
    # What stood under no question may be anything, such as a signature: it is for me alone.
    parts = [reply.text for reply in answer.replies] + ([_apart(answer)] if hearing.mine else [])
    return " / ".join(part for part in parts if part.strip())


def _apart(answer: Answer) -> str:
    """Return what stood under no question, without what a mail program puts below a letter."""
    return signatures.apart(answer.unmatched)[0].strip()


def _texts(hearing: Hearing, answers: Iterable[Answer]) -> list[Text]:
    """Return the words that the audience may read; mine are nothing that others said."""
    return [
        Text(giver=hearing.giver(one.person), answer=one.id, text=reply.text, question=reply.question)
        for one in answers
        if one.id in hearing.quoted and one.manner != "given"
        for reply in one.replies
    ]


def _loops(hearing: Hearing, material: Material, every: list[Answer], today: Day) -> tuple[Loop, ...]:
    """Return the loops of which something was heard in the period, or that are open while it runs."""
    heard = consent.heard(every, hearing.whom, hearing.giver).quoted
    actions, _ = audience.cut(material.actions, hearing.whom)
    theirs = {answer.request for answer in heard}
    requests = [one for one in material.requests if hearing.mine or one.id in theirs]
    period, running = hearing.period, today in hearing.period
    found = tuple(
        one
        for one in loops(heard, actions, requests, today, hearing.giver)
        if one.heard in period or (one.again and one.again.day in period) or (one.state == "open" and running)
    )
    told = {name for one in found for name in (one.answer, one.again.answer if one.again else "")}
    hearing.quoted |= {answer.id: answer for answer in heard if answer.id in told}
    return found


def _for_me(
    hearing: Hearing, found: Digest, material: Material, asked: Sequence[Request], within: Sequence[Answer]
) -> Digest:
    """Return a digest with what is for me alone: what nobody was asked or has answered."""
    if not hearing.mine:
        return found
    put = [(request, question) for request in asked for question in request.questions]
    known = {question.aim for _, question in put}
    replied = {(answer.request, reply.marker) for answer in material.answers for reply in answer.replies}
    answered = {question_key(one) for request, one in put if (request.id, one.marker) in replied}
    silent = (one.text for _, one in put if one.aim != FOLLOW_UP and question_key(one) not in answered)
    return msgspec.structs.replace(
        found,
        apart=tuple(hearing.said(one, text) for one in within if _asked(one) and (text := _apart(one))),
        waiting=sum(state(one, found.today) == "sent" for one in asked),
        unanswered=tuple(dict.fromkeys(silent)),
        missing=tuple(sorted({*material.aims} - known, key=lambda aim: (aim not in BESIDE, aim))),
    )


def _summed(hearing: Hearing, found: Digest, material: Material, within: Sequence[Answer]) -> Digest:
    """Return a digest with how many answers it tells of, and the records that it rests on."""
    told = [one for one in within if one.id in hearing.quoted or one.id in hearing.counted]
    steps = {one.action for one in found.loops}
    actions = [action for action in material.actions if action.id in steps]
    quoted = sorted(hearing.quoted.values(), key=lambda one: (one.day, one.id), reverse=True)
    cited: list[Answer | Action] = [*quoted, *actions]
    return msgspec.structs.replace(
        found,
        answers=sum(one.manner != "given" for one in told),
        givers=hearing.givers(one for one in told if one.manner != "given"),
        private=sum(record.share == "private" for record in cited),
        cited=tuple(cite(record) for record in cited),
    )
