"""growth help is the same as --help."""

import pytest

from tests.conftest import Growth


@pytest.mark.parametrize("names", ["", "undo", "config", "config schema"])
def test_help_of_a_command_is_its_own(growth: Growth, names: str) -> None:
    assert growth.ok(f"help {names}") == growth.ok(f"{names} --help")


@pytest.mark.parametrize(
    ("names", "err"),
    [
        ("undoo", "growth: there is no command 'undoo'; did you mean: growth undo\n"),
        ("config zzz", "growth: there is no command 'config zzz'; see: growth help config\n"),
        ("config lst", "growth: there is no command 'config lst'; did you mean: growth config list\n"),
        (
            "feedback sets shw",
            "growth: there is no command 'feedback sets shw'; did you mean: growth feedback ",
        ),
        ("undo zzz", "growth: growth undo has no commands of its own\n"),
    ],
)
def test_help_of_what_is_no_command(growth: Growth, names: str, err: str) -> None:
    result = growth(f"help {names}")
    assert (result.out, result.code) == ("", 2)
    assert result.err.startswith(err)
