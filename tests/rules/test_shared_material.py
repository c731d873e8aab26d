"""What others handed me as evidence: their own work, and what they saw of me."""

import datetime
from typing import Any

import pytest

from growth.records.action import Action
from growth.records.answer import Answer, Reply
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.kinds import Record
from growth.records.session import Session
from growth.rules.material import Material
from growth.rules.shared_material import Lent, of_shared, shared_materials

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
TODAY = NOON.date()
PERIOD = Period(Day(2026, 7, 1), Day(2027, 1, 1))


def relation(handle: str, _day: Day) -> str:
    return {"eva": "manager", "ana": "direct"}.get(handle, "")


def entry(**fields: Any) -> Entry:
    base: dict[str, Any] = {"id": "j1", "day": TODAY, "title": "Ran the class", "created": NOON}
    return Entry(**(base | fields))


def answer(**fields: Any) -> Answer:
    base: dict[str, Any] = {
        "id": "f1", "person": "kim", "day": TODAY, "created": NOON,
        "replies": (Reply(question="?", text="Clear words"),),
    }  # fmt: skip
    return Answer(**(base | fields))


def told(material: Material | None) -> tuple[str, str, str, str] | None:
    return (material.id, material.kind, material.source, material.person) if material else None


# What Eva, my manager, handed me, whom she calls ana; and what Ana handed Eva.
OF_ME = Lent(owner="eva", me=frozenset({"ana"}))
OF_ANA = Lent(owner="ana", me=frozenset({"eva"}))


@pytest.mark.parametrize(
    ("record", "found"),
    [
        (entry(kind="kudos", people=("Ana",)), ("eva:j1", "thanks", "manager", "eva")),
        (entry(kind="win", people=("kim",)), None),
        (answer(person="me", about="@ana", manner="given"), ("eva:f1", "answer", "manager", "eva")),
        (answer(about="@ana"), ("eva:f1", "answer", "peer", "kim")),
        (answer(about="@kim"), None),
        (answer(about="me"), None),
        (
            Session(id="s1", person="ana", day=TODAY, shared="She ran it", created=NOON),
            ("eva:s1", "session", "manager", "eva"),
        ),
        (Session(id="s1", person="kim", day=TODAY, shared="x", created=NOON), None),
        (Session(id="s1", person="ana", shared="ahead", created=NOON), None),
        (Action(id="t1", text="x", owner="ana", day=TODAY, state="done", closed=TODAY, created=NOON), None),
    ],
)
def test_of_me_others_say_what_they_saw(record: Record, found: tuple[str, ...] | None) -> None:
    assert told(of_shared(OF_ME, record, frozenset(), relation)) == found


@pytest.mark.parametrize(
    ("record", "found"),
    [
        (entry(kind="win"), ("ana:j1", "win", "self", "")),
        (entry(links=("https://example.com",)), ("ana:j1", "work", "artefact", "")),
        (entry(about="kim"), None),
        (answer(about="me"), ("ana:f1", "answer", "peer", "kim")),
        (answer(about="+queue"), ("ana:f1", "answer", "peer", "kim")),
        (answer(about="me", person="eva"), None),
        (answer(about="@kim", person="me", manner="given"), None),
        (
            Session(id="s1", person="kim", day=TODAY, shared="x", created=NOON),
            ("ana:s1", "session", "self", ""),
        ),
        (
            Action(id="t1", text="x", person="kim", day=TODAY, state="done", closed=TODAY, created=NOON),
            ("ana:t1", "action", "self", ""),
        ),
        (Action(id="t1", text="x", person="eva", day=TODAY, state="done", closed=TODAY, created=NOON), None),
    ],
)
def test_of_themselves_they_say_what_they_did(record: Record, found: tuple[str, ...] | None) -> None:
    assert told(of_shared(OF_ANA, record, frozenset({"ana"}), relation)) == found


def test_of_a_third_they_say_what_they_saw_by_the_name_they_have() -> None:
    """Kim handed me thanks to Ana, whom I judge."""
    lent = Lent(owner="kim", me=frozenset({"eva"}))
    ana = frozenset({"ana", "asilva"})
    thanks = entry(kind="kudos", people=("ASilva",))
    assert told(of_shared(lent, thanks, ana, relation)) == ("kim:j1", "thanks", "peer", "kim")
    assert of_shared(lent, entry(people=("eva",)), ana, relation) is None
    assert of_shared(lent, answer(about="me"), ana, relation) is None


def test_a_meeting_that_i_noted_counts_once_and_only_the_period_counts() -> None:
    days = (TODAY, TODAY - datetime.timedelta(days=7), Day(2026, 1, 5))
    theirs = tuple(
        Session(id=f"s{number}", person="ana", day=day, shared="x", created=NOON)
        for number, day in enumerate(days)
    )
    mine = Session(id="s9", person="Eva", day=TODAY, shared="x", created=NOON)
    lent = Lent(owner="eva", me=frozenset({"ana"}), records=theirs)
    found = shared_materials(PERIOD, [lent], frozenset(), relation, [mine])
    assert [one.id for one in found] == ["eva:s1"]


def test_an_answer_that_was_revised_shows_nothing() -> None:
    both = (answer(about="@ana"), answer(id="f2", about="@ana", revises="f1"))
    lent = Lent(owner="eva", me=frozenset({"ana"}), records=both)
    assert [one.id for one in shared_materials(PERIOD, [lent], frozenset(), relation)] == ["eva:f2"]
