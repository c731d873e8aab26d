"""The history: what its end says when the store is opened, and what is seen when it is damaged."""

import contextlib
import datetime
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import Damaged
from growth.records.entry import Entry
from growth.store import chronicle, history, meta
from growth.store.change import changing
from growth.store.history import LOOK_BACK, Line, Tail, Turn
from growth.store.seal import close_line, is_closed
from growth.store.store import Store

NOON = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=datetime.UTC)
Opened = Callable[..., Store]


def line(number: int, what: str = "log") -> Line:
    turn = Turn("journal/2026-11", "j261124-aaaa", history.NOTHING, msgspec.Raw(b'{"id":"j261124-aaaa"}'))
    return Line(n=number, at=NOON, what=what, records=(turn,))


def write(home: Path, month: str, data: bytes) -> int:
    path = history.path_of(home, month)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return len(data)


def state(applied: int, month: str, size: int) -> meta.Meta:
    return msgspec.structs.replace(meta.NEW, applied=applied, month=month, size=size)


@given(st.binary(max_size=200))
def test_a_closed_line_is_known_by_its_seal(noise: bytes) -> None:
    closed = close_line(b'{"a":%s}' % msgspec.json.encode(noise.hex()))
    assert is_closed(closed)
    assert msgspec.json.decode(closed)["a"] == noise.hex()
    for place in range(len(closed)):
        assert not is_closed(closed[:place] + bytes([closed[place] ^ 4]) + closed[place + 1 :])
        assert not is_closed(closed[:place])


def test_the_bytes_of_a_line() -> None:
    assert history.encode(line(7)) == (
        b'{"n":7,"at":"2026-11-24T12:00:00Z","what":"log","records":[{"file":"journal/2026-11",'
        b'"id":"j261124-aaaa","before":null,"after":{"id":"j261124-aaaa"}}],"seal":"ebc8f573"}\n'
    )


def test_the_end_of_a_history_that_is_applied(home: Path) -> None:
    data = history.encode(line(1)) + history.encode(line(2))
    size = write(home, "2026-11", data)
    assert history.tail(home, state(2, "2026-11", size)) == Tail("2026-11", size, recent=data)


def test_what_is_not_applied_is_pending_over_months(home: Path) -> None:
    size = write(home, "2026-10", history.encode(line(1)))
    write(home, "2026-10", history.encode(line(1)) + history.encode(line(2)))
    last = write(home, "2026-11", history.encode(line(3)))
    found = history.tail(home, state(1, "2026-10", size))
    assert (found.month, found.size, found.pending) == ("2026-11", last, (line(2), line(3)))


def test_an_empty_new_month_holds_nothing(home: Path) -> None:
    size = write(home, "2026-10", history.encode(line(1)))
    write(home, "2026-11", b"")
    found = history.tail(home, state(1, "2026-10", size))
    assert (found.month, found.size, found.pending, found.torn) == ("2026-11", 0, (), False)


@pytest.mark.parametrize("rest", [b"{", b"\n", b"\0\0\0\n", history.encode(line(2))[:-1]])
def test_a_torn_line_is_not_part_of_it(home: Path, rest: bytes) -> None:
    size = write(home, "2026-11", history.encode(line(1)))
    write(home, "2026-11", history.encode(line(1)) + rest)
    found = history.tail(home, state(1, "2026-11", size))
    assert (found.size, found.pending, found.torn) == (size, (), True)
    assert [held.n for held in history.backwards(home, found)] == [1]


ONE, TWO, THREE = (history.encode(line(number)) for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("data", "applied", "why"),
    [
        (ONE + b"x\n" + TWO, 1, "history/2026-11.jsonl is not what it was"),
        (ONE + b"x\n{", 1, "history/2026-11.jsonl is not what it was"),
        (ONE + THREE, 1, "history/2026-11.jsonl goes from change 1 to 3"),
        (ONE[:-9], 1, "history/2026-11.jsonl is shorter than it was"),
        (ONE[:-1] + b" ", 1, "history/2026-11.jsonl is not what it was"),
        (b"x" * (len(ONE) - 1) + b"\n", 1, "history/2026-11.jsonl cannot be read: JSON is malformed"),
        (ONE + close_line(b'{"n":"two"}') + b"\n", 1, "history/2026-11.jsonl cannot be read: Expected `int`"),
    ],
)
def test_damage_is_told(home: Path, data: bytes, applied: int, why: str) -> None:
    write(home, "2026-11", data)
    with pytest.raises(Damaged, match=why):
        history.tail(home, state(applied, "2026-11", len(ONE)))


def test_a_torn_line_before_another_month_is_damage(home: Path) -> None:
    write(home, "2026-10", ONE + b"{")
    write(home, "2026-11", TWO)
    with pytest.raises(Damaged, match=r"history/2026-10.jsonl is not what it was"):
        history.tail(home, state(1, "2026-10", len(ONE)))


def test_a_month_that_is_gone_is_damage(home: Path) -> None:
    write(home, "2026-10", ONE)
    with pytest.raises(Damaged, match=r"history/2026-11.jsonl is missing"):
        history.tail(home, state(2, "2026-11", 10))


def test_an_altered_line_that_parses_is_a_fault(home: Path) -> None:
    size = write(home, "2026-11", ONE.replace(b'"log"', b'"lag"') + TWO)
    assert history.tail(home, state(2, "2026-11", size)).fault == "was changed by something other than growth"
    with pytest.raises(Damaged, match=r"history/2026-11.jsonl was changed by something other than growth"):
        list(history.backwards(home, Tail("2026-11", size)))


def test_every_change_of_a_byte_is_seen(home: Path) -> None:
    data = ONE + TWO
    known = state(2, "2026-11", len(data))
    for place in range(len(data)):
        write(home, "2026-11", data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        with contextlib.suppress(Damaged):
            assert history.tail(home, known).fault, place


def test_a_long_history_is_looked_at_from_its_end(home: Path) -> None:
    many = [line(number, "log " + "x" * 500) for number in range(1, 200)]
    data = b"".join(history.encode(one) for one in many)
    altered = data.replace(b'"n":1,', b'"n":2,', 1)
    size = write(home, "2026-11", altered)
    found = history.tail(home, state(199, "2026-11", size))
    assert (found.fault, len(found.recent)) == ("", LOOK_BACK)
    assert chronicle.read(home).bad[0].number == 1


def test_what_was_committed_since_is_found(home: Path) -> None:
    size = write(home, "2026-11", ONE)
    found = history.tail(home, state(1, "2026-11", size))
    assert history.later(home, found, "2026-11") == ()
    write(home, "2026-11", ONE + TWO + b"{")
    write(home, "2026-12", THREE)
    assert history.later(home, found, "2026-11") == (line(2),)
    assert history.later(home, found, "2026-12") == (line(2), line(3))
    assert history.later(home, Tail(), "2026-11") == (line(1), line(2))


def test_what_else_lies_there_is_no_month(home: Path) -> None:
    write(home, "2026-11", ONE)
    for name in (".2026-11.jsonl.new", "2026-11.jsonl.bak", "x.jsonl"):
        (home / "history" / name).touch()
    assert history.months(home) == ["2026-11"]


def test_a_lenient_reading_names_what_is_bad(home: Path) -> None:
    write(home, "2026-09", ONE + TWO.replace(b"log", b"lag") + b"rest")
    write(home, "2026-10", history.encode(line(5)) + history.encode(line(4)))
    (home / "history/2026-08.jsonl").mkdir()
    write(home, "2026-11", history.encode(line(6)) + b"torn\n")
    found = chronicle.read(home)
    assert [held.line.n for held in found.held] == [1, 5, 6]
    assert [(spot.month, spot.number) for spot in found.bad] == [
        ("2026-08", 0), ("2026-09", 2), ("2026-09", 3), ("2026-10", 2),
    ]  # fmt: skip
    assert (found.gaps, found.torn, found.first, found.last) == ((2, 3, 4), True, 1, 6)
    assert found.lacks(1) == [2, 3, 4]
    assert [one.n for one in found.after(4)] == [5, 6]


def test_meta_is_kept_whole(home: Path) -> None:
    home.mkdir()
    known = state(3, "2026-11", 9)
    meta.write(home, known)
    assert meta.read(home) == (known, "")
    data = (home / "meta.json").read_bytes()
    for place in range(len(data) - 1):
        for byte in (data[place] ^ 1, 0x20, 0x31):
            (home / "meta.json").write_bytes(data[:place] + bytes([byte]) + data[place + 1 :])
            try:
                _, fault = meta.read(home)
                assert fault or byte == data[place], place
            except Damaged:
                pass
    for size in range(len(data) - 1):
        (home / "meta.json").write_bytes(data[:size])
        with pytest.raises(Damaged):
            meta.read(home)


def test_a_store_without_its_meta_is_damage(opened: Opened, home: Path) -> None:
    with changing(opened(), "log") as change:
        change.add(Entry(day=NOON.date(), title="x", created=NOON))
    (home / "meta.json").unlink()
    with pytest.raises(Damaged, match=r"meta.json is missing"):
        list(opened().entries())
    with pytest.raises(Damaged, match=r"meta.json is missing"), changing(opened(), "log"):
        pass


@pytest.mark.parametrize("piece", [1, 2, 3, 6, 7])
def test_a_long_change_is_written_in_pieces_that_are_the_same_line(
    piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = tuple(
        Turn("journal/2026-11", f"j261123-{n:04}", history.NOTHING, msgspec.Raw(b'{"n":%d}' % n))
        for n in range(7)
    )
    long = Line(n=3, at=NOON, what="import: 7 records", schema=(1, 2), gone=("thumbs",), records=turns)
    monkeypatch.setattr(history, "_PIECE", piece)
    written = history.written(long)
    assert (written if isinstance(written, bytes) else b"".join(written)) == history.encode(long)
