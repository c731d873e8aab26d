"""Calendars: what takes place in some days, in local time; what cannot be read is refused with its line."""

import datetime
import time
from collections import Counter

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from growth.errors import GrowthError, Refused, WrongUsage
from growth.exchange import ics, ics_near
from growth.records.appointment import Appointment, Guest
from tests.exchange.calendars import MIDNIGHT, ZONE, calendar, event, read, times


def test_an_appointment_with_who_is_asked() -> None:
    found = read(
        calendar(
            event(
                ":20261124T150000Z",
                "DTEND:20261124T153000Z",
                "STATUS:CONFIRMED",
                "ORGANIZER;CN=Eva Holm:mailto:Eva@Example.org",
                'ATTENDEE;CN="Silva, Ana";PARTSTAT=ACCEPTED;RSVP=TRUE:MAILTO:ana@exa',
                " mple.org",
                "ATTENDEE;CUTYPE=ROOM;CN=Room 4;PARTSTAT=DECLINED:mailto:room4@example.org",
                "ATTENDEE;EMAIL=bo@example.org:urn:uuid:7",
                "DESCRIPTION:not read",
                "BEGIN:VALARM",
                "TRIGGER:-PT10M",
                "SUMMARY:not the summary",
                "END:VALARM",
                summary="Ana\\, Eva\\nand Bo",
            )
        )
    )
    assert found.doubts == ()
    assert found.appointments == (
        Appointment(
            uid="one@example.org",
            summary="Ana, Eva and Bo",
            start=datetime.datetime(2026, 11, 24, 15, tzinfo=datetime.UTC),
            end=datetime.datetime(2026, 11, 24, 15, 30, tzinfo=datetime.UTC),
            status="confirmed",
            organiser=Guest("eva@example.org", "Eva Holm"),
            guests=(
                Guest("ana@example.org", "Silva, Ana", "accepted"),
                Guest("room4@example.org", "Room 4", "declined", room=True),
                Guest("bo@example.org"),
            ),
        ),
    )


OVER = event(":20261124T080000Z", "RRULE:FREQ=WEEKLY;COUNT=3")
SERIES = event(":20260901T080000Z", "RRULE:FREQ=WEEKLY;BYDAY=TU")


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((event(":20261124T150000Z"),), ["2026-11-24 15:00"]),
        ((event(":20261123T235900Z"), event(":20261208T000000Z", uid="2")), []),
        ((event(":20261124"),), ["2026-11-24 00:00"]),
        ((event(";VALUE=DATE:20261123", "DTEND;VALUE=DATE:20261126"),), ["2026-11-23 00:00"]),
        ((event(":20261120T090000Z", "DURATION:P6D"),), ["2026-11-20 09:00"]),
        ((OVER,), ["2026-11-24 08:00", "2026-12-01 08:00"]),
        ((SERIES,), ["2026-11-24 08:00", "2026-12-01 08:00"]),
        ((event(":20260901T080000Z", "RRULE:FREQ=WEEKLY;UNTIL=20261124T080000Z"),), ["2026-11-24 08:00"]),
        ((event(":20260901T080000Z", "RRULE:FREQ=WEEKLY;UNTIL=20261123T080000Z"),), []),
        # One of a series was cut out, one moved to the day after, one called off.
        ((event(":20260901T080000Z", "RRULE:FREQ=WEEKLY", "EXDATE:20261124T080000Z"),), ["2026-12-01 08:00"]),
        (
            (SERIES, event(":20261125T090000Z", "RECURRENCE-ID:20261124T080000Z")),
            ["2026-11-25 09:00", "2026-12-01 08:00"],
        ),
        # One of next week was brought forward, and one of last week put off.
        (
            (
                event(":20260901T080000Z", "RRULE:FREQ=WEEKLY;UNTIL=20261118T000000Z"),
                event(":20261126T090000Z", "RECURRENCE-ID:20261117T080000Z"),
            ),
            ["2026-11-26 09:00"],
        ),
        (
            (event(":20261001T080000Z", "RDATE:20261126T080000Z,20261127T080000Z"),),
            ["2026-11-26 08:00", "2026-11-27 08:00"],
        ),
        ((event(":20261001T080000Z", "RDATE;VALUE=PERIOD:20261126T080000Z/PT2H"),), ["2026-11-26 08:00"]),
        # A later version of an event takes its place.
        (
            (event(":20261126T080000Z", "SEQUENCE:1"), event(":20261125T080000Z", "SEQUENCE:2")),
            ["2026-11-25 08:00"],
        ),
        # Without a UID each stands for itself.
        (
            (event(":20261126T080000Z", uid=""), event(":20261125T080000Z", uid="")),
            ["2026-11-25 08:00", "2026-11-26 08:00"],
        ),
    ],
)  # fmt: skip
def test_when(events: tuple[str, ...], expected: list[str]) -> None:
    assert times(read(calendar(*events))) == expected


def test_what_is_cancelled_says_so() -> None:
    moved = event(":20261201T080000Z", "RECURRENCE-ID:20261201T080000Z", "STATUS:CANCELLED")
    found = read(calendar(SERIES, moved)).appointments
    assert [(one.start.day, one.status) for one in found] == [(24, ""), (1, "cancelled")]
    whole = read(calendar(SERIES, head="METHOD:CANCEL\n")).appointments
    assert [one.status for one in whole] == ["cancelled", "cancelled"]


def test_hours_of_summer_and_winter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    weekly = event(";TZID=America/New_York:20261001T100000", "RRULE:FREQ=WEEKLY;BYDAY=TH")
    first = datetime.datetime(2026, 10, 15, tzinfo=datetime.UTC)
    data = calendar(weekly)
    found = ics.read(data, name="work.ics", first=first, last=first + datetime.timedelta(28))
    # Europe puts its clocks back a week before America does.
    assert times(found) == ["2026-10-15 16:00", "2026-10-22 16:00", "2026-10-29 15:00", "2026-11-05 16:00"]
    local = read(calendar(event(":20261124T100000"), event(":20261124T090000Z", uid="2")))
    assert times(local) == ["2026-11-24 10:00", "2026-11-24 10:00"]


@pytest.mark.parametrize(
    ("start", "head", "expected"),
    [
        (";TZID=Europe/Berlin:20261124T100000", "", "2026-11-24 09:00"),
        (";TZID=W. Europe Standard Time:20261124T100000", "", "2026-11-24 09:00"),
        (";TZID=Our Office:20261124T100000", ZONE, "2026-11-24 08:00"),
        (";TZID=Our Office:20261124T100000", ZONE.replace("DTSTART:", "DTSTART;X=1:"), "2026-11-24 08:00"),
        (":20261124T100000", "X-WR-TIMEZONE:America/New_York\n", "2026-11-24 15:00"),
        (":20261124T100000", "X-WR-TIMEZONE:Nowhere/Land\n", "2026-11-24 10:00"),
        (":20261124T100000", "X-WR-TIMEZONE:../../etc/passwd\n", "2026-11-24 10:00"),
    ],
)  # fmt: skip
def test_time_zones(start: str, head: str, expected: str) -> None:
    found = read(calendar(event(start), head=head))
    assert (times(found), found.doubts) == ([expected], ())


def test_a_time_zone_that_nobody_knows_is_doubted_once() -> None:
    zone = ';TZID="(UTC+01:00) Our Office"'
    found = read(calendar(event(f"{zone}:20261124T100000"), event(f"{zone}:20261125T100000", uid="2")))
    assert times(found) == ["2026-11-24 10:00", "2026-11-25 10:00"]
    why = "no time zone is called '(UTC+01:00) Our Office'; taken as local time"
    assert found.doubts == (f"work.ics, line 5: {why}",)


def test_no_more_than_a_few_doubts() -> None:
    odd = [event(f";TZID=Nowhere{n}:20261124T100000", uid=f"{n}") for n in range(20)]
    assert len(read(calendar(*odd)).doubts) == ics.DOUBTS


@pytest.mark.parametrize(
    "rule", ["FREQ=HOURLY", "freq=secondly", "FREQ=DAILY;BYHOUR=8,9;BYMINUTE=" + "1," * 20]
)
def test_what_repeats_within_the_day_is_left_out(rule: str) -> None:
    found = read(calendar(event(":20261101T080000Z", f"RRULE:{rule}", uid="2"), event(":20261124T080000Z")))
    assert times(found) == ["2026-11-24 08:00"]
    assert found.doubts == ("work.ics, line 7: repeats within the day; left out",)


TODAY = ":20261124T080000Z"
OURS = event(";TZID=Our Office:20261124T080000")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "work.ics is empty"),
        (b"\n\n", "work.ics is empty"),
        (b"words\n", "work.ics, line 1: stands outside of BEGIN:VCALENDAR and END:VCALENDAR"),
        (b"BEGIN:VCARD\nEND:VCARD\n", "work.ics, line 1: is not BEGIN:VCALENDAR, so this is no calendar"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "work.ics, line 2: the file ends, but VEVENT is still open"),
        (b"BEGIN:VCALENDAR\nEND:VEVENT\n", "work.ics, line 2: ends VEVENT, but VCALENDAR is open"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR\n", "work.ics, line 3: stands outside of"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 10, "work.ics, line 11: is nested deeper than 10 levels"),
        (calendar(OURS, head=ZONE.replace("+0200", "soon")), "line 3: the calendar or its time zones"),
        (calendar(OURS, head=ZONE.replace("TZOFFSETTO:", ";;")), "line 8: it "),
    ],
)  # fmt: skip
def test_what_is_broken_is_refused_with_its_line(data: bytes, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read(data)
    assert why in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize(
    ("broken", "line", "why"),
    [
        ("BEGIN:VEVENT\nEND:VEVENT\n", 3, "the event has no beginning"),
        (event(":never"), 5, "DTSTART cannot be read: "),
        (event(";;VALUE=DATE:20261124"), 5, "DTSTART is written in no form that is known"),
        (event(":20261332T080000Z"), 5, "DTSTART cannot be read: "),
        (event(TODAY, "DTSTART:20261125T080000Z"), 7, "the event has a second"),
        (event(TODAY, "DURATION:P999999999999W"), 7, ""),
        (event(":99991231T235959Z", "RDATE:20261124T080000Z", "DURATION:P1D"), 7, ""),
        (event(TODAY, "RRULE:FREQ=NEVER"), 7, "RRULE cannot be read: "),
        (event(TODAY, "RRULE:BYDAY=MO"), 7, "the event cannot be unrolled: "),
        (event(":20261101T080000Z", "RRULE:FREQ=DAILY;INTERVAL=0"), 7, "RRULE never comes to"),
        (event(TODAY, 'ATTENDEE;CN="A:mailto:a@b.c'), 7, "ATTENDEE is written in no"),
        (event(TODAY, f"RDATE:{'2' * 100_001}"), 7, "RDATE is longer than 100"),
        (event(TODAY, f"SUMMARY:{'2' * 60_000}", f" {'2' * 60_000}"), 7, "SUMMARY is longer than 100"),
    ],
)  # fmt: skip
def test_an_event_that_is_broken_is_told_and_the_rest_is_read(broken: str, line: int, why: str) -> None:
    others = [event(f":202611{day}T080000Z", uid=f"{day}") for day in (25, 26, 27)]
    found = read(calendar(broken, *others))
    assert times(found) == ["2026-11-25 08:00", "2026-11-26 08:00", "2026-11-27 08:00"]
    [piece] = found.misread
    assert (piece.line, piece.kept) == (line, None) and why in piece.why and 0 < len(piece.text) <= 200


def test_a_line_in_no_form_is_told_whatever_day_it_seems_to_name() -> None:
    found = read(calendar(event(";;VALUE=DATE-TIME:20140409T093000"), event(":20261124T080000Z", uid="2")))
    assert [(one.line, one.why) for one in found.misread] == [
        (5, "DTSTART is written in no form that is known")
    ]
    assert times(found) == ["2026-11-24 08:00"]


def test_of_a_private_event_that_is_broken_nothing_is_told() -> None:
    found = read(calendar(event(":never", "CLASS:PRIVATE", summary="A secret"), event(":20261124T080000Z")))
    assert [(one.line, one.text, one.why) for one in found.misread] == [
        (3, "a private event", "it cannot be read")
    ]


def test_a_time_before_which_no_day_is() -> None:
    first = event(":20261124T080000Z", "RECURRENCE-ID:00010101T000000Z")
    moved = event(":20260101T080000Z", "RECURRENCE-ID:20260101T090000Z")
    assert times(read(calendar(first, moved, SERIES))) == [
        "2026-11-24 08:00", "2026-11-24 08:00", "2026-12-01 08:00"
    ]  # fmt: skip


def test_a_long_calendar_is_read_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    data = calendar(*(event(f":202611{24 + n % 4}T080000Z", uid=f"{n}") for n in range(9)), event(":never"))
    whole = read(data)
    monkeypatch.setattr("growth.exchange.text_parts._PART", 20)
    monkeypatch.setattr(ics, "AT_ONCE", 2)
    assert read(data) == whole == read(data.replace(b"\n", b"\r\n")) and len(whole.appointments) == 9


@pytest.mark.parametrize("data", [b"\xff\xfeB\0", b"BEGIN:VCALENDAR\n\xff\n", b"BEGIN:VCALENDAR\0"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(WrongUsage, match=r"work\.ics is"):
        read(data)


def test_a_byte_order_mark_and_every_end_of_a_line() -> None:
    text = calendar(event(":20261124T080000Z"))
    for data in (b"\xef\xbb\xbf" + text, text.replace(b"\n", b"\r\n"), text.replace(b"\n", b"\r")):
        assert times(read(data)) == ["2026-11-24 08:00"]
    assert read(b"BEGIN:VCALENDAR\nEND:VCALENDAR").appointments == ()


def test_what_is_over_is_not_looked_at() -> None:
    gone = [
        event(f":2016{1 + n % 12:02}01T080000Z", "RRULE:FREQ=X;UNTIL=20170101", uid=f"{n}") for n in range(30)
    ]
    assert times(read(calendar(*gone, event(":20261124T080000Z")))) == ["2026-11-24 08:00"]


def test_a_rule_that_takes_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ics, "SECONDS", 0.3)
    never = event(":20261101T080000Z", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")
    with pytest.raises(Refused, match=r"work\.ics takes more than 0\.3 s to unroll"):
        read(calendar(never))


def test_too_many_events_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ics, "MOST", 2)
    many = [event(":20261124T080000Z", uid=f"{n}") for n in range(3)]
    with pytest.raises(Refused, match=r"work\.ics has more than 2 events in those days"):
        read(calendar(*many))


DAYS = st.integers(-20, 40).map(lambda n: MIDNIGHT.date() + datetime.timedelta(n))
STAMP = DAYS.map(lambda day: f"{day:%Y%m%d}T080000Z")
RULE = st.one_of(
    st.just(""),
    st.just("RRULE:FREQ=WEEKLY"),
    STAMP.map(lambda stamp: f"RRULE:FREQ=DAILY;INTERVAL=3;UNTIL={stamp}"),
    STAMP.map(lambda stamp: f"RDATE:{stamp}"),
)
EVENTS = st.builds(
    lambda start, rule, of, uid, long: event(
        f":{start}", *filter(None, (rule, of and f"RECURRENCE-ID:{of}", long)), uid=uid
    ),
    STAMP,
    RULE,
    st.one_of(st.just(""), STAMP),
    st.sampled_from("abc"),
    st.sampled_from(["", "DURATION:PT1H", "DURATION:P4D"]),
)


TWICE = [
    event(f":{start}", "RECURRENCE-ID:20261121T080000Z") for start in ("20261121T080000Z", "20261124T080000Z")
]

# Two of one time, told in the order of the file, which the library does not keep.
TOGETHER = [
    event(":20261125T080000Z", f"RECURRENCE-ID:{of}T080000Z", uid="b") for of in ("20261124", "20261125")
]


@given(st.lists(EVENTS, max_size=5))
@example(TWICE)
@example(TOGETHER)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_is_left_unread_would_change_nothing(monkeypatch: pytest.MonkeyPatch, events: list[str]) -> None:
    data = calendar(*events)
    with monkeypatch.context() as patch:
        patch.setattr(ics, "near", lambda events, first, last, aside: list(events()))
        whole = read(data)
    assert read(data) == whole
    assert [*ics_near.near(list, MIDNIGHT.date(), MIDNIGHT.date(), Counter())] == []


PIECES = st.sampled_from(
    [
        "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE",
        "DTSTART:20261124T080000Z", "DTSTART;X=1:", "DTEND:20261124", "DTEND:19000101T000000",
        "DURATION:-P1D", "DURATION:PT", "RRULE:FREQ=WEEKLY;BYDAY=99MO",
        "RRULE:FREQ=YEARLY;BYEASTER=1", "RRULE:", "RRULE:FREQ=DAILY;COUNT=-1", "RDATE:20261125",
        "EXDATE:x", " folded", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261124T080000Z", "UID:a",
        "SEQUENCE:x", "STATUS:\u2028", "ATTENDEE:", "ORGANIZER;CN=^n:mailto:", "TZID:a",
        "X-GROWTH-NUMBER:7", "DTSTART;TZID=a:20261124T080000", "TZOFFSETTO:+9999",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=12))
@settings(deadline=None)
def test_whatever_stands_in_a_file_it_is_read_or_refused(lines: list[str]) -> None:
    for text in (
        "\n".join(lines),
        calendar("".join(f"{line}\n" for line in lines)).decode("utf-8", "replace"),
    ):
        wrapped = calendar("BEGIN:VEVENT\n", *(f"{line}\n" for line in lines), "END:VEVENT\n")
        for data in (text.encode("utf-8", "surrogatepass"), wrapped):
            try:
                found = read(data)
            except GrowthError as refused:
                assert refused.message
            else:
                assert all(one.start.tzinfo is not None for one in found.appointments)


def test_what_is_marked_as_private() -> None:
    marks = ("PUBLIC", "PRIVATE", "CONFIDENTIAL", "x-secret")
    found = read(
        calendar(*(event(":20261124T150000Z", f"CLASS:{mark}", uid=mark, summary=mark) for mark in marks))
    )
    assert {one.summary: one.private for one in found.appointments} == dict(
        zip(marks, (False, True, True, True), strict=True)
    )


def test_a_private_series_is_private_where_it_was_moved() -> None:
    series = event(":20261124T080000Z", "RRULE:FREQ=WEEKLY;COUNT=2", "CLASS:PRIVATE")
    moved = event(":20261202T080000Z", "RECURRENCE-ID:20261201T080000Z")
    assert [one.private for one in read(calendar(series, moved)).appointments] == [True, True]


def test_which_day_one_of_a_series_was_meant_for() -> None:
    series = event(";TZID=Europe/Berlin:20261126T003000", "RRULE:FREQ=WEEKLY;COUNT=2")
    moved = event(";TZID=Europe/Berlin:20261204T100000", "RECURRENCE-ID:20261202T233000Z")
    alone = event(":20261125T080000Z", uid="2")
    found = read(calendar(series, moved, alone)).appointments
    assert [(one.day.isoformat(), one.of and one.of.isoformat()) for one in found] == [
        ("2026-11-25", None), ("2026-11-25", "2026-11-26"), ("2026-12-04", "2026-12-03")
    ]  # fmt: skip
