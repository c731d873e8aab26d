"""Ladders by name, levels that follow on each other, and the criteria of a cell."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import Refused, WrongUsage
from growth.records.ladder import Criterion, Ladder, Level, Theme
from growth.rules import ladders as rules

AT = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
LEVELS = (
    Level(id="L1", name="Engineer", rank=1, next=("L2",)),
    Level(id="L2", name="Senior engineer", rank=2, next=("I3", "M3")),
    Level(id="M3", name="Manager", rank=3, track="management"),
    Level(id="I3", name="Staff engineer", rank=3, track="ic"),
)
LADDER = Ladder(
    key="baker",
    name="Baker",
    levels=LEVELS,
    themes=(Theme(id="dough", name="Dough"), Theme(id="talk", name="Talking")),
    criteria=(
        Criterion(id="talk-L1-1", theme="talk", level="L1", summary="Says what is late."),
        Criterion(id="dough-L1-1", theme="dough", level="L1", summary="Weighs the flour."),
        Criterion(id="dough-L2-1", theme="dough", level="L2", summary="Feeds the leaven."),
    ),
    created=AT,
)


def ids(levels: tuple[Level, ...]) -> list[str]:
    return [level.id for level in levels]


def test_one_of_my_own_stands_before_the_one_on_the_shelf() -> None:
    mine = Ladder(key="baker", name="Baker, as we do it", created=AT)
    found = rules.known([LADDER, Ladder(key="apprentice", name="Apprentice", created=AT)], [mine])
    assert list(found) == ["apprentice", "baker"]
    assert found["baker"] is mine


def test_a_ladder_is_found_by_its_name_whatever_the_case() -> None:
    assert rules.named({"baker": LADDER}, "Baker") is LADDER
    with pytest.raises(Refused, match="there is no ladder 'bakr'") as refused:
        rules.named({"baker": LADDER}, "bakr")
    assert refused.value.hint == "did you mean baker? all of them: growth ladder list"


@pytest.mark.parametrize("text", ["L1", "l1", "Engineer", "engineer"])
def test_a_level_is_found_by_id_or_name(text: str) -> None:
    assert rules.level_named(LADDER, text).id == "L1"


def test_what_is_no_level_is_told_with_those_there_are() -> None:
    with pytest.raises(WrongUsage, match="baker has no level 'L9'") as refused:
        rules.level_named(LADDER, "L9")
    assert refused.value.hint == "it has: L1, L2, I3, M3"
    with pytest.raises(WrongUsage, match="baker has no theme 'ovens'"):
        rules.theme_named(LADDER, "ovens")


def test_a_role_is_a_ladder_and_a_level() -> None:
    assert rules.role_words("baker:M3") == ("baker", "M3")
    assert rules.role_words("ana:small:L5") == ("ana:small", "L5")
    for text in ("baker", "baker:", ":L1"):
        with pytest.raises(WrongUsage, match="names no level of a ladder"):
            rules.role_words(text)


def test_a_criterion_is_found_by_id_or_by_an_ending_that_only_one_has() -> None:
    assert rules.criterion_named(LADDER, "dough-L2-1").summary == "Feeds the leaven."
    assert rules.criterion_named(LADDER, "DOUGH-l2-1").summary == "Feeds the leaven."
    assert rules.criterion_named(LADDER, "L2-1").summary == "Feeds the leaven."
    with pytest.raises(Refused, match="2 criteria end in 'L1-1': talk-L1-1, dough-L1-1"):
        rules.criterion_named(LADDER, "L1-1")
    for text in ("", "oven"):
        with pytest.raises(Refused, match="baker has no criterion"):
            rules.criterion_named(LADDER, text)


def test_levels_stand_by_rank_and_then_by_track() -> None:
    assert ids(rules.levels(LADDER)) == ["L1", "L2", "I3", "M3"]


def test_the_levels_above_and_below_are_those_that_next_names() -> None:
    assert ids(rules.above(LADDER, LEVELS[0])) == ["L2"]
    assert ids(rules.above(LADDER, LEVELS[1])) == ["I3", "M3"]
    assert ids(rules.above(LADDER, LEVELS[2])) == []
    assert ids(rules.below(LADDER, LEVELS[0])) == []
    assert ids(rules.below(LADDER, LEVELS[3])) == ["L2"]


def test_without_next_the_rank_and_the_track_say_what_is_above() -> None:
    levels = (
        Level(id="1", name="One", rank=1),
        Level(id="2a", name="Two", rank=2, track="ic"),
        Level(id="2b", name="Two", rank=2, track="management"),
        Level(id="3a", name="Three", rank=3, track="ic"),
        Level(id="4b", name="Four", rank=4, track="management"),
        Level(id="5", name="Five", rank=5),
    )
    ladder = Ladder(key="x", name="X", levels=levels, created=AT)
    assert {level.id: ids(rules.above(ladder, level)) for level in levels} == {
        "1": ["2a", "2b"], "2a": ["3a"], "2b": ["4b"], "3a": ["5"], "4b": ["5"], "5": [],
    }  # fmt: skip
    assert {level.id: ids(rules.below(ladder, level)) for level in levels} == {
        "1": [], "2a": ["1"], "2b": ["1"], "3a": ["2a"], "4b": ["2b"], "5": ["4b"],
    }  # fmt: skip
    assert {level.id: level.next for level in rules.follow(levels)} == {
        "1": ("2a", "2b"), "2a": ("3a",), "2b": ("4b",), "3a": ("5",), "4b": ("5",), "5": (),
    }  # fmt: skip


def test_a_ladder_that_says_what_follows_keeps_it() -> None:
    assert rules.follow(LEVELS) == LEVELS


@given(
    st.lists(st.tuples(st.integers(1, 6), st.sampled_from(["", "ic", "management"])), min_size=1, unique=True)
)
def test_what_follows_stands_higher_and_never_on_another_track(pairs: list[tuple[int, str]]) -> None:
    levels = tuple(Level(id=f"{n}", name=f"{n}", rank=r, track=t) for n, (r, t) in enumerate(pairs))
    by_id = {level.id: level for level in levels}
    for level in rules.follow(levels):
        for other in (by_id[name] for name in level.next):
            assert other.rank > level.rank
            assert not (level.track and other.track) or level.track == other.track


def test_a_cell_holds_the_criteria_of_a_theme_at_a_level() -> None:
    assert [one.id for one in rules.cell(LADDER, "dough", "L1")] == ["dough-L1-1"]
    assert rules.cell(LADDER, "talk", "L2") == ()


def test_the_criteria_of_a_level_come_theme_by_theme() -> None:
    assert [one.id for one in rules.at(LADDER, "L1")] == ["dough-L1-1", "talk-L1-1"]


def test_the_cells_that_say_nothing_are_told() -> None:
    assert rules.missing(LADDER) == (
        ("dough", "I3"), ("dough", "M3"), ("talk", "L2"), ("talk", "I3"), ("talk", "M3"),
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "Ladder", "a b", "../x", "a:b", "-x", "a" * 65, "a\n"])
def test_a_name_is_a_word(text: str) -> None:
    with pytest.raises(WrongUsage):
        rules.check_key(text)
    assert rules.check_key("data-engineer") == "data-engineer"


def test_what_stands_beside_a_criterion_is_of_its_row_where_the_rows_have_names() -> None:
    cells = {
        "L1": ("Testing: writes tests", "Operations: reads the runbooks", "Note: no row"),
        "L2": ("Testing: writes those of others", "Operations: writes the runbooks", "Feeds: the leaven"),
        "M3": ("Testing: sets the standard",),
    }
    criteria = tuple(
        Criterion(id=f"{level}-{number}", theme="dough", level=level, summary=summary)
        for level, those in cells.items()
        for number, summary in enumerate(those)
    )
    ladder = Ladder(key="rows", name="Rows", levels=LEVELS, criteria=criteria, created=AT)
    _, _, _, testing, operations, loose, _ = criteria
    assert rules.beside(ladder, operations, "L1") == criteria[1]
    assert rules.beside(ladder, operations, "M3") is None
    # A colon that no other level repeats makes no row.
    assert rules.beside(ladder, loose, "L1") == criteria[0]
    assert rules.beside(ladder, testing, "I3") is None
