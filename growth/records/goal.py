"""A goal: what I want to be able to do or have done by a day, and how it went."""

from typing import Literal

import msgspec

from growth.records.dates import Day, Instant
from growth.records.entry import Share

GoalState = Literal["open", "reached", "dropped"]


class Checkin(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One look at a goal. `moved` tells whether it came nearer since the one before."""

    day: Day
    text: str
    moved: bool = True


class Goal(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One goal. `criterion` is `ladder/criterion` where it came from a gap."""

    id: str = ""
    text: str
    day: Day
    due: Day | None = None
    criterion: str = ""
    state: GoalState = "open"
    closed: Day | None = None
    checkins: tuple[Checkin, ...] = ()
    share: Share = "private"
    source: str = ""
    created: Instant
    changed: Instant | None = None
