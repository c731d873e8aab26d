"""Read dated Markdown: brag documents, worklogs, weeknotes and notes of what was learned.

A bullet is an entry; what is nested under it is its body. Prose, or prose that leads up to bullets,
under a heading that is more than a date is one entry with the heading as its title. Headings give
the date, the kind and tags, and under `Projects` the project. A goal or a plan becomes a `note`,
because it is not something done.
"""

import heapq
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from growth.exchange import formats
from growth.exchange.closing_dates import closing
from growth.exchange.dated_headings import Head, Path
from growth.exchange.front_matter import TAGS, FrontMatter
from growth.exchange.front_matter_date import DATES, dated
from growth.exchange.heading_words import slug
from growth.exchange.leading_dates import Prefix, doubted, prefix
from growth.exchange.left_out import left_out
from growth.exchange.markdown_blocks import Block, Heading, Item, Mark, Prose, blocks, has_word, prepare
from growth.exchange.markdown_note import Note
from growth.exchange.markdown_text import is_picture, links, split_title
from growth.exchange.month_names import Names, in_language
from growth.exchange.written_dates import When
from growth.records.imported import Found, Misread, Reading, ReadOptions
from growth.records.packed import Packing, by_line, packed

FORMAT = "markdown"
_USED = frozenset((*DATES, *TAGS, "title"))
_MARKDOWN = re.compile(r"^(?: {0,3}#{1,6} +\S|[ \t]*[-*+•] +\S|---[ \t]*$)", re.MULTILINE)


class _Section(NamedTuple):
    """A heading, what stands under it up to the next one, and whether deeper headings follow."""

    head: Head
    blocks: list[Item | Prose]
    marks: bool
    leaf: bool


def _found(
    path: Path, line: int, title: str, body: str, when: When | None, start: Prefix | None = None, *, own: bool
) -> Found:
    kind, tags = path.kind, path.tags(own=own, dated=when is not None)
    if start and start.tick == " ":
        kind, tags = "note", (*tags, "plan")
    if path.span and when == path.when and title:
        title = f"{title} ({path.span})"
    title, rest = split_title(title)
    body = "\n\n".join(part for part in (rest, body.strip("\n")) if part)
    return Found(
        line=line,
        day=when.last if when else None,
        precision=when.precision if when else "none",
        kind=kind,
        title=title,
        body=body,
        tags=tuple(dict.fromkeys(tags)),
        project=path.project(own=own),
        links=links(f"{title}\n{body}"),
        spent=start.spent if start else None,
    )


def _first_line(body: str) -> str:
    line = next((line for line in body.split("\n") if has_word(line)), "")
    return line.strip().lstrip("-*+•> ").strip()


def _takes_closing(start: Prefix, path: Path) -> bool:
    """Tell whether a day at the end of a note is its own: that of a plan is when it is due."""
    exact = path.when is not None and path.when.first == path.when.last
    return not exact and start.tick != " " and path.kind != "note"


def _note(item: Item, path: Path, *, own: bool, deep: bool = False) -> Iterator[Found | Misread]:
    """Yield the entry that a bullet is; under a bullet that is only a date, those its bullets are."""
    start = prefix(item.text, path.around, path.names)
    if not deep and start.lead is None and _takes_closing(start, path):
        end = closing(start.rest, item.body, path.around, path.names)
        start = start._replace(lead=end, rest=end.rest if end else start.rest)
    if is_picture(f"{start.rest}\n{item.body}"):
        yield Misread(item.line, item.raw, "a picture without words")
        return
    lead = start.lead or (None if deep else doubted(start.rest, path.around, path.names))
    if lead and isinstance(lead.when, str):
        # It says a day of its own: that of the heading would be another one.
        kept = _found(path, item.line, item.text, item.body, None, own=own)
        yield Misread(item.line, item.raw, lead.when, kept)
        return
    when = lead.when if lead and isinstance(lead.when, When) else path.when
    if lead and not has_word(start.rest) and not deep and has_word(item.body):
        inner = list(blocks(prepare(item.body)))
        if inner and all(isinstance(block, Item | Mark) for block in inner):
            below = path.dated(when)
            for block in inner:
                if isinstance(block, Item):
                    moved = block._replace(line=block.line + item.body_line - 1)
                    yield from _note(moved, below, own=own, deep=True)
            return
    title = start.rest if has_word(start.rest) else _first_line(item.body) or item.text
    if lead and isinstance(lead.when, When) and not lead.when.whole and has_word(start.rest):
        title = f"{title} ({lead.written})"
    yield _found(path, item.line, title, item.body, when, start, own=own)


def _prose(part: Sequence[Prose], path: Path, title: str) -> Iterator[Found | Misread]:
    """Yield the entry that paragraphs make: with the title given, or with their first sentence."""
    line = part[0].line
    text = "\n\n".join(block.raw for block in part)
    if title:
        yield _found(path, line, title, text, path.when, own=False)
        return
    first, _, rest = text.partition("\n\n")
    if "```" in first or "~~~" in first:
        first, rest = _first_line(first) or first, text
    item = Item(line, " ".join(first.split()), rest, line, text)
    yield from _note(item, path, own=True, deep=True)


def _whole(section: _Section, path: Path) -> Found:
    """Return a section as one entry: prose with the lists that belong to it."""
    parts: list[str] = []
    for at, block in enumerate(section.blocks):
        close = at > 0 and isinstance(block, Item) and isinstance(section.blocks[at - 1], Item)
        parts.append(("\n" if close else "\n\n") + block.raw)
    head = section.head
    line = head.line or section.blocks[0].line
    return _found(path, line, head.label, "".join(parts), path.when, own=False)


def _is_dated(block: Prose, path: Path) -> bool:
    return prefix(" ".join(block.raw.split("\n\n")[0].split()), path.around, path.names).lead is not None


def _entries(section: _Section, path: Path) -> Iterator[Found | Misread]:
    """Yield the entries of a section."""
    head, parts = section.head, section.blocks
    prose = [block for block in parts if isinstance(block, Prose)]
    apart = [block for block in prose if _is_dated(block, path)]
    titled = bool(head.label) and head.sense is None
    # Bullets that prose leads up to belong to it; bullets that come first stand for themselves.
    leads = isinstance(parts[0], Prose) and len(prose) < len(parts)
    if titled and not apart and (head.when or leads):
        yield _whole(section, path)
        return
    # Between bullets a paragraph speaks for itself; alone it is what the heading announces.
    title = head.label if len(prose) == len(parts) else ""
    run: list[Prose] = []
    for block in parts:
        if isinstance(block, Item):
            yield from _note(block, path, own=True)
        elif run and block in apart:
            yield from _prose(run, path, "" if run[0] in apart else title)
            run = [block]
        else:
            run.append(block)
    if run:
        yield from _prose(run, path, "" if run[0] in apart else title)


def _footnotes(section: _Section, path: Path) -> Iterator[Misread]:
    """Yield the footnotes of a section: what they belong to stands elsewhere."""
    for block in section.blocks:
        if isinstance(block, Prose) and block.footnote:
            kept = _found(path, block.line, block.footnote, "", path.when, own=True)
            yield Misread(block.line, block.raw, "a footnote", kept)


def _without_footnotes(section: _Section) -> _Section:
    kept = [block for block in section.blocks if not (isinstance(block, Prose) and block.footnote)]
    return section._replace(blocks=kept)


def _bare(section: _Section, path: Path) -> Iterator[Found | Misread]:
    """Yield what a heading with nothing under it is: an entry if it is dated, else a question."""
    head = section.head
    if not section.leaf or not head.label or head.sense or section.marks or not head.line:
        return
    entry = _found(path, head.line, head.label, "", path.when, own=False)
    yield entry if head.when else Misread(head.line, head.text, "a heading with nothing under it", entry)


def _sections(parts: Iterable[Block], top: Head, path: Path) -> Iterator[tuple[_Section, list[int]]]:
    """Yield the sections of a file, each with the lines of it that are structure."""
    section, lines = _Section(top, [], False, False), list[int]()
    for block in parts:
        if isinstance(block, Heading):
            yield section._replace(leaf=block.level <= section.head.level), lines
            section, lines = _Section(path.head(block), [], False, False), [block.line]
        elif isinstance(block, Mark):
            section = section._replace(marks=True)
            lines.append(block.line)
        else:
            section.blocks.append(block)
    yield section._replace(leaf=True), lines


def _top(matter: FrontMatter, name: str, names: Names) -> tuple[Head, list[Misread]]:
    """Return what stands above all headings: the date and title of the front matter or the file's name."""
    when, misread = dated(matter, name, names)
    tags = tuple(tag for tag in map(slug, matter.tags) if tag)
    return Head(0, 0, "", matter.one("title"), when, None, tags), misread


def is_one(head: formats.Head) -> bool:
    """Tell whether a file is Markdown: by its ending; what has none, by its first lines."""
    if head.fault or head.ending in formats.TEXT_ENDINGS:
        return not head.fault
    return head.ending in ("", head.name.lower()) and bool(_MARKDOWN.search(head.text))


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return the entries of a Markdown file, undated where nothing tells the day."""
    names = in_language(options.lang, options.dates)
    note = Note(data, name, names)
    top, doubts = _top(note.matter, name, names)
    path = Path(top, note.outermost, names)
    found, misread = Packing[Found](), Packing[Misread]()
    structure = [*range(1, note.matter.lines + 1)]
    for section, lines in _sections(note.blocks, top, path):
        path.enter(section.head)
        structure += lines if not note.is_long else ()
        for piece in sorted(_pieces(section, path), key=lambda piece: piece.line):
            if isinstance(piece, Found):
                found.add(piece)
            else:
                misread.add(piece)
    structure += (line + 1 for line in note.hidden)
    doubts = sorted((*doubts, *note.matter.misread, *note.references.unused()), key=lambda piece: piece.line)
    return Reading(
        format=FORMAT,
        found=by_line(found.done()),
        misread=packed(heapq.merge(doubts, by_line(misread.done()), key=lambda piece: piece.line)),
        structure=tuple(sorted(set(structure))),
        left=left_out(note.left),
        columns=tuple((key, "") for key in note.matter.unused(_USED)),
    )


def _pieces(section: _Section, path: Path) -> Iterator[Found | Misread]:
    """Yield all that a section is."""
    if section.head.problem:
        yield Misread(section.head.line, section.head.text, section.head.problem)
    yield from _footnotes(section, path)
    section = _without_footnotes(section)
    yield from _entries(section, path) if section.blocks else _bare(section, path)
