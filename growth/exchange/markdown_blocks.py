"""Cut Markdown into headings, notes (bullets) and prose, each with the line it starts on.

Not a renderer: the text of a block stays as it was written. A fence or a comment that is never
closed is text, so that one typing error cannot swallow the rest of a file.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Bounded: the lengths of unclosed fences are tried one by one, each through the whole text.
_FENCE = re.compile(r"\s*(?:[-*+] +)?(`{3,20}|~{3,20})(.*)$")
_RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+(.*))?$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})\s*$")
_ITEM = re.compile(r"(\s*)([-*+•]|\d{1,9}[.)])(?:\s+|$)(.*)$")
_CONTENTS = re.compile(r"\s*(?:[-*+] +)?\[[^\[\]]*\]\(#[^()\s]*\)\s*$")
_QUOTE = re.compile(r"\s*[>|]")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\[\]\s]+\]:\s*(?=\S)")


class Heading(NamedTuple):
    line: int
    level: int
    text: str


class Item(NamedTuple):
    """A bullet: its first paragraph in one line, the rest as Markdown, and all of it as written."""

    line: int
    text: str
    body: str
    body_line: int
    raw: str


class Prose(NamedTuple):
    line: int
    raw: str

    @property
    def footnote(self) -> str:
        """What a footnote says, without its number; nothing where it is none."""
        mark = _FOOTNOTE.match(self.raw)
        return " ".join(self.raw[mark.end() :].split()) if mark else ""


class Mark(NamedTuple):
    """Lines that say nothing of their own: rules, dashes, a table of contents."""

    line: int


Block = Heading | Item | Prose | Mark


class Source(NamedTuple):
    """The lines of a text, where its fenced blocks end, and which lines only held a comment."""

    lines: list[str]
    fences: dict[int, int]
    hidden: list[int]


def has_word(text: str) -> bool:
    """Tell whether there is a letter or a digit in `text`."""
    return any(char.isalnum() for char in text)


def indent(line: str) -> int:
    """Return how far a line is set in; a tab goes to the next multiple of four."""
    blank = line[: len(line) - len(line.lstrip())]
    return len(blank.expandtabs(4))


def _closing(lines: list[str], start: int, fence: str) -> int:
    close = re.compile(rf"\s*{re.escape(fence[0])}{{{len(fence)},}}\s*$")
    return next((at for at in range(start + 1, len(lines)) if close.match(lines[at])), -1)


def _opening(line: str, start: int) -> int:
    """Return where a comment opens at or after `start`, outside of inline code, or -1."""
    at = line.find("<!--", start)
    while at >= 0 and line.count("`", start, at) % 2:
        tick = line.find("`", at)
        if tick < 0:
            break
        start, at = tick + 1, line.find("<!--", tick + 1)
    return at


def _uncomment(lines: list[str], at: int) -> tuple[int, bool]:
    """Take the comments out of the line `at` and those after it that they reach over.

    Return the last line touched, and whether all were closed; one that is not is left as text.
    """
    kept: list[str] = []
    line, start = lines[at], 0
    while (opens := _opening(line, start)) >= 0:
        end, closes = at, line.find("-->", opens + 2)
        while closes < 0 and end + 1 < len(lines):
            end += 1
            closes = lines[end].find("-->")
        if closes < 0:
            lines[at] = "".join(kept) + line[start:]
            return at, False
        kept.append(line[start:opens])
        if end > at:
            # What stood before a comment of several lines stays on its first one.
            lines[at:end] = ["".join(kept), *[""] * (end - at - 1)]
            kept = []
        at, line, start = end, lines[end], closes + 3
    lines[at] = "".join(kept) + line[start:]
    return at, True


def prepare(text: str) -> Source:
    """Split `text` into lines, find its fences and take its comments out."""
    lines = re.split(r"\r\n|\n|\r", text)
    source = Source(lines, {}, [])
    unclosed: dict[str, int] = {}
    comments = True
    at = 0
    while at < len(lines):
        fence = _FENCE.match(lines[at])
        if fence and (fence[1][0] == "~" or "`" not in fence[2]):
            size = unclosed.get(fence[1][0], 1_000_000)
            end = _closing(lines, at, fence[1]) if len(fence[1]) < size else -1
            if end > 0:
                source.fences[at] = end
                at = end + 1
                continue
            unclosed[fence[1][0]] = min(size, len(fence[1]))
        if comments and "<!--" in lines[at]:
            end, comments = _uncomment(lines, at)
            source.hidden.extend(line for line in range(at, end + 1) if not lines[line].strip())
            at = end
        at += 1
    return source


def _starts(source: Source, at: int) -> bool:
    """Tell whether a line ends the paragraph before it."""
    line = source.lines[at]
    item = _ITEM.match(line)
    return bool(
        at in source.fences
        or _HEADING.match(line)
        or _RULE.match(line)
        or _FOOTNOTE.match(line)
        or (item and item[3] and (not item[2][0].isdigit() or item[2][:-1] == "1"))
    )


def _item_end(source: Source, start: int, base: int) -> int:
    """Return the line after the item that starts at `start` with its bullet set in by `base`."""
    lines = source.lines
    at = end = source.fences.get(start, start) + 1
    blank = False
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            blank = True
            at += 1
            continue
        deep = indent(line) >= base + 2
        if not deep and (blank or _starts(source, at) or _ITEM.match(line)):
            break
        at = source.fences.get(at, at) + 1
        end, blank = at, False
    return end


def _item(source: Source, start: int, end: int, first: str, base: int) -> Item:
    lines = source.lines
    raw = dedent(lines[start:end], base)
    if start in source.fences:
        offset = lines[start].index(first)
        return Item(start + 1, "", dedent([" " * offset + first, *lines[start + 1 : end]]), start + 1, raw)
    title = [first]
    at = start + 1
    while at < end and lines[at].strip() and not _starts(source, at) and not _is_block(lines[at]):
        title.append(lines[at].strip())
        at += 1
    text = " ".join(" ".join(title).split())
    return Item(start + 1, text, dedent(lines[at:end]), at + 1, raw)


def _is_block(line: str) -> bool:
    return bool(_ITEM.match(line) or _QUOTE.match(line))


def dedent(lines: list[str], by: int | None = None) -> str:
    """Return lines as one text, moved left by the least indent of them or by `by`."""
    wide = [line.expandtabs(4) if line[:1].isspace() else line for line in lines]
    least = min((indent(line) for line in wide if line.strip()), default=0) if by is None else by
    return "\n".join(line[min(least, indent(line)) :].rstrip() for line in wide).strip("\n")


def _paragraph(source: Source, start: int) -> tuple[Block, int]:
    lines = source.lines
    at = source.fences.get(start, start) + 1
    if start not in source.fences:
        if at < len(lines) and (line := _UNDERLINE.match(lines[at])) and has_word(lines[start]):
            return Heading(start + 1, 1 if line[1][0] == "=" else 2, " ".join(lines[start].split())), at + 1
        while at < len(lines) and lines[at].strip() and not _starts(source, at):
            at += 1
    raw = dedent(lines[start:at])
    return (Prose(start + 1, raw) if has_word(raw) else Mark(start + 1)), at


def _empty(item: Item) -> bool:
    lines = [line for line in (item.text, *item.body.split("\n")) if has_word(line)]
    return all(_CONTENTS.match(line) for line in lines)


def _closed(text: str) -> str:
    """Return the text of a heading without the signs that close it: `## Talks ##`."""
    text = " ".join(text.split())
    bare = text.rstrip("#")
    return bare.rstrip() if not bare or bare.endswith(" ") else text


def blocks(source: Source) -> Iterator[Block]:
    """Yield the blocks of a text in order."""
    at = 0
    while at < len(source.lines):
        line = source.lines[at]
        heading, item = _HEADING.match(line), _ITEM.match(line)
        if not line.strip():
            at += 1
        elif at in source.fences and not item:
            block, at = _paragraph(source, at)
            yield block
        elif _RULE.match(line):
            at += 1
            yield Mark(at)
        elif heading:
            at += 1
            text = _closed(heading[2] or "")
            yield Heading(at, len(heading[1]), text) if has_word(text) else Mark(at)
        elif item:
            base = indent(line)
            end = _item_end(source, at, base)
            note = _item(source, at, end, item[3], base)
            at = end
            yield Mark(note.line) if _empty(note) else note
        else:
            block, at = _paragraph(source, at)
            yield block
