"""Read a filled-in request: each answer under its question, and what stood under none.

A line that holds a known marker is a heading, however it is quoted, wrapped, cut short or marked up;
what follows it, up to the next one, is its answer. Signs of quoting are taken off an answer as deep as
its heading is quoted, so that what a giver quotes stays as it is.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from growth.records.answer import Reader, Reply
from growth.records.ids import is_id
from growth.records.request import Asked
from growth.rules.request_paper import (
    MARK,
    NAME,
    NAME_WORDS,
    NONE,
    READER_WORDS,
    WHO,
    Filled,
    name_line,
    question_words,
    unescaped,
    who_line,
)
from growth.text.fold import words

Choice = TypeVar("Choice", bound=str)
MOST_LINES = 8
FEWEST_WORDS = 4
_NUMBER = re.compile(r"\s*(?:[#>*_-]+\s*)*(?:\d{1,3}[.)]\s*)?")
_QUOTE = re.compile(r" {0,3}> ?")
_RATING = re.compile(r"\s*[*_]*(?P<number>\d{1,3})(?:\s*/\s*(?P<of>\d{1,3}))?(?P<rest>.*)", re.DOTALL)
_WHY = re.compile(r"[)*_ \t]*[.,:;–—-][ \t]+(?P<why>.*)", re.DOTALL)
_ITEM = re.compile(r"\s*(?P<number>\d{1,2})[.)]\s+(?=\S)")
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


def parse(text: str, asked: Sequence[Asked], readers: Sequence[Reader], paper: str = "") -> Filled:
    """Return what a filled-in paper says about the questions it was made with.

    `readers` are the ones it offered; `paper` is the paper as it was sent, whose words are nobody's
    answer. A consent that is not understood is the safest one, and its words are unmatched.
    """
    return filled(sections(text, asked, readers, paper), asked, readers, paper)


def sections(text: str, asked: Sequence[Asked], readers: Sequence[Reader], paper: str) -> list[Section]:
    """Return a text cut at its markers, the paper's own headings taken off."""
    lines = {one.marker: question_words(one) for one in asked}
    lines |= {WHO: who_line(readers).removesuffix(f" [{WHO}]")}
    lines |= {NAME: name_line().removesuffix(f" [{NAME}]")}
    headings = {mark: words(line) for mark, line in lines.items()}
    greeting = words(paper.split("\n", 1)[0])
    out = [Section("", 0, [])]
    for line in text.replace("\r\n", "\n").split("\n"):
        heading = _heading(line, headings)
        if heading is None:
            if _greets(line, greeting):
                # A whole paper, quoted below the answers, begins here.
                out.append(Section("", quoted(line), []))
            out[-1].lines.append(unescaped(_less(line, out[-1].depth)))
            continue
        mark, before, after = heading
        rest = _rest(before, headings.get(mark, _REQUEST))
        if rest:
            _cut_wrapped(out[-1].lines, rest)
        kept = [] if rest is not None or not before else [unescaped(_less(before, len(before)))]
        out.append(Section(mark, quoted(line), [*kept, *([unescaped(after)] if after else [])]))
    return out


def quoted(line: str) -> int:
    """Return how deep a line is quoted."""
    depth = at = 0
    while found := _QUOTE.match(line, at):
        depth, at = depth + 1, found.end()
    return depth


def _less(line: str, depth: int) -> str:
    """Return a line without up to `depth` signs of quoting."""
    at = 0
    while depth and (found := _QUOTE.match(line, at)):
        depth, at = depth - 1, found.end()
    return line[at:]


def _greets(line: str, greeting: list[str]) -> bool:
    """Tell whether a line is the start of the paper, wrapped or not."""
    mine = words(line) if greeting else []
    return len(mine) > FEWEST_WORDS and mine == greeting[: len(mine)]


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
    mine = words(_NUMBER.sub("", before, count=1))
    if not mine:
        return whole
    if mine == whole[len(whole) - len(mine) :]:
        return whole[: len(whole) - len(mine)]
    # Somebody has cut the question short, or left out the steps of its scale.
    return [] if len(mine) > 1 and mine == whole[: len(mine)] else None


def _cut_wrapped(lines: list[str], rest: list[str]) -> None:
    """Take the start of a wrapped heading off the end of what stands before it."""
    for count in range(1, min(len(lines), MOST_LINES) + 1):
        if words(_NUMBER.sub("", " ".join(lines[-count:]), count=1)) == rest:
            del lines[-count:]
            return


def filled(parts: Sequence[Section], asked: Sequence[Asked], readers: Sequence[Reader], paper: str) -> Filled:
    """Return what the sections of a paper say."""
    replies: dict[str, Reply] = {}
    consents: dict[str, str] = {}
    left: list[str] = []
    by_marker = {one.marker: one for one in asked}
    own = _row(words(paper))
    for part in parts:
        said = part.said
        if part.mark in by_marker and said:
            new = _reply(by_marker[part.mark], said)
            if replies.setdefault(part.mark, new) != new:
                left.append(said)
        elif part.mark in (WHO, NAME) and part.mark not in consents and said:
            consents[part.mark], _, below = said.partition("\n")
            left.append(_without(below, own))
        else:
            left.append(_without(said, own))
    if not replies and any(part.mark in by_marker for part in parts):
        replies, left = _numbered(left, asked)
    who = _choice(consents.get(WHO, ""), {one: READER_WORDS[one] for one in readers})
    name = _choice(consents.get(NAME, ""), NAME_WORDS)
    left += [said for mark, said in consents.items() if not {WHO: who, NAME: name}[mark]]
    return Filled(
        request=next((part.mark for part in parts if is_id(part.mark)), ""),
        replies=tuple(replies[one.marker] for one in asked if one.marker in replies),
        reader=who or ("asker" if WHO in consents else None),
        name=name or ("hidden" if NAME in consents else None),
        unmatched="\n\n".join(part for part in left if part.strip()),
    )


def _numbered(left: list[str], asked: Sequence[Asked]) -> tuple[dict[str, Reply], list[str]]:
    """Return answers that stand, numbered as the questions are, above a paper quoted whole.

    The number stands for the marker beside it on that paper. Anything but one rising row of numbers
    is a list of the giver's own, and stays unmatched.
    """
    items: list[tuple[int, list[str]]] = [(0, [])]
    for line in (left[0] if left else "").split("\n"):
        found = _ITEM.match(line)
        if found:
            items.append((int(found["number"]), [line[found.end() :]]))
        else:
            items[-1][1].append(line)
    numbers = [number for number, _ in items]
    if len(numbers) == 1 or numbers != sorted(set(numbers)) or numbers[-1] > len(asked):
        return {}, left
    said = {asked[number - 1].marker: _reply(asked[number - 1], trimmed("\n".join(lines)))
            for number, lines in items[1:]}  # fmt: skip
    return said, ["\n".join(items[0][1]), *left[1:]]


def _reply(asked: Asked, said: str) -> Reply:
    rating, text = _rated(asked, said) if asked.scale else (None, said)
    return Reply(marker=asked.marker, question=asked.text, rating=rating, text=text)


def _rated(asked: Asked, said: str) -> tuple[int | None, str]:
    """Return the step that an answer begins with, and the words after it."""
    line, _, below = said.partition("\n")
    if line.strip() == NONE:
        return None, trimmed(below)
    steps = [words(step) for step in asked.scale]
    if words(line) in steps:
        return steps.index(words(line)) + 1, trimmed(below)
    found = _RATING.fullmatch(line)
    number = int(found["number"]) if found else 0
    if not found or not 1 <= number <= len(steps) or int(found["of"] or len(steps)) != len(steps):
        return None, said
    if words(found["rest"]) in ([], steps[number - 1]):
        return number, trimmed(below)
    after = _WHY.fullmatch(found["rest"])
    return (number, trimmed(f"{after['why']}\n{below}")) if after else (None, said)


def _choice(said: str, offered: Mapping[Choice, str]) -> Choice | None:
    """Return what was chosen by its number, its first words or both."""
    given = words(said)
    number = int(given.pop(0)) if given and given[0].isdecimal() and len(given[0]) < 4 else 0
    found = [
        value
        for place, (value, meaning) in enumerate(offered.items(), start=1)
        if number in (0, place) and words(meaning)[: len(given)] == given
    ]
    return found[0] if len(found) == 1 else None


def _without(said: str, whole: str) -> str:
    """Return text without the lines that are the paper's own, wrapped or not; `whole` is its row of words."""
    kept: list[str] = []
    at = -1
    for line in said.split("\n"):
        mine = words(line)
        row = _row(mine)
        if mine and at >= 0 and whole.startswith(row, at):
            at += len(row) - 1
            continue
        if mine:
            start = whole.find(row) if len(mine) >= FEWEST_WORDS else -1
            at = start + len(row) - 1 if start >= 0 else -1
        if not mine or at < 0:
            kept.append(line)
    return trimmed("\n".join(kept))


def _row(many: Iterable[str]) -> str:
    return f" {' '.join(many)} "
