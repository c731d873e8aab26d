"""The invented year of the demo: days counted from today become days of the calendar."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, cast

import msgspec

from growth.records.dates import Day, Instant
from growth.records.ids import ALPHABET
from growth.records.kinds import BY_WORD, Record
from growth.rules.cited import Citable, content_hash
from growth.rules.demo_halves import placed

DAYS = frozenset((
    "day", "due", "added", "since", "until", "closed", "moved", "finished", "start", "end", "told", "sent",
    "answered",
))  # fmt: skip
POINTERS = ("origin", "mentorship", "request", "follows", "built_on", "accepted", "source")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# The year is told from a Tuesday, so that the 1:1 of Tuesdays is today and was seven days ago.
TOLD_ON = 1
KEY = "key:"
BEFORE = 800
# Odd, so that no two numbers below 2**20 give one ending; large, so that neighbours look unlike.
_SPREAD, _START = 0x6A5E3, 0x3C0F7

Row = dict[str, Any]


class Place(NamedTuple):
    """What a record of the demo is called, and the day it was made on."""

    id: str
    day: Day


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
    # Of a goal, `moved` is yes or no; of a promise, it holds days.
    if field in DAYS and isinstance(value, int) and not isinstance(value, bool):
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


def _places(rows: Sequence[Row], today: Day, first: int) -> list[Place]:
    days = [today + datetime.timedelta(days=_made(row)) for row in rows]
    return [
        Place(f"{BY_WORD[row['record']].letter}{day:%y%m%d}-{ending(first + number)}", day)
        for number, (row, day) in enumerate(zip(rows, days, strict=True))
    ]


def lent(rows: Sequence[Row], today: Day, first: int, owner: str) -> dict[str, Place]:
    """Return by their keys the records that somebody handed over, as who opened them refers to them."""
    places = _places([placed(row, today) for row in rows], today, first)
    return {
        f"{owner}:{KEY}{row['key']}": Place(f"{owner}:{place.id}", place.day)
        for row, place in zip(rows, places, strict=True) if "key" in row
    }  # fmt: skip


def records(
    rows: Sequence[Row], now: Instant, first: int, others: Mapping[str, Place] | None = None
) -> list[Record]:
    """Return the records that rows are, numbered from `first`; the same day gives the same records.

    `others` are records of others that rows refer to, by key.
    """
    today = now.date()
    rows = [placed(row, today) for row in rows]
    places = _places(rows, today, first)
    keyed = {KEY + row["key"]: place for row, place in zip(rows, places, strict=True) if "key" in row}
    keys = keyed | dict(others or {})
    nth: Counter[Day] = Counter()
    out: list[Record] = []
    for row, place in zip(rows, places, strict=True):
        fields = {
            name: _dated(value, today, name) for name, value in row.items() if name not in ("record", "key")
        }
        fields |= {name: keys[fields[name]].id for name in POINTERS if name in fields}
        if "evidence" in fields:
            fields["evidence"] = _links(fields, keys)
        if "votes" in fields:
            fields["votes"] = [
                one | {"period": _stretch(one["start"], one["end"])} for one in fields["votes"]
            ]
        if "outcomes" in fields:
            fields["outcomes"] = [keys[one].id for one in fields["outcomes"]]
        if "meets" in fields:
            fields["meets"] = meets(fields["meets"], today)
        if row["record"] == "thumb":
            fields["target"] = keys[fields["target"]].id
        if row["record"] == "draft":
            fields |= _drafted(fields, keys, {one.id: one for one in out})
        fields |= {"id": place.id, "created": _created(place.day, nth[place.day], now)}
        nth[place.day] += 1
        out.append(msgspec.convert(fields, BY_WORD[row["record"]].type))
    return out


def _drafted(fields: Row, keys: Mapping[str, Place], made: Mapping[str, Record]) -> Row:
    """Return what of a draft rests on other records: their ids in its text, hashes and places."""
    output = fields["output"]
    for key, place in keys.items():
        output = output.replace(f"[{key}]", f"[{place.id}]")
    given = [keys[one["ref"]].id for one in fields["given"]]
    return {
        "output": output,
        "given": [{"ref": ref, "hash": content_hash(cast(Citable, made[ref]))} for ref in given],
        "findings": [one | {"at": output.index(one["text"])} for one in fields.get("findings", ())],
    }


def _stretch(start: Day, end: Day) -> str:
    return f"{start} to {end - datetime.timedelta(days=1)}"


def _links(fields: Row, keys: Mapping[str, Place]) -> list[Row]:
    """Return the evidence of an assessment; a half year shifts beside what is counted from today."""
    return [
        link | {"record": keys[link["record"]].id}
        for link in fields["evidence"]
        if fields["start"] <= keys[link["record"]].day < fields["end"]
    ]


def store_id(name: str) -> str:
    """Return the id of the invented store of somebody in the demo."""
    from hashlib import blake2b

    return blake2b(f"growth demo {name}".encode(), digest_size=8).hexdigest()


def handles(rows: Iterable[Row]) -> dict[str, Row]:
    """Return the rows that are people, by their handle."""
    return {row["handles"][0]: row for row in rows if row["record"] == "person"}
