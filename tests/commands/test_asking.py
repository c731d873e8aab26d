"""Questions in the notes of a session: proposed as on the sheet, ticked, remembered, and not asked again."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Growth

EDIT = """\
import pathlib, sys
path = pathlib.Path(sys.argv[1])
text = path.read_text()
pathlib.Path({shown!r}).write_text(text)
path.write_text({change})
"""


@pytest.fixture
def ana(growth: Growth) -> Growth:
    growth.ok("people add ana --name 'Ana Silva' --relation direct --meets 'weekly tue 10:00'")
    growth.ok("1on1 agenda ana on-call load --from ana")
    return growth


def editor(folder: Path, change: str) -> dict[str, str]:
    script = folder / "edit.py"
    script.write_text(EDIT.format(shown=str(folder / "shown"), change=change))
    return {"EDITOR": f"python3 {script}"}


def asked(growth: Growth) -> list[list[str]]:
    return [one["asked"] for one in json.loads(growth.ok("1on1 list --json")) if one["day"]]


def on_sheet(growth: Growth) -> list[str]:
    return [one["ref"] for one in json.loads(growth.ok("prep ana --json"))["questions"]]


def test_the_form_proposes_what_stands_on_the_sheet_and_remembers_the_ticks(
    ana: Growth, tmp_path: Path
) -> None:
    first = on_sheet(ana)
    done = ana.terminal(
        "1on1 notes ana", env=editor(tmp_path, f"text.replace('[ ] {first[0]} ', '[x] {first[0]} ')")
    )
    assert done.code == 0, done.out
    assert re.findall(r"- \[ \] (1on1/\d+) .*\?\n", (tmp_path / "shown").read_text()) == first
    assert asked(ana) == [[first[0]]]
    assert f"comes back sooner: growth thumb up {first[0]}" in " ".join(done.out.split())
    assert first[0] not in on_sheet(ana)
    # Opened again, the form holds what was asked and proposes nothing for the next time yet.
    done = ana.terminal("1on1 notes ana", env=editor(tmp_path, "text.replace('- [x] 1on1', '- [ ] 1on1')"))
    assert done.code == 0, done.out
    assert re.findall(r"- \[(.)\] (1on1/\d+)", (tmp_path / "shown").read_text()) == [("x", first[0])]
    assert asked(ana) == [[]]


def test_a_session_before_the_last_is_proposed_nothing(ana: Growth, tmp_path: Path) -> None:
    ana.ok("1on1 notes ana --shared x")
    done = ana.terminal("1on1 notes ana -d 2026-11-10", env=editor(tmp_path, "text + 'y'"))
    assert done.code == 0, done.out
    assert "## To ask" not in (tmp_path / "shown").read_text().partition("<!-- guide")[0]


def test_a_mentee_is_asked_as_by_a_mentor(growth: Growth, tmp_path: Path) -> None:
    growth.ok("people add kim --name 'Kim Okafor' --relation direct")
    growth.ok("1on1 notes kim --shared x")
    growth.ok("mentor pair kim --role mentor --cadence 2w")
    growth.terminal("mentor notes kim", env=editor(tmp_path, "text"))
    proposed = re.findall(r"- \[ \] (1on1/\d+) ", (tmp_path / "shown").read_text())
    bank = {one["ref"]: one["for"] for one in json.loads(growth.ok("1on1 bank list --json"))}
    assert len(proposed) == 3 and all("mentor" in bank[ref] for ref in proposed)


def test_piped_notes_tick_questions_too(ana: Growth) -> None:
    ana.ok(
        "1on1 notes ana", stdin="## To ask\n- [x] 1on1/12 any words\n- [ ] 1on1/13 x\n\n## Shared notes\nHi\n"
    )
    assert asked(ana) == [["1on1/12"]]
    # Without a section of the form it is a heading of somebody's own.
    ana.ok("1on1 notes ana -d 2026-11-23", stdin="## To ask\nWhat next?\n")
    assert json.loads(ana.ok("1on1 list --json"))[0]["shared"] == "## To ask\nWhat next?"


def test_a_question_that_there_is_none_of_is_refused(ana: Growth) -> None:
    for command, stdin in (("--asked 1on1/9999", None), ("", "## To ask\n- [x] 1on1/9999 x\n## Actions\n")):
        assert ana(f"1on1 notes ana {command}", stdin=stdin) == (
            "",
            "growth: there is no question 1on1/9999\n        see: growth 1on1 bank list\n",
            2,
        )
    assert asked(ana) == []


def test_a_broken_bank_does_not_cost_the_notes(ana: Growth, tmp_path: Path) -> None:
    (ana.home / "templates").mkdir()
    (ana.home / "templates" / "1on1-own.toml").write_text("nonsense")
    done = ana.terminal(
        "1on1 notes ana", env=editor(tmp_path, "text.replace('## Shared notes', '## Shared notes\\nHi')")
    )
    assert done.code == 0, done.out
    said = " ".join(re.sub(r"\x1b\[[0-9;]*m", "", done.out).split())
    assert "warning: " in said and "is no bank of questions" in said
    assert json.loads(ana.ok("1on1 list --json"))[0]["shared"] == "Hi"
