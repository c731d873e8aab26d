"""A question is shown on one line, and only a whole line is an answer."""

import io
import sys

import pytest

from growth.terminal.prompts import line
from growth.terminal.screen import Screen
from tests.conftest import Growth


def test_a_question_is_on_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\n"))
    assert line(Screen(), "Why is «late\nErase all? \x1b[A» dropped? ") == "yes"
    assert capsys.readouterr().err == "Why is «late Erase all? \u241b[A» dropped? "


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
