"""The bounds that every foreign file is held to before anything reads it."""

import re

from growth.errors import WrongUsage

SIZE = 50_000_000
DEPTH = 100
DIGITS = 300

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# One that never ends is taken up to the end: else each quote in it would be looked at as its start.
_STRINGS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)', re.DOTALL)
_DIGITS = re.compile(rb"(?<![0-9])[0-9]{%d}" % (DIGITS + 1))
_NOT_BRACKETS = bytes(byte for byte in range(256) if byte not in b"[]{}")


def decode(data: bytes, name: str) -> str:
    """Return `data` as text if it is UTF-8 of a sane size; a byte order mark is taken off."""
    if len(data) > SIZE:
        raise WrongUsage(
            f"{name} has {len(data):,} bytes; an import takes {SIZE:,} at most",
            "split it into several files",
        )
    if data.startswith(_UTF16):
        raise WrongUsage(f"{name} is UTF-16", "save it as UTF-8 and import it again")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise WrongUsage(
            f"{name} is not UTF-8: byte {data[error.start]:#04x} at offset {error.start}",
            "save it as UTF-8 and import it again",
        ) from None
    if "\0" in text:
        raise WrongUsage(
            f"{name} is not text: a zero byte at offset {data.index(0)}",
            "give the text it was made from",
        )
    return text.removeprefix("\ufeff")


def json_fault(data: bytes) -> str:
    """Return why `data` must not reach a JSON parser, or an empty string."""
    deep = data.count(b"[") + data.count(b"{") > DEPTH
    long = _DIGITS.search(data) is not None
    if not deep and not long:
        return ""
    bare = _STRINGS.sub(b"", data)
    if long and _DIGITS.search(bare):
        return f"a number of more than {DIGITS} digits"
    depth = 0
    for byte in bare.translate(None, _NOT_BRACKETS).replace(b"[]", b"").replace(b"{}", b""):
        depth += 1 if byte in b"[{" else -1
        if depth > DEPTH:
            return f"nested deeper than {DEPTH} levels"
    return ""
