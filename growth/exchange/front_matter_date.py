"""The date of a whole file: of its front matter, else of its name."""

import datetime
import re

from growth.exchange.file_names import named_day
from growth.exchange.front_matter import FrontMatter
from growth.exchange.month_names import Names
from growth.exchange.wiki_links import plain
from growth.exchange.written_dates import When, read
from growth.records.imported import Misread

# What says when a file was made counts less than the day in its name.
_DAYS, _MADE = ("date", "day", "journal"), ("created", "created-at", "date created", "creation date")
DATES = (*_DAYS, *_MADE)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_UTC = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:Z|\+00:?00)", re.IGNORECASE)


def dated(matter: FrontMatter, name: str, names: Names) -> tuple[When | None, list[Misread]]:
    """Return the days that a file as a whole stands for, and what of it cannot be read."""
    misread: list[Misread] = []
    for key in _DAYS:
        if when := _written(matter, key, names, misread):
            return when, misread
    named = named_day(name, names)
    if isinstance(named, When) and named.whole and named.precision == "day":
        return named, misread
    for key in _MADE:
        if when := _written(matter, key, names, misread):
            return when, misread
    if isinstance(named, str):
        stem = name.replace("\\", "/").rpartition("/")[2]
        misread.append(Misread(1, stem, f"in the name of the file: {named}"))
        return None, misread
    return named, misread


def _written(matter: FrontMatter, key: str, names: Names, misread: list[Misread]) -> When | None:
    text = plain(matter.one(key))
    if not text:
        return None
    when = _instant(text) or read(text, None, names)
    if isinstance(when, When):
        return when
    misread.append(Misread(matter.places.get(key, 1), text, when or "not a date that is read here"))
    return None


def _instant(text: str) -> When | None:
    """Return the local day of an instant that is counted from UTC; midnight there stands for a day."""
    match = _UTC.fullmatch(text)
    if match and not match[2].startswith("00:00"):
        try:
            at = datetime.datetime.fromisoformat(f"{match[1]}T{match[2]}+00:00")
        except ValueError:
            return None
    elif _EPOCH.fullmatch(text):
        at = datetime.datetime.fromtimestamp(int(text[:10]), datetime.UTC)
    else:
        return None
    day = at.astimezone().date()
    return When(day, day, "day")
