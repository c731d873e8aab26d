"""Open questions: how they age, what answers one, and what becomes of it."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth.errors import Refused
from growth.records.dates import Day, Period
from growth.records.wonder import Wonder
from growth.rules.wonders import (
    PATIENCE,
    Tally,
    age,
    answered,
    oldest,
    ordered,
    overdue,
    promoted,
    tally,
)

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
TODAY = NOW.date()
DAYS = st.dates(Day(2026, 1, 1), Day(2026, 12, 31))
WONDERS = st.lists(
    st.builds(
        Wonder, id=st.just("w261124-7k3q"), question=st.just("why"), day=DAYS, answered=st.none() | DAYS,
        changed=st.none(), created=st.just(NOW),
    )
)  # fmt: skip


def wonder(days: int = 0, closed: int | None = None, **fields: object) -> Wonder:
    ago = datetime.timedelta
    end = None if closed is None else TODAY - ago(closed)
    given = {"id": f"w261124-{days:04}", "question": f"why {days}"} | fields
    return Wonder(day=TODAY - ago(days), answered=end, created=NOW, **given)  # type: ignore[arg-type]  # texts


def test_the_one_that_is_open_longest_comes_first_and_what_is_closed_last() -> None:
    those = [wonder(3), wonder(40, 20), wonder(30), wonder(50, 2)]
    assert [one.question for one in ordered(those)] == ["why 30", "why 3", "why 50", "why 40"]
    assert oldest(those) == those[2]
    assert oldest([those[1]]) is None


@given(WONDERS)
@settings(deadline=None)
def test_none_is_lost_or_told_twice(those: list[Wonder]) -> None:
    found = ordered(those)
    assert sorted(found, key=repr) == sorted(those, key=repr)
    assert [one.answered is None for one in found] == sorted(
        (one.answered is None for one in found), reverse=True
    )


@given(WONDERS, DAYS)
@settings(deadline=None)
def test_what_is_asked_before_a_day_and_from_it_on_is_all_there_is(those: list[Wonder], day: Day) -> None:
    before, since = tally(those, Period(None, day)), tally(those, Period(day))
    assert before.asked + since.asked == len(those)
    assert before.closed + since.closed == sum(one.answered is not None for one in those)


def test_one_that_was_asked_before_a_period_may_be_closed_in_it() -> None:
    quarter = Period(Day(2026, 10, 1), Day(2027, 1, 1))
    assert tally([wonder(3), wonder(100, 1), wonder(200, 100), wonder(2, 1)], quarter) == Tally(2, 2)


def test_an_open_one_is_left_in_peace_for_four_weeks() -> None:
    assert overdue([wonder(PATIENCE.days), wonder(90, 1)], TODAY) is None
    assert overdue([wonder(2), wonder(PATIENCE.days + 1)], TODAY) == wonder(PATIENCE.days + 1)


@pytest.mark.parametrize(
    ("days", "said"), [(0, "today"), (1, "1 day"), (13, "13 days"), (14, "2 weeks"), (27, "3 weeks")]
)
def test_how_long_it_is_open(days: int, said: str) -> None:
    assert age(wonder(days).day, TODAY) == said


def test_an_answer_is_given_once() -> None:
    one = answered(wonder(9), "the scales", TODAY, by="dana", links=("https://example.com",))
    assert (one.answer, one.by, one.links, one.answered) == (
        "the scales", "dana", ("https://example.com",), TODAY,
    )  # fmt: skip
    with pytest.raises(Refused, match="w261124-0009 was answered on 2026-11-24"):
        answered(one, "again", TODAY)


def test_what_becomes_of_it_has_its_words_and_leads_back_to_it() -> None:
    one = wonder(9, 2, answer="the scales", by="dana", links=("https://example.com",))
    entry = promoted(one, "talk", "team", NOW)
    assert (entry.kind, entry.day, entry.title, entry.body, entry.people, entry.links, entry.share) == (
        "talk", TODAY - datetime.timedelta(2), "why 9", "the scales", ("dana",), ("https://example.com",),
        "team",
    )  # fmt: skip
    assert entry.source == one.id
    assert promoted(one, "talk", "team", NOW, TODAY).day == TODAY
    with pytest.raises(Refused, match="has no answer yet"):
        promoted(wonder(9), "learning", "private", NOW)


def test_of_those_answered_on_one_day_the_newest_question_comes_first() -> None:
    those = [wonder(days, closed=1) for days in (3, 5, 2, 4)]
    assert [one.question for one in ordered(those)] == ["why 2", "why 3", "why 4", "why 5"]
