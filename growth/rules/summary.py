"""A week, a month or a quarter on a page: what was done, what is hard, what was learned, what is next."""

import datetime
from collections.abc import Callable, Iterable, Sequence

import msgspec

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.goal import Checkin, Goal
from growth.records.request import Request
from growth.records.session import Session
from growth.records.wonder import Wonder
from growth.rules import wonders
from growth.rules.brag import best_first, by_section, is_label, is_told
from growth.rules.cited import Citable, Cited, cite
from growth.rules.findings import Red
from growth.rules.learned import is_learning
from growth.rules.promises import Promise, kept, promises
from growth.rules.select import falls_in
from growth.rules.shown import is_across, is_given, is_planned, is_reused
from growth.rules.stats import Tally, tallied

_ONE = datetime.timedelta(days=1)
# How many lines a page has for what was done, and for each of the rest, in a period up to so many days.
ROOM = ((10, 7, 3), (45, 9, 4), (10_000, 12, 5))
# Of what lies further ahead than the period is long, but at least so many days, a page says nothing.
AHEAD = datetime.timedelta(days=7)
NEXT = 5


class Part(msgspec.Struct, frozen=True):
    """The entries of one section that are told, how many smaller ones are behind them, and their number."""

    entries: tuple[Entry, ...] = ()
    folded: int = 0
    total: int = 0


class Step(msgspec.Struct, frozen=True):
    """A goal with the last look at it within the period, or None where it only comes due."""

    goal: Goal
    look: Checkin | None = None


class Met(msgspec.Struct, frozen=True):
    """How many sessions there were with one person."""

    person: str
    kind: str
    times: int


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """What a page is made of, already cut for whom it is. `before` are the entries of as long before.

    `wonders` are whole, for me and my manager: they are counted, and no word of one is on a page. `red` is
    what was to mend of practice at its end, each with its record.
    """

    entries: Sequence[Entry] = ()
    before: Sequence[Entry] | None = None
    actions: Sequence[Action] = ()
    goals: Sequence[Goal] = ()
    sessions: Sequence[Session] = ()
    requests: Sequence[Request] = ()
    answers: Sequence[Answer] = ()
    wonders: Sequence[Wonder] = ()
    red: Sequence[tuple[Red, Citable]] = ()


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """A page over a period. `before` is how many entries as long before had, where that can be compared.

    `next` and `due` are what comes within as long again; a period that is long over has neither.
    `about` is whose page it is, where it is not mine: they shared what is on it. `learning` are the
    minutes taken to learn, `taught` how many entries say that something was taught back; `given` are talks
    and designs, `reused` what others reused of mine, `built` what I built on theirs.
    """

    audience: str
    today: Day
    label: str
    start: Day
    end: Day
    project: str = ""
    about: str = ""
    total: int = 0
    days: int = 0
    wins: int = 0
    measured: int = 0
    spent: int = 0
    timed: int = 0
    learning: int = 0
    taught: int = 0
    given: int = 0
    reused: int = 0
    built: int = 0
    before: int | None = None
    private: int = 0
    projects: tuple[Tally, ...] = ()
    done: Part = Part()
    hard: Part = Part()
    shared: Part = Part()
    planned: Part = Part()
    unseen: Part = Part()
    learned: Part = Part()
    thanks: Part = Part()
    goals: tuple[Step, ...] = ()
    kept: tuple[Promise, ...] = ()
    kept_folded: int = 0
    next: tuple[Promise, ...] = ()
    next_folded: int = 0
    due: tuple[Goal, ...] = ()
    met: tuple[Met, ...] = ()
    asked: int = 0
    heard: int = 0
    wondered: wonders.Tally = wonders.Tally()
    checks: tuple[Red, ...] = ()
    cited: tuple[Cited, ...] = ()


def summary(
    material: Material,
    period: Period,
    today: Day,
    *,
    audience: str = "me",
    project: str = "",
    about: str = "",
    canonical: Callable[[str], str] = str,
) -> Summary:
    """Return the page over a period that has a beginning and an end."""
    start, end = _ends(period, today)
    _, most, rest = next(room for room in ROOM if (end - start).days <= room[0])
    mine = [one for one in material.entries if is_told(one) and falls_in(one, period)]
    parts = _parts(mine, most, rest)
    # While a period goes on, what is next is what is planned after it, too.
    after = period if end <= today else Period(start)
    ahead = [one for one in material.entries if is_planned(one) and not one.about and falls_in(one, after)]
    parts["planned"] = _part(best_first(ahead), rest)
    steps = _steps(material.goals, period)[:rest]
    done = [one for one in kept(material.actions, start, today).mine if _closed(one) in period]
    coming, due = _coming(material, start, end, today)
    told: list[Citable] = [entry for part in parts.values() for entry in part.entries]
    told += [step.goal for step in steps]
    told += [one.action for one in (*done[:rest], *coming[:NEXT])]
    told += due[:rest]
    told += [record for _, record in material.red]
    return Summary(
        audience=audience,
        today=today,
        label=period.label,
        start=start,
        end=end,
        project=project,
        about=about,
        total=len(mine),
        days=len({entry.day for entry in mine if entry.precision == "day"}),
        wins=sum(entry.kind == "win" for entry in mine),
        measured=sum(bool(entry.metrics) for entry in mine),
        spent=sum(entry.spent or 0 for entry in mine),
        timed=sum(bool(entry.spent) for entry in mine),
        learning=sum(entry.spent or 0 for entry in mine if is_learning(entry)),
        taught=sum(bool(entry.learning and entry.learning.taught_back) for entry in mine),
        given=sum(map(is_given, mine)),
        reused=sum(map(is_reused, mine)),
        built=sum(bool(entry.built_on) for entry in mine),
        before=None if material.before is None else sum(map(is_told, material.before)),
        private=sum(one.share == "private" for one in told),
        projects=tallied(mine, "project"),
        goals=tuple(steps),
        kept=tuple(done[:rest]),
        kept_folded=len(done[rest:]),
        next=tuple(coming[:NEXT]),
        next_folded=len(coming[NEXT:]),
        due=tuple(due[:rest]),
        met=_met(material.sessions, period, canonical),
        asked=sum(one.day in period and one.state != "withdrawn" for one in material.requests),
        heard=sum(one.day in period and one.manner != "given" for one in material.answers),
        wondered=wonders.tally(material.wonders, period),
        checks=tuple(one for one, _ in material.red),
        cited=tuple(cite(one, about) for one in dict.fromkeys(told)),
        **parts,
    )


def _ends(period: Period, today: Day) -> tuple[Day, Day]:
    return period.start or Day.min, period.end or today + _ONE


def _parts(entries: Sequence[Entry], most: int, rest: int) -> dict[str, Part]:
    found = by_section(entries)
    hard = [one for one in found["work"] if one.kind == "challenge" and not one.star]
    across = [one for one in found["work"] if is_across(one) and one not in hard]
    work = [one for one in found["work"] if one not in hard and one not in across]
    # What only names something is told where there is nothing else.
    worth = [one for one in best_first(work) if not is_label(one)] or best_first(work)
    return {
        "done": _part(worth, most, len(work)),
        "hard": _part(best_first(hard), rest),
        "shared": _part(best_first(across), rest),
        "unseen": _part(best_first(found["unseen"]), rest),
        "learned": _part(best_first(found["learning"]), rest),
        "thanks": _part(best_first(found["thanks"]), rest),
    }


def _part(ordered: Sequence[Entry], room: int, total: int | None = None) -> Part:
    every = len(ordered) if total is None else total
    told = tuple(ordered[:room])
    return Part(told, every - len(told), every)


def _steps(goals: Iterable[Goal], period: Period) -> list[Step]:
    """Return the goals that were looked at in a period, each with the last look; what was reached first."""
    looks = ((goal, [one for one in goal.checkins if one.day in period]) for goal in goals)
    steps = [Step(goal, those[-1]) for goal, those in looks if those]
    return sorted(
        steps, key=lambda step: (step.goal.state != "reached", step.goal.due or Day.max, step.goal.id)
    )


def _closed(promise: Promise) -> Day:
    return promise.action.closed or promise.action.day


def _coming(material: Material, start: Day, end: Day, today: Day) -> tuple[list[Promise], list[Goal]]:
    """Return my promises and goals that come due within as long again, the late ones too."""
    if end + AHEAD < today:
        return [], []
    horizon = max(end, today) + max(end - start, AHEAD)
    mine = [one for one in promises(material.actions, today).mine if _due(one.action, horizon)]
    goals = [one for one in material.goals if one.state == "open" and _due(one, horizon)]
    return mine, sorted(goals, key=lambda goal: (goal.due or Day.max, goal.id))


def _due(record: Action | Goal, horizon: Day) -> bool:
    return record.due is not None and record.due < horizon


def _met(sessions: Iterable[Session], period: Period, canonical: Callable[[str], str]) -> tuple[Met, ...]:
    counts: dict[tuple[str, str], int] = {}
    for one in sessions:
        if one.day is not None and one.day in period:
            key = one.kind, canonical(one.person)
            counts[key] = counts.get(key, 0) + 1
    order = sorted(counts, key=lambda key: (key[0], -counts[key], key[1]))
    return tuple(Met(person, kind, counts[kind, person]) for kind, person in order)
