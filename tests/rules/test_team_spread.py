"""Thanks, unseen work and learning across the team."""

import datetime
from typing import Any

from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.person import Person
from growth.rules.team_spread import Learned, Spread, Unseen, Unthanked, spread
from growth.rules.thanks import thanks

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
LATELY = Period(Day(2026, 10, 28))


def person(handle: str, *more: str) -> Person:
    return Person(id=f"p-{handle}", name=handle, handles=(handle, *more), created=NOW)


def entry(kind: Any, day: str = "2026-11-20", **fields: Any) -> Entry:
    base: dict[str, Any] = {"id": "j1", "title": f"a {kind}", "created": NOW}
    return Entry(kind=kind, day=Day.fromisoformat(day), **base | fields)


def of(
    *people: Person, mine: tuple[Entry, ...] = (), period: Period = LATELY, **shared: tuple[Entry, ...]
) -> Spread:
    return spread(people, thanks(mine, (), TODAY), shared, TODAY, period)


def test_whom_i_did_not_thank_for_six_weeks_is_named_the_longest_first() -> None:
    mine = (
        entry("kudos", "2026-11-20", people=("ana",)), entry("kudos", "2026-10-12", people=("@Bo",)),
        entry("kudos", "2026-10-13", people=("chi",)), entry("win", "2026-11-20", people=("dan",)),
    )  # fmt: skip
    found = of(person("ana"), person("bo"), person("cy", "chi"), person("dan"), mine=mine)
    assert found.unthanked == (Unthanked("dan"), Unthanked("bo", Day(2026, 10, 12)))
    assert found.notes_thanks


def test_of_a_period_that_is_over_nobody_is_said_to_be_unthanked() -> None:
    mine = (entry("kudos", "2026-11-20", people=("ana",)),)
    over = Period(Day(2025, 1, 1), Day(2026, 1, 1))
    assert of(person("bo"), mine=mine).unthanked == (Unthanked("bo"),)
    assert of(person("bo"), mine=mine, period=over).unthanked == ()


def test_who_never_notes_thanks_is_not_told_that_nobody_was_thanked() -> None:
    undated = entry("kudos", "2026-11-20", people=("ana",), precision="none")
    found = of(person("ana"), mine=(entry("win"), undated, entry("kudos", "2026-11-25")))
    assert (found.notes_thanks, found.unthanked) == (False, ())


def test_unseen_work_with_its_share_of_what_was_shared_in_the_period() -> None:
    found = of(
        person("ana"), person("bo"), person("cy"),
        ana=(entry("work", tags=("docs",)), entry("win")),
        bo=(
            entry("review"), entry("review"), entry("incident"), entry("work", tags=("mentoring",)),
            entry("work"), entry("review", "2026-10-27"), entry("review", precision="none"), entry("note"),
        ),
        cy=(entry("win"),),
    )  # fmt: skip
    assert found.unseen == (
        Unseen("bo", 4, 5, {"review": 2, "incident": 1, "help": 1}),
        Unseen("ana", 1, 2, {"docs": 1}),
    )


def test_learning_is_told_of_everybody_who_shared_anything() -> None:
    found = of(
        person("ana"), person("bo"), person("cy"),
        ana=(entry("learning", spent=90), entry("learning"), entry("learning", "2026-09-01", spent=60)),
        bo=(entry("win"),),
        zed=(entry("learning"),),
    )  # fmt: skip
    assert found.learned == (Learned("ana", 2, 90), Learned("bo", 0, 0))
    assert found.silent == ("cy",)
