"""The practice register on a terminal."""

from collections.abc import Iterator, Sequence

from growth.records.dates import Day
from growth.records.ids import short
from growth.records.practice import Practice
from growth.rules.day_words import ago, day_words
from growth.rules.practices import fields, newest, said, sort, state_words, what
from growth.terminal import layout
from growth.terminal.cells import fit, pad, width
from growth.terminal.entries import READERS
from growth.terminal.layout import Known, Line

# Of a job that runs each day nobody reads every run.
MOST = 12


def whole(one: Practice, known: Known) -> Iterator[Line]:
    """Yield the lines of a record of the register: what it is, what it takes, and each of its states."""
    since = f"{what(one)}, there since {day_words(one.day, known.today)}"
    yield from layout.head(one.id, one.kind, one.name, since, known.reach)
    yield from layout.rows(
        [
            ("owner", known.name(one.owned_by) if one.owned_by else ""),
            *fields(one),
            ("before", f"{more} more" if (more := len(one.states) - MOST) > 0 else ""),
            *((day_words(part.day, known.today), state_words(part) or "ran") for part in one.states[-MOST:]),
            *((part.period, f"thumbs: {part.up} up, {part.down} down") for part in one.votes),
            ("retired", day_words(one.retired, known.today) if one.retired else ""),
        ]
    )


def stored(one: Practice) -> Iterator[Line]:
    """Yield what was stored, and who may see it."""
    yield (one.id, "id"), "  ", (one.kind, "kind"), "  ", (one.name, "bold")
    yield ((f"      {said(one)} · {READERS[one.share]}", "dim"),)


def rows(practices: Sequence[Practice], today: Day, columns: int) -> Iterator[Line]:
    """Yield each on a line: its kind, its name, what its newest state says, and how old that is."""
    kinds = max((width(one.kind) for one in practices), default=0)
    names = min(30, max((width(one.name) for one in practices), default=0))
    room = max(10, columns - 4 - 2 - kinds - 2 - names - 2)
    for one in practices:
        state = "retired" if one.retired else ago(one.last.day, today) if one.last else ""
        words = fit(", ".join(filter(None, (sort(one), newest(one)))), max(8, room - width(state) - 2))
        yield (
            (short(one.id), "id"), "  ", (pad(one.kind, kinds), "kind"), "  ",
            pad(fit(one.name, names), names), "  ", ("  ".join(filter(None, (words, state))), "dim"),
        )  # fmt: skip


def plain(one: Practice) -> str:
    """Return one on a line for a pipe: id, kind, the day of its newest state, name, what it is."""
    return f"{one.id}  {one.kind}  {one.last.day if one.last else '-'}  {one.name}  {said(one)}"
