"""An action: a promise somebody made, and what became of it."""

from typing import Literal

import msgspec

from growth.records.dates import Day, Instant
from growth.records.entry import LearningType, Share

ActionState = Literal["open", "done", "dropped"]


class Action(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A promise. `owner` is `me` or a handle, `person` the one it was made to or by.

    `day` is when it was made, `moved` holds the due days it had before, `origin` the id of the
    record it came from, `closed` the day it was done or dropped, `why` the reason it was dropped.
    `body` is what an imported task said besides. A plan to learn says in what way: its `type`.
    """

    id: str = ""
    text: str
    body: str = ""
    owner: str = "me"
    person: str = ""
    day: Day
    due: Day | None = None
    state: ActionState = "open"
    moved: tuple[Day, ...] = ()
    closed: Day | None = None
    why: str = ""
    type: LearningType = ""
    origin: str = ""
    share: Share = "private"
    source: str = ""
    created: Instant
    changed: Instant | None = None
