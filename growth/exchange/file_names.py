"""The day, week, month or year that the name of a file tells: of daily notes, weekly notes, worklogs."""

import datetime
import re

from growth.exchange.month_names import ENGLISH, Names
from growth.exchange.written_dates import When, read

_Y, _M, _D = r"(?P<y>(?:19|20)\d\d)", r"(?P<m>\d\d)", r"(?P<d>\d\d)"
# Obsidian, Logseq, Dendron, and folders of years and months; a number on its own may be anything.
_DAYS = tuple(
    re.compile(form)
    for form in (
        rf"(?<!\d){_Y}(?P<sep>[-_.]){_M}(?P=sep){_D}(?!\d)",
        rf"(?:^|/){_Y}/(?:(?P=y)-)?{_M}(?:[-_ ][^/]*)?/{_D}(?!\d)[^/]*$",
        rf"(?:^|/){_Y}{_M}{_D}$",
    )
)
_NUMBER = re.compile(rf"(?<!\d){_Y}{_M}{_D}(?:(?:[01]\d|2[0-3])(?:[0-5]\d){{1,2}})?(?!\d)")
_COARSER = tuple(
    re.compile(rf"(?<!\d){form}(?!\d)")
    for form in (r"(?:19|20)\d\d-?W\d\d", r"(?:19|20)\d\d-?Q[1-4]", r"(?:19|20)\d\d-\d\d", r"(?:19|20)\d\d")
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def named_day(name: str, names: Names = ENGLISH) -> When | str | None:
    """Return the days that a file name stands for, why there are none, or None where it has no date."""
    place = name.replace("\\", "/")
    place = place[: place.rfind(".")] if "." in place[place.rfind("/") + 1 :].lstrip(".") else place
    stem = place.rpartition("/")[2]
    whole = read(stem, None, names) if _YEAR.search(stem) or names.form else None
    if whole is not None:
        return whole
    for form in _DAYS:
        # The last one: a folder may have a date of its own.
        match = next(reversed(list(form.finditer(place))), None)
        if match:
            return read(f"{match['y']}-{match['m']}-{match['d']}", None)
    number = _NUMBER.search(stem)
    if number and _is_day(number):
        return read(f"{number['y']}-{number['m']}-{number['d']}", None)
    for form in _COARSER:
        match = form.search(stem)
        when = read(match[0], None) if match else None
        if isinstance(when, When):
            return when
    return None


def _is_day(match: re.Match[str]) -> bool:
    try:
        datetime.date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return False
    return True


def file_date(name: str) -> When | None:
    """Return the days that the name of a file stands for, or None where it tells none."""
    when = named_day(name)
    return when if isinstance(when, When) else None
