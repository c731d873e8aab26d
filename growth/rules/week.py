"""A week looked back on: what I logged, what git and the calendar know besides, what is promised next."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from typing import Literal

import msgspec

from growth.records.action import Action
from growth.records.dates import Day, Instant, Period
from growth.records.entry import Entry, Share
from growth.records.ids import ALPHABET
from growth.records.imported import Found, Plan, Reading
from growth.rules import importing
from growth.rules.calendar_keys import known_in_week
from growth.rules.curating import joined
from growth.rules.promises import Promise, promises
from growth.rules.reimport import renewed
from growth.rules.today import week_start
from growth.rules.twins import twin
from growth.rules.week_meetings import FORMAT, Meetings, Unnoted

_DAY = datetime.timedelta(days=1)


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that the journal may lack. `ref` is what a person types.

    `like` is the entry that may tell it already, `renewed` what becomes of one that git has more of.
    """

    ref: str
    where: Literal["git", "calendar"]
    found: Found
    people: tuple[str, ...] = ()
    like: Entry | None = None
    renewed: Entry | None = None


class Week(msgspec.Struct, frozen=True, kw_only=True):
    """A week, both days included. `edited` are entries that git has more of, but I have rewritten.

    Promises are those that are late or due until the end of next week. `skipped` counts what was found
    and is not proposed, for it was skipped before.
    """

    first: Day
    last: Day
    logged: tuple[Entry, ...] = ()
    items: tuple[Item, ...] = ()
    skipped: int = 0
    edited: tuple[Entry, ...] = ()
    unnoted: tuple[Unnoted, ...] = ()
    routine: int = 0
    until: Day
    mine: tuple[Promise, ...] = ()
    theirs: tuple[Promise, ...] = ()


def week(
    period: Period,
    today: Day,
    *,
    entries: Sequence[Entry],
    readings: Sequence[Reading],
    meetings: Meetings,
    actions: Iterable[Action],
    handed: Iterable[Promise] = (),
    skipped: Collection[str] = (),
) -> Week:
    """Return the week of a period; `entries` are all there are, so that nothing is proposed twice.

    `skipped` are the source keys of what is not to be proposed again; a day that git has more of
    since has another key.
    """
    own = [entry for entry in entries if not entry.about]
    here = {key: entry for entry in own for key in known_in_week(entry)}
    plan = importing.plan([_within(one, period) for one in (*readings, meetings.reading)], here)
    more, edited = _more(plan, here)
    every = [*(_item(found, own, meetings) for found in plan.new), *more]
    items = [item for item in every if item.found.source not in skipped]
    open_ = promises(actions, today, handed=handed)
    until = week_start(today) + 13 * _DAY
    return Week(
        first=period.start or today,
        last=(period.end or today + _DAY) - _DAY,
        logged=tuple(
            sorted(
                (entry for entry in own if entry.day in period and entry.precision == "day"),
                key=lambda entry: (entry.day, entry.created),
            )
        ),
        items=tuple(sorted(items, key=lambda item: (item.found.day or today, item.where != "git"))),
        skipped=len(every) - len(items),
        edited=edited,
        unnoted=meetings.unnoted,
        routine=meetings.routine,
        until=until,
        mine=_until(open_.mine, until),
        theirs=_until(open_.theirs, until),
    )


def _within(reading: Reading, period: Period) -> Reading:
    kept = tuple(found for found in reading.found if found.day and found.day in period)
    return Reading(format=reading.format, found=kept)


def _item(found: Found, own: Sequence[Entry], meetings: Meetings) -> Item:
    ours = found.source.startswith(f"{FORMAT}:")
    return Item(
        ref=ref(found.source),
        where="calendar" if ours else "git",
        found=found,
        people=meetings.named.get(found.source, ()),
        like=twin(found, own),
    )


def _more(plan: Plan, here: dict[str, Entry]) -> tuple[list[Item], tuple[Entry, ...]]:
    """Return the entries that git has more of, and those of them that were rewritten by hand."""
    items, edited = [], []
    for key, found in plan.changed:
        old = here[key]
        new = renewed(old, found)
        if new is None:
            edited.append(old)
        else:
            items.append(Item(ref=ref(found.source), where="git", found=found, like=old, renewed=new))
    return items, tuple(edited)


def ref(source: str) -> str:
    """Return four characters that stand for a source, the same in every run."""
    from hashlib import blake2b

    digest = blake2b(source.partition("#")[0].encode("utf-8", "surrogatepass"), digest_size=4).digest()
    return "".join(ALPHABET[byte % 32] for byte in digest)


def _until(those: Iterable[Promise], last: Day) -> tuple[Promise, ...]:
    return tuple(one for one in those if one.action.due and one.action.due <= last)


def entry(item: Item, *, today: Day, created: Instant, share: Share) -> Entry:
    """Return the entry that an item becomes."""
    made = importing.entry(item.found, today=today, created=created, share=share)
    return msgspec.structs.replace(made, people=item.people)


def merged(into: Entry, new: Entry) -> Entry:
    """Return an entry with what was found told in it.

    Where the two are for different readers nothing is told: it is only remembered that this is known.
    """
    if into.share == new.share:
        return joined(into, new)
    sources = dict.fromkeys((*into.source.splitlines(), *new.source.splitlines()))
    return msgspec.structs.replace(into, source="\n".join(sources))
