"""What a reader of a foreign format found in a file, and what an import would do with it."""

import msgspec

from growth.records.dates import Day
from growth.records.entry import EntryKind, Precision


class Found(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One entry that a reader proposes. Without a `day` it is undated.

    `source` is the format's own id, or empty; `version` tells two states of one source apart.
    """

    line: int
    day: Day | None = None
    precision: Precision = "none"
    kind: EntryKind = "work"
    title: str
    body: str = ""
    tags: tuple[str, ...] = ()
    project: str = ""
    links: tuple[str, ...] = ()
    spent: int | None = None
    source: str = ""
    version: str = ""

    def keyed(self, key: str) -> "Found":
        """Return the same with `key` as its source, which then is the key of the whole store."""
        return msgspec.structs.replace(self, source=key, version="")


class Misread(msgspec.Struct, frozen=True, omit_defaults=True):
    """A piece of a file that was not understood. `kept` is the entry it becomes if the user keeps it."""

    line: int
    text: str
    why: str
    kept: Found | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything one file held. `structure` lists the lines that are headings, rules and the like."""

    format: str
    found: tuple[Found, ...] = ()
    misread: tuple[Misread, ...] = ()
    structure: tuple[int, ...] = ()


class Plan(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an import would do. The `source` of each is its key.

    `changed` holds what was imported before and reads differently now; its pairs are the key that
    the store has and what the source says today. Counts, days and samples are those of `new`.
    """

    new: tuple[Found, ...] = ()
    already: tuple[Found, ...] = ()
    changed: tuple[tuple[str, Found], ...] = ()
    kinds: tuple[tuple[str, int], ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    first: Day | None = None
    last: Day | None = None
    undated: int = 0
    samples: tuple[Found, ...] = ()
