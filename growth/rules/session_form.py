"""The form of a session: fields, then agenda, actions, shared and private notes as sections."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from growth.errors import WrongUsage
from growth.records.dates import Day
from growth.records.session import Advice, AdviceKind, AgendaItem, Session, SessionKind
from growth.rules.advice import ARROW, Waiting, bare
from growth.rules.agenda import item_words
from growth.rules.day_words import day_words
from growth.rules.form import with_guide, without_guide
from growth.rules.promises import Promise
from growth.rules.to_ask import NAMED, SECTION, ToAsk, section

FIELDS = ("mood", "workload", "asked")
SECTIONS = ("Agenda", "Actions", "Shared notes", "Private notes")
# A mentoring session has these, too, above the others.
WENT, ADVISED, TRY = "How it went", "Advised", "To try"
MENTORING: dict[str, AdviceKind] = {ADVISED: "advice", TRY: "try"}
MARKS = {"done": "x", "dropped": "-"}
# In a 1:1 the others may be headings of somebody's own.
_HEADINGS: dict[SessionKind, re.Pattern[str]] = {
    "1on1": re.compile(rf"## ({'|'.join(SECTIONS)})[ \t]*", re.IGNORECASE),
    "mentoring": re.compile(rf"## ({'|'.join((*SECTIONS, WENT, *MENTORING))})[ \t]*", re.IGNORECASE),
}
# By its own this is no sign of a form: in plain notes it may be a heading, too.
_TO_ASK = re.compile(rf"## {SECTION}[ \t]*", re.IGNORECASE)
_FIELD = re.compile(r"([a-z]+):[ \t]*(.*)")
_BOX = re.compile(r"[-*+] ?\[([ xX-])\][ \t]+(\S.*)")
_NUMBER = re.compile(r"(\d+)\.[ \t]+(\S.*)")
_ID = re.compile(r"(t\d{6}-[0-9a-z]{4})\b.*")
_PRIVATE = "[private]"


class Line(msgspec.Struct, frozen=True):
    """A line with a box: `mark` is empty, `x` or `-`; `ref` a topic's number or an action's id, or empty."""

    mark: str
    ref: str
    text: str


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """What a form holds once it was edited. What it left out is None, and stays as it was.

    `more` is what was written without a form: shared notes to be added to those there are. A line of
    `went` has the number of what it tells of.
    """

    fields: dict[str, str] = {}
    topics: tuple[Line, ...] = ()
    actions: tuple[Line, ...] = ()
    shared: str | None = None
    private: str | None = None
    more: str = ""
    went: tuple[Line, ...] = ()
    advice: tuple[Advice, ...] | None = None
    questions: tuple[Line, ...] = ()


def topic(item: AgendaItem) -> str:
    """Return a topic as the form shows it."""
    by = "" if item.by == "me" else f"{item.by}: "
    return f"{by}{item.text}{' ' + _PRIVATE if item.private else ''}"


def show(
    session: Session,
    actions: Iterable[Promise],
    last: str,
    guide: str,
    waiting: Sequence[Waiting] = (),
    questions: Sequence[ToAsk] = (),
) -> str:
    """Return the form of a session as a text to be edited; `last` is what was said last time."""
    values = (scale(session.mood, session.mood_words), scale(session.workload, session.workload_words))
    fields = zip(FIELDS, (*values, " ".join(session.asked)), strict=True)
    head = "".join(f"{name + ':':<10}{value}".rstrip() + "\n" for name, value in fields)
    topics = "".join(
        f"- [{MARKS.get(item.state, ' ')}] {number}. {topic(item)}\n"
        for number, item in enumerate(session.agenda, start=1)
    )
    boxes = "".join(
        f"- [{MARKS.get(found.action.state, ' ')}] {found.action.id} "
        f"{found.action.owner}: {found.action.text} ({found.words})\n"
        for found in actions
    )
    carried = [
        f"{number}. {item_words(item)}" for number, item in enumerate(session.agenda, 1) if item.carried
    ]
    told = [guide.strip(), f"Waiting: {', '.join(carried)}" if carried else "", last.strip()]
    parts = (topics, boxes, _ended(session.shared), _ended(session.private))
    agenda, *rest = (f"## {name}\n{part}" for name, part in zip(SECTIONS, parts, strict=True))
    body = f"{agenda}\n{section(questions)}" + "\n".join(rest)
    if session.kind == "mentoring":
        body = f"{_mentoring(session, waiting)}{body}"
    return with_guide(f"{head}---\n{body}", "\n\n".join(part for part in told if part))


def _mentoring(session: Session, waiting: Sequence[Waiting]) -> str:
    """Return the sections that only a mentoring session has."""
    asked = "".join(f"- [ ] {number}. {one.advice.text} {ARROW} \n" for number, one in enumerate(waiting, 1))
    said = {
        name: "".join(f"- {one.text}\n" for one in session.advice if one.kind == kind)
        for name, kind in MENTORING.items()
    }
    parts = {WENT: asked, **said} if waiting else said
    return "".join(f"## {name}\n{part}\n" for name, part in parts.items())


def last_time(session: Session | None, today: Day) -> str:
    """Return what was noted last time, to be read beside the form."""
    if session is None or session.day is None:
        return ""
    parts = [f"Last time, {day_words(session.day, today)}:"]
    parts += [session.shared] if session.shared else []
    parts += [f"For you only: {session.private}"] if session.private else []
    for name, number, words in (
        ("mood", session.mood, session.mood_words),
        ("workload", session.workload, session.workload_words),
    ):
        parts += [f"{name}: {scale(number, words)}"] if number or words else []
    return "\n".join(parts)


def _ended(text: str) -> str:
    return f"{text}\n" if text else ""


def scale(number: int | None, words: str) -> str:
    """Return mood or workload as it is typed: `4 good, a bit nervous`."""
    return f"{number or ''} {words}".strip()


def read_scale(name: str, text: str) -> tuple[int | None, str]:
    """Read mood or workload: a number from 1 to 5, words, or both."""
    match = re.fullmatch(r"(\d+)?(?:\s*/\s*5)?[\s,:;-]*(.*)", text.strip())
    number = int(match[1]) if match and match[1] else None
    if number is not None and not 1 <= number <= 5:
        raise WrongUsage(f"{name} is {number}", "it goes from 1 to 5")
    return number, match[2] if match else text


def is_form(text: str, kind: SessionKind = "1on1") -> bool:
    """Tell a form from plain notes: it has one of the headings."""
    return any(_HEADINGS[kind].fullmatch(line) for line in text.split("\n"))


def read(text: str, kind: SessionKind = "1on1") -> Filled:
    """Read a form back. Plain notes without a heading are all shared."""
    text = without_guide(text)
    if not is_form(text, kind):
        return Filled(more=text.strip("\n"))
    head: list[str] = []
    sections: dict[str, list[str]] = {}
    into = head
    for line in text.split("\n"):
        match = _HEADINGS[kind].fullmatch(line)
        if _TO_ASK.fullmatch(line):
            into = sections.setdefault(SECTION, [])
        elif match:
            into = sections.setdefault(match[1].capitalize(), [])
        else:
            into.append(line)
    return Filled(
        fields=_fields(head),
        topics=tuple(_lines("Agenda", sections.get("Agenda", []), _NUMBER)),
        actions=tuple(_lines("Actions", sections.get("Actions", []), _ID)),
        shared=_text(sections.get("Shared notes")),
        private=_text(sections.get("Private notes")),
        went=tuple(_lines(WENT, sections.get(WENT, []), _NUMBER)),
        advice=_advice(sections),
        questions=tuple(_lines(SECTION, sections.get(SECTION, []), NAMED)),
    )


def _advice(sections: dict[str, list[str]]) -> tuple[Advice, ...] | None:
    if not sections.keys() & MENTORING.keys():
        return None
    return tuple(
        Advice(text=text, kind=kind)
        for name, kind in MENTORING.items()
        for line in sections.get(name, [])
        if (text := bare(line))
    )


def _text(lines: list[str] | None) -> str | None:
    return None if lines is None else "\n".join(line.rstrip() for line in lines).strip("\n")


def _fields(lines: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        match = _FIELD.fullmatch(line.strip())
        if match and match[1] in FIELDS:
            fields[match[1]] = match[2].strip()
        elif line.strip() not in ("", "---"):
            raise WrongUsage(
                f"line {number} of the form is {line!r}",
                f"above the sections stand {', '.join(FIELDS)}; notes go under '## Shared notes'",
            )
    return fields


def _lines(section: str, lines: list[str], reference: re.Pattern[str]) -> Iterable[Line]:
    for line in lines:
        if not line.strip():
            continue
        box = _BOX.fullmatch(line.strip())
        if not box:
            raise WrongUsage(
                f"under '## {section}' stands {line.strip()!r}", "each line there begins with '- [ ] '"
            )
        found = reference.fullmatch(box[2])
        rest = (found[2] if found.lastindex == 2 else "") if found else box[2]
        yield Line(box[1].strip().lower(), found[1] if found else "", rest.strip())


def without_private(text: str) -> tuple[str, bool]:
    """Return a topic's text, and whether it was marked as private."""
    bare = text.removesuffix(_PRIVATE)
    return bare.strip(), bare != text
