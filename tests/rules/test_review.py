"""What a review knows of somebody, where it knows nothing, and what weighs too much in it."""

import datetime
from typing import Any

from growth.records.action import Action
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.person import Person
from growth.records.session import Session
from growth.rules.review import Material, Recency, Review, Silence, review, until_today

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
HALF = until_today(Period(Day(2026, 7, 1), Day(2027, 1, 1), "2026-H2"), TODAY)
ANA = Person(name="Ana Silva", handles=("ana", "asilva"), created=NOW)
_count = 0


def entry(day: str, kind: Any = "note", **fields: Any) -> Entry:
    global _count
    _count += 1
    if kind == "note":
        fields.setdefault("about", "ana")
    made = Day.fromisoformat(day)
    return Entry(id=f"j261101-{_count:04}", day=made, kind=kind, title="seen", created=NOW, **fields)


def met(day: str, private: str = "", person: str = "ana") -> Session:
    global _count
    _count += 1
    return Session(
        id=f"s261101-{_count:04}", person=person, day=Day.fromisoformat(day), private=private, created=NOW
    )


def promised(made: str, owner: str = "me", closed: str = "", **fields: Any) -> Action:
    global _count
    _count += 1
    state: Any = fields.pop("state", "done" if closed else "open")
    return Action(
        id=f"t261101-{_count:04}", text="a promise", owner=owner, person="ana", day=Day.fromisoformat(made),
        closed=Day.fromisoformat(closed) if closed else None, state=state, created=NOW, **fields,
    )  # fmt: skip


def of(**material: Any) -> Review:
    return review(ANA, Material(**material), HALF, TODAY)


def test_it_ends_today_where_its_period_goes_on() -> None:
    assert Period(Day(2026, 7, 1), Day(2026, 11, 25), "2026-H2") == HALF
    assert until_today(Period(Day(2026, 1, 1), Day(2026, 7, 1)), TODAY).end == Day(2026, 7, 1)


def test_it_says_of_which_months_it_knows_nothing() -> None:
    found = of(
        entries=[entry("2026-09-03"), entry("2026-10-03", about="bo"), entry("2026-11-20")],
        sessions=[met("2026-07-07"), met("2026-08-04", "tired"), met("2026-09-01", person="bo")],
        shared=[entry("2026-07-02", "work"), entry("2026-08-02", "work")],
        as_of=Day(2026, 9, 20),
    )
    assert found.silences == (
        Silence("note", (Day(2026, 7, 1), Day(2026, 10, 1)), False),
        Silence("1:1", (Day(2026, 9, 1), Day(2026, 10, 1), Day(2026, 11, 1)), False),
        # A bundle of September tells nothing of October.
        Silence("shared", (Day(2026, 9, 1),), False),
    )
    assert [(month.first.month, len(month.notes), len(month.sessions)) for month in found.months] == [
        (7, 0, 0), (8, 0, 1), (9, 1, 0), (10, 0, 0), (11, 1, 0),
    ]  # fmt: skip


def test_a_month_that_has_hardly_begun_is_not_called_silent() -> None:
    early = review(ANA, Material(), until_today(HALF, Day(2026, 11, 9)), Day(2026, 11, 9))
    assert [one.months[-1] for one in early.silences] == [Day(2026, 10, 1)] * 3
    assert all(one.all for one in early.silences)
    assert [month.first.month for month in early.months] == [7, 8, 9, 10]


def test_notes_of_the_last_month_alone_are_pointed_out() -> None:
    late = [entry("2026-11-04"), entry("2026-11-18"), entry("2026-11-20")]
    early = [entry("2026-07-15"), entry("2026-09-15")]
    assert of(entries=[*early, *late]).recency == Recency(3, 5)
    assert of(entries=[*early, entry("2026-10-01"), *late]).recency is None
    assert of(entries=late).recency is None


def test_promises_are_told_both_ways_as_they_stood_in_the_period() -> None:
    mine = [
        promised("2026-05-01", closed="2026-06-20"),
        promised("2026-06-01", closed="2026-07-03"),
        promised("2026-10-01", due=Day(2026, 11, 20)),
        promised("2026-11-20", due=Day(2026, 12, 1)),
        promised("2026-08-01", closed="2026-09-01", state="dropped"),
    ]
    hers = [promised("2026-08-01", owner="asilva", closed="2026-08-20")]
    # Said when I met her, and still no promise of hers.
    third = promised("2026-11-20", owner="bo")
    found = of(actions=[*mine, *hers, third])
    assert [one.action for one in found.mine.kept] == [mine[1]]
    assert [one.action for one in found.mine.dropped] == [mine[4]]
    assert [one.action for one in found.mine.open] == [mine[2], mine[3]]
    assert found.mine.late == 1
    assert [one.action for one in found.theirs.kept] == hers
    assert found.theirs.open == ()


def test_what_is_of_another_time_or_has_no_day_is_left_out() -> None:
    found = of(
        entries=[
            entry("2026-06-30"), entry("2026-11-20", precision="none"),
            entry("2026-11-19", "kudos", people=("asilva",)), entry("2026-11-19", "win", people=("bo",)),
        ],
        shared=[entry("2026-06-30", "win"), entry("2026-07-01", "win")],
    )  # fmt: skip
    assert (found.noted, found.thanked, len(found.naming), found.shared.total) == (0, 1, 1, 1)


def test_it_cites_what_it_rests_on_with_whose_it_is() -> None:
    note, hers = entry("2026-11-20"), entry("2026-11-02", "win", share="manager")
    found = of(entries=[note], shared=[hers])
    assert [one.ref for one in found.cited] == [note.id, f"ana:{hers.id}"]
    assert found.private == 1
