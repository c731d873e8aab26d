"""Ladders in folders: split over files, a competency in each, or one among others."""

import pytest

from growth.errors import Refused
from growth.exchange import ladder_folder
from growth.records.ladder_reading import LadderReading
from tests.exchange.ladder_forms import (
    AT,
    BULLETS,
    CAPABILITY,
    STEPS,
    cells,
    counts,
    read,
    same_after_export,
)

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
