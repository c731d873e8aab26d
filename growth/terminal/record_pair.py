"""People and mentorships, each whole."""

from collections.abc import Iterator

from growth.records.mentorship import Look, Mentorship
from growth.records.person import Person
from growth.rules import cadence
from growth.rules.day_words import day_words
from growth.rules.relations import relation_words
from growth.terminal.layout import Known, Line, head, rows
from growth.terminal.mentorships import ROLES


def person(one: Person, known: Known) -> Iterator[Line]:
    """Yield the lines of a person."""
    yield from head(one.id, "person", one.name, f"known as {', '.join(one.handles)}")
    yield from rows(
        [
            ("is", "\n".join(relation_words(one, known.today))),
            ("meets", one.meets),
            ("mail", "\n".join(one.emails)),
        ]
    )


def mentorship(one: Mentorship, known: Known) -> Iterator[Line]:
    """Yield the lines of a mentorship: its goals, what was seen of them, and how it ended."""
    days = f"since {day_words(one.since, known.today)}"
    days += f", until {day_words(one.until, known.today)}" if one.until else ""
    yield from head(one.id, "mentorship", f"{ROLES[one.role]} {known.name(one.person)}", days, known.reach)
    yield from rows(
        [
            ("meets", _rhythm(one.cadence)),
            ("mentees", ", ".join(known.name(handle) for handle in one.mentees)),
            *(("goal", goal) for goal in one.goals),
            *((day_words(look.day, known.today), _look(look)) for look in one.looks),
            *(("on the way", known.ref(identifier)) for identifier in one.outcomes),
            ("outcome", one.outcome),
        ]
    )


def _rhythm(text: str) -> str:
    """Return how often we meet, which is kept as `1w`, in words."""
    known = cadence.known(text)
    return known.words if known else text


def _look(look: Look) -> str:
    moved = "reached" if look.reached else "moved" if look.moved else "did not move"
    return f"{look.text} ({look.goal}: {moved})"
