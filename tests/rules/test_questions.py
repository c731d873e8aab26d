"""Questions fit what is open, none comes again soon, and no topic is left for long."""

import datetime
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth.records.dates import Day
from growth.records.session import Session
from growth.rules.bank import DEPTHS, ROLES, Bank, Question, Role, read
from growth.rules.questions import AGAIN, RECENT, Memory, Pick, pick

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
WEEK = datetime.timedelta(weeks=1)
TOPICS = ("growth", "career", "team", "workload")
BANK = Bank(
    tuple(
        Question(4 * n + m, topic, DEPTHS[m > 2], f"{topic} {m}?", ("manager",))
        for n, topic in enumerate(TOPICS)
        for m in range(1, 5)
    )
)
SHIPPED = read(
    (Path(__file__).parents[2] / "templates/questions/1on1.toml").read_text("utf-8"), "the bank that ships"
)
# No topic of ten waits longer than that, with three questions a week.
LONGEST = 8


def met(weeks: int, *asked: int | str) -> Session:
    refs = tuple(f"1on1/{one}" if isinstance(one, int) else one for one in asked)
    return Session(person="ana", day=TODAY - WEEK * weeks, created=NOW, asked=refs)


def picks(held: Sequence[Session] = (), bank: Bank = BANK, **more: Any) -> tuple[Pick, ...]:
    fields: dict[str, Any] = {"role": "manager", "seed": "ana"}
    return pick(bank, Memory(held=held, **fields | more), TODAY)


def test_the_topics_untouched_longest_come_first() -> None:
    held = [met(1, 1), met(2, 5), met(3, 9), met(9, 13)]
    assert [(one.topic, one.why) for one in picks(held)] == [
        ("workload", "workload, 9 weeks unasked"), ("team", "team, 3 weeks unasked"),
        ("career", "career, 2 weeks unasked"),
    ]  # fmt: skip
    assert [one.why for one in picks([met(1, 1), met(1, 5), met(1, 9)])] == ["workload", "team", "career"]


def test_another_person_is_asked_something_else() -> None:
    assert len({picks(seed=name) for name in ("ana", "bo", "kim", "zoe", "noa")}) > 2


def test_nobody_asks_what_is_not_theirs_to_ask() -> None:
    assert picks(role="mentee") == picks(role="") == picks(bank=Bank(())) == ()


def test_the_day_of_printing_is_no_matter() -> None:
    memory = Memory(held=[met(1, 3)], role="manager", seed="ana", topics=("team",))
    days = [pick(BANK, memory, TODAY + datetime.timedelta(days=n)) for n in range(5)]
    assert len({tuple(one.ref for one in made) for made in days}) == 1


def test_what_is_open_comes_first_and_is_left_in_peace_the_next_time() -> None:
    open_: dict[str, Any] = {"topics": ("the team, again",), "goals": ("my career",)}
    first = picks(bank=SHIPPED, **open_)
    assert [(one.topic, one.source, one.why) for one in first[:2]] == [
        ("team", "topic", "the team, again"), ("growth", "goal", "my career"),
    ]  # fmt: skip
    after = picks([met(1, *(one.ref for one in first))], SHIPPED, **open_)
    assert [one.source for one in after] == ["", "", ""]
    assert {one.topic for one in after}.isdisjoint({"team", "growth"})


def test_a_second_topic_of_theirs_has_its_turn() -> None:
    topics = ("on-call load", "conference talk: yes or no?")
    assert next(one.topic for one in picks([met(1, 17)], SHIPPED, topics=topics)) == "career"


def test_what_waits_too_long_leaves_room_for_one_of_them() -> None:
    held = [met(1, 21), *(met(weeks) for weeks in range(2, 20)), met(20, 1)]
    made = picks(held, SHIPPED, topics=("team conflict",), goals=("x",))
    assert [one.source for one in made].count("") == 2


def test_a_good_question_comes_back_sooner_and_a_bad_one_last() -> None:
    topic = Bank(tuple(Question(n, "team", "light", f"{n}?", ("manager",)) for n in range(1, 5)))
    held = [*(met(weeks) for weeks in range(1, AGAIN)), *(met(AGAIN + n, n + 1) for n in range(3))]
    asked = {refs[0]: thumbs for refs, thumbs in ((["1on1/1"], {"1on1/1": True}), (["1on1/4"], {}))}
    for ref, thumbs in asked.items():
        assert [one.ref for one in picks(held, topic, thumbs=thumbs)] == [ref]
    # Of those that were asked, the oldest; a thumb down puts it behind them all.
    every = [*held, met(40, 4)]
    assert [one.ref for one in picks(every, topic)] == ["1on1/4"]
    assert [one.ref for one in picks(every, topic, thumbs={"1on1/4": False})] == ["1on1/3"]


@given(st.lists(st.lists(st.integers(1, 16), max_size=3), max_size=12))
def test_none_of_the_last_six_meetings_comes_again(asked: list[list[int]]) -> None:
    held = [met(weeks, *numbers) for weeks, numbers in enumerate(asked, start=1)]
    recent = {ref for session in held[:RECENT] for ref in session.asked}
    made = picks(held)
    assert not {one.ref for one in made} & recent
    assert len({one.topic for one in made}) == len(made)


SPOKEN = (
    "on-call load", "promotion", "a conflict in the team", "scope of v3", "a course", "thanks", "strategy",
    "the tone of feedback", "tired", "learning", "", "nothing that fits",
)  # fmt: skip
texts = st.lists(st.sampled_from(SPOKEN), max_size=3)
weeks = st.lists(st.tuples(texts, texts), min_size=30, max_size=45)
thumbs = st.dictionaries(st.sampled_from([one.ref for one in SHIPPED.questions]), st.booleans(), max_size=60)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(ROLES), weeks, thumbs, st.text("abc", max_size=3))
def test_no_topic_starves_and_no_question_repeats_whatever_is_open(
    role: Role, open_: list[tuple[list[str], list[str]]], thumbs: dict[str, bool], seed: str
) -> None:
    held: list[Session] = []
    last = dict.fromkeys((one.topic for one in SHIPPED.questions), -1)
    asked: dict[str, int] = {}
    for number, (topics, goals) in enumerate(open_):
        memory = Memory(held=held, role=role, seed=seed, topics=topics, goals=goals, thumbs=thumbs)
        made = pick(SHIPPED, memory, TODAY + WEEK * number)
        assert len(made) == 3
        for one in made:
            assert number - asked.get(one.ref, -RECENT - 1) > RECENT
            asked[one.ref] = last[one.topic] = number
        assert max(number - day for day in last.values()) <= LONGEST
        held.insert(0, Session(person="ana", day=TODAY + WEEK * number, created=NOW, asked=tuple(
            one.ref for one in made
        )))  # fmt: skip


@given(st.text("abcdef", max_size=4), st.lists(texts, min_size=40, max_size=40))
@settings(max_examples=10, deadline=None)
def test_light_and_deep_are_in_balance(seed: str, open_: list[list[str]]) -> None:
    held: list[Session] = []
    depths: Counter[str] = Counter()
    known = SHIPPED.by_ref
    for number, topics in enumerate(open_):
        made = pick(SHIPPED, Memory(held=held, role="manager", seed=seed, topics=topics), TODAY)
        depths.update(known[one.ref].depth for one in made)
        held.insert(0, met(-number, *(one.ref for one in made)))
    assert all(depths[depth] >= 45 for depth in DEPTHS), depths


def test_the_words_of_the_bank_are_of_its_topics() -> None:
    assert set(SHIPPED.words) == {one.topic for one in SHIPPED.questions}
    whole = tomllib.loads((Path(__file__).parents[2] / "templates/questions/1on1.toml").read_text("utf-8"))
    assert set(whole) == {"words", "question"}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("on-call load", "workload"), ("conference talk: yes or no?", "career"), ("pay band", "career"),
        ("conflict with Bo", "team"), ("scope of ranker v3", "project"), ("the reorg", "direction"),
        ("so tired", "wellbeing"), ("a course on statistics", "learning"),
    ],
)  # fmt: skip
def test_what_people_bring_leads_to_a_topic(text: str, topic: str) -> None:
    assert next(one.topic for one in picks(bank=SHIPPED, topics=(text,))) == topic
