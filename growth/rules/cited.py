"""Which records a document rests on, so that one can tell later whether they still say the same."""

import re
from collections.abc import Iterable

import msgspec

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment
from growth.records.dates import Day
from growth.records.entry import Entry, Shown
from growth.records.goal import Goal
from growth.records.mentorship import Mentorship
from growth.records.observation import Observation
from growth.records.practice import Practice
from growth.records.session import Session
from growth.rules import consent
from growth.rules.audience import open_side
from growth.rules.told_title import title_marks

Citable = Entry | Session | Action | Answer | Goal | Assessment | Mentorship | Observation | Practice

# Text of a record can be neither of these: a document makes headings and HTML in it literal.
_HEADING = re.compile(r"^## Records cited$|>Records cited</h2>", re.MULTILINE)
# Who may read a record, and when it was written, is no part of what it says.
_ASIDE = ("created", "changed", "share", "star", "source")
# Nor is what it is filed under: a tag or a project that gets another name changes no record's words.
_LABELS = ("tags", "project")
_MANNERS = {
    "asked": "answer to a request", "praise": "praise in passing", "advice": "advice in passing",
    "given": "feedback that I gave",
}  # fmt: skip
_LINE = re.compile(
    r"(?P<ref>(?:[\w.-]+:)?[a-z]\d{6}-[0-9a-hjkmnp-tv-z]{4})\b(?P<rest>.*)\b(?P<hash>[0-9a-f]{12})\b"
)


class Cited(msgspec.Struct, frozen=True, omit_defaults=True):
    """One record as it was when the document was made. `ref` has its owner before it when it is not mine.

    `marks` are the tags, people and project that stand in the title of an entry.
    """

    ref: str
    day: Day
    title: str
    hash: str
    marks: tuple[str, ...] = ()


class Claim(msgspec.Struct, frozen=True):
    """What a document says of a record: where it is, and the hash it had."""

    ref: str
    hash: str


def cite(record: Citable, owner: str = "") -> Cited:
    """Return the citation of a record of mine, or of somebody else's."""
    marks: tuple[str, ...] = ()
    if isinstance(record, Entry):
        title, marks = record.title, title_marks(record)
    elif isinstance(record, Session):
        title = "1:1" if record.kind == "1on1" else "mentoring session"
    elif isinstance(record, Answer):
        title = _MANNERS[record.manner]
    elif isinstance(record, Assessment):
        title = f"assessment against {record.ladder} {record.target}, {record.period}"
    elif isinstance(record, Mentorship):
        title = "mentorship"
    elif isinstance(record, Observation):
        title = "what was seen of a mentoring session"
    elif isinstance(record, Practice):
        title = f"{record.kind} {record.name}"
    else:
        title = record.text
    day = record.since if isinstance(record, Mentorship) else record.day or record.created.date()
    ref = f"{owner}:{record.id}" if owner else record.id
    return Cited(ref, day, title, content_hash(record), marks)


def content_hash(record: Citable) -> str:
    """Return a short hash over what a record says; of a session, over what both may read."""
    return _hash(record, *_LABELS, *(("about",) if _is_of_project(record) else ()))


def is_cited(record: Citable, hash_: str) -> bool:
    """Tell whether a record says what it said when a document gave it that hash."""
    # The first documents hashed labels, too: theirs hold as long as no label has got another name.
    return hash_ in (content_hash(record), _hash(record))


def _is_of_project(record: Citable) -> bool:
    return isinstance(record, Answer) and record.about.startswith("+")


def _hash(record: Citable, *labels: str) -> str:
    import hashlib

    # A hash over a mood of one to five would be as good as the mood.
    shown = consent.open_side(record) if isinstance(record, Answer) else open_side(record)
    if isinstance(shown, Entry) and shown.shown:
        # Who reused it since is no part of what it says.
        said = msgspec.structs.replace(shown.shown, reused_by=())
        shown = msgspec.structs.replace(shown, shown=None if said == Shown() else said)
    fields = {name: value for name, value in _fields(shown) if name not in (*_ASIDE, *labels)}
    return hashlib.sha256(msgspec.json.encode(fields, order="deterministic")).hexdigest()[:12]


def _fields(record: msgspec.Struct) -> Iterable[tuple[str, object]]:
    built: dict[str, object] = msgspec.to_builtins(record)
    return built.items()


def claims(document: str) -> tuple[Claim, ...]:
    """Return what the last section of a document, Markdown or HTML, says that it cites."""
    found = _HEADING.search(document)
    if not found:
        return ()
    matches = (_LINE.search(line) for line in document[found.end() :].splitlines())
    return tuple(Claim(match["ref"], match["hash"]) for match in matches if match)
