"""The agenda: what is open with somebody, and how a topic lives on until it is done or dropped."""

from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace

from growth.records.dates import Day
from growth.records.person import Person
from growth.records.session import AgendaItem, Session, SessionKind
from growth.rules.day_words import times
from growth.rules.persons import handles
from growth.text.fold import folded


def with_person(sessions: Iterable[Session], person: Person, kind: SessionKind = "1on1") -> list[Session]:
    """Return the sessions of one kind with one person, in their order."""
    names = handles(person)
    return [one for one in sessions if one.kind == kind and folded(one.person) & names]


def of_pair(sessions: Iterable[Session], mentorship: str, others: Collection[str]) -> list[Session]:
    """Return the sessions of one mentorship; `others` are the open ones with the same person besides it.

    A session that names none, such as an imported one, is told of each. A planned one that a closed
    mentorship has left behind goes on in this one.
    """
    return [
        one
        for one in sessions
        if one.mentorship in (mentorship, "") or (one.day is None and one.mentorship not in others)
    ]


def planned(sessions: Iterable[Session], person: Person, kind: SessionKind = "1on1") -> list[Session]:
    """Return the next session, which has no day yet; more than one where two people were merged."""
    return [session for session in with_person(sessions, person, kind) if session.day is None]


def held(sessions: Iterable[Session], person: Person, kind: SessionKind = "1on1") -> list[Session]:
    """Return the sessions that took place, the newest first."""
    those = [session for session in with_person(sessions, person, kind) if session.day is not None]
    return sorted(those, key=lambda session: (session.day or Day.min, session.id), reverse=True)


def last_day(
    sessions: Iterable[Session], person: Person, today: Day, kind: SessionKind = "1on1"
) -> Day | None:
    """Return the day on which I last met somebody, or None."""
    days = [session.day for session in held(sessions, person, kind) if session.day and session.day <= today]
    return days[0] if days else None


def open_items(
    sessions: Iterable[Session], person: Person, kind: SessionKind = "1on1"
) -> tuple[AgendaItem, ...]:
    """Return what is to be talked about next time, in the order it was raised."""
    items = [item for session in planned(sessions, person, kind) for item in session.agenda]
    return tuple(item for item in items if item.state == "open")


def item_words(item: AgendaItem) -> str:
    """Return how long a topic has been waiting: `raised 3 times in a row`, or nothing for a new one."""
    if not item.carried:
        return ""
    if item.by != "me":
        return f"raised {times(item.carried + 1)} in a row"
    return f"carried over {times(item.carried)}"


def carried_on(item: AgendaItem, day: Day) -> AgendaItem:
    """Return a topic as the session after the one of `day` gets it.

    One raised in that session itself, or on its day, was not waiting yet: it counts once.
    """
    return replace(item, state="open", carried=item.carried + (item.added < day))


def carry(agenda: Sequence[AgendaItem], waiting: Sequence[AgendaItem], day: Day) -> tuple[AgendaItem, ...]:
    """Return the next agenda after a session on `day` whose `agenda` is settled; `waiting` is what it has.

    What that session left open comes first. A topic that it settles after all, because its notes
    were opened again, is taken out; one that is there already stays as it is.
    """
    left = [carried_on(item, day) for item in agenda if item.state == "carried"]
    settled = {_key(carried_on(item, day)) for item in agenda if item.state in ("done", "dropped")}
    # The same words may have been settled once and raised anew.
    settled -= {_key(item) for item in left}
    there = {_key(item) for item in waiting}
    kept = [item for item in waiting if item.state != "open" or _key(item) not in settled]
    return (*(item for item in left if _key(item) not in there), *kept)


def _key(item: AgendaItem) -> tuple[str, str, Day, int]:
    return item.text, item.by, item.added, item.carried
