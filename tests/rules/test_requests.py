"""Requests: states, who is late, what may be done next."""

import datetime
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from growth.errors import GrowthError, Refused, WrongUsage
from growth.records.answer import Answer
from growth.records.person import Person
from growth.records.request import Asked, Request, RequestState
from growth.rules.requests import (
    ENTERED_FROM,
    about,
    entered,
    markers,
    reminded,
    standing,
    standings,
    state,
    subject,
)

Day = datetime.date
TODAY = Day(2026, 11, 24)
NOW = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
ANA = Person(id="p261124-aaaa", name="Ana Silva", handles=("ana", "asilva"), created=NOW)
STATES: tuple[RequestState, ...] = get_args(RequestState)


def request(**fields: Any) -> Request:
    base: dict[str, Any] = {
        "id": "r261110-aaaa", "person": "ana", "day": Day(2026, 11, 10), "created": NOW,
        "questions": (Asked(marker="q7k3", text="What should I keep?"),),
    }  # fmt: skip
    return Request(**(base | fields))


def test_every_state_says_what_enters_it() -> None:
    assert set(ENTERED_FROM) == set(STATES)
    reached = {"drafted"}
    while more := {new for new, old in ENTERED_FROM.items() if set(old) & reached} - reached:
        reached |= more
    assert reached == set(STATES)


@given(some.sampled_from(STATES), some.sampled_from(STATES))
def test_a_state_is_entered_from_where_the_table_says_and_nowhere_else(
    old: RequestState, new: RequestState
) -> None:
    before = request(state=old)
    if old in ENTERED_FROM[new]:
        assert entered(before, new) == request(state=new)
    else:
        with pytest.raises(Refused):
            entered(before, new)


def test_a_refused_state_says_why() -> None:
    with pytest.raises(Refused) as refused:
        entered(request(state="closed"), "declined")
    assert (refused.value.message, refused.value.hint) == (
        "r261110-aaaa to ana is closed and cannot be declined",
        "see: growth feedback list --all",
    )
    with pytest.raises(Refused, match="is not answered yet and cannot be talked over"):
        entered(request(state="sent"), "discussed")
    with pytest.raises(Refused, match="r261110-aaaa to ana is closed already"):
        entered(request(state="closed"), "closed")
    with pytest.raises(Refused, match="is not sent yet and cannot be talked over"):
        entered(request(), "discussed")


def test_it_expires_two_weeks_after_the_day_it_was_due() -> None:
    due = Day(2026, 11, 10)
    found = [
        state(request(due=due, state=old), due + datetime.timedelta(days=days))
        for old, days in (("sent", 14), ("sent", 15), ("drafted", 15), ("answered", 15), ("closed", 99))
    ]
    assert found == ["sent", "expired", "expired", "answered", "closed"]
    assert state(request(state="sent"), Day(2030, 1, 1)) == "sent"


@pytest.mark.parametrize(
    ("fields", "days_late", "words"),
    [
        ({}, 0, "not sent yet"),
        ({"due": Day(2026, 11, 27)}, 0, "not sent yet, due Fri 27 Nov"),
        ({"due": Day(2026, 11, 20)}, 0, "not sent yet, was due Fri 20 Nov"),
        ({"state": "sent", "sent": Day(2026, 11, 17)}, 0, "asked 7 days ago"),
        ({"state": "sent", "due": Day(2026, 11, 24)}, 0, "due today"),
        ({"state": "sent", "due": Day(2026, 11, 23), "reminded": (TODAY,)}, 1, "1 day late, reminded once"),
        ({"state": "sent", "due": Day(2026, 11, 9)}, 0, "expired, due Mon 9 Nov"),
        ({"state": "declined", "due": Day(2026, 11, 9)}, 0, "declined"),
        ({"state": "answered", "due": Day(2026, 11, 20)}, 0, "answered yesterday"),
    ],
)
def test_what_is_said_of_a_request(fields: dict[str, Any], days_late: int, words: str) -> None:
    answer = Answer(id="f261123-aaaa", person="ana", day=Day(2026, 11, 23), created=NOW)
    found = standing(request(**fields), [answer] if fields.get("state") == "answered" else [], TODAY)
    assert (found.days_late, found.words) == (days_late, words)


def test_what_comes_next_comes_first_and_the_longest_late_before_all() -> None:
    asked = [
        request(id="r261110-cccc", due=Day(2026, 11, 27), state="sent"),
        request(id="r261110-bbbb", due=Day(2026, 11, 20), state="sent"),
        request(id="r261110-dddd"),
        request(id="r261110-eeee", state="answered"),
        request(id="r261110-ffff", state="discussed"),
        request(id="r261101-gggg", state="closed", day=Day(2026, 11, 1)),
        request(id="r261110-hhhh", state="sent", due=Day(2026, 11, 1)),
    ]
    answer = Answer(id="f261120-aaaa", person="ana", request="r261110-eeee", day=TODAY, created=NOW)
    found = standings(asked, [answer], TODAY)
    assert {
        name: [one.request.id[-4:] for one in getattr(found, name)] for name in found.__struct_fields__
    } == {
        "drafted": ["dddd"],
        "waiting": ["bbbb", "cccc"],
        "answered": ["eeee"],
        "discussed": ["ffff"],
        "over": ["hhhh", "gggg"],
    }
    assert (found.late, found.answered[0].answers, found.over[0].state) == (1, ("f261120-aaaa",), "expired")


def test_a_nudge_follows_what_was_sent_and_two_are_enough() -> None:
    sent = request(state="sent", sent=Day(2026, 11, 12))
    first = reminded(sent, (), TODAY)
    assert first == request(state="sent", sent=Day(2026, 11, 12), reminded=(TODAY,))
    with pytest.raises(Refused, match="went to ana today"):
        reminded(first, (), TODAY)
    with pytest.raises(Refused, match="went to ana today"):
        reminded(request(state="sent", sent=TODAY), (), TODAY)
    later = TODAY + datetime.timedelta(days=3)
    second = reminded(first, (), later)
    assert second.reminded == (TODAY, later)
    with pytest.raises(Refused) as refused:
        reminded(second, (), later + datetime.timedelta(days=3))
    assert (refused.value.message, refused.value.hint) == (
        "ana was reminded of r261110-aaaa twice already",
        "ask in person, or let it be: growth feedback close r261110-aaaa",
    )


GAVE = Answer(id="f261123-aaaa", person="ana", request="r261110-aaaa", day=TODAY, created=NOW)
GAVE_EARLIER = replace(GAVE, day=Day(2026, 11, 20))
OTHER = replace(GAVE, request="r261110-bbbb")


@pytest.mark.parametrize(
    ("fields", "answer", "message", "hint"),
    [
        ({}, OTHER, "r261110-aaaa to ana was never sent",
         "to send it, or where it is out already: growth feedback send r261110-aaaa"),
        ({"due": Day(2026, 11, 9)}, OTHER, "r261110-aaaa has expired", "ask anew: growth feedback ask ana"),
        ({"state": "answered"}, GAVE, "ana answered r261110-aaaa today", "growth show f261123-aaaa"),
        ({"state": "discussed"}, GAVE_EARLIER, "ana answered r261110-aaaa on Fri 20 Nov",
         "growth show f261123-aaaa"),
        ({"state": "closed"}, GAVE_EARLIER, "ana answered r261110-aaaa on Fri 20 Nov",
         "growth show f261123-aaaa"),
        ({"state": "closed"}, OTHER, "r261110-aaaa to ana is closed", "nobody is reminded of it"),
        ({"state": "withdrawn"}, GAVE, "r261110-aaaa to ana is withdrawn", "nobody is reminded of it"),
    ],
)  # fmt: skip
def test_nobody_is_reminded_of_what_was_not_sent_or_is_over(
    fields: dict[str, Any], answer: Answer, message: str, hint: str
) -> None:
    with pytest.raises(Refused) as refused:
        reminded(request(**fields), [answer], TODAY)
    assert (refused.value.message, refused.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("text", "kept", "words"),
    [
        ("me", "me", "me"),
        ("Me", "me", "me"),
        ("ana", "@ana", "Ana Silva"),
        ("@Asilva", "@ana", "Ana Silva"),
        ("+ranker", "+ranker", "ranker"),
        ("  the  ranker launch ", "the ranker launch", "the ranker launch"),
    ],
)
def test_what_feedback_is_about(text: str, kept: str, words: str) -> None:
    assert about(text, [ANA]) == kept
    assert subject(kept, {"ana": "Ana Silva", "asilva": "Ana Silva"}) == words


@pytest.mark.parametrize(("text", "error"), [("@zoe", Refused), (" ", WrongUsage), ("+", WrongUsage)])
def test_what_it_cannot_be_about(text: str, error: type[GrowthError]) -> None:
    with pytest.raises(error):
        about(text, [ANA])


def test_somebody_who_is_forgotten_is_named_by_the_handle() -> None:
    assert subject("@zoe", {}) == "zoe"


def test_markers_are_held_while_an_answer_may_come() -> None:
    asked = [
        request(state=name, questions=(Asked(marker=f"q{n}", text="?"),)) for n, name in enumerate(STATES)
    ]
    assert markers(asked) == {f"q{n}" for n, name in enumerate(STATES) if name not in ("closed", "withdrawn")}
