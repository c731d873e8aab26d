"""Assessments that others handed me, told by my names, and which of them stands beside one of mine."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from growth.records.assessment import Assessment, Evidence
from growth.text.fold import folded


class Handed(msgspec.Struct, frozen=True, kw_only=True):
    """One assessment out of a bundle: `owner` judged, and in it I am `me`.

    Its id and the ids of its evidence have their owner before them where they are not mine.
    """

    owner: str
    assessment: Assessment


def handed(owner: str, me: frozenset[str], assessment: Assessment) -> Handed:
    """Return an assessment as I name things; `me` holds the folded names that its owner has for me.

    Somebody else in it keeps the name that its owner gave: who that is here, nobody knows.
    """
    links = tuple(_link(owner, me, link) for link in assessment.evidence)
    told = replace(
        assessment,
        id=f"{owner}:{assessment.id}",
        about=_subject(owner, me, assessment.about),
        evidence=tuple(link for link in links if link is not None),
    )
    return Handed(owner=owner, assessment=told)


def _subject(owner: str, me: frozenset[str], about: str) -> str:
    if about == "me":
        return owner
    return "me" if folded(about) & me else about


def _link(owner: str, me: frozenset[str], link: Evidence) -> Evidence | None:
    """Return a link to theirs, or to mine where they look at what I handed them."""
    name, _, record = link.record.rpartition(":")
    if not name:
        return replace(link, record=f"{owner}:{record}")
    return replace(link, record=record) if folded(name) & me else None


def beside(mine: Assessment, those: Iterable[Handed], owner: str = "") -> Handed | None:
    """Return how somebody else judges the same person on the same ladder in the same time, or None.

    `owner` says who; the same level goes before another, the same period before another, then the newest.
    """
    found = [
        one
        for one in those
        if owner in ("", one.owner)
        and (one.assessment.about, one.assessment.ladder) == (mine.about, mine.ladder)
        and one.assessment.start < mine.end
        and mine.start < one.assessment.end
    ]
    return max(found, key=lambda one: _nearness(mine, one.assessment), default=None)


def _nearness(mine: Assessment, other: Assessment) -> tuple[object, ...]:
    return (
        other.target == mine.target,
        (other.start, other.end) == (mine.start, mine.end),
        other.finished or other.day,
        other.created,
        other.id,
    )
