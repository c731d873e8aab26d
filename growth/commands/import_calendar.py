"""A calendar that is imported: the past year of it, beside what the store knows."""

import datetime
from collections.abc import Iterable

from msgspec.structs import replace

from growth import clock
from growth.app import App
from growth.commands.calendar import me
from growth.exchange import ics
from growth.records.dates import Period
from growth.records.imported import Reading, ReadOptions
from growth.records.mentorship import Mentorship
from growth.records.session import Session
from growth.rules import calendar_import
from growth.rules.calendar_import import Known
from growth.rules.called_off import called_off_since
from growth.rules.day_words import counted

DAYS = 365


def reading(app: App, data: bytes, name: str, options: ReadOptions, *, shared: bool) -> Reading:
    """Return what a calendar holds of the past year, or of the days asked for.

    What comes of a calendar is private, unless a share is named.
    """
    now = app.now()
    last = min(options.until or app.today, app.today)
    first = options.since or last - clock.DAY * DAYS
    until = min(now, _midnight(clock.following(last)))
    if first > last:
        return Reading(format=calendar_import.FORMAT)
    found = ics.read(data, name=name, first=_midnight(first), last=until)
    for doubt in found.doubts:
        app.screen.say(("warning: ", "late"), doubt)
    if found.before and not options.since:
        older = f"{counted(found.before, 'event')} before {first} left out; for more: --since"
        app.screen.say((f"{name}: {older}", "dim"))
    if not (found.appointments or found.misread or found.doubts or found.before or found.ahead):
        app.screen.say((f"{name}: no events in it", "dim"))
    entries = list(app.store.entries(Period()))
    sessions = app.store.all(Session)
    texts = [one.source for one in entries] + [one.source for one in sessions]
    known = Known(
        everyone=app.people.everyone,
        sessions=sessions,
        pairs=app.store.all(Mentorship),
        keys=frozenset(key for text in texts for key in text.splitlines()),
        me=me(app),
        now=now,
        share=None if shared else "private",
    )
    off = called_off_since(
        found.appointments, [*sessions, *entries], known.everyone, known.me, days=Period(first, until.date()),
        whole=not (found.doubts or found.misread),
    )  # fmt: skip
    reading = calendar_import.reading(found.appointments, known)
    left = (*reading.left, *calendar_import.ahead(0 if options.until else found.ahead))
    return replace(reading, off=off, misread=found.misread, left=left)


def unknown(app: App, readings: Iterable[Reading]) -> str:
    """Return what to set so that meetings are known by who is asked; nothing where all of it is set."""
    if not any(why == calendar_import.UNKNOWN for reading in readings for why, _ in reading.left):
        return ""
    ways = [
        *([] if me(app).emails else ["growth config set me.emails YOU@…"]),
        *([] if app.people.everyone else ["growth people add ana --name 'Ana Silva' --email ana@…"]),
    ]
    return f"meetings are known by who is asked to come: {', '.join(ways)}" if ways else ""


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time()).astimezone()
