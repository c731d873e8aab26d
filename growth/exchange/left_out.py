"""What a reader leaves out by rule, counted in words."""

import re
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
# What forges and trackers have one or many of, wherever it stands before what is said of it.
_OF_FORGES = re.compile(
    r"((?:open |closed )?"
    r"(?:(?:pull|merge) request|issue|review|commit|merge|comment|system note|version bump))(?!\w| request)"
)
TWICE = ("record that stands there twice", "records that stand there twice")


def many(words: str) -> str:
    """Return what several are called of that of which one is called so, where that is known."""
    if words in _OF_NOTES:
        return _plural(words)
    found = _OF_FORGES.match(words)
    return TWICE[1] if words == TWICE[0] else f"{found[1]}s{words[found.end() :]}" if found else words


def _plural(noun: str) -> str:
    head, of, rest = noun.partition(" of ")
    return f"{head}s{of}{rest}"


def left_out(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Return what was left out: the noun, in the plural where there are more, and how many."""
    return tuple((noun if count == 1 else _plural(noun), count) for noun, count in counts.items() if count)


def over_files(pairs: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return what was left out of several files, summed up: one of each in two files are two."""
    singles: dict[str, str] = {}
    sums: Counter[str] = Counter()
    for words, count in pairs:
        several = many(words)
        singles.setdefault(several, words)
        sums[several] += count
    return [(singles[words] if count == 1 else words, count) for words, count in sums.items()]
