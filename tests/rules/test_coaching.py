"""What is seen of a mentor, line by line over time, and who may see it."""

import datetime
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.records.dates import Day, Period
from growth.records.observation import RUBRIC, SEEN, Mark, Observation, Seen
from growth.records.person import Person
from growth.rules.audience import ME, audience
from growth.rules.coaching import check_share, coaching, way

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
TODAY = NOW.date()
EVER = Period()
SAM = Person(name="Sam Reyes", handles=("sam",), created=NOW)


def seen(number: int, share: Any = "private", **marks: Seen) -> Observation:
    made = tuple(Mark(item=item, seen=marks[item.replace("-", "_")]) for item in RUBRIC
                 if item.replace("-", "_") in marks)  # fmt: skip
    return Observation(
        id=f"o2611{number:02}-7k3q", person="sam", day=Day(2026, 11, number), marks=made, share=share,
        created=NOW,
    )  # fmt: skip


def test_each_line_is_told_oldest_first_and_what_to_work_on_weakest_first() -> None:
    those = [
        seen(9, asked="yes", concrete="partly", safe="no"),
        seen(2, asked="no", concrete="partly"),
    ]
    found = coaching(those, "sam", EVER, TODAY, ME)
    asked = found.lines[0]
    assert [mark.seen for _, mark in asked.marks] == ["no", "yes"]
    assert (asked.last, asked.way) == ("yes", "")
    assert [line.item for line in found.good] == ["asked"]
    assert [line.item for line in found.work] == ["safe", "concrete"]
    assert found.lines[2].last is None
    assert (found.private, len(found.cited)) == (2, 2)


def test_a_period_leaves_out_what_lies_beside_it() -> None:
    those = [seen(2, asked="no"), seen(9, asked="yes")]
    found = coaching(those, "sam", Period(Day(2026, 11, 5)), TODAY, ME)
    assert [one.day.day for one in found.observations] == [9]


def test_the_mentor_sees_what_is_shared_with_them() -> None:
    whom = audience("@sam", [SAM], TODAY)
    found = coaching([seen(2, asked="no"), seen(9, "person", asked="yes")], "sam", EVER, TODAY, whom)
    assert [one.day.day for one in found.observations] == [9]
    assert (found.withheld, found.private) == (1, 0)


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        (("no", "yes", "yes"), ""),
        (("no", "no", "yes", "yes"), "better"),
        (("yes", "yes", "partly", "no"), "worse"),
        (("partly", "yes", "partly", "yes"), "steady"),
        (("no", "no", "partly", "yes", "yes"), "better"),
    ],
)
def test_where_a_line_goes(marks: Sequence[Seen], said: str) -> None:
    assert way(marks) == said


@given(st.lists(st.sampled_from(SEEN), max_size=9))
def test_backwards_it_goes_the_other_way(marks: list[Seen]) -> None:
    turned = {"better": "worse", "worse": "better"}
    said = way(marks)
    assert way(marks[::-1]) == turned.get(said, said)


@pytest.mark.parametrize(
    ("person", "share", "why"),
    [
        ("me", "person", "how you look at yourself is for you alone"),
        ("sam", "manager", "what you saw of a mentor is for them alone"),
        ("sam", "team", "what you saw of a mentor is for them alone"),
    ],
)
def test_nobody_else_may_be_let_see_it(person: str, share: Any, why: str) -> None:
    with pytest.raises(WrongUsage, match=why):
        check_share(person, share)
    check_share(person, "private")
    check_share("sam", "person")
