"""Calendars (.ics): what takes place in some days, series unrolled, in local time.

icalendar reads the times, recurring-ical-events unrolls; both take what they get, so that what
they are given is checked first, and is little: the events near those days, without their texts.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from growth.errors import GrowthError, Refused
from growth.exchange import limits
from growth.exchange.ics_lines import LONGEST, Event, Sheet, fault
from growth.exchange.ics_near import near, side
from growth.exchange.time_limit import time_limit
from growth.records.appointment import Appointment, Calendar, Guest
from growth.records.dates import Day, Instant
from growth.records.imported import Misread

MOST = 20_000
# So many are given to the libraries at once: each takes much room there.
AT_ONCE = 2000
SHOWN = 200
SECONDS = 10.0
DOUBTS = 5
# A rule that names hours and minutes stands for as many times a day as they multiply to.
TIMES_A_DAY = 24
_DAY = datetime.timedelta(days=1)
_OFTEN = re.compile(r"FREQ=(?:HOUR|MINUTE|SECOND)LY", re.IGNORECASE)
_BY_TIME = re.compile(r"BY(?:HOUR|MINUTE|SECOND)=([^;]*)", re.IGNORECASE)
_NEVER = re.compile(r"INTERVAL=[+-]?0*(?:;|$)|INTERVAL=-", re.IGNORECASE)
_ZONE = re.compile(r';TZID=(?:"([^"]*)"|([^";:,]*))', re.IGNORECASE)
_ROOMS = ("ROOM", "RESOURCE")
# Which event of the file a time is of: carried through the libraries as a line of its own.
_NUMBER = "X-GROWTH-NUMBER"


def read(data: bytes, *, name: str, first: Instant, last: Instant) -> Calendar:
    """Return what a calendar says of the time from `first` up to `last`."""
    limits.check_lines(data, name, limits.TEXT_LINES)
    reading = _Reading(name, Sheet(data, name))
    events = reading.chosen(first, last)
    late = Refused(f"{name} takes more than {SECONDS:g} s to unroll", "export fewer years of it")
    with time_limit(SECONDS, late):
        return reading.read(events, first, last)


class _Reading:
    """Reads one calendar; doubts are told once for each reason, and each event that is broken."""

    def __init__(self, name: str, sheet: Sheet) -> None:
        self.name = name
        self.sheet = sheet
        self.doubts: dict[str, str] = {}
        self.misread: list[Misread] = []
        # What one event of a series says holds for all of it.
        self.private: set[str] = set()
        self.series: set[str] = set()
        self.broken: set[str] = set()
        # How many events lie before those days, and how many ahead of them.
        self.aside: Counter[str] = Counter()

    def chosen(self, first: Instant, last: Instant) -> list[Event]:
        """Return the events of those days that can be unrolled."""
        chosen: list[Event] = []
        span = (first - 2 * _DAY).date(), (last + 2 * _DAY).date()
        for event in near(self._events, *span, self.aside):
            if self._is_sane(event):
                chosen.append(event)
            if max(len(chosen), len(self.misread)) > MOST:
                raise Refused(
                    f"{self.name} has more than {MOST:,} events in those days", "export fewer of it"
                )
        return chosen

    def _events(self) -> Iterator[Event]:
        for event in self.sheet.events():
            if event.private:
                self.private.add(event.of)
            if event.repeats:
                self.series.add(event.of)
            yield event

    def read(self, events: Sequence[Event], first: Instant, last: Instant) -> Calendar:
        """Return what takes place in those days."""
        self._check_zones()
        found = [one for one in self._unrolled(events, first, last) if _is_in(one, first, last)]
        found.sort(key=lambda one: (one.start, one.end, one.summary, one.uid))
        taken = {one.uid for one in found}
        for event in events:
            if event.value("UID") not in taken and event.of not in self.broken:
                self.aside[side(event, first.date(), last.date())] += not event.all("RECURRENCE-ID")
        self.misread.sort(key=lambda one: one.line)
        return Calendar(
            tuple(found), tuple(self.doubts.values())[:DOUBTS], tuple(self.misread),
            self.aside["before"], self.aside["ahead"],
        )  # fmt: skip

    def _broken(self, event: Event, number: int, why: str) -> bool:
        """Keep in mind why an event cannot be read; of one that is private nothing is told."""
        self.broken.add(event.of)
        if event.of in self.private:
            self.misread.append(Misread(event.number, "a private event", "it cannot be read"))
            return False
        text = next((line.text for line in event.lines if line.number == number), "BEGIN:VEVENT")
        self.misread.append(Misread(number, text[:SHOWN], why))
        return False

    def _doubt(self, key: str, number: int, why: str) -> None:
        self.doubts.setdefault(key, f"{self.name}, line {number}: {why}")

    def _is_sane(self, event: Event) -> bool:
        """Tell whether an event can be unrolled, without unrolling it."""
        for line in event.lines:
            if line.parts is None:
                return self._broken(event, line.number, f"{line.name} is written in no form that is known")
            if len(line.text) > LONGEST:
                return self._broken(event, line.number, f"{line.name} is longer than {LONGEST:,} characters")
        if not event.all("DTSTART"):
            return self._broken(event, event.number, "the event has no beginning (DTSTART)")
        for rule in event.all("RRULE"):
            if _NEVER.search(rule.value):
                return self._broken(event, rule.number, "RRULE never comes to the next time")
            if _OFTEN.search(rule.value) or _times_a_day(rule.value) > TIMES_A_DAY:
                self._doubt("often", rule.number, "repeats within the day; left out")
                return False
        return True

    def _unrolled(self, events: Sequence[Event], first: Instant, last: Instant) -> list[Appointment]:
        """Return when events take place; those that no library can unroll are told, and left out."""
        if not events:
            return []
        halves = _halves(events) if len(events) > AT_ONCE else []
        if len(halves) > 1:
            return [one for half in halves for one in self._unrolled(half, first, last)]
        try:
            calendar = self._parsed(events)
            pairs = zip(events, calendar.walk("VEVENT"), strict=True)
            sound = [event for event, read in pairs if self._is_sound(event, read)]
            if len(sound) < len(events):
                return self._unrolled(sound, first, last)
            import recurring_ical_events

            times = recurring_ical_events.of(calendar).between(first - _DAY, last + _DAY)
            # The library gives them in an order that changes from run to run.
            times = sorted(times, key=lambda time: int(time[_NUMBER]))
            return [self._appointment(events[int(time[_NUMBER])], time) for time in times]
        except GrowthError:
            raise
        # Libraries raise whatever a broken file makes them stumble over.
        except Exception as error:
            halves = _halves(events)
            if len(halves) == 1:
                number = events[0].place("RRULE", "RDATE", "DURATION", "DTSTART")
                self._broken(events[0], number, f"the event cannot be unrolled: {_short(str(error))}")
                return []
            return [one for half in halves for one in self._unrolled(half, first, last)]

    def _check_zones(self) -> None:
        """Refuse a calendar of which no event could be read."""
        try:
            if self.sheet.zones:
                self._parsed(())
        # As above.
        except Exception:
            why = "the calendar or its time zones cannot be read"
            raise fault(self.name, self.sheet.zones[0].number, why) from None

    def _parsed(self, events: Sequence[Event]) -> Any:
        import icalendar

        return icalendar.Calendar.from_ical("\r\n".join(self._text(events)))

    def _text(self, events: Sequence[Event]) -> Iterator[str]:
        yield "BEGIN:VCALENDAR"
        if self._zone():
            yield f"X-WR-TIMEZONE:{self._zone()}"
        yield from (line.text for line in self.sheet.zones)
        for number, event in enumerate(events):
            yield "BEGIN:VEVENT"
            yield f"{_NUMBER}:{number}"
            # Without a UID each stands for itself; with an empty one they would be one.
            yield from (line.text for line in event.lines if line.name != "UID" or line.value)
            yield "END:VEVENT"
        yield "END:VCALENDAR\r\n"

    def _zone(self) -> str:
        import zoneinfo

        try:
            return zoneinfo.ZoneInfo(self.sheet.zone).key if self.sheet.zone else ""
        except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
            return ""

    def _is_sound(self, event: Event, read: Any) -> bool:
        """Tell whether each line of an event could be read; doubt a time zone that nobody knows."""
        for name, why in read.errors:
            said = f"{name or 'the event'} cannot be read: {_short(why)}"
            return self._broken(event, event.place(name or ""), said)
        for name in ("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID"):
            if len(event.all(name)) > 1:
                return self._broken(event, event.all(name)[1].number, f"the event has a second {name}")
        zone = _ZONE.search(event.all("DTSTART")[0].text)
        when = read["DTSTART"].dt
        if zone and isinstance(when, datetime.datetime) and when.tzinfo is None:
            called = zone[1] or zone[2]
            why = f"no time zone is called {_short(called)!r}; taken as local time"
            self._doubt(called, event.place("DTSTART"), why)
        return True

    def _appointment(self, event: Event, time: Any) -> Appointment:
        start, end = time["DTSTART"].dt, time["DTEND"].dt
        all_day = not isinstance(start, datetime.datetime)
        if all_day and end <= start:
            end = start + _DAY
        organiser = time.get("ORGANIZER")
        return Appointment(
            uid=event.value("UID"),
            summary=" ".join(str(time.get("SUMMARY", "")).split()),
            start=_local(start),
            end=_local(end),
            all_day=all_day,
            status="cancelled" if self.sheet.cancelled else str(time.get("STATUS", "")).lower(),
            private=event.of in self.private,
            of=_meant_for(time) if event.of in self.series else None,
            organiser=_guest(organiser) if organiser is not None else None,
            guests=tuple(_guest(one) for one in _listed(time.get("ATTENDEE"))),
        )


def _halves(events: Sequence[Event]) -> list[list[Event]]:
    """Return events in two parts, each with all of half of the UIDs; those of one UID in one part."""
    those = list(dict.fromkeys(event.of for event in events))
    half = set(those[: len(those) // 2])
    parts = (
        [event for event in events if event.of in half],
        [event for event in events if event.of not in half],
    )
    return [part for part in parts if part]


def _meant_for(time: Any) -> Day:
    """Return the day of one of a series by its rule, as it is written: local time may be another one's."""
    start = time["DTSTART"].dt
    meant = time["RECURRENCE-ID"].dt if "RECURRENCE-ID" in time else start
    if isinstance(meant, datetime.datetime):
        zones = isinstance(start, datetime.datetime) and start.tzinfo and meant.tzinfo
        return (meant.astimezone(start.tzinfo) if zones else meant).date()
    day: Day = meant
    return day


def _times_a_day(rule: str) -> int:
    times = 1
    for numbers in _BY_TIME.findall(rule):
        times *= numbers.count(",") + 1
    return times


def _short(why: str) -> str:
    return why if len(why) <= 120 else f"{why[:119]}…"


def _local(when: datetime.date) -> Instant:
    if not isinstance(when, datetime.datetime):
        when = datetime.datetime.combine(when, datetime.time())
    # A time without a zone is meant where the reader is.
    return when.astimezone()


def _is_in(one: Appointment, first: Instant, last: Instant) -> bool:
    return one.start < last and (one.end > first or one.start >= first)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _guest(address: Any) -> Guest:
    parameters = {key.upper(): str(value) for key, value in address.params.items()}
    text = str(address)
    email = text[7:] if text.lower().startswith("mailto:") else parameters.get("EMAIL", "")
    return Guest(
        email=email.strip().lower(),
        name=" ".join(parameters.get("CN", "").split()),
        answer=parameters.get("PARTSTAT", "").lower(),
        room=parameters.get("CUTYPE", "").upper() in _ROOMS,
    )
