"""The entries of a month as they lie in its file: none is decoded, so that all of them are soon taken out."""

from typing import cast

import msgspec

from growth.records.entry import Entry
from growth.store.storage import Row
from growth.store.store import Store

_OPEN, _CLOSE = b'"entries":{\n"', b"\n}}"


def as_stored(store: Store, stem: str) -> list[bytes]:
    """Return the documents of a file of the journal, JSON objects, oldest first."""
    data = store.settled(stem) if stem in store.state[0].files else None
    found = _decoded(store, stem) if data is None else _lines(data)
    found.sort(key=_when)
    return found


def _decoded(store: Store, stem: str) -> list[bytes]:
    rows = cast("list[Row]", list(store.peek(stem).table("entries")))
    for row in rows:
        # What was changed by hand is told of, with its field, before it goes anywhere.
        store.decode(row, Entry, stem)
    return [msgspec.json.encode(row.decoded()) for row in rows]


def _lines(data: bytes) -> list[bytes]:
    # Each is `j261123-7k3q":{...}` between these; a string in JSON holds no line break of its own.
    lines = data[data.index(_OPEN) + len(_OPEN) : data.rindex(_CLOSE)].split(b',\n"')
    return [line[14:] for line in lines]


def _when(document: bytes) -> bytes:
    """Return day and instant of an entry as they are written. No string holds a quote that is not escaped."""
    day, created = document.find(b'"day":"') + 7, document.rfind(b'"created":"') + 11
    return document[day : day + 10] + document[created : created + 32]
