"""How often two people meet: read from words, the next meeting, and how many were held."""

import datetime
import re
from collections.abc import Iterable

import msgspec

from growth.errors import WrongUsage
from growth.records.dates import Day

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# How far back `lately` looks: twelve weeks, or six meetings where they are further apart.
WINDOW = 84
LEAST = 6
_DAY = datetime.timedelta(days=1)
_NAMED = {
    "daily": "1d",
    "weekly": "1w",
    "fortnightly": "2w",
    "monthly": "1m",
    "quarterly": "3m",
    "yearly": "1y",
}
_LENGTH = re.compile(r"(\d{1,2}) ?(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?")
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_SAID = {(1, "d"): "daily", (1, "w"): "weekly", (1, "m"): "monthly", (1, "y"): "yearly"}
_UNITS = {"d": (0, 1, "day"), "w": (0, 7, "week"), "m": (1, 0, "month"), "y": (12, 0, "year")}


class Cadence(msgspec.Struct, frozen=True):
    """How often: `months` or `days` apart, on a weekday (Monday is 0) and at a time where one was named."""

    months: int = 0
    days: int = 0
    weekday: int | None = None
    time: str = ""
    words: str = ""

    @property
    def length(self) -> int:
        """About how many days lie between two meetings."""
        return self.days or self.months * 30


def parse(text: str) -> Cadence:
    """Read `weekly tue 10:00`, `2w`, `every 2 weeks wed`, `monthly`."""
    found = known(text)
    if found is None:
        raise WrongUsage(
            f"cannot read {text!r} as how often you meet",
            "write 'weekly tue 10:00', 2w, 'every 2 weeks' or monthly",
        )
    return found


def known(text: str) -> Cadence | None:
    """Read a cadence as `parse` does; None where it cannot be read."""
    words = text.lower().replace(",", " ").split()
    if not words:
        return None
    time = _TIME.fullmatch(words[-1])
    words = words[:-1] if time else words
    words = [word for word in words if word not in ("every", "each", "on", "at")]
    weekday = _weekday(words[-1]) if words else None
    length = _length(words if weekday is None else words[:-1], weekday)
    if length is None:
        return None
    number, unit = length
    months, days, noun = _UNITS[unit]
    said = _SAID.get(length) or (f"every {number} {noun}s" if number > 1 else f"every {noun}")
    return Cadence(
        months * number, days * number, weekday, f"{int(time[1]):02}:{time[2]}" if time else "", said
    )


def _length(words: list[str], weekday: int | None) -> tuple[int, str] | None:
    if not words:
        # `every tuesday` names no length: it is every week.
        return None if weekday is None else (1, "w")
    text = " ".join(words).replace("other ", "2 ")
    match = _LENGTH.fullmatch(_NAMED.get(text, text if text[0].isdigit() else f"1 {text}"))
    if not match or not int(match[1]):
        return None
    number, unit = int(match[1]), match[2]
    return None if weekday is not None and unit == "d" and number < 7 else (number, unit)


def _weekday(word: str) -> int | None:
    if len(word) < 3:
        return None
    return next((n for n, name in enumerate(WEEKDAYS) if name.startswith(word.removesuffix("s"))), None)


def after(cadence: Cadence, day: Day) -> Day:
    """Return the day on which the meeting after one on `day` falls."""
    if cadence.months:
        year, month = divmod(day.year * 12 + day.month - 1 + cadence.months, 12)
        return _to_weekday(_day_of(year, month + 1, day.day), cadence)
    return _to_weekday(day + _DAY * cadence.days, cadence)


def _day_of(year: int, month: int, number: int) -> Day:
    while True:
        try:
            return Day(year, month, number)
        except ValueError:
            number -= 1


def _to_weekday(day: Day, cadence: Cadence) -> Day:
    """Move a day to the cadence's weekday within its week, Monday to Sunday."""
    return day if cadence.weekday is None else day + _DAY * (cadence.weekday - day.weekday())


def next_meeting(cadence: Cadence, last: Day | None, today: Day) -> Day:
    """Return when the next meeting falls, never before today; one held today is over.

    It follows the rhythm from the last one held, however many were left out since.
    """
    if last is None or last > today:
        return _first(cadence, today)
    found = after(cadence, last)
    if cadence.weekday is None:
        return max(found, today)
    while found < today or found <= last:
        found = after(cadence, found)
    return found


def is_fixed(cadence: Cadence) -> bool:
    """Tell whether a weekday or a time was named, so that the first meeting has a day, too."""
    return cadence.weekday is not None or bool(cadence.time)


def _first(cadence: Cadence, today: Day) -> Day:
    found = _to_weekday(today, cadence)
    return found if found >= today else found + _DAY * 7


def overdue(cadence: Cadence, last: Day | None, today: Day) -> int:
    """Return for how many days the meeting after the last one has been due; 0 when it is not."""
    return 0 if last is None else max(0, (today - after(cadence, last)).days)


def missed(cadence: Cadence, last: Day | None, today: Day) -> int:
    """Return how many meetings were due since the last one and before today."""
    count, day = 0, last
    while day is not None and (day := after(cadence, day)) < today:
        count += 1
    return count


def lately(cadence: Cadence, since: Day | None, session_days: Iterable[Day], today: Day) -> Day:
    """Return from which day on is counted how many were held lately.

    Lately is twelve weeks, or six meetings where they are further apart; never before `since`, or
    before the first meeting ever where nobody says since when.
    """
    days = sorted({day for day in session_days if day <= today})
    first = since or (days[0] if days else today)
    return max(first, _end(days, today + _DAY, today) - _DAY * _window(cadence))


def _window(cadence: Cadence) -> int:
    return max(WINDOW, LEAST * cadence.length)


def lately_words(cadence: Cadence, start: Day, today: Day) -> str:
    """Return what to call the time that `lately` begins: `in the last 12 weeks`, `since 12 Oct`."""
    days = _window(cadence)
    if (today + _DAY - start).days < days:
        return f"since {start.day} {start:%b}" + (f" {start.year}" if start.year != today.year else "")
    return f"in the last {f'{days // 30} months' if cadence.months else f'{days // 7} weeks'}"


def held(
    cadence: Cadence | None, session_days: Iterable[Day], start: Day, end: Day, today: Day
) -> tuple[int, int]:
    """Return how many meetings were held from `start` to `end`, not included, and how many were due.

    They are due a length apart: the first on the start itself where one was held then, else within
    a length of it. Of a length that is not over nothing is due, unless one was held in it; nor is
    one of today. Nobody holds more than are due; without a cadence nothing is.
    """
    every = {day for day in session_days if day <= today}
    end = _end(every, end, today)
    days = {day for day in every if start <= day < end}
    if cadence is None or end <= start:
        return len(days), 0
    whole, rest = divmod((end - start).days, cadence.length)
    begun = start in days or any((end - day).days <= rest for day in days)
    due = whole + (rest > 0 and begun)
    return min(len(days), due), due


def _end(days: Iterable[Day], end: Day, today: Day) -> Day:
    """Return an end that today is only before where somebody met today: it may yet be."""
    return min(end, today + _DAY if today in days else today)
