"""Long lines on a terminal: broken between words, going on under where their text begins."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from growth.terminal.cells import width

if TYPE_CHECKING:
    from growth.terminal.screen import Part

_WORD = re.compile(r"[^ ]+")
# What a hint tells to type is copied whole.
_COMMAND = re.compile(r"(?:(?<=: )|(?<=  )|^)growth [^;,]+(?<! )")
_MARKER = re.compile(r" *(?:(?:[-*]|\d{1,3}[.)]) +)?")


def wrapped(parts: "tuple[Part, ...]", columns: int) -> "Iterator[tuple[Part, ...]]":
    """Yield a line as one or more that are at most `columns` wide; a word that is wider stays whole."""
    for line in _lines(parts):
        yield from _rows(line, columns)


def _text(part: "Part") -> str:
    return part if isinstance(part, str) else part[0]


def _lines(parts: "tuple[Part, ...]") -> "Iterator[tuple[Part, ...]]":
    """Yield the parts of each line of a text that holds several."""
    line: list[Part] = []
    for part in parts:
        first, *rest = _text(part).split("\n")
        line.append(_like(part, first))
        for text in rest:
            yield tuple(line)
            line = [_like(part, text)]
    yield tuple(line)


def _like(part: "Part", text: str) -> "Part":
    return text if isinstance(part, str) else (text, part[1])


def _rows(parts: "tuple[Part, ...]", columns: int) -> "Iterator[tuple[Part, ...]]":
    if any("\t" in _text(part) for part in parts):
        parts = tuple(_like(part, _text(part).expandtabs(4)) for part in parts)
    text = "".join(map(_text, parts))
    if width(text) <= columns:
        yield parts
        return
    indent = _indent(parts, columns)
    lead = ""
    for start, end in _spans(text, columns, indent):
        yield (*((lead,) if lead else ()), *_cut(parts, start, end))
        lead = " " * indent


def _indent(parts: "tuple[Part, ...]", columns: int) -> int:
    """Return where the longest part begins; where that leaves too little room, where the line does."""
    texts = list(map(_text, parts))
    longest = max(range(len(texts)), key=lambda number: len(texts[number]))
    before = width("".join(texts[:longest])) + _begins(texts[longest])
    return before if before <= columns // 2 else min(_begins("".join(texts)), columns // 2)


def _begins(text: str) -> int:
    """Return how far a text is indented; one of a list begins behind its marker."""
    found = _MARKER.match(text)
    return found.end() if found else 0


def _spans(text: str, columns: int, indent: int) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends in a text; the spaces at a break belong to none."""
    start = end = 0
    room = columns
    for first, last in _pieces(text, columns - indent):
        if text[start:end].strip(" ") and width(text[start:last]) > room:
            yield start, end
            start, room = first, columns - indent
        end = last
    yield start, len(text) if width(text[start:]) <= room else end


def _pieces(text: str, room: int) -> Iterator[tuple[int, int]]:
    """Yield where each word begins and ends; a command counts as one where there is room for it."""
    at = 0
    commands = [found.span() for found in _COMMAND.finditer(text) if width(found[0]) <= room]
    for first, last in (*commands, (len(text), len(text))):
        yield from (word.span() for word in _WORD.finditer(text, at, first))
        if last > first:
            yield first, last
        at = last


def _cut(parts: "tuple[Part, ...]", start: int, end: int) -> "Iterator[Part]":
    """Yield what lies between two places of a line, each piece in its style."""
    at = 0
    for part in parts:
        text = _text(part)
        piece = text[max(0, start - at) : max(0, end - at)]
        if piece:
            yield _like(part, piece)
        at += len(text)
