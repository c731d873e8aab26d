"""A thumb: up or down with a reason, on anything the program proposed or a question brought."""

import msgspec

from growth.records.dates import Day, Instant
from growth.records.entry import Share


class Thumb(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thumb. `target` is the id of a record, `set/12` for a question, or `rule@record` for a finding.

    `cause` is what the finding rested on; the same rule finds the record again where that is another.
    """

    id: str = ""
    target: str
    up: bool
    cause: str = ""
    why: str = ""
    day: Day
    share: Share = "private"
    source: str = ""
    created: Instant
    changed: Instant | None = None
