"""Consent: who may read an answer, and what may be done with its giver's name and words.

Everything of an answer that is in a document, a list or a bundle for anybody but me passes here.
Two people have to agree before an answer travels: its giver (`reader`, `name`) and I (`share`).
"""

from collections.abc import Callable, Iterable

import msgspec

from growth.records.answer import READERS, Answer, Reader
from growth.records.entry import Share
from growth.rules.audience import Audience, is_former
from growth.text.fold import folded

# Fewer hidden answers than this would tell by subtraction who said what.
AMONG = 3
_READ = {
    "asker": "only who asked may read it",
    "subject": "who asked and whom it is about may read it",
    "manager": "who asked, whom it is about and that person's manager may read it",
}
# Of what is about me or a piece of work, who asked is whom it is about.
_READ_OF_MINE = _READ | {"subject": _READ["asker"], "manager": "who asked and their manager may read it"}
_USED = {
    "hidden": "without the name, counted only among three or more",
    "unquoted": "counted, not quoted",
    "named": "may be quoted with the name",
}


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """What an audience gets of some answers: words and name, the count alone, or nothing."""

    quoted: tuple[Answer, ...] = ()
    counted: tuple[Answer, ...] = ()
    withheld: int = 0

    @property
    def count(self) -> int:
        """How many answers may be spoken of."""
        return len(self.quoted) + len(self.counted)


def readable(answer: Answer, reader: Reader) -> bool:
    """Tell whether the giver lets that reader see the answer."""
    return READERS.index(reader) <= READERS.index(answer.reader)


def quotable(answer: Answer) -> bool:
    """Tell whether the giver lets the words stand somewhere with the name."""
    return _use(answer) == "named"


def reader_of(answer: Answer, whom: Audience) -> Reader | None:
    """Return what an audience is to an answer; None where it is nothing to it, or not known to be.

    Feedback about me or a piece of work has me for its subject, so that its manager is mine. Whom
    somebody else reports to is not known here, unless it is me.
    """
    if whom.kind == "me":
        return "asker"
    if answer.about.startswith("@"):
        return "subject" if folded(answer.about) & whom.handles else None
    return "manager" if whom.kind == "manager" or whom.relation == "manager" else None


def may_read(answer: Answer, whom: Audience) -> bool:
    """Tell whether an audience may see an answer at all: its giver and I both let it."""
    if whom.kind == "me":
        return True
    reader = reader_of(answer, whom)
    if reader is None or not _shared(answer, whom, reader):
        return False
    return answer.manner == "given" or readable(answer, reader)


def _shared(answer: Answer, whom: Audience, reader: Reader) -> bool:
    if answer.share in whom.shares and not is_former(answer.share, answer.day, whom):
        return True
    return answer.share == "person" and reader == "subject"


def share_for(answer: Answer, whom: Audience) -> Share | None:
    """Return the least share with which an audience may see an answer; None where its giver forbids it."""
    shares: tuple[Share, ...] = ("person", "manager", "team")
    return next((one for one in shares if may_read(msgspec.structs.replace(answer, share=one), whom)), None)


def standing(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return the answers that no later one revises."""
    listed = tuple(answers)
    revised = {answer.revises for answer in listed if answer.revises}
    return tuple(answer for answer in listed if answer.id not in revised)


def heard(answers: Iterable[Answer], whom: Audience, giver: Callable[[str], object] = folded) -> Heard:
    """Return what an audience gets of the answers to one question, or to one request.

    `giver` makes one name of all handles of a person: three answers of one giver hide nobody.
    """
    listed = tuple(answers)
    if whom.kind == "me":
        return Heard(quoted=listed)
    read = [answer for answer in listed if may_read(answer, whom)]
    hidden = {giver(answer.person) for answer in read if _use(answer) == "hidden"}
    countable = ("unquoted", "hidden") if len(hidden) >= AMONG else ("unquoted",)
    quoted = tuple(answer for answer in read if _use(answer) == "named")
    counted = tuple(answer for answer in read if _use(answer) in countable)
    return Heard(quoted=quoted, counted=counted, withheld=len(listed) - len(quoted) - len(counted))


def open_side(answer: Answer) -> Answer:
    """Return an answer without what never leaves this store: what stood under no question, and sources."""
    return msgspec.structs.replace(answer, unmatched="", revises="", source="")


def _use(answer: Answer) -> str:
    # What I gave carries no consent of somebody else: my share has said it all.
    return "named" if answer.manner == "given" else answer.name


def in_words(answer: Answer) -> str:
    """Return the consent of an answer as one line."""
    read = _READ if answer.about.startswith("@") else _READ_OF_MINE
    return f"{read[answer.reader]}; {_USED[answer.name]}"
