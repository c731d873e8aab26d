"""The time to learn that a month still lacks, as an appointment with myself."""

import datetime

import msgspec

from growth.records.dates import Day

# An afternoon holds half of a day; what is more takes the day, and what is more than that stays open.
AFTERNOON, MORNING = datetime.time(13), datetime.time(9)
HALF, WHOLE = 240, 480
FRIDAY = 4


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One appointment with local hours. `uid` stays what it is however often it is written."""

    uid: str
    summary: str
    start: datetime.datetime
    minutes: int

    @property
    def end(self) -> datetime.datetime:
        """When it is over."""
        return self.start + datetime.timedelta(minutes=self.minutes)


def last_workday(day: Day) -> Day:
    """Return the Friday of the week that a day is in."""
    return day + datetime.timedelta(days=FRIDAY - day.weekday())


def block(minutes: int, friday: Day) -> Block:
    """Return an appointment of so many minutes at the end of a week, of a day at most."""
    minutes = min(minutes, WHOLE)
    year, week, _ = friday.isocalendar()
    return Block(
        uid=f"learning-{year}-W{week:02}@growth",
        summary="Time to learn",
        start=datetime.datetime.combine(friday, AFTERNOON if minutes <= HALF else MORNING),
        minutes=minutes,
    )
