"""Feedback that I give: hints on its words, and the text to send."""

import pytest
from msgspec.structs import replace

from growth.rules.plain_feedback import Given, hints, letter, replies

PLAIN = Given(
    situation="In the review on Monday", behaviour="you asked for the numbers first.",
    impact="We cut the scope by half.", suggestion="Please keep doing it.",
)  # fmt: skip


def test_plain_words_get_no_hint() -> None:
    assert hints(PLAIN) == ()
    assert hints(replace(PLAIN, suggestion=""), thanks=True) == ()


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("You always interrupt", "'always' invites a counterexample; name the time that you saw it"),
        ("You NEVER answer", "'never' invites a counterexample; name the time that you saw it"),
        ("That was lazy", "'lazy' says what somebody is; say what was done, which can change"),
        ("You’re too loud", '"you\'re too" says what somebody is; say what was done, which can change'),
        ("You are a hero", "'you are a' says what somebody is; say what was done, which can change"),
    ],
)
def test_a_word_that_seldom_helps_is_named(words: str, hint: str) -> None:
    given = Given(situation="x", behaviour=words, impact="x", suggestion="x")
    assert hints(given) == (hint,)


def test_what_is_missing_is_named() -> None:
    assert hints(Given(behaviour="You asked first")) == (
        "no situation: a day and a place help to remember it",
        "no impact: what it meant is why it is worth saying",
        "no suggestion: what would you ask for next time, or to be kept",
    )


def test_the_words_are_kept_and_sent_as_typed() -> None:
    assert [reply.text for reply in replies(PLAIN)] == [
        PLAIN.situation, PLAIN.behaviour, PLAIN.impact, PLAIN.suggestion,
    ]  # fmt: skip
    assert letter(PLAIN, "Bo") == (
        "Hi Bo,\n\nIn the review on Monday\n\nyou asked for the numbers first.\n\n"
        "We cut the scope by half.\n\nPlease keep doing it.\n"
    )
