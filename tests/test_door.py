"""The door: streams that are closed or full, homes that are none, and commands that are not there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Growth


def shell(line: str) -> "subprocess.CompletedProcess[str]":
    """Run one line of shell in which $GROWTH is the program."""
    command = {"GROWTH": f"{sys.executable} -m growth"}
    return subprocess.run(["sh", "-c", line], env=os.environ | command, capture_output=True, text=True)


@pytest.mark.parametrize("where", [">&-", ">/dev/full"])
def test_lost_output_says_what_was_done(growth: Growth, where: str) -> None:
    result = shell(f"$GROWTH log something done {where}")
    assert result.returncode == 4
    reason = "bad file descriptor" if where == ">&-" else "no space left on device"
    assert re.fullmatch(
        f"growth: the output could not be written: {reason}\n"
        "        but this is done, do not repeat it: log j261124-[0-9a-z]{4}\n",
        result.stderr,
    )
    assert len(growth.ok("list").splitlines()) == 1


@pytest.mark.uncounted
@pytest.mark.parametrize("command", ["export -f md", "list --json"])
def test_a_long_text_that_is_cut_off_is_no_success(growth: Growth, tmp_path: Path, command: str) -> None:
    growth.ok(["log", "-m", "x" * 300_000])
    result = shell(f"ulimit -f 100; $GROWTH {command} > {tmp_path / 'out'}")
    assert result.returncode == 4
    assert result.stderr.endswith("growth: the output could not be written: file too large\n")


def test_lost_output_of_a_reader_is_no_success(growth: Growth) -> None:
    growth.ok("log x")
    result = shell("$GROWTH list >&-")
    assert (result.returncode, result.stderr) == (
        4,
        "growth: the output could not be written: bad file descriptor\n",
    )


def test_a_reader_that_leaves_is_no_matter(growth: Growth) -> None:
    growth.ok("log x")
    result = shell("{ $GROWTH list --json; echo $? >&2; } | true; sleep 0.1")
    assert result.stderr in ("0\n", "141\n")


def test_a_closed_stderr_and_a_closed_stdin_stop_nothing(growth: Growth) -> None:
    assert shell("$GROWTH log x 2>&- <&-").returncode == 0
    assert len(growth.ok("list").splitlines()) == 1
    assert shell("$GROWTH log <&-").returncode == 2


def test_a_directory_of_somebody_else_is_left_as_it_is(growth: Growth, tmp_path: Path) -> None:
    strange = tmp_path / "strange"
    strange.mkdir(mode=0o755)
    strange.chmod(0o755)
    (strange / "notes.txt").write_text("mine")
    assert growth(["--home", str(strange), "list"]) == ("", "", 0)
    assert growth(["--home", str(strange), "log", "x"]) == (
        "",
        f"growth: {strange} holds 'notes.txt' and is no home of growth\n"
        "        name an empty or a new directory\n",
        1,
    )
    assert strange.stat().st_mode & 0o777 == 0o755
    assert [path.name for path in strange.iterdir()] == ["notes.txt"]


def test_a_file_is_no_home(growth: Growth, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    file.chmod(0o644)
    for command in ("list", "log x"):
        result = growth(["--home", str(file), *command.split()])
        assert result == (
            "",
            f"growth: {file} is not a directory\n        name a directory with --home\n",
            4,
        )
    assert file.stat().st_mode & 0o777 == 0o644


def test_a_misspelt_command_is_guessed(growth: Growth) -> None:
    result = growth("lits")
    assert (result.out, result.code) == ("", 2)
    assert result.err.startswith("growth: there is no command 'lits'; did you mean: growth list\n")


def test_the_three_doors_are_one() -> None:
    ways = [["-m", "growth"], [str(Path(__file__).parent.parent / "growth_cli.py")]]
    outputs = {
        subprocess.run([sys.executable, *way, "--version"], capture_output=True, text=True).stdout
        for way in ways
    }
    assert outputs == {"growth 0.1.0\n"}
