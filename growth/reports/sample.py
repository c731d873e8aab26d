"""An invented week, to try a template on before it meets real records."""

import datetime
from typing import Any

from growth.records.action import Action, ActionState
from growth.records.answer import Answer, Reply
from growth.records.dates import Day, Period
from growth.records.entry import Entry, Metric
from growth.records.goal import Checkin, Goal
from growth.records.person import Person, Relation
from growth.records.request import Asked, Request
from growth.records.session import AgendaItem, Session
from growth.records.wonder import Wonder
from growth.reports import brag as brag_page
from growth.reports import digest as digest_page
from growth.reports import prep as prep_page
from growth.reports import sample_mentoring, sample_practice, sample_review, sample_standing, sample_team
from growth.reports import summary as summary_page
from growth.rules import digest, question_sets, summary
from growth.rules.audience import ME, Audience
from growth.rules.bank import Bank, Question
from growth.rules.brag import brag
from growth.rules.findings import Red
from growth.rules.sheet_checks import with_checks
from growth.rules.since import Material, prepare
from growth.rules.topics import Topic

TODAY = Day(2026, 3, 10)
_NOW = datetime.datetime(2026, 3, 9, 9, tzinfo=datetime.UTC)
_NAMES = {"ana": "Ana Silva", "me": "Eva Lindholm"}
_STATES: tuple[ActionState, ...] = ("open", "done")
_RED = tuple(
    Red(rule="by-hand", record=f"x260301-000{n}", name="train", why="somebody starts it") for n in range(5)
)
_QUARTER = Period(Day(2026, 1, 1), Day(2026, 4, 1), "2026-Q1")


def contexts(kind: str) -> list[dict[str, Any]]:
    """Return what a template of that kind may be given: a full one and an empty one, for me and others."""
    if kind == "brag":
        return [
            brag_page.context(brag(entries, _QUARTER, TODAY, audience=audience), _NAMES, elsewhere)
            for entries in (_entries(), [])
            for audience in ("me", "manager")
            for elsewhere in ("", "2025")
        ]
    if kind == "summary":
        return [
            summary_page.context(summary.summary(material, period, TODAY, audience=audience), _NAMES)
            for material in (_summed(), summary.Material())
            for period in (_QUARTER, Period(Day(2026, 3, 9), Day(2026, 3, 16), "2026-W11"))
            for audience in ("me", "manager")
        ]
    if kind == "feedback":
        return [
            digest_page.context(
                digest.digest(material, whom, Topic(about=about), _QUARTER, TODAY, lambda handle: handle),
                _NAMES,
            )
            for material in (_heard(), digest.Material())
            for whom in (ME, Audience(kind="manager", word="manager"))
            for about in ("", "@bo")
        ]
    if kind in sample_standing.KINDS:
        return sample_standing.contexts(kind)
    if kind in sample_mentoring.KINDS:
        return sample_mentoring.contexts(kind)
    if kind == "team":
        return sample_team.contexts()
    if kind == "review":
        return sample_review.contexts()
    if kind == "practice":
        return sample_practice.contexts()
    people = [_person(relation) for relation in ("direct", "manager", "peer")]
    return [
        prep_page.context(
            with_checks(
                prepare(person, material, TODAY, audience),
                [(one, entry) for entry in material.entries[:1] for one in _RED],
            ),
            _NAMES,
        )
        for person in people
        for material in (_material(), Material())
        for audience in ("me", "@ana")
    ]


def _person(relation: Any) -> Person:
    return Person(
        id="p260301-0000", name="Ana Silva", handles=("ana",), relations=(Relation(relation),),
        meets="weekly tue 10:00", created=_NOW,
    )  # fmt: skip


def _entry(number: int, kind: Any, **fields: Any) -> Entry:
    return Entry(
        id=f"j260309-000{number}", day=Day(2026, 3, 9), kind=kind, title=f"a {kind} of that week",
        body="- one\n- two", people=("ana",), links=("https://git.example.com/team/app/pull/7",),
        created=_NOW, **fields,
    )  # fmt: skip


def _entries() -> list[Entry]:
    number = Metric("p99", "210", "480", "ms")
    return [
        _entry(1, "win", star=True, project="search", metrics=(number,), impact="fewer timeouts"),
        _entry(2, "work", tags=("docs",)),
        *(_entry(3 + n, kind) for n, kind in enumerate(("review", "learning", "kudos", "challenge"))),
    ]


def _material() -> Material:
    item = AgendaItem(text="a topic", added=Day(2026, 3, 3), carried=2)
    met = Session(
        id="s260303-0000", person="ana", day=Day(2026, 3, 3), shared="what was agreed", private="what I saw",
        mood=4, mood_words="fine", workload=3, created=_NOW,
    )  # fmt: skip
    planned = Session(id="s260304-0000", person="ana", agenda=(item,), created=_NOW)
    promised = [
        Action(id=f"t260303-000{n}", text="a promise", owner=owner, person="ana", day=Day(2026, 3, 3),
               due=Day(2026, 3, 8), created=_NOW)
        for n, owner in enumerate(("me", "ana"))
    ]  # fmt: skip
    asked = Question(1, "growth", "light", "A question?", ("manager", "direct", "mentor", "mentee"))
    goals = tuple(
        Goal(id=f"g26010{n}-0000", text="a goal", day=Day(2026, 1, 1), checkins=looks, created=_NOW)
        for n, looks in enumerate(((), (Checkin(day=Day(2026, 3, 9), text="a step"),)), start=1)
    )
    return Material(
        sessions=(met, planned), actions=promised, entries=_entries(), shared=_entries(), goals=goals,
        bank=Bank((asked,)), wonders=_wonders(),
    )  # fmt: skip


def _wonders() -> tuple[Wonder, ...]:
    return (Wonder(id="w260302-0000", question="why it drifts", day=Day(2026, 3, 2), created=_NOW),)


def _summed() -> summary.Material:
    looks = (Checkin(day=Day(2026, 3, 9), text="first class held"),)
    met = Session(id="s260309-0000", person="ana", day=Day(2026, 3, 9), created=_NOW)
    promised = [
        Action(id=f"t260303-000{n}", text="a promise", day=Day(2026, 3, 3), due=Day(2026, 3, 8),
               state=state, closed=Day(2026, 3, 9) if n else None, created=_NOW)
        for n, state in enumerate(_STATES)
    ]  # fmt: skip
    goal = Goal(id="g260303-0000", text="a goal", day=Day(2026, 3, 3), due=Day(2026, 3, 12), checkins=looks,
                created=_NOW)  # fmt: skip
    return summary.Material(
        entries=_entries(), before=_entries(), actions=promised, goals=(goal,), sessions=(met,),
        answers=_heard().answers, wonders=_wonders(), red=[(one, goal) for one in _RED],
    )  # fmt: skip


def _heard() -> digest.Material:
    """Return what three people said twice, what came of it, and what I said to somebody."""
    steps = ("not yet", "a little", "some", "mostly", "always")
    asked = (
        Asked(marker="q000", text="How often?", question="technical/4", aim="technical", scale=steps),
        Asked(marker="q001", text="What should I keep?"),
    )
    requests, answers = [], []
    for number, person in enumerate(("ana", "bo", "kim") * 2):
        made = Request(
            id=f"r26030{1 + number}-0000", person=person, questions=asked, day=Day(2026, 2, 1 + number),
            state="answered", created=_NOW,
        )  # fmt: skip
        replies = (
            Reply(marker="q000", question="How often?", rating=3),
            Reply(marker="q001", question="What should I keep?", text="the design docs"),
        )
        requests.append(made)
        answers.append(_answer(number, person, request=made.id, replies=replies, unmatched="best, Bo"))
    step = Action(
        id="t260303-0009", text="write them first", day=Day(2026, 3, 3), due=Day(2026, 3, 8), share="manager",
        state="done", closed=Day(2026, 3, 8), origin=answers[0].id, created=_NOW,
    )  # fmt: skip
    again = Request(
        id="r260309-0000", person="ana", questions=question_sets.follow_up("write them first"),
        day=Day(2026, 3, 9), follows=step.id, created=_NOW,
    )  # fmt: skip
    answers += [
        _answer(7, "ana", request=again.id, replies=(Reply(question="", text="much better"),)),
        _answer(8, "bo", manner="praise", replies=(Reply(question="", text="quick help"),)),
        _answer(9, "me", manner="given", about="@bo", replies=(Reply(question="", text="keep it"),)),
    ]
    return digest.Material(
        requests=(*requests, again), answers=answers, actions=(step,), aims=("technical", "leadership")
    )


def _answer(number: int, person: str, **fields: Any) -> Answer:
    naming: Any = "unquoted" if person == "kim" else "named"
    return Answer(
        id=f"f26030{number}-0000", person=person, day=Day(2026, 3, 1), reader="manager", name=naming,
        share="manager", created=_NOW, **fields,
    )  # fmt: skip
