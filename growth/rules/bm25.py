"""BM25: how well documents answer a query, by the words both have and how rare those are.

S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009).
"""

import math
from collections.abc import Iterable, Mapping

# How soon a word said again adds no more, and how far a long document is held against itself.
SATURATION, LENGTH = 1.2, 0.5
# In a journal of a week every word is rare; one of this many documents is where counting begins.
LEAST = 100


class Index:
    """Documents, each a mapping of words to how much they weigh in it, made ready for many queries."""

    def __init__(self, documents: Iterable[Mapping[str, float]]) -> None:
        self._postings: dict[str, list[tuple[int, float]]] = {}
        self._lengths: list[float] = []
        self._gains: dict[str, dict[int, float]] = {}
        for number, document in enumerate(documents):
            self._lengths.append(sum(document.values()))
            for word, weight in document.items():
                self._postings.setdefault(word, []).append((number, weight))
        self._mean = sum(self._lengths) / len(self._lengths) if self._lengths else 1.0

    def gains(self, word: str) -> Mapping[int, float]:
        """Return what a word adds to each document that has it."""
        found = self._gains.get(word)
        if found is None:
            posted = self._postings.get(word, ())
            rarity = self._rarity(len(posted))
            found = self._gains[word] = {
                number: rarity * weight * (SATURATION + 1) / (weight + self._damp(number))
                for number, weight in posted
            }
        return found

    def _rarity(self, holding: int) -> float:
        every = max(len(self._lengths), LEAST)
        return math.log(1 + (every - holding + 0.5) / (holding + 0.5))

    def _damp(self, number: int) -> float:
        return SATURATION * (1 - LENGTH + LENGTH * self._lengths[number] / (self._mean or 1.0))

    def scores(self, query: Mapping[str, float]) -> dict[int, float]:
        """Return the score of every document that has a word of the query, each word by its weight."""
        found: dict[int, float] = {}
        for word, weight in query.items():
            for number, gain in self.gains(word).items():
                found[number] = found.get(number, 0.0) + weight * gain
        return found

    def parts(self, query: Mapping[str, float], number: int) -> list[tuple[str, float]]:
        """Return what each word of the query adds to one document, most first."""
        found = [(word, weight * self.gains(word).get(number, 0.0)) for word, weight in query.items()]
        return sorted((part for part in found if part[1]), key=lambda part: (-part[1], part[0]))
