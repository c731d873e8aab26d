"""Everything held about one person, for me only: what I could be asked to show, or to erase."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment
from growth.records.dates import Day
from growth.records.draft import Draft
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.mentorship import Mentorship
from growth.records.observation import Observation
from growth.records.person import Person
from growth.records.practice import Practice
from growth.records.request import Request
from growth.records.session import Session
from growth.records.thumb import Thumb
from growth.records.wonder import Wonder
from growth.rules.persons import handles, means
from growth.rules.promises import concerns
from growth.text.fold import folded

D = TypeVar("D", Action, Request, Answer, Assessment, Observation, Wonder, Practice, Draft)

Held = (
    Entry | Session | Action | Mentorship | Request | Answer | Assessment | Observation | Wonder | Practice
    | Draft
)  # fmt: skip


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """What one person's bundle holds: all of it where it is hers, else what names her."""

    owner: str
    entries: tuple[Entry, ...] = ()
    sessions: tuple[Session, ...] = ()
    actions: tuple[Action, ...] = ()
    answers: tuple[Answer, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    goals: tuple[Goal, ...] = ()
    mentorships: tuple[Mentorship, ...] = ()
    practices: tuple[Practice, ...] = ()

    @property
    def parts(self) -> tuple[tuple[object, ...], ...]:
        """Its records, kind by kind."""
        return (
            self.entries, self.sessions, self.actions, self.answers, self.assessments, self.goals,
            self.mentorships, self.practices,
        )  # fmt: skip


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
    requests: tuple[Request, ...] = ()
    answers: tuple[Answer, ...] = ()
    thumbs: tuple[Thumb, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    observations: tuple[Observation, ...] = ()
    wonders: tuple[Wonder, ...] = ()
    practices: tuple[Practice, ...] = ()
    drafts: tuple[Draft, ...] = ()
    shared: tuple[Shared, ...] = ()

    @property
    def count(self) -> int:
        """How many records that are, the person's own among them."""
        mine = (
            self.notes, self.entries, self.sessions, self.ahead, self.actions, self.mentorships,
            self.requests, self.answers, self.thumbs, self.assessments, self.observations, self.wonders,
            self.practices, self.drafts,
        )  # fmt: skip
        theirs = [part for one in self.shared for part in one.parts]
        return 1 + sum(len(part) for part in (*mine, *theirs))


def about(
    person: Person,
    *,
    entries: Iterable[Entry],
    sessions: Iterable[Session],
    actions: Iterable[Action],
    mentorships: Iterable[Mentorship],
    requests: Iterable[Request],
    answers: Iterable[Answer],
    thumbs: Iterable[Thumb],
    assessments: Iterable[Assessment] = (),
    observations: Iterable[Observation] = (),
    wonders: Iterable[Wonder] = (),
    practices: Iterable[Practice] = (),
    drafts: Iterable[Draft] = (),
    shared: Iterable[Shared],
    today: Day,
) -> About:
    """Return everything held about a person; `shared` is all that was opened from bundles."""
    every = sorted(entries, key=lambda entry: (entry.day, entry.id), reverse=True)
    met = [one for one in sessions if means(one.person, person)]
    theirs = (_naming(one, person) for one in shared)
    said = tuple(_newest(one for one in answers if is_of(one, person)))
    found = About(
        person=person,
        today=today,
        notes=tuple(one for one in every if one.about and means(one.about, person)),
        entries=tuple(one for one in every if _names(one, person) and not means(one.about, person)),
        sessions=tuple(
            sorted((one for one in met if one.day), key=lambda one: (one.day or today, one.id), reverse=True)
        ),
        ahead=tuple(one for one in met if one.day is None),
        actions=tuple(_newest(one for one in actions if concerns(one, person))),
        mentorships=tuple(one for one in mentorships if _pairs(one, person)),
        requests=tuple(_newest(one for one in requests if is_of(one, person))),
        answers=said,
        assessments=tuple(_newest(one for one in assessments if means(one.about, person))),
        observations=tuple(_newest(one for one in observations if _sees(one, person))),
        wonders=tuple(_newest(one for one in wonders if means(one.by, person))),
        practices=tuple(_newest(one for one in practices if means(one.owned_by, person))),
        drafts=tuple(_newest(one for one in drafts if means(one.about, person))),
        shared=tuple(one for one in theirs if any(one.parts)),
    )
    return msgspec.structs.replace(found, thumbs=_thumbs(found, thumbs))


def _thumbs(found: About, thumbs: Iterable[Thumb]) -> tuple[Thumb, ...]:
    """Return the thumbs on what is held, on a finding about it too; on what only names them they are not."""
    held: tuple[Iterable[Held], ...] = (
        found.notes, found.sessions, found.ahead, found.actions, found.mentorships, found.requests,
        found.answers, found.assessments, found.observations, found.wonders, found.practices,
        found.drafts,
    )  # fmt: skip
    ids = {one.id for part in held for one in part}
    return tuple(one for one in thumbs if one.target.rpartition("@")[2] in ids)


def _naming(one: Shared, person: Person) -> Shared:
    if means(one.owner, person):
        return one
    return Shared(
        owner=one.owner,
        entries=tuple(entry for entry in one.entries if _names(entry, person)),
        sessions=tuple(session for session in one.sessions if means(session.person, person)),
        actions=tuple(action for action in one.actions if concerns(action, person)),
        answers=tuple(answer for answer in one.answers if is_of(answer, person)),
        assessments=tuple(judged for judged in one.assessments if means(judged.about, person)),
        mentorships=tuple(pair for pair in one.mentorships if _pairs(pair, person)),
        practices=tuple(kept for kept in one.practices if means(kept.owned_by, person)),
    )


def _pairs(one: Mentorship, person: Person) -> bool:
    return bool(folded(one.person, *one.mentees) & handles(person))


def _sees(one: Observation, person: Person) -> bool:
    return bool(folded(one.person, one.mentee) & handles(person))


def is_of(record: Request | Answer, person: Person) -> bool:
    """Tell whether feedback is from a person, or about them."""
    return means(record.person, person) or (record.about.startswith("@") and means(record.about, person))


def _names(entry: Entry, person: Person) -> bool:
    return bool(folded(*entry.named, *entry.reusers, entry.about) & handles(person))


def _newest(records: Iterable[D]) -> list[D]:
    return sorted(records, key=lambda record: (record.day, record.id), reverse=True)
