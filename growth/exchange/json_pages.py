"""JSON as web services hand it out: pages one after another, lists in lists, and lists in an envelope."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from growth.errors import WrongUsage
from growth.exchange import json_parts, limits
from growth.exchange.json_items import Item

_SHOWN = 200
_SMALLER = "save it again, in smaller parts"
_START = re.compile(r"[ \t\r\n\[]*")


def first(text: str) -> Any:
    """Return the first record of a text, or None; what follows it is not looked at."""
    match = _START.match(text)
    start = match.end() if match else 0
    if text[start : start + 1] != "{" or text[:start].count("[") > limits.DEPTH:
        return None
    try:
        return json.JSONDecoder().raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        return None


def _listed(data: bytes, start: int, stop: int, lists: Sequence[str]) -> Iterator[bytes]:
    """Yield the records of a page: of a list, of the lists in it, or of one in its envelope."""
    sign = data[start : start + 1]
    if sign == b"[":
        for part in map(bytes, json_parts.parts(data, start, stop)):
            yield from _listed(part, 0, len(part), lists) if part[:1] == b"[" else (part,)
        return
    if sign == b"{" and any(data.find(f'"{key}"'.encode(), start, stop) >= 0 for key in lists):
        places = json_parts.members(data, start)
        for key in lists:
            if key in places and data[places[key][0] : places[key][0] + 1] == b"[":
                yield from _listed(data, *places[key], ())
                return
    if stop - start > limits.WHOLE:
        raise json_parts.Bad(f"a record of more than {limits.WHOLE:,} bytes", start, fault=True)
    page = data[start:stop].strip()
    if fault := limits.json_fault(page):
        raise json_parts.Bad(fault, start, fault=True)
    yield page


def items(data: bytes, name: str, *, lists: Sequence[str] = ()) -> Iterator[Item]:
    """Yield each record of all pages, with its number; `lists` are the names lists have in an envelope.

    Pages stand one after another, as `gh api --paginate` prints them.
    """
    limits.check_long(data, name)
    start, number = json_parts.start(data), 0
    if data[start : start + 1] not in (b"[", b"{"):
        raise WrongUsage(f"{name} is not JSON: it starts with neither {{ nor [", "save it as JSON")
    try:
        while start < len(data):
            stop = json_parts.end(data, start)
            for raw in _listed(data, start, stop, lists):
                number += 1
                if number > limits.LONG_LINES:
                    raise WrongUsage(f"{name} holds more than {limits.LONG_LINES:,} records", _SMALLER)
                yield _item(raw, number)
            start = stop
    except json_parts.Bad as bad:
        if bad.fault:
            raise WrongUsage(f"{name} cannot be read: {bad.why}", _SMALLER) from None
        raise WrongUsage(
            f"{name} cannot be read as JSON: {bad.why}", "save it again, and import that"
        ) from None


def _item(raw: bytes, number: int) -> Item:
    text = raw[: _SHOWN * 4].decode("utf-8", "replace")[:_SHOWN]
    return Item(number, msgspec.Raw(raw), " ".join(text.split()))
