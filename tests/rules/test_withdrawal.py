"""Taking back an answer: what goes with it, and what of it was quoted elsewhere."""

import datetime
from typing import Any

from growth.records.action import Action
from growth.records.answer import Answer, Reply
from growth.records.request import Asked, Request
from growth.records.thumb import Thumb
from growth.rules.follow_ups import earlier_words, led_to
from growth.rules.nudge import nudge
from growth.rules.request_paper import paper
from growth.rules.withdrawal import given, target

Day = datetime.date
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
BASE: dict[str, Any] = {"person": "ana", "day": NOW.date(), "created": NOW}


def answer(identifier: str, text: str = "", **fields: Any) -> Answer:
    return Answer(id=identifier, replies=(Reply(question="?", text=text),), **(BASE | fields))


def request(**fields: Any) -> Request:
    return Request(**(BASE | {"id": "r1", "questions": (Asked(marker="q1", text="?"),)} | fields))


def test_an_answer_goes_with_all_that_was_said_to_the_same_request() -> None:
    one, two, other = answer("f1", request="r1"), answer("f2", request="r1", revises="f1"), answer("f3")
    assert given(one, [one, two, other]) == (one, two)
    assert given(request(), [one, two, other]) == (one, two)
    assert given(request(id="r2"), [one, two, other]) == ()


def test_an_unasked_one_goes_with_what_it_revised() -> None:
    one, two, three, other = (
        answer("f1"), answer("f2", revises="f1"), answer("f3", revises="f2"), answer("f4"),
    )  # fmt: skip
    for chosen in (one, two, three):
        assert given(chosen, [one, two, three, other]) == (one, two, three)


def test_thumbs_on_it_go_and_so_do_its_words_where_they_were_quoted() -> None:
    one = answer("f1", "Say  it\nearlier")
    thumbs = [Thumb(id=f"v{n}", target=f"f{n}", up=True, day=NOW.date(), created=NOW) for n in (1, 2)]
    actions = [Action(id="t1", text="x", day=NOW.date(), origin="f1", created=NOW)]
    asked = [request(follows="t1", quoted="as I worded it"), request(follows="t2", quoted="of another")]
    found = target([one], thumbs, actions, asked)
    assert (found.ids, found.quotes) == (("f1", "v1"), ("Say it earlier", "as I worded it"))


def test_the_words_that_led_to_an_action() -> None:
    one = answer("f1", "Say it earlier")
    action = Action(id="t1", text="x", day=NOW.date(), origin="f1", created=NOW)
    assert led_to(action, [answer("f2"), one]) == one
    assert led_to(action, [answer("f2")]) is None
    assert earlier_words(answer("f1", "word " * 100)) == f"{'word ' * 54}word…"


def test_a_kind_nudge_greets_once_and_names_no_day_that_is_past() -> None:
    asked = request(day=Day(2026, 11, 17), due=Day(2026, 11, 27))
    found = nudge(asked, asker="Kim", giver="Ana", today=NOW.date())
    paper_lines = paper(asked, asker="Kim", giver="Ana").split("\n")
    assert found.split("\n")[1:] == paper_lines[1:]
    assert found.split("\n")[0] == (
        "Hi Ana, Kim here: 7 days ago I asked for your feedback on me and my work, best by Friday 27 "
        "November 2026. It would help me, and a line or two is plenty. If it does not suit you, that is fine."
    )
    late = request(day=Day(2026, 11, 2), due=Day(2026, 11, 20), reminded=(Day(2026, 11, 21),))
    found = nudge(late, asker="", giver="Ana", about="the launch", today=NOW.date())
    assert found.split("\n")[0] == (
        "Hi Ana, 22 days ago I asked for your feedback on the launch. It would still help me, and a line or "
        "two is plenty. If it does not suit you, that is fine. I will not ask about it again."
    )
    assert "20 November" not in found
