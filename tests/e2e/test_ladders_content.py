"""The ladders that ship and the gold table: their shape, their references and their words."""

import json
import re
import tomllib
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

LADDERS = Path(__file__).parents[2] / "templates" / "ladders"
GOLD = Path(__file__).parents[1] / "gold"
NAMES = ("software-engineer", "machine-learning-engineer", "tech-lead", "engineering-manager")
KINDS = {"technical", "interpersonal", "collaboration", "mentoring", "leadership"}
ENTRY = {"title", "body", "kind", "tags", "project", "skills", "impact", "day", "created"}
# What somebody is, thinks or feels: nobody can see it, so it opens no criterion.
UNSEEN = {
    "Appreciates", "Aspires", "Aware", "Believes", "Cares", "Demonstrates", "Embodies", "Embraces", "Ensures",
    "Exhibits", "Feels", "Has", "Is", "Knows", "Loves", "Possesses", "Seeks", "Shows", "Strives", "Thinks",
    "Understands", "Values", "Wants",
}  # fmt: skip
UNWANTED = re.compile(
    r"\b(excellent|excellence|outstanding|exceptional\w*|great|good|strong\w*|deep\w*|solid|high[- ]quality"
    r"|effective\w*|efficient\w*|consistent\w*|proactive\w*|passion\w*|smart|talented|world-class"
    r"|best practice\w*|appropriate\w*|timely|constructive\w*|actionable|insightful|robust|seamless\w*"
    r"|complex|various|always|never|leverag\w*|synerg\w*|stakeholder\w*|bandwidth|align\w*|deliverable\w*"
    r"|learnings|rockstar|ninja|culture fit|thought leader\w*|go-to|empower\w*|impactful|visionary"
    r"|attitude|personality|mindset)\b",
    re.IGNORECASE,
)
# A criterion is read about me and about somebody else alike.
PRONOUN = re.compile(r"\b(I|me|my|mine|we|us|our|you|your|he|him|his|she|her|hers)\b", re.IGNORECASE)
SMALL = {
    "about", "after", "before", "each", "from", "have", "into", "than", "that", "them", "their", "they",
    "this", "what", "when", "where", "which", "with",
}  # fmt: skip

Row = dict[str, Any]


def load(name: str) -> Row:
    return tomllib.loads((LADDERS / f"{name}.toml").read_text(encoding="utf-8"))


def criteria() -> list[tuple[str, Row]]:
    return [(f"{name} {row['id']}", row) for name in NAMES for row in load(name)["criterion"]]


def entries() -> list[Row]:
    lines = (GOLD / "entries.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def links() -> dict[str, dict[str, list[int]]]:
    found: dict[str, dict[str, list[int]]] = json.loads((GOLD / "links.json").read_text(encoding="utf-8"))
    return found


def sentences(text: str) -> int:
    return len(re.findall(r"[.?!](?=\s|$)", text))


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", text.lower())) - SMALL


def test_these_ladders_ship() -> None:
    assert sorted(path.stem for path in LADDERS.glob("*.toml")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_ladder_has_the_fields_of_the_normal_form_and_no_other(name: str) -> None:
    found = load(name)
    assert set(found) == {"id", "name", "version", "source", "licence", "level", "theme", "criterion"}
    assert found["id"] == name
    assert found["name"].casefold().replace(" ", "-") == name
    assert found["version"] == "1" and found["source"] == "growth" and found["licence"] == "MIT"
    assert all(set(row) - {"track", "next"} == {"id", "name", "rank"} for row in found["level"])
    assert all(set(row) == {"id", "name", "kind"} and row["kind"] in KINDS for row in found["theme"])
    for row in found["criterion"]:
        assert set(row) - {"examples"} == {"id", "theme", "level", "summary", "markers"}, row["id"]


@pytest.mark.parametrize("name", NAMES)
def test_levels_lead_on_to_levels_above_and_each_but_the_first_is_reached(name: str) -> None:
    levels = {row["id"]: row for row in load(name)["level"]}
    assert 5 <= len(levels) <= 7 and len(levels) == len(load(name)["level"])
    assert len({row["name"].casefold() for row in levels.values()}) == len(levels)
    assert len({(row.get("track", ""), row["rank"]) for row in levels.values()}) == len(levels)
    reached = set()
    for row in levels.values():
        for other in row.get("next", []):
            assert other in levels and levels[other]["rank"] > row["rank"], row
            reached.add(other)
    assert set(levels) - reached == {next(iter(levels))}


@pytest.mark.parametrize("name", NAMES)
def test_where_a_level_forks_the_tracks_have_names(name: str) -> None:
    levels = {row["id"]: row for row in load(name)["level"]}
    forks = [row["next"] for row in levels.values() if len(row.get("next", [])) > 1]
    for fork in forks:
        assert {levels[one]["track"] for one in fork} == {"ic", "management"}
    if not forks:
        assert not any("track" in row for row in levels.values())


@pytest.mark.parametrize("name", NAMES)
def test_each_theme_says_one_or_two_things_at_each_level_under_an_id_that_tells_where(name: str) -> None:
    found = load(name)
    themes, levels = [row["id"] for row in found["theme"]], [row["id"] for row in found["level"]]
    assert 8 <= len(themes) <= 12 and len(set(themes)) == len(themes)
    cells: Counter[tuple[str, str]] = Counter()
    for row in found["criterion"]:
        cells[row["theme"], row["level"]] += 1
        assert row["id"] == f"{row['theme']}-{row['level']}-{cells[row['theme'], row['level']]}"
    assert set(cells) == {(theme, level) for theme in themes for level in levels}
    assert set(cells.values()) <= {1, 2}
    assert list(dict.fromkeys(row["theme"] for row in found["criterion"])) == themes


@pytest.mark.parametrize(("ref", "row"), criteria())
def test_a_criterion_is_one_sentence_that_begins_with_what_is_done(ref: str, row: Row) -> None:
    text = row["summary"]
    assert re.match(r"[A-Z][a-z]+s ", text) and text.split()[0] not in UNSEEN, ref
    assert text.endswith(".") and sentences(text) == 1 and ";" not in text, ref
    assert 8 <= len(text.split()) <= 28 and len(text) <= 150, ref


@pytest.mark.parametrize(("ref", "row"), criteria())
def test_a_criterion_says_what_can_be_seen_and_praises_nobody(ref: str, row: Row) -> None:
    for part in (row["summary"], *row.get("examples", ())):
        assert not UNWANTED.search(part) and not PRONOUN.search(part), (ref, part)
        assert part.isascii() and part == part.strip() and "\n" not in part, ref


@pytest.mark.parametrize(("ref", "row"), criteria())
def test_examples_are_sentences_and_markers_are_a_few_small_words(ref: str, row: Row) -> None:
    examples, markers = row.get("examples", []), row["markers"]
    assert len(examples) <= 2 and ("examples" not in row or examples), ref
    assert all(one.endswith(".") and sentences(one) == 1 and len(one) <= 120 for one in examples), ref
    assert 3 <= len(markers) == len(set(markers)) <= 6, ref
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one) for one in markers), ref


@pytest.mark.parametrize("name", NAMES)
def test_many_criteria_have_an_example(name: str) -> None:
    rows = load(name)["criterion"]
    assert sum("examples" in row for row in rows) >= 0.4 * len(rows)


def test_no_two_criteria_are_nearly_the_same() -> None:
    for (ref, one), (other_ref, other) in combinations(criteria(), 2):
        mine, theirs = words(one["summary"]), words(other["summary"])
        assert len(mine & theirs) < 0.6 * len(mine | theirs), (ref, other_ref)


def test_the_themes_that_a_machine_learning_engineer_is_looked_at_by() -> None:
    assert [row["name"] for row in load("machine-learning-engineer")["theme"]] == [
        "Data management",
        "Training and retraining pipelines",
        "Evaluation",
        "Human-in-the-loop validation",
        "Language-model operations",
        "Applied-science breadth",
        "Software craft and operations",
        "Communication",
        "Collaboration across teams",
        "Mentoring",
        "Impact and direction",
    ]


def test_the_gold_entries_are_eighty_different_ones_in_the_order_of_their_days() -> None:
    found = entries()
    assert len(found) == len({row["title"].casefold() for row in found}) == 80
    assert [row["day"] for row in found] == sorted(row["day"] for row in found)
    for row in found:
        assert {"day", "kind", "title", "created"} <= set(row) <= ENTRY, row
        assert row["day"] <= row["created"][:10] <= "2026-11-24", row


def test_the_gold_entries_are_not_those_of_the_demo() -> None:
    demo = (LADDERS.parent / "demo" / "engineer.jsonl").read_text(encoding="utf-8").splitlines()
    titles = {json.loads(line).get("title", "").casefold() for line in demo}
    assert not titles & {row["title"].casefold() for row in entries()}


def test_the_gold_links_name_criteria_and_entries_that_exist() -> None:
    ladder = {row["id"]: row for row in load("machine-learning-engineer")["criterion"]}
    halves = links()
    assert list(halves) == ["a", "b"] and [len(half) for half in halves.values()] == [20, 20]
    linked = halves["a"] | halves["b"]
    assert len(linked) == 40
    for criterion, numbers in linked.items():
        assert ladder[criterion]["level"] in ("L3", "L4", "L5"), criterion
        assert 1 <= len(numbers) <= 5 and numbers == sorted(set(numbers)), criterion
        assert set(numbers) <= set(range(1, 81)), criterion
    assert {ladder[criterion]["theme"] for criterion in linked} == {row["theme"] for row in ladder.values()}


def test_many_gold_entries_are_right_for_none() -> None:
    used = {number for half in links().values() for numbers in half.values() for number in numbers}
    assert 80 - len(used) == 23
