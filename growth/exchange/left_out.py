"""What a reader leaves out by rule, counted in words."""

from collections import Counter


def _plural(noun: str) -> str:
    head, of, rest = noun.partition(" of ")
    return f"{head}s{of}{rest}"


def left_out(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Return what was left out: the noun, in the plural where there are more, and how many."""
    return tuple((noun if count == 1 else _plural(noun), count) for noun, count in counts.items() if count)
