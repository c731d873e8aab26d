"""Homes in which every text field of every record holds a given text."""

import datetime
import json
import os
import shutil
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import tomli_w

from growth import files
from growth.exchange import bundle as bundles
from growth.exchange import ladder_toml, out_jsonl
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment, Evidence, Rating
from growth.records.bundle import Bundle, Header, Sender
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.kinds import KINDS, Record
from growth.records.ladder import Criterion, Ladder, Level, Theme
from growth.records.mentorship import Mentorship
from growth.records.person import Person, Relation
from growth.records.request import Request
from growth.records.session import AgendaItem, Session
from growth.records.wonder import Wonder
from growth.rules.bank import OWN, TOPIC
from growth.rules.question_sets import LONGEST

from .running import Ran, piped

TODAY = datetime.date(2026, 11, 24)
CREATED = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
S = typing.TypeVar("S", bound=msgspec.Struct)
LETTERS = {kind.word: kind.letter for kind in KINDS}
# What these fields hold is a reference or a name that the program itself makes; hostile ones are
# refused at the door, which test_doors.py shows.
REFERENCES = frozenset(
    ("id", "person", "owner", "handles", "mentorship", "origin", "about", "request", "revises", "follows",
     "promoted", "accepted")
)  # fmt: skip


def filled(kind: type[S], text: str, /, **fixed: Any) -> S:
    """Return a record of a kind with `text` in every field that holds text."""
    fields = dict(fixed)
    for field in msgspec.structs.fields(kind):
        if field.name in fields or (field.name in REFERENCES and not field.required):
            continue
        found = _filled(field.type, text)
        if found is None and field.required:
            found = _some(field.type)
        if found is not None:
            fields[field.name] = found
    return kind(**fields)


def _filled(of: Any, text: str) -> Any:
    if of is str:
        return text
    if typing.get_origin(of) in (typing.Union, types.UnionType):
        return next((made for one in typing.get_args(of) if (made := _filled(one, text)) is not None), None)
    if typing.get_origin(of) is tuple:
        inner = _filled(typing.get_args(of)[0], text)
        return None if inner is None else (inner,)
    if isinstance(of, type) and issubclass(of, msgspec.Struct):
        return filled(of, text) if of is not Relation else None
    return None


def _some(of: Any) -> Any:
    """Return a value for a field that has to have one and holds no text."""
    if typing.get_origin(of) is typing.Literal:
        return typing.get_args(of)[0]
    return {datetime.date: TODAY - DAY, datetime.datetime: CREATED, bool: True, int: 1}[of]


def rest(
    number: int, handle: str, text: str, made: list[Record], fill: Callable[..., Record] = filled
) -> list[Record]:
    """Return a private record of each kind that is not among those `made`."""
    out: list[Record] = []
    for kind in KINDS:
        if any(record.id[0] == kind.letter for record in made):
            continue
        fixed = {
            "id": identifier(kind.letter, number),
            "person": handle,
            "share": "private",
            "created": CREATED,
            "changed": None,
            "source": f"{kind.word} {text}",
        }
        names = {field.name for field in msgspec.structs.fields(kind.type)}
        record = fill(kind.type, text, **{name: value for name, value in fixed.items() if name in names})
        out.append(record)
    return out


def identifier(letter: str, number: int) -> str:
    """Return the id of the record that holds text `number`."""
    return f"{letter}261120-{number:04d}"


def of_mine(number: int, handle: str, text: str, *, relation: str, share: str = "manager") -> list[Record]:
    """Return a record of every kind, and of every state that shows other fields, with one text."""
    name: Any = relation
    reach: Any = share
    at = {"created": CREATED, "changed": None}
    key = 10 * number
    entries = [
        filled(
            Entry,
            text,
            id=identifier("j", key + n),
            day=TODAY - DAY * (1 + n),
            kind=kind,
            share=reach,
            star=n == 0,
            precision="day",
            people=(handle, text),
            source=f"entry {n} {text}",
            **at,
        )
        for n, kind in enumerate(("win", "challenge", "learning", "kudos", "review"))
    ]
    note = filled(
        Entry,
        text,
        id=identifier("j", key + 9),
        day=TODAY - DAY,
        kind="note",
        about=handle,
        share="private",
        precision="day",
        source=f"note {text}",
        **at,
    )
    topics = tuple(
        filled(AgendaItem, text, by=by, private=private, added=TODAY - DAY * 8, carried=n)
        for n, (by, private) in enumerate((("me", False), (handle, False), ("me", True)))
    )
    done = tuple(msgspec.structs.replace(one, state="done") for one in topics)
    told: Any = "person" if share == "manager" else share
    meetings: Any = ("1on1", "mentoring")
    sessions = [
        filled(
            Session,
            text,
            id=identifier("s", key + n),
            kind=meeting,
            person=handle,
            day=day,
            agenda=those,
            mood=4,
            workload=2,
            share=told,
            source=f"session {n} {text}",
            mentorship=identifier("m", key) if meeting == "mentoring" else "",
            **at,
        )
        for n, (meeting, day, those) in enumerate(
            (meeting, day, those)
            for meeting in meetings
            for day, those in ((TODAY - DAY * 7, done), (None, topics))
        )
    ]
    pairs = [
        filled(
            Mentorship,
            text,
            id=identifier("m", key + n),
            person=handle,
            role="mentor",
            since=TODAY - DAY * 90,
            until=until,
            share=told,
            source=f"pair {n} {text}",
            **at,
        )
        for n, until in enumerate((None, TODAY))
    ]
    states: Any = (
        ("me", "open", None),
        (handle, "open", None),
        ("me", "done", TODAY),
        (handle, "dropped", TODAY),
    )
    actions = [
        filled(
            Action,
            text,
            id=identifier("t", key + n),
            owner=owner,
            person=handle,
            state=state,
            closed=closed,
            day=TODAY - DAY * 9,
            due=TODAY - DAY * 2,
            moved=(TODAY - DAY * 5,),
            share=told,
            source=f"action {n} {text}",
            origin=sessions[0].id,
            **at,
        )
        for n, (owner, state, closed) in enumerate(states)
    ]
    person = filled(
        Person, text, id=identifier("p", key), handles=(handle,), relations=(Relation(name),), **at
    )
    request = filled(
        Request,
        text,
        id=identifier("r", key),
        person=handle,
        day=TODAY - DAY * 4,
        due=TODAY,
        state="sent",
        sent=TODAY - DAY * 4,
        reminded=(),
        share="private",
        source=f"request {text}",
        **at,
    )
    answer = filled(
        Answer,
        text,
        id=identifier("f", key),
        person=handle,
        request=request.id,
        day=TODAY - DAY,
        reader="manager",
        name="named",
        share="private",
        source=f"answer {text}",
        **at,
    )
    wonders = [
        filled(
            Wonder, text, id=identifier("w", key + n), day=TODAY - DAY * 40, answered=closed,
            source=f"wonder {n} {text}", **at,
        )
        for n, closed in enumerate((None, TODAY - DAY))
    ]  # fmt: skip
    made: list[Record] = [
        person, *entries, note, *sessions, *pairs, *actions, request, answer, *wonders,
    ]  # fmt: skip
    return made + rest(key, handle, text, made)


def of_theirs(number: int, handle: str, text: str) -> bytes:
    """Return a bundle that somebody made with one text in every field."""
    mine = [record for record in of_mine(number, "eva", text, relation="manager") if not _stays(record)]
    header = Header(
        growth="1",
        store=f"{number:016x}",
        sender=Sender(name=text, handle=handle, emails=()),
        audience="manager",
        to="eva",
        made=CREATED,
    )
    made = Bundle(
        header=header,
        entries=tuple(one for one in mine if isinstance(one, Entry)),
        sessions=tuple(one for one in mine if isinstance(one, Session)),
        mentorships=tuple(one for one in mine if isinstance(one, Mentorship)),
        actions=tuple(one for one in mine if isinstance(one, Action)),
        answers=(
            filled(
                Answer, text, id=identifier("f", 10 * number), person="me", about="@eva", manner="given",
                day=TODAY - DAY, created=CREATED, changed=None,
            ),
        ),
        assessments=(judged(10 * number, "eva", text),),
        goals=(
            filled(
                Goal, text, id=identifier("g", 10 * number), day=TODAY - DAY * 60, due=None, state="open",
                closed=None, created=CREATED, changed=None,
            ),
        ),
    )  # fmt: skip
    return bundles.write(made)


def judged(number: int, about: str, text: str) -> Assessment:
    """Return a finished assessment with one text in every field, the ladder's among them."""
    level = filled(Level, text, id="L1", rank=1, next=())
    criterion = filled(Criterion, text, id=text, theme=text, level="L1")
    return filled(
        Assessment, text, id=identifier("a", number), about=about, target="L1", start=TODAY - DAY * 30,
        end=TODAY + DAY, day=TODAY - DAY, finished=TODAY, reopened=(), levels=(level,),
        themes=(filled(Theme, text, id=text),), criteria=(criterion,),
        ratings=(filled(Rating, text, criterion=text, judgement="doing", day=TODAY),),
        evidence=(Evidence(criterion=text, record=identifier("f", number), up=True, why=text, day=TODAY),),
        created=CREATED, changed=None,
    )  # fmt: skip


def _stays(record: Record) -> bool:
    return isinstance(record, Person) or (isinstance(record, Entry) and bool(record.about))


def build(home: Path, mine: Mapping[str, str], theirs: Mapping[str, str] | None = None) -> list[Record]:
    """Make a home with records about each handle and a bundle from each; return the records of mine.

    `mine` is the text in my records, by handle, `theirs` that in the bundles and in people's names.
    """
    records: list[Record] = []
    given = theirs or mine
    for number, (handle, text) in enumerate(mine.items(), start=1):
        # One of them is my manager, whose sheet has parts of its own; the others report to me.
        made = of_mine(number, handle, text, relation="manager" if number == 1 else "direct")
        records += [
            msgspec.structs.replace(one, name=given[handle]) if isinstance(one, Person) else one
            for one in made
        ]
    _done(piped(home, ["import", "-f", "jsonl", "-", "--yes"], out_jsonl.write(records)))
    path = home.parent / "bundle.json"
    for number, (handle, text) in enumerate(given.items(), start=1):
        path.write_bytes(of_theirs(number, handle, text))
        _done(piped(home, ["bundle", "open", str(path), "--as", handle, "--yes"]))
    _done(piped(home, ["config", "set", "me.name", next(iter(mine.values()))]))
    files.make_private(home / "templates")
    files.write(home / "templates" / "hostile.toml", question_set(list(mine.values())).encode())
    files.write(home / "templates" / "1on1-own.toml", bank(list(mine.values())).encode())
    files.write(home / "templates" / "hostile.md", session_template(list(mine.values())).encode())
    files.make_private(home / "templates" / "ladders")
    files.write(home / "templates" / "ladders" / "hostile.toml", ladder(list(mine.values())))
    return records


def session_template(texts: Sequence[str]) -> str:
    """Return a template of a session with the texts, each on a line, wherever it holds any."""
    lines = [" ".join(text.split()) for text in texts]
    topics = "".join(f"- {line}\n" for line in lines)
    asked = "".join(f"To {line}\n" for line in lines)
    about = "".join(f"Of {line}\n" for line in lines)
    return f"# To {lines[0]}\n{about}## Agenda\n{topics}## Shared notes\n{asked}## Private notes\n{asked}"


def ladder(texts: Sequence[str]) -> bytes:
    """Return a ladder of two levels with the texts in its every field that is no id."""
    whole = "\n".join(texts)[:LONGEST]
    levels = tuple(Level(id=f"L{rank}", name=whole, rank=rank, track=whole) for rank in (1, 2))
    themes = tuple(Theme(id=f"t{n}", name=text, kind=text) for n, text in enumerate(texts))
    criteria = tuple(
        Criterion(
            id=f"c{n}-{level.id}", theme=f"t{n}", level=level.id, summary=text[:LONGEST],
            examples=(text[:LONGEST],), markers=(text[:LONGEST],),
        )
        for n, text in enumerate(texts)
        for level in levels
    )  # fmt: skip
    found = filled(
        Ladder, whole, key="hostile", levels=levels, themes=themes, criteria=criteria, created=CREATED
    )
    return ladder_toml.write(found)


def question_set(texts: Sequence[str]) -> str:
    """Return a set of questions with the texts in its every field."""
    whole = "\n".join(texts)
    steps = [text for text in texts if len(text) < LONGEST]
    rows = [
        {"id": number, "text": text, "kind": "scale", "scale": ["not yet", text], "hint": text}
        for number, text in enumerate(steps, start=1)
    ]
    return tomli_w.dumps({"title": whole, "aim": whole, "for": whole, "guidance": whole, "question": rows})


def bank(texts: Sequence[str]) -> str:
    """Return questions of one's own for 1:1s, with the texts as their words and topics."""
    rows = [
        {"id": number, "topic": text[:TOPIC], "depth": "light", "for": ["manager", "direct"], "text": text}
        for number, text in enumerate((text[:LONGEST] for text in texts), start=OWN)
    ]
    return tomli_w.dumps({"question": rows})


def questions(texts: Sequence[str]) -> str:
    """Return questions for 1:1s as others list them."""
    return json.dumps({"questions": [{"question": {"en": f"And {one}?"}, "category": one} for one in texts]})


def calendar(handle: str, text: str) -> str:
    """Return a calendar that says `text` wherever it can: a time with somebody, one in no zone, one past."""
    line = " ".join(text.replace("\0", "").split())
    # The oldest controls are refused there, as is what would end the quotes.
    zone = "".join(char for char in line if char >= " " and char not in '"\x7f')
    events = (
        f"UID:1\nDTSTART:20261124T150000Z\nSUMMARY:{line}\nATTENDEE;CN={handle}:mailto:x@example.net",
        f'UID:2\nDTSTART;TZID="{zone}":20261124T160000\nSUMMARY:{line}',
        f"UID:3\nDTSTART:20261120T130000Z\nDTEND:20261120T140000Z\nSUMMARY:{line}",
    )
    whole = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\n{whole}END:VCALENDAR\n"


def _done(ran: Ran) -> None:
    assert ran.code == 0, ran


def copy(home: Path, place: Path) -> Path:
    """Return a copy of a home, for a command that changes it."""
    shutil.rmtree(place, ignore_errors=True)
    # The program replaces its files, so that links will do; to its history alone it appends.
    shutil.copytree(home, place, copy_function=os.link)
    for path in (place / "history").iterdir():
        path.unlink()
        shutil.copy2(home / "history" / path.name, path)
    return place


def spoil(path: Path, data: bytes) -> None:
    """Change a file of a copy as something other than the program would."""
    path.unlink()
    files.write_new(path, data)
