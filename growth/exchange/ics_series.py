"""Write series of meetings as a calendar (.ics).

Hours are local times without a zone: 10:00 is 10:00 wherever the calendar is opened, in summer and
in winter. No guests are named, since a calendar program might send them invitations.
"""

import datetime
from collections.abc import Iterable

from growth.records.dates import Instant
from growth.rules.series import Series
from growth.text.clean import one_line

LASTS = datetime.timedelta(minutes=30)


def write(series: Iterable[Series], stamp: Instant) -> str:
    """Return a calendar of all the series; one without an hour takes the whole day."""
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
    return str(calendar.to_ical(), "utf-8")
