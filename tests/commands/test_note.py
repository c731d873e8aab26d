"""growth note: what I saw of somebody else, always private."""

import json
import re

import pytest

from tests.conftest import Growth


@pytest.fixture
def people(growth: Growth) -> Growth:
    growth.ok("people add ana --name 'Ana Silva' --relation direct")
    assert growth("config set log.share team").code == 0
    return growth


def notes(growth: Growth) -> list[tuple[str, str, str, str, str, str]]:
    found = json.loads(growth.ok("list --about ana --json"))
    return [(e["day"], e["kind"], e["about"], e["share"], e["title"], e["body"]) for e in found]


def test_a_note_is_private_whatever_is_set(people: Growth) -> None:
    assert re.fullmatch(r"j261124-[0-9a-z]{4}\n", people.ok("note ana ran the post-mortem without blame"))
    people.ok("note @ana -d yesterday -t oncall --kind learning took the pager for Bo")
    assert notes(people) == [
        ("2026-11-23", "learning", "ana", "private", "took the pager for Bo", ""),
        ("2026-11-24", "note", "ana", "private", "ran the post-mortem without blame", ""),
    ]


def test_without_words_it_is_read_from_a_pipe(people: Growth) -> None:
    people.ok("note ana", stdin="Calm in the incident\n\nThree lines in the channel.\n")
    assert notes(people) == [
        ("2026-11-24", "note", "ana", "private", "Calm in the incident", "Three lines in the channel."),
    ]


def test_without_words_it_is_asked_for_on_a_terminal(people: Growth) -> None:
    result = people.terminal("note ana", keys=["calm in the incident\n"])
    assert "What did you see of Ana Silva? " in result.out
    assert "about ana · Tue 24 Nov · only you can read it" in result.out
    assert notes(people) == [("2026-11-24", "note", "ana", "private", "calm in the incident", "")]


def test_in_the_editor(people: Growth) -> None:
    editor = (
        'sh -c \'printf "calm in the incident\\n\\nthree lines" | cat - "$0" > "$0.new"; mv "$0.new" "$0"\''
    )
    result = people.terminal("note ana -e", env={"EDITOR": editor})
    assert result.code == 0, result
    assert notes(people) == [
        ("2026-11-24", "note", "ana", "private", "calm in the incident", "three lines"),
    ]


def test_what_is_refused(people: Growth) -> None:
    assert people("note ana") == (
        "",
        "growth: the note is missing\n        growth note ana asks for it on a terminal\n",
        2,
    )
    assert people("note nobody x").err.startswith("growth: I know nobody called 'nobody'\n")
    assert people("note ana -e").code == 2
    assert people.terminal("note ana", keys=["\n"]).code == 2
