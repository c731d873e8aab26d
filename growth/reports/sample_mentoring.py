"""Invented mentorships, to try the templates about them on."""

import datetime
from typing import Any

from growth.records.action import Action
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.mentorship import Look, Mentorship
from growth.records.observation import RUBRIC, Mark, Observation
from growth.records.person import Person
from growth.records.session import Advice, Session
from growth.reports import coaching as coaching_page
from growth.reports import pair_page as pair_document
from growth.reports import programme as programme_page
from growth.rules.audience import ME, Audience, audience
from growth.rules.coaching import coaching
from growth.rules.pair_page import Material, pair_page
from growth.rules.programme import Ledger, programme

KINDS = ("mentorship", "mentoring-programme", "mentor-coaching")
TODAY = Day(2026, 3, 10)
_NOW = datetime.datetime(2026, 3, 9, 9, tzinfo=datetime.UTC)
_NAMES = {"kim": "Kim Okafor", "sam": "Sam Reyes", "me": "Eva Lindholm"}
_LATELY = Period(Day(2025, 9, 10), None, "since 2025-09-10")


def contexts(kind: str) -> list[dict[str, Any]]:
    """Return what a template of that kind may be given: much and nothing, for me and for the other."""
    if kind == "mentorship":
        return _pairs()
    if kind == "mentor-coaching":
        return [
            coaching_page.context(coaching(those, person, _LATELY, TODAY, whom), _NAMES)
            for person in ("sam", "me")
            for those in (_observations(person), [])
            for whom in (ME, _audience("sam"))
        ]
    return [
        programme_page.context(found, _NAMES)
        for people in ([_person("kim"), _person("sam")], [])
        for ledgers in ([_ledger()], [])
        for found in (programme(ledgers, people, _LATELY, TODAY, lambda handle: handle),)
    ]


def _audience(handle: str) -> Audience:
    return audience(f"@{handle}", [_person(handle)], TODAY)


def _pairs() -> list[dict[str, Any]]:
    closed = _pair(until=TODAY, outcome="leads alone", role="mentee")
    found = [
        pair_page(material, _person("kim"), _LATELY, TODAY, whom)
        for material in (_material(), Material(pair=_pair(goals=())), Material(pair=closed))
        for whom in (ME, _audience("kim"))
    ]
    return [pair_document.context(page, _NAMES) for page in found if page]


def _person(handle: str) -> Person:
    return Person(id="p260301-0000", name=_NAMES[handle], handles=(handle,), created=_NOW)


def _pair(**fields: Any) -> Mentorship:
    looks = (
        Look(goal="a goal", day=Day(2026, 2, 3), text="not yet", moved=False),
        Look(goal="a goal", day=Day(2026, 2, 17), text="it moved"),
    )
    made: dict[str, Any] = {"role": "mentor", "goals": ("a goal", "another"), "looks": looks, "cadence": "2w"}
    return Mentorship(id="m260101-0000", person="kim", since=Day(2026, 1, 1), created=_NOW, **(made | fields))


def _material() -> Material:
    said = (
        Advice(text="ask first", went="it helped", told=Day(2026, 2, 17)), Advice(text="wait", kind="try"),
    )  # fmt: skip
    met = Session(
        id="s260203-0000", kind="mentoring", person="kim", mentorship="m260101-0000", day=Day(2026, 2, 3),
        advice=said, private="what I saw", created=_NOW,
    )  # fmt: skip
    promised = [
        Action(id=f"t260203-000{n}", text="a promise", owner=owner, person="kim", day=Day(2026, 2, 3),
               due=Day(2026, 2, 10), origin=met.id, share="person", created=_NOW)
        for n, owner in enumerate(("me", "kim"))
    ]  # fmt: skip
    came = Entry(id="j260217-0000", day=Day(2026, 2, 17), kind="win", title="the review went well",
                 people=("kim",), share="person", created=_NOW)  # fmt: skip
    return Material(pair=_pair(), sessions=(met,), actions=promised, outcomes=(came,))


def _observations(person: str) -> list[Observation]:
    marks = tuple(Mark(item=item, seen="partly", words="once") for item in RUBRIC)
    return [
        Observation(id=f"o2602{n:02}-0000", person=person, mentee="kim" if n % 2 else "", day=Day(2026, 2, n),
                    marks=marks[: 3 + n % 3], words="warm" if n % 2 else "",
                    share="private" if person == "me" else "person", created=_NOW)
        for n in range(1, 9)
    ]  # fmt: skip


def _ledger() -> Ledger:
    coached = Mentorship(id="m260101-0001", person="sam", role="coach", mentees=("kim",),
                         since=Day(2026, 1, 1), created=_NOW)  # fmt: skip
    over = Mentorship(id="m260101-0002", person="sam", role="mentee", since=Day(2026, 1, 1), until=TODAY,
                      outcome="done", created=_NOW)  # fmt: skip
    return Ledger(owner="me", pairs=(_pair(), coached, over), sessions=_material().sessions)
