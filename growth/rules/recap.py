"""What was agreed in a session, safe to send: nothing of it is private, mood or workload."""

from collections.abc import Callable, Iterable

import msgspec

from growth.records.action import Action
from growth.records.dates import Day
from growth.records.person import Person
from growth.records.session import AgendaItem, Session
from growth.rules.audience import Audience, may_see, open_side
from growth.rules.day_words import day_words
from growth.rules.promises import concerns, promise
from growth.rules.session_words import openly

Namer = Callable[[str], str]


class Recap(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a recap, each line as it is read."""

    kind: str
    person: str
    day: Day
    called: str = ""
    spoken: tuple[str, ...] = ()
    shared: str = ""
    advised: tuple[str, ...] = ()
    tries: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    next: tuple[str, ...] = ()


def recap(
    session: Session,
    person: Person,
    actions: Iterable[Action],
    ahead: Iterable[AgendaItem],
    name: Namer,
    today: Day,
    whom: Audience,
) -> Recap | None:
    """Return the recap of a session that was held, or None where it is not for that person.

    `whom` is the person as an audience, `ahead` the agenda of the next one. What I am late with
    stands first of what is still open.
    """
    if not may_see(session, whom):
        return None
    what = openly(session)
    session = open_side(session)
    day = session.day or today
    told = sorted((one for one in actions if may_see(one, whom) and one.state != "dropped"), key=_order)
    agreed = [one for one in told if one.origin == session.id]
    older = [one for one in told if one.state == "open" and one not in agreed and concerns(one, person)]
    older.sort(key=lambda one: not (one.owner == "me" and promise(one, today).days_late))
    return Recap(
        kind=session.kind,
        person=person.name,
        day=day,
        called=what,
        spoken=tuple(item.text for item in session.agenda if item.state == "done"),
        shared=session.shared,
        advised=tuple(one.text for one in session.advice if one.kind == "advice"),
        tries=tuple(one.text for one in session.advice if one.kind == "try"),
        agreed=tuple(_promise(one, name, day) for one in agreed),
        open=tuple(_promise(one, name, day) for one in older if one.day <= day),
        next=tuple(item.text for item in ahead if not item.private),
    )


def told(found: Recap) -> int:
    """Return how many promises a recap tells of."""
    return len(found.agreed) + len(found.open)


def _order(action: Action) -> tuple[bool, Day, str]:
    return action.due is None, action.due or action.day, action.text


def _promise(action: Action, name: Namer, day: Day) -> str:
    if action.state == "done":
        return f"{name(action.owner)}: {action.text} (done)"
    due = f" (by {day_words(action.due, day)})" if action.due else ""
    return f"{name(action.owner)}: {action.text}{due}"


def text(found: Recap) -> str:
    """Return a recap as a text to be pasted into a chat."""
    what = found.called or ("1:1" if found.kind == "1on1" else "mentoring session")
    parts = [f"Our {what} on {found.day:%a} {found.day.day} {found.day:%b %Y} ({found.person})"]
    if found.spoken:
        parts.append(f"We spoke about: {'; '.join(found.spoken)}")
    if found.shared:
        parts.append(found.shared)
    for title, lines in (
        ("Advised", found.advised), ("To try", found.tries), ("Agreed", found.agreed),
        ("Still open", found.open), ("Next time", found.next),
    ):  # fmt: skip
        if lines:
            parts.append("\n".join([f"{title}:", *(f"- {line}" for line in lines)]))
    return "\n\n".join(parts) + "\n"
