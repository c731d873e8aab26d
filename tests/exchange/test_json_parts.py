"""A list of JSON is read a stretch at a time as if it were read at once."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.exchange import json_parts, limits
from growth.exchange.json_parts import Bad, end, members, parts, start

VALUES = st.recursive(
    st.none() | st.integers(-99, 99) | st.text('a,]}["\\{ ', max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("a,}{", max_size=2), inner, max_size=3)
    ),
    max_leaves=10,
)
SPACES = st.sampled_from(["", " ", "\n  "])


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_parts, "_STRETCH", 8)


@given(st.lists(VALUES, max_size=8), SPACES, SPACES, st.text(" [x", max_size=3))
def test_it_yields_each_part(items: list[object], before: str, after: str, around: str) -> None:
    written = [msgspec.json.encode(item).decode() for item in items]
    text = f"[{before}{f'{before},{after}'.join(written)}{after}]".encode()
    found = [
        bytes(part).decode() for part in parts(around.encode() + text, len(around), len(around) + len(text))
    ]
    assert found == written


@given(st.lists(VALUES, min_size=1, max_size=6), st.data())
def test_what_is_no_list_is_told(items: list[object], data: st.DataObject) -> None:
    text = msgspec.json.encode(items)
    at = data.draw(st.integers(1, len(text)))
    sign = data.draw(st.sampled_from([b"", b",", b"]", b"}", b"{", b"x", b'"']))
    changed = text[: at - 1] + sign + text[at:]
    try:
        whole: list[msgspec.Raw] | None = msgspec.json.decode(changed, type=list[msgspec.Raw])
    except msgspec.DecodeError:
        whole = None
    if whole is not None:
        assert [*parts(changed, 0, len(changed))] == whole
    elif changed[:1] == b"[":
        with pytest.raises(Bad):
            list(parts(changed, 0, len(changed)))


@pytest.mark.parametrize(
    ("text", "why", "place"),
    [
        ('[{"a":1},{"b":2},{"c" 3}]', "a colon is missing behind a name", 22),
        ('[{"a":1},{"b":2},]', "a comma stands before the closing bracket", 17),
        (
            '[{"a":1},,{"b":2222},{"c":3}]',
            "a quote or a comma is missing, or one is too many",
            9,
        ),
        ('[{"a":1},{"b":2}', "it is cut off before its end", 16),
        ('[{"a":1},{"b":2},{"c":3}] and more', "more follows where it should end", 27),
    ],
)
def test_the_place_is_told(text: str, why: str, place: int) -> None:
    with pytest.raises(Bad) as told:
        list(parts(text.encode(), 0, len(text)))
    assert (told.value.why, told.value.place, told.value.fault) == (why, place, False)


def test_a_part_may_be_long_but_not_endless(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b'[{"a":"' + b"x" * 300 + b'"},{"b":1}]'
    assert len([*parts(text, 0, len(text))]) == 2
    for inner in (b"[" * 200 + b"]" * 200, b"9" * 400):
        deep = b"[1, 2, 3, 4, " + inner + b"]"
        with pytest.raises(Bad, match=r"nested deeper than 100|more than 300 digits"):
            list(parts(deep, 0, len(deep)))
    monkeypatch.setattr(limits, "LINE", 100)
    with pytest.raises(Bad, match="a record of more than 100 bytes") as told:
        list(parts(text, 0, len(text)))
    assert told.value.fault


@given(st.dictionaries(st.text(max_size=3), VALUES, max_size=5), SPACES, SPACES)
def test_each_member_of_an_object_is_found(named: dict[str, object], before: str, after: str) -> None:
    pairs = [
        f"{before}{msgspec.json.encode(key).decode()}{after}:{before}{msgspec.json.encode(value).decode()}{after}"
        for key, value in named.items()
    ]
    text = f"\ufeff{before}{{{','.join(pairs)}{after}}}{before}[]".encode()
    begin = start(text)
    assert text[end(text, begin) :] == b"[]"
    found = {
        key: msgspec.json.decode(text[first:last]) for key, (first, last) in members(text, begin).items()
    }
    assert found == named


@pytest.mark.parametrize(
    ("text", "why", "place"),
    [
        ('{"a": [1, 2}', "a comma or the closing bracket is missing", 11),
        ('{"a": 1', "it is cut off before its end", 7),
        ("[" * 100_000, "nested deeper than 100 levels", 1),
    ],
)
def test_what_is_no_value_is_told(text: str, why: str, place: int) -> None:
    with pytest.raises(Bad) as told:
        members(text.encode(), 0)
    assert (told.value.why, told.value.place) == (why, place)


def test_of_a_name_that_is_given_twice_the_last_value_counts() -> None:
    assert members(b'{"a": 1, "a": 2}', 0) == {"a": (14, 15)}


def test_an_object_may_not_have_names_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_parts, "_NAMES", 3)
    assert [*members(b'{"a":1,"b":2}', 0)] == ["a", "b"]
    with pytest.raises(Bad, match="an object of more than 3 names") as told:
        members(b'{"a":1,"b":2,"c":3,"d":4}', 0)
    assert told.value.fault
