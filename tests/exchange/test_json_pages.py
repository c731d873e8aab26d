"""Pages of JSON: one after another, in one another, and in envelopes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.exchange.json_pages import first, items


def read(data: bytes, *lists: str) -> list[object]:
    found = [(item.line, json.loads(bytes(item.value))) for item in items(data, "x.json", lists=lists)]
    assert [line for line, _ in found] == list(range(1, len(found) + 1))
    return [value for _, value in found]


@pytest.mark.parametrize(
    ("data", "values"),
    [
        (b'[{"a":1},{"a":2}]', [{"a": 1}, {"a": 2}]),
        (b'[{"a":1}][{"a":2}]\n', [{"a": 1}, {"a": 2}]),
        (b'[{"a":1}]\n \t[]\n[{"a":2}]', [{"a": 1}, {"a": 2}]),
        (b'[[{"a":1}],[{"a":2}],[]]', [{"a": 1}, {"a": 2}]),
        (b'{"a":1}\n{"a":2}\n', [{"a": 1}, {"a": 2}]),
        (b'\xef\xbb\xbf[{"a":"\xc3\xbc"}]', [{"a": "ü"}]),
        (b'{"items":[{"a":1}],"n":1}{"items":[{"a":2}]}', [{"a": 1}, {"a": 2}]),
        (b'{"other":[1]}', [{"other": [1]}]),
        (b"[]", []),
        (b'[1,null,"x"]', [1, None, "x"]),
    ],
)
def test_pages(data: bytes, values: list[object]) -> None:
    assert read(data, "items") == values


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "x.json is not JSON: it starts with neither { nor ["),
        (b"hello", "x.json is not JSON: it starts with neither { nor ["),
        (
            b'[{"a":1}',
            "x.json cannot be read as JSON: it is cut off before its end",
        ),
        (b'[{"a":1}][{"a"', "x.json cannot be read as JSON: "),
        (b'[{"a":1}] hello', "x.json cannot be read as JSON: "),
        (b"[" * 200 + b"]" * 200, "x.json cannot be read: nested deeper than 100 levels"),
        (b"[" + b"1" * 400 + b"]", "x.json cannot be read: a number of more than 300 digits"),
        (b'["\xff"]', "x.json is not UTF-8: byte 0xff at offset 2"),
    ],
)
def test_what_is_none(data: bytes, why: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        list(items(data, "x.json"))
    assert refused.value.message.startswith(why)


def test_the_first_record_is_found_without_the_rest() -> None:
    assert first(' [ [{"a":1}, nonsense') == {"a": 1}
    assert first("[1, 2]") is None
    assert first("[" * 500 + "{}") is None
    assert first('{"a":') is None
    assert first(" " * 1_000_000) is None


def test_a_hundred_thousand_pages_take_no_time() -> None:
    assert len(read(b'[{"a":1}]' * 100_000)) == 100_000


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        list(items(b"[" + data, "x.json", lists=("items",)))
    except WrongUsage as refused:
        assert refused.hint


def test_a_string_without_an_end_takes_no_time() -> None:
    with pytest.raises(WrongUsage):
        list(items(b"[" * 101 + b'"' + b'\\"' * 500_000, "x.json"))
