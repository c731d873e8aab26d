"""What was advised in a mentoring session and what the mentee will try, until it is told how that went."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from growth.records.dates import Day
from growth.records.person import Person
from growth.records.session import Advice, Session
from growth.rules import agenda

# What was said longer ago than this many sessions is not asked about any more.
REACH = 3
ARROW = "->"
_BULLET = re.compile(r"([-*+](?: |$))*(\[[ xX-]\](?: |$))*")


class Waiting(msgspec.Struct, frozen=True):
    """Something that nobody has told yet how it went: the session it was said in, and its place there."""

    session: Session
    place: int

    @property
    def advice(self) -> Advice:
        """What was said."""
        return self.session.advice[self.place]


def waiting(sessions: Iterable[Session], person: Person, before: Day) -> tuple[Waiting, ...]:
    """Return what to ask after in a session on the day `before`: what is tried first, the newest first."""
    held = [one for one in agenda.held(sessions, person, "mentoring") if one.day and one.day < before]
    found = [
        Waiting(one, place)
        for one in held[:REACH]
        for place, said in enumerate(one.advice)
        if said.told is None
    ]
    return tuple(sorted(found, key=lambda one: one.advice.kind != "try"))


def bare(line: str) -> str:
    """Return a text on one line, without the bullet and the box that it may have in a list."""
    return _BULLET.sub("", " ".join(line.split()), count=1)


def kept(old: Sequence[Advice], new: Iterable[Advice]) -> tuple[Advice, ...]:
    """Return advice as a form left it, each once; what was there before keeps how it went."""
    before = {(one.kind, one.text): one for one in old}
    return tuple(dict.fromkeys(before.get((one.kind, one.text), one) for one in new))
