"""An invented team, to try a template of the team page on."""

import datetime
from typing import Any

from growth.records.action import Action
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.person import Person
from growth.records.request import Asked, Request
from growth.records.session import Session
from growth.reports import team as team_page
from growth.rules.cited import Cited
from growth.rules.discreet import discreet
from growth.rules.team import Material, Shared, team
from growth.rules.team_evidence import Shows

TODAY = Day(2026, 3, 10)
_NOW = datetime.datetime(2026, 3, 9, 9, tzinfo=datetime.UTC)
_NAMES = {"ana": "Ana Silva", "bo": "Bo Tran", "me": "Eva Lindholm"}
_LATELY = Period(Day(2026, 2, 11))


def contexts() -> list[dict[str, Any]]:
    """Return what the template may be given: much and little, with mood, with initials."""
    full = team(_people(), _material(), TODAY, _LATELY, with_mood=True)
    return [
        team_page.context(page, _NAMES)
        for page in (full, discreet(full), team(_people(), Material(), TODAY, _LATELY))
    ]


def _people() -> list[Person]:
    return [
        Person(id=f"p26030{n}-0000", name=_NAMES[name], handles=(name,), meets=meets, created=_NOW)
        for n, (name, meets) in enumerate((("ana", "weekly tue 10:00"), ("bo", "")), start=1)
    ]


def _material() -> Material:
    met = Session(
        id="s260217-0000", person="ana", day=Day(2026, 2, 17), mood=4, mood_words="fine", created=_NOW
    )
    promised = [
        Action(id=f"t260303-000{n}", text="a promise", owner=owner, person="ana", day=Day(2026, 3, 3),
               due=Day(2026, 3, 8), created=_NOW)
        for n, owner in enumerate(("me", "ana"))
    ]  # fmt: skip
    asked = Request(
        id="r260301-0000", person="bo", about="@ana", questions=(Asked(marker="q000", text="What?"),),
        day=Day(2026, 2, 20), due=Day(2026, 3, 6), state="sent", created=_NOW,
    )  # fmt: skip
    shared = Shared(
        made=Day(2026, 3, 9),
        entries=(_entry(1, "review"), _entry(2, "learning", spent=90)),
        goals=(Goal(id="g260105-0000", text="a goal", day=Day(2026, 1, 5), created=_NOW),),
    )
    cited = Cited("ana:a260301-0000", Day(2026, 3, 1), "assessment", "0" * 12)
    shows = Shows(target="L5", period="2026-Q1", asked=6, none=1, stale=1, themes=("Craft",), cited=cited)
    return Material(
        sessions=(met,), actions=promised, entries=(_entry(3, "kudos", people=("bo",)),), requests=(asked,),
        shared={"ana": shared}, evidence={"ana": shows},
    )  # fmt: skip


def _entry(number: int, kind: Any, **fields: Any) -> Entry:
    title = f"a {kind} of that week"
    return Entry(
        id=f"j260309-000{number}", day=Day(2026, 3, 9), kind=kind, title=title, created=_NOW, **fields
    )
