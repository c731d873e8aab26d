"""Our own records coming back as JSON Lines: which are new, which are here, which say something else."""

from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Iterator

import msgspec

from growth.records.entry import Entry
from growth.records.kinds import Record, kind_of
from growth.records.packed import packed
from growth.records.person import Person
from growth.text.fold import fold

KEPT = ("id", "created", "changed", "source")


class OwnPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What importing records would do. A clash is the place of a record in the input, and why.

    `differing` are entries that are here and read differently in Markdown or a table, each with its
    place; of them `changed` has what each becomes, and `kept` those that were changed here, too.
    """

    new: Collection[Record] = ()
    already: int = 0
    differing: tuple[tuple[int, Entry, Entry], ...] = ()
    changed: tuple[tuple[Entry, Entry], ...] = ()
    kept: tuple[tuple[Entry, Entry], ...] = ()
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


def _mark(record: Record) -> bytes:
    """Return what two records have in common that say the same."""
    from hashlib import blake2b

    text = msgspec.json.encode([kind_of(type(record)).word, _content(record)])
    return blake2b(text, digest_size=16).digest()


def _same(one: Record, other: Record) -> bool:
    return _mark(one) == _mark(other)


def keyed(records: Iterable[Record]) -> Iterator[Record]:
    """Yield the records, those without id and source given the source that finds them again."""
    seen: Counter[bytes] = Counter()
    for record in records:
        if not record.id and not isinstance(record, Person) and not record.source:
            like = _mark(record)
            seen[like] += 1
            record = msgspec.structs.replace(record, source=key(record, seen[like]))
        yield record


class _Known:
    """What is known while records come in: of those that came before no more than their marks."""

    def __init__(
        self, here: Callable[[str], Record | None], sources: Container[str], people: Iterable[Person],
        alike: Callable[[Record, Record], bool], told: Callable[[int], bool],
    ) -> None:  # fmt: skip
        self.here, self.sources, self.alike, self.told = here, sources, alike, told
        self.named = {fold(handle): person for person in people for handle in person.handles}
        self.by_id: dict[str, bytes | Person] = {}
        self.by_source: dict[str, bytes] = {}
        self.clashes: list[tuple[int, str]] = []
        self.differing: dict[str, tuple[int, Entry, Entry]] = {}
        self.already = 0

    def new(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield the records that are new."""
        for place, record in enumerate(keyed(records)):
            other = self._other(record)
            if other is None:
                self._remember(record)
                yield record
            elif self._is(record, other):
                self.already += 1
            elif isinstance(record, Entry) and isinstance(other, Entry) and self.told(place):
                self._differs(place, other, record)
            else:
                self.clashes.append((place, _clash(record, other)))

    def _differs(self, place: int, here: Entry, told: Entry) -> None:
        before = self.differing.setdefault(here.id, (place, here, told))[2]
        if before is not told and _same(before, told):
            self.already += 1
        elif before is not told:
            self.clashes.append((place, f"{here.id} is told twice, and differently"))

    def _is(self, record: Record, other: bytes | Record) -> bool:
        if isinstance(other, bytes):
            return other in (b"", _mark(record))
        return _same(record, other) or self.alike(record, other)

    def _other(self, record: Record) -> bytes | Record | None:
        """Return what is known under the name of a record, or its mark; an empty one says no more."""
        other: bytes | Record | None = None
        if record.id:
            other = self.by_id.get(record.id) or self.here(record.id)
        if isinstance(record, Person):
            names = (fold(handle) for handle in record.handles)
            return other or next((self.named[name] for name in names if name in self.named), None)
        if other is None and record.source:
            if record.source in self.sources:
                return b""
            # Two of one store, each under its id, are two, whatever they came from.
            other = None if record.id else self.by_source.get(record.source)
        return other

    def _remember(self, record: Record) -> None:
        if record.id:
            self.by_id[record.id] = record if isinstance(record, Person) else _mark(record)
        if isinstance(record, Person):
            self.named |= {fold(handle): record for handle in record.handles}
        elif record.source:
            self.by_source[record.source] = _mark(record)


def plan(
    records: Iterable[Record],
    *,
    here: Callable[[str], Record | None],
    sources: Container[str],
    people: Iterable[Person],
    alike: Callable[[Record, Record], bool] = _same,
    told: Callable[[int], bool] = lambda _: False,
) -> OwnPlan:
    """Return what importing `records` would do beside the records that are `here`, by id.

    What is `alike` one that is here has not changed, though its form cannot tell all of it. `told`
    says of a place in the input whether people write there what they like.
    `sources` are the source keys the store has, `people` those it knows: nobody is added twice.
    """
    known = _Known(here, sources, people, alike, told)
    new = packed(known.new(records))
    return OwnPlan(
        new=new, already=known.already, differing=tuple(known.differing.values()),
        clashes=tuple(known.clashes),
    )  # fmt: skip


def _clash(record: Record, other: bytes | Record) -> str:
    if isinstance(record, Person) and isinstance(other, Person):
        return f"{record.handle} is here already as {other.name}, with other details"
    name = record.id or ("" if isinstance(record, Person) else record.source)
    return f"{name} is here already and says something else"
