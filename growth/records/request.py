"""A request: questions put to one person, about me, somebody else or a piece of work."""

from typing import Literal

import msgspec

from growth.records.dates import Day, Instant
from growth.records.entry import Share

RequestState = Literal["drafted", "sent", "answered", "discussed", "closed", "declined", "withdrawn"]
UsedFor = Literal["growth", "review"]
USES: tuple[str, ...] = ("growth", "review")


class Asked(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One question as it was put. `marker` is how an answer is told to be one to it; `question` names
    the question of a set, such as `collaboration/3`; `scale` holds its steps, lowest first."""

    marker: str
    text: str
    question: str = ""
    aim: str = ""
    scale: tuple[str, ...] = ()
    hint: str = ""


class Request(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One request. `about` is `me`, `@handle`, `+project` or words; `follows` is the action whose
    effect is asked about, and `quoted` the earlier words that led to it."""

    id: str = ""
    person: str
    about: str = "me"
    questions: tuple[Asked, ...]
    day: Day
    due: Day | None = None
    used_for: UsedFor = "growth"
    state: RequestState = "drafted"
    sent: Day | None = None
    reminded: tuple[Day, ...] = ()
    follows: str = ""
    quoted: str = ""
    share: Share = "private"
    source: str = ""
    created: Instant
    changed: Instant | None = None
