"""The words of a text with where they stand, so that what was found by them can be marked."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from growth.text.fold import fold

_WORD = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """A word as it is compared, and where it stands."""

    folded: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of a text."""
    return [Word(fold(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]


def spelt(text: str) -> str:
    """Return a text as its words alone, to look one text up in another."""
    return f" {' '.join(word.folded for word in words_of(text))} "


def runs_in(words: Sequence[str], length: int) -> frozenset[tuple[str, ...]]:
    """Return every run of so many words."""
    return frozenset(tuple(words[place : place + length]) for place in range(len(words) - length + 1))
