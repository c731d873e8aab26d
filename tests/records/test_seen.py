"""What was seen before is known, be it little or much."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.records import seen
from growth.records.seen import Counted, Seen

words = st.lists(st.text(max_size=3), max_size=40)


@given(words, words, st.sampled_from([0, 1, 4, 1000]))
def test_it_is_a_set(those: list[str], others: list[str], few: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seen, "FEW", few or 1)
        made, known = Seen(), set[str]()
        for word in those:
            assert made.add(word) is (word not in known)
            known.add(word)
        assert bool(made) is bool(known)
        assert [word in made for word in (*those, *others)] == [word in known for word in (*those, *others)]


@given(words, st.sampled_from([1, 4, 1000]))
def test_each_is_counted(those: list[str], few: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seen, "FEW", few)
        made, known = Counted(), Counter[str]()
        for word in those:
            known[word] += 1
            assert made.nth(word) == known[word]


def test_much_takes_little_room() -> None:
    made = Seen(str(number) for number in range(60_000))
    assert made._hashes is not None and len(made._hashes) <= 160_000
    assert "59999" in made and "60000" not in made and not made.add("7") and made.add("x")
