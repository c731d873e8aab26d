"""What a key does to an entry, and what two entries are as one."""

import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from growth.records.dates import Day
from growth.records.entry import SHARES, Entry, Metric
from growth.records.person import Person, Relation
from growth.rules.audience import audience, may_see
from growth.rules.curating import joined, keyed

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
ONE = Entry(id="j261124-7k3q", day=Day(2026, 11, 24), title="one", created=NOW)
EVERYONE = [
    Person(name="A", handles=("ana",), relations=(Relation("direct"),), created=NOW),
    Person(name="B", handles=("bo",), created=NOW),
    Person(name="E", handles=("eva",), relations=(Relation("manager"),), created=NOW),
]
AUDIENCES = [audience(word, EVERYONE, NOW.date()) for word in ("manager", "team", "@ana", "@bo", "@eva")]
TWO = Entry(id="j261125-9x2m", day=Day(2026, 11, 25), kind="win", title="two", created=NOW)


def test_each_key() -> None:
    assert keyed(ONE, "s") == replace(ONE, share="manager")
    assert keyed(ONE, "t") == replace(ONE, share="team")
    assert keyed(replace(ONE, share="team"), "k") == ONE
    assert keyed(ONE, "*") == replace(ONE, star=True)
    assert keyed(keyed(ONE, "*"), "*") == ONE
    assert keyed(ONE, "\n") == ONE


def test_two_become_one_and_nothing_is_lost() -> None:
    first = replace(ONE, body="- a", tags=("x", "y"), spent=30, impact="less waiting", people=("ana",))
    second = replace(
        TWO, body="- b", tags=("y", "z"), spent=60, impact="fewer pages", links=("https://a.example",),
        metrics=(Metric("p99", "210"),), project="ranker", star=True,
    )  # fmt: skip
    assert joined(first, second) == replace(
        ONE, body="- a\n\ntwo\n\n- b", tags=("x", "y", "z"), spent=90, impact="less waiting; fewer pages",
        people=("ana",), links=("https://a.example",), metrics=(Metric("p99", "210"),), project="ranker",
        star=True,
    )  # fmt: skip


def test_two_bare_ones() -> None:
    assert joined(ONE, TWO) == replace(ONE, body="two")


named = st.sampled_from([(), ("ana",), ("@Ana",), ("bo",), ("ana", "bo")])
shared = st.tuples(st.sampled_from(SHARES), named)


@given(shared, shared)
def test_a_join_shows_nobody_more_than_before(one: Any, other: Any) -> None:
    first = replace(ONE, share=one[0], people=one[1])
    second = replace(TWO, share=other[0], people=other[1])
    both = joined(first, second)
    for whom in AUDIENCES:
        assert not may_see(both, whom) or (may_see(first, whom) and may_see(second, whom))


def test_what_both_may_see_stays_shared() -> None:
    for one, other, share in (
        ("manager", "team", "manager"), ("team", "team", "team"), ("person", "person", "person")
    ):  # fmt: skip
        found = joined(replace(ONE, share=one, people=("ana",)), replace(TWO, share=other, people=("Ana",)))
        assert found.share == share


def test_both_sources_are_kept() -> None:
    assert joined(replace(ONE, source="md:1"), replace(TWO, source="git:2")).source == "md:1\ngit:2"
    assert joined(ONE, replace(TWO, source="git:2")).source == "git:2"
