"""Ladders as tables: a row for each criterion, and grids of themes and levels."""

from tests.exchange.ladder_forms import (
    ACROSS,
    DOWN,
    LONG,
    cells,
    read,
    same_after_export,
)


def test_a_row_for_each_criterion() -> None:
    found = read(LONG, "long.csv")
    ladder = found.ladder
    assert [(one.id, one.track, one.rank, one.next) for one in ladder.levels] == [
        ("L1", "IC", 1, ("IC-L2",)), ("IC-L2", "IC", 2, ()),
        ("Lead-L2", "Lead", 1, ("L3",)), ("L3", "Lead", 2, ()),
    ]  # fmt: skip
    assert [(one.id, one.name, one.kind) for one in ladder.themes] == [
        ("baking", "Baking", "Craft"), ("shaping", "Shaping", "Craft"), ("talk-baking", "Baking", "Talk"),
    ]  # fmt: skip
    assert cells(ladder) == [
        ("baking", "L1", "Bakes"),
        ("shaping", "L1", "Shapes a loaf"),
        ("baking", "IC-L2", "Teaches baking"),
        ("baking", "IC-L2", "Writes it down"),
        ("baking", "Lead-L2", "Plans the week"),
        ("talk-baking", "Lead-L2", "Says why"),
    ]
    assert found.left_out == (("column Owner", 1),)
    assert same_after_export(ladder)


def test_a_row_that_names_no_level_is_told_with_its_line() -> None:
    found = read(
        "Level;Competency;Behaviour;Example\n;Baking;Bakes;\nL1;Baking;Shapes;Forty loaves\n", "x.csv"
    )
    assert [(piece.line, piece.text) for piece in found.misread] == [(2, "Bakes")]
    assert found.ladder.criteria[0].examples == ("Forty loaves",)


def test_a_grid_with_levels_across_two_header_rows_and_merged_areas() -> None:
    found = read(ACROSS, "grid.csv")
    ladder = found.ladder
    assert (ladder.name, ladder.key) == ("Bakery ladder", "bakery-ladder")
    assert [(one.id, one.name, one.rank) for one in ladder.levels] == [
        ("L1", "Apprentice", 1), ("L2", "Baker", 2), ("L3", "Master", 3), ("L4", "Head baker", 4),
    ]  # fmt: skip
    assert [(one.name, one.kind) for one in ladder.themes] == [
        ("Dough", "Craft"), ("Oven", "Craft"), ("Customers", "Talk"),
    ]  # fmt: skip
    assert cells(ladder) == [
        ("dough", "L1", "Weighs"), ("dough", "L2", "Feeds."), ("dough", "L2", "Folds."),
        ("dough", "L3", "Writes it down"), ("oven", "L1", "Lights it"), ("oven", "L3", "Reads the fire"),
        ("oven", "L4", "Buys one"), ("customers", "L1", "Greets"), ("customers", "L2", "Asks"),
        ("customers", "L3", "Tells why"), ("customers", "L4", "Listens"),
    ]  # fmt: skip
    assert found.misread == ()
    assert same_after_export(ladder)


def test_a_grid_with_levels_down_and_areas_over_the_themes() -> None:
    ladder = read(DOWN, "grid.csv").ladder
    assert [(one.id, one.name) for one in ladder.levels] == [("L1", "Apprentice"), ("L2", "Baker")]
    assert [(one.name, one.kind) for one in ladder.themes] == [
        ("Dough", "Craft"), ("Oven", "Craft"), ("Customers", "Talk"),
    ]  # fmt: skip
    assert cells(ladder) == [
        ("dough", "L1", "Weighs"), ("oven", "L1", "Lights it"), ("customers", "L1", "Greets"),
        ("dough", "L1", "Measures"), ("dough", "L2", "Feeds"), ("dough", "L2", "Folds"),
        ("customers", "L2", "Asks"),
    ]  # fmt: skip


def test_groups_over_the_levels_are_tracks() -> None:
    text = ",Alone,,With others,\nTheme,L1,L2,L1,L2\nDough,a,b,c,d\n"
    ladder = read(text, "grid.csv").ladder
    assert [(one.id, one.track, one.rank) for one in ladder.levels] == [
        ("Alone-L1", "Alone", 1), ("Alone-L2", "Alone", 2),
        ("With-others-L1", "With others", 1), ("With-others-L2", "With others", 2),
    ]  # fmt: skip
    assert [one.summary for one in ladder.criteria] == ["a", "b", "c", "d"]


def test_a_merged_first_column_of_levels_or_themes_goes_on_below() -> None:
    ladder = read("Theme\tL1\tL2\nDough\ta\tb\n\tc\td\nOven\te\tf\n", "grid.tsv").ladder
    assert cells(ladder) == [
        ("dough", "L1", "a"), ("dough", "L2", "b"), ("dough", "L1", "c"), ("dough", "L2", "d"),
        ("oven", "L1", "e"), ("oven", "L2", "f"),
    ]  # fmt: skip


def test_what_stands_beside_no_theme_or_under_no_header_is_told() -> None:
    found = read("Theme,L1,L2\n,a,b\nDough,c,d,e\n", "grid.csv")
    assert [(piece.line, piece.text, piece.why) for piece in found.misread] == [
        (2, "a", "stands beside no theme"), (2, "b", "stands beside no theme"),
        (3, "e", "stands under no header"),
    ]  # fmt: skip


def test_the_name_of_a_row_stands_before_its_criteria_and_a_column_without_a_place_is_told() -> None:
    text = (
        "Theme,Criterion,Note,L3,L4\nQuality,Testing,first,Writes tests,Writes the tests others use\n"
        ",Operations,,,Writes the runbooks\nPeople,,,Asks,\n"
    )
    found = read(text, "grid.csv")
    assert cells(found.ladder) == [
        ("quality", "L3", "Testing: Writes tests"), ("quality", "L4", "Testing: Writes the tests others use"),
        ("quality", "L4", "Operations: Writes the runbooks"), ("people", "L3", "Asks"),
    ]  # fmt: skip
    assert found.left_out == (("column Note", 1),)
    assert same_after_export(found.ladder)
