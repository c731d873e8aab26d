"""Thanks that I gave: in the journal, and in feedback."""

import datetime
from typing import Any

from growth.records.answer import Answer
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.person import Person
from growth.rules.thanks import last_thanked, thanks

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
ANA = Person(name="Ana Silva", handles=("ana", "asilva"), created=NOW)


def kudos(day: int, who: str = "ana", **fields: Any) -> Entry:
    base: dict[str, Any] = {"kind": "kudos", "title": "x", "people": (who,), "created": NOW}
    return Entry(day=Day(2026, 11, day), **base | fields)


def said(day: int, about: str = "@ana", **fields: Any) -> Answer:
    base: dict[str, Any] = {"person": "me", "manner": "given", "thanks": True, "created": NOW}
    return Answer(day=Day(2026, 11, day), about=about, **base | fields)


def last(entries: list[Entry], answers: list[Answer]) -> int:
    day = last_thanked(ANA, thanks(entries, answers, TODAY))
    return day.day if day else 0


def test_the_newest_of_both_counts() -> None:
    assert last([kudos(9)], [said(3)]) == 9
    assert last([kudos(2, "ASilva")], [said(3), said(1)]) == 3
    assert last([], [said(5, "@asilva")]) == 5


def test_what_is_no_thanks_to_her_does_not_count() -> None:
    entries = [kudos(9, "bo"), kudos(9, kind="win"), kudos(24, precision="none"), kudos(25)]
    answers = [said(9, "@bo"), said(9, thanks=False), said(25), said(9, person="ana", manner="praise")]
    assert last(entries, answers) == 0
