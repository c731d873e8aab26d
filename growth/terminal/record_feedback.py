"""Requests for feedback and answers, each whole."""

from collections.abc import Iterator, Sequence

from growth.records.answer import Answer, Reply
from growth.records.request import Asked, Request
from growth.rules import requests
from growth.rules.consent import in_words
from growth.rules.day_words import day_words
from growth.terminal.layout import INDENT, Known, Line, head, rows

_CAME = {"asked": "", "praise": "praise in passing, ", "advice": "advice in passing, "}


def _about(about: str, known: Known) -> str:
    return known.name(about) if about == "me" or about.startswith("@") else about


def request(one: Request, known: Known) -> Iterator[Line]:
    """Yield the lines of a request: how it stands, and each question as it was put."""
    title = f"to {known.name(one.person)} about {_about(one.about, known)}"
    yield from head(one.id, "request", title, f"drafted {day_words(one.day, known.today)}", known.reach)
    yield from rows(
        [
            ("state", requests.state(one, known.today)),
            ("sent", day_words(one.sent, known.today) if one.sent else ""),
            ("due", day_words(one.due, known.today) if one.due else ""),
            ("reminded", ", ".join(day_words(day, known.today) for day in one.reminded)),
            ("used for", one.used_for),
            ("follows", known.ref(one.follows) if one.follows else ""),
            ("because", one.quoted),
            *(("answered", text) for text in known.came_of(one.id)),
        ]
    )
    for number, asked in enumerate(one.questions, start=1):
        yield from _question(number, asked)


def _question(number: int, asked: Asked) -> Iterator[Line]:
    lead = f"{f'{number}.':>4}  "
    for line in asked.text.splitlines():
        yield (lead, "id"), line
        lead = " " * len(lead)
    steps = " · ".join(f"{step} {words}" for step, words in enumerate(asked.scale, start=1))
    from_ = f"{asked.question}, " if asked.question else ""
    for text in (steps, asked.hint, f"{from_}marked {asked.marker}"):
        if text:
            yield ((f"{lead}{' '.join(text.split())}", "dim"),)


def answer(one: Answer, known: Known) -> Iterator[Line]:
    """Yield the lines of an answer: what its giver allows, and what was said to each question."""
    if one.manner == "given":
        title = f"{'thanks' if one.thanks else 'feedback'} of mine to {_about(one.about, known)}"
    else:
        title = f"{_CAME[one.manner]}from {known.name(one.person)} about {_about(one.about, known)}"
    yield from head(one.id, "answer", title, day_words(one.day, known.today), known.reach)
    yield from rows(
        [
            ("allowed", in_words(one) if one.manner != "given" else ""),
            ("request", one.request),
            ("revises", one.revises),
            *(("led to", text) for text in known.came_of(one.id)),
        ]
    )
    asked = known.get(one.request)
    steps = {put.marker: put.scale for put in asked.questions} if isinstance(asked, Request) else {}
    for reply in one.replies:
        yield from _reply(reply, steps.get(reply.marker, ()))
    if one.unmatched.strip():
        yield ((f"{'':{INDENT}}under no question:", "dim"),)
        yield from _said(one.unmatched)


def _reply(reply: Reply, scale: Sequence[str]) -> Iterator[Line]:
    if reply.question:
        yield ((f"{'':{INDENT}}{' '.join(reply.question.split())}", "dim"),)
    if reply.rating is not None:
        yield " " * (INDENT + 2), _step(reply.rating, scale)
    yield from _said(reply.text)


def _step(rating: int, scale: Sequence[str]) -> str:
    if not 1 <= rating <= len(scale):
        return f"{rating}, counted from the lowest step"
    return f"{rating} of {len(scale)}, {scale[rating - 1]}"


def _said(text: str) -> Iterator[Line]:
    for line in text.strip("\n").splitlines():
        yield " " * (INDENT + 2), line
