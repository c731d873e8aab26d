"""One file of the store: what is written is read back, and every damage is seen."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth.errors import Damaged
from growth.records.ids import ALPHABET
from growth.store.storage import (
    NOTHING,
    SCHEMA,
    Content,
    Database,
    Row,
    Tables,
    decode,
    encode,
    forward,
    is_current,
    is_sealed,
    written,
)

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
ids = st.builds("j261124-{}".format, st.text(ALPHABET, min_size=4, max_size=4))
tables = st.dictionaries(
    st.sampled_from(["entries", "moods", 'a"b', "ü"]),
    st.dictionaries(ids, st.dictionaries(texts, values, max_size=3), min_size=1, max_size=4),
    min_size=1,
    max_size=3,
)
SMALL = {
    "entries": {
        "j261124-aaaa": {"id": "j261124-aaaa", "title": "Grüße"},
        "j261124-bbbb": {"id": "j261124-bbbb", "title": "two", "n": 12},
    }
}


def plain(content: Content) -> dict[str, Any]:
    return {
        name: {identifier: Row(document, identifier).decoded() for identifier, document in rows.items()}
        for name, rows in content.tables.items()
    }


@given(tables, st.tuples(st.just(1), st.integers(0, 99)))
def test_what_is_written_is_read_back(found: Tables, schema: tuple[int, int]) -> None:
    data = encode(found, schema)
    assert is_sealed(data)
    assert is_current(data) == (schema == SCHEMA)
    content = decode(data, "x")
    assert (plain(content), content.schema, content.fault) == (found, schema, "")
    assert encode(content.tables, schema) == data
    whole = json.loads(data)
    assert whole.pop("growth")["schema"] == list(schema)
    assert whole == found


def test_the_bytes_of_a_file() -> None:
    assert encode(cast("Tables", SMALL), (1, 0)).decode() == (
        '{"growth":{"schema":[1,0],"seal":"48febcc0"},\n'
        '"entries":{\n'
        '"j261124-aaaa":{"id":"j261124-aaaa","title":"Grüße"},\n'
        '"j261124-bbbb":{"id":"j261124-bbbb","title":"two","n":12}\n'
        "}}\n"
    )


def seen(data: bytes) -> bool:
    """Tell whether damage was seen: it does not parse, or has a fault."""
    try:
        return bool(decode(data, "x").fault)
    except Damaged:
        return True


def test_every_change_of_a_byte_is_seen() -> None:
    data = encode(cast("Tables", SMALL), (1, 0))
    for place in range(len(data)):
        for byte in {0, 0x20, 0x39, 0x7D, 0xFF, data[place] ^ 1, data[place] ^ 0x80} - {data[place]}:
            changed = data[:place] + bytes([byte]) + data[place + 1 :]
            assert seen(changed), (place, byte)
            assert not is_sealed(changed)


def test_every_truncation_and_everything_added_is_seen() -> None:
    data = encode(cast("Tables", SMALL), (1, 0))
    for size in range(len(data)):
        assert seen(data[:size]), size
        assert seen(data[size:] if size else b""), size
        assert seen(data[:size] + b" " + data[size:]), size


@settings(max_examples=300)
@given(tables, st.data())
def test_every_burst_is_seen(found: Tables, drawn: st.DataObject) -> None:
    data = encode(found, (1, 0))
    start = drawn.draw(st.integers(0, len(data) - 1))
    burst = drawn.draw(st.binary(min_size=1, max_size=4))
    changed = data[:start] + burst + data[start + len(burst) :]
    assert changed == data or seen(changed)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is empty"),
        (b"\0" * 80, "it is empty"),
        (b" \n", "it is empty"),
        (b"null", "it is not an object"),
        (b"[]", "it is not an object"),
        (b"{}", "it is no file of a store"),
        (b'{"growth":[]}', "it is no file of a store"),
        (b'{"growth":{"schema":1}}', "it is no file of a store"),
        (b'{"growth":{"schema":[1]}}', "not enough values to unpack"),
        (b'{"growth":{"schema":[1,"0"]}}', "the schema is not a pair of numbers"),
        (b'{"growth":{"schema":[true,0]}}', "the schema is not a pair of numbers"),
        (b'{"growth":{"schema":[1,0]},"entries":[]}', "it is no file of a store"),
        (b'{"growth":{"schema":[1,0]},"entries":{"a":1}}', "it is no file of a store"),
        (b'{"growth":{"schema":[1,0]},"growth":{}}', "a key stands twice"),
        (b'{"growth":{"schema":[1,0]},"entries":{"a":{"b":NaN}}}', "NaN is no JSON"),
        (b'{"growth":{"schema":[1,0]},"entries":{"a":{"b":1e999}}}', "a number is too large"),
        (b'{"growth":{"schema":[1,0]},"entries":{"a":{"b":' + b"1" * 400 + b"}}}", "a number is too long"),
        (b"\xef\xbb\xbf{}", "it starts with a byte order mark"),
        ("{}".encode("utf-16"), "it starts with a byte order mark"),
        ("{}".encode("utf-16-le"), "Expecting property name"),
        (b'{"growth":"\xff"}', "byte 11 is no UTF-8"),
        (b"[" * 100_000, "it is nested too deeply"),
    ],
)
def test_what_is_no_file_of_a_store_is_damage(data: bytes, why: str) -> None:
    with pytest.raises(Damaged) as raised:
        decode(data, "journal/2026-11")
    assert raised.value.message.startswith("journal/2026-11.json cannot be read: ")
    assert why in raised.value.message


def test_what_parses_without_its_seal_is_returned_with_a_fault() -> None:
    data = json.dumps({"growth": {"schema": [1, 0]}, "entries": {"a": {"n": 1.5}}}).encode()
    content = decode(data, "x")
    assert (content.fault, plain(content)) == (
        "was changed by something other than growth", {"entries": {"a": {"n": 1.5}}},
    )  # fmt: skip


def test_a_sealed_file_of_something_else_is_damage() -> None:
    data = encode({"entries": cast("dict[str, Any]", {"a": msgspec.Raw(b"{]")})}, (1, 0))
    with pytest.raises(Damaged, match=r"x.json cannot be read: JSON is malformed"):
        decode(data, "x")


def test_a_row_is_a_mapping_decoded_when_it_is_looked_into() -> None:
    row = Row(msgspec.Raw(b'{"a":1,"b":2}'), "x")
    assert row.encoded() == msgspec.Raw(b'{"a":1,"b":2}')
    assert (row["a"], list(row), len(row), dict(row)) == (1, ["a", "b"], 2, {"a": 1, "b": 2})
    assert row.encoded() == msgspec.Raw(b'{"a":1,"b":2}')


def test_tinydb_reads_and_writes_through_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "x.json"
    database = Database(path, "x")
    table = database.table("entries")
    database.sealed.read()["entries"] = {"j261124-aaaa": {"n": 1}}
    assert table.get(doc_id=cast(int, "j261124-aaaa"))["n"] == 1  # type: ignore[index]
    table.update({"n": 2}, doc_ids=[cast(int, "j261124-aaaa")])
    assert not path.exists()
    database.sealed.flush()
    assert [row["n"] for row in Database(path, "x").table("entries")] == [2]
    database.sealed.write({"entries": {}})
    assert database.sealed.is_empty
    database.sealed.flush()
    assert not path.exists()


def test_a_document_of_our_schema_is_passed_on() -> None:
    document = msgspec.Raw(b"{}")
    assert forward("j261124-aaaa", document, SCHEMA) is document
    assert forward("j261124-aaaa", NOTHING, (0, 9)) is NOTHING


def test_an_unused_store_writes_nothing(opened: Callable[..., Any], home: Path) -> None:
    assert opened().stems() == []
    assert not home.exists()


@given(tables, st.integers(1, 5))
def test_a_large_file_is_written_in_pieces_that_are_the_same(found: Tables, piece: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("growth.store.storage._PIECE", piece)
        data = written(found, SCHEMA)
        assert (data if isinstance(data, bytes) else b"".join(data)) == encode(found, SCHEMA)
    assert encode(found, SCHEMA) == written(found, SCHEMA)
