"""Open questions: how long each is open, what answers it, and the entry that becomes of one."""

import datetime
from collections.abc import Iterable
from typing import Literal

import msgspec
from msgspec.structs import replace

from growth.errors import Refused
from growth.records.dates import Day, Instant, Period
from growth.records.entry import Entry, Share
from growth.records.wonder import Wonder
from growth.rules.day_words import counted
from growth.text.fold import fold

Becomes = Literal["learning", "talk"]
BECOMES: tuple[Becomes, ...] = ("learning", "talk")
# An open question is said of itself no sooner.
PATIENCE = datetime.timedelta(weeks=4)


class Tally(msgspec.Struct, frozen=True):
    """How many questions were asked in a period, and how many closed: all that others ever get."""

    asked: int = 0
    closed: int = 0


def ordered(wonders: Iterable[Wonder]) -> list[Wonder]:
    """Return open questions first, the oldest at the top; then those answered, the newest first."""
    those = sorted(wonders, key=lambda one: (one.day, one.created, one.id))
    shut = [one for one in reversed(those) if one.answered]
    shut.sort(key=lambda one: one.answered or one.day, reverse=True)
    return [*(one for one in those if not one.answered), *shut]


def found(wonders: Iterable[Wonder], phrases: Iterable[str]) -> list[Wonder]:
    """Return the questions in which all folded phrases stand, in order as a list of all has them."""
    those = [
        (one, fold(" ".join((one.question, one.answer, one.by, *one.links)))) for one in ordered(wonders)
    ]
    return [one for one, text in those if all(phrase in text for phrase in phrases)]


def oldest(wonders: Iterable[Wonder]) -> Wonder | None:
    """Return the question that is open longest."""
    return next((one for one in ordered(wonders) if not one.answered), None)


def overdue(wonders: Iterable[Wonder], today: Day) -> Wonder | None:
    """Return the question that is open longest, where that is more than four weeks."""
    one = oldest(wonders)
    return one if one and today - one.day > PATIENCE else None


def tally(wonders: Iterable[Wonder], period: Period) -> Tally:
    """Count what was asked in a period, and what was closed in it, whenever it was asked."""
    those = list(wonders)
    return Tally(
        asked=sum(one.day in period for one in those),
        closed=sum(one.answered is not None and one.answered in period for one in those),
    )


def age(day: Day, today: Day) -> str:
    """Return how long a question of a day is open: `today`, `1 day`, `3 weeks`."""
    days = (today - day).days
    return "today" if days < 1 else counted(days, "day") if days < 14 else f"{days // 7} weeks"


def answered(one: Wonder, words: str, day: Day, *, by: str = "", links: tuple[str, ...] = ()) -> Wonder:
    """Return a question with its answer; one that has an answer keeps it."""
    if one.answered:
        raise Refused(
            f"{one.id} was answered on {one.answered}", f"to change the answer: growth edit {one.id}"
        )
    return replace(one, answer=words, by=by, links=links, answered=day)


def promoted(one: Wonder, kind: Becomes, share: Share, created: Instant, day: Day | None = None) -> Entry:
    """Return the entry that becomes of an answered question; its source leads back, and never leaves."""
    if one.answered is None:
        hint = f"growth wonder answer {one.id} 'what I know of it now'"
        raise Refused(f"{one.id} has no answer yet", hint)
    return Entry(
        kind=kind,
        day=day or one.answered,
        title=one.question,
        body=one.answer,
        people=(one.by,) if one.by else (),
        links=one.links,
        share=share,
        source=one.id,
        created=created,
    )
