"""What of all that a store holds a draft must not repeat: texts, and names of people that nobody knows."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment
from growth.records.entry import Entry
from growth.records.kinds import Record
from growth.records.person import Person
from growth.records.practice import Practice
from growth.records.request import Request
from growth.records.session import Session
from growth.rules.draft_names import Named
from growth.text.fold import fold

# Their words are the program's own, or say nothing that only I know.
_NOT_MINE = {"Person", "Ladder", "Draft"}


def texts(records: Iterable[Record]) -> Iterator[str]:
    """Yield every text of records that I or others wrote."""
    for record in records:
        if isinstance(record, Assessment):
            yield from (one.statement for one in record.ratings)
            yield from (one.why for one in record.evidence)
        elif isinstance(record, Answer):
            yield from (one.text for one in record.replies)
            yield record.unmatched
        elif isinstance(record, Request):
            yield from (record.about, record.quoted)
            # What is asked from a set is nobody's secret.
            yield from (one.text for one in record.questions if not one.question)
        elif type(record).__name__ not in _NOT_MINE:
            yield from _strings(msgspec.to_builtins(record))
            if isinstance(record, Practice):
                # A name has no blank, mostly.
                yield record.name


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if " " in value:
            yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name != "source":
                yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)


def everybody(people: Iterable[Person], records: Iterable[Record]) -> tuple[Named, ...]:
    """Return everybody known, and those whom records name and nobody knows."""
    known = [Named(name=one.name, handles=one.handles) for one in people]
    handles = {fold(handle) for one in known for handle in one.handles}
    named = (name.removeprefix("@") for record in records for name in _named(record))
    strangers = dict.fromkeys(name for name in named if name not in ("", "me") and fold(name) not in handles)
    return (*known, *(Named(name=name, handles=(name,)) for name in strangers))


def _named(record: Record) -> tuple[str, ...]:
    if isinstance(record, Entry):
        return (record.about, *record.named)
    if isinstance(record, Session | Answer):
        return (record.person,)
    return (record.owner, record.person) if isinstance(record, Action) else ()
