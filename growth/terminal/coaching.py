"""What was seen of a mentor on a terminal: one observation, and where each line of the rubric goes."""

from collections.abc import Callable, Iterator

from growth.records.dates import Day
from growth.records.observation import RUBRIC, Observation
from growth.rules.coaching import ME, Coaching, Line
from growth.rules.day_words import counted, day_words
from growth.terminal.cells import pad, width
from growth.terminal.screen import Part

# So many of the last marks stand in a row.
ROW = 4
_STYLES = {"better": "good", "worse": "late"}


def noted(one: Observation, called: Callable[[str], str], today: Day) -> Iterator[tuple[Part, ...]]:
    """Yield the lines of one observation: of whom, each mark, and who may see it."""
    whom = "You" if one.person == ME else called(one.person)
    with_ = f" with {called(one.mentee)}" if one.mentee else ""
    yield (one.id, "id"), "  ", (f"{whom} as a mentor{with_}, {day_words(one.day, today)}", "bold")
    for mark in one.marks:
        yield (f"      {RUBRIC[mark.item]}: {mark.seen}{', ' + mark.words if mark.words else ''}",)
    if one.words:
        yield (f"      {one.words}",)
    yield ((f"      for {called(one.person) if one.share == 'person' else 'you only'}", "dim"),)


def trend(found: Coaching) -> Iterator[tuple[Part, ...]]:
    """Yield a line for each line of the rubric that was looked at: its marks, and where they go."""
    lines = [line for line in found.lines if line.marks]
    wide = max((width(line.says) for line in lines), default=0)
    yield ((f"{counted(len(found.observations), 'observation')}, the newest last", "title"),)
    for line in lines:
        marks = " ".join(mark.seen for _, mark in line.marks[-ROW:])
        yield (
            pad(line.says, wide),
            f"  {marks}",
            (f"  {line.way}" if line.way else "", _STYLES.get(line.way, "dim")),
        )


def plain(line: Line) -> str:
    """Return one line of the rubric for a pipe: its name, where it goes, and all marks."""
    return f"{line.item}  {line.way or '-'}  {','.join(mark.seen for _, mark in line.marks) or '-'}"
