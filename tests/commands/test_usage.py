"""A command that is called in a wrong way is told so in a line, with what may have been meant."""

import json

import pytest

from tests.conftest import Growth


@pytest.mark.parametrize("group", ["feedback", "config", "people", "1on1", "feedback sets"])
def test_a_group_by_itself_says_what_it_has(growth: Growth, group: str) -> None:
    result = growth(group)
    assert (result.out, result.code) == ("", 2)
    assert result.err == growth.ok(f"{group} --help")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("feedback lst", "there is no command 'feedback lst'; did you mean: growth feedback list"),
        ("people abuot ana", "there is no command 'people abuot'; did you mean: growth people about"),
        ("feedback sets zzz", "there is no command 'feedback sets zzz'; see: growth help feedback sets"),
        ("lst", "there is no command 'lst'; did you mean: growth list"),
    ],
)
def test_a_command_that_a_group_does_not_have(growth: Growth, command: str, said: str) -> None:
    assert growth(command) == ("", f"growth: {said}\n", 2)


def test_a_choice_that_there_is_not(growth: Growth) -> None:
    kinds = "win, work, learning, review, design, talk, decision, incident, challenge, kudos, note"
    assert growth("log x -k winn") == (
        "",
        f"growth: -k/--kind cannot be 'winn'\n        did you mean win? it is one of {kinds}\n",
        2,
    )
    assert growth("log x --share nobody").err == (
        "growth: --share cannot be 'nobody'\n        it is one of private, person, manager, team\n"
    )
    assert growth("config schema entri").err.startswith(
        "growth: it cannot be 'entri'\n        did you mean entry? it is one of entry, person,"
    )


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (["log", "x", "-d", ""], "-d/--date"),
        (["log", "x", "--about", " "], "--about"),
        (["log", "x", "-p", ""], "-p/--project"),
        (["log", "x", "--spent", ""], "--spent"),
        (["list", "--since", ""], "--since"),
        (["list", "--until", ""], "--until"),
        (["list", "--period", ""], "--period"),
        (["action", "add", "x", "--due", ""], "--due"),
        (["report", "brag", "--for", ""], "--for"),
        (["report", "brag", "-o", ""], "-o/--output"),
        (["bundle", "make", "--for", ""], "--for"),
        (["people", "add", "ana", "--relation", "peer", "--since", ""], "--since"),
        (["1on1", "notes", "ana", "-d", ""], "-d/--date"),
        (["feedback", "give", "ana", "-o", ""], "-o/--output"),
        (["assess", "start", "--about", ""], "--about"),
        (["restore", "--as-of", ""], "--as-of"),
        (["done", "x", "--when", ""], "--when"),
        (["mentor", "pair", "ana", "--since", ""], "--since"),
    ],
)
def test_an_empty_value_is_none(growth: Growth, command: list[str], option: str) -> None:
    result = growth(command)
    assert (result.out, result.code) == ("", 2)
    assert result.err.startswith(f"growth: {option} is empty; give a value, or leave it out\n        usage: ")


def test_what_is_missing_is_named(growth: Growth) -> None:
    assert growth("config get") == (
        "",
        "growth: Missing argument 'NAME'.\n"
        "        usage: growth config get [OPTIONS] NAME; help: growth config get --help\n",
        2,
    )
    assert growth("log x --nosuch") == (
        "",
        "growth: No such option '--nosuch'.\n        if that is part of your text, put the text in quotes, "
        "or -- before it; help: growth log --help\n",
        2,
    )


@pytest.mark.parametrize(
    ("command", "share"),
    [("log", "team"), ("action add", "private"), ("goal add", "private"), ("feedback give", "private")],
)
def test_the_help_of_share_says_what_it_is_without_it(growth: Growth, command: str, share: str) -> None:
    growth("config set log.share team")
    growth.ok("people add bo")
    told = {"team": "else log.share, private.", "private": "else private."}[share]
    assert told in " ".join(growth.ok(f"{command} --help").split())
    made = growth(f"{command} {'bo --behaviour' if command == 'feedback give' else ''} 'in plain words'")
    assert json.loads(growth.ok(f"show {made.out.strip()} --json")).get("share", "private") == share
