"""A record as a piece of text that a program is given: its id, its day, what it says, whom it names."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.dates import Day
from growth.records.entry import Entry, Learning, Metric, Shown
from growth.records.goal import Goal
from growth.records.session import Session
from growth.rules.cited import cite
from growth.rules.told_title import told_title
from growth.text.clean import clean

Given = Entry | Session | Action | Answer | Goal
Name = Callable[[str], str]


class Piece(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One record as it is given. `people` are names, `hash` is that of what the record said."""

    ref: str
    day: Day | None = None
    head: str
    lines: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    hash: str = ""

    @property
    def text(self) -> str:
        """All that it says, its id and its day apart."""
        return "\n".join((self.head, *self.lines, *self.people))

    @property
    def block(self) -> str:
        """The piece as a program reads it."""
        day = f"{self.day}, " if self.day else ""
        named = [f"people: {', '.join(self.people)}"] if self.people else []
        return "\n  ".join((f"[{self.ref}] {day}{self.head}", *named, *self.lines))


def piece(record: Given, name: Name, whose: str = "") -> Piece:
    """Return a record as it is given; `name` says who a handle is, `whose` who handed it to me."""
    if isinstance(record, Entry):
        head, lines, people = _entry(record, name)
    elif isinstance(record, Session):
        head, lines, people = _session(record), _notes(record), (record.person,)
    elif isinstance(record, Action):
        head, lines = _promise(record, name), _lines("reason", record.why)
        people = tuple(one for one in (record.owner, record.person) if one not in ("", "me"))
    elif isinstance(record, Answer):
        head, lines, people = _answer(record, name)
    else:
        head, people = f"goal, {record.state}: {record.text}", ()
        lines = (*_lines("due", str(record.due or "")), *_looks(record))
    cited = cite(record)
    if whose:
        head, people = f"shared by {whose}, {head}", (whose, *people)
    return Piece(
        ref=cited.ref,
        day=None if isinstance(record, Entry) and record.precision == "none" else cited.day,
        head=clean(" ".join(head.split())),
        lines=tuple(clean(line) for line in lines),
        people=tuple(dict.fromkeys(clean(name(one)) for one in people)),
        hash=cited.hash,
    )


def _lines(label: str, text: str) -> tuple[str, ...]:
    """Return a text under its label, line by line; none where it says nothing."""
    first, *rest = text.strip().splitlines() or [""]
    return (f"{label}: {first}", *rest) if first else ()


def _entry(one: Entry, name: Name) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    learned, shown = one.learning or Learning(), one.shown or Shown()
    fields = (
        ("project", one.project), *(("number", _metric(metric)) for metric in one.metrics),
        ("changed", one.impact), ("takeaway", learned.takeaway), ("for", shown.audience),
        ("problem", shown.problem), ("to reuse", shown.reuse),
        ("reused by", ", ".join(map(name, shown.reused_by))),
        *(("link", link) for link in one.links), ("text", one.body),
    )  # fmt: skip
    lines = tuple(line for label, text in fields for line in _lines(label, text))
    people = (one.about, *one.named) if one.about else one.named
    return f"{one.kind}: {told_title(one, name)}", lines, people


def _metric(one: Metric) -> str:
    unit = f" {one.unit}" if one.unit else ""
    before = f"from {one.before}{unit} to " if one.before else ""
    return f"{one.name}, {before}{one.after}{unit}"


def _session(one: Session) -> str:
    kind = "1:1" if one.kind == "1on1" else "mentoring"
    return f"{kind}, held" if one.day else f"{kind}, the next one"


def _notes(one: Session) -> tuple[str, ...]:
    topics = [f"topic, {item.state}: {item.text}" for item in one.agenda]
    advice = [f"advised: {said.text}" + (f"; went: {said.went}" if said.went else "") for said in one.advice]
    return (*topics, *advice, *_lines("notes", one.shared))


def _promise(one: Action, name: Name) -> str:
    owner = "I" if one.owner == "me" else name(one.owner)
    due = f", due {one.due}" if one.due and one.state == "open" else ""
    closed = f" on {one.closed}" if one.closed else ""
    return f"promise, {one.state}{closed}{due}: {owner}: {one.text}"


def _answer(one: Answer, name: Name) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    given = one.manner == "given"
    head = f"feedback that I gave to {name(one.about.removeprefix('@'))}" if given else (
        f"feedback from {name(one.person)}"
    )  # fmt: skip
    lines: list[str] = []
    for reply in one.replies:
        rating = f" (step {reply.rating})" if reply.rating is not None else ""
        lines += [f"asked: {reply.question}{rating}", *_lines("said", reply.text)]
    about = one.about.removeprefix("@") if one.about.startswith("@") else ""
    return head, tuple(lines), tuple(who for who in (one.person, about) if who not in ("", "me"))


def _looks(one: Goal) -> Iterator[str]:
    for look in one.checkins:
        yield f"looked at on {look.day}: {look.text}{'' if look.moved else ' (no nearer)'}"


def pieces(records: Iterable[Given], name: Name, whose: str = "") -> tuple[Piece, ...]:
    """Return records as they are given, the oldest first."""
    return ordered(piece(record, name, whose) for record in records)


def ordered(found: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces in their order, the oldest first."""
    return tuple(sorted(found, key=lambda one: (one.day or Day.max, one.ref)))
