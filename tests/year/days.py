"""The fifty-two weeks of the year: the first begins on 24 November 2025, today is a Tuesday in the 53rd."""

import datetime

from growth.records.dates import Day, Instant
from growth.records.ids import ALPHABET
from growth.rules.cadence import WEEKDAYS
from tests.year.story import Story

FIRST = datetime.date(2025, 11, 24)
WEEKS = 52
NOW = datetime.datetime(2026, 11, 24, 8, 0, tzinfo=datetime.UTC)
# The week in which nobody works.
NEW_YEAR = 6
# Odd, so that no two numbers below 2**20 give one ending.
_SPREAD = 0x5D2B7


def day(week: int, weekday: int) -> Day:
    """Return a day of a week; weeks count from 1, Monday is 0."""
    return FIRST + datetime.timedelta(days=7 * (week - 1) + weekday)


def weekday(story: Story) -> int:
    """Return the weekday on which somebody and I meet."""
    short = story.about["meets"].split()[1]
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(short))


def met(week: int, story: Story) -> Day:
    """Return the day of a week on which somebody and I meet."""
    return day(week, weekday(story))


def held(story: Story) -> list[int]:
    """Return the weeks in which the two of us met: all but two."""
    return [week for week in range(1, WEEKS + 1) if week not in (NEW_YEAR, int(story.about["skipped"]))]


def at(when: Day, hour: int = 16, minute: int = 0) -> Instant:
    """Return an hour of a day."""
    return datetime.datetime.combine(when, datetime.time(hour, minute), datetime.UTC)


class Numbers:
    """Hands out ids: the same story gives the same ones."""

    def __init__(self) -> None:
        self.last = 0

    def id(self, letter: str, when: Day) -> str:
        """Return the next id of a kind, made on a day."""
        self.last += 1
        spread = self.last * _SPREAD % (1 << 20)
        ending = "".join(ALPHABET[(spread >> shift) % 32] for shift in (15, 10, 5, 0))
        return f"{letter}{when:%y%m%d}-{ending}"
