"""Actions, goals and thumbs, each whole."""

from collections.abc import Iterator

from growth.records.action import Action
from growth.records.goal import Goal
from growth.records.thumb import Thumb
from growth.rules.day_words import day_words
from growth.terminal.layout import Known, Line, head, rows


def action(one: Action, known: Known) -> Iterator[Line]:
    """Yield the lines of an action: what was promised, by whom, by when, and what became of it."""
    day = f"promised {day_words(one.day, known.today)}"
    yield from head(one.id, "action", one.text, day, known.reach)
    due = day_words(one.due, known.today) if one.due else ""
    before = ", ".join(day_words(moved, known.today) for moved in one.moved)
    closed = f" {day_words(one.closed, known.today)}" if one.closed else ""
    with_ = one.person if one.person != one.owner else ""
    yield from rows(
        [
            *(("note" if not number else "", line) for number, line in enumerate(one.body.splitlines())),
            ("owner", known.name(one.owner)),
            ("with", known.name(with_) if with_ else ""),
            ("due", f"{due}, before that {before}" if before else due),
            ("to learn", one.type),
            ("state", f"{one.state}{closed}"),
            ("why", one.why),
            ("from", known.ref(one.origin) if one.origin else ""),
        ]
    )


def goal(one: Goal, known: Known) -> Iterator[Line]:
    """Yield the lines of a goal: what it is, how it stands, and each look at it."""
    yield from head(one.id, "goal", one.text, f"set {day_words(one.day, known.today)}", known.reach)
    closed = f" {day_words(one.closed, known.today)}" if one.closed else ""
    looks = [
        (day_words(look.day, known.today), f"{look.text} ({'moved' if look.moved else 'did not move'})")
        for look in one.checkins
    ]
    yield from rows(
        [
            ("due", day_words(one.due, known.today) if one.due else ""),
            ("state", f"{one.state}{closed}"),
            ("from", one.criterion),
            *looks,
        ]
    )


def thumb(one: Thumb, known: Known) -> Iterator[Line]:
    """Yield the lines of a thumb: on what, and why."""
    way = "up" if one.up else "down"
    yield from head(
        one.id, "thumb", f"{way} on {known.ref(one.target)}", day_words(one.day, known.today), known.reach
    )
    yield from rows([("why", one.why)])
