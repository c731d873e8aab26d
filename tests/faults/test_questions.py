"""Whoever leaves a question leaves it at once, finds the terminal as it was, and loses no text."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Growth

from .conversations import ENTRY, Given
from .conversing import Pool
from .harness import ROOT
from .homes import place
from .leaving import WAYS, leaving
from .questions import sites


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pool]:
    made = Pool(tmp_path_factory.mktemp("pool"))
    yield made
    made.close()


@pytest.mark.parametrize("way", WAYS)
def test_every_question_can_be_left(way: str, pool: Pool, tmp_path: Path) -> None:
    assert leaving(tmp_path, way, pool).faults == []


PLANTED = """
import sys
import click
import click as c
from growth.terminal import prompts
from growth.terminal.keys import key as pressed
from growth.commands.lines import Lines

def plain():
    print(confirm("no question of ours"))

def asked(app):
    click.prompt("a"); c.getchar()
    prompts.line(app.screen, "b")
    return pressed(
        app.screen, "c", "yn", "-y"
    )

def read():
    return sys.stdin.read() + input()

with Lines(app) as lines:
    questionary.text("d").ask()
"""


def test_what_asks_is_found_in_the_source(tmp_path: Path) -> None:
    (tmp_path / "growth").mkdir()
    (tmp_path / "growth" / "planted.py").write_text(PLANTED)
    assert [(site.first, site.last, site.what) for site in sites(tmp_path)] == [
        (13, 13, "getchar"),
        (13, 13, "prompt"),
        (14, 14, "line"),
        (15, 17, "key"),
        (19, 20, "stdin"),
        (22, 22, "Lines"),
        (23, 23, "ask"),
    ]
    assert sites(ROOT)


def test_half_a_line_is_no_answer(growth: Growth) -> None:
    made = growth("log Said in the open").out.strip()
    ran = growth.terminal(["delete", made], keys=["y", "\x04", "\x04"])
    assert (ran.code, growth("list").out.count("Said in the open")) == (130, 1)


def test_a_form_nobody_wrote_in_leaves_nothing_behind(growth: Growth) -> None:
    ran = growth.terminal("log", keys=["\x03"], env={"EDITOR": "sh -c 'echo open; read key'"})
    assert (ran.out, ran.code) == ("open\n^C\n\n", 130)
    assert list((growth.home / "drafts").iterdir()) == []


CATCHES = """trap 'echo caught' INT
echo open
read key || read key
sed -i 's/^title:.*/title: Went on/' "$1"
"""


def test_an_interrupt_is_the_editors_while_it_is_open(growth: Growth, tmp_path: Path) -> None:
    script = tmp_path / "editor.sh"
    script.write_text(CATCHES)
    ran = growth.terminal("log", keys=["\x03", "\n"], env={"EDITOR": f"sh {script}"})
    assert "caught" in ran.out
    assert (ran.code, "Went on" in growth("list").out) == (0, True)


@pytest.mark.parametrize("way", ["TERM", "HUP"])
@pytest.mark.parametrize("program", ["vi", "nano", "less"])
def test_a_real_editor_and_a_real_pager_end_with_growth(
    program: str, way: str, pool: Pool, tmp_path: Path
) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is missing")
    base = Given(tmp_path).copy("lived", 0)
    line = ["list"] if program == "less" else ["edit", ENTRY]
    env = {"GROWTH_HOME": str(place(base)), "EDITOR": program, "PAGER": program, "LESS": ""}
    with pool.one() as terminals:
        ended = terminals.converse(line, [], WAYS[way].leave, env=env, rows=1 if program == "less" else 24)
    assert ended.left
    assert (ended.code, ended.modes, ended.running) == (WAYS[way].code, True, False), ended.shown
