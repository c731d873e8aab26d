"""growth feedback act: a promise that knows where it came from, and when to ask again."""

import json

import pytest

from tests.commands.asking import request
from tests.conftest import Growth, Result


@pytest.fixture
def answered(growth: Growth) -> tuple[str, str]:
    growth.ok("people add bo --name 'Bo Tran' --relation peer")
    asked = growth.ok("feedback ask bo --question 'What should I change?'").strip()
    return asked, growth.ok(f"feedback answer {asked} --reply '1=Show it earlier' --named").strip()


def action(growth: Growth, identifier: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(growth.ok(f"show {identifier.strip()} --json"))
    return found


def test_a_step_comes_from_an_answer_and_the_request_is_talked_over(
    growth: Growth, answered: tuple[str, str]
) -> None:
    asked, answer = answered
    step = action(growth, growth.ok(f"feedback act {answer} pair on design docs first --due 'in 2w'"))
    assert (step["text"], step["due"], step["origin"], step["person"], step["share"]) == (
        "pair on design docs first", "2026-12-08", answer, "bo", "private",
    )  # fmt: skip
    assert request(growth, asked)["state"] == "discussed"
    again = action(growth, growth.ok(f"feedback act {asked} 'show drafts' --due friday"))
    assert again["origin"] == answer


def test_on_a_terminal_it_says_when_to_ask_again(growth: Growth, answered: tuple[str, str]) -> None:
    shown = growth.terminal(f"feedback act {answered[1]} 'pair first' --due 2026-12-08").out
    assert "pair first (with bo)" in shown
    assert "then, from Tue 22 Dec: growth feedback ask bo --follow-up t261124-" in shown
    shown = growth.terminal(f"feedback act {answered[1]}", keys=["show drafts\n", "friday\n"]).out
    assert "show drafts" in shown and "due Fri 27 Nov" in shown


def test_one_who_is_not_to_be_named_is_not_named_in_the_promise(growth: Growth) -> None:
    growth.ok("people add bo --name 'Bo Tran' --relation peer")
    answer = growth.ok(
        "feedback got bo 'show it earlier' --advice --may-tell manager --share manager"
    ).strip()
    step = action(growth, growth.ok(f"feedback act {answer} 'show drafts' --due friday"))
    assert (step["person"], step["share"]) == ("", "private")


def test_a_step_is_private_until_i_say_otherwise_however_far_its_answer_travels(growth: Growth) -> None:
    growth.ok("people add bo --name 'Bo Tran' --relation peer")
    answer = growth.ok("feedback got bo 'write more' --may-tell manager --named --share manager").strip()
    step = action(growth, growth.ok(f"feedback act {answer} 'write it down' --due friday"))
    assert (step["person"], step["share"]) == ("bo", "private")
    shown = growth.terminal(f"feedback act {answer} 'write it down' --due friday").out
    assert "only you can read it" in shown and "your manager" not in shown
    step = action(growth, growth.ok(f"feedback act {answer} 'write it down' --due friday --share manager"))
    assert (step["person"], step["share"]) == ("bo", "manager")


def test_what_is_missing_is_named(growth: Growth, answered: tuple[str, str]) -> None:
    _, answer = answered
    assert growth(f"feedback act {answer} step") == Result(
        "",
        "growth: the day is missing, and there is no terminal to ask on\n        give it with --due DAY\n",
        2,
    )
    assert growth(f"feedback act {answer} --due friday") == Result(
        "",
        "growth: the step is missing, and there is no terminal to ask on\n"
        f"        give it with growth feedback act {answer} 'pair first' --due 2w\n",
        2,
    )
    other = growth.ok("feedback ask bo --question x").strip()
    assert growth(f"feedback act {other} step --due friday").err == (
        f"growth: nobody has answered {other} yet\n        growth feedback answer {other}\n"
    )
    entry = growth.ok("log x").strip()
    assert growth(f"feedback act {entry} step --due friday").err.startswith(f"growth: {entry} is no answer\n")
