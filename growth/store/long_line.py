"""A long line of the history: its turns are read a stretch at a time, so that they are never all held."""

import re
from collections.abc import Collection, Iterator
from typing import cast
from zlib import crc32

import msgspec

from growth import files
from growth.store.history import Line, Turn

# A head, which names at most the files that are gone, is shorter.
_HEAD_SIZE = 1 << 18
_HEAD = b',"records":['
_TAIL = re.compile(rb'\],"seal":"([0-9a-f]{8})"\}')
_TAIL_SIZE = len(b'],"seal":"00000000"}')
# Between two turns. Where a document holds the same, what is cut there does not parse.
_NEXT = b'},{"file":"'
_line = msgspec.json.Decoder(Line)
_turns = msgspec.json.Decoder(list[Turn])


class Stretches(Collection[Turn]):
    """The turns, read anew on each walk."""

    def __init__(self, own: files.Own, first: int, last: int) -> None:
        self._own = own
        self._places: list[tuple[int, int]] = []
        self._length = 0
        place, size = first, files.STRETCH
        while place < last:
            data = own.read(place, min(size, last - place))
            whole = place + len(data) == last
            cut = len(data) if whole else data.rfind(_NEXT) + 1
            try:
                self._length += len(_turns.decode(b"[%s]" % data[:cut])) if cut else 0
            except (ValueError, RecursionError):
                cut = 0
            if cut:
                self._places.append((place, place + cut))
                place, size = place + cut + 1, files.STRETCH
            elif whole:
                raise ValueError("its records")
            else:
                size *= 2

    def _of(self, place: tuple[int, int]) -> list[Turn]:
        start, end = place
        return _turns.decode(b"[%s]" % self._own.read(start, end - start))

    def __iter__(self) -> Iterator[Turn]:
        for place in self._places:
            yield from self._of(place)

    def __reversed__(self) -> Iterator[Turn]:
        for place in reversed(self._places):
            yield from reversed(self._of(place))

    def __len__(self) -> int:
        return self._length

    def __contains__(self, turn: object) -> bool:
        return any(one == turn for one in self)


def decode(own: files.Own, start: int, end: int) -> Line | None:
    """Return the change that a line holds, or None where it is not just what was written of a long one."""
    head = own.read(start, min(_HEAD_SIZE, end - start))
    cut, tail = head.find(_HEAD), _TAIL.fullmatch(own.read(end - _TAIL_SIZE, _TAIL_SIZE))
    if cut < 0 or tail is None:
        return None
    checksum = 0
    for stretch in own.stretches(start, end - _TAIL_SIZE + 1):
        checksum = crc32(stretch, checksum)
    if tail[1] != b"%08x" % checksum:
        return None
    try:
        line = _line.decode(head[:cut] + b"}")
        turns = Stretches(own, start + cut + len(_HEAD), end - _TAIL_SIZE)
    except (ValueError, RecursionError):
        return None
    return msgspec.structs.replace(line, records=cast("tuple[Turn, ...]", turns))
