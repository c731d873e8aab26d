"""Everything held about one person, for me only: what I could be asked to show, or to erase."""

from collections.abc import Iterable

import msgspec

from growth.records.action import Action
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.mentorship import Mentorship
from growth.records.person import Person
from growth.records.session import Session
from growth.rules.persons import handles, means
from growth.rules.promises import concerns
from growth.text.fold import folded


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """What one person's bundle holds: all of it where it is hers, else what names her."""

    owner: str
    entries: tuple[Entry, ...] = ()
    sessions: tuple[Session, ...] = ()
    actions: tuple[Action, ...] = ()


class About(msgspec.Struct, frozen=True, kw_only=True):
    """Everything held about a person, the newest first. `ahead` are the sessions that have no day yet."""

    person: Person
    today: Day
    notes: tuple[Entry, ...] = ()
    entries: tuple[Entry, ...] = ()
    sessions: tuple[Session, ...] = ()
    ahead: tuple[Session, ...] = ()
    actions: tuple[Action, ...] = ()
    mentorships: tuple[Mentorship, ...] = ()
    shared: tuple[Shared, ...] = ()

    @property
    def count(self) -> int:
        """How many records that are, the person's own among them."""
        mine = (self.notes, self.entries, self.sessions, self.ahead, self.actions, self.mentorships)
        theirs = [part for one in self.shared for part in (one.entries, one.sessions, one.actions)]
        return 1 + sum(len(part) for part in (*mine, *theirs))


def about(
    person: Person,
    *,
    entries: Iterable[Entry],
    sessions: Iterable[Session],
    actions: Iterable[Action],
    mentorships: Iterable[Mentorship],
    shared: Iterable[Shared],
    today: Day,
) -> About:
    """Return everything held about a person; `shared` is all that was opened from bundles."""
    every = sorted(entries, key=lambda entry: (entry.day, entry.id), reverse=True)
    met = [one for one in sessions if means(one.person, person)]
    theirs = (_naming(one, person) for one in shared)
    return About(
        person=person,
        today=today,
        notes=tuple(one for one in every if one.about and means(one.about, person)),
        entries=tuple(one for one in every if _names(one, person) and not means(one.about, person)),
        sessions=tuple(
            sorted((one for one in met if one.day), key=lambda one: (one.day or today, one.id), reverse=True)
        ),
        ahead=tuple(one for one in met if one.day is None),
        actions=tuple(_newest(one for one in actions if concerns(one, person))),
        mentorships=tuple(one for one in mentorships if means(one.person, person)),
        shared=tuple(one for one in theirs if one.entries or one.sessions or one.actions),
    )


def _naming(one: Shared, person: Person) -> Shared:
    if means(one.owner, person):
        return one
    return Shared(
        owner=one.owner,
        entries=tuple(entry for entry in one.entries if _names(entry, person)),
        sessions=tuple(session for session in one.sessions if means(session.person, person)),
        actions=tuple(action for action in one.actions if concerns(action, person)),
    )


def _names(entry: Entry, person: Person) -> bool:
    return bool(folded(*entry.people, entry.about) & handles(person))


def _newest(actions: Iterable[Action]) -> list[Action]:
    return sorted(actions, key=lambda action: (action.day, action.id), reverse=True)
