"""Overlaps by what two people put on their entries: a rare tag, skill or project, or one link."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from growth.records.dates import Day
from growth.rules.overlap_terms import OF_WORK
from growth.rules.overlap_told import Match, Sort, Told, code_of, near
from growth.rules.overlap_weights import is_rare
from growth.rules.radar import key, labels
from growth.rules.shown import OFFERS
from growth.rules.stems import stems


def labelled(told: Mapping[str, Told]) -> Iterator[Match]:
    """Yield the pairs of entries that have a rare tag, skill or project in common."""
    sorts: tuple[Sort, ...] = ("tag", "skill", "project")
    for sort in sorts:
        holding: dict[str, dict[str, Told]] = {}
        for ref, one in told.items():
            for name, kind in labels(one.entry):
                if kind == sort and _says(name, sort):
                    holding.setdefault(key(name), {})[ref] = one
        for label, those in holding.items():
            yield from _both_have(told, list(those.values()), sort, label, label.replace(" ", "-"))


def _says(name: str, sort: str) -> bool:
    """Tell whether a label says what something is about; a project is called what it is called."""
    if key(name) in OFFERS:
        return False
    return sort == "project" or not OF_WORK.issuperset(stems(name))


def linked(told: Mapping[str, Told]) -> Iterator[Match]:
    """Yield the pairs of entries that have a rare link in common."""
    holding: dict[str, dict[str, Told]] = {}
    for ref, one in told.items():
        for link in one.entry.links:
            if place := _place(link):
                holding.setdefault(place, {})[ref] = one
    for place, those in holding.items():
        yield from _both_have(told, list(those.values()), "link", place, place)


def _place(link: str) -> str:
    """Return where a link leads, in one spelling; nothing for the front page of a site."""
    place = link.partition("#")[0].rstrip("/")
    host, _, path = place.partition("://")[2].partition("/")
    return f"{host.lower().removeprefix('www.')}/{path}" if path else ""


def _both_have(
    told: Mapping[str, Told], those: Sequence[Told], sort: Sort, label: str, shown: str
) -> Iterator[Match]:
    """Yield for each two people who have a rare label or link the newest two entries that lie near."""
    by: dict[str, list[Told]] = {}
    for one in those:
        by.setdefault(one.person, []).append(one)
    if len(by) < 2 or not _is_rare(told, len(by), len(those), sort):
        return
    for a, b in combinations(sorted(by), 2):
        pairs = [(one, other) for one in by[a] for other in by[b] if near(one, other)]
        if pairs:
            one, other = max(pairs, key=_newest)
            yield Match(one, other, sort, (shown,), (*by[a], *by[b]), code_of(sort, label, a, b))


def _newest(pair: tuple[Told, Told]) -> tuple[Day, Day, str]:
    earlier, later = sorted(one.entry.day for one in pair)
    return earlier, later, pair[0].ref


def _is_rare(told: Mapping[str, Told], owners: int, entries: int, sort: Sort) -> bool:
    people = len({one.person for one in told.values()})
    # A project of one's own is on all that one does.
    return is_rare(owners, people, 1 if sort == "project" else entries, len(told))
