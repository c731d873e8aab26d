"""Sets of questions: read, picked from, put, and what became of them."""

import datetime
from typing import Any

import pytest

from growth.errors import GrowthError
from growth.records.answer import Answer, Reply
from growth.records.request import Asked, Request
from growth.records.thumb import Thumb
from growth.rules.question_sets import SetQuestion, Use, follow_up, marked, own, picked, put, read, uses

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
SET = """
title = "On call"
aim = "technical"
[[question]]
id = 1
text = "What helped you most in a handover from {about}?"
hint = "One night, what was there."
[[question]]
id = 4
text = "How ready is a handover from {about}?"
kind = "scale"
scale = ["not yet", "mostly", "always"]
[[question]]
id = 2
text = "What was missing?"
[[question]]
id = 3
text = "What else?"
"""


def test_a_set_is_read() -> None:
    found = read(SET, "on-call")
    assert (found.title, found.aim, found.whom, [one.id for one in found.questions]) == (
        "On call", "technical", "", [1, 4, 2, 3],
    )  # fmt: skip


def test_without_numbers_the_first_three_are_asked() -> None:
    found = read(SET, "on-call")
    assert [one.id for one in picked(found, (), "on-call")] == [1, 4, 2]
    assert [one.id for one in picked(found, (3, 1, 3), "on-call")] == [3, 1]
    with pytest.raises(GrowthError) as refused:
        picked(found, (9,), "on-call")
    assert (refused.value.message, refused.value.hint) == (
        "there is no question on-call/9", "see: growth feedback sets show on-call",
    )  # fmt: skip


def test_a_question_is_put_about_somebody() -> None:
    question = read(SET, "on-call").questions[1]
    assert put(question, "on-call", "technical", "Ana {about} %s") == Asked(
        marker="",
        text="How ready is a handover from Ana {about} %s?",
        question="on-call/4",
        aim="technical",
        scale=("not yet", "mostly", "always"),
    )
    assert put(SetQuestion(1, "What?"), "mine", "", "me").aim == "mine"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("question = 3", "on-call is no set of questions: question: a whole number, where a list should be"),
        ("[[question]]\nid = 'x'\ntext = 'a'",
         "on-call is no set of questions: question[0].id: text, where a whole number should be"),
        ("question = []", "on-call holds no question"),
        ("[[question]]\nid = 1\ntext = 'a'\nhints = 'b'",
         "on-call is no set of questions: question[0]: there is no field hints"),
        ("[[question]]\nid = 1\ntext = 'a'\n[[question]]\nid = 1\ntext = 'b'",
         "on-call, question 1: its id is there twice"),
        ("[[question]]\nid = 0\ntext = 'a'", "on-call, question 0: an id counts from 1"),
        ("[[question]]\nid = 1\ntext = ' '", "on-call, question 1: a text has 1 to 400 characters"),
        ("[[question]]\nid = 1\ntext = 'a'\nkind = 'scale'",
         "on-call, question 1: a scale has steps, a text has none"),
        ("[[question]]\nid = 1\ntext = 'a'\nscale = ['b', 'c']",
         "on-call, question 1: a scale has steps, a text has none"),
        ("[[question]]\nid = 1\ntext = 'a'\nkind = 'scale'\nscale = ['b']",
         "on-call, question 1: a scale has 2 to 10 steps"),
        ("[[question]]\nid = 1\ntext = 'who [who] did it?'",
         "on-call, question 1: [who] in it would be taken for the mark of a question"),
    ],
)  # fmt: skip
def test_a_set_that_could_not_be_put_to_anybody_is_refused(text: str, message: str) -> None:
    with pytest.raises(GrowthError) as refused:
        read(text, "on-call")
    assert refused.value.message == message


def test_a_set_that_is_no_toml_is_refused() -> None:
    with pytest.raises(GrowthError, match="on-call is no set of questions"):
        read("[[question]", "on-call")


def test_a_question_of_ones_own() -> None:
    assert own("  What should\nI stop? ") == Asked(marker="", text="What should I stop?")
    for text in (" ", "x" * 401, "is it [q7k3]?"):
        with pytest.raises(GrowthError):
            own(text)


def test_asking_again_says_what_was_done_since() -> None:
    first, second = follow_up("pair on design  docs first")
    assert first.text == (
        "Since then I set out to do this: pair on design docs first. How much of a change have you seen?"
    )
    assert first.scale == ("not yet", "a little", "some", "clearly", "it is settled")
    assert [first.question, second.question] == ["follow-up/1", "follow-up/2"]


def test_no_two_questions_have_one_marker() -> None:
    draws = iter(["q111", "q222", "q222", "q333"])
    taken = {"q111"}
    found = marked([own("a"), own("b")], taken, lambda: next(draws))
    assert [one.marker for one in found] == ["q222", "q333"]
    assert taken == {"q111", "q222", "q333"}


def test_which_questions_were_asked_answered_and_useful() -> None:
    base: dict[str, Any] = {"person": "ana", "day": NOW.date(), "created": NOW}
    put_ = [Asked(marker=f"q{n}", text="?", question=f"on-call/{n}") for n in (1, 2)]
    asked = (*put_, own("mine?"))
    requests = [Request(id=f"r{n}", questions=asked, **base) for n in (1, 2)]
    replies = (Reply(marker="q1", question="?"), Reply(marker="", question="mine?"))
    answers = [Answer(id="f1", request="r1", replies=replies, **base), Answer(id="f2", **base)]
    thumbs = [
        Thumb(target="f1", up=True, day=NOW.date(), created=NOW),
        Thumb(target="f2", up=True, day=NOW.date(), created=NOW),
        Thumb(target="on-call/2", up=False, day=NOW.date(), created=NOW),
    ]
    found = uses(requests, answers, thumbs)
    assert found == {
        "on-call/1": Use(asked=2, answered=1, up=1),
        "on-call/2": Use(asked=2, down=1),
    }
