"""What is there already: ranked for what is about to be built, and one of it taken."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.records.entry import Entry, Shown
from growth.rules.reuse import Find, phrases, search, taken

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
TODAY = NOW.date()


def entry(number: int, title: str, kind: Any = "work", **fields: Any) -> Entry:
    return Entry(id=f"j261101-{number:04}", day=TODAY, kind=kind, title=title, created=NOW, **fields)


LOADER = entry(1, "Loads shards of parquet", shown=Shown(reuse="the shard loader", problem="slow starts"))


def refs(found: tuple[Find, ...]) -> list[str]:
    return [one.ref for one in found]


def test_what_is_offered_comes_first_and_what_others_have_before_mine() -> None:
    same = "A shard loader for parquet"
    found = search(
        "shard loader", [entry(2, same)], {"dana": [LOADER, entry(3, same)], "kim": [entry(4, "A loader")]}
    )
    assert refs(found) == ["dana:j261101-0001", "dana:j261101-0003", "j261101-0002"]
    assert found[0].owner == "dana"
    assert found[2].owner == ""


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("loader", True),
        ("LOADERS of shards", True),
        ("loader cache", False),
        ("shard loader parquet", True),
        ("shard loader cache", True),
        ("shard loader cache index", False),
        ("slow start", True),
        ("of the", False),
        ("", False),
    ],
)
def test_both_of_two_words_must_hold_and_most_of_more(words: str, holds: bool) -> None:
    assert bool(search(words, [], {"dana": [LOADER]})) is holds


def test_a_projects_name_alone_is_not_what_an_entry_is_about() -> None:
    store = {"project": "feature-store"}
    assert search("feature store", [entry(1, "Fixed a typo", **store)], {}) == ()
    assert len(search("feature store", [entry(1, "An age for each feature", **store)], {})) == 1


@pytest.mark.parametrize("kind", ["kudos", "note", "challenge", "incident", "review"])
def test_there_is_nothing_to_build_on_in_thanks_and_troubles(kind: str) -> None:
    assert search("loader", [entry(1, "The loader", kind=kind)], {}) == ()


def test_a_note_about_somebody_is_not_looked_through() -> None:
    assert search("loader", [entry(1, "The loader", about="ana")], {}) == ()


@pytest.mark.parametrize(
    ("reuse", "work", "thanks"),
    [
        ("the shard loader.", "Built on Dana's shard loader instead of writing one",
         "Thanks for the shard loader, which I built on instead of writing one"),
        ("A clock", "Built on Dana's clock instead of writing one",
         "Thanks for the clock, which I built on instead of writing one"),
        ("", "Built on what Dana made: Loads shards", "Thanks for what I built on: Loads shards"),
        ("all of it " * 9,
         "Built on what Dana made: Loads shards", "Thanks for what I built on: Loads shards"),
    ],
)  # fmt: skip
def test_to_take_it_is_work_and_thanks(reuse: str, work: str, thanks: str) -> None:
    source = entry(1, "[Loads shards](https://example.com/x).", shown=Shown(reuse=reuse))
    made = taken(source, "dana", "Dana", words="", share="person", today=TODAY, now=NOW)
    assert made == (
        Entry(day=TODAY, kind="work", title=work, people=("dana",), built_on="dana:j261101-0001",
              share="person", created=NOW),
        Entry(day=TODAY, kind="kudos", title=thanks, people=("dana",), share="person", created=NOW),
    )  # fmt: skip
    said, _ = taken(source, "dana", "Dana", words="Nightly runs", share="private", today=TODAY, now=NOW)
    assert said.title == "Nightly runs"


WORDS = ("loader", "skies", "retries", "shards", "parquet", "possibility")


@given(st.sets(st.sampled_from(WORDS), min_size=1), st.lists(st.sampled_from(WORDS), min_size=1))
def test_what_is_found_holds_the_phrases_it_is_looked_for_with(asked: set[str], title: list[str]) -> None:
    one = entry(1, " ".join(title))
    if search(" ".join(asked), [one], {}):
        assert any(all(part in one.title for part in parts) for parts in phrases(" ".join(asked)))
