"""Calendars on the command line: whom I meet next, and cadences as a calendar."""

import json
from pathlib import Path

import pytest

from tests.conftest import Growth

CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:standup@example.org
DTSTART:20260901T101500Z
RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
SUMMARY:Stand-up
ATTENDEE:mailto:ana@example.org
ATTENDEE:mailto:bo@example.org
ATTENDEE:mailto:me@example.org
END:VEVENT
BEGIN:VEVENT
UID:ana@example.org
DTSTART;TZID=America/New_York:20260901T100000
DTEND;TZID=America/New_York:20260901T104500
RRULE:FREQ=WEEKLY;BYDAY=TU
SUMMARY:Ana / Eva
ORGANIZER:mailto:me@example.org
ATTENDEE:mailto:ana@example.org
END:VEVENT
BEGIN:VEVENT
UID:bo@example.org
DTSTART:20261125T080000Z
SUMMARY:Bo, on the talk
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def work(growth: Growth, tmp_path: Path) -> Path:
    growth.ok("people add ana --name 'Ana Silva' --email ana@example.org --relation direct --meets 2w")
    growth.ok("people add bo --name 'Bo Park' --meets 'weekly wed 09:00'")
    growth("config set me.emails me@example.org")
    path = tmp_path / "work.ics"
    path.write_text(CALENDAR)
    return path


def test_the_sheet_of_whom_i_meet_next(growth: Growth, work: Path) -> None:
    found = growth(["prep", "--next", "--calendar", str(work)])
    assert (found.code, found.err) == (0, "next: Ana Silva, today 15:00 to 15:45, “Ana / Eva”\n")
    assert "# 1:1 with Ana Silva · *Tue 24 Nov 15:00*\n" in found.out
    later = growth(["prep", "--next", "--calendar", str(work)], now="2026-11-24T15:11:00+00:00")
    assert later.err == "next: Bo Park, Wed 25 Nov 08:00 to 08:00, “Bo, on the talk”\n"
    assert "# 1:1 with Bo Park · *Wed 25 Nov 08:00*\n" in later.out


def test_the_calendar_of_the_settings(growth: Growth, work: Path) -> None:
    growth(["config", "set", "calendar", str(work)])
    sheet = json.loads(growth("prep --next --json").out)
    assert (sheet["person"], sheet["next"], sheet["time"]) == ("ana", "2026-11-24", "15:00")
    safe = growth("prep --next --for @ana")
    assert "# 1:1 with Ana Silva · *Tue 24 Nov 15:00*\n" in safe.out


def test_what_had_to_be_guessed_is_said(growth: Growth, work: Path) -> None:
    work.write_text(CALENDAR.replace("America/New_York", "Nowhere/Land"))
    found = growth(["prep", "--next", "--calendar", str(work)])
    assert found.err == (
        "warning: work.ics, line 14: no time zone is called 'Nowhere/Land'; taken as local time\n"
        "next: Ana Silva, today 10:00 to 10:45, “Ana / Eva”\n"
    )


@pytest.mark.parametrize(
    ("command", "code", "err"),
    [
        (
            "prep",
            2,
            "growth: nobody is named\n"
            "        growth prep ana, by your calendar --next, or for all who report to you: --all -o DIR\n",
        ),
        ("prep ana --next", 2, "growth: --next finds the person itself\n        leave ana out\n"),
        ("prep --all --next", 2, "growth: --next finds the person itself\n        leave --all out\n"),
        ("prep ana --calendar x.ics", 2, "growth: --calendar tells whom you meet next\n        add --next\n"),
        (
            "prep --next",
            2,
            "growth: no calendar is named\n"
            "        --calendar work.ics, or for good: growth config set calendar ~/work.ics\n",
        ),
        (
            "prep --next --calendar none.ics",
            4,
            "growth: none.ics: no such file or directory\n        check the path\n",
        ),
    ],
)
def test_what_is_refused(growth: Growth, work: Path, command: str, code: int, err: str) -> None:
    assert growth(command) == ("", err, code)


def test_a_calendar_with_nobody_and_a_broken_one(growth: Growth, work: Path) -> None:
    work.write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    assert growth(["prep", "--next", "--calendar", str(work)]) == (
        "",
        "growth: work.ics holds no meeting with one person you know in the next 35 days\n"
        "        people are known by e-mail or name: growth people edit ana --email ana@example.org\n",
        1,
    )
    work.write_text(CALENDAR.replace("20261125T080000Z", "soon"))
    found = growth(["prep", "--next", "--calendar", str(work)])
    assert (found.out.splitlines()[2], found.code) == ("# 1:1 with Ana Silva · *Tue 24 Nov 15:00*", 0)
    assert found.err.startswith("warning: work.ics, line 23: DTSTART cannot be read: ")


SERIES = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//growth//growth//EN
BEGIN:VEVENT
SUMMARY:1:1 with Bo Park
DTSTART:20261125T090000
DURATION:PT30M
DTSTAMP:20261124T100000Z
UID:1on1-{bo}@growth
RRULE:FREQ=WEEKLY;BYDAY=WE
END:VEVENT
END:VCALENDAR
"""


def test_one_on_ones_as_a_calendar(growth: Growth, work: Path) -> None:
    bo = json.loads(growth.ok("people list --json"))[1]["id"]
    found = growth("1on1 list -f ics")
    assert found.out == SERIES.format(bo=bo).replace("\n", "\r\n")
    why = "name a weekday in how often you meet, or note the first meeting"
    assert (found.err, found.code) == (f"left out: ana; {why}\n", 0)
    growth.ok("1on1 notes ana -d 2026-11-17 --shared words")
    both = growth.ok("1on1 list -f ics")
    assert "DTSTART;VALUE=DATE:20261201\r\n" in both
    assert growth.ok("1on1 list bo -f ics") == found.out
    shown = growth.terminal("1on1 list bo -f ics")
    assert shown.out == SERIES.format(bo=bo)


def test_mentorships_as_a_calendar(growth: Growth, work: Path) -> None:
    pair = growth.ok("mentor pair bo --cadence 'monthly thu 15:00'").strip()
    growth.ok("mentor pair ana --role coach --cadence 2w")
    gone = growth.ok("mentor pair ana --role mentee --cadence 'weekly fri'").strip()
    growth.ok("mentor close ana --role mentee --outcome done")
    found = growth("mentor list --all -f ics")
    assert f"UID:mentoring-{pair}@growth\r\n" in found.out
    assert "SUMMARY:Mentoring with Bo Park\r\nDTSTART:20261126T150000\r\n" in found.out
    assert "RRULE:FREQ=MONTHLY;BYDAY=4TH\r\n" in found.out
    assert gone not in found.out
    assert found.err.startswith("left out: ana; ")
    # How often one meets a mentee is said of the person too; that is no 1:1 besides.
    assert "BEGIN:VEVENT" not in growth("1on1 list -f ics").out


def test_what_is_written_tells_whom_i_meet_next(growth: Growth, work: Path, tmp_path: Path) -> None:
    path = tmp_path / "series.ics"
    path.write_text(growth("1on1 list -f ics").out, newline="")
    found = growth(["prep", "--next", "--calendar", str(path)])
    assert found.err == "next: Bo Park, Wed 25 Nov 09:00 to 09:30, “1:1 with Bo Park”\n"
