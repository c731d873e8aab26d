"""others/: records opened from other people's bundles. They stay theirs: read-only, replaced whole."""

import re
from collections.abc import Collection, Iterable
from typing import Any

import msgspec

from growth.errors import Refused
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment
from growth.records.dates import Instant
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.ids import is_ending, is_id
from growth.records.kinds import BY_LETTER, Record, kind_of
from growth.records.mentorship import Mentorship
from growth.records.practice import Practice
from growth.records.session import Session
from growth.store.change import Change
from growth.store.history import NOTHING
from growth.store.people import People, people
from growth.store.store import OTHERS, R, Store

ABOUT = "about"
# The store id becomes a file name, so nothing but what growth itself makes is let in.
_STORE_ID = re.compile(r"[0-9a-f]{16}")


class About(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who handed a bundle over, as they call themselves, and when it was made.

    `person` is the handle under which I opened it, where I said so; it goes before the rest. `to` is
    the handle that they have for me.
    """

    store: str
    made: Instant
    name: str = ""
    handle: str = ""
    emails: tuple[str, ...] = ()
    person: str = ""
    to: str = ""


class Theirs(msgspec.Struct, frozen=True, kw_only=True):
    """All that one person shared with me. Oldest first.

    `owner` is the handle they have with me, `to` the one that I have with them, where it is known.
    """

    owner: str
    name: str
    store: str
    made: Instant
    to: str = ""
    entries: tuple[Entry, ...] = ()
    sessions: tuple[Session, ...] = ()
    actions: tuple[Action, ...] = ()
    mentorships: tuple[Mentorship, ...] = ()
    answers: tuple[Answer, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    goals: tuple[Goal, ...] = ()
    practices: tuple[Practice, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """All of them."""
        return (
            *self.entries, *self.sessions, *self.actions, *self.mentorships, *self.answers,
            *self.assessments, *self.goals, *self.practices,
        )  # fmt: skip


def others(store: Store, kinds: Collection[type[Record]] | None = None, holding: bytes = b"") -> list[Theirs]:
    """Return what others shared with me, or only some kinds of it, one for each of their stores, by owner.

    `holding` leaves out the stores in whose file those bytes stand nowhere, without decoding them.
    """
    stems = [
        stem for stem in store.stems(OTHERS)
        if not holding or (data := store.settled(stem)) is None or holding in data
    ]  # fmt: skip
    if not stems:
        return []
    everyone = people(store)
    found = [_theirs(store, stem, everyone, kinds) for stem in stems]
    return sorted(found, key=lambda theirs: (theirs.owner, theirs.store))


def _theirs(store: Store, stem: str, everyone: People, kinds: Collection[type[Record]] | None) -> Theirs:
    def every(kind: type[R]) -> list[R]:
        return _all(store, stem, kind) if kinds is None or kind in kinds else []

    about = about_of(store, stem)
    owner = owner_of(about, everyone)
    return Theirs(
        owner=owner,
        name=everyone.name(owner) if everyone.get(owner) else about.name or owner,
        store=about.store,
        made=about.made,
        to=about.to,
        entries=tuple(sorted(every(Entry), key=lambda entry: (entry.day, entry.created, entry.id))),
        sessions=tuple(sorted(every(Session), key=lambda session: (session.created, session.id))),
        actions=tuple(sorted(every(Action), key=lambda action: (action.created, action.id))),
        mentorships=tuple(sorted(every(Mentorship), key=lambda pair: (pair.created, pair.id))),
        answers=tuple(sorted(every(Answer), key=lambda one: (one.day, one.created, one.id))),
        assessments=tuple(sorted(every(Assessment), key=lambda one: (one.created, one.id))),
        goals=tuple(sorted(every(Goal), key=lambda one: (one.created, one.id))),
        practices=tuple(sorted(every(Practice), key=lambda one: (one.created, one.id))),
    )


def about_of(store: Store, stem: str) -> About:
    """Return who a file under others/ came from."""
    for row in store.rows(stem, ABOUT):
        return store.decode(row, About, stem)
    return About(store=stem.removeprefix(OTHERS), made=store.now())


def owner_of(about: About, everyone: People) -> str:
    """Return the handle that the sender of a bundle has with me: as I said, by address, by handle."""
    for name in (about.person, *about.emails, about.handle):
        person = everyone.get(name) if name else None
        if person is not None:
            return person.handle
    return about.person or about.handle or about.name or about.store


def _all(store: Store, stem: str, kind: type[R]) -> list[R]:
    table = next(row.table for row in BY_LETTER.values() if row.type is kind)
    return [store.decode(row, kind, stem) for row in store.rows(stem, table)]


def replace_others(change: Change, store_id: str, about: dict[str, Any], records: Iterable[Record]) -> None:
    """Put one person's records in the place of all that was opened from that store before."""
    if not _STORE_ID.fullmatch(store_id):
        raise Refused(f"{store_id!r} is not the id of a store", "ask for a new bundle")
    try:
        msgspec.convert(about | {"store": store_id}, About)
    except ValueError as error:
        raise Refused(f"the bundle does not say whose it is: {error}", "ask for a new bundle") from None
    stem = f"{OTHERS}{store_id}"
    documents = {}
    for record in records:
        if not is_id(record.id) or record.id[0] != kind_of(type(record)).letter:
            raise Refused(f"the bundle holds a record with the id {record.id!r}", "ask for a new bundle")
        documents[record.id] = msgspec.Raw(msgspec.json.encode(record))
    documents[ABOUT] = msgspec.Raw(msgspec.json.encode(about | {"store": store_id}))
    before = [name for table in change.store.writable(stem).sealed.read().values() for name in table]
    for name in before:
        if name not in documents:
            change.put(stem, name, NOTHING)
    for name, document in documents.items():
        change.put(stem, name, document)


def drop_others(change: Change, store_id: str) -> None:
    """Take away all that was opened from one store."""
    stem = f"{OTHERS}{store_id}"
    names = [name for table in change.store.writable(stem).sealed.read().values() for name in table]
    for name in names:
        change.put(stem, name, NOTHING)


def find_theirs(store: Store, text: str) -> tuple[Theirs, Record]:
    """Return the one record shared with me that `ana:7k3q` names, and whose it is."""
    name, _, ending = text.strip().lower().partition(":")
    owner = people(store).canonical(name)
    of_them = [theirs for theirs in others(store) if theirs.owner == owner]
    if not of_them:
        raise Refused(f"nothing of {name} was opened", "open a bundle: growth bundle open FILE")
    found = [
        (theirs, record)
        for theirs in of_them
        for record in theirs.records
        if is_ending(ending) and record.id.endswith(ending)
    ]
    if not found:
        raise Refused(f"{name} shared no record {ending!r}", "ask for a new bundle, or check the id")
    if len(found) > 1:
        listed = ", ".join(sorted(record.id for _, record in found)[:8])
        raise Refused(
            f"{len(found)} records of {name} end in {ending!r}: {listed}", "type more of the one you mean"
        )
    return found[0]
