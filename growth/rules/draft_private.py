"""What of all that a store holds a draft must not repeat: texts, and names of people that nobody knows."""

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment
from growth.records.draft import Draft
from growth.records.entry import Entry
from growth.records.kinds import Record
from growth.records.person import Person
from growth.records.practice import Practice
from growth.records.request import Request
from growth.records.session import Session
from growth.rules import consent
from growth.rules.audience import Audience, Shareable, may_see, shown
from growth.rules.draft_names import Named
from growth.rules.draft_words import spelt, words_of
from growth.text.fold import fold

# Their words are the program's own, or say nothing that only I know.
_NOT_MINE = {"Person", "Ladder", "Draft"}


def texts(mine: Sequence[Record], theirs: Iterable[Record], whom: Audience) -> Iterator[str]:
    """Yield every text that I or others wrote and an audience is not to read."""
    # What was accepted in spite of its findings may hold anything.
    drafts = {one.id for one in mine if isinstance(one, Draft) and not one.why}
    kept = [left for one in mine if (left := _kept(one, drafts, whom)) is not None]
    for record in (*kept, *theirs):
        yield from _texts(record)


def _kept(record: Record, drafts: Container[str], whom: Audience) -> Record | None:
    """Return what of a record is not to be repeated; what a draft became may be by who may see it."""
    if isinstance(record, Practice):
        return None if may_see(record, whom) else record
    if isinstance(record, Assessment) and may_see(record, whom):
        return replace(record, ratings=tuple(one for one in record.ratings if one.drafted not in drafts))
    if isinstance(record, Entry) and record.source in drafts:
        return None if may_see(record, whom) else record
    if isinstance(record, Answer) and record.source in drafts:
        return None if consent.may_read(record, whom) else record
    return record


def names(mine: Sequence[Record], theirs: Iterable[Record], whom: Audience, output: str) -> tuple[str, ...]:
    """Return the words of a draft that are names of the register which its reader can read nowhere."""
    if whom.kind == "me":
        return ()
    hidden = [one for one in mine if isinstance(one, Practice) and not may_see(one, whom)]
    hidden += [one for one in theirs if isinstance(one, Practice)]
    said = spelt(output)
    found = {word for one in hidden if len(words_of(one.name)) == 1 and (word := spelt(one.name)) in said}
    if not found:
        return ()
    # What they read elsewhere is no secret: a pipeline may be called train.
    open_ = spelt("\n".join(text for one in mine for text in _seen(one, whom)))
    return tuple(sorted(word.strip() for word in found if word not in open_))


def _seen(record: Record, whom: Audience) -> Iterator[str]:
    """Yield what an audience may see of a record of mine."""
    if isinstance(record, Answer):
        yield from _texts(record) if consent.may_read(record, whom) else ()
    elif isinstance(record, Shareable) and (left := shown(record, whom)) is not None:
        yield from _strings(msgspec.to_builtins(left), holding="")


def _texts(record: Record) -> Iterator[str]:
    """Yield every text of a record."""
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


def _strings(value: Any, holding: str = " ") -> Iterator[str]:
    if isinstance(value, str):
        if holding in value:
            yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name != "source":
                yield from _strings(part, holding)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part, holding)


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
