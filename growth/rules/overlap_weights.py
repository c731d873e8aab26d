"""How much what two people have in common weighs: what few people write weighs, what many write does not."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from growth.rules.overlap_terms import OF_WORK, Terms

# In a handful of entries every word is rare; one of this many is where counting begins.
LEAST = 100
# What stands in more entries than this is nothing that two people alone have; nor is every twentieth.
OFTEN, SELDOM, TWENTIETH = 30, 6, 20
# A word of work in general stands for so much of a word of the thing itself.
GENERAL = 0.2
# What stands in the title says more of what an entry is about than what stands below.
BELOW = 0.6


def is_rare(owners: int, people: int, entries: int, every: int) -> bool:
    """Tell whether what `owners` of `people` have, in so many of all entries, is rare among them."""
    # Of two or three people it cannot be told by who has it.
    most = OFTEN if people > 3 else SELDOM
    return owners <= max(2, people // 3) and entries <= min(most, max(SELDOM, every // TWENTIETH))


class Alike(msgspec.Struct, frozen=True):
    """What two texts have in common: rare stems, rare names, and the share of the shorter one that it is."""

    stems: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    share: float = 0.0


class Weights:
    """Texts of several people, made ready to be compared."""

    def __init__(self, texts: Mapping[str, tuple[str, Terms]]) -> None:
        self._texts = texts
        self._people = len({person for person, _ in texts.values()})
        self._every = max(len(texts), LEAST)
        self._entries: Counter[str] = Counter()
        owners: dict[str, set[str]] = {}
        for person, terms in texts.values():
            every = (*terms.stems, *(_name(one) for one in terms.names))
            self._entries.update(every)
            for term in every:
                owners.setdefault(term, set()).add(person)
        self._owners = {term: len(those) for term, those in owners.items()}
        # The stems of each text that few people write, and that are no word of work in general.
        self._rare = {
            key: {one for one in terms.stems if one not in OF_WORK and self._is_rare(one)}
            for key, (_, terms) in texts.items()
        }

    def _is_rare(self, term: str) -> bool:
        return is_rare(self._owners[term], self._people, self._entries[term], self._every)

    def weight(self, stem: str) -> float:
        """Return how much a stem weighs."""
        full = math.log(self._every / self._entries[stem])
        return full * GENERAL if stem in OF_WORK or not self._is_rare(stem) else full

    def alike(self, one: str, other: str) -> Alike:
        """Return what two texts have in common."""
        a, b = self._texts[one][1], self._texts[other][1]
        rare = self._rare[one] & self._rare[other]
        named = sorted(word for word in a.names & b.names if self._is_rare(_name(word)))
        share = max(
            self._share(a, b, a.stems, b.stems),
            # A long text is about what its title says.
            self._share(a, b, a.title, b.title) if len(a.title & b.title & rare) > 1 else 0.0,
        )
        by_weight = sorted(rare, key=lambda stem: (-self.weight(stem), stem))
        return Alike(tuple(by_weight), tuple(named), share)

    def _share(self, a: Terms, b: Terms, some: frozenset[str], others: frozenset[str]) -> float:
        """Return how much of the shorter of two sets of stems both have."""
        common = some & others
        least = min(self._total(a, some), self._total(b, others))
        return min(self._total(a, common), self._total(b, common)) / least if least else 0.0

    def _total(self, terms: Terms, stems: Iterable[str]) -> float:
        return sum(self.weight(stem) * (1 if stem in terms.title else BELOW) for stem in stems)

    def candidates(self, keys: Iterable[str], few: int) -> list[tuple[str, str]]:
        """Return the pairs of texts of two people that have `few` rare stems, or a rare name, in common."""
        holding: dict[str, list[str]] = {}
        for key in keys:
            terms = self._texts[key][1]
            named = (name for one in terms.names if self._is_rare(name := _name(one)))
            for term in (*self._rare[key], *named):
                holding.setdefault(term, []).append(key)
        found: Counter[tuple[str, str]] = Counter()
        for term, those in holding.items():
            # A name is enough by itself.
            found.update(dict.fromkeys(self._of_two(those), few if term.startswith(_NAME) else 1))
        return sorted(pair for pair, count in found.items() if count >= few)

    def _of_two(self, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
        for one, other in combinations(keys, 2):
            if self._texts[one][0] != self._texts[other][0]:
                yield (one, other) if one < other else (other, one)


# A colon is in no stem.
_NAME = "name:"


def _name(word: str) -> str:
    """Return a name as it is counted: apart from a stem that is spelt the same."""
    return f"{_NAME}{word}"
