"""The dates that the entries of a jrnl journal begin with.

A journal has one form of date: the one named, the one of jrnl's own settings, or the one that its
dates show. Where they show two, whoever wrote it is asked.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from growth.errors import WrongUsage
from growth.exchange import date_forms
from growth.exchange.month_names import MONTHS
from growth.exchange.written_dates import When, read
from growth.records.dates import Day

_NUMBERS = re.compile(r"(\d\d?)([-/.])(\d\d?)\2(\d{4}|\d\d)")
# As C writes an instant: the year stands behind the time of day.
_ASCTIME = "%a %b %d %H:%M:%S %Y"
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?= \d\d:\d\d)")
# So many different ones are remembered.
_MOST = 20_000
_CLOCK = re.compile(r"\d.*\d{1,2}:\d\d")


class Stamp(NamedTuple):
    """What stands in brackets, and the line it stands on."""

    line: int
    text: str


class Dates:
    """Reads the dates of one journal."""

    def __init__(self, name: str, forms: Sequence[str], stamps: Iterable[Stamp]) -> None:
        self.forms = forms
        self._seen: dict[str, Day | str | None] = {}
        self._order = self._shown(name, stamps)

    def _unread(self, text: str) -> str:
        """Return what is left of a stamp for its numbers to tell the day."""
        if not self.forms and _ISO.match(text):
            return ""
        known = any(date_forms.day(text, form) for form in self.forms)
        return "" if known else date_forms.without_clock(text)

    def _shown(self, name: str, stamps: Iterable[Stamp]) -> str:
        """Return whether the day or the month comes first in dates such as 04/03/2026."""
        shown: dict[str, tuple[Stamp, re.Match[str]]] = {}
        for stamp in stamps:
            match = _NUMBERS.fullmatch(self._unread(stamp.text))
            if match and (match[2] != "." or len(match[4]) == 2):
                one, two = int(match[1]), int(match[3])
                if len(match[4]) == 2:
                    shown.setdefault("short", (stamp, match))
                elif one != two:
                    kind = "day" if one > 12 else "month" if two > 12 else "either"
                    shown.setdefault(kind, (stamp, match))
        if "short" in shown:
            raise _ask(name, *shown["short"])
        if "either" in shown and ("day" in shown) == ("month" in shown):
            raise _ask(name, *shown["either"])
        return "day" if "day" in shown else "month"

    def read(self, text: str) -> Day | str | None:
        """Return the day of a stamp, why it is none, or None where it is no date."""
        # The hours of one day are many; without a form of its own a stamp is told by its day.
        iso = None if self.forms else _ISO.match(text)
        key = iso[0] if iso else text
        if len(self._seen) > _MOST:
            self._seen.clear()
        if key not in self._seen:
            known = date_forms.day(key, "%Y-%m-%d") if iso else None
            self._seen[key] = known or self._read(key)
        return self._seen[key]

    def _read(self, text: str) -> Day | str | None:
        for form in (*self.forms, _ASCTIME):
            found = date_forms.day(text, form)
            if found and date_forms.has_year(form):
                return found
        rest = date_forms.without_clock(text)
        match = _NUMBERS.fullmatch(rest)
        if match and match[2] != "." and int(match[1]) <= 12 and int(match[3]) <= 12:
            day, month = (match[1], match[3]) if self._order == "day" else (match[3], match[1])
            rest = f"{match[4]}-{month}-{day}"
        when = read(rest, None)
        if isinstance(when, When):
            return when.first if when.first == when.last else None
        return when or ("a date in no form that is known" if _CLOCK.search(text) else None)


def _ask(name: str, stamp: Stamp, match: re.Match[str]) -> WrongUsage:
    """Return the question which form a date has that can be read in two ways."""
    one, sign, two, year = int(match[1]), match[2], int(match[3]), "%Y" if len(match[4]) == 4 else "%y"
    forms = [(f"%d{sign}%m{sign}{year}", one, two), (f"%m{sign}%d{sign}{year}", two, one)]
    if year == "%y":
        forms.append((f"%y{sign}%m{sign}%d", int(match[4]), two))
    possible = [one for one in forms if 1 <= one[1] <= 31 and 1 <= one[2] <= 12]
    said = [(form, f"{day} {MONTHS[month - 1]}") for form, day, month in possible]
    readings = " or ".join(words for _, words in said) or "no day that a calendar has"
    hint = ", ".join(f"--date-format '{form}' for {words}" for form, words in said) or "mend it in an editor"
    return WrongUsage(f"{name}:{stamp.line}: {match[0]} can be {readings}", hint)


def of_one_day(day: Day, forms: Sequence[str], text: str) -> Day | None:
    """Return `day` where a text is an instant or a time of it: its file says which day it is of."""
    known = any(date_forms.day(text, form) for form in forms)
    return day if known or date_forms.without_clock(text) != text.strip(" ,") else None
