"""A request as a form: what it shows, and that its lines are those of the paper."""

import datetime

import pytest
from msgspec.structs import replace

from growth.records.request import Asked, Request
from growth.rules.request_form import Choice, Field, form, title
from growth.rules.request_paper import block, paper

REQUEST = Request(
    id="r261124-5gq1",
    person="ana",
    questions=(
        Asked(marker="q7k3", text="What should stay?", hint="One moment."),
        Asked(marker="q8mm", text="How often\nis it early enough?", scale=("not yet", "mostly")),
    ),
    day=datetime.date(2026, 11, 24),
    due=datetime.date(2026, 11, 27),
    created=datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC),
)


def test_a_form_says_first_what_is_to_be_known() -> None:
    made = form(REQUEST, asker="Kim Lee")
    assert (made.title, made.asker, made.quoted) == ("Feedback for Kim Lee", "Kim Lee", "")
    assert made.facts == (
        ("Asked by", "Kim Lee"),
        ("When", "Until Friday 27 November 2026; not answering is fine"),
        ("Used for", "Growth, not a review"),
        ("Read by", "Kim Lee alone, unless you allow more below"),
        ("Withdraw", "At any time: tell Kim Lee, and it is erased"),
    )
    assert made.questions == (
        Field(
            marker="q7k3", line="1. What should stay? [q7k3]", words="What should stay?", hint="One moment."
        ),
        Field(
            marker="q8mm",
            line="2. How often is it early enough? (1 not yet, 2 mostly) [q8mm]",
            words="How often is it early enough?",
            choices=(Choice(line="1 not yet", words="not yet"), Choice(line="2 mostly", words="mostly")),
        ),
    )


def test_for_a_review_and_without_a_day_or_a_name() -> None:
    made = form(replace(REQUEST, due=None, used_for="review", quoted="too\nlate"), asker="")
    assert (made.title, made.quoted) == ("Your feedback", "too late")
    assert made.facts == (
        ("Asked by", "the person who asks"),
        ("When", "Whenever it suits you; not answering is fine"),
        ("Used for", "A review"),
        ("Read by", "The person who asks alone, unless you allow more below"),
        ("Withdraw", "At any time: tell the person who asks, and it is erased"),
    )


def test_titles() -> None:
    assert title("Kim", "") == "Feedback for Kim"
    assert title("Kim", "the ranker\nlaunch") == "Feedback on the ranker launch"
    assert title("", "Ana") == "Feedback on Ana"


@pytest.mark.parametrize(
    ("about", "words", "expected"),
    [
        ("me", "", ["Only Kim", "Also the manager of Kim"]),
        ("+ranker", "ranker", ["Only Kim", "Also the manager of Kim"]),
        ("@bo", "Bo Lund", ["Only Kim", "Also Bo Lund", "Also the manager of Bo Lund"]),
    ],
)
def test_the_safest_consent_comes_first(about: str, words: str, expected: list[str]) -> None:
    who, name = form(replace(REQUEST, about=about), asker="Kim", about=words).consents
    assert [choice.words for choice in who.choices] == expected
    assert name.hint == "Kim knows that it is from you. This is about everybody else."
    assert [(choice.words, choice.detail) for choice in name.choices] == [
        ("Leave my name out", "counted only among at least three answers"),
        ("Do not quote me", "counted, but my words stand in no document"),
        ("Quote me by name", "my words may stand in a document, with my name"),
    ]


@pytest.mark.parametrize("about", ["me", "@bo", "the launch"])
def test_its_lines_are_those_of_the_paper_and_of_the_block(about: str) -> None:
    request = replace(REQUEST, about=about)
    made = form(request, asker="Kim")
    sent = paper(request, asker="Kim", giver="Ana").split("\n")
    for field in (*made.questions, *made.consents):
        assert field.line in sent
    assert made.end in sent
    for reader, choice in zip(("asker", "subject", "manager"), made.consents[0].choices, strict=False):
        if about == "@bo":
            assert f"[who]\n{choice.line}\n\n" in block(request, (), reader, "hidden")  # type: ignore[arg-type]
    for naming, choice in zip(("hidden", "unquoted", "named"), made.consents[1].choices, strict=True):
        assert f"[name]\n{choice.line}\n\n" in block(request, (), "asker", naming)  # type: ignore[arg-type]
