"""The lines of a long text, one at a time, so that it is never held twice."""

import re
from collections.abc import Iterator

from growth.exchange import limits

_SOMETHING = re.compile(rb"[^ \t\r\n\f\v]")
_END = re.compile(rb"[\r\n]")
_BOM = b"\xef\xbb\xbf"


def lines(data: bytes, name: str) -> Iterator[tuple[int, bytes]]:
    """Yield each line in which something stands, with its number, without spaces around it."""
    place, number = len(_BOM) if data.startswith(_BOM) else 0, 1
    while found := _SOMETHING.search(data, place):
        start = found.start()
        number += _breaks(data, place, start)
        end = _END.search(data, start)
        place = end.start() if end else len(data)
        if place - start > limits.LINE:
            raise limits.long_line(name, number, place - start)
        yield number, data[start:place].rstrip()


def _breaks(data: bytes, start: int, end: int) -> int:
    """Return how many lines end in a part of the bytes; of `\\r\\n` only the second ends one."""
    found = data.count(b"\n", start, end) + data.count(b"\r", start, end)
    # What was cut between the two counts once all the same.
    return found - data.count(b"\r\n", start, end)
