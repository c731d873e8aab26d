"""The page with initials: no name, no handle and no word of a record is left on it."""

import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.records.action import Action
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.person import Person
from growth.records.request import Asked, Request
from growth.records.session import Session
from growth.rules.cited import Cited
from growth.rules.discreet import discreet, initials
from growth.rules.team import Material, Shared, team
from growth.rules.team_evidence import Shows

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ana Silva", "A.S."),
        ("Łukasz Wrona", "Ł.W."),
        ("Bo", "B."),
        ("eva de la Cruz", "E.C."),
        ("Kim (search) O'Neill", "K.O."),
        ("2nd Lead", "2.L."),
        ("?!", "?"),
        ("", "?"),
    ],
)
def test_initials_are_the_first_letters_of_the_first_and_the_last_word(name: str, letters: str) -> None:
    assert initials({"x": name}) == {"x": letters}


def test_two_with_the_same_initials_are_told_apart() -> None:
    found = initials({"bo": "Bo Tran", "ana": "Ana Silva", "abe": "Abe Stone"})
    assert found == {"abe": "A.S.1", "ana": "A.S.2", "bo": "B.T."}


CANARY = "zyx"
written = st.text(st.sampled_from("ab *[é\n"), max_size=6).map(lambda text: f"{CANARY}{text}{CANARY}")


@given(st.lists(written, min_size=12, max_size=12), st.booleans())
def test_no_word_of_a_record_is_left(texts: list[str], with_mood: bool) -> None:
    one, other, *rest = texts
    people = [
        Person(id=f"p-{n}", name=f"x{name}", handles=(f"{name}{n}",), meets="weekly tue", created=NOW)
        for n, name in enumerate((one, other))
    ]
    first, second = (person.handle for person in people)
    material = Material(
        sessions=[Session(id="s1", person=first, day=Day(2026, 11, 17), mood=3, mood_words=rest[0],
                          workload_words=rest[1], private=rest[2], created=NOW)],
        actions=[
            Action(id=f"t{owner}", text=text, owner=owner, person=first, day=TODAY, due=TODAY, why=rest[3],
                   origin=rest[4], created=NOW)
            for owner, text in (("me", rest[5]), (first, rest[6]))
        ],
        entries=[Entry(id="j1", day=TODAY, kind="kudos", title=rest[7], people=(second,), created=NOW)],
        requests=[
            Request(id="r1", person=second, about=f"@{first}", day=Day(2026, 11, 1), due=Day(2026, 11, 20),
                    state="sent", questions=(Asked(marker="q000", text=rest[8]),), created=NOW)
        ],
        shared={first: Shared(
            made=TODAY,
            entries=(Entry(id="j2", day=TODAY, kind="review", title=rest[9], project=rest[0], created=NOW),),
            goals=(Goal(id="g1", text=rest[1], day=Day(2026, 9, 1), created=NOW),),
        )},
        evidence={first: Shows(target=rest[2], period=rest[3], asked=2, none=1, themes=(rest[4],),
                               cited=Cited(f"{first}:a1", TODAY, rest[5], "0" * 12))},
    )  # fmt: skip
    page = team(people, material, TODAY, Period(Day(2026, 10, 28)), with_mood=with_mood)
    assert CANARY in msgspec.json.encode(page).decode()
    assert CANARY not in msgspec.json.encode(discreet(page)).decode()


def test_what_is_counted_stays() -> None:
    person = Person(id="p1", name="Ana Silva", handles=("ana",), created=NOW)
    actions = [
        Action(id=f"t{number}", text="x", person="ana", day=TODAY, due=Day(2026, 11, 20), created=NOW)
        for number in range(3)
    ]
    page = team([person], Material(actions=actions), TODAY, Period(Day(2026, 10, 28)))
    [one] = discreet(page).members
    assert (one.person, one.name, one.mine.open, one.mine.late, one.mine.words) == (
        "A.S.", "A.S.", 3, 3, "4 days late",
    )  # fmt: skip
