"""Many records in little room: encoded and compressed by the block, and made anew on each walk."""

import itertools
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

if TYPE_CHECKING:
    from mmap import mmap

T = TypeVar("T", bound=msgspec.Struct)
# So many are left as they are.
FEW = 5000
BLOCK = 500
_block = msgspec.json.Decoder(list[tuple[str, msgspec.Raw]])


class Packed(Collection[T], Generic[T]):
    """Records that are equal to those it was made of, in their order."""

    def __init__(self, records: Iterable[T]) -> None:
        self._decoders: dict[str, msgspec.json.Decoder[T]] = {}
        self._blocks: list[mmap] = []
        self._length = 0
        block: list[tuple[str, T]] = []
        for record in records:
            name = type(record).__name__
            if name not in self._decoders:
                self._decoders[name] = msgspec.json.Decoder(type(record))
            block.append((name, record))
            self._length += 1
            if len(block) == BLOCK:
                self._blocks.append(_room(block))
                block.clear()
        self._blocks.append(_room(block))

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[T]:
        for block in self._blocks:
            yield from self._of(block)

    def spent(self) -> Iterator[T]:
        """Yield the records once and for all: each block goes as soon as it was read."""
        for block in self._blocks:
            yield from self._of(block)
            block.close()

    def _of(self, block: "mmap") -> Iterator[T]:
        from zlib import decompress

        for name, raw in _block.decode(decompress(block)):
            yield self._decoders[name].decode(raw)

    def __contains__(self, record: object) -> bool:
        return any(one == record for one in self)


def _room(block: list[tuple[str, T]]) -> "mmap":
    """Return a block in memory of its own: what lies among the small things leaves holes when it goes."""
    from mmap import mmap
    from zlib import compress

    data = compress(msgspec.json.encode(block), 1)
    room = mmap(-1, len(data))
    room.write(data)
    return room


def packed(records: Iterable[T]) -> Collection[T]:
    """Return records as a tuple, or in little room where they are many."""
    source = iter(records)
    first = tuple(itertools.islice(source, FEW))
    return first if len(first) < FEW else Packed(itertools.chain(first, source))


def spent(records: Collection[T]) -> Iterator[T]:
    """Yield records for the last time, so that what they took is free again."""
    return records.spent() if isinstance(records, Packed) else iter(records)
