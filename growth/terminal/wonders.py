"""Open questions on a terminal."""

from collections.abc import Callable, Iterator

from growth.records.dates import Day
from growth.records.ids import short
from growth.records.wonder import Wonder
from growth.rules.day_words import day_words
from growth.rules.wonders import age
from growth.terminal import layout
from growth.terminal.cells import fit, pad
from growth.terminal.entries import READERS
from growth.terminal.layout import Known, Line

Namer = Callable[[str], str]
ANSWERED = "answered"
# Before the question itself: the end of its id, and how long it is open.
LEAD = 4 + 2 + len(ANSWERED) + 2


def stored(one: Wonder, today: Day) -> Iterator[Line]:
    """Yield what was stored, and that nobody else may see it."""
    yield (one.id, "id"), "  ", (one.question, "bold")
    if one.answer:
        yield (f"      {one.answer}",)
    state = f"answered {day_words(one.answered, today)}" if one.answered else "open"
    yield ((f"      {state} · {READERS['private']}", "dim"),)


def rows(wonders: list[Wonder], name: Namer, today: Day, columns: int) -> Iterator[Line]:
    """Yield a line for each open question, how long it is open; and two for one that is answered."""
    room = max(10, columns - LEAD)
    for one in wonders:
        state = ANSWERED if one.answered else age(one.day, today)
        yield (short(one.id), "id"), "  ", (pad(state, len(ANSWERED)), "dim"), "  ", fit(one.question, room)
        if one.answered:
            said = [one.answer, name(one.by) if one.by else "", *one.links]
            yield " " * LEAD, (fit(" · ".join(filter(None, said)), room), "dim")


def plain(one: Wonder) -> str:
    """Return a question on one line for a pipe: id, state, the day it was asked, that of its answer, text."""
    state = ANSWERED if one.answered else "open"
    return f"{one.id}  {state}  {one.day}  {one.answered or '-'}  {' '.join(one.question.split())}"


def whole(one: Wonder, known: Known) -> Iterator[Line]:
    """Yield the lines of a question: what, how long it is open, its answer, and what became of it."""
    asked = f"asked {day_words(one.day, known.today)}"
    yield from layout.head(one.id, "wonder", one.question, asked, READERS["private"])
    ended = f"{ANSWERED} {day_words(one.answered, known.today)}" if one.answered else ""
    yield from layout.rows(
        [
            ("state", ended or f"open, {age(one.day, known.today)}"),
            ("answer", one.answer),
            ("from", known.name(one.by) if one.by else ""),
            *(("link", link) for link in one.links),
            ("became", known.ref(one.promoted) if one.promoted else ""),
        ]
    )
