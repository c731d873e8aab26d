"""Two roles beside each other: what stays, what goes, what comes."""

import datetime

from growth.records.ladder import Criterion, Ladder, Level, Theme
from growth.rules.ladder_compare import Comparison, Side, ThemeChange, compare
from growth.rules.ladders import Role

AT = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)


def ladder(key: str, themes: dict[str, str], asked: list[tuple[str, str, str]]) -> Ladder:
    return Ladder(
        key=key,
        name=key.capitalize(),
        levels=(Level(id="L1", name="One", rank=1), Level(id="L2", name="Two", rank=2)),
        themes=tuple(Theme(id=id, name=name) for id, name in themes.items()),
        criteria=tuple(
            Criterion(id=f"{key}{number}", theme=theme, level=level, summary=text)
            for number, (theme, level, text) in enumerate(asked)
        ),
        created=AT,
    )


BAKER = ladder(
    "baker",
    {"dough": "Dough", "oven": "Oven", "talk": "Talking", "till": "Till"},
    [
        ("dough", "L1", "Weighs the flour."),
        ("dough", "L2", "Weighs the flour."),
        ("dough", "L2", "Feeds the leaven."),
        ("oven", "L2", "Lights it."),
        ("talk", "L2", "Greets."),
        ("till", "L1", "Counts."),
    ],
)
HEAD = ladder(
    "head",
    {"dough": "Dough", "speech": "Talking", "plan": "Planning"},
    [
        ("dough", "L1", "weighs  the flour"),
        ("dough", "L1", "Buys the flour."),
        ("speech", "L1", "Tells why."),
        ("plan", "L1", "Plans the week."),
        ("plan", "L2", "Plans the year."),
    ],
)


def role(found: Ladder, level: int) -> Role:
    return Role(found, found.levels[level - 1])


def test_themes_meet_by_id_or_by_name() -> None:
    mine, theirs = BAKER.criteria, HEAD.criteria
    assert compare(role(BAKER, 2), role(HEAD, 1)) == Comparison(
        here=Side(ladder="baker", name="Baker", level="L2", level_name="Two"),
        there=Side(ladder="head", name="Head", level="L1", level_name="One"),
        both=(
            ThemeChange(name="Dough", stays=(theirs[0],), goes=(mine[2],), comes=(theirs[1],)),
            ThemeChange(name="Talking", goes=(mine[4],), comes=(theirs[2],)),
        ),
        only_here=(ThemeChange(name="Oven", goes=(mine[3],)),),
        only_there=(ThemeChange(name="Planning", comes=(theirs[3],)),),
    )


def test_a_level_is_compared_with_another_of_the_same_ladder() -> None:
    found = compare(role(BAKER, 1), role(BAKER, 2))
    assert [(one.name, len(one.stays), len(one.goes), len(one.comes)) for one in found.both] == [
        ("Dough", 1, 0, 1), ("Oven", 0, 0, 1), ("Talking", 0, 0, 1), ("Till", 0, 1, 0),
    ]  # fmt: skip
    assert found.only_here == found.only_there == ()


def test_a_role_compared_with_itself_changes_nothing() -> None:
    found = compare(role(HEAD, 1), role(HEAD, 1))
    assert all(not one.goes and not one.comes for one in found.both)
    assert sum(len(one.stays) for one in found.both) == 4
