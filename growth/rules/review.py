"""What I know of somebody over a season, and where I know nothing: for judging them, and for me alone.

No answer is in it in words that they may not read, and nothing in it is a number for a person.
"""

import calendar
import datetime
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.person import Person
from growth.records.session import Session
from growth.rules.assessment_compare import Comparison
from growth.rules.assessment_sheet import Sheet
from growth.rules.brag import Brag, brag
from growth.rules.cited import Citable, Cited, cite
from growth.rules.feedback_since import Feedback
from growth.rules.goal_news import GoalNews, goal_news
from growth.rules.persons import handles, means
from growth.rules.promises import Promise, concerns, promise
from growth.rules.select import falls_in
from growth.rules.thanks import thanks
from growth.text.fold import folded

# A month of which fewer days have passed says nothing by its silence.
ENOUGH = 14
# What is younger at the end of a period weighs more than it should where half of all is, and more.
RECENT = datetime.timedelta(days=30)
FEW = 4
_ONE = datetime.timedelta(days=1)
What = Literal["note", "1:1", "shared"]


class Silence(msgspec.Struct, frozen=True):
    """The months, named by their first days, of which there is nothing of a sort; `all` says: in none."""

    what: What
    months: tuple[Day, ...]
    all: bool


class Recency(msgspec.Struct, frozen=True):
    """How many of all notes are of the last month; a few notes, or evenly spread ones, have none."""

    late: int
    of: int


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """What I wrote down in a month, the oldest first: notes, and private notes of meetings."""

    first: Day
    notes: tuple[Entry, ...] = ()
    sessions: tuple[Session, ...] = ()


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One side's promises: those kept and dropped in the time, and those open, the longest overdue first."""

    kept: tuple[Promise, ...] = ()
    dropped: tuple[Promise, ...] = ()
    open: tuple[Promise, ...] = ()

    @property
    def late(self) -> int:
        """How many of the open ones are overdue."""
        return sum(one.days_late > 0 for one in self.open)


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """How I judge them and how they judge themselves; `apart` sets both side by side."""

    mine: Sheet | None = None
    theirs: Sheet | None = None
    apart: Comparison | None = None


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a review shows. It ends today where its period goes on.

    `as_of` is the day of their bundle, `asked` whether anybody was asked about them in the time;
    `naming` are entries of mine with them in, the newest first, thanks among them.
    """

    today: Day
    label: str
    start: Day
    end: Day
    person: str
    name: str
    met: int = 0
    thanked: int = 0
    as_of: Day | None = None
    asked: int = 0
    silences: tuple[Silence, ...] = ()
    recency: Recency | None = None
    shared: Brag
    months: tuple[Month, ...] = ()
    naming: tuple[Entry, ...] = ()
    feedback: Feedback = Feedback()
    mine: Kept = Kept()
    theirs: Kept = Kept()
    goals: tuple[GoalNews, ...] = ()
    judged: Judged = Judged()
    private: int = 0
    cited: tuple[Cited, ...] = ()

    @property
    def noted(self) -> int:
        """How many notes there are."""
        return sum(len(month.notes) + len(month.sessions) for month in self.months)


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """What a review is made from: my records, and what they shared. `assessments` are those of `judged`,
    each with whose it is; mine without a name."""

    entries: Sequence[Entry] = ()
    given: Sequence[Answer] = ()
    sessions: Sequence[Session] = ()
    actions: Sequence[Action] = ()
    handed: Sequence[Promise] = ()
    shared: Sequence[Entry] = ()
    goals: Sequence[Goal] = ()
    as_of: Day | None = None
    asked: int = 0
    feedback: Feedback = Feedback()
    judged: Judged = Judged()
    assessments: Sequence[tuple[Assessment, str]] = ()


def until_today(period: Period, today: Day) -> Period:
    """Return a period with an end, which is no later than today."""
    end = min(period.end or Day.max, today + _ONE)
    return Period(period.start, end, period.label)


def review(person: Person, material: Material, period: Period, today: Day) -> Review:
    """Return what I know of somebody over a period that begins and ends."""
    assert period.start is not None and period.end is not None
    met = [one for one in material.sessions if means(one.person, person) and one.day and one.day in period]
    months = _months(person, material.entries, met, period)
    naming = [one for one in material.entries if _names(one, person) and falls_in(one, period)]
    shared = brag(material.shared, period, today, about=person.handle)
    found = Review(
        today=today,
        label=period.label,
        start=period.start,
        end=period.end,
        person=person.handle,
        name=person.name,
        met=len(met),
        thanked=sum(
            bool(one.names & handles(person)) and one.day in period
            for one in thanks(material.entries, material.given, today)
        ),
        as_of=material.as_of,
        asked=material.asked,
        silences=_silences(material, months, met, period),
        recency=_recency(months, period.end),
        shared=shared,
        months=months,
        naming=tuple(sorted(naming, key=lambda one: (one.day, one.id), reverse=True)),
        feedback=material.feedback,
        mine=_kept(material, person, period, today, mine=True),
        theirs=_kept(material, person, period, today, mine=False),
        goals=goal_news(material.goals, period.start, today, material.as_of),
        judged=material.judged,
    )
    return _summed(found, material)


def _names(entry: Entry, person: Person) -> bool:
    return not entry.about and bool(folded(*entry.people) & handles(person))


def first_days(period: Period) -> tuple[Day, ...]:
    """Return the first day of each month that a period touches."""
    assert period.start is not None and period.end is not None
    found, day = [], period.start.replace(day=1)
    while day < period.end:
        found.append(day)
        day = _next(day)
    return tuple(found)


def _next(first: Day) -> Day:
    return first + _ONE * calendar.monthrange(first.year, first.month)[1]


def _months(
    person: Person, entries: Iterable[Entry], met: Iterable[Session], period: Period
) -> tuple[Month, ...]:
    about = (one for one in entries if one.about and means(one.about, person) and falls_in(one, period))
    notes = sorted(about, key=lambda one: (one.day, one.id))
    said = sorted((one for one in met if one.private.strip()), key=lambda one: (one.day or Day.max, one.id))
    found = (
        Month(
            first=first,
            notes=tuple(one for one in notes if first <= one.day < _next(first)),
            sessions=tuple(one for one in said if one.day and first <= one.day < _next(first)),
        )
        for first in first_days(period)
    )
    return tuple(one for one in found if one.notes or one.sessions or _passed(one.first, period) >= ENOUGH)


def _silences(
    material: Material, months: Iterable[Month], met: Iterable[Session], period: Period
) -> tuple[Silence, ...]:
    """Return of which months there is nothing, by what there could be."""
    whole = [first for first in first_days(period) if _passed(first, period) >= ENOUGH]
    days: dict[What, set[Day]] = {
        "note": {month.first for month in months if month.notes or month.sessions},
        "1:1": {one.day.replace(day=1) for one in met if one.day},
        "shared": {one.day.replace(day=1) for one in material.shared if falls_in(one, period)},
    }
    found = []
    for what, there in days.items():
        # A bundle tells nothing of the time after it was made.
        until = material.as_of if what == "shared" and material.as_of else Day.max
        silent = tuple(first for first in whole if first not in there and first <= until)
        if silent:
            found.append(Silence(what, silent, not there))
    return tuple(found)


def _passed(first: Day, period: Period) -> int:
    """Return how many days of a month are in a period."""
    assert period.start is not None and period.end is not None
    return (min(_next(first), period.end) - max(first, period.start)).days


def _recency(months: Sequence[Month], end: Day) -> Recency | None:
    """Return how much of what I noted is of the last month, where that is more than its part."""
    days = [one.day for month in months for one in month.notes]
    days += [one.day for month in months for one in month.sessions if one.day]
    late = sum(day >= end - RECENT for day in days)
    if len(days) < FEW or len(months) < 3 or 2 * late <= len(days):
        return None
    return Recency(late, len(days))


def _kept(material: Material, person: Person, period: Period, today: Day, *, mine: bool) -> Kept:
    """Return what one side promised the other, as far as it was open in a period."""
    assert period.start is not None and period.end is not None
    every = (*(promise(one, today) for one in material.actions), *material.handed)
    those = [
        promised
        for promised in every
        for one in (promised.action,)
        if concerns(one, person)
        and (one.owner == "me" if mine else means(one.owner, person))
        and one.day < period.end
        and (one.closed is None or one.closed >= period.start)
    ]
    closed = [one for one in those if one.action.closed and one.action.closed in period]
    closed.sort(key=lambda one: (one.action.closed or today, one.action.id))
    still = [one for one in those if one not in closed]
    return Kept(
        kept=tuple(one for one in closed if one.action.state == "done"),
        dropped=tuple(one for one in closed if one.action.state == "dropped"),
        open=tuple(sorted(still, key=lambda one: (one.action.due or Day.max, one.action.id))),
    )


def _summed(found: Review, material: Material) -> Review:
    """Return a review with the records it rests on, and how many of them are private."""
    mine: list[Citable] = [one for month in found.months for one in month.notes]
    mine += [one for month in found.months for one in month.sessions]
    mine += found.naming
    sides = (found.mine, found.theirs)
    promised = [one for side in sides for one in (*side.kept, *side.dropped, *side.open)]
    mine += [one.action for one in promised if not one.whose]
    mine += [one.answer for one in found.feedback.said if not one.owner]
    lent: list[Citable] = [one.goal for one in found.goals]
    lent += [one.answer for one in found.feedback.said if one.owner]
    cited = [cite(one, owner) for one, owner in material.assessments]
    cited += [cite(one) for one in mine]
    cited += found.shared.cited
    cited += [cite(one, found.person) for one in lent]
    cited += [cite(one.record, one.whose) for one in promised if one.whose]
    private = sum(getattr(one, "share", "") == "private" or bool(getattr(one, "private", "")) for one in mine)
    private += sum(one.share == "private" for one, owner in material.assessments if not owner)
    return msgspec.structs.replace(found, private=private, cited=tuple(cited))
