"""Ladders in the forms that others write them in: what is understood, and what is not."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import Refused
from growth.records.ladder import Criterion, Level
from growth.rules.ladders import missing
from tests.exchange.ladder_forms import (
    ACROSS,
    BULLETS,
    LISTS,
    LONG,
    STEPS,
    TOPICS,
    TRACKS,
    cells,
    counts,
    read,
    same_after_export,
)


def test_lists_of_levels_themes_and_competencies() -> None:
    found = read(LISTS, "bakery.yml")
    ladder = found.ladder
    assert (ladder.key, ladder.name, ladder.source) == ("bakery", "Bakery", "bakery.yml")
    assert ladder.levels == (
        Level(id="apprentice", name="Apprentice", rank=1, next=("baker-ic", "baker-pm")),
        Level(id="baker-ic", name="Baker (alone)", rank=2, track="ic", next=("master",)),
        Level(id="baker-pm", name="Baker (with others)", rank=2, track="management", next=("master",)),
        Level(id="master", name="Master", rank=3),
    )
    assert [(one.id, one.name) for one in ladder.themes] == [("dough", "Dough & leaven"), ("talk", "Talking")]
    assert ladder.criteria == (
        Criterion(
            id="0a1b", theme="dough", level="apprentice",
            summary="Weighs the flour, and says so when a sack runs low.",
            examples=("Wrote the weights on the board",),
        ),
        Criterion(
            id="0a2b", theme="talk", level="master",
            summary="1. Tells customers why the rye is late.\n2. Tells the mill.",
        ),
    )  # fmt: skip
    assert found.left_out == (("competency proficiency", 1), ("theme summary", 1))
    assert [(piece.line, piece.text, piece.why) for piece in found.misread] == [
        (35, "Stands under no theme.", "has no theme")
    ]
    assert same_after_export(ladder)


def test_an_id_given_twice_is_kept_for_the_check_to_find() -> None:
    twice = LISTS.replace("id: baker-pm", "id: baker-ic").replace("id: talk\n", "id: dough\n")
    ladder = read(twice, "bakery.yml").ladder
    assert [one.id for one in ladder.levels].count("baker-ic") == 2
    assert [one.id for one in ladder.themes] == ["dough", "dough"]


def test_topics_in_front_matter() -> None:
    found = read(TOPICS, "bread.md")
    ladder = found.ladder
    assert (ladder.key, ladder.name) == ("bread-framework", "Bread Framework")
    assert [(one.id, one.name, one.rank) for one in ladder.levels] == [
        ("1", "Level 1", 1), ("2", "Level 2", 2), ("3", "Level 3", 3),
    ]  # fmt: skip
    assert [(one.id, one.name) for one in ladder.themes] == [("craft", "Craft"), ("help", "Helping out")]
    assert cells(ladder) == [
        ("craft", "1", "Shapes a loaf"),
        ("craft", "1", "Scores a loaf"),
        ("craft", "3", "Writes the recipe down"),
        ("craft", "3", "Teaches the recipe"),
        ("help", "2", "Covers a morning shift"),
    ]
    assert ladder.criteria[3].examples == ("Showed two apprentices how to fold",)
    assert found.left_out == (("line after the front matter", 2),)
    assert [(piece.line, piece.why) for piece in found.misread] == [
        (19, "is an example of no criterion"), (26, "says no level"),
    ]  # fmt: skip
    assert same_after_export(ladder)


def test_the_data_of_a_script_is_read_and_its_code_is_not() -> None:
    found = read(TRACKS, "bread-tracks.js")
    ladder = found.ladder
    assert (ladder.key, ladder.name) == ("bread-tracks", "Bread tracks")
    assert [(one.id, one.name, one.next) for one in ladder.levels] == [
        ("1", "Milestone 1", ("2",)), ("2", "Milestone 2", ()),
    ]  # fmt: skip
    assert [(one.id, one.name, one.kind) for one in ladder.themes] == [
        ("oven", "Oven", "A"), ("shop-floor", "Shop floor", "B"),
    ]  # fmt: skip
    assert cells(ladder) == [
        ("oven", "1", "Lights the oven — and it's hot"),
        ("oven", "2", "Reads the fire"),
        ("shop-floor", "1", "Greets people"),
    ]
    assert ladder.criteria[0].examples == ("Bakes an even batch", "Baked forty loaves")
    assert found.left_out == (("description of a track", 1), ("labels", 2), ("limits", 3))
    assert [(piece.line, piece.text, piece.why) for piece in found.misread] == [
        (24, "{'signals': ['x']}", "is a milestone without a summary"),
        (21, "d3.range(3)", "is code, not data"),
    ]
    assert same_after_export(ladder)


def test_a_default_export_is_read_as_well() -> None:
    script = "export default { tracks: { A: { milestones: [{summary: 'One'}, {summary: 'Two'}] } } }"
    assert counts(read(script, "x.mjs").ladder) == (2, 1, 2)
    assert counts(read(script.replace("export default", "module.exports ="), "x.cjs").ladder) == (2, 1, 2)
    assert counts(read(script + " as const", "x.ts").ladder) == (2, 1, 2)


def test_a_heading_for_each_level_and_bullets_with_labels() -> None:
    found = read(BULLETS, "Baker.md")
    ladder = found.ladder
    assert (ladder.key, ladder.name) == ("baker", "Baker")
    assert [(one.id, one.name, one.rank) for one in ladder.levels] == [
        ("B1", "Baker 1", 1), ("B2", "Baker 2", 2),
    ]  # fmt: skip
    assert cells(ladder) == [
        ("dough", "B1", "weighs the *flour*"),
        ("talk", "B1", "says what is late"),
        ("oven", "B1", "lights it"),
        ("dough", "B2", "feeds the leaven"),
        ("talk", "B2", "asks the mill"),
        ("oven", "B2", "reads the fire"),
    ]
    assert ladder.criteria[4].examples == ("Wrote to the mill in March",)
    assert found.left_out == (
        ("bullet that links to another page", 1), ("line of prose", 1), ("row of a table", 3),
    )  # fmt: skip
    assert found.notes == ("8 bullets, 6 of them under a level",)
    assert [(piece.line, piece.text) for piece in found.misread] == [(30, "Something else")]
    assert same_after_export(ladder)


def test_a_label_that_is_a_step_of_a_known_axis_gives_the_axis() -> None:
    ladder = read(STEPS, "Developer.md").ladder
    assert [one.name for one in ladder.themes] == ["Technology", "Influence"]
    assert [(one.theme, one.markers) for one in ladder.criteria] == [
        ("technology", ("adopts",)), ("influence", ("subsystem",)),
        ("technology", ("specializes",)), ("influence", ("team",)),
    ]  # fmt: skip


def test_levels_that_start_at_four_keep_their_numbers() -> None:
    text = "# Lead\n## TL4 - Lead 4\n- a\n## TL5 - Lead 5\n- b\n"
    assert [one.rank for one in read(text, "Lead.md").ladder.levels] == [4, 5]


@pytest.mark.parametrize(
    "text",
    [
        "# Ladder\n## Junior\n### Craft\n- Bakes\n### Talk\n- Asks\n## Senior\n### Craft\n- Teaches\n",
        "# Ladder\n## Craft\n### Junior\n- Bakes\n### Senior\n- Teaches\n## Talk\n### Junior\n- Asks\n",
        "# Ladder\n## Junior\n- **Craft**\n  - Bakes\n- **Talk**\n  - Asks\n"
        "## Senior\n- **Craft**\n  - Teaches\n",
        "# Ladder\n## Junior\n- **Craft:** Bakes\n- **Talk:** Asks\n## Senior\n- **Craft:** Teaches\n",
    ],
)
def test_themes_are_headings_below_or_above_the_level_or_bold_labels(text: str) -> None:
    assert sorted(cells(read(text, "ladder.md").ladder)) == [
        ("craft", "Junior", "Bakes"), ("craft", "Senior", "Teaches"), ("talk", "Junior", "Asks"),
    ]  # fmt: skip


def test_bullets_without_themes_are_expectations() -> None:
    ladder = read("# Ladder\n## Junior\n- Bakes\n- Asks\n## Senior\n- Teaches\n", "ladder.md").ladder
    assert [one.name for one in ladder.themes] == ["Expectations"]


@pytest.mark.parametrize(
    "text",
    [
        '{"Craft": {"L1": ["Bakes"], "L2": ["Teaches"]}, "Talk": {"L1": ["Asks"]}}',
        '{"L1": {"Craft": ["Bakes"], "Talk": ["Asks"]}, "L2": {"Craft": ["Teaches"]}}',
        '{"name": "X", "levels": ["L1", "L2"], "themes": {"Craft": {"L1": "Bakes", "L2": "Teaches"}, '
        '"Talk": {"L1": "Asks"}}}',
        '{"levels": [{"id": "L1", "name": "One"}, {"id": "L2", "name": "Two"}], "themes": [{"name": "Craft", '
        '"levels": {"L1": ["Bakes"], "L2": ["Teaches"]}}, '
        '{"name": "Talk", "levels": {"L1": "Asks", "L2": ""}}]}',
        '[{"competency": "Craft", "L1": "Bakes", "L2": "Teaches"}, '
        '{"competency": "Talk", "L1": "Asks", "L2": ""}]',
        '{"skills": [{"title": "Craft", "levels": [{"level": "L1", "criteria": ["Bakes"]}, {"level": "L2", '
        '"description": "Teaches"}]}, {"title": "Talk", "levels": [{"level": "L1", "items": ["Asks"]}, '
        '{"level": "L2", "items": []}]}]}',
    ],
)
def test_json_of_themes_by_levels(text: str) -> None:
    ladder = read(text, "ladder.json").ladder
    assert sorted(cells(ladder)) == [
        ("craft", "L1", "Bakes"), ("craft", "L2", "Teaches"), ("talk", "L1", "Asks"),
    ]  # fmt: skip
    assert [(one.id, one.rank) for one in ladder.levels] == [("L1", 1), ("L2", 2)]
    assert same_after_export(ladder)


def test_a_cell_may_hold_criteria_with_examples() -> None:
    text = (
        '{"Craft": {"L1": [{"summary": "Bakes", "examples": ["Rye", "Wheat"]}], "L2": {"text": "Teaches"},'
        ' "L3": {"behaviours": ["Writes", "Speaks"]}, "L4": "- one\\n- two\\n  and more", "L5": 7}}'
    )
    ladder = read(text, "ladder.json").ladder
    assert [(one.level, one.summary, one.examples) for one in ladder.criteria] == [
        ("L1", "Bakes", ("Rye", "Wheat")), ("L2", "Teaches", ()), ("L3", "Writes", ()), ("L3", "Speaks", ()),
        ("L4", "one", ()), ("L4", "two and more", ()), ("L5", "7", ()),
    ]  # fmt: skip


def test_one_competency_in_a_file_is_a_ladder_of_one_theme() -> None:
    ladder = read('{"name": "Craft", "area": "Hands", "L1": "Bakes", "L2": ["Teaches"]}', "craft.json").ladder
    assert counts(ladder) == (2, 1, 2)
    assert ladder.themes[0].kind == "Hands"


THREE = """
levels: [{id: L3, name: Engineer}, {id: L4, name: Senior}, {id: L5, name: Staff}]
themes:
  - {name: Delivery, L3: [Ships changes], L4: [Ships features], L5: [Ships systems]}
  - {name: Quality, L3: [Writes tests], L4: [Writes runbooks], L5: [Sets the standard]}
  - name: People
    L4: [Mentors one person]
"""
TWO = """
levels: [{id: L3, name: Engineer}, {id: L4, name: Senior}]
themes:
  - {name: Delivery, L3: [Ships changes], L4: [Ships features]}
  - {name: People, L4: [Mentors one person]}
"""


@pytest.mark.parametrize(
    ("text", "count", "empty"),
    [
        (THREE, (3, 3, 7), (("people", "L3"), ("people", "L5"))),
        (TWO, (2, 2, 3), (("people", "L3"),)),
        (TWO.replace("L4: [Mentors", "Senior: [Mentors"), (2, 2, 3), (("people", "L3"),)),
        (TWO.replace(", L4: [Mentors one person]", ""), (2, 2, 2), (("people", "L3"), ("people", "L4"))),
        (
            "themes:\n  Delivery: {L3: [Ships changes], L4: [Ships features]}\n  People:\n",
            (2, 2, 2), (("people", "L3"), ("people", "L4")),
        ),
        (TWO.partition("themes:")[2].replace("L3: [Ships changes], ", ""), (0, 0, 0), ()),
    ],
)  # fmt: skip
def test_a_theme_that_asks_at_one_level_only_is_kept_and_its_empty_cells_are_told(
    text: str, count: tuple[int, int, int], empty: tuple[tuple[str, str], ...]
) -> None:
    if not any(count):
        # A single field that could be a level, in each of them and told nowhere else, is chance.
        with pytest.raises(Refused, match="no levels and themes were found"):
            read(text, "ladder.yaml")
        return
    found = read(text, "ladder.yaml")
    assert (counts(found.ladder), missing(found.ladder), found.misread) == (count, empty, ())
    assert same_after_export(found.ladder)


def test_what_stands_among_themes_and_is_not_understood_is_told_with_its_line() -> None:
    found = read(THREE + "  - name: Talk\n    Often: [Asks]\n  - loose words\n", "ladder.yaml")
    assert [theme.name for theme in found.ladder.themes] == ["Delivery", "Quality", "People", "Talk"]
    assert [(piece.text, piece.why) for piece in found.misread] == [
        ("Talk", "names no level"), ("loose words", "is no theme"),
    ]  # fmt: skip
    assert all(piece.line for piece in found.misread)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (LISTS, "lists of levels, themes and competencies"),
        (TOPICS, "topics with the criteria of each level"),
        (TRACKS, "tracks with milestones"),
        (BULLETS, "Markdown with a heading for each level"),
        (LONG, "table with a row for each criterion"),
        (ACROSS, "grid of themes and levels"),
        ('{"Craft": {"L1": ["Bakes"], "L2": ["Teaches"]}}', "themes by levels"),
        ('id = "x"\nname = "X"\n[[level]]\nid = "a"\nname = "a"\nrank = 1\n', "toml"),
    ],
)
def test_a_form_is_told_from_what_is_piped_in(text: str, form: str) -> None:
    assert read(text, "standard input").format == form


def test_the_id_of_a_criterion_comes_from_its_words_and_stays_when_others_come() -> None:
    one = read('{"Craft": {"L1": ["Bakes"], "L2": ["Teaches"]}}', "x.json").ladder
    more = read('{"Craft": {"L1": ["Weighs", "Bakes", "bakes"], "L2": ["Teaches"]}}', "x.json").ladder
    assert one.criteria[0].id == more.criteria[1].id
    assert len({each.id for each in more.criteria}) == 4


def test_a_theme_or_level_without_a_letter_gets_an_id_all_the_same() -> None:
    ladder = read('{"!!!": {"L1": "Bakes", "L2": "Teaches"}, "???": {"L1": "Asks"}}', "x.json").ladder
    assert len({one.id for one in ladder.themes}) == 2
    assert all(one.id.startswith("theme-") for one in ladder.themes)
    assert same_after_export(ladder)


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
grids = st.dictionaries(
    names, st.dictionaries(st.sampled_from(["L1", "L2", "L3"]), names, min_size=2), min_size=1, max_size=4
)


@given(grids)
def test_any_themes_by_levels_are_the_same_after_export(grid: dict[str, dict[str, str]]) -> None:
    try:
        ladder = read(json.dumps(grid), "x.json").ladder
    except Refused:
        return
    assert same_after_export(ladder)
    assert len({one.id for one in ladder.criteria}) == len(ladder.criteria)
    assert {one.level for one in ladder.criteria} <= {one.id for one in ladder.levels}
    assert {one.theme for one in ladder.criteria} <= {one.id for one in ladder.themes}
