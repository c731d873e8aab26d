"""Dates in the form that their writer names: what `--date-format` takes, which is that of strftime."""

import datetime
import re

from growth.errors import WrongUsage
from growth.records.dates import Day

# What strftime writes and strptime does not take.
_WRITTEN = {
    "F": "%Y-%m-%d", "T": "%H:%M:%S", "R": "%H:%M", "r": "%I:%M:%S %p", "D": "%m/%d/%y", "e": "%d",
    "k": "%H", "l": "%I", "h": "%b", "P": "%p", "n": " ", "t": " ",
}  # fmt: skip
_READ = frozenset("aAbBcdfGHIjmMpSuUVwWxXyYzZ%")
_DIRECTIVE = re.compile(r"%([-_0^#]?)(.?)", re.DOTALL)
_YEARS = re.compile(r"%[YyGcx]")
_CLOCK = re.compile(
    r"(?:[ T,]|\bat\b)*(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?\s*(?:[ap]\.?m\.?)?\s*"
    r"(?:Z|UTC|GMT|[-+]\d\d:?\d\d)?$",
    re.IGNORECASE,
)
LONGEST = 100


def form(text: str) -> str:
    """Return a form of strftime as strptime takes it; what it cannot be is refused."""

    def one(match: re.Match[str]) -> str:
        letter = match[2]
        if letter in _WRITTEN:
            return _WRITTEN[letter]
        if letter and letter in _READ:
            return f"%{letter}"
        raise WrongUsage(f"--date-format {text!r} has {match[0]!r}, which stands for nothing", _HINT)

    found = _DIRECTIVE.sub(one, text.strip())
    try:
        datetime.datetime.strptime("", found)
    except re.error:
        raise WrongUsage(f"--date-format {text!r} names a part twice", _HINT) from None
    except ValueError:
        pass
    return found


_HINT = "such as --date-format '%d/%m/%Y %H:%M': %d the day, %m the month, %Y the year"


def has_year(form: str) -> bool:
    """Tell whether a form says the year; without one it tells no day."""
    return _YEARS.search(form) is not None


def without_clock(text: str) -> str:
    """Return a written instant without its time of day."""
    return _CLOCK.sub("", text[:LONGEST]).strip(" ,")


def day(text: str, form: str) -> Day | None:
    """Return the day of a text in a form; a time of day may follow that the form does not name."""
    for part in dict.fromkeys((text.strip(), without_clock(text))):
        try:
            # The day as it was written, whatever zone stands beside it.
            return datetime.datetime.strptime(part[:LONGEST], form).date()
        except ValueError:
            continue
    return None
