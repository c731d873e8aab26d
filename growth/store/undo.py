"""Take back the newest change: append its inverse, unless a record has changed since."""

from collections.abc import Iterator

import msgspec

from growth.errors import Refused
from growth.store import history
from growth.store.change import changing
from growth.store.history import Line
from growth.store.storage import Row, forward, table_of
from growth.store.store import Store


def undoable(store: Store) -> Iterator[Line]:
    """Yield the changes that were not taken back yet, newest first. An undo is not undone."""
    undone: set[int] = set()
    for line in history.backwards(store.home, store.state[1]):
        if line.undoes:
            undone.add(line.undoes)
        elif line.n not in undone and line.records:
            yield line


def newest(store: Store) -> Line:
    """Return the change that the next undo takes back."""
    for line in undoable(store):
        return line
    raise Refused("there is nothing to undo", "changes are kept for 90 days")


def undo(store: Store, line: Line) -> None:
    """Append the inverse of `line`."""
    with changing(store, f"undo {line.what.split(':')[0]}") as change:
        if newest(store).n != line.n:
            raise Refused("another change came in between", "look at it and try again")
        change.undoes = line.n
        for turn in line.records:
            documents = store.writable(turn.file).sealed.read().get(table_of(turn.id), {})
            now = documents.get(turn.id)
            current = history.NOTHING if now is None else Row(now, turn.id).encoded()
            if not _same(current, forward(turn.id, turn.after, line.schema)):
                raise Refused(
                    f"{turn.id} has changed since, so «{line.what}» is not undone", "edit it instead"
                )
            change.put(turn.file, turn.id, forward(turn.id, turn.before, line.schema))


def _same(one: msgspec.Raw, other: msgspec.Raw) -> bool:
    return one == other or bool(msgspec.json.decode(one) == msgspec.json.decode(other))
