"""What was imported of a calendar, and was called off in it since."""

import re
from collections.abc import Iterable, Sequence

from growth.records.appointment import Appointment
from growth.records.dates import Period
from growth.records.entry import Entry
from growth.records.person import Person
from growth.records.session import Session
from growth.rules.appointments import Me, called_off, partner
from growth.rules.calendar_keys import IMPORTED, imported
from growth.rules.persons import means

_OF_SERIES = re.compile(r":\d{4}-\d\d-\d\d$")


def called_off_since(
    appointments: Iterable[Appointment], here: Iterable[Entry | Session], everyone: Sequence[Person], me: Me,
    *, days: Period, whole: bool,
) -> tuple[str, ...]:  # fmt: skip
    """Return the ids of what is `here` and takes place no more, in the days that were looked at.

    One of a series may be cancelled, or stand no longer among those that are left; the latter is known
    only where the calendar was read `whole`. What takes place on that day under another id is not
    called off: a series that was changed from some day on is two.
    """
    taking_place, off = {}, set()
    for one in appointments:
        if called_off(one, me) and not one.private:
            off.add(imported(one))
        else:
            taking_place[imported(one)] = one
    series = {_series(key) for key in taking_place} if whole else set()
    here = [record for record in here if record.source.startswith(f"{IMPORTED}:")]
    keys = {record.source.partition("#")[0]: record for record in here if "\n" not in record.source}
    others = [one for key, one in taking_place.items() if key not in keys]
    return tuple(
        record.id for key, record in keys.items()
        if key not in taking_place
        and (key in off or (_series(key) in series and record.day is not None and record.day in days))
        and not any(_is_of(record, one, everyone, me) for one in others)
    )  # fmt: skip


def _series(key: str) -> str:
    """Return what the ids of all of a series begin with; one that stands alone has no day in its id."""
    return _OF_SERIES.sub("", key) if _OF_SERIES.search(key) else f"{key}:"


def _is_of(record: Entry | Session, one: Appointment, everyone: Sequence[Person], me: Me) -> bool:
    if record.day != one.day:
        return False
    if isinstance(record, Entry):
        return record.title.startswith(one.summary)
    person = partner(one, everyone, me)
    return person is not None and means(record.person, person)
