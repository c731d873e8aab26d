"""JSON without its traps: duplicate keys, NaN, giant numbers, deep nesting and bad bytes are errors."""

import json
from typing import Any

DIGITS = 300


def parse(data: bytes) -> dict[str, Any]:
    """Return the one object that `data` is, or raise ValueError saying why it is none."""
    if not data.strip(b"\0 \n\r\t"):
        raise ValueError("it is empty")
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise ValueError("it starts with a byte order mark")
    try:
        whole = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_once,
            parse_constant=_refuse,
            parse_int=_integer,
            parse_float=_real,
        )
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    except UnicodeDecodeError as error:
        raise ValueError(f"byte {error.start} is no UTF-8") from None
    if not isinstance(whole, dict):
        raise ValueError("it is not an object")
    return whole


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    whole = dict(pairs)
    if len(whole) != len(pairs):
        raise ValueError("a key stands twice")
    return whole


def _refuse(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _real(digits: str) -> float:
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise ValueError("a number is too large")
    return number


def _integer(digits: str) -> int:
    if len(digits) > DIGITS:
        raise ValueError("a number is too long")
    return int(digits)
