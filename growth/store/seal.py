"""Seals: a checksum beside the content, so that damage is seen before it is believed.

CRC-32 finds every change of a single byte and every burst of up to 32 bits. It is no defence
against somebody who wants to change a file and knows how: the owner may, with `doctor --accept`.
"""

from collections.abc import Iterable, Iterator
from zlib import crc32

_TAIL = len(b',"seal":"00000000"}')


def seal(data: bytes) -> bytes:
    """Return the eight hexadecimal digits that belong to `data`."""
    return b"%08x" % crc32(data)


def close_line(body: bytes) -> bytes:
    """Return a JSON object's bytes with its seal as the last field."""
    open_body = body[:-1]
    return b'%s,"seal":"%s"}' % (open_body, seal(open_body))


def close_pieces(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the bytes of a JSON object that lacks its last brace, piece by piece, then its seal."""
    checksum = 0
    for piece in pieces:
        checksum = crc32(piece, checksum)
        yield piece
    yield b',"seal":"%08x"}' % checksum


def is_closed(line: bytes) -> bool:
    """Tell whether a line made by `close_line` still is what it was."""
    open_body = line[:-_TAIL]
    return len(line) > _TAIL and line == b'%s,"seal":"%s"}' % (open_body, seal(open_body))
