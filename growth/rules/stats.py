"""The journal in numbers: how much, of what, for what, with whom, and on which days."""

import datetime
from collections.abc import Callable, Iterable, Sequence

import msgspec

from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.rules.charts import Heat
from growth.rules.day_words import counted
from growth.rules.labels import Sort, labels, written
from growth.rules.select import falls_in

# So many weeks without a word of them are named; more are counted.
NAMED = 3
# A map of days takes no more weeks than a year has; what is longer is a map of months.
LONGEST = 53
_WEEK = datetime.timedelta(days=7)
_ONE = datetime.timedelta(days=1)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Tally(msgspec.Struct, frozen=True):
    """How many entries have one kind, tag, project or person, and the minutes that they say."""

    name: str
    entries: int
    spent: int = 0


class Week(msgspec.Struct, frozen=True):
    """One week, from its Monday on."""

    name: str
    start: Day
    entries: int


class Stats(msgspec.Struct, frozen=True, kw_only=True):
    """A period in numbers. `weeks` are all its weeks so far, `covered` are those that have an entry.

    `inexact` entries have no day of their own, only a month or a year: they are in no week. Of those
    `timed`, `spent` are the minutes.
    """

    label: str
    today: Day
    start: Day | None
    end: Day | None
    entries: int = 0
    days: int = 0
    wins: int = 0
    measured: int = 0
    spent: int = 0
    timed: int = 0
    inexact: int = 0
    covered: int = 0
    weeks: tuple[Week, ...] = ()
    kinds: tuple[Tally, ...] = ()
    tags: tuple[Tally, ...] = ()
    projects: tuple[Tally, ...] = ()
    people: tuple[Tally, ...] = ()
    heat: Heat | None = None


def monday(day: Day) -> Day:
    """Return the Monday of a day's week."""
    return day - _ONE * day.weekday()


def lately(today: Day, weeks: int) -> Period:
    """Return so many weeks as a period, this one the last."""
    return Period(monday(today) - _WEEK * (weeks - 1), today + _ONE, f"the last {counted(weeks, 'week')}")


def stats(
    entries: Iterable[Entry],
    period: Period,
    today: Day,
    canonical: Callable[[str], str] = str,
    begun: Day | None = None,
) -> Stats:
    """Return the entries of a period in numbers.

    `canonical` says who a handle is today, `begun` when the journal was begun: no week before that
    can lack an entry.
    """
    those = [entry for entry in entries if falls_in(entry, period)]
    exact = [entry.day for entry in those if entry.precision == "day"]
    start = max(filter(None, (period.start or min(exact, default=None), begun)), default=None)
    weeks = _weeks(exact, start, period.end, today)
    return Stats(
        label=period.label,
        today=today,
        start=start,
        end=period.end,
        entries=len(those),
        days=len(set(exact)),
        wins=sum(entry.kind == "win" for entry in those),
        measured=sum(bool(entry.metrics) for entry in those),
        spent=sum(entry.spent or 0 for entry in those),
        timed=sum(bool(entry.spent) for entry in those),
        inexact=len(those) - len(exact),
        covered=sum(week.entries > 0 for week in weeks),
        weeks=weeks,
        kinds=_tallies(those, lambda entry: (entry.kind,)),
        tags=tallied(those, "tag"),
        projects=tallied(those, "project"),
        people=_tallies(those, lambda entry: {canonical(name) for name in entry.people}),
        heat=_heat(exact, weeks),
    )


def _tallies(entries: Sequence[Entry], named: Callable[[Entry], Iterable[str]]) -> tuple[Tally, ...]:
    counts: dict[str, int] = {}
    spent: dict[str, int] = {}
    for entry in entries:
        for name in named(entry):
            counts[name] = counts.get(name, 0) + 1
            spent[name] = spent.get(name, 0) + (entry.spent or 0)
    order = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(Tally(name, counts[name], spent[name]) for name in order)


def tallied(entries: Sequence[Entry], sort: Sort) -> tuple[Tally, ...]:
    """Return how many entries have each tag or project, in the one spelling it has most."""
    spelling = {
        name: label.name for label in labels(entries, sort) for name in (label.name, *label.spellings)
    }
    return _tallies(entries, lambda entry: {spelling[name] for name in written(entry, sort)})


def _weeks(days: Iterable[Day], start: Day | None, end: Day | None, today: Day) -> tuple[Week, ...]:
    """Return the weeks from the first day of a period to its last, or to today."""
    last = min(end - _ONE, today) if end else today
    if start is None or start > last:
        return ()
    first = monday(start)
    counts = [0] * ((monday(last) - first).days // 7 + 1)
    for day in days:
        place = (day - first).days // 7
        # What was imported may be dated ahead; a beginning that was named may lie behind.
        if 0 <= place < len(counts):
            counts[place] += 1
    starts = [first + _WEEK * place for place in range(len(counts))]
    return tuple(Week(f"{day:%G-W%V}", day, count) for day, count in zip(starts, counts, strict=True))


def _heat(days: Sequence[Day], weeks: Sequence[Week]) -> Heat | None:
    if not weeks or not days:
        return None
    return _of_days(days, weeks) if len(weeks) <= LONGEST else _of_months(days)


def _of_days(days: Iterable[Day], weeks: Sequence[Week]) -> Heat:
    cells = [[0] * len(weeks) for _ in _WEEKDAYS]
    for day in days:
        place = (day - weeks[0].start).days // 7
        if 0 <= place < len(weeks):
            cells[day.weekday()][place] += 1
    columns = tuple(week.name[-3:] for week in weeks)
    return Heat("Entries by day and week", _WEEKDAYS, columns, tuple(map(tuple, cells)), "entries")


def _of_months(days: Sequence[Day]) -> Heat:
    years = range(min(days).year, max(days).year + 1)
    cells = [[0] * len(_MONTHS) for _ in years]
    for day in days:
        cells[day.year - years[0]][day.month - 1] += 1
    return Heat(
        "Entries by month and year", tuple(map(str, years)), _MONTHS, tuple(map(tuple, cells)), "entries"
    )


def coverage(found: Stats) -> str:
    """Return how regularly a journal was kept: `12 of 13 weeks have an entry; none in the week of 28 Sep`."""
    weeks = len(found.weeks)
    if weeks < 2 or not found.days:
        return ""
    words = f"{found.covered} of {weeks} weeks {'has' if found.covered == 1 else 'have'} an entry"
    empty = [week.start for week in found.weeks if not week.entries]
    this = monday(found.today)
    named = [_said(day, found.today) for day in empty if day != this]
    if 0 < len(named) <= NAMED:
        words += f"; none in the week of {', '.join(named[:-1])}{' or ' if named[1:] else ''}{named[-1]}"
    return f"{words}; none yet this week" if this in empty else words


def _said(day: Day, today: Day) -> str:
    return f"{day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b %Y}"
