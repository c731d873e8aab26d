"""What an import would do: which entries are new, which were imported before, which read differently now."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from growth.records.action import Action
from growth.records.dates import Day, Instant
from growth.records.entry import Entry, Share
from growth.records.imported import Found, Plan, Reading
from growth.records.packed import Packing
from growth.records.seen import Counted, Seen
from growth.records.session import Session

PREFIXES = {"markdown": "md"}
SAMPLES = 5


def _text(found: Found) -> str:
    """Return the words of an entry, whatever its spaces and wherever its title was cut off."""
    words = " ".join(f"{found.title} {found.body}".split())
    return words if words.isascii() else unicodedata.normalize("NFC", words)


def _day(found: Found) -> str:
    return found.day.isoformat() if found.day else "undated"


def source_key(found: Found, nth: int, format: str = "markdown") -> str:
    """Return the key of an entry: the format's own id, else its day and text and which of its like it is."""
    if found.source:
        return f"{found.source}#{found.version}" if found.version else found.source
    from hashlib import blake2b

    text = f"{_text(found)}\n{nth}" if nth > 1 else _text(found)
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return f"{PREFIXES.get(format, format)}:{_day(found)}:{digest}"


def _keyed(reading: Reading) -> Iterator[tuple[str, Found]]:
    like = Counted()
    for found in reading.found:
        nth = like.nth(f"{_day(found)}\n{_text(found)}")
        yield source_key(found, nth, reading.format), found


def plan(readings: Sequence[Reading], existing: Collection[str]) -> Plan:
    """Return what importing `readings` into a store with these source keys would add.

    Two equal lines of one file are two entries; the same line in two files is one, so that a file
    may be moved, and a folder imported that holds a file imported before. A meeting with somebody on a
    day is one, in however many calendars it stands.
    """
    have, ids, told = Seen(), Seen(), Seen()
    for key in existing:
        have.add(key)
        if "#" in key:
            ids.add(key.rpartition("#")[0])
    met: set[tuple[object, ...]] = set()
    made = _Making()
    for reading in readings:
        for key, found in _keyed(reading):
            entry = found.keyed(key)
            before = bool(found.version) and found.source in ids
            # One record told twice in one run, perhaps by a page that says less: the first is taken.
            meeting = (found.day, *found.people) if found.becomes == "session" else ()
            if key in have or (found.version and found.source in told) or (meeting in met and not before):
                made.already.add(entry)
                continue
            met.update([meeting] if meeting else [])
            have.add(key)
            told.add(found.source)
            if before:
                made.changed.append((found.source, entry))
            else:
                made.add(entry)
    return made.plan(existing)


class _Making:
    """A plan while what was read comes in. `changed` are told by the ids they have in their source."""

    def __init__(self) -> None:
        self.already = Packing[Found]()
        self.changed: list[tuple[str, Found]] = []
        self._new = Packing[Found]()
        self._days: Counter[Day] = Counter()
        self._kinds: Counter[str] = Counter()
        self._undated = 0

    def add(self, found: Found) -> None:
        """Take in what is new."""
        self._new.add(found)
        self._kinds[found.kind if found.becomes == "entry" else found.becomes] += 1
        if found.day:
            self._days[found.day] += 1
        elif found.becomes == "entry":
            self._undated += 1

    def plan(self, existing: Iterable[str]) -> Plan:
        """Return the plan, in which what has changed is told by the keys that the store has."""
        new, wanted = self._new.done(), {identifier for identifier, _ in self.changed}
        pairs = ((key.rpartition("#")[0], key) for key in existing) if wanted else ()
        keys = dict(sorted(pair for pair in pairs if pair[0] in wanted))
        months: Counter[str] = Counter()
        for day, count in self._days.items():
            months[f"{day:%Y-%m}"] += count
        step = max(1, (len(new) - 1) // (SAMPLES - 1)) if len(new) > SAMPLES else 1
        return Plan(
            new=new,
            already=self.already.done(),
            changed=tuple((keys[identifier], found) for identifier, found in self.changed),
            kinds=tuple(sorted(self._kinds.items(), key=lambda pair: (-pair[1], pair[0]))),
            months=tuple(sorted(months.items())),
            first=min(self._days, default=None),
            last=max(self._days, default=None),
            undated=self._undated,
            samples=tuple(new[::step][:SAMPLES]),
        )


def _people(found: Found, handle: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for raw in found.people if (name := handle(raw))))


def entry(
    found: Found, *, today: Day, created: Instant, share: Share = "private", tags: Iterable[str] = (),
    handle: Callable[[str], str] = str,
) -> Entry:  # fmt: skip
    """Return the entry that `found` becomes; without a day it gets the day of the import.

    `handle` tells who somebody is that is named as the source names them, or nothing.
    """
    return Entry(
        day=found.day or today,
        precision=found.precision if found.day else "none",
        kind=found.kind,
        title=found.title,
        body=found.body,
        tags=tuple(dict.fromkeys((*found.tags, *tags))),
        project=found.project,
        people=_people(found, handle),
        skills=found.skills,
        impact=found.impact,
        links=found.links,
        spent=found.spent,
        share=found.share or share,
        star=found.star,
        source=found.source,
        created=created,
    )


def task_note(found: Found) -> str:
    """Return what a task says besides its title, for which an action has no field of its own."""
    told = [found.body, f"Project: {found.project}" if found.project else ""]
    told += [f"Tags: {', '.join(found.tags)}" if found.tags else "", *found.links]
    return "\n".join(filter(None, told))


def record(
    found: Found, *, today: Day, created: Instant, share: Share, tags: Iterable[str],
    handle: Callable[[str], str],
) -> Entry | Action | Session:  # fmt: skip
    """Return the record that `found` becomes.

    What is still to be done stays with me, whatever share the rest has.
    """
    if found.becomes == "entry":
        return entry(found, today=today, created=created, share=share, tags=tags, handle=handle)
    if found.becomes == "action":
        return Action(
            text=found.title, body=task_note(found), day=found.day or today, due=found.due,
            source=found.source, created=created,
        )  # fmt: skip
    [person] = _people(found, handle)[:1]
    return Session(
        person=person, kind=found.meets, day=found.day, shared=found.body, source=found.source,
        created=created,
    )  # fmt: skip
