"""The form of a session, shown and read back."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.records.action import Action
from growth.records.person import Person
from growth.records.session import AgendaItem, Session
from growth.rules import session_form as form
from growth.rules.persons import who
from growth.rules.promises import promise
from growth.rules.session_notes import Opened, next_agenda, noted, open_

Day = datetime.date
TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
ANA = Person(id="p261124-aaaa", name="Ana Silva", handles=("ana",), created=NOW)
WHO = who([ANA], ())

words = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30)
line = words.map(lambda text: " ".join(text.split())).filter(bool)
notes = st.lists(line.filter(lambda text: "[" not in text and not text.startswith("##")), max_size=4).map(
    "\n".join
)
items = st.builds(
    AgendaItem,
    text=line,
    by=st.sampled_from(["me", "ana"]),
    private=st.booleans(),
    state=st.sampled_from(["open", "done", "dropped", "carried"]),
    added=st.sampled_from([TODAY, Day(2026, 11, 17)]),
    carried=st.integers(0, 5),
)
scales = st.none() | st.integers(1, 5)
sessions = st.builds(
    Session,
    person=st.just("ana"),
    day=st.just(TODAY),
    agenda=st.lists(items, max_size=4).map(tuple),
    shared=notes,
    private=notes,
    mood=scales,
    workload=scales,
    created=st.just(NOW),
)


def no_day(text: str) -> None:
    return None


@given(sessions, notes, notes)
def test_a_form_left_alone_changes_nothing(session: Session, last: str, guide: str) -> None:
    before = Opened(session=session)
    text = form.show(session, [], last, guide)
    found = noted(before, form.read(text), WHO, no_day)
    assert (found.agreements, found.marks) == ((), ())
    # What is still open when a session is noted is carried on; nothing else may change.
    assert found.session == noted(before, form.Filled(), WHO, no_day).session


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        filled = form.read(text)
        noted(Opened(session=Session(person="ana", day=TODAY, created=NOW)), filled, WHO, no_day)
    except WrongUsage as wrong:
        assert wrong.message and wrong.hint


def test_my_own_comments_stay() -> None:
    session = Session(person="ana", day=TODAY, shared="kept <!-- mine --> text", created=NOW)
    assert form.read(form.show(session, [], "", "help")).shared == "kept <!-- mine --> text"


def test_actions_are_read_by_their_id() -> None:
    action = Action(id="t261124-7k3q", text="ask Dana", person="ana", day=TODAY, created=NOW)
    text = form.show(Session(person="ana", day=TODAY, created=NOW), [promise(action, TODAY)], "", "help")
    assert "- [ ] t261124-7k3q me: ask Dana (no day set)\n" in text
    text = text.replace("- [ ] t", "- [X] t").replace("## Shared", "- [ ] Ana: RFC\n## Shared")
    assert form.read(text).actions == (form.Line("x", "t261124-7k3q", ""), form.Line("", "", "Ana: RFC"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4", (4, "")),
        ("4 good, a bit nervous", (4, "good, a bit nervous")),
        ("3/5: fine", (3, "fine")),
        ("heavy", (None, "heavy")),
        ("", (None, "")),
    ],
)
def test_mood_in_a_number_in_words_or_both(text: str, expected: tuple[int | None, str]) -> None:
    assert form.read_scale("mood", text) == expected


def test_what_was_said_last_time() -> None:
    session = Session(
        person="ana", day=Day(2026, 11, 17), shared="RFC agreed.", workload_words="pages", created=NOW
    )
    assert form.last_time(session, TODAY) == "Last time, Tue 17 Nov:\nRFC agreed.\nworkload: pages"
    assert form.last_time(None, TODAY) == ""


def planned(*agenda: AgendaItem, **fields: Any) -> Session:
    base: dict[str, Any] = {"id": "s261120-aaaa", "person": "ana", "agenda": agenda, "created": NOW}
    return Session(**(base | fields))


@given(st.lists(items, max_size=5), st.integers(0, 3))
def test_no_open_topic_is_ever_lost(agenda: list[AgendaItem], again: int) -> None:
    opened = open_([planned(*agenda)], ANA, "1on1", TODAY, NOW)
    session = noted(opened, form.Filled(more="x"), WHO, no_day).session
    ahead = next_agenda(opened, session)
    for _ in range(again):
        stored = [session, planned(*ahead, id="s261124-bbbb")] if ahead else [session]
        opened = open_(stored, ANA, "1on1", TODAY, NOW)
        session = noted(opened, form.Filled(more="x"), WHO, no_day).session
        ahead = next_agenda(opened, session)
    left = [
        (item.text, item.by, item.carried + (item.added < TODAY))
        for item in agenda
        if item.state in ("open", "carried")
    ]
    assert set(left) == {(item.text, item.by, item.carried) for item in ahead}
