"""The values of a table, whatever they are in CSV or JSON, as the text, words and minutes of a record."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from growth.records.entry import MOST_MINUTES

_CALLED = ("name", "title", "displayName", "login", "value", "email")
_LINES = re.compile(r"\r\n?")
_CLOCK = re.compile(r"(\d{1,5}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?", re.ASCII)
_WORDS = re.compile(
    r"(?:(?P<h>\d{1,6}(?:[.,]\d{1,9})?) ?h(?:(?:ou)?rs?)?)?[ ,]*"
    r"(?:(?P<m>\d{1,6}(?:[.,]\d{1,9})?) ?m(?:in(?:ute)?s?)?)?[ ,]*"
    r"(?:(?P<s>\d{1,6}(?:[.,]\d{1,9})?) ?s(?:ec(?:ond)?s?)?)?",
    re.ASCII | re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?", re.ASCII)


def text(value: Any) -> str:
    """Return a value as text; what holds several things names them."""
    if isinstance(value, str):
        return _LINES.sub("\n", value).strip()
    if value is None or value == [] or value == {}:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return ", ".join(filter(None, map(text, value)))
    named = next((value[key] for key in _CALLED if isinstance(value.get(key), str)), None)
    return named.strip() if named is not None else msgspec.json.encode(value).decode()


def _parts(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from ([text(part)] if isinstance(part, dict) else _parts(part))
        return
    words = text(value)
    if words.startswith("#") and all(word.startswith("#") for word in words.split()):
        yield from words.split()
        return
    # Within what is parted by semicolons or lines a comma may belong to a name.
    mark = next((mark for mark in ("\n", ";", "|", ",") if mark in words), "\n")
    yield from words.split(mark)


def several(values: Iterable[Any]) -> tuple[str, ...]:
    """Return the things that values name: the parts of a list, or of a text with commas, each once."""
    parts = (" ".join(part.split()) for value in values for part in _parts(value))
    return tuple(dict.fromkeys(filter(None, parts)))


def _number(written: str | None) -> float:
    return float(written.replace(",", ".")) if written else 0


def minutes(value: Any, unit: float) -> int | None:
    """Return a time spent in minutes, or None where it is none; `unit` is that of a bare number, or 0."""
    if isinstance(value, bool):
        return None
    written = text(value).strip()
    if _NUMBER.fullmatch(written):
        found = _number(written) * unit if unit or not _number(written) else None
    elif match := _CLOCK.fullmatch(written):
        found = int(match[1]) * 60 + int(match[2]) + int(match[3] or 0) / 60
    else:
        match = _WORDS.fullmatch(written.upper().removeprefix("PT"))
        found = sum(_number(match[part]) * worth for part, worth in (("h", 60), ("m", 1), ("s", 1 / 60))) \
            if match and written else None  # fmt: skip
    if found is None or round(found) >= MOST_MINUTES:
        return None
    return max(1, round(found)) if found > 0 else 0
