"""Many records in little room: encoded and compressed by the block, and made anew on each walk."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, TypeVar, overload

import msgspec

if TYPE_CHECKING:
    from mmap import mmap

T = TypeVar("T", bound=msgspec.Struct)
# So many are left as they are.
FEW = 5000
BLOCK = 500
# So many are sorted at once.
PART = 20_000
_block = msgspec.json.Decoder(list[tuple[str, msgspec.Raw]])


class Packed(Sequence[T], Generic[T]):
    """Records that are equal to those it was made of, in their order.

    `rising` tells whether of those that have a `line` none stands above the one before it.
    """

    def __init__(self, records: Iterable[T] = (), size: int | None = None) -> None:
        self._decoders: dict[str, msgspec.json.Decoder[T]] = {}
        self._blocks: list[mmap] = []
        self._open: list[tuple[str, T]] = []
        self._size = size or BLOCK
        self._line = 0
        self.rising = True
        for record in records:
            self.add(record)

    def add(self, record: T) -> None:
        """Take in one more."""
        name = type(record).__name__
        if name not in self._decoders:
            self._decoders[name] = msgspec.json.Decoder(type(record))
        line: int = getattr(record, "line", self._line)
        self.rising = self.rising and line >= self._line
        self._line = line
        self._open.append((name, record))
        if len(self._open) == self._size:
            self._blocks.append(_room(self._open))
            self._open.clear()

    def __len__(self) -> int:
        return len(self._blocks) * self._size + len(self._open)

    def __iter__(self) -> Iterator[T]:
        for block in self._blocks:
            yield from self._of(block)
        for _, record in self._open:
            yield record

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...

    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(self[one] for one in range(len(self))[at])
        block, place = divmod(range(len(self))[at], self._size)
        if block == len(self._blocks):
            return self._open[place][1]
        return [*self._of(self._blocks[block])][place]

    def spent(self) -> Iterator[T]:
        """Yield the records once and for all: each block goes as soon as it was read."""
        for block in self._blocks:
            yield from self._of(block)
            block.close()
        for _, record in self._open:
            yield record

    def _of(self, block: "mmap") -> Iterator[T]:
        from zlib import decompress

        for name, raw in _block.decode(decompress(block)):
            yield self._decoders[name].decode(raw)


def _room(block: list[tuple[str, T]]) -> "mmap":
    """Return a block in memory of its own: what lies among the small things leaves holes when it goes."""
    from mmap import mmap
    from zlib import compress

    data = compress(msgspec.json.encode(block), 1)
    room = mmap(-1, len(data))
    room.write(data)
    return room


class Packing(Generic[T]):
    """Records on their way to be `packed`, for whoever sorts them into several."""

    def __init__(self) -> None:
        self._few: list[T] = []
        self._many: Packed[T] | None = None

    def add(self, record: T) -> None:
        """Take in one more."""
        if self._many is not None:
            self._many.add(record)
            return
        self._few.append(record)
        if len(self._few) == FEW:
            self._many, self._few = Packed(self._few), []

    def done(self) -> Sequence[T]:
        """Return them as a tuple, or in little room where they are many."""
        return tuple(self._few) if self._many is None else self._many


def packed(records: Iterable[T]) -> Sequence[T]:
    """Return records as a tuple, or in little room where they are many."""
    made = Packing[T]()
    for record in records:
        made.add(record)
    return made.done()


def by_line(records: Sequence[T]) -> Sequence[T]:
    """Return records that have a `line` in the order of their lines."""
    if isinstance(records, Packed) and records.rising:
        return records
    return packed(in_order(records, attrgetter("line")))


def in_order(records: Iterable[T], key: Callable[[T], int]) -> Iterator[T]:
    """Yield records by their keys; of two that have one the first stays before."""
    mine = not isinstance(records, Packed)
    kept = packed(records) if mine else records
    if not isinstance(kept, Packed):
        yield from sorted(kept, key=key)
        return
    keys = array("q", sorted(array("q", map(key, kept))))
    starts = keys[PART::PART]
    # What more have than are sorted at once is a part of its own.
    many = {one for one, following in pairwise(starts) if one == following}
    bounds = sorted({*starts, *(one + 1 for one in many)})
    parts = [Packed[T](size=BLOCK // 10) for _ in range(len(bounds) + 1)]
    for record in kept.spent() if mine else kept:
        parts[bisect_right(bounds, key(record))].add(record)
    for start, part in zip((None, *bounds), parts, strict=True):
        yield from part.spent() if start in many else sorted(part.spent(), key=key)


def spent(records: Iterable[T]) -> Iterator[T]:
    """Yield records for the last time, so that what they took is free again."""
    return records.spent() if isinstance(records, Packed) else iter(records)
