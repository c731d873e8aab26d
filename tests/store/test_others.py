"""What others shared with me, and whose it is."""

import datetime

import pytest

from growth.errors import Refused
from growth.records.action import Action
from growth.records.entry import Entry
from growth.records.person import Person
from growth.records.session import Session
from growth.store.change import changing
from growth.store.others import others, replace_others
from growth.store.store import Store

NOON = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=datetime.UTC)
DAY = NOON.date()
THEIR_STORE = "0123456789abcdef"
ABOUT = {"made": NOON, "name": "Ana Silva", "handle": "asilva", "emails": ["ana@example.org"]}


def entry(identifier: str, title: str) -> Entry:
    return Entry(id=identifier, day=DAY, title=title, created=NOON)


def opened(store: Store, about: dict, *records) -> None:
    with changing(store, "bundle open") as change:
        replace_others(change, THEIR_STORE, about, records)


def test_nobody_shared_anything(store: Store) -> None:
    assert others(store) == []


def test_a_bundle_stays_theirs_and_is_replaced_whole(store: Store) -> None:
    session = Session(id="s261124-0001", person="me", day=DAY, created=NOON)
    action = Action(id="t261124-0001", text="write it", day=DAY, created=NOON)
    opened(store, ABOUT, entry("j261124-0002", "two"), entry("j261124-0001", "one"), session, action)
    [theirs] = others(store)
    assert (theirs.owner, theirs.name, theirs.store, theirs.made) == (
        "asilva", "Ana Silva", THEIR_STORE, NOON,
    )  # fmt: skip
    assert [one.title for one in theirs.entries] == ["one", "two"]
    assert (theirs.sessions, theirs.actions) == ((session,), (action,))
    assert list(store.entries()) == []
    assert store.get("j261124-0001") is None

    opened(store, ABOUT, entry("j261124-0002", "two, again"))
    [theirs] = others(store)
    assert [one.title for one in theirs.entries] == ["two, again"]
    assert (theirs.sessions, theirs.actions) == ((), ())


@pytest.mark.parametrize(
    ("about", "owner", "name"),
    [
        ({"emails": ["ANA@example.org"], "handle": "somebody"}, "ana", "Ana"),
        ({"emails": ["unknown@example.org"], "handle": "@Ana"}, "ana", "Ana"),
        ({"emails": ["bob@example.org"], "person": "ana"}, "ana", "Ana"),
        ({"handle": "kim", "name": "Kim"}, "kim", "Kim"),
        ({"name": "Kim"}, "Kim", "Kim"),
        ({}, THEIR_STORE, THEIR_STORE),
    ],
)
def test_the_owner_is_found_as_i_said_then_by_address_then_by_handle(
    store: Store, about: dict, owner: str, name: str
) -> None:
    with changing(store, "people add") as change:
        change.add(Person(name="Ana", handles=("ana",), emails=("ana@example.org",), created=NOON))
        change.add(Person(name="Bob", handles=("bob",), emails=("bob@example.org",), created=NOON))
    opened(store, {"made": NOON} | about)
    [theirs] = others(store)
    assert (theirs.owner, theirs.name) == (owner, name)


@pytest.mark.parametrize("name", ["", "../../x", "0123456789ABCDEF", "0123456789abcdef0"])
def test_a_store_id_that_growth_did_not_make_is_refused(store: Store, name: str) -> None:
    with pytest.raises(Refused, match="is not the id of a store"), changing(store, "bundle open") as change:
        replace_others(change, name, ABOUT, ())
    assert others(store) == []


def test_a_bundle_that_does_not_say_when_it_was_made_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="missing required field `made`"):
        opened(store, {"name": "Ana"})


@pytest.mark.parametrize("identifier", ["", "about", "t261124-0001", "j261124-000", "x261124-0001"])
def test_a_record_with_an_id_of_another_kind_is_refused(store: Store, identifier: str) -> None:
    with pytest.raises(Refused, match="the bundle holds a record with the id"):
        opened(store, ABOUT, entry(identifier, "one"))
    assert others(store) == []
