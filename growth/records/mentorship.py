"""A mentorship: a pair over time."""

from typing import Literal

import msgspec

from growth.records.dates import Day, Instant
from growth.records.entry import Share

Role = Literal["mentor", "mentee", "coach"]
ROLES: tuple[str, ...] = ("mentor", "mentee", "coach")


class Look(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One look at a goal of the pair, which is named by its text. `moved` tells whether it came nearer."""

    goal: str
    day: Day
    text: str
    moved: bool = True
    reached: bool = False


class Mentorship(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A pair. `role` is mine; `cadence` is a span in words such as `2w`; `outcome` closes it.

    `mentees` are the handles of whom a mentor mentors whom I coach; `outcomes` the ids of entries of
    mine that tell what came of it on the way.
    """

    id: str = ""
    person: str
    role: Role
    goals: tuple[str, ...] = ()
    cadence: str = ""
    mentees: tuple[str, ...] = ()
    since: Day
    until: Day | None = None
    outcome: str = ""
    looks: tuple[Look, ...] = ()
    outcomes: tuple[str, ...] = ()
    share: Share = "person"
    source: str = ""
    created: Instant
    changed: Instant | None = None
