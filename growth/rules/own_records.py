"""Our own records coming back as JSON Lines: which are new, which are here, which say something else."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

import msgspec

from growth.records.kinds import Record, kind_of
from growth.records.person import Person
from growth.text.fold import fold

KEPT = ("id", "created", "changed", "source")


class OwnPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What importing records would do. A clash is the place of a record in the input, and why."""

    new: tuple[Record, ...] = ()
    already: int = 0
    clashes: tuple[tuple[int, str], ...] = ()


def key(record: Record, nth: int = 1) -> str:
    """Return the source of a record without one: what it says, and which of its like it is."""
    from hashlib import blake2b

    text = f"{kind_of(type(record)).word}\n{nth}\n".encode() + msgspec.json.encode(_content(record))
    return f"jsonl:{blake2b(text, digest_size=8).hexdigest()}"


def _content(record: Record) -> dict[str, object]:
    """Return what a record says, without when and under which name it was kept."""
    whole: dict[str, object] = msgspec.to_builtins(record)
    return {name: value for name, value in whole.items() if name not in KEPT}


def _same(one: Record, other: Record) -> bool:
    return type(one) is type(other) and _content(one) == _content(other)


def keyed(records: Iterable[Record]) -> list[Record]:
    """Return the records, those without id and source given the source that finds them again."""
    seen: Counter[bytes] = Counter()
    out: list[Record] = []
    for record in records:
        if not record.id and not isinstance(record, Person) and not record.source:
            like = msgspec.json.encode([kind_of(type(record)).word, _content(record)])
            seen[like] += 1
            record = msgspec.structs.replace(record, source=key(record, seen[like]))
        out.append(record)
    return out


def plan(
    records: Sequence[Record],
    *,
    here: Mapping[str, Record],
    sources: Container[str],
    people: Iterable[Person],
) -> OwnPlan:
    """Return what importing `records` would do beside the records that are `here`, by id.

    `sources` are the source keys the store has, `people` those it knows: nobody is added twice.
    """
    known = dict(here)
    by_source: dict[str, Record] = {}
    named = {fold(handle): person for person in people for handle in person.handles}
    new: list[Record] = []
    clashes: list[tuple[int, str]] = []
    for place, record in enumerate(keyed(records)):
        other = known.get(record.id) if record.id else None
        source = "" if isinstance(record, Person) else record.source
        if isinstance(record, Person) and other is None:
            other = next((named[name] for name in map(fold, record.handles) if name in named), None)
        if other is None and source:
            if source in sources:
                continue
            # Two of one store, each under its id, are two, whatever they came from.
            other = None if record.id else by_source.get(source)
        if other is not None:
            if not _same(record, other):
                clashes.append((place, _clash(record, other)))
            continue
        new.append(record)
        if record.id:
            known[record.id] = record
        if isinstance(record, Person):
            named |= {fold(handle): record for handle in record.handles}
        elif source:
            by_source[source] = record
    return OwnPlan(new=tuple(new), already=len(records) - len(new) - len(clashes), clashes=tuple(clashes))


def _clash(record: Record, other: Record) -> str:
    if isinstance(record, Person) and isinstance(other, Person):
        return f"{record.handle} is here already as {other.name}, with other details"
    return f"{record.id or other.id} is here already and says something else"
