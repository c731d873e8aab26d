"""What a case lacks: themes that nothing shows, and a second side to what others say."""

import datetime

import pytest

from growth.records.answer import Answer
from growth.records.assessment import Rating
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.ladder import Criterion
from growth.rules.assessment_sheet import Row, Sheet, Shown
from growth.rules.claims import of_entries
from growth.rules.lint_case import of_case
from growth.rules.lint_period import Around

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
HALF = Period(Day(2026, 7, 1), Day(2027, 1, 1), "2026-H2")
STATED = Rating(criterion="c", judgement="starting", statement="Began", day=TODAY)


def answers(*givers: str, manner: str = "asked", about: str = "me") -> tuple[Answer, ...]:
    return tuple(
        Answer(id=f"f{number}", person=giver, manner=manner, about=about, day=TODAY, replies=(), created=NOW)  # type: ignore[arg-type]  # tests
        for number, giver in enumerate(givers)
    )


def found(
    said: tuple[Answer, ...] = (), *, wins: int = 0, last: Day = TODAY, sheet: Sheet | None = None
) -> list[str]:
    entries = [Entry(id=f"j{n}", day=TODAY, title="x", kind="win", created=NOW) for n in range(wins)]
    place = Around(
        period=HALF, start=Day(2026, 7, 1), last=last, today=TODAY, answers=said, sheet=sheet,
        relations={"eva": "manager", "bo": "peer", "cy": "peer", "dee": "direct"}, ask=("eva", "bo"),
    )  # fmt: skip
    return [f"{one.rule}: {one.why}: {one.fix}" for one in of_case(place, list(of_entries(entries)))]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (answers("bo", "bo", "bo"), "all 3 answers are from bo: growth feedback ask eva"),
        (answers("dee", "dee", "zoe"), "3 answers, and none from my manager: growth feedback ask eva"),
        (answers("bo", "cy", "bo"), "3 answers, and none from my manager: growth feedback ask eva"),
        (
            answers("bo", "cy", "eva", manner="praise"),
            "all 3 answers are praise: nobody was asked what to do differently: growth people add HANDLE",
        ),
        (answers("bo", "cy", "eva"), ""),
        (answers("bo", "bo"), ""),
        (answers("bo", "bo", "bo", about="@cy"), ""),
        (answers("bo", "bo", "bo", manner="given"), ""),
    ],
)
def test_one_side(said: tuple[Answer, ...], why: str) -> None:
    assert found(said) == ([f"one-sided: {why}"] if why else [])


def test_nobody_but_me() -> None:
    why = "one-sided: nobody but me says anything about this time: growth feedback ask eva"
    assert found(wins=3) == [why]
    assert found(wins=2) == []
    assert found(answers("bo"), wins=3) == []
    # Nobody can be asked about a time so long ago, and a month is too short to have asked.
    assert found(wins=3, last=Day(2026, 5, 1)) == []
    assert found(wins=3, last=Day(2026, 8, 1)) == []


def laid_out(*rows: tuple[str, bool, Rating | None]) -> Sheet:
    return Sheet(
        id="a1", about="me", ladder="small", version="1", target="L2", period="2026-H2", finished=None,
        reopened=(), judged=0, asked=1, verdict="", missing=(),
        rows=tuple(
            Row(
                criterion=Criterion(id=f"{theme}-{number}", theme=theme, level="L2", summary="Does it"),
                theme=theme, rating=rating, evidence=(Shown(record="j1", day=TODAY),) if shown else (),
            )
            for number, (theme, shown, rating) in enumerate(rows)
        ),
    )  # fmt: skip


def test_themes_that_nothing_shows() -> None:
    some = laid_out(
        ("craft", True, None), ("talk", False, None), ("talk", False, None), ("data", False, STATED)
    )
    assert found(sheet=some) == [
        "empty-theme: no evidence and no statement: growth assess evidence talk-1",
    ]
    none = laid_out(("craft", False, None), ("talk", False, None))
    assert found(sheet=none) == [
        "empty-theme: none of the 2 themes at L2 has evidence or a statement yet: growth assess rate"
    ]
    assert found(sheet=laid_out(("craft", True, None))) == []
