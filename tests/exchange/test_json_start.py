"""The beginning of a long document of JSON is a document."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.exchange.json_start import begun

VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("data", "start"),
    [
        ('[{"a":1},{"b":[{"c":2},{', '[{"a":1}]'),
        ('[{"a":"}],{"},\n{"b":"]}, {', '[{"a":"}],{"}]'),
        ('{"n":3,"items":[{"a":1},{"b":2},{"c"', '{"n":3,"items":[{"a":1},{"b":2}]}'),
        ('{"a":[{"b":[[1],[2],[', '{"a":[{"b":[[1],[2]]}]}'),
        ('[[1,"x\\"]"],[2,"y"],[3,"\\', '[[1,"x\\"]"],[2,"y"]]'),
        ('{"a":1}\n{"b":[{', '{"a":1}\n{"b":[{'),
        ('[{"a":', '[{"a":'),
        ("[1}", "[1}"),
        ("date,title\n", "date,title\n"),
    ],
)
def test_it_is_cut_behind_an_item_and_closed(data: str, start: str) -> None:
    assert begun(data.encode()) == start.encode()


@given(st.lists(st.lists(VALUES, max_size=3), min_size=2, max_size=5), st.data())
def test_wherever_it_is_cut_the_first_items_are_there(items: list[list[object]], data: st.DataObject) -> None:
    whole = msgspec.json.encode(items)
    first = len(msgspec.json.encode(items[:1]))
    cut = data.draw(st.integers(first, len(whole) - 1))
    found = msgspec.json.decode(begun(whole[:cut]))
    assert found == items[: len(found)] and found
