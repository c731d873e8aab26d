"""Days as people speak of them: `next monday`, `end of week`, `27 nov`. English alone, never the locale."""

import datetime
import re
from collections.abc import Callable

from growth.records.dates import Day

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = datetime.timedelta(days=1)
_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_YEAR = r"(?:,? (?P<year>\d{4}))?"
_WRITTEN = (
    re.compile(rf"(?:the )?{_ORDINAL} (?:of )?{_MONTH}{_YEAR}"),
    re.compile(rf"{_MONTH} (?:the )?{_ORDINAL}{_YEAR}"),
)
_END = re.compile(r"(?:the )?end of (?:the |this )?(?P<next>next )?(?P<unit>week|month|quarter|year)")
_LENGTHS = {"month": 1, "quarter": 3, "year": 12}
# From one 29 February to the next there are eight years at most.
_LEAP = 8


def spoken_day(words: str, today: Day, ahead: bool) -> Day | None:
    """Return the day that lower-case words mean, or None; without a year it leans as `ahead` says.

    A week begins on its Monday and ends, for those who work in it, on its Friday.
    """
    if words.startswith("next "):
        return _next(words.removeprefix("next "), today)
    end = _END.fullmatch(words)
    if end:
        return _end(end["unit"], today, bool(end["next"]))
    for pattern in _WRITTEN:
        match = pattern.fullmatch(words)
        month = number_of(match["month"], MONTHS) if match else None
        if match and month is not None:
            return _written(int(match["day"]), month + 1, match["year"], today, ahead)
    return None


def number_of(word: str, names: tuple[str, ...]) -> int | None:
    """Return the number of a weekday or a month, by its name or three letters of it at least."""
    if len(word) < 3:
        return None
    return next((number for number, name in enumerate(names) if name.startswith(word)), None)


def _next(unit: str, today: Day) -> Day | None:
    monday = today + _DAY * (7 - today.weekday())
    if unit == "week":
        return monday
    if unit in _LENGTHS:
        return _begins(unit, today, 1)
    weekday = number_of(unit, WEEKDAYS)
    return None if weekday is None else monday + _DAY * weekday


def _end(unit: str, today: Day, following: bool) -> Day:
    if unit == "week":
        return today + _DAY * ((4 - today.weekday()) % 7 + 7 * following)
    return _begins(unit, today, 1 + following) - _DAY


def _begins(unit: str, today: Day, later: int) -> Day:
    """Return the first day of the month, quarter or year that comes `later` ones after today's."""
    length = _LENGTHS[unit]
    months = today.year * 12 + (today.month - 1) // length * length + length * later
    return Day(months // 12, months % 12 + 1, 1)


def _written(day: int, month: int, year: str | None, today: Day, ahead: bool) -> Day | None:
    if year:
        return _on(int(year), month, day)
    step = 1 if ahead else -1
    years = range(today.year, today.year + (_LEAP + 1) * step, step)
    fits: Callable[[Day], bool] = today.__le__ if ahead else today.__ge__
    days = (_on(one, month, day) for one in years)
    return next((one for one in days if one is not None and fits(one)), None)


def _on(year: int, month: int, day: int) -> Day | None:
    try:
        return Day(year, month, day)
    except ValueError:
        return None
