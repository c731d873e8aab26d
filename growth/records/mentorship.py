"""A mentorship: a pair over time."""

from typing import Literal

import msgspec

from growth.records.dates import Day, Instant
from growth.records.entry import Share

Role = Literal["mentor", "mentee", "coach"]
ROLES: tuple[str, ...] = ("mentor", "mentee", "coach")


class Mentorship(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A pair. `role` is mine; `cadence` is a span in words such as `2w`; `outcome` closes it."""

    id: str = ""
    person: str
    role: Role
    goals: tuple[str, ...] = ()
    cadence: str = ""
    since: Day
    until: Day | None = None
    outcome: str = ""
    share: Share = "person"
    source: str = ""
    created: Instant
    changed: Instant | None = None
