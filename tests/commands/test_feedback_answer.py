"""growth feedback answer and got: typed in, filed, and kept as safe as the giver wants it."""

import json
import re
from typing import Any

import pytest

from tests.commands.asking import request
from tests.conftest import Growth, Result

PAPER = """1. [{0}]
The docs.

2. [{1}]
4

[who] 2
[name] 3
Request [{id}]
"""


@pytest.fixture
def asked(growth: Growth) -> str:
    growth.ok("people add bo --name 'Bo Tran' --relation peer")
    growth.ok("people add eva --name Eva --relation manager")
    return growth.ok("feedback ask bo --set technical --pick 1 --pick 8").strip()


def flat(text: str) -> str:
    """Return what a terminal shows as one line without colours."""
    return " ".join(re.sub(r"\x1b\[[0-9;]*m", "", text).split())


def known(growth: Growth) -> None:
    growth.ok("people add bo --name 'Bo Tran' --relation peer")
    growth.ok("people add ana --name 'Ana Silva' --relation direct")


def answers(growth: Growth) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(growth.ok("feedback list --answers --json"))
    return found


def test_options_file_each_reply_under_its_question(growth: Growth, asked: str) -> None:
    identifier = growth.ok(["feedback", "answer", asked, "--reply", "1=The docs", "--rating", "2=4"]).strip()
    (found,) = answers(growth)
    assert found["id"] == identifier
    assert [(one["text"], one["rating"]) for one in found["replies"]] == [("The docs", None), ("", 4)]
    assert (found["person"], found["reader"], found["name"], found["share"]) == (
        "bo", "asker", "hidden", "private",
    )  # fmt: skip
    assert request(growth, asked)["state"] == "answered"


def test_what_the_giver_allows_is_said_with_two_options(growth: Growth, asked: str) -> None:
    growth.ok(f"feedback answer {asked} --reply 1=x --may-tell manager --named --share manager")
    (found,) = answers(growth)
    assert (found["reader"], found["name"], found["share"]) == ("manager", "named", "manager")


def test_a_filled_in_paper_is_read_from_a_pipe(growth: Growth, asked: str) -> None:
    marks = [one["marker"] for one in request(growth, asked)["questions"]]
    growth.ok(f"feedback answer {asked}", stdin=PAPER.format(*marks, id=asked))
    (found,) = answers(growth)
    assert [(one["text"], one["rating"]) for one in found["replies"]] == [("The docs.", None), ("", 4)]
    assert (found["reader"], found["name"], found["unmatched"]) == ("manager", "named", "")


def test_where_one_thing_was_asked_the_words_alone_are_enough(growth: Growth, asked: str) -> None:
    one = growth("feedback ask bo --question 'What should I stop?'").out.strip()
    growth.ok(f"feedback answer {one}", stdin="The late reviews\n")
    assert answers(growth)[0]["replies"][0]["text"] == "The late reviews"


def test_the_same_again_is_there_already_and_another_one_takes_its_place(growth: Growth, asked: str) -> None:
    first = growth.ok(f"feedback answer {asked} --reply 1=First").strip()
    assert growth(f"feedback answer {asked} --reply 1=First") == Result(
        "", f"that is there already: {first}\n", 0
    )
    second = growth.ok(f"feedback answer {asked} --reply 1=Second").strip()
    assert {one["id"]: one["revises"] for one in answers(growth)} == {first: "", second: first}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("--reply 3=x", "{} has no question 3"),
        ("--reply x", "'x' does not say to which question"),
        ("--rating 1=2", "question 1 has no scale"),
        ("--rating 2=9", "question 2 has no step '9'"),
        ("", "the answer is missing"),
    ],
)
def test_what_cannot_be_filed_is_refused(growth: Growth, asked: str, options: str, message: str) -> None:
    done = growth(f"feedback answer {asked} {options}")
    assert (done.err.splitlines()[0], done.code) == (f"growth: {message.format(asked)}", 2)
    assert answers(growth) == []


def test_an_answer_to_another_request_or_a_withdrawn_one_is_refused(growth: Growth, asked: str) -> None:
    other = growth("feedback ask bo --question x").out.strip()
    done = growth(f"feedback answer {other}", stdin=f"It was fine\nRequest [{asked}]\n")
    assert (done.err.splitlines()[0], done.code) == (f"growth: that is an answer to {asked}", 1)
    growth(f"feedback withdraw {asked}")
    done = growth(f"feedback answer {asked} --reply 1=x")
    assert (done.err.splitlines()[0], done.code) == (f"growth: {asked} is withdrawn", 1)


def test_on_a_terminal_it_is_a_form_with_the_questions(growth: Growth, asked: str) -> None:
    script = growth.home.parent / "editor"
    script.write_text("#!/bin/sh\nsed -i '/ask me to keep/a The docs.\n' \"$1\"\n")
    script.chmod(0o700)
    done = growth.terminal(f"feedback answer {asked}", env={"EDITOR": str(script)}, columns=200)
    assert done.code == 0
    assert "Bo Tran answered 1 of 2" in done.out
    allowed = "only who asked may read it; without the name, counted only among three or more"
    assert allowed in flat(done.out)
    assert [one["text"] for one in answers(growth)[0]["replies"]] == ["The docs."]


def test_praise_in_passing_is_kept_safest_first(growth: Growth, asked: str) -> None:
    identifier = growth.ok("feedback got bo unblocked us in an hour").strip()
    (found,) = answers(growth)
    assert (found["id"], found["manner"], found["replies"][0]["text"]) == (
        identifier, "praise", "unblocked us in an hour",
    )  # fmt: skip
    assert (found["reader"], found["name"]) == ("asker", "hidden")
    growth.ok("feedback got bo 'show it earlier' --advice --may-tell manager --named --about +launch")
    assert {(one["manner"], one["about"]) for one in answers(growth)} == {
        ("praise", "me"), ("advice", "+launch"),
    }  # fmt: skip


def test_a_share_that_its_giver_does_not_let_be_is_none(growth: Growth, asked: str) -> None:
    shown = growth.terminal("feedback got bo quick help --share manager", columns=200).out
    assert "its giver lets nobody else read it, so it stays here" in shown
    shown = growth.terminal("feedback got bo quick help --share manager --may-tell manager", columns=200).out
    assert "your manager may have it counted among three or more" in flat(shown)


@pytest.mark.parametrize(
    ("got", "share", "said"),
    [
        ("--may-tell manager --named", "manager", "your manager may read it"),
        ("--may-tell manager --named", "team", "its giver lets your manager read it, not your team"),
        ("--may-tell manager --named", "person",
         "its giver lets your manager read it: growth edit ID --share manager"),
        ("--may-tell manager --unquoted", "team", "your manager may know of it, not read it, not your team"),
        ("--may-tell manager", "manager", "your manager may have it counted among three or more"),
        ("", "team", "its giver lets nobody else read it, so it stays here"),
        ("--may-tell subject --named", "manager", "its giver lets nobody else read it, so it stays here"),
        ("--may-tell manager --named", "private", "only you can read it"),
        ("--about ana --may-tell subject", "person", "ana may read it"),
        ("--about ana --may-tell manager", "manager",
         "its giver lets ana read it, not your manager: growth edit ID --share person"),
        ("--about ana --may-tell subject", "team",
         "its giver lets ana read it, not your team: growth edit ID --share person"),
        ("--about ana --named", "person", "its giver lets nobody else read it, so it stays here"),
    ],
)  # fmt: skip
def test_a_share_says_who_may_read_it_and_who_may_not(
    growth: Growth, got: str, share: str, said: str
) -> None:
    known(growth)
    identifier = growth.ok(f"feedback got bo 'Quick help' {got}").strip()
    out = growth.terminal(f"edit {identifier} --share {share}").out
    assert flat(out) == f"{identifier} {said.replace('ID', identifier)}"


def test_what_i_gave_is_for_whom_it_is_to(growth: Growth) -> None:
    known(growth)
    identifier = growth("feedback give bo --behaviour 'You asked first'").out.strip()
    for share, said in (
        ("person", "bo may read it"),
        ("team", f"it is for bo, not your team: growth edit {identifier} --share person"),
    ):
        out = growth.terminal(f"edit {identifier} --share {share}").out
        assert flat(out) == f"{identifier} {said}"


def test_nobody_says_it_of_themselves_and_nothing_is_no_feedback(growth: Growth, asked: str) -> None:
    assert growth("feedback got bo x --about bo").code == 2
    assert growth("feedback got bo").code == 2
    assert growth("feedback got nina x").err.startswith("growth: I know nobody called 'nina'")
    shown = growth.terminal("feedback got bo", keys=["quick help\n"]).out
    assert "What did Bo Tran say?" in shown
    for command in ("feedback got me x", "feedback ask me --question x"):
        assert growth(command).err == (
            "growth: 'me' is you, and this is for somebody else\n"
            "        who that may be: growth people list\n"
        )


def test_shown_to_me_an_answer_says_what_its_giver_allows(growth: Growth, asked: str) -> None:
    growth.ok("feedback got bo quick help --may-tell manager --unquoted")
    allowed = "      allowed  who asked and their manager may read it; counted, not quoted\n"
    assert allowed in growth.ok("show last")
    growth("feedback give bo --behaviour x")
    assert "allowed" not in growth.ok("show last")
