"""Our own records, one JSON object a line, or all of them in one JSON document."""

import functools
import itertools
import json
import re
from collections.abc import Iterator
from typing import Any, get_args

import msgspec

from growth.errors import Refused, WrongUsage
from growth.exchange import limits, long_lines
from growth.exchange.out_jsonl import HEAD, RECORDS, SCHEMA, WORD
from growth.records.answer import Answer
from growth.records.dates import Instant
from growth.records.entry import MOST_MINUTES, Entry
from growth.records.ids import is_id
from growth.records.imported import Misread
from growth.records.kinds import BY_LETTER, BY_WORD, Kind, Record
from growth.records.person import Person
from growth.rules import handles
from growth.text import parser_words

FORMAT = "jsonl"
_DOCUMENT = re.compile(r'\s*\{\s*"growth"\s*:\s*\{')
_DOCUMENT_START = re.compile(rb'\{\s*"growth"\s*:\s*\{')
_OPEN, _CLOSE = b'"records":[', b"]}"


class Bad(Exception):
    """A line that is no record: the path of the bad field and what is wrong with it."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(parser_words.at(path, why))
        self.path, self.why = path, why


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that is there twice; a parser would keep one of the values and say nothing."""
    value: dict[str, Any] = {}
    for name, part in pairs:
        if name in value:
            raise Bad(f"$.{name}", "given twice")
        value[name] = part
    return value


_once = json.JSONDecoder(object_pairs_hook=_object)


def parsed(text: str) -> Any:
    """Return the JSON value that a text is; raise Bad where it is none, or past the bounds."""
    fault = limits.json_fault(text.encode())
    if fault:
        raise Bad("$", fault)
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Bad(*parser_words.parted(str(error))) from None
    _once.decode(text.strip())
    return value


def _kind(value: dict[str, Any]) -> Kind:
    identifier = value.get("id")
    known = BY_LETTER.get(identifier[:1]) if isinstance(identifier, str) else None
    word = value.pop(WORD, known.word if known else "entry")
    kind = BY_WORD.get(word) if isinstance(word, str) else None
    if kind is None:
        raise Bad(f"$.{WORD}", f"{word!r} is none of {', '.join(sorted(BY_WORD))}")
    if identifier and (known is not kind or not is_id(identifier)):
        raise Bad("$.id", f"{identifier!r} is not the id of a record of kind {kind.word}")
    return kind


def _unknown(value: Any, record: Any, path: str) -> str:
    """Return the path of the first field that no record has; a misspelt one must not vanish."""
    if isinstance(record, msgspec.Struct) and isinstance(value, dict):
        for name, inner in value.items():
            if name not in record.__struct_fields__:
                return f"{path}.{name}"
            if found := _unknown(inner, getattr(record, name), f"{path}.{name}"):
                return found
    elif isinstance(record, tuple) and isinstance(value, list):
        for at, (inner, part) in enumerate(zip(value, record, strict=True)):
            if found := _unknown(inner, part, f"{path}[{at}]"):
                return found
    return ""


@functools.cache
def _required(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    # Looking at a type is slow, and leaves a ring of garbage each time.
    return tuple(field.name for field in msgspec.structs.fields(kind) if field.required)


def _check(record: Record) -> None:
    """Refuse what has the right types and yet no sense."""
    for name in _required(type(record)):
        value = getattr(record, name)
        said = value.strip() if isinstance(value, str) else value
        if said in ("", ()):
            raise Bad(f"$.{name}", "empty")
    for number, name in enumerate(record.handles if isinstance(record, Person) else ()):
        try:
            # A handle becomes the name of a file: of a sheet, of a draft.
            handles.handle(name)
        except WrongUsage as error:
            raise Bad(f"$.handles[{number}]", error.message) from None
    if isinstance(record, Entry) and record.spent is not None and not 0 <= record.spent < MOST_MINUTES:
        raise Bad("$.spent", "not a number of minutes")
    for number, reply in enumerate(record.replies if isinstance(record, Answer) else ()):
        if reply.rating is not None and reply.rating < 1:
            raise Bad(f"$.replies[{number}].rating", f"{reply.rating} is no step: the lowest is 1")
    for name in ("created", "changed"):
        instant = getattr(record, name)
        if instant is not None and instant.tzinfo is None:
            raise Bad(f"$.{name}", "an instant needs its offset, such as 2026-03-04T10:00:00+01:00")


def fault(record: Record) -> str:
    """Return what has no sense in a record, with the path of the field, or an empty string."""
    try:
        _check(record)
    except Bad as error:
        return str(error)
    return ""


def _choices(kind: type[msgspec.Struct], path: str) -> tuple[str, ...]:
    """Return the words of which a field is one, if it is such a field."""
    types = (field.type for field in msgspec.structs.fields(kind) if f"$.{field.name}" == path)
    words = get_args(next(types, None))
    return words if all(isinstance(word, str) for word in words) else ()


def record(value: Any, created: Instant) -> Record:
    """Return the record that a JSON value is; raise Bad where it is none."""
    if not isinstance(value, dict):
        is_a = parser_words.thing(type(value).__name__)
        raise Bad("$", f"{is_a}, where {parser_words.thing('object')} should be")
    value = dict(value)
    kind = _kind(value)
    try:
        found = msgspec.convert({"created": created, **value}, kind.type)
    except msgspec.ValidationError as error:
        path, why = parser_words.parted(str(error))
        words = _choices(kind.type, path)
        raise Bad(path, f"{value[path[2:]]!r} is none of {', '.join(words)}" if words else why) from None
    unknown = _unknown(value, found, "$")
    if unknown:
        raise Bad(unknown, "no such field")
    _check(found)
    return found


def is_document(text: str) -> bool:
    """Tell whether a text begins as the document of records that an export is."""
    return _DOCUMENT.match(text) is not None


def _pieces(data: bytes, name: str) -> Iterator[tuple[int, str, str]]:
    """Yield line, place and text of each piece: a line that is not blank, or a whole document.

    What `document` wrote is read line by line, too: it may be long.
    """
    lines = long_lines.lines(data, name)
    first = list(itertools.islice(lines, 2))
    is_ours = bool(first) and _DOCUMENT_START.match(first[0][1]) is not None
    if is_ours and len(first) > 1 and first[0][1].endswith(_OPEN):
        yield first[0][0], "$", f"{first[0][1].decode()}{_CLOSE.decode()}"
        yield from _of_document(itertools.chain(first[1:], lines), name)
    elif is_ours or (len(first) > 1 and first[0][1] in (b"{", b"[")):
        yield first[0][0], "$", limits.decode(data, name, limits.LINE)
    else:
        for number, line in itertools.chain(first, lines):
            yield number, "$", line.decode()


def _of_document(lines: Iterator[tuple[int, bytes]], name: str) -> Iterator[tuple[int, str, str]]:
    """Yield the records of a document; one that was cut off must not be taken for a smaller one."""
    is_closed = False
    for at, (number, line) in enumerate(lines):
        if is_closed:
            raise WrongUsage(f"{name}:{number}: goes on after its end", "export it once more")
        is_closed = line == _CLOSE
        if not is_closed:
            yield number, f"$.{RECORDS}[{at}]", line.removeprefix(b"," if at else b"").decode()
    if not is_closed:
        raise WrongUsage(f"{name} was cut off: it does not end as it should", "export it once more")


def _values(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Yield what should be records, each with its place in a document."""
    if isinstance(value, dict) and isinstance(value.get(HEAD), dict):
        schema = value[HEAD].get("schema")
        if isinstance(schema, list) and schema[:1] > [SCHEMA[0]]:
            raise Refused(f"{name} was written by a newer growth (schema {schema[0]})", "install a newer one")
        inner = value.get(RECORDS)
        if not isinstance(inner, list):
            raise Bad(f"$.{RECORDS}", "expected a list of records")
        yield from ((f"$.{RECORDS}[{at}]", part) for at, part in enumerate(inner))
    elif isinstance(value, list):
        yield from ((f"$[{at}]", part) for at, part in enumerate(value))
    else:
        yield "$", value


def read(data: bytes, *, name: str, created: Instant) -> tuple[tuple[Record, ...], tuple[Misread, ...]]:
    """Return the records of JSON Lines, and the lines that are none with the path of what is wrong.

    `record` says the kind, else the letter of the id does, else it is an entry. A record without
    `created` takes the one given. One object or list laid out over several lines is read too, and so
    is the document that an export writes.
    """
    records: list[Record] = []
    misread: list[Misread] = []
    for _, found in each(data, name, created):
        if isinstance(found, Misread):
            misread.append(found)
        else:
            records.append(found)
    return tuple(records), tuple(misread)


def each(data: bytes, name: str, created: Instant) -> Iterator[tuple[int, Record | Misread]]:
    """Yield what `read` returns as it is read, each with its line."""
    limits.check_long(data, name)
    for line, within, text in _pieces(data, name):
        try:
            value = parsed(text)
            for place, part in _values(value, name) if within == "$" else [(within, value)]:
                found = _read_one(place, part, created)
                if isinstance(found, Bad):
                    shown = text if part is value else msgspec.json.encode(part).decode()
                    yield line, Misread(line, shown.strip(), str(found))
                else:
                    yield line, found
        except Bad as error:
            yield line, Misread(line, text.strip(), str(error))


def _read_one(place: str, value: Any, created: Instant) -> Record | Bad:
    """Return the record that a value is, or what is wrong with it, told from where it stands."""
    try:
        return record(value, created)
    except Bad as error:
        return Bad(f"{place}{error.path.removeprefix('$')}", error.why)
