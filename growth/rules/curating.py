"""What one key does to an entry when a journal is gone through: share, keep, star, join."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from growth.records.entry import SHARES, Entry, Share
from growth.rules import shown
from growth.rules.learned import added
from growth.text.fold import folded

T = TypeVar("T")
SHARE_KEYS: dict[str, Share] = {"s": "manager", "t": "team", "k": "private"}
STAR, JOIN, SKIP, QUIT = "*", "j", "\n", "q"


def keyed(entry: Entry, key: str) -> Entry:
    """Return an entry as a key leaves it; a star is taken back by the same key."""
    if key in SHARE_KEYS:
        return replace(entry, share=SHARE_KEYS[key])
    return replace(entry, star=not entry.star) if key == STAR else entry


def joined(first: Entry, second: Entry) -> Entry:
    """Return two entries as one: the first, with the second told in its body.

    Nothing is lost, and nobody sees more than before. Both sources are kept, a line each, so that
    importing either again adds nothing.
    """
    told = f"{second.title}\n\n{second.body}".strip() if second.body else second.title
    return replace(
        first,
        body=f"{first.body}\n\n{told}".strip(),
        tags=_both(first.tags, second.tags),
        project=first.project or second.project,
        people=_both(first.people, second.people),
        skills=_both(first.skills, second.skills),
        metrics=_both(first.metrics, second.metrics),
        impact="; ".join(text for text in dict.fromkeys((first.impact, second.impact)) if text),
        links=_both(first.links, second.links),
        spent=(first.spent or 0) + (second.spent or 0) or None,
        learning=added(second.learning, first.learning) if first.learning else second.learning,
        shown=shown.added(second.shown, first.shown) if first.shown else second.shown,
        built_on=first.built_on or second.built_on,
        share=_share(first, second),
        star=first.star or second.star,
        source="\n".join(_both(first.source.splitlines(), second.source.splitlines())),
    )


def _share(first: Entry, second: Entry) -> Share:
    """Return the share of what everybody who sees the joined entry could see before."""
    shares = {first.share, second.share}
    if shares <= {"manager", "team"}:
        return min(shares, key=SHARES.index)
    if shares == {"person"} and folded(*first.people) == folded(*second.people):
        return "person"
    # Who a person's entry is with, and who my manager or team is, need not be the same.
    return "private"


def _both(one: Iterable[T], other: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*one, *other)))
