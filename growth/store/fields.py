"""Write a record by field, so that what a newer version added to it is kept."""

from typing import Any


def merge(raw: Any, old: Any, new: Any) -> Any:
    """Return `raw` with what changed from `old` to `new`; what neither knows stays as it is.

    Lists are taken item by item while they have the same length; in a list that grew or shrank
    an item that stood in `old` brings its unknown fields along.
    """
    if old == new:
        return raw
    if isinstance(raw, dict) and isinstance(old, dict) and isinstance(new, dict):
        return _merge_fields(raw, old, new)
    if isinstance(raw, list) and isinstance(old, list) and isinstance(new, list) and len(raw) == len(old):
        return _merge_items(raw, old, new)
    return new


def _merge_fields(raw: dict[str, Any], old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    merged = {
        key: merge(raw[key], old.get(key), value) if key in raw else value for key, value in new.items()
    }
    return merged | {key: value for key, value in raw.items() if key not in old and key not in new}


def _merge_items(raw: list[Any], old: list[Any], new: list[Any]) -> list[Any]:
    if len(new) == len(old):
        return [merge(r, o, n) for r, o, n in zip(raw, old, new, strict=True)]
    return [raw[old.index(item)] if item in old else item for item in new]
