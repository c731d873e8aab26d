"""Ladders in the forms that others write them in: what is understood, what is not, and what is refused."""

import datetime

import pytest

from growth.errors import GrowthError, Refused, WrongUsage
from growth.exchange import ladder_folder, ladder_read, ladder_toml
from growth.records.ladder import Criterion, Ladder, Level
from growth.records.ladder_reading import LadderReading

AT = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)

LISTS = """name: Bakery
summary: |
  What bakers do here.
levels:
  - id: apprentice
    name: Apprentice
  - id: baker-ic
    name: Baker (alone)
  - id: baker-pm
    name: Baker (with others)
  - id: master
    name: Master
themes:
  - id: dough
    name: Dough & leaven
    summary: All that rises.
  - id: talk
    name: Talking
competencies:
  - id: 0a1b
    level: apprentice
    theme: dough
    summary: |
      Weighs the flour, and says so
      when a sack runs low.
    examples:
      - Wrote the weights on the board
    proficiency: Expert
  - id: 0a2b
    level: master
    theme: talk
    summary: |
      1. Tells customers why the rye is late.
      2. Tells the mill.
  - id: 0a3b
    level: master
    summary: Stands under no theme.
"""
TOPICS = """---
title: "🥖 Bread Framework"
levels: 3
topics:
  - name: "craft"
    title:
    content:
      - level: 1
        criteria:
          - "Shapes a loaf"
          - "Scores a loaf"
      - level: 3
        criteria:
          - "Writes the recipe down"
        exampleCriteria:
          - criteria: "Teaches the recipe"
            examples:
              - "Showed two apprentices how to fold"
          - examples: ["of nothing"]
  - name: "help"
    title: "🙌 Helping out"
    content:
      - level: 2
        criteria:
          - "Covers a morning shift"
      - criteria: ["lost"]
---
# How we use it

Some words.
"""
TRACKS = r"""// @flow
import * as d3 from 'd3'
export type TrackId = 'OVEN' | 'SHOP_FLOOR'
type Tracks = {|
  'OVEN': Track,
|}
export const limits = [0, 1, 2]
export const points = (milestone: number): number => { return milestone * 2 }
export const labels = { '0': 'First', '5': 'Second' }
export const tracks: Tracks = {
  "OVEN": {
    "displayName": "Oven",
    "category": "A",
    "description": "Fire and time",
    "milestones": [{
      "summary": "Lights the oven \u2014 and it\'s hot",
      "signals": ["Bakes an even batch",],
      "examples": [`Baked forty loaves`,],
    }, {
      summary: "Reads " + "the " + 'fire',
      signals: [], examples: [d3.range(3)],
    }],
  },
  SHOP_FLOOR: { category: 'B', milestones: [{ summary: 'Greets people' }, { signals: ['x'] }] },
}
export const ids = Object.keys(tracks)
"""
BULLETS = """# Baker

A trade of early mornings.

| Level | Position |
| :---: | :---: |
| 1 | [B1 - Baker 1](#b1---baker-1) |

## B1 - Baker 1

<picture>
  <img alt="x" src="/charts/one.png">
</picture>

* **Dough**: weighs the *flour*
* **Talk**: says what is
  late
* **Oven**: lights it

## B2 - Baker 2

* **Dough**: feeds the leaven
* **Talk**: asks [the mill](mill.md)
  - Wrote to the mill in March
* **Oven**: reads the fire

# Other pages

* [**Shop**](Shop.md)
* Something else
"""
STEPS = """# Developer
## D1 - Developer 1
* **Adopts**: takes up the tools of the bakery
* **Subsystem**: changes one oven
## D2 - Developer 2
* **Specializes**: knows the rye best
* **Team**: changes the whole bakery
"""


def read(text: str | bytes, name: str) -> LadderReading:
    return ladder_read.read(text.encode() if isinstance(text, str) else text, name=name, created=AT)


def counts(ladder: Ladder) -> tuple[int, int, int]:
    return len(ladder.levels), len(ladder.themes), len(ladder.criteria)


def cells(ladder: Ladder) -> list[tuple[str, str, str]]:
    return [(one.theme, one.level, one.summary) for one in ladder.criteria]


def same_after_export(ladder: Ladder) -> bool:
    return ladder_toml.read(ladder_toml.write(ladder), name="x.toml", created=AT).ladder == ladder


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


LONG = """Track,Level,Area,Competency,Behavior,Owner
IC,L1,Craft,Baking,Bakes,Kim
,,,Shaping,Shapes a loaf,
,L2,,Baking,"- Teaches baking
- Writes it down",
Lead,L2,Craft,Baking,Plans the week,
,,,,,
Lead,,Talk,Baking,Says why,
,L3,,,,
"""


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


ACROSS = """Bakery ladder,,,,,
,,L1,L2,L3,L4
Area,Competency,Apprentice,Baker,Master,Head baker
Craft,Dough,Weighs,"Feeds.
Folds.",Writes it down,
,Oven,Lights it,,Reads the fire,Buys one
Talk,Customers,Greets,Asks,Tells why,Listens
"""
DOWN = """,,Craft,,Talk
Level,Title,Dough,Oven,Customers
L1,Apprentice,Weighs,Lights it,Greets
,,Measures,,
L2,Baker,"• Feeds
• Folds",,Asks
"""


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


LEVELS = """
- id: J10
  professionalTitle: Level I
  ordinalRank: 1
  baseSkillProficiencies: {core: working, supporting: aware, broad: aware}
  baseBehaviourMaturity: emerging
  expectations: {scope: one oven}
- id: J20
  professionalTitle: Level II
  ordinalRank: 2
  baseSkillProficiencies: {core: expert, supporting: working, broad: aware}
  baseBehaviourMaturity: role-modeling
"""
CAPABILITY = """
id: hands
name: Hands
skills:
  - id: baking
    name: Baking
    human:
      proficiencyDescriptions: {aware: Watches, working: Bakes, expert: Teaches}
    markers:
      working: {human: [Baked forty loaves], agent: [not for people]}
  - id: cleaning
    name: Cleaning
    human:
      proficiencyDescriptions: {aware: Sweeps, working: Scrubs, expert: Plans}
"""
BEHAVIOUR = """
name: Thinks ahead
human:
  maturityDescriptions: {emerging: Asks, role-modeling: Plans a day, exemplifying: Plans a year}
"""
DISCIPLINE = """
specialization: Bread
coreSkills: [baking]
supportingSkills: [folding]
behaviourModifiers: {thinks-ahead: 1}
"""
SPLIT = {
    "levels.yaml": LEVELS,
    "capabilities/hands.yaml": CAPABILITY,
    "behaviours/thinks-ahead.yaml": BEHAVIOUR,
    "disciplines/bread.yaml": DISCIPLINE,
    "notes.yaml": "a: b",
}


def folder(files: dict[str, str], name: str = "bakery") -> LadderReading:
    data = {path: text.encode() for path, text in files.items()}
    return ladder_folder.read(data, name=name, created=AT)


def test_a_ladder_split_over_files_asks_what_its_discipline_says() -> None:
    found = folder(SPLIT)
    ladder = found.ladder
    assert (ladder.key, ladder.name, ladder.source) == ("bread", "Bread", "bakery")
    assert [(one.id, one.name, one.rank) for one in ladder.levels] == [
        ("J10", "Level I", 1), ("J20", "Level II", 2),
    ]  # fmt: skip
    assert [(one.id, one.kind) for one in ladder.themes] == [
        ("baking", "Hands"), ("cleaning", "Hands"), ("thinks-ahead", "behaviour"),
    ]  # fmt: skip
    assert cells(ladder) == [
        ("baking", "J10", "Bakes"), ("cleaning", "J10", "Sweeps"), ("thinks-ahead", "J10", "Plans a day"),
        ("baking", "J20", "Teaches"), ("cleaning", "J20", "Sweeps"), ("thinks-ahead", "J20", "Plans a year"),
    ]  # fmt: skip
    assert ladder.criteria[0].examples == ("Baked forty loaves",)
    assert found.notes == ("in no tier of the discipline, so taken as broad: Cleaning",)
    assert found.left_out == (
        ("expectations of a level", 1), ("file notes.yaml", 1), ("skill folding, which no file describes", 1),
    )  # fmt: skip
    assert same_after_export(ladder)


def test_without_a_discipline_the_steps_of_the_scale_are_the_levels() -> None:
    ladder = read(CAPABILITY, "hands.yaml").ladder
    assert [(one.id, one.name) for one in ladder.levels] == [
        ("aware", "Aware"), ("working", "Working"), ("expert", "Expert"),
    ]  # fmt: skip
    assert counts(ladder) == (3, 2, 6)
    assert counts(read(BEHAVIOUR, "thinks-ahead.yaml").ladder) == (3, 1, 3)


def test_one_part_alone_or_two_disciplines_are_no_ladder() -> None:
    for text, name in ((LEVELS, "levels.yaml"), (DISCIPLINE, "bread.yaml")):
        with pytest.raises(Refused, match="one part of a ladder that is split over files") as refused:
            read(text, name)
        assert refused.value.hint == "import the whole folder"
    with pytest.raises(Refused, match="bakery holds 2 disciplines: bread, cake"):
        folder(SPLIT | {"disciplines/cake.yaml": DISCIPLINE})


def test_a_folder_with_a_file_for_each_competency() -> None:
    found = folder(
        {
            "craft.json": '{"name": "Craft", "L2": "Teaches", "L3": "Writes"}',
            "talk.json": '{"name": "Talk", "L1": "Asks", "L2": "Tells"}',
            "package.json": '{"name": "ladder", "version": "1.0.0"}',
        }
    )
    assert sorted((one.rank, one.id) for one in found.ladder.levels) == [(1, "L1"), (2, "L2"), (3, "L3")]
    assert counts(found.ladder) == (3, 2, 4)
    assert found.left_out == (("file package.json", 1),)


def test_a_folder_with_one_ladder_among_other_files() -> None:
    assert folder({"README.md": "# Read me\n", "ladder.md": BULLETS}).ladder.name == "Baker"
    with pytest.raises(Refused, match=r"bakery holds 2 ladders: a\.md, b\.md"):
        folder({"a.md": BULLETS, "b.md": STEPS})
    with pytest.raises(Refused, match="bakery holds no ladder in its 2 files"):
        folder({"README.md": "# Read me\n", "x.md": "words"})
    with pytest.raises(Refused, match=r"README\.md is Markdown in which"):
        folder({"README.md": "# Read me\n"})


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


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"<html><h2>L1</h2>", "x.html", "x.html is a page, which is not read as a ladder"),
        (b"<template><ul></ul></template>", "x.vue", "x.vue is a page"),
        (b"  <!doctype html>", "standard input", "standard input is a page"),
        (b"\\documentclass{article}", "x.tex", "x.tex is LaTeX"),
        (b"\\documentclass{article}", "x.txt", "x.txt is LaTeX"),
        (b"print('L1')", "x.py", "x.py is a program"),
        (b"#!/bin/sh\necho", "x", "x is a program"),
        (b"PK\x03\x04", "x", "x is a document"),
        (b"PK\x03\x04", "x.xlsx", "x.xlsx is a spreadsheet"),
        (b"%PDF-1.7", "x.pdf", "x.pdf is a document"),
        (b"", "x.yaml", "x.yaml is empty"),
        (b"  \n", "x", "x is empty"),
        (b"just words", "x.md", "no headings look like levels"),
        (b"# Read me\n\n## Install\n- one\n\n## Use\n- two\n", "README.md", "no headings look like levels"),
        (b"a: b\n", "x.yaml", "no levels and themes were found"),
        (b"[1, 2, 3]", "x.json", "no levels and themes were found"),
        (b"a,b\n1,2\n", "x.csv", "is a table without levels"),
        (b"one\ntwo\n", "x.csv", "is no table"),
        (b"const f = () => 1", "x.js", "no levels and themes were found"),
        (b"levels: []\nthemes: []\ncompetencies: []\n", "x.yaml", "holds no level of a ladder"),
        (b"\xff\xfea\x00", "x.yaml", "x.yaml is UTF-16"),
        (b"a: \xff", "x.yaml", "x.yaml is not UTF-8"),
        (b'{"a": 1, "a": 2}', "x.json", "'a' is there twice"),
        (b"{", "x.json", "x.json is no JSON"),
        (b"a: [1\n", "x.yaml", "x.yaml:2: no YAML"),
    ],
)  # fmt: skip
def test_what_is_no_ladder_is_refused_and_why(data: bytes, name: str, said: str) -> None:
    with pytest.raises((Refused, WrongUsage)) as refused:
        read(data, name)
    assert said in refused.value.message
    assert refused.value.hint


HEAD = "Level,Competency,Behavior\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGE = "a: &a {k: v}\n" + "".join(
    f"{new}: &{new} {{<<: [{', '.join([f'*{old}'] * 9)}]}}\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        (BOMB, "x.yaml", "stands for more than 200,000 values"),
        (MERGE, "x.yaml", "stands for more than 200,000 values"),
        ("a: &a [*a]\n", "x.yaml", "*a stands for something that is not complete"),
        ("a: *b\n", "x.yaml", "*b stands for something that is not complete"),
        ("[" * 5000, "x.yaml", "is nested deeper than 40 levels"),
        ("- " * 5000 + "x", "x.yaml", "is nested deeper than 40 levels"),
        ("a: !!python/object/apply:os.system ['echo hello']\n", "x.yaml", "the tag tag:yaml.org,2002:py"),
        ("a: !include /etc/passwd\n", "x.yaml", "the tag !include is not read"),
        ("a: !!binary aGVsbG8=\n", "x.yaml", "is not read"),
        ("a: 1\na: 2\n", "x.yaml", "'a' is there twice"),
        ("? [a, b]\n: c\n", "x.yaml", "a key is no text"),
        ("a: {<<: [1]}\n", "x.yaml", "what is merged with << is no mapping"),
        ("a: 1\n---\nb: 2\n", "x.yaml", "holds 2 documents"),
        ("a: " + "x" * 2_000_000, "x.yaml", "a ladder has 2,000,000 at most"),
        ("%YAML 9.9\n---\na: 1\n", "x.yaml", "no YAML"),
        ("[" * 5000, "x.json", "nested deeper than"),
        ('{"a": ' + "9" * 400 + "}", "x.json", "a number of more than 300 digits"),
        ('{"Craft": {"L1": "\\ud800", "L2": "x"}}', "x.json", "x.json is no JSON"),
        ("export const a = " + "[" * 5000 + "]" * 5000, "x.js", "nested too deeply"),
        ("x" * 600_000, "x.js", "a ladder has 500,000 at most"),
        ("L1," * 300 + "\n", "x.csv", "has 301 columns"),
        (HEAD + 'L1,a,"' + "x" * 200_000, "x.csv", "no CSV: field larger than"),
        (HEAD + "".join(f"L{n},a,b\n" for n in range(100)), "x.csv", "has 100 levels"),
        (HEAD + "".join(f"L1,a{n},b\n" for n in range(500)), "x.csv", "has 500 themes"),
        (HEAD + "L1,a," + "b" * 5000, "x.csv", "more than 4,000 characters"),
        (HEAD + "L1,a,b\n" * 21_000, "x.csv", "has more than 20,000 rows"),
        (HEAD + "L1,a,b\n" * 11_000, "x.csv", "has 11,000 criteria"),
    ],
)  # fmt: skip
def test_hostile_input_meets_a_bound_and_never_runs(text: str, name: str, said: str) -> None:
    with pytest.raises(GrowthError) as refused:
        read(text, name)
    assert said in refused.value.message


def test_aliases_that_stand_for_little_are_read() -> None:
    text = "x: &x {L1: Bakes, L2: Teaches}\nthemes:\n  Craft: *x\n  Talk:\n    <<: *x\n    L2: Tells\n"
    assert cells(read(text, "x.yaml").ladder) == [
        ("craft", "L1", "Bakes"), ("craft", "L2", "Teaches"),
        ("talk", "L2", "Tells"), ("talk", "L1", "Bakes"),
    ]  # fmt: skip


def test_the_id_of_a_criterion_comes_from_its_words_and_stays_when_others_come() -> None:
    one = read('{"Craft": {"L1": ["Bakes"], "L2": ["Teaches"]}}', "x.json").ladder
    more = read('{"Craft": {"L1": ["Weighs", "Bakes", "bakes"], "L2": ["Teaches"]}}', "x.json").ladder
    assert one.criteria[0].id == more.criteria[1].id
    assert len({each.id for each in more.criteria}) == 4
