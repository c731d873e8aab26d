"""Read Day One: the zip or JSON that it exports, and the property lists of the classic one."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from growth.errors import WrongUsage
from growth.exchange import dayone_entry, encrypted, limits, source_ids, zipped
from growth.exchange.formats import Head
from growth.exchange.left_out import left_out
from growth.records.imported import Found, Misread, Reading, ReadOptions
from growth.text import parser_words

FORMAT = dayone_entry.FORMAT
_PLIST = re.compile(r"\s*<\?xml[^>]{0,100}>\s*(?:<!DOCTYPE plist[^>]{0,200}>\s*)?<plist\b")
_BEGINS = re.compile(r'\s*\{\s*"(?:metadata|entries)"\s*:')
_START = 4096
_KEY = "<key>Creation Date</key>"
# An entry is a few pages; its photos are files of their own.
_PLIST_SIZE = 5_000_000
_AGAIN = "in Day One: File, Export, JSON; then import the zip"
_MEDIA = re.compile(r"(?:^|/)(?:photos|videos|audios|pdfs)/", re.IGNORECASE)


class _Journal(msgspec.Struct):
    """A journal; its entries are read one after the other, since one may be broken."""

    entries: list[msgspec.Raw]
    metadata: Any = None


def _is_journal(text: str) -> bool:
    """Tell from its start whether a document is a journal; one without entries says at least what it is."""
    start = text[:_START]
    empty = '"metadata"' in start and '"entries"' in start
    return _BEGINS.match(start) is not None and (empty or '"creationDate"' in text)


def _is_plist(text: str) -> bool:
    return _PLIST.match(text) is not None and _KEY in text


def _wanted(name: str) -> bool:
    """Tell whether a file of a zip may be a journal, or an entry of the classic Day One."""
    base = name.rpartition("/")[2]
    return not base.startswith(".") and base.endswith((".json", ".doentry")) and not _MEDIA.search(name)


def is_one(head: Head) -> bool:
    """Tell whether a file is of Day One; what it encrypted too, so that it is refused by name."""
    cipher = encrypted.cipher(head.data, head.name)
    if cipher:
        return "Day One" in cipher.what
    if zipped.is_zip(head.data):
        return _is_zip_of_one(head.data, head.name)
    start = head.text.lstrip()[:1]
    return _is_journal(head.text) if start == "{" else start == "<" and _is_plist(head.text)


def _is_zip_of_one(data: bytes, name: str) -> bool:
    try:
        names = [
            member.name for member in zipped.members(data, name, lambda _: False) if _wanted(member.name)
        ]
    except WrongUsage:
        return False
    return any(name.endswith(".doentry") or "/" not in name for name in names)


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return the entries of a journal; photos, places and the weather are left out and counted."""
    encrypted.refuse(data, name, FORMAT)
    left: Counter[str] = Counter()
    pieces: list[Found | Misread] = []
    for number, value in enumerate(_values(data, name, left), start=1):
        piece = value if isinstance(value, Misread) else dayone_entry.read(number, value, left)
        if piece:
            pieces.append(msgspec.structs.replace(piece, line=number))
    return source_ids.reading(FORMAT, pieces, left_out(+left))


def _values(data: bytes, name: str, left: Counter[str]) -> Iterator[Any]:
    """Yield the entries of a file as the newer Day One writes them."""
    if zipped.is_zip(data):
        yield from _of_zip(data, name, left)
    elif limits.decode(data, name).lstrip()[:1] == "<":
        value = _of_plist(data, name)
        if isinstance(value, Misread):
            raise WrongUsage(f"{name} cannot be read: {value.why}", _AGAIN)
        yield value
    else:
        yield from _of_json(data, name)


def _of_zip(data: bytes, name: str, left: Counter[str]) -> Iterator[Any]:
    journals = media = 0
    for member in zipped.members(data, name, _wanted):
        if member.data is None:
            media += bool(_MEDIA.search(member.name))
        elif member.name.endswith(".doentry"):
            journals += 1
            yield _of_plist(member.data, member.name)
        else:
            journals += 1
            yield from _of_json(member.data, f"{name}: {member.name}")
    if not journals:
        raise WrongUsage(f"{name} holds no journal of Day One", _AGAIN)
    # The classic one has no list of them.
    left[dayone_entry.MEDIA] = max(left[dayone_entry.MEDIA], media)


def _of_json(data: bytes, name: str) -> list[msgspec.Raw]:
    limits.decode(data, name)
    fault = limits.json_fault(data)
    try:
        if not fault:
            return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_Journal).entries
    except msgspec.ValidationError:
        raise WrongUsage(f"{name} is no journal of Day One", _AGAIN) from None
    except (msgspec.DecodeError, RecursionError) as error:
        fault = parser_words.plain(str(error))
    raise WrongUsage(f"{name} cannot be read: {fault}", _AGAIN)


def _of_plist(data: bytes, name: str) -> Any:
    """Return the entry that a property list is, or what is wrong with it."""
    import plistlib

    if len(data) > _PLIST_SIZE:
        return Misread(1, name, f"larger than {_PLIST_SIZE // 1_000_000} MB")
    try:
        # The older form only: in a binary one a few bytes can stand for much.
        value = plistlib.loads(data, fmt=plistlib.FMT_XML)
    # Whatever the library stumbles over in a broken list.
    except Exception as error:
        return Misread(1, name, f"no property list: {' '.join(str(error).split())[:120]}")
    return dayone_entry.of_plist(value) if isinstance(value, dict) else Misread(1, name, "holds no entry")
