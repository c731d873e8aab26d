"""An invented assessment, to try templates on where somebody stands and what they are after."""

import datetime
from typing import Any

from growth.records.action import Action
from growth.records.answer import Answer, Reply
from growth.records.assessment import Assessment, Evidence, Judgement, Rating
from growth.records.dates import Day, Period
from growth.records.entry import Entry, Metric
from growth.records.goal import Checkin, Goal
from growth.records.ladder import Criterion, Ladder, Level, Theme
from growth.records.mentorship import Mentorship
from growth.records.session import Session
from growth.reports import growth_plan as plan_page
from growth.reports import promotion as promotion_page
from growth.reports import self_review as review_page
from growth.rules import material
from growth.rules.assessment_sheet import sheet
from growth.rules.audience import ME, Audience
from growth.rules.cited import Citable
from growth.rules.gaps import Step
from growth.rules.growth_plan import Material, growth_plan
from growth.rules.promotion import promotion
from growth.rules.self_review import self_review
from growth.rules.standing import Ground

TODAY = Day(2026, 3, 10)
KINDS = ("self-review", "promotion", "growth-plan")
_NOW = datetime.datetime(2026, 3, 9, 9, tzinfo=datetime.UTC)
_NAMES = {"ana": "Ana Silva", "bo": "Bo Tran", "me": "Eva Lindholm"}
_AUDIENCES = (ME, Audience(kind="manager", word="manager"))
_JUDGED: tuple[Judgement | None, ...] = ("teaching", "doing", "doing", "with-help", "starting", None)
_CRITERIA = tuple(
    Criterion(id=f"c{n}", theme="craft" if n < 3 else f"t{n}", level="L2", summary=f"Does {n}.")
    for n in range(len(_JUDGED))
)
_LADDER = Ladder(
    key="small", name="Small ladder", levels=(Level(id="L2", name="Two", rank=2),), criteria=_CRITERIA,
    themes=tuple(Theme(id=id, name=id.capitalize()) for id in ("craft", "t3", "t4", "t5")), created=_NOW,
)  # fmt: skip
_QUARTER = Period(Day(2026, 1, 1), Day(2026, 4, 1), "2026-Q1")


def contexts(kind: str) -> list[dict[str, Any]]:
    """Return what a template of that kind may be given: full, hardly begun and of somebody else."""
    if kind == "growth-plan":
        return [
            plan_page.context(growth_plan(those, whom, _QUARTER, TODAY), _NAMES)
            for those in (_planned(), Material())
            for whom in _AUDIENCES
        ]
    begun = _judged(ratings=(), evidence=())
    grounds = [_ground(one) for one in (_judged(), begun, _judged(about="ana", finished=TODAY))]
    if kind == "promotion":
        return [
            promotion_page.context(promotion(ground, whom, TODAY, str), _NAMES)
            for ground in grounds for whom in _AUDIENCES
        ]  # fmt: skip
    return [
        review_page.context(self_review(ground, whom, TODAY, str), _NAMES)
        for ground in grounds for whom in _AUDIENCES
    ]  # fmt: skip


def _records() -> dict[str, Citable]:
    day = Day(2026, 3, 2)
    number = Metric("p99", "210", "480", "ms")
    found: list[Citable] = [
        Entry(
            id="j260302-0000", day=day, kind="win", title="a win", share="manager", star=True,
            metrics=(number,), impact="fewer timeouts", links=("https://git.example.com/team/app/pull/7",),
            created=_NOW,
        ),
        Entry(id="j250302-0000", day=Day(2025, 3, 2), title="some old work", share="manager", created=_NOW),
        Session(id="s260302-0000", person="ana", day=day, shared="what was agreed", share="manager",
                created=_NOW),
        Action(id="t260302-0000", text="a promise", day=day, state="done", closed=day, share="manager",
               created=_NOW),
    ]  # fmt: skip
    found += [
        Answer(
            id=f"f260302-000{number}", person=person, day=day, replies=(Reply(question="", text="a help"),),
            reader="manager", name="unquoted" if person == "bo" else "named", share="manager", created=_NOW,
        )
        for number, person in enumerate(("ana", "bo"))
    ]  # fmt: skip
    return {record.id: record for record in found}


def _judged(**fields: Any) -> Assessment:
    """Return an assessment with every judgement there is, and every sort of evidence."""
    links = [("c0", ref) for ref in _records()] + [("c1", "j250302-0000"), ("c3", "f260302-0000")]
    links += [("c0", "j260101-0000")]
    common: dict[str, Any] = {
        "id": "a260303-0000", "start": Day(2026, 1, 1), "end": Day(2026, 4, 1), "ratings": tuple(
            Rating(criterion=f"c{n}", judgement=said, day=TODAY, statement="" if n == 2 else "I do")
            for n, said in enumerate(_JUDGED) if said
        ),
        "evidence": tuple(Evidence(criterion=name, record=ref, up=True, day=TODAY) for name, ref in links),
    }  # fmt: skip
    return Assessment(
        ladder="small", target="L2", period="2026-Q1", day=Day(2026, 3, 3), share="manager",
        reopened=(Day(2026, 3, 9),), created=_NOW, **common | fields,
    )  # fmt: skip


def _goals() -> tuple[Goal, ...]:
    looks = (Checkin(day=Day(2026, 3, 4), text="begun"), Checkin(day=TODAY, text="no time", moved=False))
    return (
        Goal(id="g260303-0000", text="do more", day=Day(2026, 1, 3), due=Day(2026, 4, 1), share="manager",
             criterion="small/c3", checkins=looks, created=_NOW),
        Goal(id="g260303-0001", text="Does 4.", day=Day(2026, 1, 3), due=Day(2026, 3, 1), share="manager",
             criterion="small/c4", created=_NOW),
        Goal(id="g260303-0002", text="a talk", day=Day(2026, 1, 3), state="reached", closed=Day(2026, 3, 1),
             share="manager", created=_NOW),
    )  # fmt: skip


def _ground(one: Assessment) -> Ground:
    records = _records()
    found = {
        ref: shown for ref, record in records.items() if (shown := material.of_record(record, _relation))
    }
    before = _judged(id="a250903-0000", start=Day(2025, 7, 1), end=Day(2026, 1, 1))
    return Ground(
        assessment=one,
        sheet=sheet(one, _LADDER, found, before),
        ladder=_LADDER,
        records=records,
        goals=_goals() if one.ratings else (),
        last=before,
        manager=before,
        steps={criterion.id: (Step("ask ana", "growth feedback ask ana"),) for criterion in _CRITERIA},
    )


def _relation(handle: str, _day: Day) -> str:
    return "manager" if handle == "ana" else "peer"


def _planned() -> Material:
    learned = [
        Entry(id=f"j260301-000{number}", day=Day(2026, 3, 1), kind="learning", title="how it works",
              share="manager", created=_NOW)
        for number in range(9)
    ]  # fmt: skip
    pair = Mentorship(id="m260303-0000", person="ana", role="mentee", goals=("write better",), cadence="2w",
                      since=Day(2026, 1, 3), share="manager", created=_NOW)  # fmt: skip
    step = Action(id="t260303-0000", text="cut the review to a page", day=TODAY, due=Day(2026, 3, 8),
                  origin="f260302-0000", share="manager", created=_NOW)  # fmt: skip
    return Material(
        goals=_goals()[1:], entries=learned, steps=(step,), mentorships=(pair,), assessment=_judged(),
        ladder=_LADDER,
    )  # fmt: skip
