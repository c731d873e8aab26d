"""Whether one person names another in an entry: by a handle, or by their name in its words."""

import re
from collections.abc import Iterator

import msgspec

from growth.records.entry import Entry
from growth.rules.persons import first_name
from growth.text.fold import fold, folded


class Known(msgspec.Struct, frozen=True):
    """How somebody may be named: their name, and every handle they have or had."""

    name: str
    handles: tuple[str, ...]

    @property
    def words(self) -> Iterator[str]:
        """Every word, folded, that is a part of what they are called."""
        for part in (*self.name.split(), *self.handles):
            yield fold(part)


def names_other(entry: Entry, other: Known) -> bool:
    """Tell whether an entry names somebody.

    A first name counts as it is written, so that `will` in a sentence is not Will.
    """
    if folded(*entry.people) & folded(other.name, first_name(other.name), *other.handles):
        return True
    text = f"{entry.title}\n{entry.body}\n{entry.impact}"
    names = [first_name(other.name), *(f"@{handle}" for handle in other.handles)]
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names if name)
