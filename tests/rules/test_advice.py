"""What was advised and tried waits until it is told how it went."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.records.dates import Day
from growth.records.person import Person
from growth.records.session import Advice, Session
from growth.rules import session_form as form
from growth.rules.advice import bare, kept, waiting
from growth.rules.session_form import Line
from growth.rules.session_notes import Opened, check_told, noted, told

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
TODAY = NOW.date()
KIM = Person(name="Kim Okafor", handles=("kim",), created=NOW)


def session(day: int, *said: Advice, kind: Any = "mentoring") -> Session:
    return Session(id=f"s2611{day:02}-7k3q", kind=kind, person="kim", day=Day(2026, 11, day), advice=said,
                   created=NOW)  # fmt: skip


ASK, SLOW = Advice(text="ask first"), Advice(text="be slow", kind="try")
OVER = Advice(text="said", went="well", told=TODAY)


def test_what_is_tried_is_asked_after_first_and_the_newest_before_older() -> None:
    those = [session(3, ASK), session(10, ASK, SLOW), session(17, OVER, Advice(text="new"))]
    found = waiting(those, KIM, TODAY)
    assert [(one.session.day.day, one.advice.text) for one in found if one.session.day] == [
        (10, "be slow"), (17, "new"), (10, "ask first"), (3, "ask first"),
    ]  # fmt: skip


def test_only_mentoring_of_before_and_not_long_ago_is_asked_after() -> None:
    those = [session(day, Advice(text=str(day))) for day in (1, 3, 5, 7, 24)]
    assert [one.advice.text for one in waiting(those, KIM, TODAY)] == ["7", "5", "3"]
    assert waiting([session(3, ASK, kind="1on1")], KIM, TODAY) == ()


def test_how_it_went_is_kept_with_what_was_said() -> None:
    found = waiting([session(10, ASK, SLOW)], KIM, TODAY)
    lines = [Line("", "1", "be slow -> twice -> good"), Line("-", "2", "ask first ->")]
    ((old, new),) = told(found, lines, TODAY)
    assert old.advice == (ASK, SLOW)
    assert new.advice == (
        Advice(text="ask first", went="not tried", told=TODAY),
        Advice(text="be slow", kind="try", went="twice -> good", told=TODAY),
    )


def test_a_line_without_words_is_asked_again() -> None:
    found = waiting([session(10, ASK)], KIM, TODAY)
    assert told(found, [Line("", "1", "ask first ->")], TODAY) == []
    ((_, new),) = told(found, [Line("x", "1", "ask first")], TODAY)
    assert new.advice[0].went == "done"


@pytest.mark.parametrize("line", [Line("", "2", "x"), Line("", "0", "x"), Line("", "", "x")])
def test_a_number_that_is_not_there_is_refused(line: Line) -> None:
    with pytest.raises(WrongUsage, match="to tell about"):
        check_told(waiting([session(10, ASK)], KIM, TODAY), [line])


words = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=30).map(bare).filter(bool)
advised = st.lists(st.builds(Advice, text=words, kind=st.sampled_from(["advice", "try"])), max_size=4)


@given(words)
def test_a_text_once_bare_stays_as_it_is(text: str) -> None:
    assert bare(text) == bare(f"- {text}") == bare(f"  * [ ] {text} ") == text


@given(advised.map(dict.fromkeys), advised)
def test_a_form_left_alone_keeps_all_advice_and_tells_nothing(now: Any, before: list[Advice]) -> None:
    those = waiting([session(10, *before)], KIM, TODAY)
    today = session(24, *sorted(now, key=lambda one: one.kind != "advice"))
    filled = form.read(form.show(today, [], "", "", those), "mentoring")
    found = noted(Opened(session=today), filled, lambda _: None, lambda _: None)
    assert found.session == today
    check_told(those, found.went)
    assert told(those, found.went, TODAY) == []


def test_what_was_told_stays_where_a_text_stays() -> None:
    assert kept((OVER, ASK), (Advice(text="said"), SLOW, SLOW)) == (OVER, SLOW)


def test_in_a_1on1_these_headings_are_text() -> None:
    text = "## Shared notes\nfirst\n## To try\n- be slow\n"
    assert form.read(text) == form.Filled(shared="first\n## To try\n- be slow")
    assert form.read(text, "mentoring").advice == (SLOW,)
