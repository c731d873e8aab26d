"""Who a handle means, what may be one, and what somebody is to me over time."""

import datetime

import pytest

from growth.errors import WrongUsage
from growth.records.person import Person, Relation
from growth.rules import handles
from growth.rules.persons import means, named_in, who
from growth.rules.relations import changed, relation_words

Day = datetime.date
TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)


def person(*relations: Relation) -> Person:
    return Person(id="p1", name="Zoë", handles=("zoe", "Zlefevre"), relations=relations, created=NOW)


def test_any_handle_means_the_person() -> None:
    assert [means(name, person()) for name in ("zoe", "@ZOE", "zoë", "zlefevre", "ana")] == [
        True, True, True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("ana kim", ("ana", "kim")),
        ("Ana Silva kim", ("ana", "kim")),
        ("@kim, Ana Silva", ("kim", "ana")),
        ("ana, Ana", ("ana",)),
        ("dana Kim Okafor @lee", ("dana", "kim", "lee")),
        ("me and ana", ("and", "ana")),
    ],
)
def test_who_is_named_in_a_line(text: str, expected: tuple[str, ...]) -> None:
    everyone = [
        Person(id=f"p{handle}", name=name, handles=(handle,), created=NOW)
        for handle, name in (("ana", "Ana Silva"), ("kim", "Kim Okafor"))
    ]
    assert named_in(text, who(everyone, ())) == expected


@pytest.mark.parametrize("text", ["ana", "kim-okafor", "zoë.l", "a", "x1", "@ana"])
def test_a_handle(text: str) -> None:
    assert handles.handle(text) == text.removeprefix("@")


@pytest.mark.parametrize(
    "text", ["me", "I", "Team", "manager", "last", "7up", "a b", "", "ana-", "a" * 41, "a/b"]
)
def test_no_handle(text: str) -> None:
    with pytest.raises(WrongUsage):
        handles.handle(text)


@pytest.mark.parametrize("text", ["ana", "ana@", "@example.com", "a b@example.com", "<a@example.com>"])
def test_no_address(text: str) -> None:
    with pytest.raises(WrongUsage):
        handles.email(text)


def test_a_relation_in_words_names_its_first_and_last_day() -> None:
    found = person(
        Relation("direct", Day(2025, 3, 1), Day(2026, 9, 1)),
        Relation("peer", Day(2026, 9, 1)),
        Relation("other"),
    )
    assert relation_words(found, TODAY) == [
        "direct since 1 Mar 2025 until Mon 31 Aug",
        "peer since Tue 1 Sep",
        "other",
    ]


def test_a_relation_that_is_over_stays_as_it_was() -> None:
    over = Relation("direct", Day(2025, 3, 1), Day(2026, 9, 1))
    assert changed(person(over), "peer", None, None, TODAY) == (over, Relation("peer"))
    with pytest.raises(WrongUsage):
        changed(person(over), None, None, TODAY, TODAY)


def test_one_that_ends_later_is_still_the_present_one() -> None:
    ending = Relation("direct", Day(2025, 3, 1), Day(2026, 12, 1))
    assert changed(person(ending), None, None, Day(2027, 1, 1), TODAY) == (
        Relation("direct", Day(2025, 3, 1), Day(2027, 1, 1)),
    )
    assert changed(person(ending), "peer", None, None, TODAY) == (
        Relation("direct", Day(2025, 3, 1), TODAY),
        Relation("peer", TODAY),
    )
