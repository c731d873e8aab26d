"""Forget a record or a person: a change like any other, whose line says what is to be erased elsewhere."""

from collections.abc import Iterator
from typing import Any

import msgspec

from growth.rules.erasure import Target, scrubbed
from growth.store.change import changing
from growth.store.history import NOTHING
from growth.store.storage import Row
from growth.store.store import OTHERS, Store


def forget(store: Store, target: Target) -> None:
    """Erase it everywhere in the home."""
    with changing(store, "forget") as change:
        target = closed(store, target)
        change.forgets = msgspec.to_builtins(target)
        for stem, identifier, _, left in effects(store, target):
            change.put(stem, identifier, left)


def closed(store: Store, target: Target) -> Target:
    """Return the target with the id of each of my records that goes, so that nothing points at it."""
    going = [
        identifier
        for stem, identifier, _, left in effects(store, target)
        if left == NOTHING and not stem.startswith(OTHERS)
    ]
    return msgspec.structs.replace(target, ids=tuple(dict.fromkeys((*target.ids, *going))))


def effects(store: Store, target: Target) -> list[tuple[str, str, dict[str, Any], msgspec.Raw]]:
    """Return file, id, document and what is left of it, for each document that loses something."""
    found = []
    for stem, identifier, document in documents(store):
        left = scrubbed(target, stem, identifier, document)
        if left is not document:
            found.append((stem, identifier, document, _raw(left)))
    return found


def documents(store: Store) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield file, id and document of everything the store holds now."""
    for stem in store.stems():
        for table in store.database(stem).sealed.read().values():
            for identifier, document in list(table.items()):
                yield stem, identifier, Row(document, identifier).decoded()


def _raw(document: dict[str, Any] | None) -> msgspec.Raw:
    return NOTHING if document is None else msgspec.Raw(msgspec.json.encode(document))
