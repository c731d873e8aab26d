"""Write series of meetings, and days, as a calendar (.ics).

Hours are local times without a zone: 10:00 is 10:00 wherever the calendar is opened, in summer and
in winter. No guests are named, since a calendar program might send them invitations.
"""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from growth.records.dates import Instant
from growth.rules.dated import Dated
from growth.rules.learning_block import Block
from growth.rules.series import Series
from growth.text.clean import one_line

if TYPE_CHECKING:
    from icalendar import Event

LASTS = datetime.timedelta(minutes=30)


def write(
    series: Iterable[Series], stamp: Instant, days: Iterable[Dated] = (), blocks: Iterable[Block] = ()
) -> str:
    """Return a calendar of series, days and blocks of time; what has no hour takes the whole day."""
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//growth//growth//EN")
    calendar.add("version", "2.0")
    for one in series:
        event = icalendar.Event()
        event.add("uid", one.uid)
        event.add("dtstamp", stamp.astimezone(datetime.UTC))
        event.add("summary", one_line(one.summary))
        event.add("rrule", icalendar.vRecur.from_ical(one.rule))
        if one.time:
            time = datetime.time.fromisoformat(one.time)
            event.add("dtstart", datetime.datetime.combine(one.first, time))
            event.add("duration", LASTS)
        else:
            event.add("dtstart", one.first)
            event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    for day in days:
        calendar.add_component(_all_day(day))
    for block in blocks:
        event = icalendar.Event()
        event.add("uid", block.uid)
        event.add("dtstamp", stamp.astimezone(datetime.UTC))
        event.add("summary", one_line(block.summary))
        event.add("dtstart", block.start)
        event.add("duration", datetime.timedelta(minutes=block.minutes))
        calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def _all_day(day: Dated) -> "Event":
    import icalendar

    event = icalendar.Event()
    event.add("uid", day.uid)
    # When it was changed last, so that the same records are the same calendar.
    event.add("dtstamp", day.at.astimezone(datetime.UTC))
    event.add("summary", one_line(day.summary))
    event.add("dtstart", day.day)
    event.add("transp", "TRANSPARENT")
    return event
