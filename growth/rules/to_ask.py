"""The questions in the form of a session: which were asked, and which could be."""

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from growth.errors import WrongUsage
from growth.rules.bank import Question

SECTION = "To ask"
# How a line of the section names its question.
NAMED = re.compile(r"([\w-]+/\d+)[ \t]+(\S.*)")
_QUESTION = re.compile(r"[\w-]+/\d+")


class ToAsk(msgspec.Struct, frozen=True):
    """A question beside a box, ticked where it was asked."""

    ref: str
    text: str
    asked: bool = False


def to_ask(
    asked: Iterable[str], proposed: Iterable[tuple[str, str]], known: Mapping[str, Question]
) -> tuple[ToAsk, ...]:
    """Return what the form shows: the questions that were asked, then those proposed."""
    ticked = [ToAsk(ref, known[ref].text, True) for ref in asked if ref in known]
    there = {one.ref for one in ticked}
    return (*ticked, *(ToAsk(ref, text) for ref, text in proposed if ref not in there))


def section(those: Sequence[ToAsk]) -> str:
    """Return the section of the form, or nothing where there is no question."""
    lines = "".join(f"- [{'x' if one.asked else ' '}] {one.ref} {one.text}\n" for one in those)
    return f"## {SECTION}\n{lines}\n" if those else ""


def asked(old: Sequence[str], field: str | None, boxes: Iterable[tuple[str, bool, str]]) -> tuple[str, ...]:
    """Return which questions were asked: named in the field or ticked, but for those whose tick was taken.

    `boxes` are the lines of the section: name, ticked or not, text.
    """
    named = old if field is None else _names(field)
    on: list[str] = []
    off: set[str] = set()
    for ref, ticked, text in boxes:
        if not ref:
            more = "put it into your bank: growth 1on1 bank add"
            raise WrongUsage(f"under '## {SECTION}' stands {text!r}, which no question is called", more)
        if ticked:
            on.append(ref)
        elif ref in old:
            off.add(ref)
    return tuple(ref for ref in dict.fromkeys((*named, *on)) if ref not in off)


def _names(text: str) -> tuple[str, ...]:
    names = tuple(text.replace(",", " ").split())
    for name in names:
        if not _QUESTION.fullmatch(name):
            raise WrongUsage(f"{name!r} is no question", "questions are called 1on1/12")
    return names
