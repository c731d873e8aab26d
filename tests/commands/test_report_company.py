"""growth report self-review --form: a company's own questions, as plain text with counts."""

import json
from pathlib import Path

import pytest

from tests.commands.laddered import log, start
from tests.conftest import Growth

FORM = """\
title = "Half-year review"

[[question]]
id = "results"
text = "What were your results?"
limit = 200
from = "impact"

[[question]]
id = "strengths"
text = "What do you do well?"
limit = 400
from = ["strengths", "statements"]

[[question]]
id = "wish"
text = "What should we change?"
limit = 100
"""


@pytest.fixture
def review(growth: Growth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Growth:
    """A small assessment, rated, and a form in the folder that the program runs in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "company.toml").write_text(FORM, encoding="utf-8")
    start(growth, "--share manager")
    proof = ["--metric", "p99: 480 ms -> 210 ms", "--impact", "fewer pages"]
    faster = log(growth, "Cut *p99*", "-k", "win", *proof, "--share", "manager")
    hidden = log(growth, "A quiet repair", "--impact", "nobody woke up")
    growth(f"assess evidence data-2 --confirm {faster} --confirm {hidden}")
    growth(["assess", "rate", "data-2", "--as", "doing", "--statement", "I own the nightly pipeline."])
    growth(["assess", "rate", "data-3", "--as", "doing", "--statement", "I check what comes in."])
    growth("assess rate talk-1 --as starting")
    return growth


def test_a_form_is_filled(review: Growth) -> None:
    ran = review("report self-review -f text --form company.toml")
    assert ran.code == 0
    assert (
        ran.out
        == """\
Half-year review
For you only: 1 private record. To hand in: growth report self-review --form company.toml --for manager

1. What were your results?
   74 of 200 characters

- Cut p99: p99 480 -> 210 ms; fewer pages
- A quiet repair: nobody woke up

2. What do you do well?
   63 of 400 characters

Data: I own the nightly pipeline.

Data: I check what comes in.

3. What should we change?
   0 of 100 characters: yours to write
"""
    )
    assert ran.err == ""


def test_for_my_manager_it_holds_what_is_shared(review: Growth) -> None:
    review.ok("people add Eva --relation manager")
    ran = review("report self-review --form company.toml --for manager")
    assert ran.out.splitlines()[1] == "For my manager"
    assert "Cut p99" in ran.out
    assert "quiet" not in ran.out
    assert "withheld from Eva: one record" in ran.err


def test_an_answer_that_is_too_long(review: Growth, tmp_path: Path) -> None:
    (tmp_path / "company.toml").write_text(FORM.replace("limit = 400", "limit = 50"), encoding="utf-8")
    ran = review("report self-review --form company.toml")
    assert ran.code == 1
    assert (
        "   63 of 50 characters: 13 too many\n\nData: I own the nightly pipeline.\n\nData: I check" in ran.out
    )
    assert ran.err == (
        "strengths: 63 of 50 characters: cut one of these two: data-3 (30) or data-2 (35)\n"
        '  leave it out with: without = ["data-3"]\n'
    )


def test_what_is_left_out_as_it_says(review: Growth, tmp_path: Path) -> None:
    shorter = FORM.replace("limit = 400", 'limit = 50\nwithout = ["data-3", "data-9"]')
    (tmp_path / "company.toml").write_text(shorter, encoding="utf-8")
    ran = review("report self-review --form company.toml")
    assert ran.code == 0
    assert "check what comes in" not in ran.out
    assert ran.err == ("strengths: nothing in it is called 'data-9', which `without` names\n")


def test_into_a_file_and_as_json(review: Growth, tmp_path: Path) -> None:
    ran = review("report self-review --form company.toml -o answers.txt")
    assert (ran.out, ran.code) == ("", 0)
    assert (tmp_path / "answers.txt").read_text().startswith("Half-year review\n")
    assert (tmp_path / "answers.txt").stat().st_mode & 0o777 == 0o600
    made = json.loads(review("report self-review --form company.toml --json").out)
    assert [one["id"] for one in made["questions"]] == ["results", "strengths", "wish"]
    assert (made["questions"][0]["characters"], made["questions"][0]["limit"]) == (74, 200)
    review("report self-review --form company.toml -o answers.json")
    assert json.loads((tmp_path / "answers.json").read_text()) == made


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("report self-review --form company.toml -f html", "a form is filled as text, not as html"),
        ("report self-review --form company.toml -o a.md", "a form is filled as text, not as md"),
        ("report brag --form company.toml", "brag fills no form"),
        ("report promotion --form company.toml", "promotion fills no form"),
    ],
)
def test_what_a_form_is_not(review: Growth, command: str, said: str) -> None:
    ran = review(command)
    assert (ran.out, ran.code) == ("", 2)
    assert ran.err.startswith(f"growth: {said}\n")


def test_a_form_with_a_fault(review: Growth, tmp_path: Path) -> None:
    place = tmp_path / "company.toml"
    place.write_text(FORM.replace('"impact"', '"theme:code"'), encoding="utf-8")
    ran = review("report self-review --form company.toml")
    assert (ran.out, ran.code) == ("", 1)
    assert ran.err == (
        "growth: company.toml, line 7, question 1 (results): from 'theme:code' names no theme of the ladder\n"
        "        there are: data, talk\n"
    )
    place.write_bytes(b"title = '\xff'")
    assert review("report self-review --form company.toml").err == (
        "growth: company.toml: byte 9 is no UTF-8\n        save it as UTF-8\n"
    )
    assert review("report self-review --form nowhere.toml").code == 4


def test_what_a_form_says_steers_no_terminal(review: Growth, tmp_path: Path) -> None:
    hostile = '[[question]]\nid = "a"\ntext = "\\u001b[31m red"\nanswer = "\\u202e x"\n'
    (tmp_path / "company.toml").write_text(hostile, encoding="utf-8")
    out = review("report self-review --form company.toml").out
    assert "\x1b" not in out and "\u202e" not in out
    assert "␛[31m red" in out
