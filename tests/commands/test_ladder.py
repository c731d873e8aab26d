"""growth ladder: list, show, check, import, export and compare, as a user sees them."""

import json
import os
from pathlib import Path

import pytest

from tests.conftest import Growth

BAKERY = """name: Bakery
levels:
  - {id: L1, name: Apprentice}
  - {id: L2, name: Baker}
themes:
  - {id: dough, name: Dough}
  - {id: talk, name: Talking}
competencies:
  - {id: c1, level: L1, theme: dough, summary: Weighs the flour., proficiency: Some}
  - {id: c2, level: L2, theme: dough, summary: Feeds the leaven., examples: [Fed it for a year]}
  - {id: c3, level: L2, theme: talk, summary: Tells why the rye is late.}
  - {id: c4, level: L2, summary: Stands under no theme.}
"""
TOML = """id = "bakery"
name = "Bakery"
version = "1"
source = "bakery.yml"

[[level]]
id = "L1"
name = "Apprentice"
rank = 1
next = [
    "L2",
]

[[level]]
id = "L2"
name = "Baker"
rank = 2

[[theme]]
id = "dough"
name = "Dough"

[[theme]]
id = "talk"
name = "Talking"

[[criterion]]
id = "c1"
theme = "dough"
level = "L1"
summary = "Weighs the flour."

[[criterion]]
id = "c2"
theme = "dough"
level = "L2"
summary = "Feeds the leaven."
examples = [
    "Fed it for a year",
]

[[criterion]]
id = "c3"
theme = "talk"
level = "L2"
summary = "Tells why the rye is late."
"""
UNREAD = "not understood: 1 piece\n  line 12  has no theme: Stands under no theme.\n"


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    path = tmp_path / "bakery.yml"
    path.write_text(BAKERY)
    return path


def imported(growth: Growth, path: Path, more: str = "") -> str:
    ran = growth(f"ladder import {path} {more}")
    assert (ran.err, ran.code) == (UNREAD, 0), ran
    return ran.out.strip()


def own(growth: Growth, name: str, text: str) -> None:
    folder = growth.home / "templates" / "ladders"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.toml").write_text(text)


def test_the_ladders_that_ship_are_listed(growth: Growth) -> None:
    assert growth.ok("ladder list") == (
        "engineering-manager        shipped   Engineering manager  5 levels, 12 themes, 65 criteria\n"
        "machine-learning-engineer  shipped   Machine learning engineer  6 levels, 11 themes, 86 criteria\n"
        "software-engineer          shipped   Software engineer  7 levels, 10 themes, 77 criteria\n"
        "tech-lead                  shipped   Tech lead  6 levels, 9 themes, 60 criteria\n"
    )
    assert not growth.home.exists()


def test_what_is_imported_is_stored_whole_and_listed(growth: Growth, bakery: Path) -> None:
    identifier = imported(growth, bakery)
    assert identifier.startswith("l261124-")
    assert "bakery                     imported  Bakery  2 levels, 2 themes, 3 criteria\n" in growth.ok(
        "ladder list"
    )
    found = json.loads(growth.ok("ladder list --json"))
    assert found[0] == {
        "key": "bakery", "name": "Bakery", "version": "1", "levels": 2, "themes": 2, "criteria": 3,
        "whose": "imported", "fault": "",
    }  # fmt: skip
    assert growth.ok("ladder show bakery") == (
        "bakery  Bakery  version 1, imported\n"
        "from bakery.yml\n"
        "\n"
        "L1  Apprentice  leads on to L2\n"
        "L2  Baker\n"
        "\n"
        "Dough  dough\n"
        "  c1  Weighs the flour.\n"
        "  c2  Feeds the leaven.\n"
        "      Fed it for a year\n"
        "\n"
        "Talking  talk\n"
        "  L1: nothing\n"
        "  c3  Tells why the rye is late.\n"
    )
    assert growth.ok("ladder show bakery --level baker --theme Dough").endswith(
        "\nL2  Baker\n\nDough  dough\n  c2  Feeds the leaven.\n      Fed it for a year\n"
    )
    shown = json.loads(growth.ok("ladder show bakery --level L1 --json"))
    assert (shown["id"], [one["id"] for one in shown["criteria"]]) == (identifier, ["c1"])


def test_an_import_is_undone_like_any_change(growth: Growth, bakery: Path) -> None:
    imported(growth, bakery)
    assert growth("undo -y").code == 0
    ran = growth("ladder show bakery")
    assert (ran.out, ran.code) == ("", 1)
    assert ran.err.startswith("growth: there is no ladder 'bakery'\n")


def test_a_dry_run_shows_what_was_understood_and_stores_nothing(growth: Growth, bakery: Path) -> None:
    ran = growth(f"ladder import {bakery} --dry-run")
    assert ran.out == (
        "lists of levels, themes and competencies: Bakery, 2 levels, 2 themes, 3 criteria\n"
        "  levels    Apprentice, Baker\n"
        "  themes    Dough, Talking\n"
        "  missing   1 of 4 cells: talk at L1\n"
        "  left out  competency proficiency: 1\n" + UNREAD
    )
    assert (ran.err, ran.code) == ("bakery would be imported; only you can read it\n", 0)
    assert not growth.home.exists()


def test_the_same_again_adds_nothing(growth: Growth, bakery: Path) -> None:
    imported(growth, bakery)
    ran = growth(f"ladder import {bakery}")
    assert (ran.out, ran.err, ran.code) == ("", f"{UNREAD}bakery is here already, and says the same\n", 0)


def test_another_of_the_same_name_replaces_it_only_when_told(growth: Growth, bakery: Path) -> None:
    identifier = imported(growth, bakery)
    bakery.write_text(BAKERY.replace("Weighs the flour.", "Weighs all."))
    ran = growth(f"ladder import {bakery}")
    assert (ran.out, ran.code) == ("", 2)
    assert "--yes, or --as NAME" in ran.err
    assert "Weighs the flour." in growth.ok("ladder show bakery")
    assert imported(growth, bakery, "--yes") == identifier
    assert "Weighs all." in growth.ok("ladder show bakery")
    assert imported(growth, bakery, "--as other") != identifier
    assert len(json.loads(growth.ok("ladder list --json"))) == 6


def test_the_name_of_a_ladder_that_ships_is_taken_only_by_asking(growth: Growth, bakery: Path) -> None:
    bakery.write_text(BAKERY.replace("Bakery", "Tech lead"))
    ran = growth(f"ladder import {bakery}")
    assert (ran.out, ran.err, ran.code) == (
        "",
        f"{UNREAD}growth: there is a ladder tech-lead already, one that ships\n"
        "        give this one a name with --as NAME; --as tech-lead puts it before the other\n",
        1,
    )
    imported(growth, bakery, "--as tech-lead")
    assert growth.ok("ladder show tech-lead").startswith("tech-lead  Tech lead  version 1, imported\n")
    assert growth.ok("ladder export tech-lead").startswith('id = "tech-lead"\nname = "Tech lead"\n')


def test_export_and_import_give_the_same_ladder(growth: Growth, bakery: Path, tmp_path: Path) -> None:
    imported(growth, bakery)
    assert growth.ok("ladder export bakery") == TOML
    out = tmp_path / "ours.toml"
    ran = growth(f"ladder export bakery -o {out}")
    assert (ran.out, ran.err) == ("", f"written: {out}, readable by you only\n")
    assert (out.read_text(), out.stat().st_mode & 0o777) == (TOML, 0o600)
    assert growth(f"ladder import {out}").err == "bakery is here already, and says the same\n"
    assert growth("ladder import - --as again", stdin=TOML).code == 0
    first, again = (json.loads(growth.ok(f"ladder show {name} --json")) for name in ("bakery", "again"))
    for field in ("id", "key", "created"):
        first.pop(field), again.pop(field)
    assert first == again


def test_a_ladder_printed_as_json_is_read_again(growth: Growth) -> None:
    text = growth.ok("ladder show tech-lead --json")
    assert growth("ladder import - --as mine", stdin=text).code == 0
    mine = growth.ok("ladder export mine")
    assert mine == growth.ok("ladder export tech-lead").replace('id = "tech-lead"', 'id = "mine"', 1)


def test_a_file_of_my_own_stands_before_all_others(growth: Growth, bakery: Path) -> None:
    imported(growth, bakery)
    own(growth, "bakery", TOML.replace("Weighs the flour.", "Weighs my flour."))
    own(growth, "tech-lead", TOML.replace('id = "bakery"', 'id = "tech-lead"'))
    assert "  yours   " in growth.ok("ladder list")
    assert "Weighs my flour." in growth.ok("ladder show bakery")
    assert growth.ok("ladder show tech-lead").startswith("tech-lead  Bakery  version 1, yours\n")
    ran = growth(f"ladder import {bakery} --yes")
    assert (ran.out, ran.code) == ("", 1)
    assert "is a ladder of that name, and stands before this one" in ran.err


def test_a_file_with_a_fault_hides_no_other_ladder(growth: Growth) -> None:
    own(growth, "bakery", TOML.replace("rank = 1", 'rank = "one"'))
    own(growth, "other", TOML)
    out = growth.ok("ladder list")
    fault = "bakery.toml is no ladder: level 1: rank: text, where a whole number should be"
    assert f"bakery                     yours     {fault}\n" in out
    assert "other                      yours     other.toml says id = 'bakery'\n" in out
    ran = growth("ladder show bakery")
    assert (ran.out, ran.err, ran.code) == (
        "", f"growth: {fault}\n        see: growth ladder check bakery\n", 1,
    )  # fmt: skip
    assert "tech-lead" in out


def test_check_tells_what_is_wrong_and_ends_with_one(growth: Growth, bakery: Path) -> None:
    bakery.write_text(BAKERY.replace("id: c2, level: L2", "id: c1, level: L7"))
    ran = growth(f"ladder check {bakery}")
    assert ran.out == (
        "duplicate-id      c1 is the id of 2 criteria\n"
        "broken-reference  c1 names the level 'L7', which is not there\n"
        "empty-cell        dough says nothing at L2\n"
        "empty-cell        talk says nothing at L1\n"
    )
    assert (ran.err, ran.code) == (f"{UNREAD}Bakery, 2 levels, 2 themes, 3 criteria: 4 found\n", 1)
    found = json.loads(growth(f"ladder check {bakery} --json").out)
    assert found[0] == {
        "rule": "duplicate-id", "where": "c1", "why": "is the id of 2 criteria", "grave": True,
    }  # fmt: skip


def test_what_is_broken_is_not_imported(growth: Growth, bakery: Path) -> None:
    bakery.write_text(BAKERY.replace("level: L1, theme", "level: L7, theme"))
    ran = growth(f"ladder import {bakery} --yes")
    assert (ran.out, ran.err, ran.code) == (
        "",
        "broken-reference  c1 names the level 'L7', which is not there\n"
        "growth: bakery.yml: one thing cannot stay as it is\n        mend it, and import it again\n",
        1,
    )
    assert not growth.home.exists()


@pytest.mark.parametrize(
    "name", ["software-engineer", "machine-learning-engineer", "tech-lead", "engineering-manager"]
)
def test_nothing_is_wrong_with_what_ships(growth: Growth, name: str) -> None:
    ran = growth(f"ladder check {name}")
    assert (ran.out, ran.code) == ("", 0)
    assert ran.err.endswith(": nothing wrong with it\n")


def test_two_roles_are_compared(growth: Growth, bakery: Path) -> None:
    imported(growth, bakery)
    bakery.write_text(
        BAKERY.replace("Bakery", "Head").replace("{id: talk, name: Talking}", "{id: talk, name: Telling}")
        .replace("Tells why the rye is late", "Tells why the rye is dear")
    )  # fmt: skip
    imported(growth, bakery)
    assert growth.ok("ladder compare bakery:L2 head:baker") == (
        "from  bakery:L2  Bakery, Baker\n"
        "to    head:L2  Head, Baker\n"
        "\n"
        "Dough\n"
        "  = Feeds the leaven.\n"
        "\n"
        "Telling\n"
        "  - Tells why the rye is late.\n"
        "  + Tells why the rye is dear.\n"
    )
    found = json.loads(growth.ok("ladder compare bakery:L1 L2 --json"))
    assert (found["here"]["level"], found["there"]["level"]) == ("L1", "L2")
    assert [one["name"] for one in found["both"]] == ["Dough", "Talking"]


def test_a_role_in_another_theme_is_new_or_no_longer_asked(growth: Growth) -> None:
    out = growth.ok("ladder compare software-engineer:L4 engineering-manager:M1")
    assert "\nNO LONGER ASKED\n" in out and "\nNEW\n" in out


@pytest.mark.parametrize(
    ("command", "said", "code"),
    [
        ("ladder compare tech-lead T2", "'tech-lead' names no level of a ladder", 2),
        ("ladder compare tech-lead:T2 tech-lead:T9", "tech-lead has no level 'T9'", 2),
        ("ladder compare tech-led:T2 T1", "there is no ladder 'tech-led'", 1),
        ("ladder show tech-lead --level T9", "it has: T1, T2, T3, T4, A5, M5", 2),
        ("ladder show tech-lead --theme x", "tech-lead has no theme 'x'", 2),
        ("ladder show techlead", "did you mean tech-lead? all of them: growth ladder list", 1),
        ("ladder export nothing", "there is no ladder 'nothing'", 1),
        ("ladder check nothing", "there is no ladder 'nothing'", 1),
        ("ladder import nothing.yml", "nothing.yml: no such file or directory", 4),
        ("ladder import - --as 'A B'", "'A B' is no name of a ladder", 2),
        ("ladder import - --as ../x", "'../x' is no name of a ladder", 2),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(
    growth: Growth, command: str, said: str, code: int
) -> None:
    ran = growth(command, stdin=BAKERY)
    assert (ran.out, ran.code) == ("", code), ran
    assert said in ran.err


def test_a_folder_is_read_without_links_hidden_files_and_what_lies_deep(
    growth: Growth, tmp_path: Path
) -> None:
    folder, secret = tmp_path / "ladder", tmp_path / "secret.json"
    deep = folder / "a" / "b" / "c" / "d"
    deep.mkdir(parents=True)
    secret.write_text('{"name": "Secret", "L1": "a", "L2": "b"}')
    (folder / "craft.json").write_text('{"name": "Craft", "L1": "Bakes", "L2": "Teaches"}')
    (folder / "a" / "talk.json").write_text('{"name": "Talk", "L1": "Asks", "L2": "Tells"}')
    (folder / "link.json").symlink_to(secret)
    (folder / "linked").symlink_to(tmp_path)
    (folder / ".hidden.json").write_text(secret.read_text())
    (deep / "deep.json").write_text(secret.read_text())
    os.mkfifo(folder / "pipe.json")
    out = growth.ok(f"ladder import {folder} --as mine")
    assert out.startswith("l261124-")
    assert [one["name"] for one in json.loads(growth.ok("ladder show mine --json"))["themes"]] == [
        "Craft", "Talk",
    ]  # fmt: skip


def test_an_empty_folder_is_refused(growth: Growth, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    ran = growth(f"ladder import {tmp_path / 'none'}")
    assert (ran.code, "holds no file of a kind that is read" in ran.err) == (1, True)


def test_on_a_terminal_the_preview_comes_before_the_question(growth: Growth, bakery: Path) -> None:
    ran = growth.terminal(f"ladder import {bakery}", keys=["n\n"])
    assert "Bakery, 2 levels, 2 themes, 3 criteria" in ran.out
    assert "Import it as bakery? Only you can read it." in ran.out
    assert (ran.code, growth.home.exists()) == (1, False)
    ran = growth.terminal(f"ladder import {bakery}", keys=["y\n"])
    assert ran.code == 0
    assert "only you can read it; look at it: growth ladder show bakery" in ran.out
    bakery.write_text(BAKERY.replace("Weighs the flour.", "Weighs all."))
    ran = growth.terminal(f"ladder import {bakery}", keys=["y\n"])
    assert (ran.code, "Replace bakery by this one?" in ran.out) == (0, True)
