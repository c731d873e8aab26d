"""JSON as web services hand it out: pages one after another, lists in lists, and lists in an envelope."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from growth.errors import WrongUsage
from growth.exchange import limits
from growth.exchange.json_items import Item

_SHOWN = 200
_SPACES = re.compile(r"[ \t\r\n]*")
_START = re.compile(r"[ \t\r\n\[]*")
_Parts = list[msgspec.Raw]
_Named = dict[str, msgspec.Raw]


def _why(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return f"nested deeper than {limits.DEPTH} levels"
    return str(error).removeprefix("JSON is malformed: ")


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


def _pages(data: bytes, name: str) -> Iterator[bytes]:
    """Yield the documents that stand one after another, as `gh api --paginate` prints them."""
    try:
        msgspec.json.decode(data, type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        if "trailing" not in str(error):
            raise _broken(name, error) from None
    else:
        yield data
        return
    text, place, decoder = data.decode("utf-8"), 0, json.JSONDecoder()
    while place < len(text):
        match = _SPACES.match(text, place)
        place = match.end() if match else place
        if place == len(text):
            return
        try:
            end = decoder.raw_decode(text, place)[1]
        except (ValueError, RecursionError) as error:
            raise _broken(name, error) from None
        yield text[place:end].encode()
        place = end


def _broken(name: str, error: Exception) -> WrongUsage:
    return WrongUsage(f"{name} cannot be read as JSON: {_why(error)}", "save it again, and import that")


def _listed(page: bytes, lists: Sequence[str]) -> Iterator[bytes]:
    """Yield the records of a page: of a list, of the lists in it, or of one in its envelope."""
    page = page.strip()
    if page[:1] == b"[":
        parts: _Parts = msgspec.json.decode(page, type=_Parts)
        for part in map(bytes, parts):
            yield from _listed(part, lists) if part[:1] == b"[" else (part,)
        return
    if page[:1] == b"{" and lists:
        named: _Named = msgspec.json.decode(page, type=_Named)
        inner = next((named[key] for key in lists if key in named and bytes(named[key])[:1] == b"["), None)
        if inner is not None:
            yield from _listed(bytes(inner), ())
            return
    yield page


def items(data: bytes, name: str, *, lists: Sequence[str] = ()) -> Iterator[Item]:
    """Yield each record of all pages, with its number; `lists` are the names lists have in an envelope."""
    data = limits.decode(data, name).encode()
    fault = limits.json_fault(data)
    if fault:
        raise WrongUsage(f"{name} cannot be read: {fault}", "save it again, in smaller parts")
    if data.lstrip()[:1] not in (b"[", b"{"):
        raise WrongUsage(f"{name} is not JSON: it starts with neither {{ nor [", "save it as JSON")
    number = 0
    try:
        for page in _pages(data, name):
            for raw in _listed(page, lists):
                number += 1
                yield _item(raw, number)
    except (msgspec.DecodeError, RecursionError) as error:
        raise _broken(name, error) from None


def _item(raw: bytes, number: int) -> Item:
    text = raw[: _SHOWN * 4].decode("utf-8", "replace")[:_SHOWN]
    return Item(number, msgspec.Raw(raw), " ".join(text.split()))
