"""A long text in parts that end where a line does, so that it is never held as a whole."""

from collections.abc import Iterator

_PART = 1 << 20
_BOM = b"\xef\xbb\xbf"


def parts(data: bytes) -> Iterator[str]:
    """Yield a text in parts, each but the last up to the end of a line; a short one is one part."""
    start = len(_BOM) if data.startswith(_BOM) else 0
    while start < len(data):
        stop = start + _PART
        end = len(data) if stop >= len(data) else _end(data, start, stop)
        yield data[start:end].decode()
        start = end


def _end(data: bytes, start: int, stop: int) -> int:
    for mark in (b"\n", b"\r"):
        if end := data.rfind(mark, start, stop) + 1 or data.find(mark, stop) + 1:
            return end
    return len(data)
