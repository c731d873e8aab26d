"""A mentorship over a period: promised and kept, goals moved or stuck, what was tried, what came of it."""

import datetime
from collections.abc import Iterable, Sequence

import msgspec

from growth.records.action import Action
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.mentorship import Mentorship, Role
from growth.records.person import Person
from growth.records.session import Advice, Session
from growth.rules import cadence, promises
from growth.rules.audience import Audience, cut, may_see, open_side
from growth.rules.cited import Citable, Cited, cite
from growth.rules.meetings import Meeting, meeting
from growth.rules.pair_goals import Aim, aims
from growth.rules.persons import handles
from growth.rules.promises import Promise, Promises
from growth.text.fold import folded

_ONE = datetime.timedelta(days=1)


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """The records of one pair, not yet cut: its sessions, all actions, and the entries that are outcomes."""

    pair: Mentorship
    sessions: Sequence[Session] = ()
    actions: Sequence[Action] = ()
    outcomes: Sequence[Entry] = ()


class Said(msgspec.Struct, frozen=True):
    """Something advised or to be tried, the day it was said, and in which session."""

    advice: Advice
    day: Day
    session: str


class PairPage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a page about a mentorship shows, already cut for whom it is.

    `held` of `due` sessions took place in the period; `moved` counts the promises whose day was moved.
    """

    audience: str
    today: Day
    label: str
    start: Day
    end: Day
    pair: str
    person: str
    name: str
    role: Role
    since: Day
    until: Day | None = None
    outcome: str = ""
    cadence: str = ""
    held: int = 0
    due: int = 0
    last: Day | None = None
    overdue: int = 0
    aims: tuple[Aim, ...] = ()
    told: tuple[Said, ...] = ()
    waiting: tuple[Said, ...] = ()
    mine: tuple[Promise, ...] = ()
    theirs: tuple[Promise, ...] = ()
    outcomes: tuple[Entry, ...] = ()
    private: int = 0
    withheld: int = 0
    cited: tuple[Cited, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened in it that could be told."""
        looked = any(aim.looks for aim in self.aims)
        return not (
            looked or self.held or self.told or self.waiting or self.mine or self.theirs or self.outcomes
        )


def pair_page(
    material: Material, person: Person, period: Period, today: Day, whom: Audience
) -> PairPage | None:
    """Return the page about one pair over a period, or None where the audience may not see the pair."""
    pair = material.pair
    if not may_see(pair, whom):
        return None
    start = max(period.start or pair.since, pair.since)
    end = min(period.end or today + _ONE, (pair.until or today) + _ONE, today + _ONE)
    sessions, kept_sessions = cut((one for one in material.sessions if _is_in(one.day, start, end)), whom)
    actions, kept_actions = cut(_its(material, person, start, end), whom)
    outcomes, kept_outcomes = cut((one for one in material.outcomes if _is_in(one.day, start, end)), whom)
    said = [Said(one, each.day or today, each.id) for each in _newest(sessions) for one in each.advice]
    found = meeting(material.sessions, person, pair.cadence, today, "mentoring", pair.since)
    days = [one.day for one in material.sessions if one.day]
    held, due = cadence.held(cadence.known(pair.cadence), days, start, end, today)
    made = promises.of_two(_promised(actions, today), person)
    page = PairPage(
        audience=whom.word,
        today=today,
        label=period.label,
        start=start,
        end=end,
        pair=pair.id,
        person=person.handle,
        name=person.name,
        role=pair.role,
        since=pair.since,
        until=pair.until,
        outcome=pair.outcome,
        cadence=found.words,
        held=held,
        due=due,
        last=found.last,
        overdue=0 if pair.until else found.overdue,
        aims=tuple(_within(aim, end) for aim in aims(pair)),
        told=tuple(one for one in said if one.advice.told),
        waiting=tuple(one for one in said if not one.advice.told),
        mine=made.mine,
        theirs=made.theirs,
        outcomes=tuple(sorted(outcomes, key=lambda one: (one.day, one.id), reverse=True)),
        withheld=kept_sessions + kept_actions + kept_outcomes,
    )
    return _counted(_without_count(page, found, whom), pair, sessions)


def _without_count(page: PairPage, found: Meeting, whom: Audience) -> PairPage:
    """Return a page as others may read it: how I keep count of us is mine, and the other's."""
    if whom.kind == "me" or whom.handles & handles(found.person):
        return page
    return msgspec.structs.replace(page, held=0, due=0, overdue=0, last=None)


def _counted(page: PairPage, pair: Mentorship, sessions: Sequence[Session]) -> PairPage:
    """Return a page with the records that it rests on, as they are told, and how many are private."""
    spoken = [one for one in _newest(sessions) if one.advice]
    actions = [one.action for one in (*page.mine, *page.theirs)]
    records: list[Citable] = [pair, *page.outcomes, *spoken, *actions]
    private = sum(one.share == "private" for one in page.outcomes)
    private += sum(one.share == "private" for one in actions) + (pair.share == "private")
    private += sum(one.share == "private" or open_side(one) != one for one in spoken)
    return msgspec.structs.replace(page, private=private, cited=tuple(cite(one) for one in records))


def _is_in(day: Day | None, start: Day, end: Day) -> bool:
    return day is not None and start <= day < end


def _newest(sessions: Iterable[Session]) -> list[Session]:
    return sorted(sessions, key=lambda one: (one.day or Day.min, one.id), reverse=True)


def _within(aim: Aim, end: Day) -> Aim:
    """Return a goal as it stood at the end of a period."""
    return Aim(aim.text, tuple(look for look in aim.looks if look.day < end))


def _its(material: Material, person: Person, start: Day, end: Day) -> list[Action]:
    """Return the promises of the pair that were made, kept, dropped or open in a period."""
    ids = {one.id for one in material.sessions}
    names = handles(person)
    those = (
        one
        for one in material.actions
        if one.origin in ids or (not one.origin and folded(one.person) & names)
    )
    return [one for one in those if one.day < end and (one.closed is None or one.closed >= start)]


def _promised(actions: Iterable[Action], today: Day) -> Promises:
    """Return promises, the open ones first, what is late at the top; then what was kept, the newest first."""
    those = tuple(actions)
    open_, over = promises.promises(those, today), promises.closed(those, today)
    return Promises(open_.mine + over.mine, open_.theirs + over.theirs)
