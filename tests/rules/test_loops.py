"""Loops: asked, heard, did, confirmed, and where each of them stands."""

import datetime
from typing import Any

import pytest

from growth.records.action import Action
from growth.records.answer import Answer, Reply
from growth.records.request import Asked, Request
from growth.rules.loops import Loop, ask_again, loops
from growth.rules.question_sets import follow_up

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
TODAY = NOON.date()


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(f"2026-{text}")


ASKED = Request(
    id="r1", person="ana", day=day("08-01"), sent=day("08-03"), created=NOON,
    questions=(Asked(marker="q000", text="What should I keep?"),),
)  # fmt: skip
HEARD = Answer(
    id="f1", person="Ana", request="r1", day=day("08-06"), created=NOON,
    replies=(Reply(marker="q000", question="x", text="Show the design\nearlier"),),
)  # fmt: skip
STEP = Action(id="t1", text="pair first", day=day("08-06"), due=day("08-20"), origin="f1", created=NOON)


def again(rating: int | None = None) -> tuple[Request, list[Answer]]:
    first, second = (
        Asked(marker=f"q00{n}", text=one.text, question=one.question, aim=one.aim, scale=one.scale)
        for n, one in enumerate(follow_up("pair first"), start=1)
    )
    request = Request(
        id="r2", person="ana", day=day("09-05"), follows="t1", questions=(first, second), created=NOON
    )
    if rating is None:
        return request, []
    replies = (
        Reply(marker="q001", question=first.text, rating=rating),
        Reply(marker="q002", question=second.text, text="Twice this week"),
    )
    return request, [
        Answer(id="f2", person="ana", request="r2", day=day("09-08"), replies=replies, created=NOON)
    ]


def one(action: Action = STEP, asked: Any = (None, ())) -> Loop:
    request, answers = asked
    requests = [ASKED, *([request] if request else [])]
    (found,) = loops([HEARD, *answers], [action], requests, TODAY, str.lower)
    return found


def done(action: Action = STEP) -> Action:
    import msgspec

    return msgspec.structs.replace(action, state="done", closed=day("08-21"))


@pytest.mark.parametrize(
    ("action", "asked", "stage"),
    [
        (STEP, (None, ()), "heard"),
        (done(), (None, ()), "did"),
        (done(), again(), "asked again"),
        (done(), again(3), "asked again"),
        (done(), again(4), "confirmed"),
    ],
)
def test_how_far_a_step_got(action: Action, asked: Any, stage: str) -> None:
    assert one(action, asked).stage == stage


def test_it_tells_the_words_and_the_days() -> None:
    found = one(done(), again(4))
    assert (found.person, found.said, found.asked, found.heard) == (
        "ana", "Show the design earlier", day("08-03"), day("08-06"),
    )  # fmt: skip
    assert found.again is not None
    assert (found.again.words, found.again.rating, found.again.of, found.again.text) == (
        "clearly", 4, 5, "Twice this week",
    )  # fmt: skip


def test_it_can_be_asked_about_two_weeks_after_it_is_done_or_due() -> None:
    assert (ask_again(STEP), ask_again(done())) == (day("09-03"), day("09-04"))


def test_a_step_that_was_dropped_or_came_from_elsewhere_is_no_loop() -> None:
    import msgspec

    dropped = msgspec.structs.replace(STEP, state="dropped", why="no time")
    elsewhere = msgspec.structs.replace(STEP, origin="s1")
    assert loops([HEARD], [dropped, elsewhere], [ASKED], TODAY, str.lower) == ()
