"""How a foreign file is to be read, what a reader found in it, and what an import would do with that."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from growth.records.dates import Day
from growth.records.entry import EntryKind, Precision, Share
from growth.records.practice import Practice
from growth.records.session import SessionKind

Becomes = Literal["entry", "action", "session"]


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What a user said about how foreign files are to be read.

    `dates` is a form of strptime, `columns` says which field a column is, and `me` holds my
    addresses and names there, casefolded. `each` leaves what is many a day apart. `project` is what
    the folder of a file is called.
    """

    today: Day
    lang: str = "en"
    dates: str = ""
    columns: dict[str, str] = {}
    me: frozenset[str] = frozenset()
    each: bool = False
    since: Day | None = None
    until: Day | None = None
    project: str = ""


class Found(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One record that a reader proposes. Without a `day` it is undated.

    `source` is the format's own id, or empty; `version` tells two states of one source apart.
    `exported` is the mark that an export gave to an entry of mine. `people` are as they were written,
    `Name <mail>` or a name. A session is a meeting with the first, and `meets` is its kind.
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
    people: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    impact: str = ""
    share: Share | None = None
    star: bool = False
    becomes: Becomes = "entry"
    meets: SessionKind = "1on1"
    due: Day | None = None
    source: str = ""
    version: str = ""
    exported: str = ""

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
    """Everything one file held. `structure` lists the lines that are headings, rules and the like.

    `left` counts what was left out by rule: in which words, and how many. `columns` are those of a
    table, each with the field it was read as, or with nothing where it was not used. `titles` counts
    what was told by the words of a title. `practices` are what belongs into the practice register.
    """

    format: str
    found: Sequence[Found] = ()
    misread: Sequence[Misread] = ()
    structure: tuple[int, ...] = ()
    left: tuple[tuple[str, int], ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    titles: tuple[tuple[str, int], ...] = ()
    practices: tuple[Practice, ...] = ()
    # The ids of records here that were called off there since.
    off: tuple[str, ...] = ()
    # The one author of a file, whose work is taken for mine since nothing says who I am.
    whose: str = ""


class Plan(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an import would do. The `source` of each is its key.

    `changed` holds what was imported before and reads differently now; its pairs are the key that
    the store has and what the source says today. Counts, days and samples are those of `new`.
    """

    new: Sequence[Found] = ()
    already: Sequence[Found] = ()
    changed: tuple[tuple[str, Found], ...] = ()
    kinds: tuple[tuple[str, int], ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    first: Day | None = None
    last: Day | None = None
    undated: int = 0
    samples: tuple[Found, ...] = ()
