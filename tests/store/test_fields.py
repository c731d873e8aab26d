"""Writing by field: the laws of merging what was, what is shown and what is wanted."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.store.fields import merge

names = st.sampled_from(["a", "b", "c"])
unknown = st.sampled_from(["x", "y"])
leaves = st.integers(0, 3) | st.text("pq", max_size=2)
known = st.recursive(
    leaves,
    lambda inner: st.dictionaries(names, inner, max_size=3) | st.lists(inner, max_size=3),
    max_leaves=8,
)


@st.composite
def beyond(draw: st.DrawFn, value: Any) -> Any:
    """Add unknown fields to every object of a value."""
    if isinstance(value, dict):
        return {name: draw(beyond(inner)) for name, inner in value.items()} | draw(
            st.dictionaries(unknown, leaves, max_size=2)
        )
    if isinstance(value, list):
        return [draw(beyond(inner)) for inner in value]
    return value


def only_known(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: only_known(inner) for name, inner in value.items() if name not in ("x", "y")}
    if isinstance(value, list):
        return [only_known(inner) for inner in value]
    return value


objects = st.dictionaries(names, known, max_size=3)


@st.composite
def triples(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """What is stored, what of it is known, and what it should become."""
    old = draw(objects)
    return draw(beyond(old)), old, draw(objects)


@given(triples())
def test_what_is_known_becomes_what_is_wanted(triple: tuple[Any, Any, Any]) -> None:
    raw, old, new = triple
    assert only_known(merge(raw, old, new)) == new


@given(triples())
def test_nothing_changes_where_nothing_is_wanted(triple: tuple[Any, Any, Any]) -> None:
    raw, old, _ = triple
    assert merge(raw, old, old) == raw


@given(triples())
def test_unknown_fields_of_the_record_stay(triple: tuple[Any, Any, Any]) -> None:
    raw, old, new = triple
    merged = merge(raw, old, new)
    assert {name: merged.get(name) for name in ("x", "y") if name in raw} == {
        name: raw[name] for name in ("x", "y") if name in raw
    }


@given(triples())
def test_without_unknown_fields_it_is_just_the_new(triple: tuple[Any, Any, Any]) -> None:
    _, old, new = triple
    assert merge(old, old, new) == new


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # An item that stays brings its own along, wherever it stands now.
        ([1, 2, 3], [3, 1, 2], "cab"),
        ([1, 2, 3], [1, 3], "ac"),
        ([1, 2], [0, 1, 2], "-ab"),
        ([1, 1], [1, 1], "ab"),
        # One changed in place is still the same one.
        ([1, 2, 3], [1, 9, 3], "abc"),
        ([1, 2, 3], [3, 9, 1], "cba"),
        ([1, 2], [8, 9], "ab"),
        # With one more or one less nobody can say which.
        ([1, 2], [9], "-"),
        ([1, 2], [2, 8, 9], "b--"),
    ],
)
def test_items_of_a_list(old: list[int], new: list[int], expected: str) -> None:
    raw = [{"n": n, "x": letter} for n, letter in zip(old, "abc", strict=False)]
    for many in (list, tuple):
        merged = merge(raw, many({"n": n} for n in old), many({"n": n} for n in new))
        assert [item["n"] for item in merged] == new
        assert "".join(item.get("x", "-") for item in merged) == expected


def test_a_field_written_out_at_its_default_is_kept_as_it_is() -> None:
    assert merge({"a": 1, "b": []}, {"a": 1}, {"a": 2}) == {"a": 2, "b": []}
    assert merge({"a": 1, "b": []}, {"a": 1}, {"a": 1, "b": [7]}) == {"a": 1, "b": [7]}


def test_a_field_of_another_type_is_replaced() -> None:
    assert merge({"a": {"x": 1}}, {"a": {}}, {"a": [1]}) == {"a": [1]}
    assert merge({"a": [{"x": 1}]}, {"a": [{}, {}]}, {"a": [{"b": 1}]}) == {"a": [{"b": 1}]}
