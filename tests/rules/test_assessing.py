"""An assessment as it goes on: what is asked for, what may be said, and what counts."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import Refused, WrongUsage
from growth.records.assessment import JUDGEMENTS, Assessment
from growth.records.dates import Day
from growth.records.ladder import Criterion, Ladder, Level, Theme
from growth.rules import assessing
from growth.rules.assessment_compare import compare
from growth.rules.assessment_sheet import LEAST, sheet

TODAY = Day(2026, 11, 24)
AT = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
NAMES = [f"c{number}" for number in range(10)]
LADDER = Ladder(
    key="small",
    name="Small",
    levels=(Level(id="L1", name="One", rank=1), Level(id="L2", name="Two", rank=2),
            Level(id="M2", name="Lead", rank=2, track="management")),
    themes=(Theme(id="t", name="Craft"), Theme(id="u", name="Talk"), Theme(id="v", name="Empty")),
    criteria=(
        *(Criterion(id=name, theme="t", level="L2", summary=f"Does {name}.") for name in NAMES),
        Criterion(id="low", theme="t", level="L1", summary="Did it before."),
        Criterion(id="talk", theme="u", level="L1", summary="Talks."),
        Criterion(id="lead", theme="u", level="M2", summary="Leads."),
    ),
    created=AT,
)  # fmt: skip


def assessment(**fields: Any) -> Assessment:
    return Assessment(
        id="a1", ladder="small", target="L2", period="2026-H2", start=Day(2026, 7, 1), end=Day(2027, 1, 1),
        day=TODAY, created=AT, **fields,
    )  # fmt: skip


def test_what_is_asked_for_is_the_level_and_where_it_is_silent_the_one_below_on_its_track() -> None:
    assert [one.id for one in assessing.expected(LADDER, "L2")] == [*NAMES, "talk"]
    assert [one.id for one in assessing.expected(LADDER, "M2")] == ["low", "lead"]


@pytest.mark.parametrize("name", JUDGEMENTS)
def test_a_judgement_is_read_by_name_words_and_number(name: str) -> None:
    number = list(JUDGEMENTS).index(name) + 1
    assert {assessing.judgement(text) for text in (name, JUDGEMENTS[name].upper(), str(number))} == {name}


def test_another_word_is_no_judgement() -> None:
    for text in ("", "6", "good"):
        with pytest.raises(WrongUsage):
            assessing.judgement(text)


@given(st.integers(0, 11))
def test_there_is_a_verdict_exactly_from_thirty_percent_on(judged: int) -> None:
    one = assessment()
    for name in [*NAMES, "talk"][:judged]:
        one = assessing.rated(one, name, "starting", None, TODAY)
    found = sheet(one, LADDER, {})
    assert (found.judged, found.asked) == (judged, 11)
    assert bool(found.verdict) == (judged / 11 >= LEAST)
    assert len(found.missing) == 11 - judged


def test_the_newest_thumb_stands_and_only_confirmed_evidence_counts() -> None:
    one = assessing.thumbed(assessment(), "c1", "j1", True, "", TODAY)
    assert [link.record for link in assessing.confirmed(one, "c1")] == ["j1"]
    one = assessing.thumbed(one, "c1", "j1", False, "a draft", TODAY)
    assert (assessing.confirmed(one), len(one.evidence)) == ((), 1)


def test_what_was_rejected_in_any_cycle_stays_away_what_was_confirmed_only_in_this_one() -> None:
    last = assessing.thumbed(assessment(), "c1", "j1", False, "", TODAY)
    last = assessing.thumbed(last, "c1", "j2", True, "", TODAY)
    now = Assessment(
        id="a2", ladder="small", target="L2", period="x", start=TODAY, end=TODAY, day=TODAY, created=AT
    )
    assert assessing.settled([last, now], now, "c1") == {"j1"}
    assert assessing.settled([last, now], last, "c1") == {"j1", "j2"}
    assert assessing.settled([last, now], now, "c2") == frozenset()


def test_finishing_keeps_the_texts_and_reopening_does_not_lose_them() -> None:
    one = assessing.rated(assessment(), "c1", "starting", None, TODAY)
    done = assessing.finished(one, LADDER, TODAY)
    assert assessing.ladder_of(done, None).criteria == LADDER.criteria
    again = assessing.reopened(done, TODAY)
    assert (again.finished, again.reopened, again.criteria) == (None, (TODAY,), LADDER.criteria)
    with pytest.raises(Refused):
        assessing.finished(assessment(), LADDER, TODAY)


def test_two_sheets_compare_by_steps() -> None:
    first = assessing.rated(assessment(), "c1", "starting", None, TODAY)
    second = assessing.rated(assessment(), "c1", "doing", "seen", TODAY)
    second = assessing.rated(second, "c2", "not-yet", None, TODAY)
    found = compare(sheet(first, LADDER, {}), sheet(second, LADDER, {}))
    assert [row.steps for row in found.rows[:3]] == [None, 2, None]
    assert (found.up, found.down) == (1, 0)
