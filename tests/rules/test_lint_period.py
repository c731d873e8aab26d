"""What a period lacks as a whole: untold work, months without an entry, all of it new."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.rules.claims import of_entries
from growth.rules.findings import Finding
from growth.rules.lint_period import MISSED, Around, of_period

TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
HALF = Period(Day(2026, 7, 1), Day(2027, 1, 1), "2026-H2")


def entry(day: str, **fields: object) -> Entry:
    given = {"id": f"j-{day}", "title": "Did it", "created": NOW} | fields
    return Entry(day=Day.fromisoformat(day), **given)  # type: ignore[arg-type]  # tests


def around(start: str = "2026-07-01", last: Day = TODAY, period: Period = HALF) -> Around:
    return Around(period=period, start=Day.fromisoformat(start), last=last, today=TODAY)


def found(entries: list[Entry], place: Around | None = None) -> list[tuple[str, str, str]]:
    findings: list[Finding] = list(of_period(place or around(), entries, list(of_entries(entries))))
    return [(one.rule, one.why, one.fix) for one in findings]


def monthly(*months: int, **fields: object) -> list[Entry]:
    return [entry(f"2026-{month:02}-10", **fields) for month in months]


def test_a_journal_that_nobody_went_through() -> None:
    plain = [entry("2026-11-01", title=f"Wrote part {number} of the loader") for number in range(8)]
    rest = monthly(7, 8, 9, 10)
    assert found([*plain[:3], *rest]) == []
    why = "12 entries, and no win, star, impact or number among them"
    assert found([*plain, *rest]) == [
        ("no-outcome", why, "growth curate --since 2026-07-01 --until 2026-11-24")
    ]
    assert found([*plain, *rest, entry("2026-07-02", star=True)]) == []
    # Labels, notes, thanks and learning are nothing that something comes of.
    for fields in ({"kind": "kudos"}, {"kind": "learning"}, {"title": "Cloud", "source": "md:x"}):
        assert found([*monthly(*([11] * 8), **fields), *rest]) == []


def test_a_project_of_which_nothing_is_told() -> None:
    work = monthly(7, 8, 8, 9, 9, 10, 10, 11, title="Wrote it all", project="Loader")
    win = entry("2026-07-10", kind="win", project="other")
    why = "8 entries on it, and none says what came of it"
    fix = "growth curate --project Loader --since 2026-07-01 --until 2026-11-24"
    assert found([*work, win]) == [("no-outcome", why, fix)]
    assert found([*work, win, entry("2026-09-09", impact="users wait less", project="loader")]) == []


def test_all_that_counts_is_new() -> None:
    wins = [entry(f"2026-11-{day:02}", kind="win") for day in (1, 2, 3, 4, 5)]
    old = monthly(7, 8, 9, 10)
    why = "all 5 entries that say what came of it are of the last six weeks"
    assert found([*wins, *old]) == [
        ("recent-only", why, "growth curate --since 2026-07-01 --until 2026-10-13")
    ]
    assert found([*wins[:4], *old]) == []
    assert found([*wins, *old, entry("2026-08-01", kind="win")]) == []
    # Who began six weeks ago has nothing older, and a month is no time to spread anything over.
    assert found(wins, around("2026-11-01")) == []
    assert found([*wins, *old], around("2026-09-20")) == []


def test_months_without_an_entry() -> None:
    assert found(monthly(7, 8, 10)) == [
        (
            "empty-month",
            "nothing in September 2026, November 2026: away, or not written down?",
            "growth log --date 2026-11-24",
        )
    ]
    assert found(monthly(7, 8, 9, 10), around(last=Day(2026, 11, MISSED - 1))) == []
    assert found(monthly(10, 11), around("2026-10-02")) == []
    year = Period(Day(2026, 1, 1), Day(2027, 1, 1), "2026")
    assert found(monthly(1, 11), around("2026-01-01", period=year))[0][1] == "2 of 11 months have an entry"
    assert found(monthly(1, 2, 3, 4, 6, 8, 10), around("2026-01-01", period=year))[0][1] == (
        "nothing in July 2026, September 2026, November 2026 and 1 more: away, or not written down?"
    )
    # Nothing at all is no gap, and what is of a whole year fills it.
    assert found([]) == []
    assert found([entry("2026-12-31", precision="year")], around("2026-01-01", period=year)) == []
    assert found([entry("2026-09-30", precision="quarter")], around(last=Day(2026, 9, 30))) == []


@given(st.sets(st.dates(Day(2025, 12, 1), TODAY)), st.dates(Day(2025, 12, 1), TODAY))
def test_a_month_with_an_entry_is_never_missed(days: set[Day], start: Day) -> None:
    entries = [entry(day.isoformat()) for day in sorted(days) if day >= start]
    place = around(start.isoformat(), period=Period(start, None, "x"))
    for rule, why, fix in found(entries, place):
        if rule == "empty-month":
            assert not any(f"{day.day:%B %Y}" in why for day in entries)
            assert start <= Day.fromisoformat(fix.split()[-1]) <= TODAY
