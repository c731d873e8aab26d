"""Many records take little room, and are the same when they come out again."""

import datetime
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.records.action import Action
from growth.records.entry import Entry
from growth.records.imported import Found
from growth.records.packed import Packed, by_line, in_order, packed, spent

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=5, minutes=30)))
texts = st.text(st.characters(exclude_categories=("Cs",)))
entries = st.builds(Entry, title=texts, body=texts, day=st.dates(), created=st.just(NOON))
actions = st.builds(Action, text=texts, day=st.dates(), created=st.just(NOON))
records = st.lists(entries | actions, max_size=12)


@given(records, st.integers(1, 5))
def test_what_comes_out_is_what_came_in(those: list[Entry | Action], size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("growth.records.packed.BLOCK", size)
        made = Packed(those)
        assert [made[at] for at in range(-len(made), len(made))] == [*those, *those]
        assert made[1::2] == (*those[1::2],) and made[:3] == (*those[:3],)
    assert len(made) == len(those) and [*made] == those and [*made] == those
    assert all(one in made for one in those) and NOON not in made
    assert [*made.spent()] == those


def test_few_stay_as_they_are_and_many_are_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    def those(count: int) -> Iterator[Entry]:
        return (Entry(title=f"Entry {n}", day=NOON.date(), created=NOON) for n in range(count))

    monkeypatch.setattr("growth.records.packed.FEW", 3)
    assert packed(those(2)) == (*those(2),) and [*spent(packed(those(2)))] == [*those(2)]
    for count in (3, 4, 7):
        found = packed(those(count))
        assert isinstance(found, Packed) and [*found] == [*those(count)] == [*spent(found)]


def test_what_has_lines_comes_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("growth.records.packed.FEW", 3)
    orders: tuple[tuple[int, ...], ...] = ((), (2, 1), (1, 2, 2, 3, 9), (3, 1, 2, 2, 5))
    for lines in orders:
        found = [Found(line=line, title=str(at)) for at, line in enumerate(lines)]
        those = packed(found)
        assert [*by_line(those)] == sorted(found, key=lambda one: one.line)
        if isinstance(those, Packed):
            assert those.rising is (lines[0] == 1)


@given(st.lists(st.integers(0, 6), max_size=30), st.integers(1, 5), st.booleans())
def test_many_are_sorted_as_few_are(lines: list[int], size: int, kept: bool) -> None:
    found = [Found(line=line, title=str(at)) for at, line in enumerate(lines)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("growth.records.packed.FEW", 3)
        patch.setattr("growth.records.packed.PART", size)
        those = Packed(found) if kept else iter(found)
        assert [*in_order(those, lambda one: one.line)] == sorted(found, key=lambda one: one.line)
        assert not isinstance(those, Packed) or [*those] == found
