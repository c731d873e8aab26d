"""Promises, mine and theirs."""

import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from growth.records.action import Action
from growth.records.person import Person
from growth.rules.promises import concerns, kept, late, of_two, owed, promises

Day = datetime.date
TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
ANA = Person(id="p261124-aaaa", name="Ana Silva", handles=("ana", "asilva"), created=NOW)

DUE = st.none() | st.dates(Day(2026, 9, 1), Day(2027, 2, 1))
STATE = st.sampled_from(("open", "open", "open", "done", "dropped"))


def action(text: str, **fields: Any) -> Action:
    base: dict[str, Any] = {
        "id": f"t261101-{text[:4]}",
        "text": text,
        "day": Day(2026, 11, 1),
        "created": NOW,
    }
    return Action(**(base | fields))


def test_mine_and_theirs_the_longest_overdue_first() -> None:
    found = promises(
        [
            action("some day", person="ana"),
            action("soon", due=Day(2026, 11, 27), person="ana"),
            action("a bit late", due=Day(2026, 11, 23), person="bo"),
            action(
                "very late", due=Day(2026, 11, 20), moved=(Day(2026, 11, 6), Day(2026, 11, 13)), person="ana"
            ),
            action("hers", owner="ana", person="ana", due=TODAY),
            action("over", state="done", closed=TODAY),
            action("gone", state="dropped", closed=TODAY, why="no need"),
        ],
        TODAY,
    )
    assert [(p.action.text, p.days_late, p.moved, p.words) for p in found.mine] == [
        ("very late", 4, 2, "4 days late, moved twice"),
        ("a bit late", 1, 0, "1 day late"),
        ("soon", 0, 0, "due Fri 27 Nov"),
        ("some day", 0, 0, "no day set, 3 weeks old"),
    ]
    assert [(p.action.text, p.words) for p in found.theirs] == [("hers", "due today")]
    assert (found.late, late(found.theirs)) == (2, 0)


def test_those_with_one_person_by_any_handle() -> None:
    mine = action("to her", person="Asilva")
    hers = action("from her", owner="@ana".removeprefix("@"), person="bo")
    other = action("to bo", person="bo")
    assert [concerns(one, ANA) for one in (mine, hers, other)] == [True, True, False]
    found = promises([mine, hers, other], TODAY, ANA)
    assert (len(found.mine), len(found.theirs)) == (1, 1)


def test_kept_since_a_day_the_newest_first() -> None:
    done: list[Action] = [
        action("old", state="done", closed=Day(2026, 11, 16)),
        action("hers", state="done", closed=Day(2026, 11, 19), owner="ana"),
        action("mine", state="done", closed=Day(2026, 11, 18)),
        action("newer", state="done", closed=Day(2026, 11, 20)),
        action("dropped", state="dropped", closed=Day(2026, 11, 20), why="no need"),
        action("open"),
    ]
    found = kept(done, Day(2026, 11, 17), TODAY)
    assert [(p.action.text, p.words) for p in found.mine] == [
        ("newer", "done Fri 20 Nov"),
        ("mine", "done Wed 18 Nov"),
    ]
    assert [(p.action.text, p.words) for p in found.theirs] == [("hers", "done Thu 19 Nov")]
    assert len(kept(done, None, TODAY).mine) == 3
    assert kept(done, None, TODAY, ANA).mine == ()


@given(st.lists(st.tuples(DUE, st.sampled_from(("me", "ana")), STATE), max_size=12))
def test_what_i_broke_stands_before_all_else_of_mine(those: list[tuple[Day | None, str, Any]]) -> None:
    found = promises(
        [action(f"{n}", due=due, owner=owner, state=state) for n, (due, owner, state) in enumerate(those)],
        TODAY,
    )
    assert len(found.mine) + len(found.theirs) == sum(state == "open" for _, _, state in those)
    for side in (found.mine, found.theirs):
        assert [one.days_late for one in side] == sorted((one.days_late for one in side), reverse=True)
        assert sorted(side, key=lambda one: one.action.due is None) == list(side)


def test_far_days_carry_their_year_and_near_ones_their_name() -> None:
    words = {
        due: promises([action("x", due=due)], TODAY).mine[0].words
        for due in (Day(2027, 1, 4), Day(2026, 11, 25), Day(2026, 11, 24))
    }
    assert list(words.values()) == ["due 4 Jan 2027", "due tomorrow", "due today"]


def test_what_a_third_one_promised_is_neither_mine_nor_hers() -> None:
    mine, hers = action("to her", person="ana"), action("from her", owner="asilva", person="bo")
    third = action("send the link", owner="bo", person="ana")
    found = promises([mine, hers, third], TODAY, ANA)
    assert [one.action for one in found.theirs] == [hers, third]
    assert [one.action for one in of_two(found, ANA).mine] == [mine]
    assert [one.action for one in of_two(found, ANA).theirs] == [hers]


def test_how_many_are_owed_in_words() -> None:
    mine = promises([action("late", due=Day(2026, 11, 23)), action("soon", due=TODAY)], TODAY).mine
    assert owed(mine, mine[:1], "Tom owes") == ["you owe 2 (1 overdue)", "Tom owes 1 (overdue)"]
    done = kept([action("done", state="done", closed=TODAY)], None, TODAY).mine
    assert owed(mine[1:], done, "Tom owes") == ["you owe 1"]
