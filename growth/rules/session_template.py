"""A template of a session: topics for its agenda, and what its notes ask for.

It is Markdown: a title, a few words for who holds the session, then a list of topics under
`## Agenda`, and a line for each question under `## Shared notes` and `## Private notes`.
"""

import re
from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from growth.errors import Refused
from growth.records.dates import Day
from growth.records.session import AgendaItem, Session
from growth.rules.session_form import without_private
from growth.text.fold import fold

SECTIONS = ("agenda", "shared notes", "private notes")
_TITLE = re.compile(r"# +(\S.*)")
_HEADING = re.compile(r"#+ *(.*)")
_TOPIC = re.compile(r"[-*+] +(?:\[ \] +)?(\S.*)")


class Topic(msgspec.Struct, frozen=True):
    """A topic for the agenda; a private one is for nobody but me."""

    text: str
    private: bool = False


class SessionTemplate(msgspec.Struct, frozen=True, kw_only=True):
    """What a session is begun with. `shared` and `private` are lines that ask for something."""

    title: str = ""
    about: str = ""
    topics: tuple[Topic, ...] = ()
    shared: tuple[str, ...] = ()
    private: tuple[str, ...] = ()


def parse(text: str, where: str, hint: str) -> SessionTemplate:
    """Read a template; an error names the line of `where` that cannot be read, and says `hint`."""
    lines = text.replace("\r\n", "\n").split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    title = _TITLE.fullmatch(lines[start].strip())
    if title is None:
        raise Refused(f"{where}, line {start + 1}: there stands no '# title'", hint)
    about: list[str] = []
    sections: dict[str, list[str]] = {name: [] for name in SECTIONS}
    into = about
    for number, line in enumerate(lines[start + 1 :], start=start + 2):
        heading = _HEADING.fullmatch(line.strip())
        if heading:
            name = heading[1].strip().lower()
            if not line.startswith("## ") or name not in sections:
                there = "'## Agenda', '## Shared notes' and '## Private notes'"
                raise Refused(f"{where}, line {number}: {line.strip()!r} is none of {there}", hint)
            into = sections[name]
        elif into is sections["agenda"] and line.strip() and not _TOPIC.fullmatch(line.strip()):
            raise Refused(f"{where}, line {number}: a topic begins with '- '", hint)
        else:
            into.append(line.strip())
    return SessionTemplate(
        title=title[1].strip(),
        about="\n".join(about).strip("\n"),
        topics=tuple(_topic(line) for line in sections["agenda"] if line),
        shared=tuple(line for line in sections["shared notes"] if line),
        private=tuple(line for line in sections["private notes"] if line),
    )


def _topic(line: str) -> Topic:
    match = _TOPIC.fullmatch(line)
    return Topic(*without_private(" ".join((match[1] if match else line).split())))


def raised(template: SessionTemplate, there: Iterable[AgendaItem], by: str, day: Day) -> list[AgendaItem]:
    """Return the topics that a template adds to an agenda: those that are not on it yet."""
    known = {fold(item.text) for item in there}
    return [
        AgendaItem(text=topic.text, by=by, private=topic.private, added=day)
        for topic in template.topics
        if fold(topic.text) not in known
    ]


def guiding(template: SessionTemplate) -> str:
    """Return what is said beside the form to who holds the session."""
    return "".join(f"{part}\n\n" for part in (template.title, template.about) if part)


def begun(session: Session, template: SessionTemplate) -> Session:
    """Return a session whose notes ask what the template asks, each once."""
    return replace(
        session,
        shared=_asking(session.shared, template.shared),
        private=_asking(session.private, template.private),
    )


def _asking(text: str, questions: Sequence[str]) -> str:
    lines = [line.strip() for line in text.split("\n")]
    new = [one for one in questions if not any(line.startswith(one) for line in lines)]
    return "\n\n".join([*([text] if text else []), *new])


def cleared(session: Session, template: SessionTemplate) -> Session:
    """Return a session without the questions that were left without a word."""
    return replace(
        session,
        shared=_answered(session.shared, template.shared),
        private=_answered(session.private, template.private),
    )


def _answered(text: str, questions: Sequence[str]) -> str:
    kept: list[str] = []
    said = False
    lines = text.split("\n")
    for line in reversed(lines):
        asks = line.strip() in questions
        if asks and not said:
            continue
        said = not asks and (said or bool(line.strip()))
        kept.append(line)
    if len(kept) == len(lines):
        return text
    return re.sub(r"\n{3,}", "\n\n", "\n".join(reversed(kept))).strip("\n")
