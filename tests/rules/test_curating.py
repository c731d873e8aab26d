"""What a key does to an entry, and what two entries are as one."""

import datetime

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from growth.records.dates import Day
from growth.records.entry import SHARES, Entry, Metric
from growth.rules.curating import joined, keyed

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
ONE = Entry(id="j261124-7k3q", day=Day(2026, 11, 24), title="one", created=NOW)
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


@given(st.sampled_from(SHARES), st.sampled_from(SHARES))
def test_a_join_shows_nobody_more_than_before(one: str, other: str) -> None:
    share = joined(replace(ONE, share=one), replace(TWO, share=other)).share
    assert SHARES.index(share) == min(SHARES.index(one), SHARES.index(other))
