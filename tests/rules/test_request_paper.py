"""A request on paper, and what a filled-in one says."""

import datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from growth.records.answer import NAMINGS, Naming, Reader, Reply
from growth.records.request import Asked, Request
from growth.rules.filled_paper import parse
from growth.rules.paper_sections import asked_in, marks
from growth.rules.request_paper import Filled, block, paper, readers

DAY = datetime.date(2026, 11, 24)
SCALE = ("not yet", "now and then", "about half the time", "mostly", "almost every time")
ASKED = (
    Asked(marker="q7k3", text="What in your work with me should stay the way it is?"),
    Asked(marker="q8mm", text="How often do you know early enough what is coming your way?", scale=SCALE),
    Asked(marker="qa0z", text="What did you last need from me, and how did it reach you?"),
)
REQUEST = Request(
    id="r261124-5gq1",
    person="ana",
    questions=ASKED,
    day=DAY,
    due=datetime.date(2026, 11, 27),
    created=datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC),
)
PAPER = paper(REQUEST, asker="Kim", giver="Ana")


def read(text: str, request: Request = REQUEST, sent: str = PAPER) -> Filled:
    return parse(text, request.questions, readers(request.about), sent)


def test_three_questions_are_at_most_twelve_lines() -> None:
    assert PAPER == (
        "Hi Ana, Kim here: I would like your feedback on me and my work by Friday 27 November 2026. "
        "Not answering is fine.\n"
        "It is for growth, not for a review. Nobody but me reads it, unless you allow more below. "
        "To withdraw it later, tell me, and I erase it. “Their manager” below is mine.\n"
        "Write under each line below, best with one moment: when it was, what was done, what came of it. "
        "Please keep the marks in brackets.\n"
        "\n"
        "1. What in your work with me should stay the way it is? [q7k3]\n"
        "2. How often do you know early enough what is coming your way? (1 not yet, 2 now and then, "
        "3 about half the time, 4 mostly, 5 almost every time) [q8mm]\n"
        "3. What did you last need from me, and how did it reach you? [qa0z]\n"
        "\n"
        "Who may read this? 1 only who asks; 2 also their manager. No answer means 1. [who]\n"
        "My name? 1 without it, counted only among three or more; 2 not quoted; 3 named. "
        "No answer means 1. [name]\n"
        "Request [r261124-5gq1]\n"
    )


def test_it_says_whose_manager_may_read_it() -> None:
    other = Request(id="r261124-5gq1", person="bo", about="@ana", questions=ASKED, day=DAY,
                    created=REQUEST.created)  # fmt: skip
    text = paper(other, asker="Kim", giver="Bo", about="Ana Silva")
    assert "“Their manager” below is that of Ana Silva.\n" in text


def test_an_empty_paper_says_nothing_and_is_told_by_its_id() -> None:
    assert read(PAPER) == Filled(request="r261124-5gq1")
    assert marks(PAPER) == ["q7k3", "q8mm", "qa0z", "who", "name", "r261124-5gq1"]


def test_the_block_of_a_form_reads_as_what_was_put_in() -> None:
    replies = (
        Reply(marker="q7k3", question=ASKED[0].text, text="The docs.\n\n- short\n- early"),
        Reply(marker="q8mm", question=ASKED[1].text, rating=4, text="Since May."),
    )
    text = block(REQUEST, replies, "manager", "named")
    assert text == (
        "1. What in your work with me should stay the way it is? [q7k3]\n"
        "The docs.\n\n- short\n- early\n"
        "\n"
        "2. How often do you know early enough what is coming your way? (1 not yet, 2 now and then, "
        "3 about half the time, 4 mostly, 5 almost every time) [q8mm]\n"
        "4 mostly\n"
        "Since May.\n"
        "\n"
        "Who may read this? 1 only who asks; 2 also their manager. No answer means 1. [who]\n"
        "2 also their manager\n"
        "\n"
        "My name? 1 without it, counted only among three or more; 2 not quoted; 3 named. "
        "No answer means 1. [name]\n"
        "3 named\n"
        "\n"
        "Request [r261124-5gq1]\n"
    )
    assert read(text) == Filled(request="r261124-5gq1", replies=replies, reader="manager", name="named")


PIECE = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=40),
    st.sampled_from(["[q7k3]", "[who] 2", "[[q8mm]", "\\[qa0z\\]", "4 mostly", "-", "3/5"]),
    st.sampled_from(PAPER.split("\n")[3:]),
)


@st.composite
def answers(draw: st.DrawFn) -> tuple[Reply, ...]:
    made = []
    for asked in ASKED:
        text = "\n".join(draw(st.lists(PIECE, max_size=4)))
        text = text if text.strip() else ""
        while text.split("\n", 1)[0].strip() == "" and text:
            text = text.split("\n", 1)[1]
        text = text.rstrip()
        rating = draw(st.none() | st.integers(1, 5)) if asked.scale else None
        if text or rating:
            made.append(Reply(marker=asked.marker, question=asked.text, text=text, rating=rating))
    return tuple(made)


@given(answers(), st.sampled_from(readers("me")), st.sampled_from(NAMINGS), st.booleans())
def test_whatever_is_filled_in_is_read_again(
    replies: tuple[Reply, ...], reader: Reader, name: Naming, crlf: bool
) -> None:
    text = block(REQUEST, replies, reader, name)
    found = read(text.replace("\n", "\r\n") if crlf else text)
    assert found == Filled(request=REQUEST.id, replies=replies, reader=reader, name=name)


@given(st.text(max_size=300))
def test_any_text_reads_without_a_fault_and_keeps_its_words(text: str) -> None:
    assume(not marks(text))
    assert read(text, sent="").unmatched.split() == text.split()


@pytest.mark.parametrize(
    ("said", "rating", "text"),
    [
        ("4", 4, ""),
        ("4/5", 4, ""),
        ("4 - since May", 4, "since May"),
        ("mostly", 4, ""),
        ("Mostly.\nsince May", 4, "since May"),
        ("3 things went well", None, "3 things went well"),
        ("3-day delays", None, "3-day delays"),
        ("7", None, "7"),
        ("4/10", None, "4/10"),
        ("-\n4 days", None, "4 days"),
    ],
)
def test_a_step_is_told_by_its_number_or_its_words(said: str, rating: int | None, text: str) -> None:
    reply = Reply(marker="q8mm", question=ASKED[1].text, rating=rating, text=text)
    assert read(f"[q8mm]\n{said}").replies == (reply,)


def test_a_marker_that_is_not_known_is_but_text() -> None:
    assert read("As in [q999] before.\n[q7k3] Docs.\n[zzzz]").unmatched == "As in [q999] before."
    assert read("[q7k3] Docs, see [q999].").replies[0].text == "Docs, see [q999]."


def test_a_consent_that_is_not_understood_is_the_safest_and_shown() -> None:
    found = read("[who]\nmy mum\n\n[name] named, I think")
    assert (found.reader, found.name) == ("asker", "hidden")
    assert found.unmatched == "my mum\n\nnamed, I think"


@pytest.mark.parametrize(
    ("said", "reader"),
    [
        ("1", "asker"), ("2", "manager"), ("2.", "manager"), ("also their manager", "manager"),
        ("Only who asks.", "asker"), ("2 also their manager", "manager"), ("2 only who asks", "asker"),
        ("3", "asker"), ("also", "manager"), ("2\u0660", "asker"), ("9" * 5000, "asker"),
    ],
)  # fmt: skip
def test_a_consent_is_told_by_its_number_or_its_words(said: str, reader: Reader) -> None:
    assert read(f"[who] {said}").reader == reader


def test_a_consent_that_nobody_gave_is_none() -> None:
    assert (read("[q7k3] Docs.").reader, read("[q7k3] Docs.").name) == (None, None)


def test_numbers_above_a_whole_paper_stand_for_its_questions() -> None:
    quoted = "".join(f"> {line}\n" for line in PAPER.splitlines())
    found = read(f"Hi Kim,\n1. The docs.\nAll of them.\n3) A review.\n\n{quoted}")
    assert [(one.marker, one.text) for one in found.replies] == [
        ("q7k3", "The docs.\nAll of them."), ("qa0z", "A review."),
    ]  # fmt: skip
    assert found.unmatched == "Hi Kim,"


@pytest.mark.parametrize("said", ["1. The docs.\n1. Reviews.", "1. a\n2. b\n3. c\n4. d", "2. b\n1. a"])
def test_a_list_of_the_givers_own_is_unmatched(said: str) -> None:
    quoted = "".join(f"> {line}\n" for line in PAPER.splitlines())
    assert read(f"{said}\n\n{quoted}") == Filled(request=REQUEST.id, unmatched=said)


def test_numbers_without_the_paper_below_are_unmatched() -> None:
    assert read("1. The docs.\n2. 4") == Filled(unmatched="1. The docs.\n2. 4")


def test_quoting_goes_as_deep_as_the_question_is_quoted() -> None:
    text = (
        "> > 1. What in your work with me should stay the way it is? [q7k3]\n> > The docs.\n> > > as I said\n"
    )
    assert read(text).replies[0].text == "The docs.\n> as I said"
    assert read("[q7k3]\n> as I said\nThe docs.").replies[0].text == "> as I said\nThe docs."


def test_a_wrapped_question_is_no_part_of_the_answer_before_it() -> None:
    text = (
        "1. What in your work with me should stay\nthe way it is? [q7k3]\nThe docs.\n\n"
        "3. What did you last need from me, and\nhow did it\nreach you?\n[qa0z]\nA review.\n"
    )
    assert [reply.text for reply in read(text).replies] == ["The docs.", "A review."]


def test_the_questions_of_a_paper_that_is_not_known_are_told_by_itself() -> None:
    found = asked_in(PAPER)
    assert [asked.marker for asked in found] == ["q7k3", "q8mm", "qa0z"]
    assert found[0].text == ASKED[0].text


ABOVE = "1. The docs.\n2. 4 mostly\n3. A review.\n"


@pytest.mark.parametrize(
    ("text", "reader", "name", "unread"),
    [
        ("who: 2, name: named\n\n" + ABOVE, "manager", "named", False),
        (ABOVE + "\nwho: 2\nname: 3\n", "manager", "named", False),
        ("name = not quoted\n" + ABOVE, None, "unquoted", False),
        ("who: whoever, name: named\n\n" + ABOVE, None, None, False),
        ("Both please, you can quote me.\n\n" + ABOVE, None, None, True),
        (ABOVE + "\nYou can quote me by name.\n", None, None, True),
    ],
)
def test_a_consent_in_words_above_the_paper_is_read_or_told_to_be_unread(
    text: str, reader: Reader | None, name: Naming | None, unread: bool
) -> None:
    found = read(text + "\n" + "".join(f"> {line}\n" for line in PAPER.splitlines()))
    assert [(one.text, one.rating) for one in found.replies] == [
        ("The docs.", None), ("", 4), ("A review.", None)
    ]  # fmt: skip
    assert (found.reader, found.name, found.unread) == (reader, name, unread)


def test_a_consent_that_is_not_understood_is_the_safest_and_said_to_be_unread() -> None:
    text = "[q7k3] The docs.\n[who] both please\n[name] 3\n"
    found = read(text)
    assert (found.reader, found.name, found.unread, found.unmatched) == (
        "asker", "named", True, "both please",
    )  # fmt: skip
    assert not read("[q7k3] The docs.\n[who] 2\n[name] 3\nBest, Ana\n").unread
