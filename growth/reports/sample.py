"""An invented week, to try a template on before it meets real records."""

import datetime
from typing import Any

from growth.records.action import Action
from growth.records.dates import Day, Period
from growth.records.entry import Entry, Metric
from growth.records.person import Person, Relation
from growth.records.session import AgendaItem, Session
from growth.reports import brag as brag_page
from growth.reports import prep as prep_page
from growth.rules.brag import brag
from growth.rules.questions import Question
from growth.rules.since import Material, prepare

TODAY = Day(2026, 3, 10)
_NOW = datetime.datetime(2026, 3, 9, 9, tzinfo=datetime.UTC)
_NAMES = {"ana": "Ana Silva", "me": "Eva Lindholm"}


def contexts(kind: str) -> list[dict[str, Any]]:
    """Return what a template of that kind may be given: a full one and an empty one, for me and others."""
    if kind == "brag":
        period = Period(Day(2026, 1, 1), Day(2026, 4, 1), "2026-Q1")
        return [
            brag_page.context(brag(entries, period, TODAY, audience=audience), _NAMES, elsewhere)
            for entries in (_entries(), [])
            for audience in ("me", "manager")
            for elsewhere in ("", "2025")
        ]
    people = [_person(relation) for relation in ("direct", "manager", "peer")]
    return [
        prep_page.context(prepare(person, material, TODAY, audience), _NAMES)
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
    return Material(
        sessions=(met, planned), actions=promised, entries=_entries(), shared=_entries(), bank=(asked,)
    )
