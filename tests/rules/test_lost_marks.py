"""Marks that were lost on the way, put back where the questions stand."""

import datetime
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.records.answer import NAMINGS, Naming, Reader, Reply
from growth.records.request import Asked, Request
from growth.rules.filled_paper import parse
from growth.rules.lost_marks import is_reply, marked, meant, one_each
from growth.rules.paper_sections import marks
from growth.rules.request_paper import Filled, block, paper, readers

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
SCALE = ("not yet", "now and then", "mostly")
ASKED = (
    Asked(marker="q7k3", text="What in your work with me should stay the way it is?"),
    Asked(marker="q8mm", text="How often do you know early enough what is coming?", scale=SCALE),
    Asked(marker="qa0z", text="What did you last need from me, and how did it reach you?"),
)


def request(**fields: Any) -> Request:
    base: dict[str, Any] = {
        "id": "r261124-5gq1", "person": "ana", "questions": ASKED, "day": NOW.date(), "created": NOW,
    }  # fmt: skip
    return Request(**(base | fields))


REQUEST = request()
PAPER = paper(REQUEST, asker="Kim", giver="Ana")
words = st.text(st.sampled_from("abc xyz,.\n"), min_size=1, max_size=30).map(str.strip).filter(bool)


def unmarked(text: str) -> str:
    return re.sub(r" \[[a-z0-9-]+\]", "", text)


def read(text: str) -> Filled:
    return parse(text, ASKED, readers("me"), PAPER)


@given(
    st.lists(words, min_size=3, max_size=3),
    st.sampled_from((None, 1, 3)),
    st.sampled_from(readers("me")),
    st.sampled_from(NAMINGS),
    st.booleans(),
)
def test_what_is_filled_in_is_read_without_its_marks(
    said: list[str], rating: int | None, reader: Reader, name: Naming, quoted: bool
) -> None:
    replies = tuple(
        Reply(marker=asked.marker, question=asked.text, text=text, rating=rating if asked.scale else None)
        for asked, text in zip(ASKED, said, strict=True)
    )
    text = block(REQUEST, replies, reader, name)
    lost = unmarked(text)
    lost = "".join(f"> {line}\n" for line in lost.splitlines()) if quoted else lost
    assert meant(lost, [REQUEST]) == (REQUEST,)
    found = read(marked(lost, [REQUEST]))
    assert (found.replies, found.reader, found.name) == (replies, reader, name)


def test_the_id_of_a_request_says_which_of_two_it_is() -> None:
    other = request(id="r261124-0000", person="bo")
    assert meant(unmarked(PAPER), [REQUEST, other]) == (REQUEST, other)
    assert meant(unmarked(PAPER) + "r261124-0000", [REQUEST, other]) == (other,)
    assert "[r261124-0000]" in marked(unmarked(PAPER) + "r261124-0000", [other])


def test_of_two_that_ask_the_same_the_one_that_waits_counts_then_the_newest() -> None:
    later = request(id="r261125-0000", created=NOW + datetime.timedelta(days=1), state="closed")
    newest = request(id="r261126-0000", created=NOW + datetime.timedelta(days=2), state="answered")
    assert one_each([REQUEST, later, newest]) == (REQUEST,)
    assert one_each([newest, later]) == (newest,)


@pytest.mark.parametrize(
    "text",
    [
        "", "What should I keep?", "Who may read this?\nMy name?\n",
        "I wonder what in your work with me should stay the way it is? Not all.",
        "What in your work with me should stay\n\n- the way it is?",
    ],
)  # fmt: skip
def test_words_that_are_no_question_of_mine_are_nobodys_reply(text: str) -> None:
    assert not is_reply(text, [REQUEST])
    assert not is_reply(text, [request(questions=(Asked(marker="q000", text="What should I keep?"),))])
    assert not is_reply(text, [])


def test_a_paper_with_its_marks_is_left_as_it_is() -> None:
    quoted = "".join(f"> {line}\n" for line in PAPER.splitlines())
    for text in (PAPER, quoted):
        assert marked(text, [REQUEST], marks(text)) == text


@given(st.text(max_size=200))
def test_a_text_without_a_question_is_left_as_it_is(text: str) -> None:
    assert marked(text, [REQUEST]).split() == text.split()
