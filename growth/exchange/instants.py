"""The time stamps that programs write, and the moment each stands for where it was written."""

import datetime
import re

_STAMP = re.compile(
    r"(?P<day>\d{4}-?\d\d-?\d\d)"
    r"(?:[T ](?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r" ?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?",
    re.ASCII | re.IGNORECASE,
)
_UTC = datetime.UTC
# Of a whole number so many digits are seconds since 1970, or thousandths of them: years 2001 to 2286.
_SECONDS, _THOUSANDTHS = 10, 13


def _local(moment: datetime.datetime) -> datetime.datetime | None:
    """Return a moment in the zone of this machine, or None at the ends of the calendar."""
    try:
        return moment.astimezone()
    except (OverflowError, OSError, ValueError):
        return None


def of_seconds(seconds: float) -> datetime.datetime | None:
    """Return the moment so many seconds after the start of 1970, on the clock of this machine."""
    try:
        return _local(datetime.datetime.fromtimestamp(seconds, _UTC))
    except (OverflowError, OSError, ValueError):
        return None


def instant(text: str) -> datetime.datetime | None:
    """Return the moment that a stamp stands for, on the clock of the place where it was written.

    What is in UTC is turned to the zone of this machine, as such a stamp tells no place. A stamp
    without an offset is taken as it stands. Digits alone are seconds, or milliseconds, since 1970.
    """
    if text.isascii() and text.isdigit() and len(text) in (_SECONDS, _THOUSANDTHS):
        return of_seconds(int(text) / (1000 if len(text) == _THOUSANDTHS else 1))
    match = _STAMP.fullmatch(text)
    if match is None:
        return None
    digits = match["day"].replace("-", "")
    clock = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    try:
        # A leap second is told as the one before it.
        hour, minute, second = clock
        moment = datetime.datetime(
            int(digits[:4]), int(digits[4:6]), int(digits[6:]), hour, minute, min(second, 59)
        )
        return _placed(moment, (match["zone"] or "").upper())
    except ValueError:
        return None


def _placed(moment: datetime.datetime, zone: str) -> datetime.datetime | None:
    if not zone:
        return moment
    digits = zone.replace(":", "")[1:]
    if zone in ("Z", "UTC", "GMT") or not int(digits):
        return _local(moment.replace(tzinfo=_UTC))
    offset = datetime.timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return moment.replace(tzinfo=datetime.timezone(-offset if zone[0] == "-" else offset))


def seconds_between(start: datetime.datetime, stop: datetime.datetime) -> float | None:
    """Return how long it is from one moment to another, or None where one alone tells its place."""
    if (start.tzinfo is None) != (stop.tzinfo is None):
        return None
    return (stop - start).total_seconds()
