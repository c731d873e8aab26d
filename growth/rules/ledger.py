"""The ledger: where each promise came from, how old it is, and from when its day was moved."""

from collections.abc import Iterable, Mapping
from typing import Literal, cast, get_args

import msgspec

from growth.records.action import Action
from growth.records.dates import Day
from growth.records.session import Session, SessionKind
from growth.rules.day_words import old
from growth.rules.promises import Promise

Source = Literal["1on1", "mentoring", "feedback", "hand", "shared"]
SOURCES = cast(tuple[str, ...], get_args(Source))
SHARED: Source = "shared"
_ANSWER = "f"


class Row(msgspec.Struct, frozen=True):
    """A promise, where it was made, and what to say of its day and of its age."""

    promise: Promise
    source: Source
    day: str
    age: str


def kinds(sessions: Iterable[Session]) -> dict[str, SessionKind]:
    """Return which kind of session an id names."""
    return {session.id: session.kind for session in sessions}


def source(action: Action, sessions: Mapping[str, SessionKind]) -> Source:
    """Return where a promise was made; one without a session or an answer behind it was kept by hand."""
    return "feedback" if action.origin.startswith(_ANSWER) else sessions.get(action.origin, "hand")


def rows(those: Iterable[Promise], sessions: Mapping[str, SessionKind], today: Day) -> tuple[Row, ...]:
    """Return a row for each promise, in their order."""
    return tuple(
        Row(
            one,
            SHARED if one.whose else source(one.action, sessions),
            _day(one, today),
            old(one.action.day, today),
        )
        for one in those
    )


def _day(promise: Promise, today: Day) -> str:
    """Return what is said of a day, with the first one where it was moved."""
    action = promise.action
    if not action.moved or action.state != "open":
        return promise.words
    first = action.moved[0]
    return f"{promise.words} from {first.day} {first:%b}{f' {first:%Y}' if first.year != today.year else ''}"
