"""JSON as the records it holds, with their lines."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.exchange.json_items import items

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


def read(text: str) -> list[tuple[int, object, str]]:
    return [(item.line, item.value, item.fault) for item in items(text.encode(), "a.json")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[1,\n [2, 3]\n,\n{"a": 1}]', [(1, 1, ""), (2, [2, 3], ""), (4, {"a": 1}, "")]),
        ("\ufeff[[1],[1]]", [(1, [1], ""), (1, [1], "")]),
        ('{"n": 2,\n"items": [\n{"a": 1},\n{"a": 2}]}', [(3, {"a": 1}, ""), (4, {"a": 2}, "")]),
        ('{"title": "x", "labels": [{"a": 1}]}', [(1, {"title": "x", "labels": [{"a": 1}]}, "")]),
        ('{"a":\n1}', [(1, {"a": 1}, "")]),
        ('{"a": 1}\r\n\r\n{"b": 2}\n{"b": }\n', [
            (1, {"a": 1}, ""), (3, {"b": 2}, ""),
            (4, None, "a quote or a comma is missing, or one is too many"),
        ]),
        ('[{"a": 1e999}]', [(1, None, "a number is too large")]),
        ("[]", []),
    ],
)  # fmt: skip
def test_what_a_file_holds(text: str, found: object) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[1,\n2",
            "a.json:2: cannot be read as JSON: it is cut off before its end",
        ),
        (
            "[1,\n,2]",
            "a.json:2: cannot be read as JSON: a quote or a comma is missing, or one is too many",
        ),
        (
            '{"a": 1',
            "a.json:1: cannot be read as JSON: it is cut off before its end",
        ),
        ('{"a": [{}], "b": [{}]}', "a.json holds several lists: a, b"),
        ("true", "a.json is not JSON: it starts with neither { nor ["),
        ("[" * 200, "a.json cannot be read: nested deeper than 100 levels"),
        ("", "a.json is not JSON: it starts with neither { nor ["),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        read(text)
    assert refused.value.message == message
    assert refused.value.hint


@given(st.lists(VALUES, max_size=6), st.sampled_from([None, 1, 3]))
def test_a_list_is_its_parts(values: list[object], indent: int | None) -> None:
    text = json.dumps(values, indent=indent)
    found = read(text)
    assert [value for _, value, _ in found] == values
    lines = text.split("\n")
    assert all(lines[line - 1].strip().rstrip(",") for line, _, _ in found)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        assert all(item.line >= 1 for item in items(data, "a.json"))
    except WrongUsage as refused:
        assert refused.hint
