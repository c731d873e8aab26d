"""Titles as documents tell them: marks become words of a sentence, or are left away."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.records.entry import Entry
from growth.rules.capture import captured
from growth.rules.told_title import title_marks, told_title

NAMES = {"dana": "Dana Okafor", "ana": "Ana Silva"}


def logged(title: str, **more: object) -> Entry:
    """Return an entry as `growth log` makes it."""
    seen = captured(title)
    project, *spare = (*seen.projects, "")
    fields = {"tags": (*seen.tags, *filter(None, spare)), "people": seen.people, "project": project} | more
    now = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
    return Entry(day=now.date(), title=title, created=now, **fields)  # type: ignore[arg-type]  # of any kind


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Paired with @dana on the eval harness #evals", "Paired with Dana Okafor on the eval harness"),
        ("Cut p99 by half +ranker #perf #win", "Cut p99 by half"),
        ("Cut the latency of +ranker #perf", "Cut the latency of ranker"),
        ("Cut p99 by half. #perf", "Cut p99 by half."),
        ("Cut p99 by half #perf.", "Cut p99 by half."),
        ("Cut p99 by half (#perf)", "Cut p99 by half"),
        ("Cut p99 by half — #perf", "Cut p99 by half"),
        ("Moved the #infra queue", "Moved the infra queue"),
        ("Released and documented +ranker", "Released and documented ranker"),
        ("Talks about #evals, #perf", "Talks about evals, perf"),
        ("Reviewed #evals #infra", "Reviewed evals"),
        ("#evals", "evals"),
        ("Helped @kim", "Helped kim"),
        ("Moved +billing to +ledger", "Moved billing to ledger"),
        ("Thanked @ana and @dana", "Thanked Ana Silva and Dana Okafor"),
    ],
)
def test_marks_become_prose(title: str, told: str) -> None:
    assert told_title(logged(title), NAMES.get) == told


@pytest.mark.parametrize(
    "title",
    [
        "Used `@ana` and `x #perf` in the parser",
        "Read https://example.com/a#perf and wrote to x@ana.example",
        "Wrote [the page](https://example.com/#perf) (#142), +12 ms",
        "Said it with @ana.",
        "Ends with a space ",
    ],
)
def test_what_names_nothing_of_the_entry_stays(title: str) -> None:
    assert told_title(logged(title, people=(), tags=("perf",)), NAMES.get) == title


def test_only_what_the_entry_has_is_a_mark() -> None:
    entry = logged("Told @Ana of #perf and #evals in +ranker", tags=("Perf",), people=("ana",), project="")
    assert title_marks(entry) == ("@Ana", "#perf")
    assert told_title(entry, NAMES.get) == "Told Ana of perf and #evals in +ranker"


_WORDS = ("#a", "@ana", "+b", "c", "d`", "(", ")", ".", ",", "—", "`x`", "the")


@given(st.lists(st.sampled_from(_WORDS), min_size=1).map(" ".join))
def test_no_mark_is_left_and_nothing_gets_lost(title: str) -> None:
    entry = logged(title)
    told = told_title(entry, NAMES.get)
    assert told.strip() and ("`" in title or not title_marks(logged(told)))
    assert told.count("Ana Silva") + told.count("@ana") == title.count("@ana")
