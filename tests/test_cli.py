"""The door: the same text in every locale, and errors that are told, not thrown."""

import os
import subprocess
import sys

import pytest

from tests.conftest import Growth

NARROW = [
    {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
]


@pytest.mark.parametrize("locale", NARROW, ids=lambda locale: next(iter(locale.values())))
def test_what_is_printed_is_utf_8_whatever_the_locale(growth: Growth, locale: dict[str, str]) -> None:
    growth.ok(["log", "Größe → halbiert"])
    growth.ok("people add ana --name 'Ana Łuk'")
    for command, out, err in (
        (["list"], "Größe → halbiert", ""),
        (["people", "add", "ana"], "", "'ana' is Ana Łuk already"),
    ):
        run = subprocess.run(
            [sys.executable, "-m", "growth", *command],
            env=os.environ | locale, stdin=subprocess.DEVNULL, capture_output=True, check=False,
        )  # fmt: skip
        assert out in run.stdout.decode()
        assert err in run.stderr.decode()


def test_bytes_that_are_no_text_are_refused_where_they_are_typed(growth: Growth) -> None:
    growth.ok("people add ana")
    result = growth.terminal("note ana", keys=["caf\udce9\n"])
    assert result.code == 2
    assert "growth: the answer is no UTF-8" in result.out
    assert growth.ok("list") == ""


def test_an_empty_home_is_not_the_users_own(growth: Growth) -> None:
    assert growth(["--home", "", "log", "x"]) == (
        "",
        "growth: --home is empty; name a directory, or leave it out\n"
        "        usage: growth [OPTIONS] [COMMAND] [ARGS]...; help: growth --help\n",
        2,
    )
