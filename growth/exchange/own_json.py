"""Tell JSON that holds records of ours from what other programs write."""

from typing import Any

from growth.records.entry import Entry
from growth.records.ids import is_id
from growth.records.kinds import BY_LETTER

_KIND = "record"
_DOCUMENT = "growth"
_FIELDS = frozenset(Entry.__struct_fields__)


def _is_record(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    identifier = value.get("id")
    if _KIND in value or (isinstance(identifier, str) and is_id(identifier) and identifier[0] in BY_LETTER):
        return True
    return "title" in value and value.keys() <= _FIELDS


def is_ours(value: Any) -> bool:
    """Tell whether a document, or its first line, holds records: by their kind, their id or their fields."""
    if isinstance(value, list):
        return not value or _is_record(value[0])
    return isinstance(value, dict) and (isinstance(value.get(_DOCUMENT), dict) or _is_record(value))
