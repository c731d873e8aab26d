"""How the days of one column are written: nothing is guessed that its own values do not settle."""

import datetime
import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from growth.errors import WrongUsage
from growth.exchange import date_forms
from growth.exchange.instants import instant
from growth.exchange.month_names import MONTHS
from growth.exchange.written_dates import When
from growth.exchange.written_dates import read as written
from growth.records.dates import Day
from growth.records.entry import Precision

# `04/03/2026` and `24-11-26`, perhaps with an hour behind.
_NUMBERS = re.compile(
    r"(?P<one>\d{1,2})(?P<sep>[/.-])(?P<two>\d{1,2})(?P=sep)(?P<year>\d{4}|\d\d)"
    r"(?:,? +\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?)?",
    re.ASCII | re.IGNORECASE,
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_LONGEST = 100
# So many different ones are remembered.
_MOST = 20_000
Order = Literal["", "day", "month"]


class Read(NamedTuple):
    """The day a value stands for; `why` there is none, `note` what is more than the day can hold."""

    day: Day | None = None
    precision: Precision = "none"
    why: str = ""
    note: str = ""


class DayForm:
    """The form of a column: which number comes first, or one given in the way of strptime."""

    def __init__(self, order: Order = "", form: str = "") -> None:
        self.order, self.form = order, form
        self._known: dict[str, Read] = {}

    def read(self, text: str) -> Read:
        """Return the day that a value stands for."""
        text = " ".join(text.split())
        if not text:
            return Read()
        if len(text) > _LONGEST:
            return Read(why=f"{text[:40]!r}… is no day")
        if len(self._known) > _MOST:
            self._known.clear()
        if text not in self._known:
            self._known[text] = self._formed(text) if self.form else self._read(text)
        return self._known[text]

    def _formed(self, text: str) -> Read:
        found = date_forms.day(text, self.form)
        # It says one day alone, unless the form itself puts the day before the month.
        if not found and _ISO.fullmatch(text) and "%Y-%d" not in self.form:
            return self._read(text)
        return Read(found, "day") if found else Read(why=f"{text!r} is not written as {self.form}")

    def _read(self, text: str) -> Read:
        moment = instant(text)
        if moment:
            return Read(moment.date(), "day")
        match = _NUMBERS.fullmatch(text)
        if match and match["sep"] != "." and len(match["year"]) == 4:
            return self._numbers(match)
        when = written(match[0].split()[0].rstrip(",") if match else text, None)
        if isinstance(when, When):
            return Read(when.last, when.precision, note="" if when.whole else text)
        return Read(why=f"{text!r}: {when}" if when else f"{text!r} is no day that is read here")

    def _numbers(self, match: re.Match[str]) -> Read:
        one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
        day, month = (two, one) if self.order == "month" else (one, two)
        try:
            return Read(datetime.date(year, month, day), "day")
        except ValueError:
            return Read(why=f"{match[0]!r} is a day that no calendar has")


def dated(text: str) -> bool:
    """Tell whether a value looks like a day, also where it could be two."""
    text = " ".join(text.split())
    return bool(_NUMBERS.fullmatch(text)) or DayForm().read(text).day is not None


def given(form: str) -> DayForm:
    """Return the form that a user gave, which must tell a day with its year."""
    if not date_forms.has_year(form):
        raise WrongUsage(f"--date-format {form!r} has no year", "write it as %Y-%m-%d or %d/%m/%y")
    return DayForm(form=date_forms.form(form))


def _words(day: str, month: str) -> str:
    return f"{int(day)} {MONTHS[int(month) - 1]}"


def settled(values: Iterable[tuple[int, str]], *, name: str, column: str, form: str) -> DayForm:
    """Return the form of a column: the one given, or what a day above 12 settles for all of it."""
    if form:
        return given(form)
    order: Order = ""
    sure, open_ = (0, ""), (0, "")
    for line, value in values:
        match = _NUMBERS.fullmatch(" ".join(value.split()))
        if match is None:
            continue
        if len(match["year"]) == 2:
            raise WrongUsage(
                f"{name}:{line}: {match[0]} in the column {column!r} has a year of two digits",
                "say how its days are written, for example --date-format %d/%m/%y",
            )
        one, two = int(match["one"]), int(match["two"])
        if match["sep"] == "." or one == two or (one > 12 and two > 12):
            continue
        if one <= 12 and two <= 12:
            open_ = open_ if open_[0] else (line, match[0])
            continue
        now: Order = "day" if one > 12 else "month"
        if order and now != order:
            raise WrongUsage(
                f"{name}: the column {column!r} has days of two kinds: {sure[1]} on line {sure[0]}, "
                f"{match[0]} on line {line}",
                "say which one counts, and the others are told: --date-format %d/%m/%Y or %m/%d/%Y",
            )
        order, sure = now, (line, match[0])
    if open_[0] and not order:
        raise _either(name, column, *open_)
    return DayForm(order)


def _either(name: str, column: str, line: int, text: str) -> WrongUsage:
    match = _NUMBERS.fullmatch(text)
    if match is None:
        raise AssertionError(text)
    one, two, sep = match["one"], match["two"], match["sep"]
    first, second = _words(one, two), _words(two, one)
    return WrongUsage(
        f"{name}:{line}: {text} in the column {column!r} can be {first} or {second}",
        f"say which: --date-format %d{sep}%m{sep}%Y for {first}, %m{sep}%d{sep}%Y for {second}",
    )
