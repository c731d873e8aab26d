"""The practice register on a terminal."""

from collections.abc import Iterator

from growth.records.practice import Practice
from growth.rules.day_words import day_words
from growth.rules.practices import fields, state_words, what
from growth.terminal.layout import Known, Line, head, rows


def whole(one: Practice, known: Known) -> Iterator[Line]:
    """Yield the lines of a record of the register: what it is, what it takes, and each of its states."""
    since = f"{what(one)}, there since {day_words(one.day, known.today)}"
    yield from head(one.id, one.kind, one.name, since, known.reach)
    yield from rows(
        [
            ("owner", known.name(one.owned_by) if one.owned_by else ""),
            *fields(one),
            *((day_words(state.day, known.today), state_words(state) or "ran") for state in one.states),
            *((said.period, f"thumbs: {said.up} up, {said.down} down") for said in one.votes),
            ("retired", day_words(one.retired, known.today) if one.retired else ""),
        ]
    )
