"""A request in Markdown: to be filled in by hand, and read like any other answer."""

import datetime

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from growth.records.answer import Reply
from growth.records.request import Asked, Request
from growth.rules.filled_paper import parse
from growth.rules.request_markdown import markdown
from growth.rules.request_paper import Filled, paper, readers

REQUEST = Request(
    id="r261124-5gq1",
    person="ana",
    questions=(
        Asked(marker="q7k3", text="What in `rank()` should *stay*?"),
        Asked(marker="q8mm", text="How often is it early enough?", scale=("not yet", "mostly")),
    ),
    day=datetime.date(2026, 11, 24),
    created=datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC),
)
SENT = paper(REQUEST, asker="Kim", giver="Ana")


def test_a_request_in_markdown() -> None:
    assert markdown(REQUEST, asker="Kim", giver="Ana") == (
        "Hi Ana, Kim here: I would like your feedback on me and my work. Not answering is fine.\n"
        "\n"
        "It is for growth, not for a review. Nobody but me reads it, unless you allow more below. "
        "To withdraw it later, tell me, and I erase it. “Their manager” below is mine.\n"
        "\n"
        "Write under each line below, best with one moment: when it was, what was done, what came of it. "
        "Please keep the marks in brackets.\n"
        "\n"
        "## 1. What in `rank()` should *stay*? [q7k3]\n"
        "\n"
        "## 2. How often is it early enough? (1 not yet, 2 mostly) [q8mm]\n"
        "\n"
        f"## {SENT.splitlines()[-3]}\n"
        "\n"
        f"## {SENT.splitlines()[-2]}\n"
        "\n"
        "Request [r261124-5gq1]\n"
    )


def test_filled_in_by_hand() -> None:
    filled = (
        markdown(REQUEST, asker="Kim", giver="Ana")
        .replace("[q7k3]\n", "[q7k3]\n\nThe **names**.\n\n- and the tests\n")
        .replace("[q8mm]\n", "[q8mm]\n\n2\n")
        .replace("[who]\n", "[who]\n\n2\n")
        .replace("[name]\n", "[name]\n\n3 named\n")
    )
    assert parse(filled, REQUEST.questions, readers("me"), SENT) == Filled(
        request="r261124-5gq1",
        replies=(
            Reply(
                marker="q7k3", question=REQUEST.questions[0].text, text="The **names**.\n\n- and the tests"
            ),
            Reply(marker="q8mm", question=REQUEST.questions[1].text, rating=2),
        ),
        reader="manager",
        name="named",
    )


@given(st.text(max_size=60))
def test_no_text_of_a_question_breaks_out_of_its_heading(text: str) -> None:
    made = markdown(replace(REQUEST, questions=(Asked(marker=text, text=text),)), asker=text, giver=text)
    assert [line[:3] for line in made.split("\n") if line.startswith("#")] == ["## ", "## ", "## "]
    assert len(made.split("\n\n")) == 7
