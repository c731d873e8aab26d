"""What an import would do: keys, what is new, and what was there before."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from growth.records.entry import Entry
from growth.records.imported import Found, Reading
from growth.rules.importing import entry, plan, source_key

MARCH = datetime.date(2021, 3, 4)
MAY = datetime.date(2021, 5, 6)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)


def found(title: str, day: datetime.date | None = MARCH, **more: str) -> Found:
    return Found(line=1, title=title, day=day, precision="day" if day else "none", **more)  # type: ignore[arg-type]


def markdown(*entries: Found) -> Reading:
    return Reading(format="markdown", found=entries)


def test_a_key_is_day_and_text() -> None:
    assert source_key(found("Cut the build"), 1) == "md:2021-03-04:6eb776c998eb"
    assert source_key(found("Cut the build", None), 1) == "md:undated:6eb776c998eb"


def test_a_key_does_not_hang_on_spaces_or_on_where_the_title_ends() -> None:
    keys = {
        source_key(found("Cut the build by half"), 1),
        source_key(found("Cut  the\tbuild", body="by half"), 1),
        source_key(found("Cut the build", body="\nby\n\n  half\n"), 1),
    }
    assert len(keys) == 1
    assert source_key(found("Cafe\u0301"), 1) == source_key(found("Caf\u00e9"), 1)
    assert source_key(found("cut the build"), 1) != source_key(found("Cut the build"), 1)


def test_the_formats_own_id_comes_first() -> None:
    assert (
        source_key(found("x", source="git:ranker:2021-03-04", version="ab12"), 1)
        == "git:ranker:2021-03-04#ab12"
    )
    assert source_key(found("x", source="watson:77"), 3) == "watson:77"


def test_two_equal_lines_of_one_file_are_two_entries_and_of_two_files_one() -> None:
    twice = plan([markdown(found("Reading"), found("Reading"))], [])
    assert len({one.source for one in twice.new}) == 2
    apart = plan([markdown(found("Reading")), markdown(found("Reading"))], [])
    assert (len(apart.new), len(apart.already)) == (1, 1)


def test_a_second_import_adds_nothing() -> None:
    readings = [markdown(found("Reading"), found("Reading"), found("Later", None))]
    first = plan(readings, [])
    again = plan(readings, [one.source for one in first.new])
    assert (len(first.new), len(again.new), len(again.already)) == (3, 0, 3)


def test_a_source_that_reads_differently_now_is_told_apart() -> None:
    before = plan([Reading(format="git", found=(found("One", source="git:r:1", version="a"),))], [])
    (key,) = [one.source for one in before.new]
    now = plan([Reading(format="git", found=(found("Two", source="git:r:1", version="b"),))], [key, "other"])
    assert (now.new, now.already) == ((), ())
    assert [(old, new.source, new.title) for old, new in now.changed] == [("git:r:1#a", "git:r:1#b", "Two")]


def test_counts_span_and_samples() -> None:
    entries = [found(f"May {number}", MAY) for number in range(10)]
    talk = Found(line=2, title="Talk", day=MARCH, precision="day", kind="talk")
    result = plan([markdown(talk, *entries, found("Some day", None))], [])
    assert result.kinds == (("work", 11), ("talk", 1))
    assert result.months == (("2021-03", 1), ("2021-05", 10))
    assert (result.first, result.last, result.undated) == (MARCH, MAY, 1)
    assert [one.title for one in result.samples] == ["Talk", "May 1", "May 3", "May 5", "May 7"]
    assert plan([], []).samples == ()


def test_what_is_found_becomes_an_entry() -> None:
    (new,) = plan(
        [markdown(Found(line=1, title="One", body="b", tags=("x",), spent=30, links=("l",)))], []
    ).new
    made = entry(new, today=MAY, created=NOW, tags=("imported", "x"))
    assert made == Entry(
        day=MAY,
        precision="none",
        title="One",
        body="b",
        tags=("x", "imported"),
        spent=30,
        links=("l",),
        source=new.source,
        created=NOW,
    )
    assert entry(found("Two"), today=MAY, created=NOW).day == MARCH


ENTRIES = st.builds(found, st.sampled_from(["a", "b", "a b"]), st.sampled_from([None, MARCH, MAY]))


@given(st.lists(st.lists(ENTRIES, max_size=6), max_size=4), st.lists(ENTRIES, max_size=4))
def test_importing_again_with_more_adds_only_what_is_more(
    files: list[list[Found]], more: list[Found]
) -> None:
    readings = [markdown(*entries) for entries in files]
    first = plan(readings, [])
    keys = [one.source for one in first.new]
    assert len(keys) == len(set(keys))
    assert plan(readings, keys).new == ()
    longer = [markdown(*entries, *more) for entries in files]
    assert {one.source for one in plan(longer, keys).new}.isdisjoint(keys)
    for reading in readings:
        assert len(plan([reading], []).new) == len(reading.found)


def test_one_record_that_two_files_tell_differently_is_one() -> None:
    first, second = (
        Reading(format="github", found=(Found(line=1, title=title, source="github:a/b/1", version=title),))
        for title in ("long", "short")
    )
    found = plan([first, second], [])
    assert [one.title for one in found.new] == ["long"]
    assert [one.title for one in found.already] == ["short"]
