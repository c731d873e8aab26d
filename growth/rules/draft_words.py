"""The words of a text with where they stand, so that what was found by them can be marked."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from growth.text.fold import fold

# What nobody sees between two letters: format characters, accents and variation selectors, fillers; and
# what `clean` writes in the place of some of them. A word is the same with it and without.
_FILLERS = "\u115f\u1160\u3164\uffa0"
_UNSEEN = (
    rf"(?:[{_FILLERS}\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f"
    r"\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e0fff]|<U\+[0-9A-F]{4,6}>)"
)
_LETTER = rf"[^\W_{_FILLERS}]"
# As runs, for a text is mostly letters.
_WORD = re.compile(rf"{_LETTER}+(?:{_UNSEEN}+{_LETTER}+)*")
_ALL_UNSEEN = re.compile(_UNSEEN)


class Word(NamedTuple):
    """A word as it is compared, and where it stands."""

    folded: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of a text."""
    return [Word(_folded(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]


def _folded(word: str) -> str:
    return fold(word if word.isascii() and word.isalnum() else _ALL_UNSEEN.sub("", word))


def spelt(text: str) -> str:
    """Return a text as its words alone, to look one text up in another."""
    return f" {' '.join(word.folded for word in words_of(text))} "


def runs_in(words: Sequence[str], length: int) -> frozenset[tuple[str, ...]]:
    """Return every run of so many words."""
    return frozenset(tuple(words[place : place + length]) for place in range(len(words) - length + 1))
