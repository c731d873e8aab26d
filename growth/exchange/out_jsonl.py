"""Our own records written as JSON Lines, or as one JSON document, that `jsonl` reads again."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from growth.records.kinds import Record, kind_of
from growth.text.clean import escaped

WORD = "record"
HEAD, RECORDS = "growth", "records"
SCHEMA = (1, 0)


def write(records: Iterable[Record]) -> bytes:
    """Return `records` as JSON Lines that `read` makes the same records of."""
    return b"".join(lines(records))


def lines(records: Iterable[Record]) -> Iterator[bytes]:
    """Yield each record as a line of JSON, safe to print."""
    for one in records:
        encoded = escaped(msgspec.json.encode(one).decode())
        yield f'{{"{WORD}":"{kind_of(type(one)).word}",{encoded[1:]}\n'.encode()


def stored(documents: Iterable[bytes], between: bytes = b"") -> bytes:
    """Return entries as they are stored, as lines of JSON that `lines` would yield."""
    start = b'{"%s":"entry",' % WORD.encode()
    block = start + (b"\n" + between + start).join(one[1:] for one in documents) + b"\n"
    if block.isascii() and b"\x7f" not in block:
        return block
    return "\n".join(map(escaped, block.decode().split("\n"))).encode()


def document(records: Iterable[Record], head: dict[str, Any]) -> Iterator[bytes]:
    """Yield one JSON document, a record a line, that `read` makes the same records of."""
    yield from framed(lines(records), head)


def framed(blocks: Iterable[bytes], head: dict[str, Any]) -> Iterator[bytes]:
    """Yield the document that lines of JSON make; blocks of more than one have their commas already."""
    said = escaped(msgspec.json.encode({"schema": SCHEMA} | head).decode())
    yield f'{{"{HEAD}":{said},"{RECORDS}":[\n'.encode()
    comma = b""
    for block in blocks:
        yield comma + block
        comma = b","
    yield b"]}\n"
