"""The ledger: where promises came from, and how old they are."""

import datetime
from typing import Any

import pytest

from growth.records.action import Action
from growth.records.session import Session
from growth.rules.day_words import old
from growth.rules.ledger import kinds, rows, source
from growth.rules.promises import promise

Day = datetime.date
TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
SESSIONS = kinds(
    [
        Session(id="s261117-aaaa", person="ana", created=NOW),
        Session(id="s261117-bbbb", kind="mentoring", person="kim", created=NOW),
    ]
)


def action(**fields: Any) -> Action:
    base: dict[str, Any] = {"id": "t261101-aaaa", "text": "x", "day": Day(2026, 11, 3), "created": NOW}
    return Action(**(base | fields))


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("s261117-aaaa", "1on1"),
        ("s261117-bbbb", "mentoring"),
        ("f261119-cccc", "feedback"),
        ("", "hand"),
        ("s261117-gone", "hand"),
    ],
)
def test_where_a_promise_was_made(origin: str, expected: str) -> None:
    assert source(action(origin=origin), SESSIONS) == expected


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({}, "no day set, 3 weeks old"),
        ({"day": Day(2026, 11, 13)}, "no day set"),
        ({"due": Day(2026, 11, 20)}, "4 days late"),
        ({"due": Day(2026, 11, 20), "moved": (Day(2026, 11, 6),)}, "4 days late, moved once from 6 Nov"),
        (
            {"due": Day(2026, 11, 27), "moved": (Day(2025, 12, 30), Day(2026, 11, 6))},
            "due Fri 27 Nov, moved twice from 30 Dec 2025",
        ),
        ({"state": "done", "closed": TODAY, "moved": (Day(2026, 11, 6),)}, "done Tue 24 Nov"),
    ],
)
def test_what_is_said_of_its_day(fields: dict[str, Any], day: str) -> None:
    (row,) = rows([promise(action(**fields), TODAY)], SESSIONS, TODAY)
    assert row.day == day


def test_how_old_it_is() -> None:
    days = (0, 1, 13, 14, 20, 21, 365)
    assert [old(TODAY - datetime.timedelta(days=number), TODAY) for number in days] == [
        "new today", "1 day old", "13 days old", "2 weeks old", "2 weeks old", "3 weeks old", "52 weeks old",
    ]  # fmt: skip
