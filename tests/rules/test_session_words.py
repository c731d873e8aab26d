"""What a session is called that was opened with a template, for me and for both."""

import datetime
from typing import Any

import pytest

from growth.records.session import Session, SessionKind
from growth.rules.audience import open_side
from growth.rules.bank import Bank
from growth.rules.session_words import called, openly
from growth.rules.spoken_of import last_spoken

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)


def session(template: str, kind: SessionKind = "1on1", **fields: Any) -> Session:
    return Session(person="ana", kind=kind, template=template, day=NOW.date(), created=NOW, **fields)


@pytest.mark.parametrize(
    ("kind", "template", "mine", "both"),
    [
        ("1on1", "career", "career talk", "career talk"),
        ("1on1", "first", "first 1:1", "first 1:1"),
        ("mentoring", "first", "first mentoring session", "first mentoring session"),
        ("mentoring", "closing", "last mentoring session", "last mentoring session"),
        ("mentoring", "stuck", "mentoring (stuck)", ""),
        ("1on1", "hard-news", "1:1 (hard news)", ""),
        ("1on1", "return", "1:1 (return)", ""),
        ("1on1", "one-of-my-own", "1:1 (one of my own)", ""),
        ("1on1", "weekly", "", ""),
        ("mentoring", "regular", "", ""),
        ("1on1", "", "", ""),
    ],
)
def test_what_it_is_called(kind: SessionKind, template: str, mine: str, both: str) -> None:
    assert (called(session(template, kind)), openly(session(template, kind))) == (mine, both)


def test_the_name_never_leaves() -> None:
    assert open_side(session("hard-news")) == session("")


def test_a_career_talk_was_about_career() -> None:
    assert last_spoken([session("career")], "career", Bank(())) == NOW.date()
    assert last_spoken([session("weekly")], "career", Bank(())) is None
