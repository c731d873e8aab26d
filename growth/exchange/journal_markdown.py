"""A journal as Markdown by month, or a note for each entry; the ones made for me read back as they were.

In what is for me a comment under each title holds the fields as JSON, which no reader of Markdown shows;
in a note, front matter does. What stands between the title and the text is told for people, and not read.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from growth.exchange import record_yaml, told_entry
from growth.exchange.chapters import TOLD
from growth.exchange.journal_sections import HEADING, Section, sections, typed
from growth.exchange.journal_sections import unread as not_read
from growth.exchange.jsonl import Bad, parsed
from growth.exchange.told_entry import Names
from growth.records.dates import Instant
from growth.records.entry import Entry
from growth.records.imported import Found, Misread
from growth.text import verbatim
from growth.text.clean import escaped

_COMMENT = re.compile(r"<!-- growth (\{.*\}) -->\s*$")
_MARKED = re.compile(r"^<!-- growth (?:\{.*\}|told) -->\s*$", re.MULTILINE)
_LINE = re.compile(r"\*.*\*\s*$")
UNDATED = "Without a day"


class Notes(NamedTuple):
    """What Markdown of ours holds: entries, each with its line, what is none, and what was left out.

    `found` are entries that were typed since, without a comment, and `unread` what is not taken of it.
    """

    entries: tuple[Entry, ...]
    lines: tuple[int, ...]
    misread: tuple[Misread, ...] = ()
    left: tuple[tuple[str, int], ...] = ()
    found: tuple[Found, ...] = ()
    unread: tuple[Misread, ...] = ()


class Style(NamedTuple):
    """How entries are written: the names of people, whether for me, and so that they read back."""

    names: Names
    for_me: bool = True
    exact: bool = True


def months(entries: Iterable[Entry], style: Style, level: int) -> str:
    """Return entries as Markdown, under a heading for each month."""
    parts = []
    for name, those in by_month(entries):
        parts += [f"{'#' * level} {name}", *(_entry(one, style, level + 1) for one in those)]
    return "\n\n".join(parts)


def note(entry: Entry, style: Style) -> str:
    """Return one entry as a note: with front matter where it is to read back, else told in a line."""
    title, body = f"# {verbatim.title(entry.title)}", verbatim.written(entry.body)
    if style.exact:
        parts = [record_yaml.write(entry), title, body]
    else:
        parts = [title, "\n".join(told_entry.lines(entry, style.names, for_me=style.for_me)), body]
    return "\n\n".join(part for part in parts if part) + "\n"


def by_month(entries: Iterable[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Yield months in words with their entries, the oldest first; what has no day comes last."""
    found: dict[str, list[Entry]] = {}
    for one in entries:
        month = UNDATED if one.precision == "none" else one.day.isoformat()[:7]
        found.setdefault(month, []).append(one)
    for key, those in sorted(found.items()):
        yield (key if key == UNDATED else f"{those[0].day:%B} {key[:4]}"), those


def _entry(entry: Entry, style: Style, level: int) -> str:
    comment = [f"<!-- growth {_json(entry)} -->"] if style.exact else []
    told = [*comment, *told_entry.lines(entry, style.names, for_me=style.for_me)]
    body = verbatim.written(entry.body)
    parts = [f"{'#' * level} {verbatim.title(entry.title)}", "\n".join(told), body]
    return "\n\n".join(part for part in parts if part)


def _json(entry: Entry) -> str:
    text = escaped(msgspec.json.encode(record_yaml.told(entry)).decode())
    # It must not end the comment that it stands in.
    return text.replace(">", "\\u003e").replace("<", "\\u003c")


# -- back -----------------------------------------------------------------------------------------------


def is_ours(text: str) -> bool:
    """Tell whether Markdown holds entries as they are written here, for me."""
    return record_yaml.is_ours(text) or _MARKED.search(text) is not None


def read(text: str, name: str, created: Instant) -> Notes:
    """Return the entries that Markdown of ours holds."""
    text = re.sub(r"\r\n|\r", "\n", text)
    matter = record_yaml.matter(text, name)
    if matter is None:
        return _document(text.split("\n"), created)
    lines = text.split("\n")
    at = next((n for n in range(matter.lines, len(lines)) if lines[n].strip()), len(lines))
    heading = HEADING.match(lines[at]) if at < len(lines) else None
    title = verbatim.read(heading[2] or "") if heading else ""
    start = at + 1 if heading else at
    below = [""] * start + lines[start:]
    found: list[Found] = []
    unread: list[Misread] = []
    whole, *more = sections(below, {}, -1)
    for section in more:
        _add(typed(below, section), found, unread)
    body = verbatim.read("\n".join(below[start : whole.end]))
    left = (("keys of front matter that no entry has", len(matter.strange)),) if matter.strange else ()
    try:
        entry = record_yaml.entry(matter.fields, title, body, created)
    except Bad as error:
        return Notes((), (), (Misread(1, title, str(error)),))
    return Notes((entry,), (1,), (), left, tuple(found), tuple(unread))


def _document(lines: list[str], created: Instant) -> Notes:
    entries: list[Entry] = []
    numbers: list[int] = []
    found: list[Found] = []
    misread: list[Misread] = []
    unread: list[Misread] = []
    marked = {_above(lines, at): at for at, line in enumerate(lines) if _COMMENT.match(line)}
    titles = {head: at for head, at in marked.items() if head >= 0 and HEADING.match(lines[head])}
    misread += [
        Misread(at + 1, lines[at], "no title stands above it")
        for head, at in marked.items() if head not in titles
    ]  # fmt: skip
    first = next((at for at, line in enumerate(lines) if HEADING.match(line)), -1)
    for section in sections(lines, titles):
        if section.sort == "marked":
            at = titles[section.head]
            try:
                entry, strange = _entry_of(lines, section, at, created)
            except Bad as error:
                misread.append(Misread(at + 1, lines[section.head], str(error)))
                continue
            entries.append(entry)
            numbers.append(at + 1)
            unread += strange
        elif section.sort == "typed":
            _add(typed(lines, section), found, unread)
        else:
            unread += not_read(lines, section, first=section.head == first and section.level == 1)
    told = sum(line.rstrip() == TOLD for line in lines)
    left = (("chapters that only JSON Lines bring back", told),) if told else ()
    return Notes(tuple(entries), tuple(numbers), tuple(misread), left, tuple(found), tuple(unread))


def _add(pieces: Iterable[Found | Misread], found: list[Found], unread: list[Misread]) -> None:
    for piece in pieces:
        if isinstance(piece, Found):
            found.append(piece)
        else:
            unread.append(piece)


def _entry_of(lines: list[str], section: Section, at: int, created: Instant) -> tuple[Entry, list[Misread]]:
    """Return an entry, and what was typed into the lines that only tell its fields."""
    heading = HEADING.match(lines[section.head])
    start = next((n for n in range(at + 1, section.end) if not lines[n].strip()), section.end)
    title = verbatim.read((heading and heading[2]) or "")
    body = verbatim.read("\n".join(lines[start : section.end]))
    entry = record_yaml.entry(_fields(lines[at]), title, body, created)
    ours = {line.rstrip() for line in told_entry.lines(entry, {}, for_me=True)}
    # People may be called otherwise now, so that the first line is known by its form.
    strange = [
        n for n in range(at + 1, start)
        if lines[n].rstrip() not in ours and not (n == at + 1 and _LINE.match(lines[n]))
    ]  # fmt: skip
    return entry, [Misread(n + 1, lines[n], "not read, the comment above says the fields") for n in strange]


def _above(lines: list[str], at: int) -> int:
    return next((n for n in range(at - 1, -1, -1) if lines[n].strip()), -1)


def _fields(line: str) -> dict[str, Any]:
    match = _COMMENT.match(line)
    value = parsed(match[1] if match else "")
    if not isinstance(value, dict):
        raise Bad("$", "its comment is no object")
    return value
