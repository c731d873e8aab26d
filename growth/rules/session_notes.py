"""From the agenda to the notes: which session a day means, and what becomes of its topics."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from growth.errors import WrongUsage
from growth.records.dates import Day, Instant
from growth.records.person import Person
from growth.records.session import AgendaItem, ItemState, Session, SessionKind
from growth.rules import advice
from growth.rules.advice import Waiting
from growth.rules.agenda import carry, held, planned
from growth.rules.agreements import Agreement, DayOf, Who, agreement, agreements, named, stranger
from growth.rules.calendar_keys import bare
from growth.rules.session_form import Filled, Line, read_scale, topic, without_private
from growth.rules.to_ask import asked

# What the box of a line says of how it went, where no words do.
_BARE = {"x": "done", "-": "not tried"}
STATES: dict[str, ItemState] = {"x": "done", "-": "dropped"}


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """A session about to be noted. `stored` is that session as it lies in the store, if it does.

    `ahead` are the stored sessions without a day besides it, `waiting` the topics that stay for
    next time, `last` the session before it.
    """

    session: Session
    stored: Session | None = None
    ahead: tuple[Session, ...] = ()
    waiting: tuple[AgendaItem, ...] = ()
    last: Session | None = None


class Noted(msgspec.Struct, frozen=True, kw_only=True):
    """A session as it was noted, what was promised in it, and which older promises were marked.

    `strangers` stand before the colon of a topic, and are nobody known; `went` tells of earlier sessions.
    """

    session: Session
    agreements: tuple[Agreement, ...] = ()
    marks: tuple[tuple[str, str], ...] = ()
    strangers: tuple[str, ...] = ()
    went: tuple[Line, ...] = ()


def open_(sessions: Sequence[Session], person: Person, kind: SessionKind, day: Day, now: Instant) -> Opened:
    """Return the session of a day: the one held then, else the planned one, else a new one.

    Topics raised after that day, and all of them when a later session was held, wait for the next.
    """
    met = held(sessions, person, kind)
    ahead = planned(sessions, person, kind)
    items = [item for session in ahead for item in session.agenda]
    last = next((one for one in met if one.day and one.day < day), None)
    same = next((one for one in met if one.day == day), None)
    if same is not None and not bare(same):
        return Opened(session=same, stored=same, ahead=tuple(ahead), waiting=tuple(items), last=last)
    overtaken = any(one.day and one.day > day for one in met)
    agenda = [item for item in items if item.added <= day and not overtaken]
    waiting = tuple(item for item in items if item not in agenda)
    blank = Session(kind=kind, person=person.handle, created=now)
    # What only a calendar tells of is noted now, with the topics that waited for it.
    stored = same or (ahead[0] if ahead and not overtaken else None)
    session = replace(stored or blank, day=day, agenda=tuple(agenda))
    rest = tuple(one for one in ahead if one is not stored)
    return Opened(session=session, stored=stored, ahead=rest, waiting=waiting, last=last)


def settled(session: Session) -> Session:
    """Return a session that is over: a topic that is still open is carried on."""
    agenda = (replace(item, state="carried") if item.state == "open" else item for item in session.agenda)
    return replace(session, agenda=tuple(agenda))


def noted(opened: Opened, filled: Filled, who: Who, day_of: DayOf) -> Noted:
    """Return what a form, or plain notes, make of a session."""
    old = opened.session
    day = old.day or Day.min
    shared, promised = agreements(old.shared if filled.shared is None else filled.shared, who, day_of)
    more, besides = agreements(filled.more, who, day_of)
    if more and more not in shared:
        shared = f"{shared}\n\n{more}" if shared else more
    listed = tuple(
        agreement(line.text, who, day_of, done=line.mark == "x") for line in filled.actions if not line.ref
    )
    fields: dict[str, object] = {"shared": shared, "agenda": edited(old.agenda, filled.topics, day, who)}
    if filled.private is not None:
        fields["private"] = filled.private
    if filled.advice is not None:
        fields["advice"] = advice.kept(old.advice, filled.advice)
    for name in ("mood", "workload"):
        if name in filled.fields:
            fields[name], fields[f"{name}_words"] = read_scale(name, filled.fields[name])
    boxes = ((line.ref, line.mark == "x", line.text) for line in filled.questions)
    fields["asked"] = asked(old.asked, filled.fields.get("asked"), boxes)
    return Noted(
        session=settled(replace(old, **fields)),
        agreements=(*listed, *promised, *besides),
        marks=tuple((line.ref, line.mark) for line in filled.actions if line.ref),
        strangers=_strangers(old.agenda, filled.topics, who),
        went=filled.went,
    )


def _strangers(agenda: Sequence[AgendaItem], lines: Iterable[Line], who: Who) -> tuple[str, ...]:
    there = {topic(item) for item in agenda}
    found = (stranger(line.text, who) for line in lines if line.text not in there)
    return tuple(name for name in found if name)


def next_agenda(opened: Opened, session: Session) -> tuple[AgendaItem, ...]:
    """Return what the next session holds, once this one was noted as `session`."""
    return carry(session.agenda, opened.waiting, session.day or Day.max)


def marked(
    agenda: Sequence[AgendaItem], numbers: Iterable[int], state: Literal["done", "dropped"]
) -> tuple[AgendaItem, ...]:
    """Return an agenda with the topics of these numbers, counted from 1, done or dropped."""
    items = list(agenda)
    for number in numbers:
        if not 1 <= number <= len(items):
            there = f"there are {len(items)}" if items else "the agenda is empty"
            raise WrongUsage(f"there is no topic {number}", f"{there}; see the agenda for their numbers")
        items[number - 1] = replace(items[number - 1], state=state)
    return tuple(items)


def edited(agenda: Sequence[AgendaItem], lines: Iterable[Line], day: Day, who: Who) -> tuple[AgendaItem, ...]:
    """Return an agenda as the lines of a form left it. A topic whose line is gone stays open."""
    items = list(agenda)
    for line in lines:
        if not line.ref:
            items.append(_item(line, AgendaItem(text="", added=day), who))
        elif 1 <= int(line.ref) <= len(agenda):
            number = int(line.ref) - 1
            items[number] = _item(line, items[number], who)
        else:
            raise WrongUsage(f"there is no topic {line.ref}", "write a new one without a number")
    return tuple(items)


def _item(line: Line, old: AgendaItem, who: Who) -> AgendaItem:
    left = "open" if old.state in ("done", "dropped") else old.state
    state = STATES.get(line.mark, left)
    if line.text == topic(old):
        return replace(old, state=state)
    text, private = without_private(line.text)
    by, rest = named(text, who)
    return replace(old, text=rest, by=by or "me", private=private, state=state)


def check_told(those: Sequence[Waiting], lines: Iterable[Line]) -> None:
    """Refuse a line that has the number of none of them."""
    for line in lines:
        if not line.ref or not 1 <= int(line.ref) <= len(those):
            there = f"there are 1 to {len(those)}" if those else "nothing waits to be told"
            raise WrongUsage(f"there is no {line.ref or line.text!r} to tell about", there)


def told(those: Sequence[Waiting], lines: Iterable[Line], day: Day) -> list[tuple[Session, Session]]:
    """Return the sessions in which something was said, each as it was and with how it went."""
    changed: dict[str, tuple[Session, Session]] = {}
    for line in lines:
        one = those[int(line.ref) - 1]
        said = _went(line, one.advice.text)
        if said:
            old, new = changed.get(one.session.id, (one.session, one.session))
            items = list(new.advice)
            items[one.place] = replace(items[one.place], went=said, told=day)
            changed[one.session.id] = old, replace(new, advice=tuple(items))
    return list(changed.values())


def _went(line: Line, known: str) -> str:
    """Return what a line says of how it went: what stands behind the arrow, or else its box alone."""
    rest = line.text.removeprefix(known).strip()
    words = rest.partition(advice.ARROW)[2]
    return " ".join(words.split()) or _BARE.get(line.mark, "")
