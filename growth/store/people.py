"""People, resolved on reading: a record keeps the handle as written, this finds who it is."""

from growth.errors import Refused
from growth.records.dates import Day
from growth.records.person import Person
from growth.store.store import Store
from growth.text.fold import fold


class People:
    """Everybody I know, by any handle or address they ever had."""

    def __init__(self, everyone: list[Person]) -> None:
        self.everyone = everyone
        self._by_handle = {fold(handle): person for person in everyone for handle in person.handles}
        self._by_email = {fold(email): person for person in everyone for email in person.emails}

    def get(self, handle: str) -> Person | None:
        """Return who `ana`, `@ana` or an address is, or None."""
        name = fold(handle.removeprefix("@"))
        return self._by_handle.get(name) or self._by_email.get(name)

    def require(self, handle: str) -> Person:
        """Return who `handle` is, or refuse with those it might have been."""
        found = self.get(handle)
        if found is not None:
            return found
        name = handle.removeprefix("@")
        if fold(name) == "me":
            raise Refused(
                f"{name!r} is you, and this is for somebody else", "who that may be: growth people list"
            )
        near = self.near(name)
        hint = f"did you mean {' or '.join(near)}? else: " if near else ""
        raise Refused(f"I know nobody called {name!r}", f"{hint}growth people add {name} --name 'Their Name'")

    def near(self, name: str, cutoff: float = 0.6) -> list[str]:
        """Return the handles of at most two people whose handle or name is spelt like `name`."""
        from difflib import get_close_matches

        spelt: dict[str, list[str]] = {}
        for person in self.everyone:
            for word in (person.name, *person.name.split()[:1], *person.handles):
                spelt.setdefault(fold(word), []).append(person.handle)
        close = get_close_matches(fold(name.removeprefix("@")), spelt, n=4, cutoff=cutoff)
        return list(dict.fromkeys(handle for word in close for handle in spelt[word]))[:2]

    def same(self, one: str, other: str) -> bool:
        """Tell whether two handles mean one person."""
        return self.canonical(one) == self.canonical(other)

    def canonical(self, handle: str) -> str:
        """Return the handle a person has today; one of nobody known stays as written."""
        found = self.get(handle)
        return found.handle if found else handle.removeprefix("@")

    def name(self, handle: str) -> str:
        """Return the name to show for a handle."""
        if handle == "me":
            return "me"
        found = self.get(handle)
        return found.name if found else handle.removeprefix("@")

    def anybody(self) -> str:
        """Return the handle of somebody, to show a command with; empty where nobody is known."""
        return min((person.handle for person in self.everyone), default="")

    def related(self, kind: str, day: Day) -> list[Person]:
        """Return who stands in that relation to me on `day`, by handle."""
        found = [person for person in self.everyone if person.relation(day) == kind]
        return sorted(found, key=lambda person: person.handle)

    def manager(self, day: Day) -> Person | None:
        """Return who my manager is on `day`, or None."""
        found = self.related("manager", day)
        return found[-1] if found else None


def people(store: Store) -> People:
    """Return everybody the store knows."""
    return People(store.all(Person))
