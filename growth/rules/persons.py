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


def named_in(text: str, who: Callable[[str], str | None]) -> tuple[str, ...]:
    """Return who is named in a line of handles and names; of nobody known the word is kept.

    Between commas, or else between spaces, as many words are taken for one name as make a known one.
    """
    found: list[str] = []
    for part in text.split(","):
        words = part.split()
        while words:
            for length in range(len(words), 0, -1):
                known = who(" ".join(words[:length]))
                if known or length == 1:
                    found.append(known or words[0].removeprefix("@"))
                    words = words[length:]
                    break
    return tuple(name for name in dict.fromkeys(found) if name and name != "me")


def first_name(name: str) -> str:
    """Return the first word of a name."""
    return (name.split() or [""])[0]
