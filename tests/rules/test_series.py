"""A cadence as the rule of a calendar."""

import datetime

import pytest

from growth.records.mentorship import Mentorship
from growth.records.person import Person
from growth.rules.cadence import parse
from growth.rules.meetings import Meeting
from growth.rules.series import Series, mentoring, one_on_one, rule

Day = datetime.date
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("words", "first", "expected"),
    [
        ("weekly tue 10:00", Day(2026, 11, 24), "FREQ=WEEKLY;BYDAY=TU"),
        ("2w", Day(2026, 11, 24), "FREQ=WEEKLY;INTERVAL=2"),
        ("2w sun", Day(2026, 11, 29), "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU"),
        ("daily 09:00", Day(2026, 11, 24), "FREQ=DAILY"),
        ("10d", Day(2026, 11, 24), "FREQ=DAILY;INTERVAL=10"),
        # Ten days after a Monday is a Thursday of the next week; after a Friday, a Monday two weeks on.
        ("10d mon", Day(2026, 11, 30), "FREQ=WEEKLY;BYDAY=MO"),
        ("10d fri", Day(2026, 11, 27), "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("monthly", Day(2026, 11, 24), "FREQ=MONTHLY"),
        ("monthly", Day(2027, 1, 31), "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"),
        ("monthly", Day(2027, 1, 29), "FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1"),
        ("monthly thu 15:00", Day(2026, 11, 26), "FREQ=MONTHLY;BYDAY=4TH"),
        ("quarterly mon", Day(2026, 11, 30), "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1MO"),
        ("yearly", Day(2026, 11, 24), "FREQ=MONTHLY;INTERVAL=12"),
    ],
)
def test_a_rule(words: str, first: Day, expected: str) -> None:
    assert rule(parse(words), first) == expected


def test_a_series_keeps_its_uid() -> None:
    ana = Person(id="p261101-7k3q", name="Ana Silva", handles=("ana",), meets="weekly tue 10:00", created=NOW)
    met = Meeting(person=ana, kind="1on1", words="weekly", next=Day(2026, 12, 1), time="10:00")
    assert one_on_one(met) == Series(
        uid="1on1-p261101-7k3q@growth",
        summary="1:1 with Ana Silva",
        first=Day(2026, 12, 1),
        time="10:00",
        rule="FREQ=WEEKLY;BYDAY=TU",
    )
    pair = Mentorship(
        id="m261101-7k3q", person="ana", role="mentor", cadence="2w", since=Day(2026, 11, 1), created=NOW
    )
    assert mentoring(pair, met) == Series(
        uid="mentoring-m261101-7k3q@growth",
        summary="Mentoring with Ana Silva",
        first=Day(2026, 12, 1),
        rule="FREQ=WEEKLY;INTERVAL=2",
    )


def test_without_a_day_or_a_rhythm_there_is_none() -> None:
    ana = Person(id="p261101-7k3q", name="Ana Silva", handles=("ana",), meets="2w", created=NOW)
    assert one_on_one(Meeting(person=ana, kind="1on1", words="every 2 weeks")) is None
    never = Person(id="p261101-7k3q", name="Ana Silva", handles=("ana",), created=NOW)
    assert one_on_one(Meeting(person=never, kind="1on1", next=Day(2026, 12, 1))) is None
