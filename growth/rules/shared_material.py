"""What others handed me as material for evidence: their own work, or what they saw of me."""

from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.kinds import Record
from growth.records.practice import Practice
from growth.records.session import Session
from growth.rules.consent import standing
from growth.rules.material import (
    Material,
    Relation,
    Source,
    of_action,
    of_answer,
    of_entry,
    of_practice,
    of_session,
)
from growth.text.fold import folded

# To have thanked somebody shows nothing of who thanks, and a lot of who is thanked.
THANKS = "thanks"


class Lent(msgspec.Struct, frozen=True, kw_only=True):
    """What one person handed me: `owner` is their handle, `me` the folded names that they have for me."""

    owner: str
    me: frozenset[str]
    records: tuple[Record, ...] = ()


def shared_materials(
    period: Period,
    lent: Iterable[Lent],
    subject: frozenset[str],
    relation: Relation,
    met: Iterable[Session] = (),
) -> list[Material]:
    """Return what of a period others handed me that shows something of `subject`.

    These are the folded handles that somebody has with me; without any it is me. Whoever hands me
    their work speaks of it for themselves; of others they say what they saw. Meetings that I have
    notes on myself, `met`, count once.
    """
    noted = {(day, name) for one in met for day in (one.day,) for name in folded(one.person)}
    found = [
        material
        for one in lent
        for record in (*standing(_answers(one)), *_rest(one))
        if not (isinstance(record, Session) and _met(record, one) and _is_noted(record, one, noted))
        if (material := of_shared(one, record, subject, relation)) is not None
    ]
    return [material for material in found if material.title and material.day in period]


def _answers(one: Lent) -> Iterator[Answer]:
    return (record for record in one.records if isinstance(record, Answer))


def _rest(one: Lent) -> Iterator[Record]:
    # Of a register it takes more than that something is in it (practice_material).
    return (record for record in one.records if not isinstance(record, Answer | Practice))


def _met(record: Session, one: Lent) -> bool:
    """Tell whether a meeting of theirs was with me."""
    return bool(folded(record.person) & one.me)


def _is_noted(record: Session, one: Lent, noted: set[tuple[Day | None, str]]) -> bool:
    return any((record.day, name) in noted for name in folded(one.owner))


def of_shared(one: Lent, record: Record, subject: frozenset[str], relation: Relation) -> Material | None:
    """Return one record that somebody handed me as material, or None where it shows nothing of `subject`."""
    if folded(one.owner) & subject:
        found = _own(one, record)
    else:
        # Of somebody else they speak by their own names: whether that is who I mean, a thumb says.
        found = _of_another(one, record, subject or one.me, relation)
    return found and replace(found, id=f"{one.owner}:{found.id}")


def _own(one: Lent, record: Record) -> Material | None:
    """Return what somebody did, by their own word, or what others than me told them of it."""
    if isinstance(record, Entry):
        return None if record.about else of_entry(record)
    if isinstance(record, Answer):
        is_theirs = record.manner != "given" and not record.about.startswith("@")
        return of_answer(record, _unknown) if is_theirs and not folded(record.person) & one.me else None
    if isinstance(record, Session) and record.day is not None:
        return of_session(record, record.day) if record.shared else None
    if isinstance(record, Action) and record.closed is not None and record.state == "done":
        # What they promised me stands among my own records.
        is_mine = record.owner != "me" or folded(record.person) & one.me
        return None if is_mine else of_action(record, record.closed)
    return of_practice(record) if isinstance(record, Practice) else None


def _of_another(one: Lent, record: Record, names: frozenset[str], relation: Relation) -> Material | None:
    """Return what somebody saw of who has those names, or what others told them of it."""
    if isinstance(record, Entry) and folded(*record.people) & names:
        seen = of_entry(record)
        kind = THANKS if record.kind == "kudos" else record.kind
        return replace(seen, kind=kind, source=_source(one, record.day, relation), person=one.owner)
    if isinstance(record, Answer) and record.about.startswith("@") and folded(record.about) & names:
        said = of_answer(record, _unknown)
        if record.person != "me":
            return said
        return replace(said, source=_source(one, record.day, relation), person=one.owner)
    if (
        isinstance(record, Session)
        and record.day is not None
        and record.shared
        and folded(record.person) & names
    ):
        noted = of_session(record, record.day)
        return replace(noted, source=_source(one, record.day, relation), person=one.owner)
    return None


def _source(one: Lent, day: Day, relation: Relation) -> Source:
    return "manager" if relation(one.owner, day) == "manager" else "peer"


def _unknown(_person: str, _day: Day) -> str:
    """What somebody is to me whom I know by another's name only."""
    return ""
