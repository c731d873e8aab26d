"""The words for the period of a draft: they say when it is, and need no record."""

import re
from collections.abc import Iterator

from growth.records.dates import Day

_DAY = r"\d{4}-\d\d-\d\d"
_BETWEEN = re.compile(rf"({_DAY}) to ({_DAY})")
# One that goes on is told up to the day on which it was asked for.
_SINCE = re.compile(rf"since ({_DAY}), up to ({_DAY})")
_ONE = re.compile(r"(?<![\w-])(\d{4})(?:-(?:q([1-4])|h([12])|(0[1-9]|1[0-2])))?(?![\w-])", re.IGNORECASE)
# What one of each is long, in months.
_QUARTER, _HALF = 3, 6


def names_of(period: str) -> tuple[str, ...]:
    """Return as what the days, quarters, halves and years of a period may be told."""
    found = _months(period)
    if found is None:
        return (period,)
    open_ = bool(_SINCE.fullmatch(period))
    parts = dict.fromkeys((*_parts("Q", _QUARTER, *found, open_), *_parts("H", _HALF, *found, open_)))
    words = (
        word for part, year in parts for word in (part, f"{year}-{part}", f"{part}-{year}", f"{year}{part}")
    )
    years = (str(year) for year in range(found[0] // 12, found[1] // 12 + 1))
    return (period, *years, *words, *_ends(period, *found))


def without_period(text: str, period: str) -> str:
    """Return a text with blanks for what names a part of its period in words, so that all else stays."""
    found = _months(period)
    if found is None:
        return text
    first, last = found
    open_ = bool(_SINCE.fullmatch(period))
    ways = [f"{month // 12}-{month % 12 + 1:02}" for month in range(first, last + 1)]
    for part, _ in _parts("Q", _QUARTER, first, last, open_):
        number = int(part[1])
        ways += [rf"{_nth(number)} quarter", rf"quarter {number}"]
    for part, year in _parts("H", _HALF, first, last, open_):
        ways += [rf"{_nth(int(part[1]))} half", "half[- ]year", rf"half of (?:the year|{year})"]
    said = re.compile(rf"(?<![\w-])(?:{'|'.join(dict.fromkeys(ways))})(?![\w-])", re.IGNORECASE)
    return said.sub(lambda match: " " * len(match[0]), text)


def _nth(number: int) -> str:
    return f"{number}{('st', 'nd', 'rd', 'th')[number - 1]}"


def _months(period: str) -> tuple[int, int] | None:
    """Return the first and the last month of a period, counted from the year 0; None if it tells neither."""
    if between := _BETWEEN.search(period) or _SINCE.fullmatch(period):
        first, last = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in between.groups())
        return (first, last) if first <= last else None
    one = _ONE.fullmatch(period.strip())
    if one is None:
        return None
    year, quarter, half, month = (int(part) if part else 0 for part in one.groups())
    first = year * 12 + (quarter * _QUARTER - _QUARTER if quarter else half * _HALF - _HALF if half else 0)
    if month:
        return year * 12 + month - 1, year * 12 + month - 1
    return first, first + (_QUARTER if quarter else _HALF if half else 12) - 1


def _parts(letter: str, long: int, first: int, last: int, open_: bool) -> Iterator[tuple[str, int]]:
    """Yield the quarters or halves that lie in these months, or that these months lie in.

    Of months that are `open_`, to go on, the part that has begun lies in them.
    """
    for start in range(first - first % long, last + 1, long):
        inside = first <= start and (open_ or start + long - 1 <= last)
        around = start <= first and last < start + long
        if inside or around:
            yield f"{letter}{start % 12 // long + 1}", start // 12


def _ends(period: str, first: int, last: int) -> Iterator[str]:
    """Yield the first and the last day; those that the period names itself need no more."""
    if not _BETWEEN.search(period) and not _SINCE.fullmatch(period):
        year, month = divmod(last + 1, 12)
        try:
            yield str(Day(first // 12, first % 12 + 1, 1))
            yield str(Day.fromordinal(Day(year, month + 1, 1).toordinal() - 1))
        except ValueError:
            # No day comes before the year 1 or after the year 9999.
            return
