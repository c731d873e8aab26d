"""Who a handle in a record means: any handle that a person ever had."""

from collections.abc import Callable, Iterable

from growth.records.person import Person
from growth.text.fold import fold, folded


def handles(person: Person) -> frozenset[str]:
    """Return the folded handles of a person, to look many records up in."""
    return folded(*person.handles)


def means(handle: str, person: Person) -> bool:
    """Tell whether a handle as it was written means that person."""
    return bool(folded(handle) & handles(person))


def who(everyone: Iterable[Person], me: Iterable[str]) -> Callable[[str], str | None]:
    """Return what tells whom a name means: `me`, a handle, or None for nobody.

    A handle counts before a name, a whole name before a first name, and a name that two people
    have means neither. `me` holds my own names, besides `me` and `I`.
    """
    known: dict[str, str | None] = {}
    people = list(everyone)
    for person in people:
        _claim(known, first_name(person.name), person.handle)
    for person in people:
        _claim(known, person.name, person.handle)
    for person in people:
        known.update(dict.fromkeys(handles(person), person.handle))
    known.update(dict.fromkeys((fold(name) for name in ("me", "i", *me) if name), "me"))
    return lambda name: known.get(fold(name.removeprefix("@").strip()))


def _claim(known: dict[str, str | None], name: str, handle: str) -> None:
    key = fold(name)
    known[key] = handle if known.get(key, handle) == handle else None


def first_name(name: str) -> str:
    """Return the first word of a name."""
    return (name.split() or [""])[0]
