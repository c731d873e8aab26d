"""Promises in the notes of a session."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.records.person import Person
from growth.rules.agreements import Agreement, agreement, agreements
from growth.rules.persons import who

Day = datetime.date
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
FRIDAY = Day(2026, 11, 27)
PEOPLE = [
    Person(id="p1", name="Ana Silva", handles=("ana", "asilva"), created=NOW),
    Person(id="p2", name="Zoë Lefèvre", handles=("zoe",), created=NOW),
    Person(id="p3", name="Kim Okafor", handles=("kim",), created=NOW),
    Person(id="p4", name="Kim Larsson", handles=("kim-l",), created=NOW),
]
WHO = who(PEOPLE, ("Omar Belkacem", "Omar", "obel"))


def day_of(text: str) -> Day | None:
    return {"friday": FRIDAY, "2026-11-27": FRIDAY, "in 3d": FRIDAY}.get(text.lower())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana: write the RFC by friday", Agreement("write the RFC", "ana", FRIDAY)),
        ("Ana Silva: write the RFC, due 2026-11-27.", Agreement("write the RFC", "ana", FRIDAY)),
        ("@asilva: write the RFC until Friday", Agreement("write the RFC", "ana", FRIDAY)),
        ("zoe lefevre: freeze the scope in 3d", Agreement("freeze the scope", "zoe", FRIDAY)),
        ("Kim Larsson: pair", Agreement("pair", "kim-l")),
        ("kim: pair", Agreement("pair", "kim")),
        ("me: ask Dana", Agreement("ask Dana")),
        ("I: ask Dana", Agreement("ask Dana")),
        ("Omar: ask Dana", Agreement("ask Dana")),
        ("ask Dana", Agreement("ask Dana")),
        # Nobody and no day is meant by these; they stay text.
        ("RFC: read it", Agreement("RFC: read it", stranger="RFC")),
        ("Anna: read it by friday", Agreement("Anna: read it", due=FRIDAY, stranger="Anna")),
        ("@anna: read it", Agreement("@anna: read it", stranger="@anna")),
        ("write it by hand", Agreement("write it by hand", unread="by hand")),
        ("write it, due someday.", Agreement("write it, due someday.", unread="due someday")),
        ("have it read by Kim Okafor", Agreement("have it read by Kim Okafor")),
        ("grow it by more than any of us thought", Agreement("grow it by more than any of us thought")),
        ("write it by in 3d", Agreement("write it", due=FRIDAY)),
        ("write it, due in 3d", Agreement("write it", due=FRIDAY)),
        ("http://example.com: read by friday", Agreement("http://example.com: read", due=FRIDAY)),
        ("stand by friday by friday", Agreement("stand by friday", due=FRIDAY)),
    ],
)
def test_what_a_line_is_understood_as(text: str, expected: Agreement) -> None:
    assert agreement(text, WHO, day_of) == expected


def test_boxes_are_taken_out_of_the_text_and_nothing_else() -> None:
    text = "Four on call.\n\n- [ ] Ana: RFC\n  * [X] me: ask Dana\n- a line\n- [] no box\n- [link](x)\n"
    rest, found = agreements(text, WHO, day_of)
    assert rest == "Four on call.\n\n- a line\n- [] no box\n- [link](x)"
    assert found == (Agreement("RFC", "ana"), Agreement("ask Dana", done=True))


@given(st.text())
def test_text_without_boxes_stays_as_it_is(text: str) -> None:
    lines = [line for line in text.split("\n") if "[" not in line]
    rest, found = agreements("\n".join(lines), WHO, day_of)
    assert (rest, found) == ("\n".join(lines).strip("\n"), ())


@given(st.text())
def test_reading_twice_finds_nothing_more(text: str) -> None:
    rest, _ = agreements(text, WHO, day_of)
    assert agreements(rest, WHO, day_of) == (rest, ())


def test_a_first_name_that_two_have_means_neither() -> None:
    two = [
        Person(id="p5", name="Sam Berg", handles=("sberg",), created=NOW),
        Person(id="p6", name="Sam Ito", handles=("sito",), created=NOW),
    ]
    named = who(two, ())
    assert [named(name) for name in ("Sam", "sam ito", "sberg", "nobody", "")] == [
        None, "sito", "sberg", None, None,
    ]  # fmt: skip
