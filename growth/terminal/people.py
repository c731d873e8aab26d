"""People on a terminal."""

from collections.abc import Iterator, Sequence

from growth.records.dates import Day
from growth.records.person import Person
from growth.rules import cadence
from growth.rules.day_words import ago, near
from growth.rules.relations import relation_words
from growth.terminal.cells import pad, width
from growth.terminal.screen import Part


def rows(everyone: Sequence[Person], last: dict[str, Day], today: Day) -> Iterator[tuple[Part, ...]]:
    """Yield a line for each person: handle, name, relation, how often we meet, when we last met.

    `last` holds the day of the last session by a person's id.
    """
    cells = [
        (person.handle, person.name, person.relation(today) or "-", person.meets or "-")
        for person in everyone
    ]
    widths = [max((width(row[column]) for row in cells), default=0) for column in range(4)]
    for person, row in zip(everyone, cells, strict=True):
        handle, name, relation, meets = (pad(cell, wide) for cell, wide in zip(row, widths, strict=True))
        met = f"met {ago(last[person.id], today)}" if person.id in last else ""
        yield (handle, "id"), f"  {name}  ", (relation, "kind"), f"  {meets}  ", (met, "dim")


def plain(person: Person, today: Day) -> str:
    """Return one person on one line for a pipe: handle, relation, cadence, name."""
    rhythm, name = " ".join(person.meets.split()), " ".join(person.name.split())
    return f"{person.handle}  {person.relation(today) or '-'}  {rhythm or '-'}  {name}"


def whole(person: Person, today: Day, last: Day | None = None) -> Iterator[tuple[Part, ...]]:
    """Yield the lines of one person."""
    yield (person.id, "id"), "  ", (person.handle, "kind"), "  ", (person.name, "bold")
    words = [*relation_words(person, today), *meets(person, last, today)]
    if words:
        yield (f"      {' · '.join(words)}",)
    if len(person.handles) > 1:
        yield ((f"      also: {', '.join(person.handles[1:])}", "dim"),)
    if person.emails:
        yield ((f"      {', '.join(person.emails)}", "dim"),)


def meets(person: Person, last: Day | None, today: Day) -> list[str]:
    """Return how often we meet and when next, in words."""
    rhythm = cadence.known(person.meets)
    if rhythm is None:
        return []
    return [f"meets {person.meets}", f"next {near(cadence.next_meeting(rhythm, last, today), today)}"]
