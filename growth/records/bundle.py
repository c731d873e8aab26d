"""A bundle: records that one person hands another, and from whom, for whom and when."""

import msgspec

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment
from growth.records.dates import Day, Instant
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.mentorship import Mentorship
from growth.records.practice import Practice
from growth.records.session import Session

SCHEMA = (1, 5)


class Sender(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who made a bundle, as they call themselves."""

    name: str = ""
    handle: str = ""
    emails: tuple[str, ...] = ()


class Header(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What stands on a bundle: the growth that made it, from which store, for whom and when.

    `to` is the handle that its maker has for whom it is for, so that they know which is them;
    `readers` holds marks of that person's addresses, by which others in a folder know it is not theirs.
    """

    growth: str
    schema: tuple[int, int] = msgspec.field(default_factory=lambda: SCHEMA)
    store: str
    sender: Sender = msgspec.field(name="from")
    audience: str = msgspec.field(name="for")
    to: str = ""
    readers: tuple[str, ...] = ()
    made: Instant
    since: Day | None = None


class Bundle(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A bundle: its header, and records by kind as its maker sees them (`me` is the maker)."""

    header: Header = msgspec.field(name="bundle")
    entries: tuple[Entry, ...] = ()
    sessions: tuple[Session, ...] = ()
    mentorships: tuple[Mentorship, ...] = ()
    actions: tuple[Action, ...] = ()
    answers: tuple[Answer, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    goals: tuple[Goal, ...] = ()
    practices: tuple[Practice, ...] = ()

    @property
    def records(
        self,
    ) -> tuple[Entry | Session | Mentorship | Action | Answer | Assessment | Goal | Practice, ...]:
        """All of its records."""
        return (
            *self.entries, *self.sessions, *self.mentorships, *self.actions, *self.answers,
            *self.assessments, *self.goals, *self.practices,
        )  # fmt: skip
