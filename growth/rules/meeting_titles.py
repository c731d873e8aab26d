"""What the title of an appointment says it was: a 1:1, an interview, a talk, a day of learning."""

import re
from typing import NamedTuple

from growth.records.entry import EntryKind
from growth.text.fold import fold


class Title(NamedTuple):
    """A word for it, and what kind of entry it becomes."""

    word: str
    kind: EntryKind
    tags: tuple[str, ...] = ()


# The first whose words stand in a title counts.
_TITLES: tuple[tuple[str, Title], ...] = (
    (r"\binterview(?:s|ing)?\b|\bphone screen\b|\bhiring (?:panel|debrief)\b",
     Title("interview", "work", ("interview",))),
    (r"\bpost-?mortem\b|\b(?:incident|outage)\b.*\b(?:review|retro\w*|debrief)\b|\breview\b.*\bincident\b",
     Title("incident review", "incident")),
    (r"\b(?:design|architecture|rfc)\b.*\breview\b|\breview\b.*\b(?:design|architecture|rfc)\b",
     Title("design review", "design")),
    (r"\b(?:code|pr|pull request) review\b", Title("code review", "review")),
    (r"(?<!career )(?<!salary )(?<!small )(?<!pay )\btalks?\b(?! (?:to|with|about|through|over)\b)"
     r"|\bkeynote\b|\bpresentation\b|\bbrown ?bag\b|\blunch (?:and|&) learn\b", Title("talk", "talk")),
    (r"\b(?:learning|training|study) (?:day|time|week|afternoon|morning)s?\b|\bworkshop\b|\btraining\b"
     r"|\bcourse\b|\bconference\b(?! (?:call|room))|\bmeet-?up\b|\bhack(?: ?day| ?week|athon)\b"
     r"|\b(?:reading|study) group\b|\bbook club\b", Title("learning", "learning", ("event",))),
)  # fmt: skip
_COMPILED = tuple((re.compile(words), title) for words, title in _TITLES)
_BETWEEN_TWO = re.compile(
    r"(?<!\d)1 ?[:/-] ?1(?!\d)|\b1on1\b|\b1-on-1\b|\bone[- ](?:on|to)[- ]one\b|\bmentor(?:ing|ship)?\b"
)
LONGEST = 1000


def title(summary: str) -> Title | None:
    """Return what a title says, or None; a 1:1 is that, whatever it is about."""
    words = fold(summary)[:LONGEST]
    if _BETWEEN_TWO.search(words):
        return None
    return next((found for pattern, found in _COMPILED if pattern.search(words)), None)


def between_two(summary: str) -> bool:
    """Tell whether a title says that two people meet."""
    return _BETWEEN_TWO.search(fold(summary)[:LONGEST]) is not None
