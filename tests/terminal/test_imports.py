"""An import before it is done, as it is shown."""

import datetime

from growth.records.imported import Found, Misread, Plan
from growth.terminal import imports
from growth.terminal.screen import Screen


def shown(lines: object) -> list[str]:
    return [Screen.render(parts, False) for parts in lines]  # type: ignore[attr-defined]


def test_nothing_new_shows_nothing() -> None:
    assert shown(imports.preview(Plan(), 80)) == []


def test_two_years_are_counted_by_month_and_wrapped() -> None:
    plan = Plan(
        new=(Found(line=1, title="Cut p99", day=datetime.date(2025, 1, 31)),),
        kinds=(("win", 1),),
        months=tuple((f"2025-{month:02}", month) for month in range(1, 7)),
        first=datetime.date(2025, 1, 31),
        last=datetime.date(2025, 6, 3),
        samples=(Found(line=1, title="Cut p99 " * 9, day=datetime.date(2025, 1, 31), kind="win"),),
    )
    assert shown(imports.preview(plan, 50)) == [
        "  days     2025-01-31 to 2025-06-03",
        "  kinds    win 1",
        "  by time  2025-01 1, 2025-02 2, 2025-03 3",
        "           2025-04 4, 2025-05 5, 2025-06 6",
        "  samples  2025-01-31  win       Cut p99 Cut p99 …",
    ]


def test_many_years_are_counted_by_year() -> None:
    plan = Plan(
        new=(Found(line=1, title="x"),),
        undated=1,
        kinds=(("win", 1),),
        months=tuple((f"{year}-{month:02}", 2) for year in (2023, 2024, 2025) for month in range(1, 13)),
    )
    assert "  by time  2023 24, 2024 24, 2025 24" in shown(imports.preview(plan, 80))


def test_what_was_not_understood_cannot_steer_the_terminal_and_is_counted() -> None:
    pieces = [("a.md", Misread(n, "\x1b[2J", "no date")) for n in range(1, 23)]
    said = shown(imports.not_understood(pieces, 80, skip=False))
    assert said[:2] == ["not understood: 22 lines", "  a.md:1  no date: ␛[2J"]
    assert len(said) == 22 and said[-1] == "  … and 2 more"


def test_what_is_kept_all_the_same_is_counted_apart() -> None:
    on = Found(line=4, title="Rested", day=datetime.date(2025, 1, 31), precision="day")
    pieces = [
        ("a.md", Misread(1, "## 31 Sep", "September has 30 days")),
        ("a.md", Misread(3, "Plan", "a heading with nothing under it", Found(line=3, title="Plan"))),
        ("a.md", Misread(4, "[^1]: Rested", "a footnote", on)),
    ]
    lost = ["not understood: 1 line", "  a.md:1  September has 30 days: ## 31 Sep"]
    undated, doubtful = (
        "  a.md:3  a heading with nothing under it: Plan",
        "  a.md:4  a footnote: [^1]: Rested",
    )
    assert shown(imports.not_understood(pieces, 80, skip=False)) == [
        *lost, "kept without a day: 1 line", undated, "kept in doubt: 1 line", doubtful
    ]  # fmt: skip
    assert shown(imports.not_understood(pieces[1:], 80, skip=True)) == [
        "left out without a day: 1 line", undated, "left out in doubt: 1 line", doubtful
    ]  # fmt: skip
    assert shown(imports.not_understood(pieces[1:2], 80, skip=None)) == ["without a day: 1 line", undated]
