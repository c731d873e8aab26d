"""An invented half-year with somebody, to try a template of the review on."""

import datetime
from typing import Any

from growth.records.action import Action, ActionState
from growth.records.answer import Answer, Reply
from growth.records.assessment import Rating
from growth.records.dates import Day, Period
from growth.records.entry import Entry, Metric
from growth.records.goal import Checkin, Goal
from growth.records.ladder import Criterion
from growth.records.person import Person
from growth.records.session import Session
from growth.reports import review as review_page
from growth.rules.assessment_compare import compare
from growth.rules.assessment_sheet import Row, Sheet
from growth.rules.feedback_since import Feedback, Told
from growth.rules.review import Judged, Material, review

TODAY = Day(2026, 3, 10)
_NOW = datetime.datetime(2026, 3, 9, 9, tzinfo=datetime.UTC)
_NAMES = {"ana": "Ana Silva", "bo": "Bo Tran", "me": "Eva Lindholm"}
_HALF = Period(Day(2025, 10, 1), Day(2026, 3, 11))
_PROMISED: tuple[tuple[str, ActionState], ...] = (("me", "open"), ("ana", "open"), ("me", "done"))
_ANA = Person(id="p260301-0000", name=_NAMES["ana"], handles=("ana",), created=_NOW)


def contexts() -> list[dict[str, Any]]:
    """Return what the template may be given: much, what only one of the two judged, and nothing."""
    mine, theirs = _sheet("a260301-0000", "doing"), _sheet("ana:a260301-0001", "with-help")
    both = Judged(mine=mine, theirs=theirs, apart=compare(theirs, mine, by=("ana", "me")))
    return [
        review_page.context(review(_ANA, material, _HALF, TODAY), _NAMES)
        for material in (
            _material(both), _material(Judged(mine=mine)), _material(Judged(theirs=theirs)), Material(),
        )
    ]  # fmt: skip


def _sheet(id: str, judgement: Any) -> Sheet:
    asked = [Criterion(id=f"craft-{n}", level="L5", theme="craft", summary="does a thing") for n in range(2)]
    rating = Rating(criterion="craft-0", judgement=judgement, statement="a sentence", day=TODAY)
    return Sheet(
        id=id, about="ana", ladder="small", version="1", target="L5", period="2026-H1", finished=None,
        reopened=(), judged=1, asked=2, verdict="", missing=("craft-1",),
        rows=(Row(criterion=asked[0], theme="Craft", rating=rating), Row(criterion=asked[1], theme="Craft")),
    )  # fmt: skip


def _material(judged: Judged) -> Material:
    number = Metric("p99", "210", "480", "ms")
    met = Session(id="s260217-0000", person="ana", day=Day(2026, 2, 17), private="what I saw", created=_NOW)
    promised = [
        Action(id=f"t260303-000{n}", text="a promise", owner=owner, person="ana", day=Day(2026, 3, 3),
               due=Day(2026, 3, 8), state=state, closed=Day(2026, 3, 9) if state == "done" else None,
               created=_NOW)
        for n, (owner, state) in enumerate(_PROMISED)
    ]  # fmt: skip
    heard = Answer(
        id="f260303-0000", person="bo", about="@ana", day=Day(2026, 3, 3), created=_NOW,
        replies=(Reply(question="What?", text="quick help"),),
    )  # fmt: skip
    look = Checkin(day=Day(2026, 3, 9), text="a step")
    return Material(
        entries=(
            *(_entry(n, "note", about="ana", body="more") for n in range(4)),
            _entry(5, "kudos", people=("ana",)),
        ),
        sessions=(met,),
        actions=promised,
        shared=(
            _entry(6, "win", project="search", metrics=(number,)), _entry(7, "review"),
            _entry(8, "learning", spent=90),
        ),
        goals=(Goal(id="g260105-0000", text="a goal", day=Day(2026, 1, 5), checkins=(look,), created=_NOW),),
        as_of=Day(2026, 1, 9),
        asked=1,
        feedback=Feedback(said=(Told(answer=heard), Told(answer=heard, owner="ana")), kept=1),
        judged=judged,
    )  # fmt: skip


def _entry(number: int, kind: Any, **fields: Any) -> Entry:
    title = f"a {kind} of that week"
    return Entry(
        id=f"j260309-000{number}", day=Day(2026, 3, 9), kind=kind, title=title, created=_NOW, **fields
    )
