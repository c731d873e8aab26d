"""The bounds that every foreign file is held to before anything reads it."""

import codecs
import re

from growth.errors import WrongUsage

SIZE = 50_000_000
# What is read line by line may be longer than what is held in memory as a whole.
LONG = 100 << 20
WHOLE = 20_000_000
LINES = 500_000
# One line, or one document of JSON, is parsed at once, which takes many times its room.
LINE = 10_000_000
DEPTH = 100
DIGITS = 300

_PART = 1 << 20
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# Of a text in which nothing but quotes and brackets stands; one that never ends is taken up to the end.
_STRINGS = re.compile(rb'"[^"]*"?')
_DIGITS = re.compile(rb"(?<![0-9])[0-9]{%d,}" % (DIGITS + 1))
_NO_MARKS = bytes(byte for byte in range(256) if byte not in b'[]{}"')


def decode(data: bytes, name: str, most: int = WHOLE) -> str:
    """Return `data` as text if it is UTF-8 of a sane size; a byte order mark is taken off."""
    _check(data, name, most)
    lines = data.count(b"\n") + data.count(b"\r")
    if lines > LINES:
        raise WrongUsage(
            f"{name} has {lines:,} lines; as text an import takes {LINES:,} at most",
            "split it into several files",
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, name, error.start) from None
    return text.removeprefix("\ufeff")


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


def _check(data: bytes, name: str, most: int) -> None:
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
