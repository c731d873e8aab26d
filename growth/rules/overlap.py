"""Overlaps: what two people work on without naming each other, in what both of them shared.

They have a link, a project, a tag, a skill, the name of a thing or rare words in common, or one of them
offers for reuse what the other begins. What somebody set out to do counts as what they do. What many
have in common is no find, and who names the other in what they have in common knows already.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.rules.overlap_labels import labelled, linked
from growth.rules.overlap_naming import Known, names_other
from growth.rules.overlap_plans import Plan
from growth.rules.overlap_told import SORTS, Match, Sort, Told, told
from growth.rules.overlap_words import worded
from growth.text.fold import fold

NONE: Mapping[str, Sequence[Plan]] = {}


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two: whose, and the record that it is."""

    person: str
    ref: str
    day: Day
    title: str


class Overlap(msgspec.Struct, frozen=True, kw_only=True):
    """One find. `shared` is what both have, as it is written; `a` is who came first, of an offer who offers.

    `code` is what a thumb is put on; `codes` are those of all that was joined to this one.
    """

    code: str
    sort: Sort
    shared: tuple[str, ...]
    a: Side
    b: Side
    codes: tuple[str, ...] = ()


class Overlaps(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in a period; `rejected` counts the finds with a thumb down, `people` whose records."""

    today: Day
    start: Day | None
    end: Day | None
    people: tuple[str, ...] = ()
    found: tuple[Overlap, ...] = ()
    rejected: int = 0


def overlaps(
    shared: Mapping[str, Sequence[Entry]],
    known: Mapping[str, Known],
    today: Day,
    period: Period,
    rejected: Collection[str] = (),
    plans: Mapping[str, Sequence[Plan]] = NONE,
) -> Overlaps:
    """Return what two people have in common unknown to each other; `shared` are entries by handle.

    `plans` are goals and promises of theirs, `known` says by handle how anybody may be named,
    `rejected` are codes with a thumb down. What is rare is told by all that was ever shared, so that a
    find of a period is one of all time, too.
    """
    every = told(shared, plans, known, today, period)
    matches = [*labelled(every), *linked(every), *worded(every)]
    unknown = [one for one in matches if not _they_know(one, known)]
    found = [_overlap(those) for those in _joined(unknown)]
    found.sort(key=lambda one: (SORTS.index(one.sort), -max(one.a.day, one.b.day).toordinal(), one.code))
    kept = tuple(one for one in found if not set(one.codes) & set(rejected))
    return Overlaps(
        today=today, start=period.start, end=period.end, people=tuple(sorted(shared)), found=kept,
        rejected=len(found) - len(kept),
    )  # fmt: skip


def _joined(matches: Iterable[Match]) -> list[list[Match]]:
    """Return matches in groups: what has an entry in common, between the same two, is one find."""
    groups: list[tuple[frozenset[str], set[str], list[Match]]] = []
    for match in matches:
        two = frozenset((match.a.person, match.b.person))
        refs, those = {match.a.ref, match.b.ref}, [match]
        apart = []
        for group in groups:
            if group[0] == two and group[1] & refs:
                refs |= group[1]
                those = [*group[2], *those]
            else:
                apart.append(group)
        groups = [*apart, (two, refs, those)]
    return [those for _, _, those in groups]


def _they_know(one: Match, known: Mapping[str, Known]) -> bool:
    """Tell whether two people know: one names the other in what it is about, or they were there together."""
    a, b = one.a, one.b
    same = fold(a.entry.title) == fold(b.entry.title)
    # What two set out to do in the same words was asked of both.
    if same and (a.entry.day == b.entry.day or (a.plan and b.plan)):
        return True
    other = {a.person: known[b.person], b.person: known[a.person]}
    return any(names_other(each.entry, other[each.person]) for each in one.about)


def _overlap(those: Sequence[Match]) -> Overlap:
    """Return the find that some matches are."""
    best = min(
        those, key=lambda one: (SORTS.index(one.sort), -max(one.a.entry.day, one.b.entry.day).toordinal())
    )
    one, other = best.a, best.b
    if best.sort != "reuse" and other.entry.day < one.entry.day:
        one, other = other, one
    shared = dict.fromkeys(word for match in (best, *those) for word in match.shared)
    return Overlap(
        code=best.code,
        sort=best.sort,
        shared=tuple(shared),
        a=_side(one),
        b=_side(other),
        codes=tuple(dict.fromkeys((best.code, *(match.code for match in those)))),
    )


def _side(one: Told) -> Side:
    return Side(person=one.person, ref=one.ref, day=one.entry.day, title=one.entry.title)
