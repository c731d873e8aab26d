"""Scales: a distribution, an average of enough ratings, and a change of the same people."""

import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from growth.records.answer import Answer
from growth.rules.consent import Heard
from growth.rules.scales import Rating, average, last_two, open_to, scale

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
DAY = datetime.date(2026, 11, 1)
WORDS = ("not yet", "some", "mostly")


def rating(giver: str, value: int, day: int = 1, **more: Any) -> Rating:
    answer = Answer(
        id=f"f2611{day:02d}-{giver}", person=giver, day=DAY.replace(day=day), created=NOON, **more
    )
    return Rating(giver=giver, answer=answer, value=value)


@given(st.lists(st.integers(1, 3)), st.lists(st.integers(1, 3)))
def test_a_distribution_holds_every_rating_and_an_average_of_three_or_more(
    now: list[int], before: list[int]
) -> None:
    found = scale(WORDS, now, before)
    assert [sum(step.now for step in found.steps), sum(step.before for step in found.steps)] == [
        len(now), len(before),
    ]  # fmt: skip
    assert (found.average is None) == (len(now) < 3)
    assert (found.average_before is None) == (len(before) < 3)


def test_an_average_has_one_decimal() -> None:
    assert (average([1, 2]), average([1, 2, 2]), average([3, 3, 3])) == (None, 1.7, 3.0)


def test_the_newest_of_each_counts_and_the_change_is_of_the_same_people() -> None:
    ratings = [rating("ana", 1, 1), rating("bo", 2, 1), rating("ana", 3, 20), rating("kim", 2, 21)]
    now, before = last_two(ratings, DAY.replace(day=15))
    assert [(one.giver, one.value) for one in now] == [("ana", 3), ("kim", 2)]
    assert [(one.giver, one.value) for one in before] == [("ana", 1)]


def test_ratings_not_to_be_quoted_count_among_three_people() -> None:
    named, *others = [rating(giver, 2) for giver in ("ana", "bo", "kim", "lee")]
    heard = Heard(quoted=(named.answer,), counted=tuple(one.answer for one in others))
    assert open_to(heard, [named, *others]) == [2, 2, 2, 2]
    assert open_to(heard, [named, *others[:2]]) == [2]
