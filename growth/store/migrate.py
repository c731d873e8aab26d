"""Migrations: a table of steps, each from one schema of the store to the next.

A file of an older schema is read as if it were of ours, and becomes so when it is next written.
meta.json says so before anything else does: from then on an older growth knows to keep away. The
documents in the history say which schema they are of and are brought forward when they are needed.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, cast

import msgspec

from growth.store.storage import FIRST, SCHEMA, Document, Tables

Schema = tuple[int, int]
Documents = dict[str, dict[str, Any]]


class Step(NamedTuple):
    """How the tables of one file go from schema `start` to schema `end`."""

    start: Schema
    end: Schema
    change: Callable[[dict[str, Documents]], dict[str, Documents]]


# Oldest first, none left out: (1, 0) is the first schema there was. A step that went out is never
# changed again: stores that have not been opened for years rely on it.
STEPS: tuple[Step, ...] = ()


def tables(found: Tables, schema: Schema, steps: tuple[Step, ...] | None = None) -> Tables:
    """Return the tables of a file of an older schema as the newest schema has them."""
    due = [step for step in (STEPS if steps is None else steps) if step.start >= schema]
    if not due:
        return found
    decoded = {
        name: {identifier: _decoded(document) for identifier, document in documents.items()}
        for name, documents in found.items()
    }
    for step in due:
        decoded = step.change(decoded)
    return cast("Tables", decoded)


def _decoded(document: Document) -> dict[str, Any]:
    if isinstance(document, msgspec.Raw):
        return cast("dict[str, Any]", msgspec.json.decode(document))
    return cast("dict[str, Any]", document)


def is_complete(steps: tuple[Step, ...], newest: Schema = SCHEMA) -> bool:
    """Tell whether steps lead from the first schema to the newest without a gap."""
    reached: Schema = FIRST
    for step in steps:
        if step.start != reached or step.end <= step.start:
            return False
        reached = step.end
    return reached == newest
