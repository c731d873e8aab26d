"""The bounds that every foreign file is held to before anything reads it."""

import codecs
import re

from growth.errors import WrongUsage

SIZE = 50_000_000
# What is read line by line may be longer than what is held in memory as a whole.
LONG = 100 << 20
WHOLE = 20_000_000
LINES = 500_000
# Of what is read line by line, or as many records; a record of text may have several lines.
LONG_LINES = 1_500_000
TEXT_LINES = 5_000_000
# One line, or one document of JSON, is parsed at once, which takes many times its room.
LINE = 10_000_000
DEPTH = 100
DIGITS = 300

_PART = 1 << 20
_ZIP = b"PK\x03\x04"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# Of a text in which nothing but quotes and brackets stands; one that never ends is taken up to the end.
_STRINGS = re.compile(rb'"[^"]*"?')
_DIGITS = re.compile(rb"(?<![0-9])[0-9]{%d,}" % (DIGITS + 1))
_NO_MARKS = bytes(byte for byte in range(256) if byte not in b'[]{}"')


def decode(data: bytes, name: str, most: int = WHOLE) -> str:
    """Return `data` as text if it is UTF-8 of a sane size; a byte order mark is taken off."""
    _check(data, name, most)
    if lines(data) > LINES:
        raise many_lines(name, lines(data))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, name, error.start) from None
    return text.removeprefix("\ufeff")


def lines(data: bytes) -> int:
    """Return how many lines end in a text."""
    returns = data.count(b"\r")
    return data.count(b"\n") + returns - (data.count(b"\r\n") if returns else 0)


def many_lines(name: str, count: int) -> WrongUsage:
    """Return the refusal of a text that has too many lines to be held as a whole."""
    return WrongUsage(
        f"{name} has {count:,} lines; as text an import takes {LINES:,} at most",
        "split it into several files",
    )


def is_long(data: bytes) -> bool:
    """Tell whether a text is too much to be held as a whole."""
    return len(data) > WHOLE or lines(data) > LINES


def check_long(data: bytes, name: str) -> None:
    """Refuse what `decode` refuses, of text that is read line by line and never held as a whole."""
    _check(data, name, LONG)
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(data), _PART):
        held = len(decoder.getstate()[0])
        try:
            decoder.decode(data[start : start + _PART], final=start + _PART >= len(data))
        except UnicodeDecodeError as error:
            raise _not_utf8(data, name, start - held + error.start) from None


def check_lines(data: bytes, name: str, most: int = LONG_LINES) -> None:
    """Refuse what is too much to be read line by line; only a short text may be one long line."""
    check_long(data, name)
    if lines(data) > most:
        raise WrongUsage(
            f"{name} has {lines(data):,} lines; an import takes {most:,} at most",
            "split it into several files",
        )
    start = 0 if len(data) > WHOLE else len(data)
    while start < len(data):
        stop = start + LINE + 1
        end = max(data.rfind(b"\n", start, stop), data.rfind(b"\r", start, stop))
        if end < 0 and stop <= len(data):
            end = min(
                found for found in (data.find(b"\n", stop), data.find(b"\r", stop), len(data)) if found > 0
            )
            raise long_line(name, data.count(b"\n", 0, start) + 1, end - start)
        start = end + 1 if end >= 0 else len(data)


def long_line(name: str, number: int, size: int) -> WrongUsage:
    """Return the refusal of a line that is too long."""
    return WrongUsage(
        f"{name}:{number}: a line of {size:,} bytes; an import takes lines of {LINE:,} at most",
        "put each record on a line of its own",
    )


def _check(data: bytes, name: str, most: int) -> None:
    if data.startswith(_ZIP):
        # The lowest of the flags that stand there tells of a password.
        locked = " that is encrypted with a password" if data[6:7] and data[6] & 1 else ""
        raise WrongUsage(f"{name} is a zip archive{locked}", "unpack it, and name the folder")
    if len(data) > most:
        raise WrongUsage(
            f"{name} has {len(data):,} bytes; as text an import takes {most:,} at most",
            "split it into several files",
        )
    if data.startswith(_UTF16):
        raise WrongUsage(f"{name} is UTF-16", "save it as UTF-8 and import it again")
    if b"\0" in data:
        raise WrongUsage(
            f"{name} is not text: a zero byte at offset {data.index(0)}", "give the text it was made from"
        )


def _not_utf8(data: bytes, name: str, place: int) -> WrongUsage:
    return WrongUsage(
        f"{name} is not UTF-8: byte {data[place]:#04x} at offset {place}",
        "save it as UTF-8 and import it again",
    )


def json_fault(data: bytes) -> str:
    """Return why `data` must not reach a JSON parser, or an empty string."""
    if _has_long_number(data):
        return f"a number of more than {DIGITS} digits"
    if data.count(b"[") + data.count(b"{") > DEPTH and _is_deep(data):
        return f"nested deeper than {DEPTH} levels"
    return ""


def _has_long_number(data: bytes) -> bool:
    quotes = place = 0
    for match in _DIGITS.finditer(data):
        quotes += _unescaped(data[place : match.start()]).count(b'"')
        place = match.start()
        if quotes % 2 == 0:
            return True
    return False


def _unescaped(data: bytes) -> bytes:
    return data.replace(b"\\\\", b"").replace(b'\\"', b"")


def _is_deep(data: bytes) -> bool:
    # Quotes that stand side by side may go: what is inside of a string stays inside.
    marks = _unescaped(data).translate(None, _NO_MARKS).replace(b'""', b"")
    brackets = _STRINGS.sub(b"", marks)
    depth = 0
    for byte in brackets.replace(b"[]", b"").replace(b"{}", b""):
        depth += 1 if byte in b"[{" else -1
        if depth > DEPTH:
            return True
    return False
