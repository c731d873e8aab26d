"""Scales: how often each step was given, now and the time before; an average only of enough."""

from collections.abc import Iterable, Sequence

import msgspec

from growth.records.answer import Answer
from growth.records.dates import Day
from growth.rules.consent import AMONG, Heard


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a scale, and how many gave it."""

    number: int
    words: str
    now: int = 0
    before: int = 0


class Scale(msgspec.Struct, frozen=True, kw_only=True):
    """How a scale was answered. Averages are there from three ratings on, and are None else."""

    steps: tuple[Step, ...]
    count: int
    before: int
    average: float | None = None
    average_before: float | None = None


class Rating(msgspec.Struct, frozen=True, kw_only=True):
    """One rating: by whom, in which answer, of which day."""

    giver: str
    answer: Answer
    value: int

    @property
    def order(self) -> tuple[Day, str]:
        """What sorts ratings by when they were given."""
        return self.answer.day, self.answer.id


def scale(words: Sequence[str], now: Sequence[int], before: Sequence[int]) -> Scale:
    """Return the distribution of ratings over the steps of a scale."""
    return Scale(
        steps=tuple(
            Step(number=number, words=text, now=now.count(number), before=before.count(number))
            for number, text in enumerate(words, start=1)
        ),
        count=len(now),
        before=len(before),
        average=average(now),
        average_before=average(before),
    )


def average(ratings: Sequence[int]) -> float | None:
    """Return the average of ratings, or None where they are fewer than three."""
    return round(sum(ratings) / len(ratings), 1) if len(ratings) >= AMONG else None


def last_two(ratings: Iterable[Rating], since: Day | None) -> tuple[list[Rating], list[Rating]]:
    """Return each giver's newest rating from `since` on, and the one that each gave before it.

    Who has not rated since is in neither: a change is told of the same people.
    """
    by_giver: dict[str, list[Rating]] = {}
    for rating in sorted(ratings, key=lambda one: one.order):
        by_giver.setdefault(rating.giver, []).append(rating)
    now = [those[-1] for those in by_giver.values() if since is None or those[-1].answer.day >= since]
    before = [those[-2] for those in by_giver.values() if those[-1] in now and len(those) > 1]
    return now, before


def open_to(heard: Heard, ratings: Iterable[Rating]) -> list[int]:
    """Return the ratings that an audience gets: those quoted, and the others where they are enough.

    Fewer than three that may not be quoted would be told by taking away those that are.
    """
    quoted = {answer.id for answer in heard.quoted}
    counted = {answer.id for answer in heard.counted}
    listed = list(ratings)
    others = [one for one in listed if one.answer.id in counted]
    enough = len({one.giver for one in others}) >= AMONG
    return [one.value for one in listed if one.answer.id in quoted or (enough and one in others)]
