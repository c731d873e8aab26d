"""Which entry tells already what git or the calendar knows."""

import datetime

import pytest

from growth.records.entry import Entry
from growth.records.imported import Found
from growth.rules.twins import twin

NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
TODAY = NOW.date()


def entry(title: str, days_ago: int = 0, **more: object) -> Entry:
    day = TODAY - datetime.timedelta(days=days_ago)
    return Entry(id=f"j{day:%y%m%d}-000{days_ago}", day=day, title=title, created=NOW, **more)  # type: ignore[arg-type]  # fields of an entry


def found(title: str, body: str = "", **more: object) -> Found:
    return Found(line=1, day=TODAY, precision="day", title=title, body=body, **more)  # type: ignore[arg-type]  # fields of what is found


@pytest.mark.parametrize(
    ("logged", "other", "same"),
    [
        ("Reviewed the feature store design", "Design review: feature store", True),
        ("Cut the ranker's p99 by half", "Halve the p99 of the ranker", True),
        ("Cut the ranker's p99 by half", "Bump the version", False),
        # Words of any work do not make two lines one.
        ("Fixed a test", "Fix the test of the importer", False),
        ("Meeting on the design", "Design meeting", False),
        ("Ranker", "Ranker", False),
        ("", "Ranker cache", False),
    ],
)
def test_by_the_words_of_a_title(logged: str, other: str, same: bool) -> None:
    known = entry(logged or "-")
    assert twin(found(other), [known]) == (known if same else None)


def test_any_commit_of_a_day_may_be_the_one() -> None:
    known = entry("Wrote the freshness RFC")
    several = found("Bump it, and 2 more commits", "- Bump it\n- Write the freshness RFC\n- Tidy up")
    assert twin(several, [known]) == known


def test_the_nearest_day_counts_and_none_far_off() -> None:
    far, near = entry("Ranker cache", 4), entry("Ranker cache", 2)
    assert twin(found("Ranker cache"), [far]) is None
    assert twin(found("Ranker cache"), [far, entry("Cache ranker", 3), near]) == near


def test_a_link_tells_it_whenever_it_was() -> None:
    known = entry("Quite other words", 20, links=("https://example.org/c/1",))
    linked = found("Ranker cache", links=("https://example.org/c/1", "https://example.org/c/2"))
    assert twin(linked, [entry("Ranker cache"), known]) == known


def test_an_entry_of_a_month_is_on_no_day() -> None:
    assert twin(found("Ranker cache"), [entry("Ranker cache", precision="month")]) is None
