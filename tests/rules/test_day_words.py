"""Days and counts as people say them."""

import datetime

from growth.rules.day_words import ago, counted, day_words, near, times

Day = datetime.date
TODAY = Day(2026, 11, 24)


def test_days() -> None:
    assert day_words(Day(2026, 3, 4), TODAY) == "Wed 4 Mar"
    assert day_words(Day(2025, 3, 4), TODAY) == "4 Mar 2025"
    assert [near(Day(2026, 11, day), TODAY) for day in (22, 23, 24, 25, 26)] == [
        "Sun 22 Nov", "yesterday", "today", "tomorrow", "Thu 26 Nov",
    ]  # fmt: skip


def test_how_long_ago() -> None:
    days = (0, 1, 2, 27, 28, 60)
    assert [ago(TODAY - datetime.timedelta(days=number), TODAY) for number in days] == [
        "today", "yesterday", "2 days ago", "27 days ago", "4 weeks ago", "8 weeks ago",
    ]  # fmt: skip


def test_counts() -> None:
    assert [counted(number, "day") for number in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
    assert counted(2, "entry", "entries") == "2 entries"
    assert [times(number) for number in (1, 2, 3)] == ["once", "twice", "3 times"]
