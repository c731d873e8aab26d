"""The journal in numbers, on a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from growth.rules.charts import Bars, Series
from growth.rules.day_words import counted
from growth.rules.entry_words import hours_words
from growth.rules.stats import Stats, Tally, coverage
from growth.terminal import charts
from growth.terminal.screen import Part

Line = tuple[Part, ...]
# On a page of everything, so many of each sort are shown.
SHOWN = 5
SIGILS = {"tag": "#", "project": "+", "person": "@", "kind": "", "week": ""}
TITLES = {
    "kind": "By kind",
    "project": "By project",
    "tag": "By tag",
    "person": "By person",
    "week": "By week",
}


def tallies(found: Stats, sort: str) -> Sequence[Tally]:
    """Return how many entries there are of each kind, tag, project, person or week."""
    weeks = tuple(Tally(week.name, week.entries) for week in found.weeks)
    return {
        "kind": found.kinds, "tag": found.tags, "project": found.projects, "person": found.people,
        "week": weeks,
    }[sort]  # fmt: skip


def page(found: Stats, room: int, by: str | None = None) -> Iterator[Line]:
    """Yield totals and how regularly; then one sort, or the days and the most of each sort."""
    yield from head(found)
    if by is not None:
        yield ()
        yield from bars(tallies(found, by), by, room)
        return
    if found.heat is not None:
        yield ()
        yield from charts.lines(found.heat, room)
    for sort in ("kind", "project", "tag", "person"):
        those = tallies(found, sort)
        if those:
            yield ()
            yield from bars(those, sort, room, SHOWN)


def head(found: Stats) -> Iterator[Line]:
    """Yield how much there is, and how regularly it was written."""
    days = f" on {counted(found.days, 'day')}" if found.days else ""
    parts = [f"{counted(found.entries, 'entry', 'entries')}{days}"]
    parts += [counted(found.wins, "win")] if found.wins else []
    parts += [f"{found.measured} with a number"] if found.measured else []
    if found.timed:
        on = "" if found.timed == found.entries else f" on {found.timed} of them"
        parts.append(f"{hours_words(found.spent)}{on}")
    yield ((f"{found.label}: " if found.label else "", "dim"), (", ".join(parts), "bold"))
    if words := coverage(found):
        yield (words,)
    if found.inexact:
        whose = "one entry has" if found.inexact == 1 else f"{found.inexact} entries have"
        yield ((f"{whose} a month or a year but no day, and {_are(found.inexact)} in no week", "dim"),)


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def bars(those: Sequence[Tally], sort: str, room: int, limit: int | None = None) -> Iterable[Line]:
    """Yield a bar for each, the first `limit` of them."""
    shown = those[:limit]
    rows = tuple(f"{SIGILS[sort]}{one.name}" for one in shown)
    series = Series("entries", tuple(float(one.entries) for one in shown))
    yield from charts.lines(Bars(TITLES[sort], rows, (series,)), room)
    if more := len(those) - len(shown):
        yield ((f"  and {more} more: growth stats --by {sort}", "dim"),)


def plain(sort: str, one: Tally) -> str:
    """Return one count on one line for a pipe."""
    return f"{sort:<8} {one.entries:>5}  {one.name}"
