"""Who is meant before a colon, where nobody of that name is known: `Anna: write the RFC`."""

import re

from growth.text.fold import fold

# What people begin a promise with that is nobody's name.
_ORDINARY = {
    "action", "agenda", "all", "also", "ask", "blocker", "both", "bug", "docs", "everybody", "everyone",
    "finally", "first", "fix", "follow-up", "followup", "goal", "idea", "later", "maybe", "next",
    "note", "open", "optional", "plan", "question", "reminder", "research", "review", "risk", "second",
    "team", "test", "then", "todo", "topic",
}  # fmt: skip
_PART = re.compile(r"[-.']")


def is_ordinary(before: str) -> bool:
    """Tell a word that begins many a line from the name of a person."""
    return fold(before) in _ORDINARY


def looks_like_name(before: str) -> bool:
    """Tell whether it is written as a name or a handle: `Anna`, `Anna-Lena Berg`, `@anna`; not `RFC`."""
    return before.startswith("@") or all(_is_capitalised(word) for word in before.split())


def _is_capitalised(word: str) -> bool:
    parts = [part for part in _PART.split(word) if part]
    lower = any(char.islower() for char in word)
    return lower and all(part[0].isupper() and not any(map(str.isupper, part[1:])) for part in parts)
