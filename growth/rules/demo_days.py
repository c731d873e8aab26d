"""The invented year of the demo: days counted from today become days of the calendar."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from growth.records.dates import Day, Instant
from growth.records.ids import ALPHABET
from growth.records.kinds import BY_WORD, Record

DAYS = frozenset(("day", "due", "added", "since", "until", "closed", "moved"))
POINTERS = ("origin", "mentorship", "request", "follows")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# The year is told from a Tuesday, so that the 1:1 of Tuesdays is today and was seven days ago.
TOLD_ON = 1
KEY = "key:"
BEFORE = 800
# Odd, so that no two numbers below 2**20 give one ending; large, so that neighbours look unlike.
_SPREAD, _START = 0x6A5E3, 0x3C0F7

Row = dict[str, Any]


def ending(number: int) -> str:
    """Return the four characters that the id of the demo's record with this number ends in."""
    spread = (number * _SPREAD + _START) % (1 << 20)
    return "".join(ALPHABET[(spread >> shift) % 32] for shift in (15, 10, 5, 0))


def meets(words: str, today: Day) -> str:
    """Return a cadence with its weekday moved as far as today is from the day the year is told on."""
    moved = [
        WEEKDAYS[(WEEKDAYS.index(word) + today.weekday() - TOLD_ON) % 7] if word in WEEKDAYS else word
        for word in words.split(" ")
    ]
    return " ".join(moved)


def _dated(value: Any, today: Day, field: str = "") -> Any:
    if field in DAYS and isinstance(value, int):
        return today + datetime.timedelta(days=value)
    if isinstance(value, dict):
        return {name: _dated(inner, today, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_dated(inner, today, field) for inner in value]
    return value


def _made(row: Row) -> int:
    """Return the day a row's record was made on, counted from today."""
    if row["record"] == "person":
        since = [relation["since"] for relation in row.get("relations", ()) if "since" in relation]
        return min(since, default=-BEFORE)
    if "day" in row or "since" in row:
        return int(row["day"] if "day" in row else row["since"])
    return min((int(item["added"]) for item in row.get("agenda", ())), default=0)


def _created(day: Day, nth: int, now: Instant) -> Instant:
    start = datetime.time(9) if day < now.date() else datetime.time(7)
    made = datetime.datetime.combine(day, start, now.tzinfo) + datetime.timedelta(minutes=11 * nth)
    return min(made, now)


def morning(now: Instant) -> Instant:
    """Return the instant of today at which the bundles of the demo were made."""
    return now.replace(hour=7, minute=30, second=0, microsecond=0)


def records(rows: Sequence[Row], now: Instant, first: int) -> list[Record]:
    """Return the records that rows are, numbered from `first`; the same day gives the same records."""
    today = now.date()
    days = [today + datetime.timedelta(days=_made(row)) for row in rows]
    ids = [
        f"{BY_WORD[row['record']].letter}{day:%y%m%d}-{ending(first + number)}"
        for number, (row, day) in enumerate(zip(rows, days, strict=True))
    ]
    keys = {KEY + row["key"]: ids[number] for number, row in enumerate(rows) if "key" in row}
    nth: Counter[Day] = Counter()
    out: list[Record] = []
    for row, day, identifier in zip(rows, days, ids, strict=True):
        fields = {
            name: _dated(value, today, name) for name, value in row.items() if name not in ("record", "key")
        }
        fields |= {name: keys[fields[name]] for name in POINTERS if name in fields}
        if "meets" in fields:
            fields["meets"] = meets(fields["meets"], today)
        fields |= {"id": identifier, "created": _created(day, nth[day], now)}
        nth[day] += 1
        out.append(msgspec.convert(fields, BY_WORD[row["record"]].type))
    return out


def store_id(name: str) -> str:
    """Return the id of the invented store of somebody in the demo."""
    from hashlib import blake2b

    return blake2b(f"growth demo {name}".encode(), digest_size=8).hexdigest()


def handles(rows: Iterable[Row]) -> dict[str, Row]:
    """Return the rows that are people, by their handle."""
    return {row["handles"][0]: row for row in rows if row["record"] == "person"}
