"""Questions come from what was left untouched longest, and none comes again soon."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import Refused
from growth.records.dates import Day
from growth.records.session import Session
from growth.rules.questions import RECENT, Pick, Question, bank, pick

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
TOPICS = ("growth", "career", "team", "workload")
BANK = tuple(
    Question(4 * n + m, topic, depth, f"{topic} {depth}?", ("manager",))
    for n, topic in enumerate(TOPICS)
    for m, depth in enumerate(("light", "light", "deep", "deep"), start=1)
)


def met(weeks: int, *asked: int) -> Session:
    return Session(
        person="ana", day=TODAY - datetime.timedelta(weeks=weeks), created=NOW,
        asked=tuple(f"1on1/{number}" for number in asked),
    )  # fmt: skip


def test_a_bank_is_read() -> None:
    text = '[[question]]\nid = 7\ntopic = "team"\ndepth = "deep"\nfor = ["mentee"]\ntext = "Why?"\n'
    assert bank(text, "x") == (Question(7, "team", "deep", "Why?", ("mentee",)),)


@pytest.mark.parametrize("text", ["[[question]]\nid = 'x'", "nonsense", "", "[[question]]\nid = 1"])
def test_what_is_no_bank_is_refused(text: str) -> None:
    with pytest.raises(Refused, match=r"mine\.toml is no bank of questions"):
        bank(text, "mine.toml")


def test_the_topics_untouched_longest_come_first() -> None:
    held = [met(1, 1), met(2, 5), met(3, 9)]
    assert [one.topic for one in pick(BANK, held, "manager", "ana", TODAY)] == ["workload", "team", "career"]
    assert [one.why for one in pick(BANK, held, "manager", "ana", TODAY)] == [
        "workload", "team, 21 days ago", "career, 14 days ago",
    ]  # fmt: skip


def test_two_light_ones_and_a_deep_one() -> None:
    by_text = {question.text: question.depth for question in BANK}
    picked = pick(BANK, [], "manager", "ana", TODAY)
    assert [by_text[one.text] for one in picked] == ["light", "deep", "light"]


def test_another_person_is_asked_something_else() -> None:
    first = {pick(BANK, [], "manager", name, TODAY) for name in ("ana", "bo", "kim", "zoe", "noa")}
    assert len(first) > 2


def test_nobody_asks_what_is_not_theirs_to_ask() -> None:
    assert pick(BANK, [], "mentee", "ana", TODAY) == ()
    assert pick(BANK, [], "", "ana", TODAY) == ()


def test_the_same_day_asks_the_same() -> None:
    assert pick(BANK, [met(1, 3)], "manager", "ana", TODAY) == pick(
        BANK, [met(1, 3)], "manager", "ana", TODAY
    )
    assert isinstance(pick(BANK, [], "manager", "ana", TODAY)[0], Pick)


@given(st.lists(st.lists(st.integers(1, 16), max_size=3), max_size=12))
def test_none_of_the_last_six_meetings_comes_again(asked: list[list[int]]) -> None:
    held = [met(weeks, *numbers) for weeks, numbers in enumerate(asked, start=1)]
    recent = {ref for session in held[:RECENT] for ref in session.asked}
    picked = pick(BANK, held, "manager", "ana", TODAY)
    assert not {one.ref for one in picked} & recent
    assert len({one.topic for one in picked}) == len(picked)
