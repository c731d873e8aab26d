"""Levels of a foreign ladder: what looks like one, in which order they stand, and where they fork."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from growth.records.ladder import Level
from growth.rules.ladders import follow

_CODE = re.compile(r"[A-Za-z]{1,4}[ .-]?\d{1,3}(?:\.\d)?[a-z]?\b")
_NUMBER = re.compile(r"(?:level|lvl|grade|band|stage|step|tier|milestone)?[ .:#-]*(\d{1,3})", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:interns?|trainee|apprentice|graduate|entry|junior|jr|associate|mid|intermediate|senior|sr|staff"
    r"|principal|distinguished|fellow|lead|manager|director|head|vp|chief|architect|engineer|developer"
    r"|analyst|scientist|designer|administrator|consultant|specialist)\b",
    re.IGNORECASE,
)
_SKILLED = {
    "awareness", "aware", "foundational", "working", "practitioner", "expert", "beginner", "novice", "basic",
    "advanced", "proficient", "competent", "emerging", "developing", "practicing", "practising", "master",
    "role-modeling", "role-modelling", "exemplifying", "learning", "owning", "leading",
}  # fmt: skip
_FORK = re.compile(r"(?P<stem>.+?)[-_ ](?:(?P<ic>ic)|(?:pm|em|mgr|manager|management))", re.IGNORECASE)
_LAST = re.compile(r"(\d{1,3})\D*$")


def is_level(text: str) -> bool:
    """Tell whether a heading, a key or a cell looks like the name of a level."""
    text = " ".join(text.split())
    if not text or len(text) > 80:
        return False
    return bool(
        _NUMBER.fullmatch(text)
        or _CODE.match(text)
        or text.casefold() in _SKILLED
        or (_TITLE.search(text) and len(text.split()) <= 6)
    )


def mostly_levels(texts: Iterable[str]) -> bool:
    """Tell whether most of the texts look like levels."""
    found = [is_level(text) for text in texts if text.strip()]
    return len(found) > 0 and sum(found) > 0.6 * len(found)


def ranked(levels: Sequence[tuple[Level, bool]]) -> tuple[Level, ...]:
    """Return levels with rank, track and next; each comes with whether its source says the rank."""
    found = [level for level, _ in levels]
    if not all(said for _, said in levels):
        ranks = _numbers(found) or _places(found)
        found = [
            Level(id=one.id, name=one.name, rank=rank, track=one.track or track, next=one.next)
            for one, (rank, track) in zip(found, ranks, strict=True)
        ]
    return follow(tuple(found))


def _numbers(levels: list[Level]) -> list[tuple[int, str]]:
    """Return the numbers that the ids end in, where they go up, or are all that tells the ids apart."""
    found = [_LAST.search(level.id) for level in levels]
    numbers = [int(match[1]) for match in found if match]
    if len(numbers) < len(levels) or len(set(numbers)) < len(numbers):
        return []
    rising = all(one < other for one, other in pairwise(numbers))
    alike = len({_LAST.sub("", level.id) for level in levels}) == 1
    return [(number, "") for number in numbers] if rising or alike else []


def _places(levels: list[Level]) -> list[tuple[int, str]]:
    """Return the places in the list, counted in each track; the two sides of a fork take one."""
    sides = [_side(level.id) for level in levels]
    found: list[tuple[int, str]] = []
    places: dict[str, dict[tuple[str, str], int]] = {}
    for level, (stem, side) in zip(levels, sides, strict=True):
        forks = bool(stem) and len({other for other in sides if other[0] == stem}) == 2
        taken = places.setdefault(level.track, {})
        rank = taken.setdefault(("fork", stem) if forks else ("level", level.id), len(taken) + 1)
        found.append((rank, side if forks else ""))
    return found


def _side(identifier: str) -> tuple[str, str]:
    """Return what an id says before `-ic` or `-pm`, and which of the two it is."""
    match = _FORK.fullmatch(identifier)
    return (match["stem"], "ic" if match["ic"] else "management") if match else ("", "")
