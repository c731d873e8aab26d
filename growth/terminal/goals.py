"""Goals on a terminal."""

from collections.abc import Iterator

from growth.records.dates import Day
from growth.records.goal import Goal
from growth.records.ids import short
from growth.rules.goals import words
from growth.terminal.cells import fit, width
from growth.terminal.entries import READERS
from growth.terminal.screen import Part

Line = tuple[Part, ...]
MARKS = {"open": ".", "reached": "x", "dropped": "-"}


def stored(goal: Goal, today: Day) -> Iterator[Line]:
    """Yield what was stored, and who may see it."""
    yield (goal.id, "id"), "  ", (goal.text, "bold")
    origin = f" · from {goal.criterion}" if goal.criterion else ""
    yield ((f"      {words(goal, today)}{origin} · {READERS[goal.share]}", "dim"),)


def rows(goals: list[Goal], today: Day, columns: int) -> Iterator[Line]:
    """Yield two lines for each goal: what it is, and how it stands."""
    for goal in goals:
        owner, colon, identifier = goal.id.rpartition(":")
        ref = f"{owner}{colon}{short(identifier)}"
        yield f"{MARKS[goal.state]}  ", (ref, "id"), "  ", fit(goal.text, max(10, columns - 5 - width(ref)))
        last = f": {goal.checkins[-1].text}" if goal.checkins else ""
        yield "         ", (fit(f"{words(goal, today)}{last}", max(10, columns - 9)), "dim")


def plain(goal: Goal) -> str:
    """Return a goal on one line for a pipe: id, state, due day, criterion, check-ins, text."""
    text = " ".join(goal.text.split())
    return (
        f"{goal.id}  {goal.state}  {goal.due or '-'}  {goal.criterion or '-'}  {len(goal.checkins)}  {text}"
    )
