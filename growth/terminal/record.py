"""Any record on a terminal: its fields, those that say something."""

from collections.abc import Iterator
from typing import Any

from growth.terminal.screen import Part


def whole(record: Any, word: str) -> Iterator[tuple[Part, ...]]:
    """Yield the lines of one record: id and kind, then a line for each field that is set."""
    yield (record.id, "id"), "  ", (word, "kind")
    for name, value in _fields(record):
        first, *rest = _words(value)
        yield (f"      {name + ':':<16}", "dim"), first
        for line in rest:
            yield (f"{'':22}{line}",)


def _fields(struct: Any) -> Iterator[tuple[str, Any]]:
    for name in struct.__struct_fields__:
        value = getattr(struct, name)
        if name != "id" and value not in ("", (), None, False):
            yield name, value


def _words(value: Any) -> list[str]:
    if isinstance(value, tuple):
        return [line for item in value for line in _words(item)]
    if hasattr(value, "__struct_fields__"):
        return [" · ".join(f"{name} {item}" for name, item in _fields(value))]
    return str(value).splitlines() or [""]
