"""Who a handle in a record means: any handle that a person ever had."""

from growth.records.person import Person
from growth.text.fold import fold


def handles(person: Person) -> frozenset[str]:
    """Return the folded handles of a person, to look many records up in."""
    return frozenset(fold(handle) for handle in person.handles)


def means(handle: str, person: Person) -> bool:
    """Tell whether a handle as it was written means that person."""
    return fold(handle.removeprefix("@")) in handles(person)
