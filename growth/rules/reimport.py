"""A source that reads differently now: what becomes of the record it was imported as."""

from collections.abc import Callable, Container, Iterable, Sequence

import msgspec

from growth.records.action import Action
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.imported import Found
from growth.records.session import Session
from growth.rules.importing import task_note

# How much of two texts is the same where one was made out of the other.
ALIKE = 0.6
# So much of a body is compared.
MOST = 2000
Imported = Entry | Action | Session


def _lines(title: str, body: str) -> set[str]:
    return {line.removeprefix("- ") for line in (body or title).splitlines()}


def renewed(entry: Entry, found: Found, handle: Callable[[str], str] = str) -> Entry | None:
    """Return an entry with what its source says today, or None where its words were written by hand.

    An entry that was never changed follows its source. One that was changed, perhaps only in its
    share or tags, follows when all its words still stand in the source.
    """
    links = found.links
    if entry.changed is not None:
        fresh = _lines(found.title, found.body)
        titles = any(entry.title == line or entry.title.startswith(f"{line}, and ") for line in fresh)
        if not titles or not _lines(entry.title, entry.body) <= fresh:
            return None
        links = tuple(dict.fromkeys((*found.links, *entry.links)))
    people = (name for raw in found.people if (name := handle(raw)))
    return msgspec.structs.replace(
        entry,
        day=found.day or entry.day,
        precision=found.precision if found.day else entry.precision,
        title=found.title,
        body=found.body,
        tags=tuple(dict.fromkeys((*entry.tags, *found.tags))),
        people=tuple(dict.fromkeys((*entry.people, *people))),
        links=links,
        spent=found.spent or entry.spent,
        source=found.source,
    )


def followed(old: Imported, found: Found, today: Day, handle: Callable[[str], str]) -> Imported | None:
    """Return a record with what its source says today, or None where it was changed by hand.

    A task that was done upstream is done here, whatever else was changed of it.
    """
    if isinstance(old, Entry):
        return renewed(old, found, handle)
    if isinstance(old, Action) and found.becomes == "entry":
        if old.state != "open":
            return msgspec.structs.replace(old, source=found.source)
        return msgspec.structs.replace(old, state="done", closed=found.day or today, source=found.source)
    if old.changed is not None:
        return None
    if isinstance(old, Session):
        return msgspec.structs.replace(old, day=found.day, shared=found.body, source=found.source)
    return msgspec.structs.replace(
        old, text=found.title, body=task_note(found), due=found.due, source=found.source
    )


def vanished(new: Sequence[Found], here: Iterable[Entry], keys: Container[str]) -> list[tuple[Entry, Found]]:
    """Return each entry that its source no longer holds, and the new one it may have become.

    Without an id of its own a line that was changed is a new entry. `keys` are those of all that was
    read; what has the day of a new one, and much of its words, was probably that.
    """
    days = {_place(found.source, found.day) for found in new if found.day}
    gone: dict[tuple[str, Day], list[Entry]] = {}
    for entry in here:
        # What has an id of its own is followed by it.
        own = not entry.source or "#" in entry.source or entry.source in keys
        if not own and (place := _place(entry.source, entry.day)) in days:
            gone.setdefault(place, []).append(entry)
    pairs: list[tuple[Entry, Found]] = []
    alone: dict[tuple[str, Day], Found | None] = {}
    for found in new if gone else ():
        if not found.day or not (left := gone.get(place := _place(found.source, found.day))):
            continue
        for entry in left:
            if _alike(entry, found):
                pairs.append((entry, found))
                left.remove(entry)
                break
        else:
            alone[place] = None if place in alone else found
    for place, one in alone.items():
        # Of what I gave other words here nothing may be alike: a single one is told all the same.
        edited = [entry for entry in gone[place] if entry.changed is not None]
        if one and len(edited) == 1:
            pairs.append((edited[0], one))
    return pairs


def _alike(entry: Entry, found: Found) -> bool:
    """Tell whether one was probably made out of the other; of what was edited here the body may tell it."""
    from difflib import SequenceMatcher

    texts = [(entry.title, found.title)]
    texts += [(entry.body[:MOST], found.body[:MOST])] if entry.changed and entry.body and found.body else []
    return any(SequenceMatcher(None, *pair, autojunk=False).ratio() >= ALIKE for pair in texts)


def _place(source: str, day: Day) -> tuple[str, Day]:
    """Return format and day of what was read."""
    return source.partition(":")[0], day
