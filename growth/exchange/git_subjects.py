"""What a commit's subject says of its kind, and which tell of no work: version bumps, what was reverted."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from growth.exchange.git_commits import Commit
from growth.records.entry import EntryKind

_CONVENTIONAL = re.compile(r"(?P<type>[A-Za-z]+)(?:\([^()\n]*\))?!?:\s")
# A type is what its author called it, and no more: that something works is no win yet. A type in no
# table says nothing.
KINDS: dict[str, EntryKind] = {
    "adr": "decision", "decision": "decision",
    "design": "design", "rfc": "design",
    "postmortem": "incident",
    "spike": "learning", "til": "learning",
}  # fmt: skip
TAGS = {
    "build": "build", "ci": "ci", "docs": "docs", "doc": "docs", "feat": "feature", "feature": "feature",
    "fix": "fix", "hotfix": "fix", "bugfix": "fix", "perf": "performance", "refactor": "refactoring",
    "security": "security", "test": "tests", "tests": "tests",
}  # fmt: skip
_VERSION = r"v?\d+(?:\.\d+)+(?:[-+.]?[\w.+-]+)?"
_ANY = rf"(?:{_VERSION}|v?\d+|[0-9a-f]{{7,40}})"
# What follows `chore:` and the like. `Release the lock` and `Bump the limit to 30 s` are work.
_BUMP = (
    rf"{_VERSION}|v\d+",
    rf"(?:(?:prepare|publish|cut|tag) )?(?:for )?(?:the )?release (?:of )?(?:version )?{_VERSION}",
    r"(?:bump|increase) (?:the )?(?:\S+ )?versions?(?: number| string)?(?: (?:to|from) .*)?",
    rf"(?:update|set) (?:the )?(?:\S+ )?versions?(?: number| string)? to {_VERSION}",
    rf"version (?:bump|{_VERSION}).*",
    rf"bump (?:to )?{_VERSION}",
    rf"bump \S+ (?:from \S*\d\S* )?to (?:{_VERSION}|v\d+|[0-9a-f]{{7,40}})(?: in \S+)?",
    rf"bump \S+/\S+ from {_ANY} to {_ANY}(?: in \S+)?",
    r"update dependency .*|update \S+ requirement from .*|bump the \S+ group\b.*",
)
_BUMPS = re.compile(
    r"(?:chore|build|ci|release)\(release\)!?: .*"
    r"|(?:chore|build|ci|fix)\(deps(?:-dev)?\)!?: (?:bump|update|upgrade|pin|lock)\b.*"
    r"|\[maven-release-plugin\].*"
    rf"|(?:(?:chore|build|ci|release)(?:\([^()]*\))?!?: )?(?:{'|'.join(_BUMP)})(?: \(#\d+\))?",
    re.IGNORECASE,
)
_REVERT = re.compile(r"""(?P<verb>revert|reapply)\s+"(?P<what>.*)"(?:\s*\(\#\d+\))?""", re.IGNORECASE)
_REVERTED = re.compile(r"(?:This reverts commit|reverts?:?)\s+(?P<hash>[0-9a-f]{7,40})", re.IGNORECASE)
_CONVENTIONAL_REVERT = re.compile(r"revert(?:\([^()\n]*\))?!?:\s+(?P<what>.+)", re.IGNORECASE)
# The shortest hash that git writes, and how much of a message is looked at.
SHORT = 7
LONGEST = 4000


def kind_of(subject: str) -> EntryKind:
    """Return the kind that a conventional type is, else `work`."""
    return KINDS.get(_type(subject), "work")


def tag_of(subject: str) -> str:
    """Return the tag of a conventional type, or an empty string."""
    return TAGS.get(_type(subject), "")


def _type(subject: str) -> str:
    match = _CONVENTIONAL.match(subject)
    return match["type"].lower() if match else ""


def is_bump(subject: str) -> bool:
    """Tell whether a commit does nothing but name a version, of this or of what it depends on."""
    return len(subject) <= 200 and _BUMPS.fullmatch(subject) is not None


class _Revert(NamedTuple):
    """What a commit takes back: the hash and the subject it names, as far as it names them."""

    hash: str
    subject: str


def undone(commits: Sequence[Commit]) -> frozenset[int]:
    """Return the lines of those commits that take each other back, `commits` being the oldest first."""
    places: dict[str, list[int]] = {}
    for place, commit in enumerate(commits):
        for name in (commit.subject.lower(), commit.hash[:SHORT]):
            places.setdefault(name, []).append(place)
    gone: set[int] = set()
    # The newest speaks first: what takes back a revert leaves the first commit standing.
    for place in range(len(commits) - 1, -1, -1):
        revert = None if place in gone else _revert(commits[place])
        if revert is None:
            continue
        # After a rebase the hash is nobody's.
        for name in (revert.hash, revert.subject):
            before = places.get(name, [])
            while before and (before[-1] >= place or before[-1] in gone):
                before.pop()
            if before:
                gone |= {place, before.pop()}
                break
    return frozenset(commits[place].line for place in gone)


def _revert(commit: Commit) -> _Revert | None:
    said = _REVERT.fullmatch(commit.subject) or _CONVENTIONAL_REVERT.fullmatch(commit.subject)
    if said is None:
        return None
    named = _REVERTED.search(commit.text[:LONGEST])
    what = said["what"].lower()
    # So git calls the revert of a revert.
    again = said.groupdict().get("verb", "").lower() == "reapply"
    return _Revert(named["hash"][:SHORT] if named else "", f'revert "{what}"' if again else what)
