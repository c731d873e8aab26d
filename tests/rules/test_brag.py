"""A brag document tells wins first, counts the unseen, and folds the rest."""

import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from growth.records.dates import EVER, Day, Period
from growth.records.entry import ENTRY_KINDS, Entry, Metric, Shown
from growth.rules.brag import Brag, Group, brag, is_label, theme, unseen_name

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
Q4 = Period(Day(2026, 10, 1), Day(2027, 1, 1), "2026-Q4")
_count = 0


def entry(title: str, kind: Any = "work", day: int = 1, **fields: Any) -> Entry:
    global _count
    _count += 1
    return Entry(
        id=f"j261101-{_count:04}", day=Day(2026, 11, day), kind=kind, title=title, created=NOW, **fields
    )


def titles(entries: tuple[Entry, ...]) -> list[str]:
    return [one.title for one in entries]


def made(*entries: Entry) -> Brag:
    return brag(entries, Q4, TODAY)


def test_stars_then_numbers_then_wins_then_the_rest() -> None:
    result = made(
        entry("plain"),
        entry("a win", "win"),
        entry("with impact", impact="less waiting"),
        entry("a talk", "talk"),
        entry("win with a number", "win", metrics=(Metric("p99", "210"),)),
        entry("starred", star=True),
    )
    (group,) = result.groups
    assert titles(group.entries) == ["starred", "win with a number", "a win", "with impact"]
    assert (group.folded, group.total) == (2, 6)
    assert (result.total, result.wins, result.measured, result.days) == (6, 2, 1, 1)


def test_without_highlights_the_weightiest_work_is_told() -> None:
    (group,) = made(
        *(entry(f"commits of day {n}", day=n) for n in range(1, 6)),
        entry("long one", spent=600),
        entry("with a body", body="- x"),
        entry("a decision", "decision"),
    ).groups
    assert titles(group.entries) == ["a decision", "with a body", "long one"]
    assert group.folded == 5


def test_work_is_told_by_project_or_else_by_theme() -> None:
    result = made(
        entry("a", project="Ranker"), entry("b", project="ranker", kind="win"),
        entry("c", tags=("latency",)), entry("d", tags=("latency", "x")),
        entry("e", tags=("once",)), entry("f"),
    )  # fmt: skip
    assert [(group.name, group.total) for group in result.groups] == [("ranker", 2), ("latency", 2), ("", 2)]
    assert titles(result.groups[2].entries) == ["e", "f"]
    assert theme(entry("x")) == ""


def test_unseen_work_has_its_share() -> None:
    result = made(
        *(entry(f"review {n}", "review", day=n) for n in range(1, 6)),
        entry("INC-1", "incident"),
        entry("paired", tags=("Pairing",)),
        entry("page", tags=("docs",)),
        entry("starred review", "review", star=True),
        entry("work"),
    )
    assert [(sort.name, titles(sort.entries), sort.folded) for sort in result.unseen] == [
        ("review", ["review 5", "review 4", "review 3"], 2),
        ("incident", ["INC-1"], 0),
        ("help", ["paired"], 0),
        ("docs", ["page"], 0),
    ]
    assert (result.unseen_total, result.unseen_percent) == (9, 90)
    assert sum(result.unseen_sorts.values()) == 9
    assert titles(result.groups[0].entries) == ["starred review", "work"]


def test_learning_and_thanks_are_told_apart_and_folded() -> None:
    result = made(
        *(entry(f"learned {n}", "learning", day=n) for n in range(1, 10)),
        *(entry(f"thanks {n}", "kudos", day=n) for n in range(1, 9)),
        entry("tagged", "learning", tags=("docs",)),
    )
    assert titles(result.learning)[:2] == ["learned 9", "learned 8"]
    assert (len(result.learning), result.learning_folded) == (7, 3)
    assert (titles(result.thanks)[0], result.thanks_folded) == ("thanks 8", 1)
    assert (result.groups, result.unseen) == ((), ())


def test_notes_other_days_and_what_has_no_day_are_no_part_of_it() -> None:
    result = made(
        entry("mine"),
        entry("seen", "note", about="ana"),
        entry("a goal", "note", tags=("goal",)),
        entry("a plan", "note"),
        entry("a goal reached", "note", star=True),
        entry("undated", precision="none"),
    )
    assert (titles(result.groups[0].entries), result.total) == (["a goal reached", "mine"], 2)
    assert brag([entry("undated", precision="none")], EVER, TODAY).total == 1
    assert brag([entry("mine")], Period(Day(2026, 1, 1), Day(2026, 2, 1)), TODAY).total == 0


def test_what_is_told_is_cited_and_what_is_private_counted() -> None:
    result = made(entry("a", share="manager"), entry("b"))
    assert [one.title for one in result.cited] == titles(result.groups[0].entries)
    assert result.private == 1


def test_what_only_names_something_is_folded() -> None:
    listed: dict[str, Any] = {"project": "platform", "source": "md:2026:1"}
    result = made(
        entry("Made the platform safe", **listed),
        entry("Monitoring", body="* Prometheus\n  * Grafana", project="platform"),
        entry("Data Catalog", **listed),
        entry("Terraform", **listed),
    )
    (group,) = result.groups
    assert (titles(group.entries), group.folded, group.total) == (["Made the platform safe"], 3, 4)
    (group,) = made(entry("Terraform", **listed), entry("Airflow", **listed)).groups
    assert (titles(group.entries), group.folded) == (["Terraform", "Airflow"], 0)


def test_what_is_a_label() -> None:
    assert is_label(entry("Data Catalog", source="md:2026:1"))
    assert is_label(entry("Monitoring", body="- one\n- two"))
    assert is_label(entry("Identity & User Management", body="- one\n\t+ two"))
    assert not is_label(entry("Identity & User Management", source="md:2026:1"))
    assert not is_label(entry("Fixed the build", body="- one\n- two"))
    assert not is_label(entry("Fixed build"))
    assert not is_label(entry("Fixed build", body="It took a day."))
    assert not is_label(entry("Fixed build", source="git:ranker:2026-11-01#ab"))
    assert not is_label(entry("Fixed the build", source="md:2026:1"))
    assert not is_label(entry("ประโยชน์ของการเขียนเอกสารความสำเร็จ", source="md:2026:1"))
    for proof in (
        {"star": True}, {"impact": "less waiting"}, {"metrics": (Metric("p99", "210"),)},
        {"links": ("https://example.com",)}, {"kind": "talk"},
    ):  # fmt: skip
        assert not is_label(entry("Data Catalog", source="md:2026:1", **proof))


def test_a_project_that_says_its_entry_again_is_no_heading() -> None:
    result = made(
        entry("Course on Pipelines", project="Course on pipelines"),
        entry("Cut p99", project="ranker"),
        entry("Tidied up"),
    )
    assert [(group.name, titles(group.entries)) for group in result.groups] == [
        ("ranker", ["Cut p99"]),
        ("", ["Course on Pipelines", "Tidied up"]),
    ]


def test_a_timelog_tells_what_took_longest() -> None:
    result = made(
        *(entry(f"Part {n} of it", day=n, spent=30 * n) for n in range(1, 8)),
        entry("Wrote a decision", "decision"),
    )
    assert (result.spent, result.timed, result.total) == (840, 7, 8)
    (group,) = result.groups
    assert titles(group.entries) == [f"Part {n} of it" for n in (7, 6, 5, 4, 3)]
    assert group == Group("", group.entries, 3, 8, 840, 7, True)


def test_thanks_with_a_star_stay_thanks() -> None:
    result = made(*(entry(f"thanks {n}", "kudos", day=n) for n in (2, 3)), entry("more", "kudos", star=True))
    assert (titles(result.thanks), result.groups) == (["more", "thanks 3", "thanks 2"], ())


def test_an_empty_one() -> None:
    assert made() == Brag(
        audience="me", today=TODAY, label="2026-Q4", start=Day(2026, 10, 1), end=Day(2027, 1, 1)
    )


ENTRIES = st.lists(
    st.builds(
        entry,
        st.just("x"),
        kind=st.sampled_from(ENTRY_KINDS),
        day=st.integers(1, 30),
        project=st.sampled_from(["", "a", "A", "b"]),
        tags=st.sampled_from([(), ("docs",), ("x",), ("x", "docs")]),
        star=st.booleans(),
    ),
    max_size=30,
)


@given(ENTRIES)
def test_every_entry_is_told_or_counted_once(entries: list[Entry]) -> None:
    entries = [one for one in entries if one.kind != "note" or one.star]
    result = brag(entries, Q4, TODAY)
    counted = sum(group.total for group in result.groups)
    counted += sum(len(sort.entries) + sort.folded for sort in result.unseen)
    counted += len(result.learning) + result.learning_folded + len(result.thanks) + result.thanks_folded
    assert counted == result.total == len(entries)
    assert len({one.ref for one in result.cited}) == len(result.cited)


@given(ENTRIES)
def test_the_order_of_the_records_does_not_matter(entries: list[Entry]) -> None:
    assert brag(entries, Q4, TODAY) == brag(entries[::-1], Q4, TODAY)


def test_what_counts_as_unseen() -> None:
    assert unseen_name(entry("x", "review")) == "review"
    assert unseen_name(entry("x", tags=("Runbook",))) == "docs"
    assert unseen_name(entry("x", "learning", tags=("docs",))) == ""
    assert unseen_name(entry("x", "win")) == ""


def test_a_talk_to_come_is_not_told_and_one_attended_was_learned() -> None:
    found = made(
        entry("given", "talk", shown=Shown(state="given", reused_by=("search team",))),
        entry("attended", "talk", shown=Shown(state="attended")),
        entry("planned", "talk", shown=Shown(state="planned"), star=True),
    )
    assert (found.total, found.reused) == (2, 1)
    assert titles(found.groups[0].entries) == ["given"]
    assert titles(found.learning) == ["attended"]
