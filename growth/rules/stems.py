"""Stems: what is left of the words of a text, so that `queues` and `queue` are one."""

import re
from functools import cache
from typing import TYPE_CHECKING

from growth.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable

# They stand in any text, so that they tell nothing about what it is of.
_COMMON = """
    a about above after again against all also am an and another any anybody anything are as at away
    be because been before behind being below between both but by came can cannot come could did do
    does doing done down during each either else ever every everybody everything few for from further
    get gets give given go goes going gone got had has have having he her here hers herself him himself
    his how i if in into is it its itself just keep keeps kept let like ll made make makes many may me
    might mine more most much must my myself neither no nobody none nor not nothing now of off on once
    one only onto or other others our ours ourselves out over own per put puts quite rather re s same
    she should since so some somebody something still such t take taken takes than that the their
    theirs them themselves then there these they thing things this those three through to too took
    toward towards two under until up upon us use used uses using ve very was way we well went were
    what when where whether which while who whole whom whose why will with within without would yet you
    your yours yourself
    """
STOP_WORDS = frozenset(_COMMON.split())
_WORD = re.compile(r"[^\W_]+")


@cache
def _stemmer() -> "Callable[[str], str]":
    # Loaded here: most commands look at no stem.
    import snowballstemmer

    found: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
    return found


@cache
def stem(word: str) -> str:
    """Return the stem of a folded word, or nothing where it says nothing: a stop word, a bare number."""
    if word in STOP_WORDS or len(word) < 2 or word.isdigit():
        return ""
    return _stemmer()(word)


def beginning(stem: str) -> str:
    """Return how every word of a stem begins: an ending may have changed its last letter, `ying` two."""
    if len(stem) < 3:
        return stem
    return stem[:1] if len(stem) == 3 and stem.endswith("ie") else stem[:-1]


def stems(text: str) -> list[str]:
    """Return the stems of the words of `text` that say something, in their order."""
    return [found for word in _WORD.findall(fold(text)) if (found := stem(word))]


def written(text: str) -> dict[str, str]:
    """Return each stem of `text` with the first word, as it is written, that has it."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        # Folding may make more than one word of what was one.
        for one in stems(word):
            found.setdefault(one, word)
    return found
