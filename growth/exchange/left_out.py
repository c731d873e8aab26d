"""What a reader leaves out by rule, counted in words."""

from collections import Counter
from collections.abc import Iterable

# What many small files have one of each; other words for what is left out need not be nouns.
_OF_NOTES = frozenset(
    {
        "navigation line",
        "embedded file",
        "hidden headline",
        "running clock",
        "cancelled task",
        "empty row",
    }
)


def _plural(noun: str) -> str:
    head, of, rest = noun.partition(" of ")
    return f"{head}s{of}{rest}"


def left_out(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Return what was left out: the noun, in the plural where there are more, and how many."""
    return tuple((noun if count == 1 else _plural(noun), count) for noun, count in counts.items() if count)


def over_files(pairs: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return what was left out of several files, summed up: one of each in two files are two."""
    plurals = {_plural(noun): noun for noun in _OF_NOTES}
    sums: Counter[str] = Counter()
    for words, count in pairs:
        sums[_plural(words) if words in _OF_NOTES else words] += count
    return [(plurals.get(words, words) if count == 1 else words, count) for words, count in sums.items()]
