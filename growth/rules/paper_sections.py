"""A text cut at its markers: what stands under each, the paper's own headings taken off.

A line that holds a known marker is a heading, however it is quoted, wrapped, cut short or marked up;
what follows it, up to the next one, is its answer. Signs of quoting are taken off an answer as deep as
its heading is quoted, so that what a giver quotes stays as it is.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from growth.records.answer import Reader
from growth.records.ids import is_id
from growth.records.request import Asked
from growth.rules.request_paper import (
    MARK,
    NAME,
    WHO,
    greetings,
    name_line,
    question_words,
    unescaped,
    who_line,
)
from growth.text.fold import words

MOST_LINES = 8
FEWEST_WORDS = 4
_NUMBER = re.compile(r"\s*(?:[#>*_-]+\s*)*(?:\d{1,3}[.)]\s*)?")
_QUOTE = re.compile(r" {0,3}> ?")
_REQUEST = ["request"]
_DECORATION = "*_`#:;,.-–— \t"


class Section(NamedTuple):
    """What stands under one marker, and how deep that is quoted. An empty mark is no marker's."""

    mark: str
    depth: int
    lines: list[str]

    @property
    def said(self) -> str:
        return trimmed("\n".join(self.lines))


def trimmed(text: str) -> str:
    """Return text without blank lines at its start and blanks at its end."""
    start = text[: len(text) - len(text.lstrip())].rfind("\n") + 1
    return text[start:].rstrip()


def marks(text: str) -> list[str]:
    """Return all markers in a text, each once, in lower case."""
    return list(dict.fromkeys(found["mark"].lower() for found in _found(text)))


def _found(text: str) -> Iterator[re.Match[str]]:
    return (found for found in MARK.finditer(text) if len(found["open"]) == 1)


def is_reply(text: str, known: Callable[[], Container[str]]) -> bool:
    """Tell whether a text is a filled-in paper; `known` returns the markers of the questions I asked.

    Both consents, or the id of a request, tell so by themselves; one marker may be any word in brackets.
    """
    found = marks(text)
    if not found:
        return False
    if {WHO, NAME} <= {*found} or any(is_id(mark) for mark in found):
        return True
    mine = known()
    return any(mark in mine for mark in found)


def asked_in(text: str) -> tuple[Asked, ...]:
    """Return the questions as a paper itself names them, for a request that is not known here."""
    found: dict[str, Asked] = {}
    for line in text.split("\n"):
        for match in _found(line):
            mark = match["mark"].lower()
            if mark.startswith("q"):
                question = _NUMBER.sub("", line[: match.start()], count=1).strip()
                if mark not in found or len(question) > len(found[mark].text):
                    found[mark] = Asked(marker=mark, text=question)
    return tuple(found.values())


def sections(text: str, asked: Sequence[Asked], readers: Sequence[Reader], paper: str) -> list[Section]:
    """Return a text cut at its markers, the paper's own headings taken off."""
    lines = {one.marker: question_words(one) for one in asked}
    lines |= {WHO: who_line(readers).removesuffix(f" [{WHO}]")}
    lines |= {NAME: name_line().removesuffix(f" [{NAME}]")}
    headings = {mark: words(line) for mark, line in lines.items()}
    starts = [words(line) for line in greetings(paper)]
    out = [Section("", 0, [])]
    for line in text.replace("\r\n", "\n").split("\n"):
        heading = _heading(line, headings)
        if heading is None:
            if _greets(line, starts):
                # A whole paper, quoted below the answers, begins here.
                out.append(Section("", quoted(line), []))
            out[-1].lines.append(unescaped(unquoted(line, out[-1].depth)))
            continue
        mark, before, after = heading
        rest = _rest(before, headings.get(mark, _REQUEST))
        if rest:
            _cut_wrapped(out[-1].lines, rest)
        kept = [] if rest is not None or not before else [unescaped(unquoted(before, len(before)))]
        out.append(Section(mark, quoted(line), [*kept, *([unescaped(after)] if after else [])]))
    return out


def quoted(line: str) -> int:
    """Return how deep a line is quoted."""
    depth = at = 0
    while found := _QUOTE.match(line, at):
        depth, at = depth + 1, found.end()
    return depth


def unquoted(line: str, depth: int) -> str:
    """Return a line without up to `depth` signs of quoting."""
    at = 0
    while depth and (found := _QUOTE.match(line, at)):
        depth, at = depth - 1, found.end()
    return line[at:]


def _greets(line: str, starts: list[list[str]]) -> bool:
    """Tell whether a line is the start of a paper, wrapped or not."""
    mine = words(line) if starts else []
    return len(mine) > FEWEST_WORDS and any(mine == start[: len(mine)] for start in starts)


def _heading(line: str, headings: Mapping[str, list[str]]) -> tuple[str, str, str] | None:
    """Return the marker that makes a line a heading, and what stands before and after it."""
    for found in _found(line):
        mark = found["mark"].lower()
        if mark not in headings and not is_id(mark):
            continue
        before = line[: found.start()].strip()
        after = line[found.end() :].strip(" \t").lstrip(_DECORATION)
        # A marker in the middle of a sentence is but a word of it.
        if not before or not after or _rest(before, headings.get(mark, _REQUEST)) is not None:
            return mark, before, after
    return None


def _rest(before: str, whole: list[str]) -> list[str] | None:
    """Return the words of a heading that `before` leaves out at its start; None if it is no part of it."""
    found = readings(before)
    for mine in found:
        if mine and mine == whole[len(whole) - len(mine) :]:
            return whole[: len(whole) - len(mine)]
    if not found[-1]:
        return whole
    # Somebody has cut the question short, or left out the steps of its scale.
    return [] if any(len(mine) > 1 and mine == whole[: len(mine)] for mine in found) else None


def readings(text: str) -> tuple[list[str], list[str]]:
    """Return the words of a text, with the number it may begin with and without."""
    return words(text), words(_NUMBER.sub("", text, count=1))


def _cut_wrapped(lines: list[str], rest: list[str]) -> None:
    """Take the start of a wrapped heading off the end of what stands before it."""
    for count in range(1, min(len(lines), MOST_LINES) + 1):
        if rest in readings(" ".join(lines[-count:])):
            del lines[-count:]
            return
