"""An entry of the journal: one thing done, learned or noticed, on a day."""

from typing import Literal

import msgspec

from growth.records.dates import Day, Instant

EntryKind = Literal[
    "win", "work", "learning", "review", "design", "talk",
    "decision", "incident", "challenge", "kudos", "note",
]  # fmt: skip
ENTRY_KINDS: tuple[str, ...] = (
    "win", "work", "learning", "review", "design", "talk",
    "decision", "incident", "challenge", "kudos", "note",
)  # fmt: skip
Share = Literal["private", "person", "manager", "team"]
SHARES: tuple[str, ...] = ("private", "person", "manager", "team")
Precision = Literal["day", "month", "quarter", "year", "none"]
# In what way something was learned, or is to be.
LEARNING_TYPES: tuple[str, ...] = (
    "course", "paper", "book", "hackathon", "learning-day", "lunch-and-learn", "talk", "pairing",
    "experiment",
)  # fmt: skip
LearningType = Literal[
    "", "course", "paper", "book", "hackathon", "learning-day", "lunch-and-learn", "talk", "pairing",
    "experiment",
]  # fmt: skip
# Where a talk or a design stands: one that I will give, gave, or was at.
SHOWN_STATES: tuple[str, ...] = ("planned", "given", "attended")
ShownState = Literal["", "planned", "given", "attended"]
# More minutes than anything takes; what is above is a slip.
MOST_MINUTES = 1_000_000


class Metric(msgspec.Struct, frozen=True, omit_defaults=True):
    """A named number with unit, before and after; numbers stay as they were written."""

    name: str
    after: str
    before: str = ""
    unit: str = ""


class Learning(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """In what way something was learned, what stays of it, to whom it was passed on, and whether I led it."""

    type: LearningType = ""
    takeaway: str = ""
    taught_back: tuple[str, ...] = ()
    led: bool = False


class Shown(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was made for others: where it stands, for whom, what it solves, what they may reuse, who does.

    `artefact` is where it can be looked at, `reused_by` are names of teams, or handles.
    """

    state: ShownState = ""
    audience: str = ""
    artefact: str = ""
    problem: str = ""
    reuse: str = ""
    reused_by: tuple[str, ...] = ()


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One entry. `about` is a handle when it is a note on somebody else, empty when it is mine.

    `day` is the last day of the month, quarter or year when `precision` says that no more is
    known, and the day of the import when `precision` is `none`. `spent` is in minutes. `built_on` is
    the reference of somebody's record that it reuses.
    """

    id: str = ""
    day: Day
    kind: EntryKind = "work"
    title: str
    body: str = ""
    about: str = ""
    tags: tuple[str, ...] = ()
    project: str = ""
    people: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    metrics: tuple[Metric, ...] = ()
    impact: str = ""
    links: tuple[str, ...] = ()
    spent: int | None = None
    learning: Learning | None = None
    shown: Shown | None = None
    built_on: str = ""
    share: Share = "private"
    star: bool = False
    precision: Precision = "day"
    source: str = ""
    created: Instant
    changed: Instant | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """Everybody it names: who was there, and whom it was taught back to."""
        return (*self.people, *self.learning.taught_back) if self.learning else self.people

    @property
    def reusers(self) -> tuple[str, ...]:
        """Who reused it, teams among them, and whose it is built on."""
        who = self.shown.reused_by if self.shown else ()
        return (*who, self.built_on.partition(":")[0]) if self.built_on else who
