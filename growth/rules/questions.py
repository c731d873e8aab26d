"""Three questions for a 1:1: what fits her topics and stuck goals, then what was left untouched longest.

`wait` counts meetings: one that was touched last time waits 1. A topic that was never touched waits
since the first question was noted at all. Which questions go with a sheet depends on the meetings held
and on what is open, not on the day it is printed.
"""

import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from growth.records.dates import Day
from growth.records.session import Session
from growth.rules.bank import Bank, Question
from growth.rules.fitting import scores

RECENT = 6
PICKS = 3
# After so many meetings a topic has to have had its turn. One week is kept in hand: of eight, seven.
PATIENCE = 7
# A question that was good comes back before the unasked ones after so many meetings.
AGAIN = 12
Source = Literal["", "topic", "goal"]


class Pick(msgspec.Struct, frozen=True):
    """A question to ask, and why this one.

    `source` says what it fits, of which `why` holds the words; else `why` names the topic and how long
    it was left.
    """

    ref: str
    topic: str
    text: str
    why: str
    source: Source = ""


class Memory(msgspec.Struct, frozen=True, kw_only=True):
    """What questions are picked by: meetings held, the newest first, and what is open between two people.

    `role` is as whom I ask, `topics` are theirs, `goals` are stuck, `thumbs` on questions by their name.
    """

    held: Sequence[Session] = ()
    role: str
    seed: str
    topics: Sequence[str] = ()
    goals: Sequence[str] = ()
    thumbs: Mapping[str, bool] = {}


class _Turn:
    """One meeting's turn: which questions are free, and how long each topic has waited."""

    def __init__(self, bank: Bank, memory: Memory) -> None:
        self.bank, self.memory = bank, memory
        self.held = memory.held
        known = bank.by_ref
        self.asked: dict[str, int] = {}
        self.wait: dict[str, int] = {}
        self.last: dict[str, Day] = {}
        for number, session in enumerate(self.held, start=1):
            for ref in session.asked:
                self.asked.setdefault(ref, number)
                if ref in known:
                    self.wait.setdefault(known[ref].topic, number)
                    if session.day:
                        self.last.setdefault(known[ref].topic, session.day)
        recent = [known[ref] for one in self.held[:RECENT] for ref in one.asked if ref in known]
        self.depths = Counter(question.depth for question in recent)
        self.mine = [one for one in bank.questions if memory.role in one.roles]
        self.free = [one for one in self.mine if self.asked.get(one.ref, RECENT + 1) > RECENT]
        begun = max(self.asked.values(), default=0)
        self.touched = frozenset(self.wait)
        for topic in {one.topic for one in self.free}:
            self.wait.setdefault(topic, begun)
        last = self.held[0].asked if self.held else ()
        self.just = {known[ref].topic for ref in last if ref in known}
        self.picked: list[tuple[Question, str, Source]] = []

    def draw(self, word: str) -> int:
        # Nobody's first sheet is like everybody else's: among equals the order is drawn from the name.
        return zlib.crc32(f"{self.memory.seed}/{len(self.held)}/{word}".encode())

    def topics(self) -> list[str]:
        """Return the topics that are left, the one that has waited longest first."""
        taken = {question.topic for question, _, _ in self.picked}
        left = {one.topic for one in self.free} - taken
        return sorted(left, key=lambda one: (-self.wait[one], one in self.touched, self.draw(one)))

    def take(self, topic: str, why: str, source: Source, fit: Mapping[str, float]) -> None:
        """Pick the best question of a topic."""
        wanted = self._depth()
        best = min((one for one in self.free if one.topic == topic), key=lambda one: (
            self.memory.thumbs.get(one.ref) is False, -fit.get(one.ref, 0.0), one.depth != wanted,
            self._rest(one.ref), self.draw(one.ref),
        ))  # fmt: skip
        self.picked.append((best, why, source))

    def _depth(self) -> str:
        """Return the depth that is short of late; three of one depth are never put together."""
        now = [question.depth for question, _, _ in self.picked]
        if len(now) == PICKS - 1 and len(set(now)) == 1:
            return "light" if now[0] == "deep" else "deep"
        counts = self.depths + Counter(now)
        return "deep" if counts["deep"] < counts["light"] else "light"

    def _rest(self, ref: str) -> tuple[int, int]:
        """Return a question's place in its topic: a good one after a rest, the unasked, then the oldest."""
        ago = self.asked.get(ref)
        if ago is None:
            return 1, 0
        if self.memory.thumbs.get(ref):
            return (0 if ago >= AGAIN else 1), 0
        return 2, -ago


def pick(bank: Bank, memory: Memory, today: Day) -> tuple[Pick, ...]:
    """Return three questions for somebody in that role to ask."""
    turn = _Turn(bank, memory)
    for topic, why, source, fit in _personal(turn)[: PICKS - _due(turn)]:
        turn.take(topic, why, source, fit)
    while len(turn.picked) < PICKS and (left := turn.topics()):
        turn.take(left[0], _left(left[0], turn.last.get(left[0]), today), "", {})
    return tuple(
        Pick(question.ref, question.topic, question.text, why, source)
        for question, why, source in turn.picked
    )


def _due(turn: _Turn) -> int:
    """Return how many of the three go to topics that wait, so that none waits too long: one, else two.

    The first of them is asked now, the others two a meeting from the next one on.
    """
    waits = [turn.wait[topic] for topic in turn.topics()]
    in_time = all(wait + 1 + place // 2 <= PATIENCE for place, wait in enumerate(waits[1:]))
    return 1 if in_time else 2


_Candidate = tuple[str, str, Source, dict[str, float]]


def _personal(turn: _Turn) -> list[_Candidate]:
    """Return what fits their topics and stuck goals: one of each; what waited longer first, if only one can.

    What was asked about last time is left in peace this time.
    """
    found: list[_Candidate] = []
    sources: tuple[tuple[Sequence[str], Source], ...] = (
        (turn.memory.topics, "topic"), (turn.memory.goals, "goal")
    )  # fmt: skip
    for texts, source in sources:
        fits = (one for text in texts if (one := _fitting(turn, text, source)))
        taken = {topic for topic, _, _, _ in found} | turn.just
        first = next((one for one in fits if one[0] not in taken), None)
        if first is not None:
            found.append(first)
    if len(found) > 1 and _due(turn) > 1:
        found.sort(key=lambda one: -turn.wait[one[0]])
    return found


def _fitting(turn: _Turn, text: str, source: Source) -> _Candidate | None:
    """Return the topic that a text leads to, where a question of it is free."""
    fit = scores(text, turn.mine, turn.bank, goal=source == "goal")
    topics = {one.ref: one.topic for one in turn.mine}
    best = max(fit, key=lambda ref: (fit[ref], turn.wait.get(topics[ref], 0), turn.draw(ref)), default="")
    if not best or topics[best] not in {one.topic for one in turn.free}:
        return None
    return topics[best], text, source, fit


def _left(topic: str, last: Day | None, today: Day) -> str:
    weeks = (today - last).days // 7 if last else 0
    return f"{topic}, {weeks} weeks unasked" if weeks > 1 else topic
