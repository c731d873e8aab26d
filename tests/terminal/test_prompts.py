"""A question is shown on one line, and only a whole line is an answer."""

import io
import sys
from pathlib import Path

import pytest

from growth.terminal.prompts import confirm, line
from growth.terminal.screen import Screen
from tests.conftest import Growth


def test_a_question_is_on_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\n"))
    assert line(Screen(), "Why is «late\nErase all? \x1b[A» dropped? ") == "yes"
    assert capsys.readouterr().err == "Why is «late Erase all? \u241b[A» dropped? "


@pytest.mark.parametrize(
    ("typed", "default", "answer", "times"),
    [
        ("y\n", False, True, 1),
        (" YES \n", False, True, 1),
        ("\n", False, False, 1),
        ("n\n", True, False, 1),
        ("\n", True, True, 1),
        ("No\n", True, False, 1),
        ("what\nyep\nok\ny\n", False, True, 4),
        ("what\n\n", True, True, 2),
        ("yn\nno\n", True, False, 2),
    ],
)
def test_a_word_that_is_neither_yes_nor_no_is_asked_again(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    default: bool,
    answer: bool,
    times: int,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    screen = Screen()
    screen.asks = True
    assert confirm(screen, "Right?", default=default) is answer
    shown = "Right? [Y/n] " if default else "Right? [y/N] "
    again = f"y or n; Enter alone is {'yes' if default else 'no'}\n"
    assert capsys.readouterr().err == again.join([shown] * times)


def test_whoever_asks_what_saves_nothing(growth: Growth, tmp_path: Path) -> None:
    growth.ok("people add ana")
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/^## Actions$/&\\n- [ ] ana: write it by friday/' \"$1\"\n")
    editor.chmod(0o755)
    asked = growth.terminal("1on1 notes ana", keys=["what\n", "\x03"], env={"EDITOR": str(editor)})
    assert asked.out.count("Right? [Y/n] ") == 2 and asked.code == 130
    assert growth.ok("action list") == ""


@pytest.mark.parametrize("typed", ["", "half a line"])
def test_without_enter_it_is_no_answer(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    with pytest.raises(KeyboardInterrupt):
        line(Screen(), "Which? ")


@pytest.mark.parametrize("key", ["q", "\x1b", "\x04", "\x03"])
def test_a_list_is_left_by_what_leaves_lists_elsewhere(growth: Growth, key: str) -> None:
    growth.ok("people add ana")
    result = growth.terminal("feedback ask ana", keys=[key])
    assert result.code == 130
    assert growth.ok("feedback list") == ""
