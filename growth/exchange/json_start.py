"""The first items of a long document of JSON, as a document of their own."""

import re

_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*(?:"|\\?\Z)|[\[\]{}]')
_CLOSE = {b"[": b"]", b"{": b"}"}


def begun(data: bytes) -> bytes:
    """Return the beginning of a document closed where a list in it was cut; what is none is left as it is.

    It is cut behind an item of the outermost list of several, so that no item lacks what it has.
    """
    if data.lstrip()[:1] not in _CLOSE:
        return data
    open_: list[bytes] = []
    cuts: dict[int, tuple[int, bytes]] = {}
    for match in _TOKEN.finditer(data):
        sign = match[0]
        if sign in _CLOSE:
            open_.append(sign)
        elif sign in _CLOSE.values():
            if not open_ or _CLOSE[open_.pop()] != sign:
                return data
            if not open_:
                # A line that is whole is read as it is.
                return data
            if open_[-1] == b"[":
                cuts[len(open_)] = match.end(), b"".join(_CLOSE[one] for one in reversed(open_))
    if not cuts:
        return data
    end, close = cuts[min(cuts)]
    return data[:end] + close
