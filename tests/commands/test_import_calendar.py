"""growth import of a calendar: a year of meetings, once, and followed when the calendar changes."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Growth

CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:ana-1@example.org
DTSTART;TZID=Europe/Berlin:20261027T100000
DTEND;TZID=Europe/Berlin:20261027T104500
RRULE:FREQ=WEEKLY;BYDAY=TU
EXDATE;TZID=Europe/Berlin:20261103T100000
SUMMARY:Ana / me
ATTENDEE:mailto:me@example.org
ATTENDEE:mailto:ana@example.org
END:VEVENT
BEGIN:VEVENT
UID:ana-1@example.org
RECURRENCE-ID;TZID=Europe/Berlin:20261110T100000
DTSTART;TZID=Europe/Berlin:20261111T100000
DTEND;TZID=Europe/Berlin:20261111T104500
SUMMARY:Ana / me
ATTENDEE:mailto:me@example.org
ATTENDEE:mailto:ana@example.org
END:VEVENT
BEGIN:VEVENT
UID:iv@example.org
DTSTART:20261020T100000Z
DTEND:20261020T110000Z
SUMMARY:Interview: backend engineer
END:VEVENT
BEGIN:VEVENT
UID:old@example.org
DTSTART:20250120T100000Z
DTEND:20250120T110000Z
SUMMARY:Workshop
END:VEVENT
BEGIN:VEVENT
UID:clinic@example.org
DTSTART:20261020T130000Z
DTEND:20261020T140000Z
CLASS:PRIVATE
SUMMARY:Oncologist
END:VEVENT
BEGIN:VEVENT
UID:all@example.org
DTSTART:20261021T130000Z
DTEND:20261021T140000Z
SUMMARY:All hands
END:VEVENT
END:VCALENDAR
"""
SEEDS = (CALENDAR.encode(),)
FROM = "work.ics: 1 event before 2025-11-24 left out; for more: --since\n"
LEFT = "1 marked as private left out; 1 of several people or nobody you know left out"


@pytest.fixture
def work(growth: Growth, tmp_path: Path) -> Path:
    growth.ok("people add ana --name 'Ana Silva' --email ana@example.org --meets weekly")
    growth("config set me.emails me@example.org")
    path = tmp_path / "work.ics"
    path.write_text(CALENDAR)
    return path


def take(growth: Growth, work: Path, *more: str) -> None:
    result = growth(["import", str(work), *more])
    assert (result.code, result.out) == (0, ""), result


def sessions(growth: Growth) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(growth.ok("1on1 list ana --json"))
    return found


def days(growth: Growth) -> list[str]:
    return [line.split()[1] for line in growth.ok("1on1 list ana").splitlines()]


def test_a_calendar_is_shown_before_it_is_taken(growth: Growth, work: Path) -> None:
    found = growth(["import", str(work), "--dry-run"])
    assert (found.code, found.err) == (0, FROM + "5 would be imported; only you can read them\n")
    assert found.out == (
        "a calendar: 5 new, 0 already here\n"
        "  days     2026-10-20 to 2026-11-24\n"
        "  kinds    session 4, work 1\n"
        "  by time  2026-10 2, 2026-11 3\n"
        "  samples  2026-10-20  work      Interview: backend engineer\n"
        "           2026-10-27  session   1:1 with Ana Silva\n"
        "           2026-11-11  session   1:1 with Ana Silva\n"
        "           2026-11-17  session   1:1 with Ana Silva\n"
        "           2026-11-24  session   1:1 with Ana Silva\n"
        "  by title interview 1\n"
        "  left out 1 marked as private, 1 of several people or nobody you know\n"
    )
    assert growth.ok("list") == ""


def test_twice_adds_nothing_and_one_undo_takes_it_back(growth: Growth, work: Path) -> None:
    first = growth(["import", str(work)])
    assert (first.out, first.err) == (
        "",
        f"{FROM}5 new; {LEFT}; only you can read them; growth undo takes all of it back\n",
    )
    assert days(growth) == ["2026-10-27", "2026-11-11", "2026-11-17", "2026-11-24"]
    again = growth(["import", "-f", "ics", str(work)])
    assert again.err == f"{FROM}nothing new; 5 already here; {LEFT}\n"
    assert growth("undo --yes").code == 0
    assert (days(growth), growth.ok("list")) == ([], "")


def test_older_days_are_asked_for(growth: Growth, work: Path) -> None:
    found = growth(["import", str(work), "--since", "2025-01-01", "--until", "2026-01-31"])
    assert found.err == "1 new; only you can read them; growth undo takes all of it back\n"
    assert "2025-01-20  learning   Workshop  #event" in growth.ok("list")


def test_what_changed_upstream_is_brought_up_to_date(growth: Growth, work: Path) -> None:
    take(growth, work)
    growth.ok("1on1 notes ana -d 2026-11-17 --shared 'Spoke of quota'")
    text = CALENDAR.replace("20261111T10", "20261112T10").replace("backend engineer", "data engineer")
    work.write_text(text)
    found = growth(["import", str(work)])
    assert found.err.startswith(f"{FROM}0 new, 2 brought up to date; 3 already here; ")
    assert days(growth) == ["2026-10-27", "2026-11-12", "2026-11-17", "2026-11-24"]
    assert "Interview: data engineer" in growth.ok("list")
    assert growth(["import", str(work)]).err == f"{FROM}nothing new; 5 already here; {LEFT}\n"


def test_a_meeting_that_is_noted_stays_one(growth: Growth, work: Path) -> None:
    growth.ok("1on1 notes ana -d 2026-11-17 --shared 'Spoke of quota'")
    found = growth(["import", str(work)])
    assert "1 already noted left out" in found.err
    assert days(growth) == ["2026-10-27", "2026-11-11", "2026-11-17", "2026-11-24"]


def test_the_notes_come_into_the_session_with_the_topics_that_waited(growth: Growth, work: Path) -> None:
    growth.ok("1on1 agenda ana The quota")
    take(growth, work)
    recap = growth("1on1 recap ana")
    assert recap.err == "nothing is noted of it yet: growth 1on1 notes ana -d 2026-11-24\n"
    growth.ok("1on1 notes ana --tick 1 --shared 'More of it'")
    last = sessions(growth)[-1]
    assert (last["day"], last["shared"]) == ("2026-11-24", "More of it")
    assert [(item["text"], item["state"]) for item in last["agenda"]] == [("The quota", "done")]
    assert len(sessions(growth)) == 4
    assert growth("1on1 recap ana").err == ""


def test_a_week_still_asks_for_the_notes(growth: Growth, work: Path) -> None:
    take(growth, work)
    asked = growth.terminal(["week", "--calendar", str(work), "--dry-run"]).out
    assert "growth 1on1 notes ana" in asked
    assert "Interview" not in growth(["week", "--period", "2026-10", "--calendar", str(work)]).out


def test_a_share_is_only_what_is_named(growth: Growth, work: Path) -> None:
    growth("config set log.share manager")
    take(growth, work)
    assert json.loads(growth.ok("list --json"))[0].get("share", "private") == "private"
    assert growth("undo --yes").code == 0
    take(growth, work, "--share", "team")
    assert json.loads(growth.ok("list --json"))[0]["share"] == "team"


def test_two_calendars_are_summed_up(growth: Growth, work: Path) -> None:
    other = work.with_name("home.ics")
    other.write_text(CALENDAR.replace("UID:", "UID:b-"))
    found = growth(["import", str(work), str(other)])
    assert "; 2 marked as private left out; 2 of several people or nobody you know left out; " in found.err
    # Another calendar may hold the same meeting; it is one.
    assert days(growth) == ["2026-10-27", "2026-11-11", "2026-11-17", "2026-11-24"]


@pytest.mark.parametrize(
    ("text", "code", "why"),
    [
        (CALENDAR.removesuffix("END:VCALENDAR\n"), 1, "work.ics, line 46: the file ends, but VCALENDAR"),
        ("hello\n", 1, "work.ics, line 1: "),
        ("", 2, "work.ics is empty"),
    ],
)
def test_what_is_broken_is_refused_with_its_line(
    growth: Growth, work: Path, text: str, code: int, why: str
) -> None:
    work.write_text(text)
    found = growth(["import", str(work)])
    assert (found.code, found.out) == (code, "")
    assert found.err.startswith(f"growth: {why}")
    assert growth.ok("list") == ""


def series(growth: Growth, work: Path, old: str, new: str) -> tuple[list[str], list[str]]:
    """Change the calendar and import it again; return the ids there were, and what is said of them."""
    ids = [line.split()[0] for line in growth.ok("1on1 list ana").splitlines()]
    assert old in work.read_text()
    work.write_text(work.read_text().replace(old, new))
    first, *lines = growth(["import", str(work)]).err.removeprefix(FROM).splitlines()
    assert first.startswith("nothing new; ")
    return ids, lines


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (":20261103T100000", ":20261103T100000,20261117T100000"),
        ("END:VCALENDAR", """\
BEGIN:VEVENT
UID:ana-1@example.org
RECURRENCE-ID;TZID=Europe/Berlin:20261117T100000
DTSTART;TZID=Europe/Berlin:20261117T100000
DTEND;TZID=Europe/Berlin:20261117T104500
STATUS:CANCELLED
SUMMARY:Ana / me
END:VEVENT
END:VCALENDAR"""),
    ],
    ids=["taken out of the series", "cancelled"],
)  # fmt: skip
def test_a_meeting_that_was_called_off_since_is_offered_to_be_deleted(
    growth: Growth, work: Path, old: str, new: str
) -> None:
    take(growth, work)
    ids, said = series(growth, work, old, new)
    assert said == [
        f"{ids[2]} was cancelled or moved since: 2026-11-17, 1:1 with Ana Silva",
        f"  if it did not take place then: growth delete {ids[2]}",
    ]
    assert said == growth(["import", str(work), "--dry-run"]).err.removeprefix(FROM).splitlines()[1:]
    assert growth(f"delete --yes {ids[2]}").code == 0
    assert growth(["import", str(work)]).err.count("\n") == 2


def test_a_meeting_that_was_called_off_and_has_notes_stays(growth: Growth, work: Path) -> None:
    take(growth, work)
    growth.ok("1on1 notes ana -d 2026-11-17 --shared 'Spoke of quota'")
    ids, said = series(growth, work, ":20261103T100000", ":20261103T100000,20261117T100000")
    assert said == [
        f"{ids[2]} was cancelled or moved since, but you have edited it: left as it is: "
        "2026-11-17, 1:1 with Ana Silva"
    ]


def test_an_entry_of_a_calendar_that_was_called_off_is_named_too(growth: Growth, work: Path) -> None:
    take(growth, work)
    [entry] = [line.split()[0] for line in growth.ok("list").splitlines() if "Interview" in line]
    _, said = series(growth, work, "SUMMARY:Interview", "STATUS:CANCELLED\nSUMMARY:Interview")
    assert said[0] == f"{entry} was cancelled or moved since: 2026-10-20, Interview: backend engineer"


def test_a_series_that_goes_on_under_another_id_was_not_called_off(growth: Growth, work: Path) -> None:
    take(growth, work)
    first = CALENDAR[CALENDAR.index("BEGIN:VEVENT") : CALENDAR.index("END:VEVENT")]
    next_ = first.replace("ana-1", "ana-2").replace("20261027", "20261117").replace("T10", "T09")
    ended = first.replace("BYDAY=TU", "BYDAY=TU;UNTIL=20261112T000000Z")
    _, said = series(growth, work, first, f"{ended}END:VEVENT\n{next_}")
    assert said == []


def test_what_an_extract_of_a_calendar_lacks_was_not_called_off(growth: Growth, work: Path) -> None:
    take(growth, work)
    _, said = series(growth, work, "UID:ana-1@example.org", "UID:somebody-else@example.org")
    assert said == []


def test_an_event_that_is_broken_is_told_and_the_rest_imported(growth: Growth, work: Path) -> None:
    work.write_text(CALENDAR.replace("DTSTART:20261020T100000Z", "DTSTART:soon"))
    found = growth(["import", str(work)])
    said = "not understood: 1 line\n  work.ics:24  DTSTART cannot be read: "
    assert said in found.err and "\n4 new; " in found.err and found.code == 0
    assert days(growth) == ["2026-10-27", "2026-11-11", "2026-11-17", "2026-11-24"]


def test_an_event_that_is_broken_was_not_called_off(growth: Growth, work: Path) -> None:
    take(growth, work)
    work.write_text(CALENDAR.replace("DTSTART:20261020T100000Z", "DTSTART:soon"))
    found = growth(["import", str(work)])
    assert "work.ics:24" in found.err and "nothing new; " in found.err and "cancelled" not in found.err


def test_who_comes_is_asked_for_where_nothing_tells_it_once(growth: Growth, tmp_path: Path) -> None:
    for name in ("one.ics", "two.ics"):
        (tmp_path / name).write_text(CALENDAR)
    found = growth(["import", str(tmp_path / "one.ics"), str(tmp_path / "two.ics")])
    assert found.err.count(
        "meetings are known by who is asked to come: growth config set me.emails YOU@…, "
        "growth people add ana --name 'Ana Silva' --email ana@…\n"
    ) == 1, found.err  # fmt: skip
    growth.ok("people add ana --name 'Ana Silva' --email ana@example.org")
    found = growth(["import", str(tmp_path / "one.ics")])
    assert "meetings are known by who is asked to come: growth config set me.emails YOU@…\n" in found.err
    growth("config set me.emails me@example.org")
    assert "meetings are known" not in growth(["import", str(tmp_path / "one.ics")]).err


def dated(day: str) -> str:
    return f"BEGIN:VEVENT\nUID:{day}\nDTSTART:{day}T100000Z\nDTEND:{day}T103000Z\nSUMMARY:Sync\nEND:VEVENT\n"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((), "w.ics: no events in it\nnothing new\n"),
        (
            ("20251101", "20251123", "20251124"),
            "w.ics: 2 events before 2025-11-24 left out; for more: --since\n"
            "nothing new; 1 of several people or nobody you know left out\n",
        ),
        (
            ("20261124", "20261125", "20270101"),
            "nothing new; 3 not over yet left out\n",
        ),
    ],
)
def test_what_lies_outside_of_the_year_is_counted(
    growth: Growth, tmp_path: Path, days: tuple[str, ...], said: str
) -> None:
    growth.ok("people add ana --name 'Ana Silva' --email ana@example.org")
    growth("config set me.emails me@example.org")
    path = tmp_path / "w.ics"
    path.write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\n{''.join(map(dated, days))}END:VCALENDAR\n")
    assert growth(["import", str(path)]).err == said
