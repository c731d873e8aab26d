"""Text from standard input, where it is piped in instead of typed."""

import sys

from growth.errors import Refused, WrongUsage

LIMIT = 1 << 20


def piped(what: str, hint: str) -> str:
    """Return what was piped in; where nothing was, refuse, since `what` is missing."""
    data = sys.stdin.buffer.read(LIMIT + 1) if sys.stdin is not None else b""
    if len(data) > LIMIT:
        raise Refused(f"{what} is larger than 1 MB", "give less of it")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise WrongUsage(f"byte {error.start} of the input is no UTF-8", "convert it with iconv") from None
    if not text.strip():
        raise WrongUsage(f"{what} is missing", hint)
    return text
