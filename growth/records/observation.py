"""An observation: what somebody who coaches saw of one mentoring session, against a short rubric."""

from typing import Literal

import msgspec

from growth.records.dates import Day, Instant
from growth.records.entry import Share

Item = Literal["asked", "own-step", "kept", "safe", "concrete"]
Seen = Literal["no", "partly", "yes"]
# What each line of the rubric says when it is seen, in the order it is asked about.
RUBRIC: dict[Item, str] = {
    "asked": "asked before told",
    "own-step": "the mentee left with a step of their own",
    "kept": "what was promised last time was kept",
    "safe": "it was safe to say “I do not know”",
    "concrete": "the feedback was concrete",
}
SEEN: tuple[Seen, ...] = ("no", "partly", "yes")


class Mark(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the rubric: whether it was seen, and in what."""

    item: Item
    seen: Seen
    words: str = ""


class Observation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was seen of a mentor. `person` is `me` where I look at myself, which nobody else ever sees.

    `mentee` is the handle of who was mentored; `words` is what to say besides the rubric.
    """

    id: str = ""
    person: str
    mentee: str = ""
    day: Day
    marks: tuple[Mark, ...] = ()
    words: str = ""
    share: Share = "private"
    source: str = ""
    created: Instant
    changed: Instant | None = None
