"""A TinyDB file that survives: sealed, one document a line, decoded only when looked at.

The first line holds schema and seal, the seal covers schema and the rest:

    {"growth":{"schema":[1,0],"seal":"9a3f01bc"},
    "entries":{
    "j261123-7k3q":{"id":"j261123-7k3q","day":"2026-11-23", ...},
    ...
    }}
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from zlib import crc32

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from growth import files
from growth.errors import Damaged
from growth.records.ids import is_id
from growth.records.kinds import BY_LETTER

if TYPE_CHECKING:
    from growth.store.aside import Room
    from growth.store.history import Line
    from growth.store.large_file import Place

# The first schema there was, and the one that this program writes.
FIRST = (1, 0)
SCHEMA = FIRST
HEAD = "growth"
# So many bits of a place are the length: one small number for both takes the least room.
LENGTH = 28


class Aside(msgspec.Struct, frozen=True, gc=False):
    """A document that lies aside, for a file or a change has many, and its place there."""

    room: "Room | Place"
    place: int

    @property
    def length(self) -> int:
        return self.place & ((1 << LENGTH) - 1)

    def raw(self) -> msgspec.Raw:
        return msgspec.Raw(self.room.read(self.place))


Document = msgspec.Raw | dict[str, Any] | Aside
Tables = dict[str, dict[str, Document]]
NOTHING = msgspec.Raw(b"null")
# Of a file of more bytes the documents are not held.
LARGE = 8 << 20
# A file of more documents than that is written in pieces.
_PIECE = 2000

_HEADER = re.compile(rb'\{"growth":\{"schema":\[(\d{1,6}),(\d{1,6})\],"seal":"([0-9a-f]{8})"\},')
_tables = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]])


def table_of(identifier: str) -> str:
    """Return the table that a document with this id lies in."""
    if identifier == "about":
        return identifier
    kind = BY_LETTER.get(identifier[:1]) if is_id(identifier) else None
    if kind is None:
        raise Damaged(f"{identifier} is of a kind that this growth does not know", "install a newer growth")
    return kind.table


class Content(msgspec.Struct):
    """What a file of the store holds. `fault` says why the content is not to be relied on."""

    tables: Tables
    schema: tuple[int, int] = SCHEMA
    fault: str = ""

    def lay_over(self, stem: str, lines: "Iterable[Line]") -> None:
        """Put the documents as they are after `lines`, of those of the file called `stem`."""
        for line in lines:
            for turn in line.records:
                if turn.file == stem:
                    self._set(turn.id, turn.after, line.schema)

    def take_back(self, stem: str, lines: "Sequence[Line]") -> None:
        """Put the documents as they were before `lines`, of those of the file called `stem`."""
        for line in reversed(lines):
            for turn in reversed(line.records):
                if turn.file == stem:
                    self._set(turn.id, turn.before, line.schema)

    def _set(self, identifier: str, document: msgspec.Raw, schema: tuple[int, int]) -> None:
        name = table_of(identifier)
        table = self.tables.setdefault(name, {})
        if document == NOTHING:
            table.pop(identifier, None)
        else:
            table[identifier] = forward(identifier, document, schema)


def encode(tables: Tables, schema: tuple[int, int]) -> bytes:
    """Return the bytes of a sealed file; documents are sorted by their ids."""
    rest = b"".join(_rest(tables))
    return _head((rest,), schema) + rest


def written(tables: Tables, schema: tuple[int, int]) -> files.Data:
    """Return what `encode` does, in pieces where there is much of it."""
    if sum(map(len, tables.values())) <= _PIECE:
        return encode(tables, schema)
    return itertools.chain((_head(_rest(tables), schema),), _rest(tables))


def _head(rest: Iterable[bytes], schema: tuple[int, int]) -> bytes:
    version = b"[%d,%d]" % schema
    checksum = crc32(version)
    for piece in rest:
        checksum = crc32(piece, checksum)
    return b'{"growth":{"schema":%s,"seal":"%08x"},\n' % (version, checksum)


def _rest(tables: Tables) -> Iterator[bytes]:
    """Yield what stands behind the first line of a file."""
    comma = b""
    for name in sorted(tables):
        documents = tables[name]
        yield b"%s%s:{\n" % (comma, msgspec.json.encode(name))
        order = sorted(documents)
        for start in range(0, len(order), _PIECE):
            lines = (_line(identifier, documents[identifier]) for identifier in order[start : start + _PIECE])
            yield (b",\n" if start else b"") + b",\n".join(lines)
        yield b"\n}"
        comma = b",\n"
    yield b"}\n"


def _line(identifier: str, document: Document) -> bytes:
    raw = document if isinstance(document, msgspec.Raw) else Row(document, identifier).encoded()
    return b"%s:%s" % (msgspec.json.encode(identifier), bytes(raw))


def is_current(data: bytes) -> bool:
    """Tell whether the bytes of a file are just what was written, in this program's schema."""
    return data.startswith(b'{"growth":{"schema":[%d,%d],' % SCHEMA) and is_sealed(data)


def is_sealed(data: bytes) -> bool:
    """Tell whether the bytes of a file are just what was written."""
    header = _HEADER.match(data)
    if not header or data[header.end() : header.end() + 1] != b"\n":
        return False
    version = b"[%s,%s]" % (header[1], header[2])
    return header[3] == b"%08x" % crc32(memoryview(data)[header.end() + 1 :], crc32(version))


def decode(data: bytes, name: str) -> Content:
    """Read the bytes of the file called `name`.

    Content whose seal does not fit is still returned, with a fault; what does not parse at all
    raises Damaged.
    """
    if not is_sealed(data):
        from growth.store import unsealed

        return unsealed.decode(data, name)
    try:
        tables = cast("Tables", _tables.decode(data))
        major, minor = msgspec.json.decode(cast("msgspec.Raw", tables.pop(HEAD)["schema"]))
    except (ValueError, RecursionError) as error:
        raise unreadable(name, error) from None
    return Content(upgraded(tables, (major, minor)), (major, minor))


def opened(own: files.Own, name: str) -> Content:
    """Return what an open file holds; where it is large, its documents are left where they lie."""
    if own.size > LARGE:
        from growth.store.large_file import content

        return content(own) or decode(own.whole(), name)
    return decode(own.whole(), name)


def upgraded(found: Tables, schema: tuple[int, int]) -> Tables:
    """Return tables as this program's schema has them."""
    if schema >= SCHEMA:
        return found
    from growth.store.migrate import tables

    return tables(found, schema)


def forward(identifier: str, document: msgspec.Raw, schema: tuple[int, int]) -> msgspec.Raw:
    """Return one document of the history, perhaps `NOTHING`, as this program's schema has it."""
    if schema >= SCHEMA or document == NOTHING:
        return document
    name = table_of(identifier)
    found = upgraded({name: {identifier: document}}, schema)[name][identifier]
    return Row(found, identifier).encoded()


def unreadable(name: str, error: Exception) -> Damaged:
    """Return what tells that a file does not parse."""
    return Damaged(
        f"{name}.json cannot be read: {error}",
        "nothing was changed; see: growth doctor, then: growth restore",
    )


class Row(Mapping[str, Any]):
    """One document of a table: a mapping that is decoded when it is first looked into."""

    __slots__ = ("doc_id", "document")

    def __init__(self, document: Document, doc_id: str) -> None:
        self.document = document
        self.doc_id = doc_id

    def decoded(self) -> dict[str, Any]:
        if not isinstance(self.document, dict):
            self.document = msgspec.json.decode(self.encoded())
        return cast("dict[str, Any]", self.document)

    def encoded(self) -> msgspec.Raw:
        if isinstance(self.document, msgspec.Raw):
            return self.document
        if isinstance(self.document, Aside):
            return self.document.raw()
        return msgspec.Raw(msgspec.json.encode(self.document))

    def __getitem__(self, key: str) -> Any:
        return self.decoded()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.decoded())

    def __len__(self) -> int:
        return len(self.decoded())


class SealedStorage(Storage):
    """Where TinyDB reads and writes: one file, read once, written when `flush` says so."""

    def __init__(self, path: Path, name: str) -> None:
        super().__init__()
        self.path = path
        self.name = name
        own = files.Own.opened(path)
        self.is_missing = own is None
        self.content = Content({}) if own is None else opened(own, name)

    def read(self) -> Tables:
        return self.content.tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        self.content.tables = data

    def flush(self) -> None:
        """Write what the tables now hold, durably; a file without documents is removed."""
        tables = {name: documents for name, documents in self.content.tables.items() if documents}
        if tables:
            files.make_private(self.path.parent)
            files.write(self.path, written(tables, max(self.content.schema, SCHEMA)))
        else:
            files.remove(self.path)

    @property
    def is_empty(self) -> bool:
        return not any(self.content.tables.values())


class RecordTable(Table):
    """A table whose documents have our own ids and are never cached by query."""

    document_class = Row  # type: ignore[assignment]  # a Mapping with a doc_id is all TinyDB needs
    document_id_class = str  # type: ignore[assignment]  # ids are ours, not numbers
    default_query_cache_capacity = 0


class Database(TinyDB):
    """One file of the store, as TinyDB sees it."""

    table_class = RecordTable

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(path, name, storage=SealedStorage)

    @property
    def sealed(self) -> SealedStorage:
        return self._storage  # type: ignore[return-value]  # the constructor chose it
