"""Now, and the three readers of what people type for time: `day`, `period`, `span`.

pendulum does the calendar (months, quarters, years); it is loaded only for what needs it.
"""

import datetime
import os
import re
from collections.abc import Callable
from typing import Literal

from growth.errors import WrongUsage
from growth.records.dates import EVER, Day, Instant, Period, Span
from growth.records.entry import MOST_MINUTES

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY = datetime.timedelta(days=1)
_SPAN = re.compile(r"(\d{1,4}) ?(d|day|days|w|week|weeks|m|month|months|y|year|years)")
# Where the day stands first or second, which nobody can tell.
_OTHER = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_UNITS = {"d": (0, 1), "w": (0, 7), "m": (1, 0), "y": (12, 0)}
_PERIODS: tuple[tuple[str, Callable[[int, int], Day], str], ...] = (
    (r"(\d{4})", lambda year, _: Day(year, 1, 1), "1y"),
    (r"(\d{4})-h([12])", lambda year, half: Day(year, half * 6 - 5, 1), "6m"),
    (r"(\d{4})-q([1-4])", lambda year, quarter: Day(year, quarter * 3 - 2, 1), "3m"),
    (r"(\d{4})-w(\d\d)", lambda year, week: Day.fromisocalendar(year, week, 1), "1w"),
    (r"(\d{4})-(\d\d)", lambda year, month: Day(year, month, 1), "1m"),
)
Lean = Literal["back", "ahead"]


def now() -> Instant:
    """Return the present instant with the local offset; `GROWTH_NOW` sets it."""
    fixed = os.environ.get("GROWTH_NOW")
    if not fixed:
        return datetime.datetime.now().astimezone().replace(microsecond=0)
    try:
        return datetime.datetime.fromisoformat(fixed).astimezone()
    except ValueError:
        raise WrongUsage(
            f"GROWTH_NOW is {fixed!r}, which is no instant", "write it as 2026-11-24T10:00:00+01:00"
        ) from None


def day(text: str, today: Day, lean: Lean = "back") -> Day:
    """Read a day: ISO, `today`, `yesterday`, `friday`, `2w`, `2w ago`, `in 2w`.

    A bare weekday or span leans back or ahead, as `lean` says; today's weekday is today, `last monday`
    the last one before it.
    """
    words = text.strip().lower()
    found = _named_day(words, today, lean)
    if found is None:
        _refuse_ambiguous(text)
        raise WrongUsage(
            f"cannot read {text!r} as a day",
            "write 2026-03-04, today, yesterday, friday, 2w, '2w ago' or 'in 2w'",
        )
    return found


def _named_day(words: str, today: Day, lean: Lean) -> Day | None:
    named = {"today": today, "yesterday": today - DAY, "tomorrow": today + DAY}
    if words in named:
        return named[words]
    if len(words) >= 3 and (weekday := _weekday(words)) is not None:
        if lean == "back":
            return today - DAY * ((today.weekday() - weekday) % 7)
        return today + DAY * ((weekday - today.weekday()) % 7)
    if words.startswith("last ") and (weekday := _weekday(words[5:])) is not None and len(words) >= 8:
        # The last one that is over: on a Monday that is a week ago.
        return today - DAY * ((today.weekday() - weekday - 1) % 7 + 1)
    if words.endswith(" ago"):
        words, lean = words.removesuffix(" ago"), "back"
    elif words.startswith("in "):
        words, lean = words.removeprefix("in "), "ahead"
    if _SPAN.fullmatch(words):
        return move(today, span(words), -1 if lean == "back" else 1)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        try:
            return Day.fromisoformat(words)
        except ValueError:
            raise _no_day(words) from None
    return _spoken(words, today, lean)


def _no_day(words: str) -> WrongUsage:
    from calendar import monthrange

    year, month, _ = (int(part) for part in words.split("-"))
    if not 1 <= month <= 12:
        return WrongUsage(f"there is no day {words}", f"there is no month {month}; write 2026-03-04")
    try:
        first = Day(year, month, 1)
    except ValueError:
        return WrongUsage(f"there is no day {words}", f"there is no year {year}; write 2026-03-04")
    return WrongUsage(f"there is no day {words}", f"{first:%B} {year} has {monthrange(year, month)[1]} days")


def _spoken(words: str, today: Day, lean: Lean) -> Day | None:
    from growth.rules.spoken_days import spoken_day

    try:
        return spoken_day(" ".join(words.split()), today, lean == "ahead")
    except (ValueError, OverflowError):
        raise WrongUsage(f"{words!r} is outside the calendar", "choose another day") from None


def _weekday(word: str) -> int | None:
    for number, name in enumerate(WEEKDAYS):
        if name.startswith(word):
            return number
    return None


def _refuse_ambiguous(text: str) -> None:
    match = _OTHER.fullmatch(text.strip())
    if not match:
        return
    first, second, year = (int(part) for part in match.groups())
    readings = []
    for month, number in ((second, first), (first, second)):
        try:
            readings.append(Day(year, month, number).isoformat())
        except ValueError:
            continue
    different = list(dict.fromkeys(readings))
    if len(different) > 1:
        raise WrongUsage(f"{text!r} could be {' or '.join(different)}", "write the one you mean")
    if different:
        raise WrongUsage(f"cannot read {text!r} as a day", f"write {different[0]}")


def span(text: str) -> Span:
    """Read a length on the calendar: `3d`, `2w`, `6m`, `1y`."""
    match = _SPAN.fullmatch(text.strip().lower())
    if not match:
        raise WrongUsage(f"cannot read {text!r} as a span", "write 3d, 2w, 6m or 1y")
    number, unit = int(match[1]), match[2][0]
    months, days = _UNITS[unit]
    return Span(months=months * number, days=days * number, label=f"{number}{unit}")


def move(start: Day, by: Span, sign: int = 1) -> Day:
    """Return the day `by` after `start`, or before it for sign -1; the month's end is kept to."""
    try:
        # Every month has these days, so that no calendar is needed, which takes long to load.
        if not by.months or start.day <= 28:
            return _after(start, by, sign)
        import pendulum

        there = pendulum.Date(start.year, start.month, start.day)
        moved = there.add(months=by.months * sign, days=by.days * sign)
        return Day(moved.year, moved.month, moved.day)
    except (ValueError, OverflowError):
        raise WrongUsage(
            f"{by.label} from {start} is outside the calendar", "choose a shorter span"
        ) from None


def period(text: str, today: Day) -> Period:
    """Read a period: `2026-W10`, `2026-03`, `2026-Q1`, `2026-H2`, `2026`, a day, `last month`."""
    words = " ".join(text.strip().lower().split())
    if words.startswith(("this ", "last ")):
        return _relative(words, today)
    for pattern, start, length in _PERIODS:
        if match := re.fullmatch(pattern, words):
            try:
                first = start(int(match[1]), int(match[2]) if match.lastindex == 2 else 0)
                return Period(first, _after(first, span(length)), text.strip().upper())
            except (ValueError, OverflowError):
                break
    try:
        only = day(words, today)
    except WrongUsage:
        if _OTHER.fullmatch(words):
            raise
        raise WrongUsage(
            f"cannot read {text!r} as a period", "write 2026, 2026-Q1, 2026-H2, 2026-03, 2026-W10 or a day"
        ) from None
    return Period(only, following(only), only.isoformat())


def _after(first: Day, by: Span, sign: int = 1) -> Day:
    """Return the day `by` after one that every month has, or after any by no months."""
    year, month = divmod(first.year * 12 + first.month - 1 + by.months * sign, 12)
    return Day(year, month + 1, first.day) + DAY * (by.days * sign)


def _relative(words: str, today: Day) -> Period:
    which, unit = words.split(" ", 1)
    if which == "last" and _SPAN.fullmatch(unit):
        return Period(move(today, span(unit), -1) + DAY, today + DAY, words)
    starts = {
        "week": (today - DAY * today.weekday(), "1w"),
        "month": (today.replace(day=1), "1m"),
        "quarter": (Day(today.year, (today.month - 1) // 3 * 3 + 1, 1), "3m"),
        "year": (Day(today.year, 1, 1), "1y"),
    }
    if unit not in starts:
        raise WrongUsage(
            f"cannot read {words!r} as a period", "write this week, last month, this quarter, last 6 months …"
        )
    start, length = starts[unit]
    if which == "last":
        start = _after(start, span(length), -1)
    return Period(start, _after(start, span(length)), words)


def between(since: Day | None, until: Day | None) -> Period:
    """Return the period from `since` to `until`, both days included."""
    if since is None and until is None:
        return EVER
    label = (
        f"since {since}" if until is None else f"until {until}" if since is None else f"{since} to {until}"
    )
    return Period(since, None if until is None else following(until), label)


def following(day: Day) -> Day:
    """Return the day after one."""
    if day == Day.max:
        raise WrongUsage(f"no day comes after {day}", "name an earlier one")
    return day + DAY


def minutes(text: str) -> int:
    """Read a time spent: `90m`, `3h`, `1h30m`, `1.5h`, `2d` of eight hours; return minutes."""
    match = re.fullmatch(
        r"(?:(\d+(?:\.\d+)?) ?d(?:ays?)?)? ?(?:(\d+(?:\.\d+)?) ?h(?:ours?)?)? ?(?:(\d+) ?m(?:in(?:utes)?)?)?",
        text.strip().lower(),
    )
    if not text.strip() or not match:
        raise WrongUsage(f"cannot read {text!r} as a time spent", "write 90m, 3h, 1h30m or 2d")
    days, hours, rest = (float(part) if part else 0.0 for part in match.groups())
    found = days * 480 + hours * 60 + rest
    if found >= MOST_MINUTES:
        raise WrongUsage(f"{text!r} is too long for a time spent", "write 90m, 3h, 1h30m or 2d")
    return round(found)
