"""The JSON that `--json` promises: the records' own field names, every field, always."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from growth.text.clean import escaped

if TYPE_CHECKING:
    from growth.app import App


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
    return escaped(msgspec.json.encode(value).decode("utf-8"))


def write(app: "App", records: Iterable[Any], *, lines: bool = False) -> None:
    """Print records with all their fields, or what is JSON already, as one array or one a line."""
    shown = (fields(record) if isinstance(record, msgspec.Struct) else record for record in records)
    if lines:
        for one in shown:
            app.screen.exact(text(one) + "\n")
    else:
        app.screen.exact(text([*shown]) + "\n")
