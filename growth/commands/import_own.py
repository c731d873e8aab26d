"""Our own records as JSON Lines: all of them come back, or none."""

import itertools

from msgspec.structs import replace

from growth.app import App
from growth.commands.sources import Source
from growth.errors import Refused, WrongUsage
from growth.exchange.exported import alike, edited
from growth.exchange.formats import label
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.entry import Entry
from growth.records.mentorship import Mentorship
from growth.records.person import Person
from growth.records.request import Request
from growth.records.session import Session
from growth.records.thumb import Thumb
from growth.rules import own_records
from growth.rules.own_records import OwnPlan

LISTED = 20


def check(read: list[Source], *, reworded: bool) -> None:
    """Refuse records of our own that cannot all be taken; a part of them would be no copy."""
    for source in read:
        if source.reading.format not in ("jsonl", "growth"):
            continue
        if reworded and not source.reading.found:
            what = label(source.reading.format)
            raise WrongUsage(
                f"--tag and --share do not go with {what}: records come as they are", "leave them out"
            )
        if source.faults:
            faults = [f"{source.name}:{bad.line}: {bad.why}: {bad.text[:60]}" for bad in source.faults]
            raise Refused(_listed(faults), "mend these lines; nothing was imported")
        for number, record in enumerate(source.records):
            if isinstance(record, Entry) and record.about and record.share != "private":
                raise Refused(
                    f"{source.place(number)}: a note about {record.about} is always private",
                    "take its share out; nothing was imported",
                )


def _listed(faults: list[str]) -> str:
    more = [f"… and {len(faults) - LISTED} more"] if len(faults) > LISTED else []
    return "\n".join([*faults[:LISTED], *more])


def plan(app: App, read: list[Source], keys: list[str]) -> OwnPlan:
    """Return what importing the records of our own would do; refuse those that contradict what is here.

    What was edited in Markdown or a table follows, unless it was changed here as well.
    """
    if not any(source.records for source in read):
        return OwnPlan()
    sources = {*keys}
    sources.update(session.source for session in app.store.all(Session))
    sources.update(pair.source for pair in app.store.all(Mentorship))
    sources.update(action.source for action in app.store.all(Action))
    sources.update(request.source for request in app.store.all(Request))
    sources.update(answer.source for answer in app.store.all(Answer))
    sources.update(thumb.source for thumb in app.store.all(Thumb))
    found = own_records.plan(
        (one for source in read for one in source.records),
        here=app.store.get, alike=alike, sources=sources, people=app.store.all(Person),
        told=lambda number: bool(_source(read, number).fields),
    )  # fmt: skip
    if found.clashes:
        clashes = [f"{_place(read, number)}: {why}" for number, why in found.clashes]
        raise Refused(_listed(clashes), "nothing was imported; take these lines out, or edit what is here")
    changed, kept = list[tuple[Entry, Entry]](), list[tuple[Entry, Entry]]()
    for number, here, told in found.differing:
        new, since = edited(here, told, _source(read, number).fields)
        if replace(new, changed=here.changed) != here:
            (kept if since else changed).append((here, new))
    same = len(found.differing) - len(changed) - len(kept)
    return replace(
        found, already=found.already + same, differing=(), changed=tuple(changed), kept=tuple(kept)
    )


def _source(read: list[Source], number: int) -> Source:
    """Return where the so many-th of all that was read stands."""
    ends = itertools.accumulate(len(source.records) for source in read)
    return next(source for source, end in zip(read, ends, strict=True) if number < end)


def _place(read: list[Source], number: int) -> str:
    """Return where a record stands that is the so many-th of all that was read."""
    for source in read:
        if number < len(source.records):
            return source.place(number)
        number -= len(source.records)
    raise IndexError(number)
