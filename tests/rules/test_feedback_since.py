"""Feedback on a 1:1 sheet: who is late, and no word that the other may not read."""

import datetime
from typing import Any

from growth.records.answer import Answer, Reply
from growth.records.person import Person
from growth.records.request import Asked, Request
from growth.rules.audience import ME, Audience
from growth.rules.feedback_since import Feedback, Late, feedback

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
TODAY = NOON.date()
SINCE = TODAY - datetime.timedelta(days=14)
ANA = Person(id="p1", name="Ana Silva", handles=("ana", "asilva"), created=NOON)
HER = Audience(kind="person", handles=frozenset(("ana", "asilva")), word="@ana")


def request(number: int, person: str, state: Any, late: int = 0, about: str = "@asilva") -> Request:
    return Request(
        id=f"r{number}", person=person, about=about, day=SINCE, state=state, created=NOON,
        due=TODAY - datetime.timedelta(days=late), questions=(Asked(marker="q000", text="x"),),
    )  # fmt: skip


def answer(number: int, reader: Any = "subject", name: Any = "named", **more: Any) -> Answer:
    fields = {"person": "bo", "about": "@ana", "day": TODAY, "share": "person"} | more
    return Answer(
        id=f"f{number}", reader=reader, name=name, replies=(Reply(question="", text=f"words {number}"),),
        unmatched="a signature", created=NOON, **fields,
    )  # fmt: skip


def found(requests: Any = (), answers: Any = (), shared: Any = (), whom: Audience = ME) -> Feedback:
    return feedback(ANA, requests, answers, shared, SINCE, TODAY, whom)


def said(result: Feedback) -> list[str]:
    return [told.text for told in result.said]


def test_it_counts_who_was_asked_about_her_and_who_is_late() -> None:
    asked = [
        request(1, "bo", "sent", 4), request(2, "kim", "answered"), request(3, "lee", "sent", -2),
        request(4, "max", "closed"), request(5, "ida", "sent", 40), request(6, "bo", "sent", 4, "me"),
    ]  # fmt: skip
    result = found(asked)
    assert (result.asked, result.came, result.late) == (3, 1, (Late("bo", 4),))


def test_what_she_may_not_read_is_counted_for_me_and_told_nobody() -> None:
    answers = [answer(1), answer(2, "asker"), answer(3, "manager", "unquoted"), answer(4, name="hidden")]
    assert (said(found(answers=answers)), found(answers=answers).kept) == (["words 1"], 3)


def test_on_a_sheet_for_her_stands_what_i_let_her_read_too_and_nothing_of_who_was_asked() -> None:
    answers = [answer(1), answer(2, share="private"), answer(3, "asker")]
    result = found([request(1, "bo", "sent", 4)], answers, [answer(9, about="me")], HER)
    assert (said(result), result.asked, result.late, result.kept) == (["words 1"], 0, (), 0)
    assert result.said[0].answer.unmatched == ""


def test_what_she_shared_is_hers_and_older_things_are_no_news() -> None:
    old = answer(1, day=SINCE - datetime.timedelta(days=1))
    result = found(answers=[old], shared=[answer(9, about="me", person="kim")])
    assert [(told.owner, told.text) for told in result.said] == [("ana", "words 9")]


def test_what_she_owes_is_said_once() -> None:
    result = found([request(1, "ana", "sent", 1, "me"), request(2, "asilva", "sent", 6, "me")])
    assert result.theirs is not None
    assert (result.theirs.request.id, result.theirs.words) == ("r2", "6 days late")
