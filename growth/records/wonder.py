"""A wonder: an open question, something I do not understand yet, and what I learned of it."""

import msgspec

from growth.records.dates import Day, Instant


class Wonder(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One question. It has no share, for it is nobody's but mine; what of it may travel is an entry.

    It is open until `answered` says the day; `by` is the handle of who told me, `promoted` the entry
    that became of it.
    """

    id: str = ""
    question: str
    day: Day
    answer: str = ""
    by: str = ""
    links: tuple[str, ...] = ()
    answered: Day | None = None
    promoted: str = ""
    source: str = ""
    created: Instant
    changed: Instant | None = None
