"""What of my records stands on a day of the calendar: meetings held, promises due, follow-ups, goals."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from growth.records.action import Action
from growth.records.dates import Day, Instant, Period
from growth.records.goal import Goal
from growth.records.kinds import Record
from growth.records.request import Request
from growth.records.session import Session

# States in which somebody still waits for an answer.
_WAITED_FOR = ("sent",)


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """One day of a calendar. `uid` stays what it is however often it is written; `at` is the last change."""

    uid: str
    summary: str
    day: Day
    at: Instant


def dated(records: Iterable[Record], period: Period, name: Callable[[str], str]) -> list[Dated]:
    """Return the days of a period that records name, in order."""
    found = (one for record in records for one in _days(record, name) if one.day in period)
    return sorted(found, key=lambda one: (one.day, one.uid))


def _days(record: Record, name: Callable[[str], str]) -> Iterator[Dated]:
    def on(day: Day | None, part: str, summary: str) -> Iterator[Dated]:
        if day is not None:
            uid = f"{record.id}{'-' + part if part else ''}@growth"
            yield Dated(uid=uid, summary=summary, day=day, at=record.changed or record.created)

    if isinstance(record, Session):
        kind = "1:1" if record.kind == "1on1" else "Mentoring"
        yield from on(record.day, "", f"{kind} with {name(record.person)}")
    elif isinstance(record, Action) and record.state == "open":
        whose = "" if record.owner == "me" else f"{name(record.owner)}: "
        yield from on(record.due, "due", f"Due: {whose}{record.text}")
    elif isinstance(record, Request) and record.state in _WAITED_FOR:
        yield from on(record.due, "due", f"Follow up: feedback from {name(record.person)}")
    elif isinstance(record, Goal):
        due = record.due if record.state == "open" else None
        yield from on(due, "due", f"Goal: {record.text}")
        if record.state == "reached":
            yield from on(record.closed, "reached", f"Reached: {record.text}")
