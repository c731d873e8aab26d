"""What may happen to a file: bytes flipped, cut, doubled, moved; and what programs stumble over put in."""

import random
import re
from collections.abc import Callable, Sequence

# No input is longer, so that a fault is a fault of what it says and not of its length.
MOST = 100_000
_NUMBER = re.compile(rb"\d+")
_STRANGE = (
    b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\x0b", b"\x1b[2J", b"\x7f",
    "\u2028".encode(), "\u202e".encode(), "\ufeff".encode(), "\u0661".encode(), "\u00b2".encode(),
    "\U0001f469\u200d\U0001f4bb".encode(), b"\\ud800", b"\\u0000", b"\\", b'"', b"'", b"`", b"null", b"NaN",
    b"Infinity", b"-1", b"1e999", b"0x10", b"true", b"{}", b"[]", b"[[", b"{{", b"}}", b"{%", b"<!--", b"-->",
    b"]]>", b"<", b">", b"&amp;", b"&#0;", b"---", b"...", b"***", b"# ", b"> ", b"- ", b"\t", b"|", b",",
    b";", b"=", b"#", b"@", b"+", b"[[x]]", b"[x](", b"0000-00-00", b"9999-12-31", b"0001-01-01",
    b"2026-02-30",
    b"1582-10-10", b"T24:00:00Z", b"T23:59:60+14:00", b"-99:99", b"+0000", b"9999-12-31T23:59:59-14:00",
    b"0001-01-01T00:00:00+14:00", b"1969-12-31", b"12/31/1999", b"31/12/99", b"5000000000", b"P1Y",
    b"$(x)", b"=1+1", b"../../x", b"javascript:x", b"file:///etc/passwd", b"http://[", b"http://a@b:99999/",
)  # fmt: skip
_NUMBERS = (
    b"0",
    b"-1",
    b"00",
    b"13",
    b"32",
    b"99",
    b"9999",
    b"2147483648",
    b"18446744073709551616",
    b"9" * 400,
)
Mutation = Callable[[random.Random, bytes, Sequence[bytes]], bytes]


def _place(chance: random.Random, data: bytes) -> int:
    return chance.randint(0, len(data))


def _span(chance: random.Random, data: bytes) -> tuple[int, int]:
    start = _place(chance, data)
    return start, min(len(data), start + chance.choice((1, 1, 2, 5, 20, 100, 1000)))


def flip(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Change one bit."""
    if not data:
        return data
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]


def cut(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """End too early."""
    return data[: _place(chance, data)]


def lose(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Lose a part."""
    start, end = _span(chance, data)
    return data[:start] + data[end:]


def double(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Say a part many times."""
    start, end = _span(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 10, 300)) + data[end:]


def splice(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Go on as another file does."""
    other = chance.choice(others)
    start, end = _span(chance, other)
    place = _place(chance, data)
    tail = chance.choice((other[start:], other[start:end] + data[place:]))
    return data[:place] + tail


def strange(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Hold what programs stumble over."""
    place = _place(chance, data)
    return data[:place] + chance.choice(_STRANGE) * chance.choice((1, 1, 1, 2, 200)) + data[place:]


def instead(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Hold that in the place of something."""
    start, end = _span(chance, data)
    return data[:start] + chance.choice(_STRANGE) + data[end:]


def number(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Hold another number."""
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    match = chance.choice(found)
    return data[: match.start()] + chance.choice(_NUMBERS) + data[match.end() :]


def swap(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Have two lines in the other order."""
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def encode(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Be written in another encoding, or with other ends of lines."""
    text = data.decode("utf-8", "replace")
    form = chance.choice(("latin-1", "utf-16", "utf-16-le", "utf-8-sig", "\r", "\r\n"))
    if form in ("\r", "\r\n"):
        return data.replace(b"\n", form.encode())
    return text.encode(form, "replace")


MUTATIONS: tuple[Mutation, ...] = (
    flip, cut, lose, double, splice, strange, strange, instead, instead, number, number, swap, encode
)  # fmt: skip


def mutated(chance: random.Random, seeds: Sequence[bytes], others: Sequence[bytes]) -> bytes:
    """Return one of the seeds after a few mutations; the same `chance` gives the same."""
    data = chance.choice(seeds)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        data = chance.choice(MUTATIONS)(chance, data, others)[:MOST]
    return data
