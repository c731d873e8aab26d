"""A Markdown document of ours in sections: marked entries, what was typed since, and what is only told.

The text of an entry is written with its headings literal, so that a heading which stands there bare was
typed since: of the level of the entries it begins something new, and is no part of the one before it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from growth.exchange.chapters import END, TOLD
from growth.records.dates import Day
from growth.records.entry import ENTRY_KINDS
from growth.records.imported import Found, Misread
from growth.text import verbatim

HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?$")
# The line that tells an entry, as far as it can be read without its comment.
_DATED = re.compile(r"\*(\d{4}-\d\d-\d\d)(?: · ([^·*]+?))?(?: · (.+))?\*\s*$")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)")
_MONTH = re.compile(r"[A-Z][a-z]+ \d{4}\s*|Without a day\s*")
_AUDIENCE = re.compile(r"\*For you only\b.*\*\s*$")
_LEVEL = 3
Sort = Literal["marked", "typed", "title", "told", "other"]


class Section(NamedTuple):
    """Lines from a heading, which is line `head`, up to `end`; before the first heading `head` is -1."""

    sort: Sort
    head: int
    end: int
    level: int = 0


def sections(lines: Sequence[str], marked: Mapping[int, int], level: int = 0) -> Iterator[Section]:
    """Yield the sections of a document; `marked` are the titles of entries that have their comments.

    `level` is that of its entries, where it is known. In a note it is none, and only what has a day is one.
    """
    first = min(marked, default=-1)
    level = level or (_depth(lines[first]) if first >= 0 else _LEVEL)
    heads = list(_headings(lines, marked))
    found = Section("other", -1, len(lines))
    for number, at in enumerate(heads):
        depth = _depth(lines[at])
        after = heads[number + 1] if number + 1 < len(heads) else len(lines)
        inside = found.sort == "told" and depth > found.level and at not in marked
        # The end of a document is where people type, and what is told last has no end.
        if inside and not _is_entry(lines, at, after):
            continue
        sort = _sort(lines, at, after, level, marked=at in marked)
        if sort is None:
            continue
        if sort == "marked":
            level = depth
        yield found._replace(end=at)
        found = Section(sort, at, len(lines), depth)
    yield found


def _sort(lines: Sequence[str], at: int, after: int, level: int, *, marked: bool) -> Sort | None:
    """Return what begins with a heading, or None where it belongs to the text that it stands in."""
    depth = _depth(lines[at])
    if marked:
        return "marked"
    if depth < level and any(line.rstrip() == TOLD for line in lines[at:after]):
        return "told"
    if _day_line(lines, at, after) >= 0:
        return "typed"
    if depth > level:
        return None
    return "title" if depth == level else "other"


def _depth(line: str) -> int:
    heading = HEADING.match(line)
    return len(heading[1]) if heading else 0


def _headings(lines: Sequence[str], marked: Mapping[int, int]) -> Iterator[int]:
    """Yield the lines that are headings; in a fence that is closed there is none."""
    ends = iter([*sorted(marked), len(lines)])
    at, end, open_ = 0, next(ends), dict[str, int]()
    while at < len(lines):
        if at == end:
            end, open_ = next(ends), {}
        fence = _FENCE.match(lines[at])
        if fence and len(fence[1]) < open_.get(fence[1][0], len(fence[1]) + 1):
            close = _closed(lines, at, end, fence[1])
            if close:
                at = close
            else:
                # No longer one is closed before the next entry either: it is looked for once.
                open_[fence[1][0]] = len(fence[1])
        elif HEADING.match(lines[at]):
            yield at
        at += 1


def _closed(lines: Sequence[str], at: int, end: int, fence: str) -> int:
    marks = (n for n in range(at + 1, end) if (one := _FENCE.match(lines[n])) and one[1].startswith(fence))
    return next((n for n in marks if not lines[n].strip().strip(fence[0])), 0)


def _day_line(lines: Sequence[str], at: int, end: int) -> int:
    """Return the line that tells the day of what was typed under a heading, or -1."""
    first = next((n for n in range(at + 1, end) if lines[n].strip()), -1)
    return first if first >= 0 and _DATED.match(lines[first]) else -1


def _is_entry(lines: Sequence[str], at: int, end: int) -> bool:
    match = _DATED.match(lines[_day_line(lines, at, end)]) if _day_line(lines, at, end) >= 0 else None
    return match is not None and match[2] in ENTRY_KINDS


# -- what was typed -------------------------------------------------------------------------------------


def typed(lines: Sequence[str], section: Section) -> Iterator[Found | Misread]:
    """Yield the entry that was typed with a title and the line of its day, and what of it is not read."""
    told = _day_line(lines, section.head, section.end)
    match = _DATED.match(lines[told])
    words = HEADING.match(lines[section.head])
    title = verbatim.read(words[2] or "").strip() if words else ""
    if match is None:
        return
    kind = next((one for one in ENTRY_KINDS if one == (match[2] or "work")), "")
    try:
        day = Day.fromisoformat(match[1])
    except ValueError:
        yield _unread(lines, section.head, section.end, f"there is no day {match[1]}")
        return
    if not title or not kind:
        why = f"there is no kind {match[2]}" if title else "it has no title"
        yield _unread(lines, section.head, section.end, why)
        return
    body = verbatim.read("\n".join(lines[told + 1 : section.end])).strip("\n")
    yield Found(
        line=section.head + 1, day=day, precision="day", title=title, body=body,
        kind=kind,  # type: ignore[arg-type]  # It is one of the kinds.
    )  # fmt: skip
    if match[3]:
        yield Misread(told + 1, match[3], "without its comment only day and kind are read here")


def unread(lines: Sequence[str], section: Section, *, first: bool) -> Iterator[Misread]:
    """Yield what stands under no entry; `first` tells that the heading is that of the document."""
    start = section.head
    if section.sort == "told":
        # One without its end was exported before there was such a mark.
        ends = (n for n in range(start, section.end) if lines[n].rstrip() == END)
        start = _worded(lines, next(ends, section.end), section.end)
        why = "it belongs to no entry"
    elif section.sort == "title":
        why = "no line such as *2026-03-05 · win* stands under it"
    else:
        why = "it belongs to no entry"
        heading = HEADING.match(lines[start]) if start >= 0 else None
        if heading is None or first or _MONTH.fullmatch(heading[2] or ""):
            start = _worded(lines, start, section.end)
        if section.head < 0 and start < section.end and _AUDIENCE.match(lines[start]):
            start = _worded(lines, start, section.end)
    if start < section.end:
        yield _unread(lines, start, section.end, why)


def _worded(lines: Sequence[str], at: int, end: int) -> int:
    """Return the next line below one that says something, or the end."""
    return next((n for n in range(at + 1, end) if lines[n].strip()), end)


def _unread(lines: Sequence[str], start: int, end: int, why: str) -> Misread:
    last = next((n for n in range(end - 1, start, -1) if lines[n].strip()), start)
    upto = f" up to line {last + 1}" if last > start else ""
    return Misread(start + 1, lines[start], f"not read{upto}, {why}")
