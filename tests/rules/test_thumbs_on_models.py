"""Votes on a model: none is counted twice, months add up, a version is told by what the votes allow."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import Refused
from growth.records.dates import Day
from growth.records.practice import Practice, State, Vote, Votes
from growth.rules.thumbs_on_models import added, points, quoted, thumbs, trend, words

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
ONE = datetime.timedelta(days=1)


def month(number: int, up: int, down: int) -> Votes:
    start = Day(2026, number, 1)
    return Votes(period=f"{start:%Y-%m}", start=start, end=Day(2026, number + 1, 1), up=up, down=down)


def on(day: Day, *said: Vote, up: int = 0, down: int = 0) -> Votes:
    up, down = up + sum(one.up for one in said), down + sum(not one.up for one in said)
    return Votes(period=day.isoformat(), start=day, end=day + ONE, up=up, down=down, said=said)


def model(*votes: Votes, states: tuple[State, ...] = ()) -> Practice:
    return Practice(
        id="x261101-0001", kind="model", name="signs", day=Day(2026, 8, 1), votes=votes, states=states,
        created=NOW,
    )  # fmt: skip


def test_days_of_a_month_are_told_together_and_longer_stretches_alone() -> None:
    quarter = Votes(period="2026-Q2", start=Day(2026, 4, 1), end=Day(2026, 7, 1), up=5, down=5)
    week = Votes(period="2026-W40", start=Day(2026, 9, 28), end=Day(2026, 10, 5), up=3, down=1)
    days = on(Day(2026, 11, 3), up=2, down=1), on(Day(2026, 11, 20), up=6)
    assert [(one.period, one.up, one.down) for one in trend((*days, week, quarter))] == [
        ("2026-Q2", 5, 5), ("2026-W40", 3, 1), ("2026-11", 8, 1),
    ]  # fmt: skip


def test_the_words_of_a_tally_have_its_interval() -> None:
    (only,) = trend([month(11, 412, 37)])
    assert words(only) == "92 % (89 to 94), 449 votes"


def test_a_version_is_better_where_the_interval_of_the_difference_allows_no_doubt() -> None:
    versions = State(day=Day(2026, 8, 1), version="r1"), State(day=Day(2026, 10, 1), version="r2")
    found = thumbs(model(month(8, 380, 77), month(9, 390, 77), month(10, 412, 37), states=versions))
    (turn,) = found.turns
    assert (turn.day, turn.version, turn.words) == (Day(2026, 10, 1), "r2", "better")
    assert (turn.before.up, turn.after.up) == (770, 412)
    assert points(turn.rose) == "+8.4 points (+4.7 to +11.8)"


def test_votes_that_span_a_version_are_on_neither_side_and_few_show_nothing() -> None:
    version = (State(day=Day(2026, 10, 15), version="r2"),)
    votes = on(Day(2026, 10, 14), up=1), on(Day(2026, 10, 15), down=1)
    week = Votes(period="x", start=Day(2026, 10, 12), end=Day(2026, 10, 19), up=50, down=0)
    (turn,) = thumbs(model(*votes, week, states=version)).turns
    assert (turn.before.total, turn.after.total) == (1, 1)
    assert turn.words == "no clear difference"


def test_the_newest_complaint_comes_first_and_praise_last() -> None:
    old = on(
        Day(2026, 9, 3), Vote(up=False, comment="slow", day=Day(2026, 9, 3)), Vote(up=True, comment="neat")
    )
    new = on(Day(2026, 11, 3), Vote(up=True, comment="quick"), Vote(up=False, comment="upside down"))
    found = thumbs(model(old, new)).comments
    assert [one.comment for one in found] == ["upside down", "slow", "quick", "neat"]
    assert quoted(model(), found[0]) == "signs, 2026-11-03, thumb down: “upside down”"


def test_the_same_period_again_takes_the_place_of_the_first() -> None:
    once = added(model(), [month(11, 1, 1)])
    assert added(once, [month(11, 5, 1)]).votes == (month(11, 5, 1),)


def test_a_day_within_a_month_that_is_counted_is_refused() -> None:
    with pytest.raises(Refused, match=r"the votes of 2026-11-03 are among those of 2026-11, and would count"):
        added(model(month(11, 1, 1)), [on(Day(2026, 11, 3), up=1)])


DAYS = st.dates(Day(2026, 1, 1), Day(2026, 12, 30))
VOTES = st.lists(st.builds(on, DAYS, up=st.integers(0, 9), down=st.integers(0, 9)), max_size=30)


@given(VOTES)
def test_no_vote_is_lost_or_counted_twice(votes: list[Votes]) -> None:
    one = added(model(), votes)
    last = {vote.start: vote for vote in votes}
    found = thumbs(one)
    assert found.total.up == sum(vote.up for vote in last.values()) == sum(each.up for each in found.trend)
    assert (
        found.total.down == sum(vote.down for vote in last.values()) == sum(each.down for each in found.trend)
    )
    assert added(one, votes) == one
