"""BM25: how well documents answer a query, by the words both have and how rare those are.

S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009).
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping

# How soon a word said again adds no more, and how far a long document is held against itself.
SATURATION, LENGTH = 1.2, 0.5
# In a journal of a week every word is rare; one of this many documents is where counting begins.
LEAST = 100


class Index:
    """Documents, each a mapping of words to how much they weigh in it, made ready for many queries.

    `beside` says how many more there are, which hold no word of any query.
    """

    def __init__(self, documents: Iterable[Mapping[str, float]], beside: int = 0) -> None:
        self._beside = beside
        self._postings: dict[str, list[tuple[int, float]]] = {}
        self._lengths: list[float] = []
        self._gains: dict[str, tuple[list[int], list[float]]] = {}
        for number, document in enumerate(documents):
            self._lengths.append(sum(document.values()))
            for word, weight in document.items():
                self._postings.setdefault(word, []).append((number, weight))
        self._mean = sum(self._lengths) / len(self._lengths) if self._lengths else 1.0

    def _gain(self, word: str) -> tuple[list[int], list[float]]:
        """Return the numbers of the documents that have a word, in order, and what it adds to each."""
        found = self._gains.get(word)
        if found is None:
            posted = self._postings.get(word, ())
            every = max(len(self._lengths) + self._beside, LEAST)
            rarity = math.log(1 + (every - len(posted) + 0.5) / (len(posted) + 0.5))
            most = rarity * (SATURATION + 1)
            short, long = SATURATION * (1 - LENGTH), SATURATION * LENGTH / (self._mean or 1.0)
            found = self._gains[word] = (
                [number for number, _ in posted],
                [most * w / (w + short + long * self._lengths[number]) for number, w in posted],
            )
        return found

    def spread(self, word: str) -> int:
        """Return how many documents have a word."""
        return len(self._postings.get(word, ()))

    def scores(self, query: Mapping[str, float]) -> list[float]:
        """Return the score of every document: each word that it has, by its weight; 0 where it has none."""
        # A list and plain loops: ten thousand documents are asked for each of many criteria.
        found = [0.0] * len(self._lengths)
        for word, weight in query.items():
            for number, gain in zip(*self._gain(word), strict=True):
                found[number] += weight * gain
        return found

    def parts(self, query: Mapping[str, float], number: int) -> list[tuple[str, float]]:
        """Return what each word of the query adds to one document, most first."""
        found = [(word, weight * self._one(word, number)) for word, weight in query.items()]
        return sorted((part for part in found if part[1]), key=lambda part: (-part[1], part[0]))

    def _one(self, word: str, number: int) -> float:
        numbers, gains = self._gain(word)
        place = bisect_left(numbers, number)
        return gains[place] if place < len(numbers) and numbers[place] == number else 0.0
