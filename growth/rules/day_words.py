"""Days and counts as people say them."""

import datetime

from growth.records.dates import Day

_ONE = datetime.timedelta(days=1)


def day_words(day: Day, today: Day) -> str:
    """Return `Fri 27 Nov`, or `27 Nov 2027` in another year."""
    return f"{day:%a} {day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b %Y}"


def near(day: Day, today: Day) -> str:
    """Return `today`, `tomorrow`, `yesterday`, or the day as it is said otherwise."""
    named = {today: "today", today + _ONE: "tomorrow", today - _ONE: "yesterday"}
    return named.get(day) or day_words(day, today)


def ago(day: Day, today: Day) -> str:
    """Return how long ago a day was: `today`, `yesterday`, `7 days ago`, `5 weeks ago`."""
    days = (today - day).days
    if days <= 1:
        return near(day, today)
    return f"{days} days ago" if days < 28 else f"{days // 7} weeks ago"


def old(day: Day, today: Day) -> str:
    """Return how old something of a day is: `new today`, `1 day old`, `3 weeks old`."""
    days = (today - day).days
    if days < 1:
        return "new today"
    return f"{counted(days, 'day')} old" if days < 14 else f"{days // 7} weeks old"


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return `1 day`, `2 days`, `2 entries`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def a(noun: str) -> str:
    """Return `a dataset`, `an eval`."""
    return f"{'an' if noun[:1].lower() in tuple('aeiou') else 'a'} {noun}"


def times(number: int) -> str:
    """Return `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(number) or f"{number} times"
