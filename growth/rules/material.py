"""Records as material for evidence: what each says of my growth, and whose word that is."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

import msgspec

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.dates import Day, Period
from growth.records.entry import Entry, Learning, Shown
from growth.records.practice import Practice
from growth.records.session import Session
from growth.rules.consent import standing
from growth.rules.practices import told
from growth.rules.shown import is_planned
from growth.text.fold import folded

Source = Literal["self", "artefact", "peer", "manager"]
SOURCES: dict[str, str] = {
    "self": "my own word",
    "artefact": "something to look at",
    "peer": "a colleague",
    "manager": "a manager",
}
# What somebody is to me on a day: `manager`, `peer` …
Relation = Callable[[str, Day], str]


def _nobody(_person: str, _day: Day) -> str:
    return ""


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """One record that may be evidence. `kind` is that of an entry, else the word for the record.

    `source` is whose word it is, `self` that of whom it is about; `person` gave it, where that was
    not them. `texts` are its texts beside the title, by field. `led` is something that I led for others,
    `audience` for whom; `attended` is a talk of somebody else. `shows` are words for the themes of which
    good practice shows something.
    """

    id: str
    day: Day
    kind: str
    title: str
    texts: tuple[tuple[str, str], ...] = ()
    labels: tuple[str, ...] = ()
    source: Source = "self"
    person: str = ""
    led: bool = False
    shows: tuple[str, ...] = ()
    audience: str = ""
    attended: bool = False


def of_entry(entry: Entry, relation: Relation = _nobody) -> Material:
    """Return an entry as material; one with a link can be looked at by anybody, a note is my word of them."""
    learned, shown = entry.learning or Learning(), entry.shown or Shown()
    fields = (
        ("body", entry.body), ("impact", entry.impact), ("takeaway", learned.takeaway),
        ("project", entry.project), ("problem", shown.problem), ("reuse", shown.reuse),
        ("audience", shown.audience),
    )  # fmt: skip
    return Material(
        id=entry.id,
        day=entry.day,
        kind=entry.kind,
        title=entry.title,
        texts=tuple((name, text) for name, text in fields if text),
        labels=(*entry.tags, *entry.skills),
        source=_source(entry, relation),
        person="me" if entry.about else "",
        led=learned.led or shown.state == "given",
        audience=shown.audience,
        attended=shown.state == "attended",
    )


def _source(entry: Entry, relation: Relation) -> Source:
    if entry.links or (entry.shown and entry.shown.artefact):
        return "artefact"
    if not entry.about:
        return "self"
    return "manager" if relation(entry.about, entry.day) == "direct" else "peer"


def of_answer(answer: Answer, relation: Relation) -> Material:
    """Return an answer as material: what was said, not what was asked."""
    said = " ".join(reply.text for reply in answer.replies if reply.text)
    return Material(
        id=answer.id,
        day=answer.day,
        kind="answer",
        title=said or answer.unmatched,
        source="manager" if relation(answer.person, answer.day) == "manager" else "peer",
        person=answer.person,
    )


def of_session(session: Session, day: Day) -> Material:
    """Return the notes that both sides of a meeting may read as material."""
    return Material(id=session.id, day=day, kind="session", title=session.shared)


def of_action(action: Action, closed: Day) -> Material:
    """Return a promise that was kept as material."""
    return Material(id=action.id, day=closed, kind="action", title=action.text)


def of_practice(one: Practice) -> Material:
    """Return something of the practice register as material."""
    return Material(id=one.id, day=one.last.day if one.last else one.day, kind="practice", title=told(one))


def of_record(record: object, relation: Relation) -> Material | None:
    """Return any record as material; None for one that shows nothing, such as a person."""
    if isinstance(record, Entry):
        return of_entry(record, relation)
    if isinstance(record, Answer):
        return of_answer(record, relation)
    if isinstance(record, Session) and record.day is not None:
        return of_session(record, record.day)
    if isinstance(record, Action) and record.closed is not None:
        return of_action(record, record.closed)
    return of_practice(record) if isinstance(record, Practice) else None


def materials(
    period: Period,
    entries: Iterable[Entry],
    answers: Iterable[Answer] = (),
    sessions: Iterable[Session] = (),
    actions: Iterable[Action] = (),
    *,
    about: frozenset[str] = frozenset(),
    relation: Relation = lambda _person, _day: "peer",
) -> list[Material]:
    """Return what of a period may be evidence for me, or for somebody with the handles `about`.

    Of somebody else that is what I noted of them, what others said of them, and what they did of
    what they promised. An answer that was revised, or that I gave about somebody, is none for me.
    """
    found = [
        of_entry(entry, relation)
        for entry in entries
        if folded(entry.about) <= about and bool(entry.about) == bool(about) and not is_planned(entry)
    ]
    found += [
        of_answer(answer, relation)
        for answer in standing(answers)
        if answer.day in period and _is_about(answer, about)
    ]
    found += _meetings(sessions, period, about)
    found += [
        of_action(action, action.closed)
        for action in actions
        if action.state == "done"
        and action.closed is not None
        and action.closed in period
        and (folded(action.owner) <= about if about else action.owner == "me")
    ]
    return [material for material in found if material.title]


def _is_about(answer: Answer, about: frozenset[str]) -> bool:
    if about:
        return answer.about.startswith("@") and folded(answer.about) <= about
    return answer.manner != "given" and not answer.about.startswith("@")


def _meetings(sessions: Iterable[Session], period: Period, about: frozenset[str]) -> Iterator[Material]:
    for session in sessions:
        if session.day is None or session.day not in period or not session.shared:
            continue
        if not about or folded(session.person) <= about:
            yield of_session(session, session.day)
