"""The right day and the right period, wherever one is and whatever the clock does."""

import datetime
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from .running import Ran, piped

# The hour that is left out in spring and the one that comes twice in autumn, as local times; zones
# with a half hour, at the edges of the calendar, and without any change.
ZONES = {
    "Europe/Berlin": ("2026-03-29T02:30", "2026-10-25T02:30"),
    "America/New_York": ("2026-03-08T02:30", "2026-11-01T01:30"),
    "America/St_Johns": ("2026-03-08T02:15", "2026-11-01T01:15"),
    "Australia/Lord_Howe": ("2026-10-04T02:10", "2026-04-05T01:45"),
    "Pacific/Auckland": ("2026-09-27T02:30", "2026-04-05T02:30"),
    "Asia/Kathmandu": ("", ""),
    "Pacific/Kiritimati": ("", ""),
    "Pacific/Pago_Pago": ("", ""),
}
SHIFTS = [
    (zone, f"{local}:00{sign}", fold)
    for zone, locals_ in ZONES.items()
    for local in locals_
    if local
    for sign, fold in (("", 0), ("", 1))
]


def at(home: Path, zone: str, moment: datetime.datetime | str, *args: str, stdin: str = "") -> Ran:
    """Run a command at a moment in a zone; a text is a local time there."""
    if isinstance(moment, str):
        moment = datetime.datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone))
    utc = moment.astimezone(datetime.UTC).isoformat()
    ran = piped(home, args, stdin, {"TZ": zone, "GROWTH_NOW": utc})
    assert "Traceback" not in ran.err
    return ran


def entries(home: Path, zone: str, moment: str, *args: str) -> list[str]:
    ran = at(home, zone, moment, "list", "--json", *args)
    assert ran.code == 0, ran
    return [one["title"] for one in json.loads(ran.out)]


def logged(home: Path, zone: str, moment: datetime.datetime | str, *args: str) -> dict[str, str]:
    """Log something at a moment and return the record."""
    identifier = at(home, zone, moment, "log", *args).out.strip()
    found: dict[str, str] = json.loads(at(home, zone, moment, "show", identifier, "--json").out)
    return found


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-12-31T23:59:59", "2026-12-31"),
        ("2027-01-01T00:00:00", "2027-01-01"),
        ("2028-02-29T12:00:00", "2028-02-29"),
        ("2028-02-29T23:59:59", "2028-02-29"),
        ("2028-03-01T00:00:00", "2028-03-01"),
        ("2026-06-30T23:30:00", "2026-06-30"),
    ],
)
def test_today_is_the_day_of_the_place(zone: str, moment: str, day: str, tmp_path: Path) -> None:
    record = logged(tmp_path / "home", zone, moment, "-m", "x")
    assert (record["day"], record["id"][1:7]) == (day, day[2:].replace("-", ""))
    assert (
        datetime.datetime.fromisoformat(record["created"]).astimezone(ZoneInfo(zone)).date().isoformat()
        == day
    )
    for period in (
        day,
        day[:7],
        day[:4],
        "this week",
        "this month",
        "this quarter",
        "this year",
        "last 1 day",
    ):
        assert entries(tmp_path / "home", zone, moment, "--period", period) == ["x"]


@pytest.mark.parametrize("zone", ZONES)
def test_days_are_counted_on_the_calendar(zone: str, tmp_path: Path) -> None:
    """A day is no 24 hours: around each change of the clock yesterday is still the day before."""
    home = tmp_path / "home"
    days = {local[:10] for local in ZONES[zone] if local} or {"2026-03-29"}
    for text in days:
        change = datetime.date.fromisoformat(text)
        for offset in (-1, 0, 1):
            today = change + datetime.timedelta(days=offset)
            for clock in ("00:00:00", "00:30:00", "12:00:00", "23:30:00"):
                for word, back in (("today", 0), ("yesterday", 1), ("1d", 1), ("1w", 7), ("2w ago", 14)):
                    record = logged(home, zone, f"{today}T{clock}", "-m", "x", "-d", word)
                    assert record["day"] == (today - datetime.timedelta(days=back)).isoformat()


@pytest.mark.parametrize(("zone", "local", "fold"), SHIFTS)
def test_an_hour_that_is_left_out_or_comes_twice_has_one_day(
    zone: str, local: str, fold: int, tmp_path: Path
) -> None:
    moment = datetime.datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone), fold=fold)
    record = logged(tmp_path / "home", zone, moment, "-m", "x")
    assert record["day"] == local[:10]
    assert datetime.datetime.fromisoformat(record["created"]) == moment.astimezone(datetime.UTC)
    # What was written in that hour is found by its day, and stays in the order it was written in.
    later = moment.astimezone(datetime.UTC) + datetime.timedelta(seconds=1)
    again = logged(tmp_path / "home", zone, later, "-m", "y")
    assert again["day"] == local[:10]
    assert entries(tmp_path / "home", zone, f"{local[:10]}T23:00:00", "--period", local[:10]) == ["x", "y"]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("moment", "period", "first", "last"),
    [
        ("2026-03-01T00:00:00", "this week", "2026-02-23", "2026-03-01"),
        ("2026-03-02T00:00:00", "this week", "2026-03-02", "2026-03-08"),
        ("2027-01-01T09:00:00", "this week", "2026-12-28", "2027-01-03"),
        ("2027-01-01T09:00:00", "2026-W53", "2026-12-28", "2027-01-03"),
        ("2027-01-01T09:00:00", "last month", "2026-12-01", "2026-12-31"),
        ("2027-01-01T00:00:00", "last quarter", "2026-10-01", "2026-12-31"),
        ("2028-02-29T23:59:59", "this month", "2028-02-01", "2028-02-29"),
        ("2028-02-29T23:59:59", "last year", "2027-01-01", "2027-12-31"),
        ("2026-10-25T12:00:00", "2026-H2", "2026-07-01", "2026-12-31"),
    ],
)
def test_a_period_begins_and_ends_on_the_right_day(
    zone: str, moment: str, period: str, first: str, last: str, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    start, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    day = datetime.timedelta(days=1)
    afterwards = f"{end + day}T12:00:00"
    for place in (start - day, start, end, end + day):
        at(home, zone, afterwards, "log", "-m", place.isoformat(), "-d", place.isoformat())
    assert entries(home, zone, moment, "--period", period) == [first, last]


@pytest.mark.parametrize(
    ("today", "word", "day"),
    [
        ("2028-02-29", "1y", "2027-02-28"),
        ("2028-03-31", "1m", "2028-02-29"),
        ("2027-03-31", "1m", "2027-02-28"),
        ("2028-03-01", "yesterday", "2028-02-29"),
        ("2027-01-01", "yesterday", "2026-12-31"),
        ("2026-03-30", "friday", "2026-03-27"),
        ("2026-03-30", "monday", "2026-03-30"),
    ],
)
@pytest.mark.parametrize("zone", ZONES)
def test_a_word_for_a_day_is_that_day(zone: str, today: str, word: str, day: str, tmp_path: Path) -> None:
    for clock in ("00:00:00", "23:59:59"):
        assert logged(tmp_path / "home", zone, f"{today}T{clock}", "-m", "x", "-d", word)["day"] == day


@pytest.mark.parametrize("zone", ZONES)
def test_who_travels_keeps_every_day(zone: str, tmp_path: Path) -> None:
    """A record keeps its day when it is read in another zone; only today is another one there."""
    home = tmp_path / "home"
    moment = datetime.datetime(2026, 11, 30, 23, 45, tzinfo=ZoneInfo("Pacific/Auckland"))
    record = logged(home, "Pacific/Auckland", moment, "-m", "x")
    there = json.loads(at(home, zone, moment, "show", record["id"], "--json").out)
    assert there["day"] == record["day"] == "2026-11-30"
    local = moment.astimezone(ZoneInfo(zone)).date().isoformat()
    assert logged(home, zone, moment, "-m", "y")["day"] == local
    assert at(home, zone, moment, "doctor").code == 0


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Pacific/Kiritimati"])
@pytest.mark.parametrize("back", [1, 24, 24 * 40, 24 * 800], ids=["hour", "day", "40 days", "800 days"])
def test_a_clock_set_back_loses_nothing(zone: str, back: int, tmp_path: Path) -> None:
    home = tmp_path / "home"
    now = datetime.datetime(2026, 11, 2, 0, 30, tzinfo=ZoneInfo(zone))
    earlier = now - datetime.timedelta(hours=back)
    first = logged(home, zone, now, "-m", "first")
    second = logged(home, zone, earlier, "-m", "second")
    third = logged(home, zone, now + datetime.timedelta(hours=1), "-m", "third")
    assert second["day"] == earlier.date().isoformat()
    later = now + datetime.timedelta(hours=2)
    assert {one["id"] for one in (first, second, third)} == {
        one["id"] for one in json.loads(at(home, zone, later, "list", "--json").out)
    }
    assert at(home, zone, later, "edit", second["id"], "--impact", "seen").code == 0
    assert "took back" in at(home, zone, earlier, "undo").err
    assert "took back" in at(home, zone, later, "undo").err
    assert entries(home, zone, "2026-11-02T23:00") == ["second", "first"]
    assert at(home, zone, later, "doctor").code == 0
    assert at(home, zone, earlier, "backup").code == 0
    assert at(home, zone, later, "log", "-m", "fourth").code == 0


@pytest.mark.parametrize("zone", ZONES)
def test_the_clock_of_the_machine_is_read_as_the_place_reads_it(zone: str, tmp_path: Path) -> None:
    """The same without GROWTH_NOW, on a machine whose clock is set."""
    faketime = shutil.which("faketime")
    if faketime is None:
        pytest.skip("faketime is missing")
    env = {name: value for name, value in os.environ.items() if name != "GROWTH_NOW"}
    env |= {"TZ": zone, "GROWTH_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [faketime, "2028-02-29 23:59:50", sys.executable, "-m", "growth", "log", "-m", "x"],
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout[1:7]) == (0, "280229"), done
    time.tzset()
