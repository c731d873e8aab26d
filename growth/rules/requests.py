"""Requests: their states and what enters each, who is late by how much, what may be done next."""

import datetime
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from growth.errors import Refused, WrongUsage
from growth.records.answer import Answer
from growth.records.dates import Day
from growth.records.person import Person
from growth.records.request import Request, RequestState
from growth.rules.day_words import ago, counted, day_words, near, times
from growth.rules.persons import means
from growth.text.fold import folded

# After so many days past the day it was due nobody answers any more.
PATIENCE = datetime.timedelta(days=14)
REMINDERS = 2
# Which states a request may be in before it enters a state. An answer is welcome at any time, but
# not to what its giver took back.
ENTERED_FROM: Mapping[RequestState, tuple[RequestState, ...]] = {
    "drafted": (),
    "sent": ("drafted", "sent"),
    "answered": ("drafted", "sent", "answered", "discussed", "closed", "declined"),
    "discussed": ("answered", "discussed"),
    "closed": ("drafted", "sent", "answered", "discussed", "declined"),
    "declined": ("drafted", "sent"),
    "withdrawn": ("drafted", "sent", "answered", "discussed", "closed", "declined", "withdrawn"),
}
OPEN = ("drafted", "sent")
_OVER = ("closed", "declined", "withdrawn", "expired")
_IS = {"drafted": "not sent yet", "sent": "not answered yet", "discussed": "talked over"}
_DONE = {"discussed": "talked over"}


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A request as it stands today: its state (`expired` is one, too), what to say of it, its answers."""

    request: Request
    state: str
    days_late: int
    words: str
    answers: tuple[str, ...] = ()


class Standings(msgspec.Struct, frozen=True, kw_only=True):
    """Requests by what comes next, those due first first; `drafted` were never sent, so that nobody
    is waited for; `over` the newest first."""

    drafted: tuple[Standing, ...] = ()
    waiting: tuple[Standing, ...] = ()
    answered: tuple[Standing, ...] = ()
    discussed: tuple[Standing, ...] = ()
    over: tuple[Standing, ...] = ()

    @property
    def late(self) -> int:
        """How many of those waited for are late."""
        return sum(one.days_late > 0 for one in self.waiting)


def state(request: Request, today: Day) -> str:
    """Return the state of a request today; one that nobody answered in time is expired."""
    expired = request.state in OPEN and request.due is not None and today > request.due + PATIENCE
    return "expired" if expired else request.state


def entered(request: Request, new: RequestState, **fields: object) -> Request:
    """Return a request in another state, or refuse where that does not follow."""
    if request.state not in ENTERED_FROM[new]:
        now, then = _IS.get(request.state, request.state), _DONE.get(new, new)
        same = request.state == new
        raise Refused(
            f"{request.id} to {request.person} is {now} " + ("already" if same else f"and cannot be {then}"),
            "see: growth feedback list --all",
        )
    return msgspec.structs.replace(request, state=new, **fields)


def reminded(request: Request, answers: Iterable[Answer], today: Day) -> Request:
    """Return a request after a nudge; only what was sent and is not answered can be asked for again."""
    if request.state not in OPEN:
        raise _over(request, [one for one in answers if one.request == request.id], today)
    if state(request, today) == "expired":
        raise Refused(f"{request.id} has expired", f"ask anew: growth feedback ask {request.person}")
    if request.state == "drafted":
        raise Refused(
            f"{request.id} to {request.person} was never sent",
            f"to send it, or where it is out already: growth feedback send {request.id}",
        )
    if len(request.reminded) >= REMINDERS:
        raise Refused(
            f"{request.person} was reminded of {request.id} {times(REMINDERS)} already",
            "ask in person, or let it be: growth feedback close " + request.id,
        )
    if today in (request.sent or request.day, *request.reminded):
        raise Refused(f"{request.id} went to {request.person} today", "give them some days")
    return entered(request, "sent", reminded=(*request.reminded, today))


def _over(request: Request, answers: Sequence[Answer], today: Day) -> Refused:
    """Return why nobody is reminded of a request that is over: its answer, or what became of it."""
    if not answers or request.state in ("declined", "withdrawn"):
        now = _IS.get(request.state, request.state)
        return Refused(f"{request.id} to {request.person} is {now}", "nobody is reminded of it")
    newest = max(answers, key=lambda one: (one.day, one.created))
    when = near(newest.day, today)
    on = "" if newest.day in (today, today - datetime.timedelta(days=1)) else "on "
    return Refused(f"{request.person} answered {request.id} {on}{when}", f"growth show {newest.id}")


def about(text: str, people: Sequence[Person]) -> str:
    """Return what feedback is about as a request keeps it: `me`, `@handle`, `+project` or words."""
    words = " ".join(text.split())
    if not words or words in ("@", "+"):
        raise WrongUsage("what it is about is empty", "--about me, a person, +project or words")
    if words.lower() == "me":
        return "me"
    found = next((person for person in people if means(words, person)), None)
    if found is not None:
        return f"@{found.handle}"
    if words.startswith("@"):
        raise Refused(f"I know nobody called {words[1:]!r}", "see: growth people list")
    return words


def subject(about: str, names: Mapping[str, str]) -> str:
    """Return what feedback is about in words, as they stand in a question: `me`, a name, a piece of work."""
    if about.startswith("@"):
        handle = about[1:]
        return next((name for known, name in names.items() if folded(known) == folded(handle)), handle)
    return about.removeprefix("+")


def standings(requests: Iterable[Request], answers: Iterable[Answer], today: Day) -> Standings:
    """Return how requests stand today."""
    by_request: dict[str, list[Answer]] = {}
    for answer in answers:
        by_request.setdefault(answer.request, []).append(answer)
    found = [standing(request, by_request.get(request.id, ()), today) for request in requests]
    found.sort(key=lambda one: (one.request.due or Day.max, one.request.day, one.request.id))
    newest = sorted(found, key=lambda one: (one.request.day, one.request.id), reverse=True)
    return Standings(
        drafted=tuple(one for one in found if one.state == "drafted"),
        waiting=tuple(one for one in found if one.state == "sent"),
        answered=tuple(one for one in found if one.state == "answered"),
        discussed=tuple(one for one in found if one.state == "discussed"),
        over=tuple(one for one in newest if one.state in _OVER),
    )


def standing(request: Request, answers: Sequence[Answer], today: Day) -> Standing:
    """Return how one request stands today."""
    now = state(request, today)
    over = (today - request.due).days if request.due and now == "sent" else 0
    return Standing(
        request=request,
        state=now,
        days_late=max(0, over),
        words=_words(request, now, answers, today),
        answers=tuple(answer.id for answer in answers),
    )


def _words(request: Request, now: str, answers: Sequence[Answer], today: Day) -> str:
    if now == "answered":
        days = [answer.day for answer in answers]
        return f"answered {near(max(days), today)}" if days else "answered"
    if now == "expired" and request.due:
        return f"expired, due {day_words(request.due, today)}"
    if now not in OPEN:
        return now
    over = (today - request.due).days if request.due else 0
    if now == "drafted":
        due = f", {'was ' if over > 0 else ''}due {near(request.due, today)}" if request.due else ""
        return f"{_IS[now]}{due}"
    said = []
    if request.due:
        said.append(f"{counted(over, 'day')} late" if over > 0 else f"due {near(request.due, today)}")
    else:
        said.append(f"asked {ago(request.sent or request.day, today)}")
    if request.reminded:
        said.append(f"reminded {times(len(request.reminded))}")
    return ", ".join(said)


def markers(requests: Iterable[Request]) -> set[str]:
    """Return the markers of questions that may still be answered."""
    alive = (request for request in requests if request.state not in ("closed", "withdrawn"))
    return {asked.marker for request in alive for asked in request.questions}
