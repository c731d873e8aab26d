"""Read a filled-in request: each answer under its question, and what stood under none."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from growth.records.answer import Reader, Reply
from growth.records.ids import is_id
from growth.records.request import Asked
from growth.rules.paper_sections import FEWEST_WORDS, Section, sections, trimmed
from growth.rules.request_paper import NAME, NAME_WORDS, NONE, READER_WORDS, WHO, Filled
from growth.text.fold import fold, words

Choice = TypeVar("Choice", bound=str)
_RATING = re.compile(r"\s*[*_]*(?P<number>\d{1,3})(?:\s*/\s*(?P<of>\d{1,3}))?(?P<rest>.*)", re.DOTALL)
_WHY = re.compile(r"[)*_ \t]*[.,:;–—-][ \t]+(?P<why>.*)", re.DOTALL)
# What somebody writes who allows or forbids something in words of their own.
_ALLOWS = re.compile(
    r"\b(?:quot(?:e|ed|ing)|my name|by name|anonym\w*|confidential\w*|your manager|my manager)\b"
)
MOST_WORDS = 15
LONGEST_PAIR = 120
_PAIR = re.compile(r"(?P<mark>who|name) ?[:=] ?(?P<said>[^:=]+)")
_BETWEEN = re.compile(r"[,;] ?| (?=name ?[:=])")
_ITEM = re.compile(r"\s*(?P<number>\d{1,2})[.)]\s+(?=\S)")


def parse(text: str, asked: Sequence[Asked], readers: Sequence[Reader], paper: str = "") -> Filled:
    """Return what a filled-in paper says about the questions it was made with.

    `readers` are the ones it offered; `paper` is the paper as it was sent, whose words are nobody's
    answer. A consent that is not understood is the safest one, and its words are unmatched.
    """
    return filled(sections(text, asked, readers, paper), asked, readers, paper)


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
    offered = {one: READER_WORDS[one] for one in readers}
    left = [_taken(said, consents, {WHO: offered, NAME: NAME_WORDS}) for said in left]
    if not replies and any(part.mark in by_marker for part in parts):
        replies, left = _numbered(left, asked)
    who = _choice(consents.get(WHO, ""), offered)
    name = _choice(consents.get(NAME, ""), NAME_WORDS)
    unread = [said for mark, said in consents.items() if not {WHO: who, NAME: name}[mark]]
    left += unread
    return Filled(
        request=next((part.mark for part in parts if is_id(part.mark)), ""),
        replies=tuple(replies[one.marker] for one in asked if one.marker in replies),
        reader=who or ("asker" if WHO in consents else None),
        name=name or ("hidden" if NAME in consents else None),
        unmatched="\n\n".join(part for part in left if part.strip()),
        unread=bool(unread) or (not consents and any(_allows(part) for part in left)),
    )


def _allows(text: str) -> bool:
    """Tell whether a text speaks of what may be done with it."""
    return _ALLOWS.search(fold(text)) is not None


def _taken(text: str, consents: dict[str, str], offered: Mapping[str, Mapping[Any, str]]) -> str:
    """Return text without lines that say a consent by its name, `who: 2, name: named`, and take those in."""
    kept = []
    for line in text.split("\n"):
        said = _pairs(line)
        if said and not said.keys() & consents.keys() and all(_choice(said[m], offered[m]) for m in said):
            consents |= said
        else:
            kept.append(line)
    return trimmed("\n".join(kept))


def _pairs(line: str) -> dict[str, str]:
    """Return what a line says by the names of the consents, if it says nothing else."""
    plain = fold(" ".join(line.split())).strip("> *_-.") if len(line) <= LONGEST_PAIR else ""
    if not plain.startswith((WHO, NAME)):
        return {}
    pairs = [_PAIR.fullmatch(piece) for piece in _BETWEEN.split(plain)]
    said = {pair["mark"]: pair["said"] for pair in pairs if pair}
    return said if len(said) == len(pairs) else {}


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
    texts = {number: trimmed("\n".join(lines)) for number, lines in items[1:]}
    texts[numbers[-1]], after = _without_consent(texts[numbers[-1]])
    said = {asked[number - 1].marker: _reply(asked[number - 1], text) for number, text in texts.items()}
    return said, ["\n".join(items[0][1]), after, *left[1:]]


def _without_consent(text: str) -> tuple[str, str]:
    """Return the last answer without a paragraph at its end that says what may be done with it all."""
    before, blank, last = text.rpartition("\n\n")
    short = len(last.split()) <= MOST_WORDS
    return (before.rstrip(), last) if blank and short and _allows(last) else (text, "")


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
