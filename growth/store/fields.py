"""Write a record by field, so that what a newer version added to it is kept."""

from typing import Any


def merge(raw: Any, old: Any, new: Any) -> Any:
    """Return `raw` with what changed from `old` to `new`; what neither knows stays as it is.

    In a list, an item that stood in `old` brings its unknown fields along.
    """
    if old == new:
        return raw
    if isinstance(raw, dict) and isinstance(old, dict) and isinstance(new, dict):
        return _merge_fields(raw, old, new)
    # What msgspec makes of a record holds tuples where JSON has lists.
    if isinstance(raw, list) and isinstance(old, list | tuple) and isinstance(new, list | tuple):
        return _merge_items(raw, list(old), list(new)) if len(raw) == len(old) else new
    return new


def _merge_fields(raw: dict[str, Any], old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    merged = {
        key: merge(raw[key], old.get(key), value) if key in raw else value for key, value in new.items()
    }
    return merged | {key: value for key, value in raw.items() if key not in old and key not in new}


def _merge_items(raw: list[Any], old: list[Any], new: list[Any]) -> list[Any]:
    # An item that stood there before brings its own along, wherever it stands now. Of those that
    # changed, the first is taken for the first that is gone, as long as there are as many.
    spare = list(range(len(old)))
    kept: list[int | None] = []
    for place, item in enumerate(new):
        same = [at for at in spare if old[at] == item]
        found = place if place in same else same[0] if same else None
        kept.append(found)
        if found is not None:
            spare.remove(found)
    gone = iter(spare if len(spare) == kept.count(None) else ())
    merged = []
    for item, found in zip(new, kept, strict=True):
        at = next(gone, None) if found is None else found
        merged.append(item if at is None else merge(raw[at], old[at], item))
    return merged
