"""A large file of the store: its documents are looked for where they lie, and not all held.

It is read by lines, as `storage` writes it; what is not just that is left to be read whole.
"""

import re
from collections.abc import Iterator
from typing import cast
from zlib import crc32

import msgspec

from growth import files
from growth.errors import Damaged
from growth.store import storage
from growth.store.storage import LENGTH, SCHEMA, Aside, Content, Row, Tables
from growth.store.store import Store

_HEADER = re.compile(rb'\{"growth":\{"schema":\[(\d{1,6}),(\d{1,6})\],"seal":"([0-9a-f]{8})"\},\n')
_TABLE = re.compile(rb'"([a-z]+)":\{')
_CLOSED = (b"}", b"},", b"}}")


class Place:
    """Where documents lie that a change has not touched."""

    def __init__(self, own: files.Own) -> None:
        self._own = own

    def read(self, place: int) -> bytes:
        length = place & ((1 << LENGTH) - 1)
        found = self._own.read(place >> LENGTH, length)
        if len(found) != length:
            raise Damaged(f"{self._own.path.name} became shorter while it was read", "see: growth doctor")
        return found


class _Strange(Exception):
    """The file is not what `storage` writes."""


def content(own: files.Own) -> Content | None:
    """Return what a file holds, each document where it lies; None where it is to be read whole."""
    if not _is_current(own):
        return None
    tables: Tables = {}
    place = Place(own)
    try:
        for table, identifier, start, document in _documents(own):
            aside = Aside(place, start << LENGTH | len(document))
            tables.setdefault(table, {})[identifier] = aside
    except _Strange:
        return None
    return Content(tables)


def rows(store: Store, stem: str, table: str) -> Iterator[Row]:
    """Yield the documents of one table of a file, which are not held."""
    own = files.Own.opened(store.home / f"{stem}.json")
    if own and own.size > storage.LARGE and store.is_settled(stem) and _is_current(own):
        try:
            for name, identifier, _, document in _documents(own):
                if name == table:
                    yield Row(msgspec.Raw(document), identifier)
        except _Strange as error:
            raise Damaged(f"{stem}.json cannot be read: {error}", "see: growth doctor") from None
    else:
        yield from cast("Iterator[Row]", iter(store.peek(stem).table(table)))


def _is_current(own: files.Own) -> bool:
    """Tell whether a file is just what was written, in this program's schema."""
    header = _HEADER.match(own.read(0, 100))
    if header is None or (int(header[1]), int(header[2])) != SCHEMA:
        return False
    checksum = crc32(b"[%s,%s]" % (header[1], header[2]))
    for stretch in own.stretches(header.end(), own.size):
        checksum = crc32(stretch, checksum)
    return header[3] == b"%08x" % checksum


def _documents(own: files.Own) -> Iterator[tuple[str, str, int, bytes]]:
    """Yield of each document its table, its id, where it begins, and its bytes."""
    lines = _lines(own)
    next(lines)
    table = ""
    for start, line in lines:
        if table and line not in _CLOSED:
            at = line.find(b'":{')
            if line[:1] != b'"' or at < 0 or b"\\" in line[:at]:
                raise _Strange(f"byte {start}")
            yield table, line[1:at].decode(), start + at + 2, line[at + 2 :].removesuffix(b",")
        elif table:
            table = ""
        else:
            opened = _TABLE.fullmatch(line)
            if opened is None:
                raise _Strange(f"byte {start}")
            table = opened[1].decode()


def _lines(own: files.Own) -> Iterator[tuple[int, bytes]]:
    start, rest = 0, b""
    for stretch in own.stretches(0, own.size):
        *whole, rest = (rest + stretch).split(b"\n")
        for line in whole:
            yield start, line
            start += len(line) + 1
