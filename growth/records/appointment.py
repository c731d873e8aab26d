"""What a calendar says: appointments, each at one time, and who is asked to be there."""

import msgspec

from growth.records.dates import Day, Instant
from growth.records.imported import Misread


class Guest(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somebody, or a room, that is asked to come. `answer` is theirs: `accepted`, `declined` …"""

    email: str
    name: str = ""
    answer: str = ""
    room: bool = False


class Appointment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One time at which something takes place; a series has one for each. Times are local.

    An appointment without hours is `all_day`, and ends where its last day does. `status` is
    `confirmed`, `tentative`, `cancelled` or empty. `of` is the day that one of a series was meant for,
    wherever it was moved.
    """

    uid: str = ""
    summary: str = ""
    start: Instant
    end: Instant
    all_day: bool = False
    status: str = ""
    private: bool = False
    of: Day | None = None
    organiser: Guest | None = None
    guests: tuple[Guest, ...] = ()

    @property
    def day(self) -> Day:
        return self.start.date()


class Calendar(msgspec.Struct, frozen=True):
    """What a calendar holds for some time, in order, and what in it had to be guessed or left out.

    `misread` are the events that are broken; `before` and `ahead` of that time lie so many others.
    """

    appointments: tuple[Appointment, ...] = ()
    doubts: tuple[str, ...] = ()
    misread: tuple[Misread, ...] = ()
    before: int = 0
    ahead: int = 0
