"""growth completion: the script, and what the shell is told through it."""

import subprocess
import sys

import pytest

from tests.conftest import Growth


@pytest.mark.parametrize(
    ("shell", "start"),
    [("bash", "_growth_completion()"), ("zsh", "#compdef growth"), ("fish", "function _growth")],
)
def test_the_script_of_each_shell(growth: Growth, shell: str, start: str) -> None:
    script = growth(f"completion {shell}")
    assert (script.err, script.code) == ("", 0)
    assert script.out.lstrip().startswith(start)
    assert "_GROWTH_COMPLETE" in script.out


def test_a_shell_that_is_not_known(growth: Growth) -> None:
    assert growth("completion tcsh").code == 2


def test_on_a_terminal_it_says_where_to_keep_it(growth: Growth) -> None:
    assert "to keep it, write it to ~/.config/fish/completions/growth.fish" in (
        growth.terminal("completion fish").out
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("growth dele", "plain,delete\n"),
        ("growth config se", "plain,set\n"),
        ("growth completion ", "plain,bash\nplain,zsh\nplain,fish\n"),
        ("growth undo --l", "plain,--list\n"),
    ],
)
def test_the_shell_is_told_what_may_follow(
    growth: Growth, monkeypatch: pytest.MonkeyPatch, words: str, expected: str
) -> None:
    monkeypatch.setenv("_GROWTH_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split(" ")) - 1))
    run = subprocess.run(
        [sys.executable, "-c", "from growth.cli import main; main()"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.stderr) == (expected, "")
