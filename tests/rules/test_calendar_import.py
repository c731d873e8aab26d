"""What a calendar brings in: sessions with people I know, entries by their titles, the rest counted."""

import datetime

import msgspec
import pytest

from growth.records.appointment import Appointment, Guest
from growth.records.imported import Found, Reading
from growth.records.mentorship import Mentorship
from growth.records.person import Person
from growth.records.session import Session
from growth.rules.appointments import Me
from growth.rules.calendar_import import Known, reading
from growth.rules.calendar_keys import imported, of_week
from growth.rules.meeting_titles import title

NOW = datetime.datetime(2026, 11, 24, 16, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
ANA = Person(id="p1", name="Ana Silva", handles=("ana",), emails=("ana@example.org",), created=NOW)
BO = Person(id="p2", name="Bo Park", handles=("bo",), emails=("bo@example.org",), created=NOW)
KNOWN = Known(everyone=[ANA, BO], me=Me(("me@example.org",), ("Eva Holm",)), now=NOW)


def held(summary: str, days_ago: float, *emails: str, minutes: int = 60, **more: object) -> Appointment:
    start = NOW - days_ago * DAY - datetime.timedelta(hours=3)
    guests = tuple(Guest(email) for email in ("me@example.org", *emails)) if emails else ()
    end = start + datetime.timedelta(minutes=minutes)
    fields = {"uid": summary, "guests": guests} | more
    return Appointment(summary=summary, start=start, end=end, **fields)  # type: ignore[arg-type]  # fields of an appointment


def told(*appointments: Appointment, **more: object) -> Reading:
    return reading(appointments, msgspec.structs.replace(KNOWN, **more))


def test_a_meeting_of_two_is_a_session_without_a_word() -> None:
    (found,) = told(held("Ana / me", 1, "ana@example.org", uid="7@x", of=datetime.date(2026, 11, 22))).found
    assert found == Found(
        line=1, day=datetime.date(2026, 11, 23), precision="day", title="1:1 with Ana Silva",
        people=("ana",), becomes="session", source="ics:7@x:2026-11-22", version=found.version,
    )  # fmt: skip


def test_what_a_title_tells_is_an_entry_for_me_alone() -> None:
    result = told(
        held("Interview: backend engineer", 2, "ana@example.org", minutes=45),
        held("Design review: freshness", 1, "ana@example.org", "bo@example.org"),
    )
    assert result.found[0] == Found(
        line=1, day=datetime.date(2026, 11, 22), precision="day", title="Interview: backend engineer",
        tags=("interview",), spent=45, people=("ana",), share="private",
        source="ics:Interview%3A%20backend%20engineer", version=result.found[0].version,
    )  # fmt: skip
    assert (result.found[1].kind, result.found[1].people) == ("design", ("ana", "bo"))
    assert result.titles == (("interview", 1), ("design review", 1))
    assert [one.share for one in told(held("Workshop", 1), share=None).found] == [None]


def test_all_else_is_left_out_and_counted() -> None:
    mine = Guest("me@example.org", answer="declined")
    result = told(
        held("Oncologist", 1, private=True),
        held("1:1", 1, "ana@example.org", private=True),
        held("Ana / me", 2, "ana@example.org", status="cancelled"),
        held("Ana / me", 3, guests=(mine, Guest("ana@example.org"))),
        held("Ana / me", -1, "ana@example.org"),
        held("Ana / me", 0, "ana@example.org", minutes=500),
        held("Holidays", 5, all_day=True),
        held("All hands", 4, "ana@example.org", "bo@example.org"),
        held("Lunch", 4),
    )
    assert result == Reading(
        format="ics",
        left=(
            ("marked as private", 2),
            ("called off or declined", 2),
            ("not over yet", 2),
            ("of a whole day", 1),
            ("of several people or nobody you know", 2),
        ),
    )


@pytest.mark.parametrize(
    ("one", "who"),
    [
        (held("Pairing on the harness", 1, "bo@example.org"), "bo"),
        (held("1:1", 1, "bo@example.org", "stranger@example.org"), None),
        # Without guests the title must name nobody else and nothing more, or say that two meet.
        (held("Ana / Eva", 1), "ana"),
        (held("Weekly sync with Bo Park", 1), "bo"),
        (held("1:1 Ana: career", 1), "ana"),
        (held("Ana's birthday", 1), None),
        (held("Ana and Bo", 1), None),
        # A title says more than who was asked, but that two meet says most.
        (held("Interview debrief", 1, "ana@example.org"), None),
        (held("1:1: design review", 1, "ana@example.org"), "ana"),
    ],
)
def test_whom_a_meeting_is_with(one: Appointment, who: str | None) -> None:
    sessions = [found for found in told(one).found if found.becomes == "session"]
    assert [found.people[0] for found in sessions] == ([who] if who else [])


def test_an_open_pair_makes_it_mentoring() -> None:
    pair = Mentorship(person="ana", role="mentee", since=datetime.date(2026, 11, 1), created=NOW)
    first, before = held("Ana", 1, "ana@example.org"), held("Ana", 40, "ana@example.org")
    assert [found.meets for found in told(first, before, pairs=[pair]).found] == ["mentoring", "1on1"]
    met = Session(person="ana", day=datetime.date(2026, 11, 4), created=NOW)
    assert [found.meets for found in told(first, pairs=[pair], sessions=[met]).found] == ["1on1"]
    called = held("Mentoring", 1, "ana@example.org")
    assert [found.meets for found in told(called, pairs=[pair], sessions=[met]).found] == ["mentoring"]


def test_what_is_noted_already_is_no_second_session() -> None:
    one = held("Ana / me", 1, "ana@example.org")
    noted = Session(person="Ana", day=datetime.date(2026, 11, 23), created=NOW)
    assert told(one, sessions=[noted]).left == (("already noted", 1),)
    # But it is followed where it came from this very appointment.
    mine = msgspec.structs.replace(noted, source=f"{imported(one)}#1")
    assert len(told(one, sessions=[mine], keys=frozenset([mine.source])).found) == 1
    twice = told(one, held("Ana again", 1.1, "ana@example.org"))
    assert (len(twice.found), twice.left) == (1, (("already noted", 1),))


def test_what_a_week_kept_is_known() -> None:
    one = held("Workshop", 1)
    key = of_week("Workshop", "", datetime.date(2026, 11, 23))
    assert told(one, keys=frozenset([key])).left == (("already noted", 1),)


def test_days_of_learning_keep_their_range_in_words() -> None:
    start = datetime.datetime(2026, 10, 5, tzinfo=datetime.UTC)
    days = Appointment(uid="1", summary="Learning days", start=start, end=start + 2 * DAY, all_day=True)
    (found,) = told(days).found
    assert (found.day, found.kind, found.spent) == (datetime.date(2026, 10, 6), "learning", None)
    assert found.title == "Learning days (2026-10-05 to 2026-10-06)"


def test_a_talk_of_somebody_else_is_something_learned() -> None:
    mine = held("Tech talk: caches", 1, "bo@example.org", organiser=Guest("me@example.org"))
    theirs = held("Tech talk: caches", 1, organiser=Guest("bo@example.org"))
    result = told(mine, theirs, held("Talk at the meetup", 2))
    assert [found.kind for found in result.found] == ["talk", "learning", "talk"]
    assert result.titles == (("talk", 2), ("talk of somebody else", 1))


@pytest.mark.parametrize(
    ("summary", "word"),
    [
        ("Interviews (on site)", "interview"),
        ("Outage 142 retro", "incident review"),
        ("Postmortem", "incident review"),
        ("RFC 12 review", "design review"),
        ("Code review: ranker", "code review"),
        ("Lightning talks", "talk"),
        ("Brown bag", "talk"),
        ("Talk to Ana", None),
        ("Career talk", None),
        ("Training: incident command", "learning"),
        ("Conference call", None),
        ("Performance review", None),
        ("1:1 (design review)", None),
        ("", None),
    ],
)
def test_what_a_title_says(summary: str, word: str | None) -> None:
    found = title(summary)
    assert (found and found.word) == word


@pytest.mark.parametrize("uid", ["", "a#b\nc:d%", "x" * 500, "Grüße"])
def test_an_id_is_one_word_of_a_source(uid: str) -> None:
    one = held("Workshop", 1, uid=uid)
    key = imported(one)
    assert key.startswith("ics:") and not {"#", "\n", " "} & set(key) and len(key) < 220
    assert key == imported(one) != imported(held("Workshop", 1, uid=f"{uid}2"))
