"""JSON as the records it holds, each with the line on which it begins."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from growth.errors import WrongUsage
from growth.exchange import json_parts, limits
from growth.text import parser_words

_BOM = b"\xef\xbb\xbf"
_BYTE = re.compile(r" \(byte (\d+)\)")
_BETWEEN = re.compile(rb"[\s,]*")
_LINE = re.compile(rb"[^\r\n]+")
_OBJECTS = re.compile(rb"\[\s*\{")
# An object that has a title is a record itself, whatever lists it holds.
_OWN = {"title", "summary", "subject"}
_SHOWN = 200
_MOST = 1_000_000
_STRETCH = 1 << 20
_SMALLER = "export it again, in smaller parts"


class Item(NamedTuple):
    """One record of a document or one line; where it cannot be read `fault` says why."""

    line: int
    value: Any
    text: str
    fault: str = ""


def _why(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return f"nested deeper than {limits.DEPTH} levels"
    return parser_words.plain(_BYTE.sub("", str(error)))


def _refused(name: str, data: bytes, bad: json_parts.Bad) -> WrongUsage:
    if bad.fault:
        return WrongUsage(f"{name} cannot be read: {bad.why}", _SMALLER)
    line = data.count(b"\n", 0, bad.place) + 1
    return WrongUsage(
        f"{name}:{line}: cannot be read as JSON: {bad.why}", "export it again, or mend that line"
    )


def _item(raw: bytes, line: int) -> Item:
    text = raw[: _SHOWN * 4].decode("utf-8", "replace")[:_SHOWN]
    try:
        return Item(line, msgspec.json.decode(raw), text)
    except (msgspec.DecodeError, RecursionError) as error:
        return Item(line, None, text, _why(error))


def _listed(data: bytes, name: str, start: int, stop: int) -> Iterator[Item]:
    """Yield the parts of the list that stands between these bytes."""
    line, seen, at = 1, 0, start + 1
    try:
        for number, part in enumerate(json_parts.parts(data, start, stop)):
            if number == _MOST:
                raise WrongUsage(f"{name} holds more than {number:,} records", "split it into several files")
            raw = bytes(part)
            between = _BETWEEN.match(data, at)
            at = between.end() if between else at
            line += data.count(b"\n", seen, at)
            yield _item(raw, line)
            seen, at = at, at + len(raw)
    except json_parts.Bad as bad:
        raise _refused(name, data, bad) from None


def _lines(data: bytes, line: int = 1) -> Iterator[Item]:
    seen = 0
    for match in _LINE.finditer(data):
        raw = match[0].strip()
        line += data.count(b"\n", seen, match.start())
        seen = match.start()
        if raw:
            yield _item(raw, line)


def _many_lines(data: bytes, name: str) -> Iterator[Item]:
    """Yield what the lines of a long text hold; a stretch of them is checked before it is read."""
    start, line = 0, 1
    while start < len(data):
        end = max(data.rfind(mark, start, start + _STRETCH) for mark in (b"\n", b"\r")) + 1
        end = end or data.find(b"\n", start) + 1 or len(data)
        part = data[start:end]
        if fault := limits.json_fault(part):
            raise WrongUsage(f"{name} cannot be read: {fault}", _SMALLER)
        yield from _lines(part, line)
        start, line = end, line + part.count(b"\n")


def _in_object(data: bytes, name: str, start: int) -> Iterator[Item] | None:
    """Yield the items of the one list that an object holds, or the object; None is for several documents."""
    try:
        if json_parts.end(data, start) < len(data):
            return None
        places = json_parts.members(data, start)
    except json_parts.Bad as bad:
        raise _refused(name, data, bad) from None
    lists = [key for key, (first, _) in places.items() if _OBJECTS.match(data, first)]
    if places.keys() & _OWN:
        lists = []
    if len(lists) > 1:
        raise WrongUsage(
            f"{name} holds several lists: {', '.join(lists[:10])}",
            f"give one of them, for example what this prints: jq .{lists[0]} {name}",
        )
    if lists:
        return _listed(data, name, *places[lists[0]])
    if len(data) > limits.WHOLE:
        raise WrongUsage(
            f"{name} has {len(data):,} bytes and holds no list of objects; "
            f"of one record an import takes {limits.WHOLE:,} at most",
            f"give the list in it, for example what this prints: jq .NAME {name}",
        )
    return iter([_item(data[start:].strip(), 1)])


def items(data: bytes, name: str) -> Iterator[Item]:
    """Yield what a list, the one list in an object, or each line of JSON Lines holds."""
    limits.check_long(data, name)
    start = json_parts.start(data)
    sign = data[start : start + 1]
    if sign == b"[":
        return _listed(data, name, start, len(data))
    if sign != b"{":
        raise WrongUsage(f"{name} is not JSON: it starts with neither {{ nor [", "export it as JSON")
    long = len(data) > limits.WHOLE
    if not long and (fault := limits.json_fault(data)):
        raise WrongUsage(f"{name} cannot be read: {fault}", _SMALLER)
    found = None if long and _has_lines(data, start) else _in_object(data, name, start)
    if found is not None:
        return found
    if not long:
        return _lines(data.removeprefix(_BOM))
    limits.check_lines(data, name)
    return _many_lines(data.removeprefix(_BOM), name)


def _has_lines(data: bytes, start: int) -> bool:
    """Tell whether the first line stands alone, and others follow."""
    first = _LINE.match(data, start)
    if first is None or not _LINE.search(data, first.end()):
        return False
    try:
        msgspec.json.decode(first[0], type=msgspec.Raw)
    except (msgspec.DecodeError, RecursionError):
        return False
    return True
