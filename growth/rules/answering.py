"""What a reply is to the requests I made: new, here already, a revision, or something nobody asked for."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from growth.records.answer import NAMINGS, READERS, Answer, Reply
from growth.records.dates import Day, Instant
from growth.records.request import Request
from growth.rules.consent import standing
from growth.rules.request_paper import Filled

Verdict = Literal["new", "revision", "more", "already", "unasked", "empty"]
OPEN = ("drafted", "sent")


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What importing one reply would do. `answer` is how it will stand, `old` what is here.

    `more` is an answer that is here already, with words under no question that are not; `kept` are the
    earlier replies that a revision says nothing about, and `unread` tells that what its giver said of
    consent was not understood.
    """

    verdict: Verdict
    answer: Answer
    request: Request | None = None
    old: Answer | None = None
    kept: tuple[Reply, ...] = ()
    unread: bool = False


def meant(marks: Iterable[str], requests: Sequence[Request]) -> tuple[Request, ...]:
    """Return the requests that a text carries markers of, those whose id it names first.

    Two requests that are over may have had one marker in common: then the open one counts, else the newest.
    """
    seen = set(marks)
    found = {request.id: request for request in requests if request.id in seen}
    taken = {asked.marker for request in found.values() for asked in request.questions}
    for request in sorted(requests, key=lambda one: (one.state in OPEN, one.created), reverse=True):
        mine = {asked.marker for asked in request.questions} & seen
        if mine - taken and request.state != "withdrawn":
            found.setdefault(request.id, request)
            taken |= mine
    return tuple(found.values())


def shared_out(filled: Filled, requests: Sequence[Request]) -> list[Filled]:
    """Return what a reply says to each request; what is unmatched stands with the first."""
    return [
        msgspec.structs.replace(
            filled,
            request=request.id,
            replies=tuple(reply for reply in filled.replies if reply.marker in _markers(request)),
            unmatched="" if number else filled.unmatched,
        )
        for number, request in enumerate(requests)
    ]


def _markers(request: Request) -> set[str]:
    return {asked.marker for asked in request.questions}


def answered(
    request: Request, filled: Filled, answers: Iterable[Answer], *, day: Day, created: Instant
) -> Outcome:
    """Return what a reply to a request is beside the answers to it that are here."""
    made = Answer(
        person=request.person,
        about=request.about,
        request=request.id,
        day=day,
        replies=filled.replies,
        unmatched=filled.unmatched,
        reader=filled.reader or "asker",
        name=filled.name or "hidden",
        created=created,
    )
    here = sorted((one for one in answers if one.request == request.id), key=lambda one: one.created)
    if not (made.replies or made.unmatched or (here and (filled.reader or filled.name))):
        return Outcome(verdict="empty", answer=made, request=request)
    if not here:
        return Outcome(verdict="new", answer=made, request=request, unread=filled.unread)
    same = next((old for old in reversed(here) if _says(old, filled)), None)
    if same is not None:
        return _already(same, made, request)
    latest = standing(here)[-1]
    given = {reply.marker for reply in made.replies}
    kept = tuple(reply for reply in latest.replies if reply.marker not in given)
    revised = msgspec.structs.replace(made, replies=_joined(latest, made, request), revises=latest.id)
    if kept and given:
        # What was said before goes no further than was allowed then.
        revised = msgspec.structs.replace(
            revised,
            reader=min(revised.reader, latest.reader, key=READERS.index),
            name=min(revised.name, latest.name, key=NAMINGS.index),
        )
    if _same(latest, revised):
        return _already(latest, made, request)
    return Outcome(
        verdict="revision", answer=revised, request=request, old=latest, kept=kept, unread=filled.unread
    )


def _says(old: Answer, filled: Filled) -> bool:
    """Tell whether an answer says all that a reply does, and as freely."""
    known = [_words(reply) for reply in old.replies]
    return (
        all(_words(reply) in known for reply in filled.replies)
        and filled.reader in (None, old.reader)
        and filled.name in (None, old.name)
    )


def _same(old: Answer, new: Answer) -> bool:
    return (
        [_words(reply) for reply in old.replies] == [_words(reply) for reply in new.replies]
        and (old.reader, old.name) == (new.reader, new.name)
    )  # fmt: skip


def _words(reply: Reply) -> tuple[str, int | None, str]:
    # Another mail program breaks lines elsewhere; that is no other answer.
    return reply.marker, reply.rating, " ".join(reply.text.split())


def _already(same: Answer, made: Answer, request: Request) -> Outcome:
    if " ".join(made.unmatched.split()) in " ".join(same.unmatched.split()):
        return Outcome(verdict="already", answer=same, request=request, old=same)
    unmatched = f"{same.unmatched}\n\n{made.unmatched}".strip()
    more = msgspec.structs.replace(same, unmatched=unmatched)
    return Outcome(verdict="more", answer=more, request=request, old=same)


def _joined(old: Answer, new: Answer, request: Request) -> tuple[Reply, ...]:
    """Return the new replies, and the earlier ones to questions that were not answered again."""
    found = {reply.marker: reply for reply in (*old.replies, *new.replies)}
    return tuple(found[asked.marker] for asked in request.questions if asked.marker in found)


def unasked(
    person: str, about: str, filled: Filled, answers: Iterable[Answer], *, day: Day, created: Instant
) -> Outcome:
    """Return what a reply is that answers no request of mine; its text is how it is told again."""
    made = Answer(
        person=person,
        about=about,
        manner="advice",
        day=day,
        replies=filled.replies,
        unmatched=filled.unmatched,
        reader=filled.reader or "asker",
        name=filled.name or "hidden",
        source=_source(person, filled),
        created=created,
    )
    same = next((old for old in answers if old.source == made.source), None)
    if same is not None:
        return Outcome(verdict="already", answer=same, old=same)
    verdict: Verdict = "unasked" if made.replies or made.unmatched else "empty"
    return Outcome(verdict=verdict, answer=made, unread=filled.unread)


def _source(person: str, filled: Filled) -> str:
    from hashlib import blake2b

    said = [*(reply.text for reply in filled.replies), filled.unmatched]
    text = " ".join([person, *(str(reply.rating) for reply in filled.replies), *said]).split()
    return f"reply:{blake2b(' '.join(text).encode(), digest_size=8).hexdigest()}"
