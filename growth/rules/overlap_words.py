"""Overlaps by what two people write: rare words, the name of a thing, and what one offers for reuse."""

from collections.abc import Iterable, Iterator, Mapping

from growth.rules.overlap_terms import WORD
from growth.rules.overlap_told import Match, Sort, Told, code_of, near, rest
from growth.rules.overlap_weights import Alike, Weights
from growth.rules.stems import written
from growth.text.fold import fold

# So many rare words, and such a share of the shorter text, make one thing of two.
FEW, MANY = 2, 3
SHARE = {FEW: 0.4, MANY: 0.3}
# Where something is offered for reuse, less has to fit.
OFFERED = 0.3


def worded(told: Mapping[str, Told]) -> Iterator[Match]:
    """Yield the pairs of entries that are about one thing by their words."""
    weights = Weights({ref: (one.person, one.terms) for ref, one in told.items()})
    those = [ref for ref, one in told.items() if one.within or one.offers]
    for first, second in weights.candidates(those, FEW):
        a, b = told[first], told[second]
        alike = weights.alike(first, second)
        offer = _offer(a, b)
        if offer and len(alike.stems) >= FEW and alike.share >= OFFERED:
            one, other = (a, b) if offer == a.person else (b, a)
            yield _words(told, one, other, "reuse", alike)
        elif near(a, b) and len(alike.stems) >= FEW and alike.share >= SHARE[min(len(alike.stems), MANY)]:
            yield _words(told, a, b, "words", alike)
        elif near(a, b) and alike.names:
            yield _words(told, a, b, "name", alike)


def _offer(a: Told, b: Told) -> str:
    """Return who of two offers for reuse what the other begins later, or nobody."""
    if a.offers == b.offers:
        return ""
    one, other = (a, b) if a.offers else (b, a)
    begins = other.open or one.entry.day <= other.entry.day
    return one.person if other.within and begins else ""


def _words(told: Mapping[str, Told], a: Told, b: Told, sort: Sort, alike: Alike) -> Match:
    shown = _spelt(a, alike.names if sort == "name" else alike.stems)
    about = tuple(
        one for one in told.values() if one.person in (a.person, b.person) and _is_about(one, alike)
    )
    return Match(a, b, sort, shown, (a, b, *about), code_of("words", *sorted((a.ref, b.ref))))


def _is_about(one: Told, alike: Alike) -> bool:
    return len(one.terms.stems.intersection(alike.stems)) >= FEW or bool(one.terms.names & set(alike.names))


def _spelt(one: Told, common: Iterable[str]) -> tuple[str, ...]:
    """Return stems or names as the entry writes them."""
    text = f"{one.entry.title} {rest(one.entry)}"
    spelling = written(text) | {fold(word): word for word in WORD.findall(text)}
    return tuple(dict.fromkeys(spelling.get(word, word) for word in common))
