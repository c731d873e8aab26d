"""Who somebody is: by any handle or address they ever had."""

import datetime

import pytest

from growth.errors import Refused
from growth.records.person import Person, Relation
from growth.store.people import People

NOON = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=datetime.UTC)
TODAY = NOON.date()
LAST_YEAR = datetime.date(2025, 1, 1)


def person(name: str, *handles: str, **more) -> Person:
    return Person(name=name, handles=handles, created=NOON, **more)


EVERYBODY = People(
    [
        person(
            "Ana Silva", "ana", "asilva", emails=("Ana@Example.org",),
            relations=(Relation("manager", LAST_YEAR, TODAY), Relation("peer", TODAY)),
        ),
        person("Zoë Müller", "zoë", relations=(Relation("direct"),)),
        person(
            "Bob Lee", "bob", relations=(Relation("direct", LAST_YEAR), Relation("other", None, LAST_YEAR))
        ),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("handle", "name"),
    [
        ("ana", "Ana Silva"), ("@ana", "Ana Silva"), ("ASilva", "Ana Silva"),
        ("ana@example.org", "Ana Silva"), ("zoe", "Zoë Müller"), ("@ZOË", "Zoë Müller"),
    ],
)  # fmt: skip
def test_a_person_is_found(handle: str, name: str) -> None:
    assert EVERYBODY.require(handle).name == name
    assert EVERYBODY.name(handle) == name


def test_somebody_not_known_is_refused_with_those_meant() -> None:
    with pytest.raises(Refused) as raised:
        EVERYBODY.require("@anna")
    assert raised.value.message == "I know nobody called 'anna'"
    assert raised.value.hint == "did you mean ana? else: growth people add anna --name 'Their Name'"
    with pytest.raises(Refused) as raised:
        EVERYBODY.require("x")
    assert raised.value.hint == "growth people add x --name 'Their Name'"


def test_handles_of_one_person_are_the_same() -> None:
    assert EVERYBODY.same("@asilva", "ana")
    assert not EVERYBODY.same("bob", "ana")
    assert EVERYBODY.same("@nobody", "nobody")
    assert EVERYBODY.canonical("asilva") == "ana"
    assert EVERYBODY.canonical("@nobody") == "nobody"
    assert (EVERYBODY.name("me"), EVERYBODY.name("@nobody")) == ("me", "nobody")


def test_relations_hold_from_a_day_to_the_day_before_another() -> None:
    yesterday = TODAY - datetime.timedelta(days=1)
    assert EVERYBODY.manager(TODAY) is None
    manager = EVERYBODY.manager(yesterday)
    assert manager is not None and manager.handle == "ana"
    assert [one.handle for one in EVERYBODY.related("direct", TODAY)] == ["bob", "zoë"]
    assert [one.handle for one in EVERYBODY.related("other", TODAY)] == []
