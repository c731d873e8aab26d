"""Where the parts of JSON stand, found a stretch at a time, so that a long one is never held as a whole."""

import re
from collections.abc import Iterator

import msgspec

from growth.exchange import limits
from growth.text import parser_words

_STRETCH = 1 << 20
_TRIES = 40
_BYTE = re.compile(r"\(byte (\d+)\)")
_SPACES = re.compile(rb"\s*")
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*")
# More names has no object that holds a list of records.
_NAMES = 100_000
# What stands between two parts of a list, by how the first of them begins.
_BETWEEN = {b"{": re.compile(rb"\}\s*(,)\s*\{"), b"[": re.compile(rb"\]\s*(,)\s*\[")}
_COMMA = re.compile(rb"(,)")
_Parts = list[msgspec.Raw]


class Bad(Exception):
    """What is no list, or none that may be read: why, and the byte where that shows."""

    def __init__(self, why: str, place: int, *, fault: bool = False) -> None:
        super().__init__(why)
        self.why, self.place, self.fault = why, place, fault


def start(data: bytes) -> int:
    """Return where a document begins, behind a byte order mark."""
    return _after(_START, data, 0)


def _after(spaces: re.Pattern[bytes], data: bytes, place: int) -> int:
    match = spaces.match(data, place)
    return match.end() if match else place


def end(data: bytes, place: int) -> int:
    """Return where the value ends that begins at `place`, and the spaces behind it."""
    try:
        msgspec.json.decode(memoryview(data)[place:], type=msgspec.Raw)
    except (msgspec.DecodeError, RecursionError) as error:
        match = _BYTE.search(str(error)) if "trailing characters" in str(error) else None
        if match is None:
            raise _bad(error, len(data) - place, place + 1) from None
        return place + int(match[1]) - 1
    return len(data)


def members(data: bytes, place: int) -> dict[str, tuple[int, int]]:
    """Return where the value of each name stands in the object that begins at `place`.

    Of a name that is given twice the last value counts, as nearly everywhere.
    """
    end(data, place)
    found: dict[str, tuple[int, int]] = {}
    place = _after(_SPACES, data, place + 1)
    for _ in range(_NAMES):
        if data[place : place + 1] == b"}":
            return found
        colon = end(data, place)
        first = _after(_SPACES, data, colon + 1)
        last = end(data, first)
        found[msgspec.json.decode(data[place:colon], type=str)] = first, last
        place = _after(_SPACES, data, last + 1) if data[last : last + 1] == b"," else last
    raise Bad(f"an object of more than {_NAMES:,} names", place, fault=True)


def parts(data: bytes, begin: int, stop: int) -> Iterator[msgspec.Raw]:
    """Yield what stands in the list whose first bracket is at `begin`, and whose last before `stop`."""
    place, size, first = begin + 1, _STRETCH, True
    while place < stop:
        end = place + size
        inside = b"[" + data[place : min(end, stop)]
        if fault := limits.json_fault(inside):
            raise Bad(fault, place, fault=True)
        if end >= stop:
            found = _decoded(inside, place)
            if not found and not first:
                raise Bad(parser_words.plain("trailing comma"), stop - 1)
            yield from found
            return
        cut = _cut(inside, place)
        if cut is None:
            if size > limits.LINE:
                raise Bad(f"a record of more than {limits.LINE:,} bytes", place, fault=True)
            size *= 2
            continue
        found, length = cut
        yield from found
        place, size, first = place + length, _STRETCH, False


def _decoded(inside: bytes, place: int) -> _Parts:
    try:
        found: _Parts = msgspec.json.decode(inside, type=_Parts)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _bad(error, len(inside), place) from None
    return found


def _bad(error: Exception, length: int, place: int) -> Bad:
    if isinstance(error, RecursionError):
        return Bad(f"nested deeper than {limits.DEPTH} levels", place)
    match = _BYTE.search(str(error))
    why = parser_words.plain(_BYTE.sub("", str(error)).strip())
    return Bad(why, place - 1 + (int(match[1]) if match else length))


def _cut(inside: bytes, place: int) -> tuple[_Parts, int] | None:
    """Return the parts that are whole in a stretch, and how long they are with the comma behind them.

    Within a part, or within a text of one, what comes before a comma is no list when it is closed there.
    """
    spaces = _SPACES.match(inside, 1)
    begins = inside[spaces.end() if spaces else 1 :][:1]
    for between in dict.fromkeys((_BETWEEN.get(begins, _COMMA), _COMMA)):
        commas = [match.start(1) for match in between.finditer(inside)]
        for comma in reversed(commas[-_TRIES:]):
            closed = inside[:comma] + b"]"
            try:
                found = _decoded(closed, place)
            except Bad as bad:
                if bad.place < place - 1 + comma:
                    raise
                continue
            if not found:
                raise Bad(parser_words.plain("invalid character"), place - 1 + comma)
            return found, comma
    return None
