"""JSON as the records it holds, each with the line on which it begins."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from growth.errors import WrongUsage
from growth.exchange import limits

_BOM = b"\xef\xbb\xbf"
_BYTE = re.compile(r" \(byte (\d+)\)")
_BETWEEN = re.compile(rb"[\s,]*")
_LINE = re.compile(rb"[^\r\n]+")
_OBJECTS = re.compile(rb"\[\s*\{")
# An object that has a title is a record itself, whatever lists it holds.
_OWN = {"title", "summary", "subject"}
_SHOWN = 200
_Parts = list[msgspec.Raw]
_Named = dict[str, msgspec.Raw]


class Item(NamedTuple):
    """One record of a document or one line; where it cannot be read `fault` says why."""

    line: int
    value: Any
    text: str
    fault: str = ""


def _why(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return f"nested deeper than {limits.DEPTH} levels"
    return _BYTE.sub("", str(error).removeprefix("JSON is malformed: "))


def _broken(name: str, data: bytes, error: Exception) -> WrongUsage:
    match = _BYTE.search(str(error))
    line = data.count(b"\n", 0, int(match[1]) if match else len(data)) + 1
    return WrongUsage(
        f"{name}:{line}: cannot be read as JSON: {_why(error)}", "export it again, or mend that line"
    )


def _item(raw: bytes, line: int) -> Item:
    text = raw[: _SHOWN * 4].decode("utf-8", "replace")[:_SHOWN]
    try:
        return Item(line, msgspec.json.decode(raw), text)
    except (msgspec.DecodeError, RecursionError) as error:
        return Item(line, None, text, _why(error))


def _listed(data: bytes, parts: _Parts, at: int) -> Iterator[Item]:
    """Yield the parts of the list whose bracket stands at that byte."""
    line, seen, at = 1, 0, at + 1
    for part in parts:
        raw = bytes(part)
        between = _BETWEEN.match(data, at)
        at = between.end() if between else at
        line += data.count(b"\n", seen, at)
        yield _item(raw, line)
        seen, at = at, at + len(raw)


def _lines(data: bytes) -> Iterator[Item]:
    line, seen = 1, 0
    for match in _LINE.finditer(data):
        raw = match[0].strip()
        line += data.count(b"\n", seen, match.start())
        seen = match.start()
        if raw:
            yield _item(raw, line)


def _in_object(data: bytes, name: str) -> Iterator[Item] | None:
    """Yield the items of the one list that an object holds, or the object; None is for no object."""
    try:
        parts: _Named = msgspec.json.decode(data, type=_Named)
    except msgspec.ValidationError:
        return None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        if "trailing" in str(error):
            return None
        raise _broken(name, data, error) from None
    lists = [key for key, part in parts.items() if _OBJECTS.match(bytes(part))]
    if parts.keys() & _OWN:
        lists = []
    if len(lists) > 1:
        raise WrongUsage(
            f"{name} holds several lists: {', '.join(lists[:10])}",
            f"give one of them, for example what this prints: jq .{lists[0]} {name}",
        )
    if not lists:
        return iter([_item(data.strip(), 1)])
    raw = bytes(parts[lists[0]])
    inner: _Parts = msgspec.json.decode(raw, type=_Parts)
    return _listed(data, inner, data.find(raw))


def items(data: bytes, name: str) -> Iterator[Item]:
    """Yield what a list, the one list in an object, or each line of JSON Lines holds.

    Of a name that is given twice in one object the last value counts, as nearly everywhere.
    """
    limits.decode(data, name)
    fault = limits.json_fault(data)
    if fault:
        raise WrongUsage(f"{name} cannot be read: {fault}", "export it again, in smaller parts")
    data = data.removeprefix(_BOM)
    start = data.lstrip()[:1]
    if start == b"{":
        found = _in_object(data, name)
        return _lines(data) if found is None else found
    if start != b"[":
        raise WrongUsage(f"{name} is not JSON: it starts with neither {{ nor [", "export it as JSON")
    try:
        parts: _Parts = msgspec.json.decode(data, type=_Parts)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _broken(name, data, error) from None
    return _listed(data, parts, data.find(b"["))
