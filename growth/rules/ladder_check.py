"""What is wrong with a ladder, under rules with a name: references, ids, empty cells, too many themes."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from growth.records.ladder import Ladder
from growth.rules.ladders import levels, missing

# What more themes than this ask for, nobody holds in mind at once.
MOST_THEMES = 15


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong. A `grave` one makes the ladder unusable: it is not imported."""

    rule: str
    where: str
    why: str
    grave: bool = False


def check(ladder: Ladder) -> tuple[Finding, ...]:
    """Return all that is wrong with a ladder, the grave first."""
    found = [*_nothing(ladder), *_twice(ladder), *_broken(ladder), *_texts(ladder), *_order(ladder)]
    found += [*_empty(ladder), *_many(ladder)]
    return tuple(sorted(found, key=lambda one: not one.grave))


def _nothing(ladder: Ladder) -> Iterator[Finding]:
    for what, those in (("level", ladder.levels), ("theme", ladder.themes), ("criterion", ladder.criteria)):
        if not those:
            yield Finding(rule="nothing-there", where=ladder.key, why=f"has no {what}", grave=True)


def _twice(ladder: Ladder) -> Iterator[Finding]:
    for what, those in (("level", ladder.levels), ("theme", ladder.themes), ("criterion", ladder.criteria)):
        counts = Counter(one.id for one in those)
        for identifier, count in counts.items():
            if count > 1:
                why = f"is the id of {count} {_many_of(what)}"
                yield Finding(rule="duplicate-id", where=identifier, why=why, grave=True)


def _many_of(what: str) -> str:
    return "criteria" if what == "criterion" else f"{what}s"


def _broken(ladder: Ladder) -> Iterator[Finding]:
    themes, known = {one.id for one in ladder.themes}, {one.id for one in ladder.levels}
    for one in ladder.criteria:
        for what, name, those in (("theme", one.theme, themes), ("level", one.level, known)):
            if name not in those:
                why = f"names the {what} {name!r}, which is not there"
                yield Finding(rule="broken-reference", where=one.id, why=why, grave=True)
    for level in ladder.levels:
        for name in level.next:
            if name not in known:
                why = f"leads on to {name!r}, which is not there"
                yield Finding(rule="broken-reference", where=level.id, why=why, grave=True)


def _texts(ladder: Ladder) -> Iterator[Finding]:
    said = [(one.id, one.name) for one in ladder.levels] + [(one.id, one.name) for one in ladder.themes]
    for identifier, text in (*said, *((one.id, one.summary) for one in ladder.criteria)):
        if not text.strip():
            yield Finding(rule="no-text", where=identifier, why="says nothing", grave=True)


def _order(ladder: Ladder) -> Iterator[Finding]:
    ranks = {level.id: level.rank for level in ladder.levels}
    for level in ladder.levels:
        for name in level.next:
            if ranks.get(name, level.rank + 1) <= level.rank:
                yield Finding(
                    rule="leads-down", where=level.id, why=f"leads on to {name}, which is not above it"
                )


def _empty(ladder: Ladder) -> Iterator[Finding]:
    """Yield a finding for each level that says nothing at all, and one for each theme with gaps."""
    asked = {one.level for one in ladder.criteria}
    silent = {level.id for level in ladder.levels} - asked
    for level in levels(ladder):
        if level.id in silent:
            yield Finding(rule="empty-level", where=level.id, why="has no criterion")
    gaps: dict[str, list[str]] = {}
    for theme, name in missing(ladder):
        if name not in silent:
            gaps.setdefault(theme, []).append(name)
    for theme, names in gaps.items():
        yield Finding(rule="empty-cell", where=theme, why=f"says nothing at {', '.join(names)}")


def _many(ladder: Ladder) -> Iterator[Finding]:
    count = len(ladder.themes)
    if count > MOST_THEMES:
        yield Finding(
            rule="many-themes",
            where=ladder.key,
            why=f"has {count} themes; more than {MOST_THEMES} are too many",
        )
