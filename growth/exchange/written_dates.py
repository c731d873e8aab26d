"""Read the dates that people write in headings and before their notes.

Nothing is guessed: a day that no calendar has, a day without a year and `04/03/2026` come back as
a sentence that says so.
"""

import calendar
import datetime
import functools
import re
import unicodedata
from typing import Literal, NamedTuple

from growth.exchange import date_forms
from growth.exchange.month_names import ENGLISH, MONTHS, Names
from growth.records.dates import Day

DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|[.ºª])?"
YEAR = r"(?P<y>(?:19|20|21)\d\d)"
ISO_DAY = rf"{YEAR}(?P<sep>[-/._])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?!\d)"


class _Patterns(NamedTuple):
    """The forms of dates in one language."""

    forms: tuple[re.Pattern[str], ...]
    between: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


def month(names: Names) -> str:
    """Return the pattern of the name of a month."""
    return rf"(?P<mon>{names.mon})\b\.?"


def day_and_month(names: Names) -> tuple[str, str]:
    """Return the patterns of a day with its month, and of a month with its day."""
    mon = month(names)
    return rf"{DAY}(?: of| de)? {mon}(?:,?(?: de)? {YEAR})?", rf"{mon} {DAY}(?:,? {YEAR})?"


@functools.cache
def _patterns(names: Names) -> _Patterns:
    mon = month(names)
    forms = (
        ISO_DAY + r"(?:[T ]\d\d?:\d\d(?::\d\d)?(?:\.\d+)?(?:Z| ?[-+]\d\d:?\d\d)?)?",
        rf"{YEAR}(?P<m>\d\d)(?P<d>\d\d)",
        rf"{YEAR}[- ]?W(?P<w>\d\d?)(?:-(?P<wd>[1-7]))?",
        rf"{YEAR},? (?:{names.week}) ?(?P<w>\d\d?)",
        rf"(?:{names.week}|W) ?(?P<w>\d\d?)(?:(?: of|,|/)? ?{YEAR})?",
        rf"{YEAR}[- ]?Q(?P<q>[1-4])",
        rf"Q(?P<q>[1-4])(?:(?: of|,|/)? ?{YEAR})?",
        rf"{YEAR}[- ]?H(?P<h>[12])",
        rf"H(?P<h>[12])(?:(?: of|,|/)? ?{YEAR})?",
        rf"{YEAR}-(?P<m>0[1-9]|1[0-2])(?: {mon})?",
        *day_and_month(names),
        rf"{mon}(?:,?(?: de)? {YEAR})?",
        rf"{YEAR},? {mon}(?: {DAY})?",
        rf"(?P<d>\d\d?)\.(?P<m>\d\d?)\.{YEAR}",
        rf"(?P<n1>\d\d?)(?P<sep>[-/])(?P<n2>\d\d?)(?P=sep){YEAR}",
        r"(?P<two>\d\d?/\d\d?/\d\d)",
        rf"{YEAR}年(?P<m>\d\d?)月(?P<d>\d\d?)日",
        rf"{DAY},? {YEAR}",
        YEAR,
        DAY,
    )
    weekday = rf"(?:{names.day})\b\.?"
    return _Patterns(
        tuple(re.compile(form, re.IGNORECASE) for form in forms),
        re.compile(rf" ?(?:[-–—/]|\.\.\.?| (?:{names.between}) ) ?", re.IGNORECASE),
        re.compile(
            rf"(?:{weekday},?(?: the| den| le)? ?|week (?:of|ending|starting) |w/[ec] |the )+", re.IGNORECASE
        ),
        re.compile(rf",? ?(?:\({weekday}\)|{weekday})$", re.IGNORECASE),
    )


LONGEST = 60


class When(NamedTuple):
    """The days a written date stands for; `whole` tells that `last` and the precision say it all."""

    first: Day
    last: Day
    precision: Literal["day", "month", "quarter", "year"]
    whole: bool = True


class _Parts(NamedTuple):
    """The numbers of one written date, as far as they were written."""

    y: int | None = None
    m: int | None = None
    d: int | None = None
    w: int | None = None
    wd: int | None = None
    q: int | None = None
    h: int | None = None
    either: str = ""


_NUMBERS = ("y", "m", "d", "w", "wd", "q", "h")


class _Impossible(Exception):
    """The text is a date that no calendar has, or that needs a year nobody gave."""


def _parts(text: str, names: Names) -> _Parts | None:
    match = next((found for form in _patterns(names).forms if (found := form.fullmatch(text))), None)
    if match is None:
        return None
    group = match.groupdict()
    numbers = {key: int(group[key]) for key in _NUMBERS if group.get(key)}
    if group.get("mon"):
        named = names.month(group["mon"])
        if numbers.setdefault("m", named) != named:
            return _Parts(either=f"{text} names two months")
    if group.get("two"):
        return _Parts(either=f"{text} leaves open which number is the day, the month and the year")
    if group.get("n1"):
        one, two = int(group["n1"]), int(group["n2"])
        if one <= 12 and two <= 12 and one != two:
            both = f"{one} {MONTHS[two - 1]} or {two} {MONTHS[one - 1]}"
            return _Parts(y=numbers["y"], either=f"{text} can be {both}")
        numbers["d"], numbers["m"] = (two, one) if two > 12 else (one, two)
    y, m, d, w, wd, q, h = (numbers.get(key) for key in _NUMBERS)
    return _Parts(y, m, d, w, wd, q, h)


def _year(parts: _Parts, around: When | None, named: str) -> int:
    if parts.y is not None:
        return parts.y
    if around is None:
        raise _Impossible(f"{named} without a year")
    if around.first.year == around.last.year or parts.m is None:
        return around.last.year
    month = (around.first.year, around.first.month)
    return around.first.year if (around.first.year, parts.m) >= month else around.last.year


def _week(year: int, week: int, weekday: int | None) -> When:
    try:
        monday = datetime.date.fromisocalendar(year, week, 1)
        sunday = datetime.date.fromisocalendar(year, week, 7)
    except ValueError:
        raise _Impossible(f"{year} has no week {week}") from None
    if weekday is None:
        return When(monday, sunday, "day", False)
    day = datetime.date.fromisocalendar(year, week, weekday)
    return When(day, day, "day")


def _months(year: int, first: int, last: int) -> When:
    start = datetime.date(year, first, 1)
    end = datetime.date(year, last, calendar.monthrange(year, last)[1])
    return _spanning(start, end)


def _day(year: int, month: int, day: int) -> When:
    if not 1 <= month <= 12:
        raise _Impossible(f"there is no month {month}")
    length = calendar.monthrange(year, month)[1]
    if not 1 <= day <= length:
        which = f"{MONTHS[month - 1]} {year}" if month == 2 else MONTHS[month - 1]
        raise _Impossible(f"{which} has {length} days")
    exact = datetime.date(year, month, day)
    return When(exact, exact, "day")


def _point(parts: _Parts, around: When | None) -> When | None:
    if parts.either:
        raise _Impossible(parts.either)
    if parts.w is not None:
        if parts.y is None and around is None:
            return None  # `Week 3` of a project counts from its start: a name, not a date
        return _week(_year(parts, around, "a week"), parts.w, parts.wd)
    if parts.q is not None:
        return _months(_year(parts, around, "a quarter"), parts.q * 3 - 2, parts.q * 3)
    if parts.h is not None:
        return _months(_year(parts, around, "a half"), parts.h * 6 - 5, parts.h * 6)
    if parts.m is None:
        return None if parts.d is not None or parts.y is None else _months(parts.y, 1, 12)
    if parts.d is None:
        return _months(_year(parts, around, "a month"), parts.m, parts.m)
    if parts.y is None and around is None:
        _day(2000, parts.m, parts.d)
    return _day(_year(parts, around, "a day"), parts.m, parts.d)


def _spanning(first: Day, last: Day) -> When:
    """Return the coarsest unit that is exactly these days, else the finest one that ends them."""
    if first == last:
        return When(first, last, "day")
    starts, ends = first.day == 1, last == _last_of_month(last)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if not (starts and ends):
        return When(first, last, "day", False)
    if months == 1:
        return When(first, last, "month")
    if months == 3 and first.month % 3 == 1:
        return When(first, last, "quarter")
    if months % 12 == 0 and first.month == 1:
        return When(first, last, "year", months == 12)
    return When(first, last, "month", False)


def _last_of_month(day: Day) -> Day:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _range(text: str, around: When | None, names: Names) -> When | None:
    patterns = _patterns(names)
    for dash in patterns.between.finditer(text):
        # `Mon 2 Mar - Fri 6 Mar 2026`
        end = patterns.before.sub("", text[dash.end() :], count=1)
        left, right = _parts(text[: dash.start()], names), _parts(end, names)
        if left is None or right is None or left.w is not None or right.w is not None:
            continue
        if left == _Parts(y=left.y) and right.d is not None:
            continue  # `2026/4 May`: from a year to a day is no range
        if right.m is None and right.d is not None and left.d is not None:
            right = right._replace(m=left.m, y=right.y or left.y)
        if left.m is None and left.d is not None:
            left = left._replace(m=right.m)
        right = right._replace(y=right.y or left.y)
        first, last = _point(left._replace(y=left.y or right.y), around), _point(right, around)
        if first and last and first.first > last.last and left.y is None and right.y is not None:
            first = _point(left._replace(y=right.y - 1), around)  # 28 Dec - 3 Jan 2021
        if first and last and first.first > last.last:
            raise _Impossible("the range ends before it starts")
        if first and last:
            return _spanning(first.first, last.last)
    return None


def _weekday(text: str, around: When | None, names: Names) -> When | None:
    """Return the day of the week `around` that `text` names, if `around` is one week."""
    if around is None or (around.last - around.first).days != 6:
        return None
    if not is_weekday(text, names):
        return None
    day = around.first + datetime.timedelta(days=names.weekday(text))
    return When(day, day, "day")


def is_weekday(text: str, names: Names = ENGLISH) -> bool:
    """Tell whether a text is the name of a day of the week and no more."""
    return re.fullmatch(rf"(?:{names.day})\b\.?", text, re.IGNORECASE) is not None


def is_range(text: str, names: Names = ENGLISH) -> bool:
    """Tell whether a date that was read goes from one day to another, each of them written."""
    return _parts(_bare(" ".join(text.split()), names), names) is None


def _bare(text: str, names: Names) -> str:
    patterns = _patterns(names)
    return patterns.after.sub(
        "", patterns.before.sub("", text, count=1) if patterns.before.match(text) else text
    ).strip(" ,")


def read(text: str, around: When | None, names: Names = ENGLISH) -> When | str | None:
    """Return the days that `text` as a whole stands for, why there are none, or None if it is no date.

    What is left out, such as the year, comes from `around`.
    """
    text = " ".join(text.split())
    if not text or len(text) > LONGEST:
        return None
    if not text.isascii():
        # File names may have their accents apart.
        text = unicodedata.normalize("NFC", text)
    if names.form and (exact := date_forms.day(text.strip(" :,;"), names.form)):
        return When(exact, exact, "day")
    named = _weekday(text, around, names)
    if named:
        return named
    try:
        # A word may be the name of a month and of a day of the week.
        for written in dict.fromkeys((text, _bare(text, names))):
            parts = _parts(written, names)
            found = (_point(parts, around) if parts else None) or _range(written, around, names)
            if found:
                return found
    except _Impossible as error:
        return str(error)
    return None
