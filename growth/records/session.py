"""A session: one meeting with one person, its agenda before, its notes after."""

from typing import Literal

import msgspec

from growth.records.dates import Day, Instant
from growth.records.entry import Share

SessionKind = Literal["1on1", "mentoring"]
AdviceKind = Literal["advice", "try"]
ItemState = Literal["open", "done", "dropped", "carried"]


class AgendaItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A topic. `by` is `me` or the handle of who raised it.

    `carried` counts the sessions it outlived, but for one on the day it was raised.
    """

    text: str
    by: str = "me"
    private: bool = False
    state: ItemState = "open"
    added: Day
    carried: int = 0


class Advice(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a mentoring session leaves behind: something advised, or something the mentee will try.

    `went` is how it went, `told` the day of the session that told it.
    """

    text: str
    kind: AdviceKind = "advice"
    went: str = ""
    told: Day | None = None


class Session(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One meeting. Without a `day` it is the next one, which only holds an agenda so far.

    `shared` and `advice` may be read by the other person; `private`, `mood` and `workload` (1 to 5, in the
    other person's own words) never leave this store, nor does `template`, the one that its notes were
    begun with.
    """

    id: str = ""
    kind: SessionKind = "1on1"
    person: str
    mentorship: str = ""
    day: Day | None = None
    template: str = ""
    agenda: tuple[AgendaItem, ...] = ()
    shared: str = ""
    private: str = ""
    mood: int | None = None
    mood_words: str = ""
    workload: int | None = None
    workload_words: str = ""
    asked: tuple[str, ...] = ()
    advice: tuple[Advice, ...] = ()
    share: Share = "person"
    source: str = ""
    created: Instant
    changed: Instant | None = None
