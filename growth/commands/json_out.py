"""The JSON that `--json` promises: the records' own field names, every field, always."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from growth.app import App

# What could steer a terminal is written as an escape; JSON readers get the very same text.
_STEERING = re.compile(
    r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def fields(record: msgspec.Struct) -> dict[str, Any]:
    """Return a record as a mapping of all its fields, those at their defaults too."""
    return {name: _plain(getattr(record, name)) for name in record.__struct_fields__}


def _plain(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        return fields(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


def text(value: Any) -> str:
    """Return a value as JSON on one line, safe to print on a terminal."""
    encoded = msgspec.json.encode(value).decode("utf-8")
    return _STEERING.sub(_escape, encoded)


def _escape(match: re.Match[str]) -> str:
    code = match[0].encode("utf-16-be").hex()
    return "".join(f"\\u{code[place : place + 4]}" for place in range(0, len(code), 4))


def write(app: "App", records: Iterable[Any], *, lines: bool = False) -> None:
    """Print records with all their fields, or what is JSON already, as one array or one a line."""
    shown = (fields(record) if isinstance(record, msgspec.Struct) else record for record in records)
    if lines:
        for one in shown:
            app.screen.exact(text(one) + "\n")
    else:
        app.screen.exact(text([*shown]) + "\n")
