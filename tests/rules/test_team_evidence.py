"""What nothing shows yet in the assessments that were shared with me."""

import datetime
from typing import Any

from msgspec.structs import replace

from growth.records.assessment import Assessment, Evidence
from growth.records.dates import Day
from growth.records.ladder import Criterion, Ladder, Level, Theme
from growth.rules.assessment_sheet import Sheet, sheet
from growth.rules.cited import cite
from growth.rules.handed import Handed
from growth.rules.material import Material
from growth.rules.team_evidence import own, shows

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
THEMES = ("craft", "craft", "reach", "people")
LADDER = Ladder(
    key="small", name="Small", created=NOW, levels=(Level(id="L2", name="Two", rank=2),),
    themes=tuple(Theme(id=id, name=id.capitalize()) for id in dict.fromkeys(THEMES)),
    criteria=tuple(
        Criterion(id=f"c{n}", theme=theme, level="L2", summary="x") for n, theme in enumerate(THEMES)
    ),
)  # fmt: skip


def assessment(about: str = "ana", **fields: Any) -> Assessment:
    base: dict[str, Any] = {
        "id": "a1", "ladder": "small", "target": "L2", "period": "2026-H2", "start": Day(2026, 7, 1),
        "end": Day(2027, 1, 1), "day": TODAY, "finished": TODAY, "created": NOW,
    }  # fmt: skip
    return Assessment(about=about, **base | fields)


def laid_out(one: Assessment, **days: str) -> Sheet:
    linked = tuple(Evidence(criterion=name, record=f"j-{name}", up=True, day=TODAY) for name in days)
    found = {
        f"j-{name}": Material(id=f"j-{name}", day=Day.fromisoformat(day), kind="win", title="x")
        for name, day in days.items()
    }
    return sheet(replace(one, evidence=linked), LADDER, found)


def test_what_nothing_shows_and_what_only_old_things_show() -> None:
    one = assessment("me")
    found = shows("ana", one, laid_out(one, c0="2026-11-20", c3="2026-08-25"), TODAY)
    assert (found.asked, found.none, found.stale, found.themes) == (4, 2, 1, ("Craft", "Reach"))
    assert (found.target, found.period, found.cited) == ("L2", "2026-H2", cite(one, "ana"))


def test_once_a_period_is_over_nothing_in_it_grows_older() -> None:
    one = assessment(
        "me", period="2026-H1", start=Day(2026, 1, 1), end=Day(2026, 7, 1), finished=Day(2026, 7, 3)
    )
    assert shows("ana", one, laid_out(one, c0="2026-06-01"), TODAY).stale == 0


def test_it_is_the_newest_one_in_which_they_judge_themselves() -> None:
    older = Handed(owner="ana", assessment=assessment(id="ana:a0", end=Day(2026, 7, 1)))
    newer = Handed(owner="ana", assessment=assessment(id="ana:a1"))
    of_me = Handed(owner="ana", assessment=assessment("me", id="ana:a2", end=Day(2027, 7, 1)))
    of_her = Handed(owner="bo", assessment=assessment("ana", id="bo:a3", end=Day(2027, 7, 1)))
    assert own([newer, older, of_me, of_her], "ana") == newer
    assert own([of_me, of_her], "ana") is None
