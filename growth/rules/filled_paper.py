"""Read a filled-in request: each answer under its question, and what stood under none."""

import re
from collections.abc import Iterator, Mapping, Sequence
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
_NUMBER = re.compile(r"\s*(?:[#>*_-]+\s*)*(?:\d{1,3}[.)]\s*)?")
_RATING = re.compile(r"\s*[*_]*(?P<number>\d{1,3})(?:\s*/\s*(?P<of>\d{1,3}))?(?P<rest>.*)", re.DOTALL)
_DECORATION = "*_`#:;,.-–— \t"
MOST_LINES = 8


class _Section(NamedTuple):
    """What stands under one marker; an empty mark is what stands before the first."""

    mark: str
    lines: list[str]


def marks(text: str) -> list[str]:
    """Return all markers in a text, each once, in lower case."""
    return list(dict.fromkeys(found["mark"].lower() for found in _found(text)))


def _found(text: str) -> Iterator[re.Match[str]]:
    return (found for found in MARK.finditer(text) if len(found["open"]) == 1)


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
    headings = {one.marker: question_words(one) for one in asked}
    headings |= {WHO: who_line(readers), NAME: name_line()}
    first = words(paper.split("\n", 1)[0])
    sections = _sections(text.replace("\r\n", "\n").split("\n"), headings, first)
    request = next((section.mark for section in sections if is_id(section.mark)), "")
    replies: dict[str, Reply] = {}
    consents: dict[str, str] = {}
    left: list[str] = []
    scales = {one.marker: one for one in asked}
    for section in sections:
        said = _text(section.lines)
        if section.mark in scales and said:
            new = _reply(scales[section.mark], said)
            if replies.setdefault(section.mark, new) != new:
                left.append(said)
        elif section.mark in (WHO, NAME) and section.mark not in consents and said:
            value, _, rest = said.partition("\n")
            consents[section.mark] = value
            left.append(_without(rest, paper))
        else:
            left.append(_without(said, paper))
    reader = _choice(consents.get(WHO, ""), {one: READER_WORDS[one] for one in readers})
    name = _choice(consents.get(NAME, ""), NAME_WORDS)
    left += [said for mark, said in consents.items() if not {WHO: reader, NAME: name}[mark]]
    return Filled(
        request=request,
        replies=tuple(replies[one.marker] for one in asked if one.marker in replies),
        reader=reader or "asker",
        name=name or "hidden",
        unmatched="\n\n".join(part for part in left if part.strip()),
    )


def _sections(lines: Sequence[str], headings: Mapping[str, str], first: list[str]) -> list[_Section]:
    sections = [_Section("", [])]
    for line in lines:
        heading = _heading(line, headings)
        if heading is None:
            if len(first) > MOST_LINES // 2 and words(line) == first:
                # A whole paper, quoted below the answers, begins here.
                sections.append(_Section("", []))
            sections[-1].lines.append(unescaped(line))
            continue
        mark, before, after = heading
        rest = _rest(before, headings.get(mark, "request"))
        if rest is not None:
            _cut_wrapped(sections[-1].lines, rest)
        kept = [] if rest is not None or not before else [unescaped(before)]
        sections.append(_Section(mark, [*kept, *([unescaped(after)] if after else [])]))
    return sections


def _heading(line: str, headings: Mapping[str, str]) -> tuple[str, str, str] | None:
    """Return the marker that makes a line a heading, and what stands before and after it."""
    for found in _found(line):
        mark = found["mark"].lower()
        if mark not in headings and not is_id(mark):
            continue
        before = line[: found.start()].strip()
        after = line[found.end() :].strip(" \t").lstrip(_DECORATION)
        # A marker in the middle of a sentence is but a word of it.
        if not before or not after or _rest(before, headings.get(mark, "request")) is not None:
            return mark, before, after
    return None


def _rest(before: str, heading: str) -> list[str] | None:
    """Return the words of a heading that `before` leaves out at its start; None if it is no part of it."""
    mine, whole = words(_NUMBER.sub("", before, count=1)), words(heading)
    if not mine:
        return whole
    if mine == whole[len(whole) - len(mine) :]:
        return whole[: len(whole) - len(mine)]
    # Somebody has cut the question short, or left out the steps of its scale.
    return [] if len(mine) > 1 and mine == whole[: len(mine)] else None


def _cut_wrapped(lines: list[str], rest: list[str]) -> None:
    """Take the start of a wrapped heading off the end of what stands before it."""
    if not rest:
        return
    for count in range(1, min(len(lines), MOST_LINES) + 1):
        if words(_NUMBER.sub("", " ".join(lines[-count:]), count=1)) == rest:
            del lines[-count:]
            return


def _text(lines: Sequence[str]) -> str:
    return re.sub(r"\A(?:[^\S\n]*\n)+|\s+\Z", "", "\n".join(lines))


def _reply(asked: Asked, said: str) -> Reply:
    rating, text = _rated(asked, said) if asked.scale else (None, said)
    return Reply(marker=asked.marker, question=asked.text, rating=rating, text=text)


def _rated(asked: Asked, said: str) -> tuple[int | None, str]:
    """Return the step that an answer begins with, and the words after it."""
    line, _, below = said.partition("\n")
    if line.strip() == NONE:
        return None, _text([below])
    steps = [words(step) for step in asked.scale]
    if words(line) in steps:
        return steps.index(words(line)) + 1, _text([below])
    found = _RATING.fullmatch(line)
    number = int(found["number"]) if found else 0
    if not found or not 1 <= number <= len(steps) or int(found["of"] or len(steps)) != len(steps):
        return None, said
    rest = found["rest"]
    if words(rest) in ([], steps[number - 1]):
        return number, _text([below])
    after = re.fullmatch(r"[)*_ \t]*[.,:;–—-][ \t]+(?P<why>.*)", rest)
    return (number, _text([after["why"], below])) if after else (None, said)


def _choice(said: str, offered: Mapping[Choice, str]) -> Choice | None:
    """Return what was chosen by its number, its words or both."""
    given = words(said)
    for number, (value, meaning) in enumerate(offered.items(), start=1):
        if given in ([str(number)], words(meaning), [str(number), *words(meaning)]):
            return value
    return None


def _without(said: str, paper: str) -> str:
    """Return text without the lines that are the paper's own, wrapped or not."""
    whole = words(paper)
    kept: list[str] = []
    at = -1
    for line in said.split("\n"):
        mine = words(line)
        if not mine:
            kept.append(line)
            continue
        if at >= 0 and whole[at : at + len(mine)] == mine:
            at += len(mine)
            continue
        at = _place(mine, whole)
        if at < 0:
            kept.append(line)
    return _text(kept)


def _place(mine: list[str], whole: list[str]) -> int:
    """Return where a run of at least four words ends in the paper, or -1."""
    if len(mine) < 4:
        return -1
    for start in range(len(whole) - len(mine) + 1):
        if whole[start : start + len(mine)] == mine:
            return start + len(mine)
    return -1
