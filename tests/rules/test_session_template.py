"""Templates of sessions: what is read from one, and what is left of it once notes are taken."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import Refused
from growth.records.session import AgendaItem, Session
from growth.rules.session_template import SessionTemplate, Topic, begun, cleared, parse, raised

Day = datetime.date
TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
BLANK = Session(person="ana", day=TODAY, created=NOW)
TEXT = """
# Career talk

They speak first.
Nothing else today.

## Agenda

- where  you want to be
* [ ] the pay band [private]

## Shared notes

Where to go:
What we try:

## Private notes

What I can open:
"""
THERE = "'## Agenda', '## Shared notes' and '## Private notes'"
CAREER = SessionTemplate(
    title="Career talk",
    about="They speak first.\nNothing else today.",
    topics=(Topic("where you want to be"), Topic("the pay band", True)),
    shared=("Where to go:", "What we try:"),
    private=("What I can open:",),
)


def read(text: str) -> SessionTemplate:
    return parse(text, "career.md", "mend it")


def test_it_is_markdown_that_a_person_writes() -> None:
    assert read(TEXT) == CAREER
    assert read(TEXT.replace("\n", "\r\n")) == CAREER
    assert read("# Only a title") == SessionTemplate(title="Only a title")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "career.md, line 1: there stands no '# title'"),
        ("\n\n## Agenda\n", "career.md, line 3: there stands no '# title'"),
        (
            "# x\n\n## Notes\n",
            f"career.md, line 3: '## Notes' is none of {THERE}",
        ),
        (
            "# x\n### Agenda\n",
            f"career.md, line 2: '### Agenda' is none of {THERE}",
        ),
        ("# x\n## Agenda\n- a\nb\n", "career.md, line 4: a topic begins with '- '"),
    ],
)
def test_what_is_no_template_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(Refused) as error:
        read(text)
    assert (error.value.message, error.value.hint) == (message, "mend it")


def test_its_topics_go_on_the_agenda_once() -> None:
    there = [AgendaItem(text="Where you want to be", added=Day(2026, 11, 17))]
    assert raised(CAREER, there, "me", TODAY) == [AgendaItem(text="the pay band", private=True, added=TODAY)]
    assert len(raised(CAREER, [], "ana", TODAY)) == 2


def test_notes_ask_what_it_asks_once() -> None:
    session = begun(BLANK, CAREER)
    assert (session.shared, session.private) == ("Where to go:\n\nWhat we try:", "What I can open:")
    noted = Session(person="ana", shared="Where to go: staff by 2028", created=NOW)
    assert begun(noted, CAREER).shared == "Where to go: staff by 2028\n\nWhat we try:"
    assert begun(BLANK, SessionTemplate()) == BLANK


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Where to go:\n\nWhat we try:\n", ""),
        ("Where to go:\nstaff by 2028\n\nWhat we try:\n", "Where to go:\nstaff by 2028"),
        ("Where to go:\n\nstaff\n\nWhat we try:", "Where to go:\n\nstaff"),
        ("Where to go:\n\nWhat we try:\none RFC", "What we try:\none RFC"),
        ("Where to go: staff\n\nWhat we try:\n", "Where to go: staff"),
        ("Hello\n\nWhere to go:\n\nWhat we try:\n", "Hello"),
        ("Where to go:\n\n\nWhat we try:\n\n\none RFC\n\n\ntwo", "What we try:\n\none RFC\n\ntwo"),
        ("no question\n\n\nat all", "no question\n\n\nat all"),
    ],
)
def test_a_question_without_an_answer_is_not_kept(written: str, kept: str) -> None:
    session = Session(person="ana", shared=written, private=written, created=NOW)
    assert cleared(session, CAREER).shared == kept
    assert cleared(session, SessionTemplate()) == session


@given(st.lists(st.sampled_from(("", "words", " more", "Where to go:", "What we try:")), max_size=12))
def test_no_word_of_mine_is_lost_with_them(lines: list[str]) -> None:
    session = Session(person="ana", shared="\n".join(lines), created=NOW)
    once = cleared(session, CAREER)
    mine = [line for line in lines if line not in ("", *CAREER.shared)]
    assert [line.strip() for line in once.shared.split("\n") if line not in ("", *CAREER.shared)] == [
        line.strip() for line in mine
    ]
    assert cleared(once, CAREER) == once


@given(st.text(max_size=80))
def test_begun_and_left_alone_nothing_changes(text: str) -> None:
    session = Session(person="ana", shared=text.strip("\n"), created=NOW)
    asked = [line for line in CAREER.shared if line not in text]
    assert (
        cleared(begun(session, CAREER), SessionTemplate(shared=tuple(asked))).shared.strip() == text.strip()
    )
