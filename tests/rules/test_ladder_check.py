"""What the check finds in a ladder, each under the name of its rule."""

import datetime

from msgspec.structs import replace

from growth.records.ladder import Criterion, Ladder, Level, Theme
from growth.rules.ladder_check import MOST_THEMES, check

AT = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
LADDER = Ladder(
    key="baker",
    name="Baker",
    levels=(Level(id="L1", name="Apprentice", rank=1, next=("L2",)), Level(id="L2", name="Baker", rank=2)),
    themes=(Theme(id="dough", name="Dough"), Theme(id="talk", name="Talking")),
    criteria=tuple(
        Criterion(id=f"{theme}-{level}", theme=theme, level=level, summary="Does it.")
        for theme in ("dough", "talk")
        for level in ("L1", "L2")
    ),
    created=AT,
)


def found(ladder: Ladder) -> list[tuple[str, str, str, bool]]:
    return [(one.rule, one.where, one.why, one.grave) for one in check(ladder)]


def test_nothing_is_wrong_with_a_whole_ladder() -> None:
    assert found(LADDER) == []


def test_an_empty_ladder_has_nothing() -> None:
    assert found(Ladder(key="x", name="X", created=AT)) == [
        ("nothing-there", "x", "has no level", True),
        ("nothing-there", "x", "has no theme", True),
        ("nothing-there", "x", "has no criterion", True),
    ]


def test_an_id_is_there_once() -> None:
    ladder = replace(
        LADDER,
        levels=(*LADDER.levels, LADDER.levels[1]),
        themes=(*LADDER.themes, LADDER.themes[0]),
        criteria=(*LADDER.criteria, LADDER.criteria[0]),
    )
    assert [row[:3] for row in found(ladder) if row[0] == "duplicate-id"] == [
        ("duplicate-id", "L2", "is the id of 2 levels"),
        ("duplicate-id", "dough", "is the id of 2 themes"),
        ("duplicate-id", "dough-L1", "is the id of 2 criteria"),
    ]


def test_a_reference_leads_somewhere() -> None:
    lost = Criterion(id="x", theme="oven", level="L9", summary="Is lost.")
    level = replace(LADDER.levels[1], next=("L3",))
    ladder = replace(LADDER, levels=(LADDER.levels[0], level), criteria=(*LADDER.criteria, lost))
    assert found(ladder) == [
        ("broken-reference", "x", "names the theme 'oven', which is not there", True),
        ("broken-reference", "x", "names the level 'L9', which is not there", True),
        ("broken-reference", "L2", "leads on to 'L3', which is not there", True),
    ]


def test_a_level_leads_up() -> None:
    ladder = replace(LADDER, levels=(LADDER.levels[0], replace(LADDER.levels[1], next=("L1", "L2"))))
    assert found(ladder) == [
        ("leads-down", "L2", "leads on to L1, which is not above it", False),
        ("leads-down", "L2", "leads on to L2, which is not above it", False),
    ]


def test_every_part_says_something() -> None:
    ladder = replace(
        LADDER,
        levels=(replace(LADDER.levels[0], name=" "), LADDER.levels[1]),
        criteria=(replace(LADDER.criteria[0], summary=""), *LADDER.criteria[1:]),
    )
    assert found(ladder) == [
        ("no-text", "L1", "says nothing", True),
        ("no-text", "dough-L1", "says nothing", True),
    ]


def test_an_empty_cell_is_told_once_for_its_theme_and_an_empty_level_once() -> None:
    top = Level(id="L3", name="Master", rank=3)
    gap = replace(LADDER, levels=(*LADDER.levels, top), criteria=LADDER.criteria[1:])
    assert found(gap) == [
        ("empty-level", "L3", "has no criterion", False),
        ("empty-cell", "dough", "says nothing at L1", False),
    ]


def test_more_than_fifteen_themes_are_too_many() -> None:
    for count, rules in ((MOST_THEMES, []), (MOST_THEMES + 1, ["many-themes"])):
        themes = tuple(Theme(id=f"t{n}", name=f"Theme {n}") for n in range(count))
        criteria = tuple(
            Criterion(id=f"{theme.id}-{level.id}", theme=theme.id, level=level.id, summary="Does it.")
            for theme in themes
            for level in LADDER.levels
        )
        assert [row[0] for row in found(replace(LADDER, themes=themes, criteria=criteria))] == rules
