"""The agenda, and how a topic lives on."""

import datetime
from typing import Any

from growth.records.person import Person
from growth.records.session import AgendaItem, Session
from growth.rules.agenda import carry, held, item_words, last_day, open_items, planned

Day = datetime.date
TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
ANA = Person(id="p261124-aaaa", name="Ana Silva", handles=("ana", "asilva"), created=NOW)


def session(name: str, **fields: Any) -> Session:
    base: dict[str, Any] = {"id": f"s261101-{name}", "person": "ana", "created": NOW}
    return Session(**(base | fields))


def item(text: str, **fields: Any) -> AgendaItem:
    base: dict[str, Any] = {"text": text, "added": Day(2026, 11, 18)}
    return AgendaItem(**(base | fields))


def test_what_is_open_is_what_the_next_session_holds() -> None:
    sessions = [
        session("aaaa", day=Day(2026, 11, 17), agenda=(item("old", state="carried"),)),
        session("bbbb", agenda=(item("one"), item("said", state="done"), item("two", by="ana"))),
        session("cccc", person="asilva", agenda=(item("three"),)),
        session("dddd", person="bo", agenda=(item("his"),)),
        session("eeee", kind="mentoring", agenda=(item("goals"),)),
    ]
    assert [found.text for found in open_items(sessions, ANA)] == ["one", "two", "three"]
    assert [found.text for found in open_items(sessions, ANA, "mentoring")] == ["goals"]
    assert [found.id[-4:] for found in planned(sessions, ANA)] == ["bbbb", "cccc"]


def test_the_newest_session_held() -> None:
    sessions = [
        session("aaaa", day=Day(2026, 11, 10)),
        session("bbbb", day=Day(2026, 11, 17)),
        session("cccc"),
        session("dddd", day=Day(2026, 12, 1)),
    ]
    assert [found.id[-4:] for found in held(sessions, ANA)] == ["dddd", "bbbb", "aaaa"]
    assert last_day(sessions, ANA, TODAY) == Day(2026, 11, 17)
    assert last_day([], ANA, TODAY) is None


def test_what_was_left_open_comes_back_one_older_and_first() -> None:
    settled = [item("load", by="ana", state="carried", carried=1), item("talk", state="done")]
    new = item("new since")
    assert carry(settled, [new], TODAY) == (item("load", by="ana", carried=2), new)


def test_notes_opened_again_carry_nothing_twice_and_take_back_what_was_settled() -> None:
    first = [item("load", state="carried"), item("talk", state="carried")]
    waiting = carry(first, [], TODAY)
    again = [item("load", state="done"), item("talk", state="carried")]
    assert carry(again, waiting, TODAY) == (item("talk", carried=1),)
    assert carry(first, waiting, TODAY) == waiting


def test_a_topic_dropped_from_the_next_agenda_is_not_brought_back_by_the_same_notes() -> None:
    first = [item("load", state="carried")]
    dropped = (item("load", carried=1, state="dropped"),)
    assert carry(first, dropped, TODAY) == dropped


def test_a_topic_raised_in_the_session_itself_was_raised_once() -> None:
    raised = item("plan", by="ana", state="carried", added=TODAY)
    (once,) = carry([raised], [], TODAY)
    assert (once, item_words(once)) == (item("plan", by="ana", added=TODAY), "")
    assert carry([raised], [once], TODAY) == (once,)
    (twice,) = carry([item("plan", by="ana", state="carried", added=TODAY)], [], Day(2026, 12, 1))
    assert item_words(twice) == "raised twice in a row"


def test_how_long_a_topic_waits() -> None:
    assert item_words(item("x", by="ana", carried=2)) == "raised 3 times in a row"
    assert item_words(item("x", carried=1)) == "carried over once"
    assert item_words(item("x", carried=2)) == "carried over twice"
    assert item_words(item("x")) == ""
