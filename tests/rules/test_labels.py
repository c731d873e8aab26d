"""Tags and projects: one in whatever spelling, and one in the place of another."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.errors import WrongUsage
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.request import Request
from growth.rules.labels import Label, Labelled, bare, checked, labels, named, relabelled, still_said
from growth.text.fold import fold

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)


def entry(number: int, **fields: Any) -> Entry:
    made: dict[str, Any] = {"day": Day(2026, 11, number), "title": "x"} | fields
    return Entry(id=f"j261101-{number:04}", created=NOW, **made)


def request(about: str) -> Request:
    return Request(
        id="r261101-0000", person="ana", about=about, questions=(), day=Day(2026, 11, 1), created=NOW
    )


def test_spellings_of_one_tag_are_counted_together() -> None:
    those = [
        entry(1, tags=("Café", "cost")),
        entry(2, tags=("cafe",)),
        entry(3, tags=("cafe",)),
        entry(4, tags=("cafe",), precision="none"),
    ]
    assert labels(those, "tag") == (
        Label(name="cafe", entries=4, first=Day(2026, 11, 1), last=Day(2026, 11, 3), spellings=("Café",)),
        Label(name="cost", entries=1, first=Day(2026, 11, 1), last=Day(2026, 11, 1)),
    )


def test_feedback_may_be_about_a_project_and_has_no_tag() -> None:
    those: list[Labelled] = [
        entry(1, project="Search", tags=("db",)),
        request("+search"),
        request("search"),
        request("@ana"),
    ]
    assert labels(those, "project") == (
        Label(
            name="Search", entries=1, feedback=1, spellings=("search",),
            first=Day(2026, 11, 1), last=Day(2026, 11, 1),
        ),
    )  # fmt: skip
    assert [label.name for label in labels(those, "tag")] == ["db"]


@pytest.mark.parametrize("text", ["latency", "#latency", " # LATENCY ", "+Latency"])
def test_a_sign_before_it_and_its_case_do_not_matter(text: str) -> None:
    found = named(labels([entry(1, tags=("latency",))], "tag"), text)
    assert found is not None
    assert found.name == "latency"


def test_what_can_be_a_name() -> None:
    assert (checked(" #p99 ", "tag"), checked("Search  Platform", "project")) == ("p99", "Search Platform")
    assert bare("C#") == "C#"
    for text in ("", "#", " + ", "--"):
        with pytest.raises(WrongUsage, match="is no name of a tag"):
            checked(text, "tag")
    with pytest.raises(WrongUsage) as wrong:
        checked("search platform", "tag")
    assert (wrong.value.message, wrong.value.hint) == (
        "'search platform' is more than one tag", "write search-platform"
    )  # fmt: skip


def test_an_entry_that_has_both_keeps_one() -> None:
    had = entry(1, tags=("perf", "db", "Latency"))
    assert relabelled(had, "tag", {"perf"}, "latency").tags == ("latency", "db")
    assert relabelled(had, "tag", {"cost"}, "latency") is had


def test_feedback_follows_its_project() -> None:
    assert relabelled(request("+Ranker"), "project", {"ranker"}, "ranking").about == "+ranking"
    assert relabelled(request("ranker"), "project", {"ranker"}, "ranking").about == "ranker"
    assert relabelled(request("+ranker"), "tag", {"ranker"}, "ranking").about == "+ranker"


def test_what_was_typed_is_found_again() -> None:
    those = [entry(1, title="cut it #perf"), entry(2, body="see +perf"), entry(3, title="#performance")]
    assert (still_said(those, "tag", {"perf"}), still_said(those, "project", {"perf"})) == (1, 1)


names = st.sampled_from(["perf", "Perf", "PERF", "latency", "Latency", "café", "cafe", "db"])


@given(st.lists(st.lists(names, max_size=4), max_size=6), names, names)
def test_a_label_renamed_is_nowhere_left_and_nothing_else_is_lost(
    written: list[list[str]], old: str, new: str
) -> None:
    before = [entry(1 + number, tags=tuple(tags)) for number, tags in enumerate(written)]
    after = [relabelled(one, "tag", {fold(old)}, new) for one in before]
    for had, has in zip(before, after, strict=True):
        left = {fold(tag) for tag in had.tags} - {fold(old)}
        assert {fold(tag) for tag in has.tags} - {fold(new)} == left - {fold(new)}
        assert (fold(new) in {fold(tag) for tag in has.tags}) == bool(
            {fold(old), fold(new)} & {fold(tag) for tag in had.tags}
        )
    # Once done, there is nothing to do.
    assert [relabelled(one, "tag", {fold(old)}, new) for one in after] == after
