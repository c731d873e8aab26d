"""Time to learn on a terminal: what was planned and used, what stays of it, what comes next."""

from collections.abc import Callable, Iterator, Sequence

from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.ids import short
from growth.rules.day_words import ago, counted, times
from growth.rules.learning_time import UNTYPED, LearningTime, by_month, by_type, hours
from growth.terminal import charts
from growth.terminal import entries as display
from growth.terminal.actions import mark
from growth.terminal.cells import fit
from growth.terminal.screen import Part

Line = tuple[Part, ...]
INDENT = "           "


def page(found: LearningTime, name: Callable[[str], str], room: int) -> Iterator[Line]:
    """Yield how it stands, the bars by month and by type, and what is planned."""
    yield "learning time: ", (found.standing.words, "bold")
    yield (_last(found),)
    if found.months:
        yield ()
        yield from charts.lines(by_month(found), room)
    if found.ways:
        yield ()
        yield from charts.lines(by_type(found), room)
    for line in _said(found, name):
        yield (line,)
    if found.plans:
        yield ()
        yield ((f"Planned ({len(found.plans)})", "bold"),)
        for one in found.plans:
            text = fit(one.action.text, max(20, room - 14 - len(one.words) - len(one.action.type)))
            style = "late" if one.days_late else "dim"
            yield (
                f"  {mark(one)}  ", (short(one.action.id), "id"), f"  {text}  ",
                (f"{one.action.type}, {one.words}", style),
            )  # fmt: skip


def _last(found: LearningTime) -> str:
    if found.last is None:
        return "nothing learned is logged yet: growth log 'what it was' --type paper --spent 1h"
    return f"the last one was {ago(found.last.day, found.today)}: {found.last.title}"


def _said(found: LearningTime, name: Callable[[str], str]) -> Iterator[str]:
    said = []
    if found.taught:
        whom = ", ".join(
            f"{name(one)} {times(often)}" if often > 1 else name(one) for one, often in found.people.items()
        )
        said.append(f"taught back: {found.taught} of {found.entries}, to {whom}")
    elif found.entries:
        said.append(f"taught back: none of {found.entries}")
    if found.led:
        said.append(f"led: {counted(found.led, 'session')}")
    if found.untimed:
        said.append(f"without a time: {found.untimed} of {found.entries} (growth edit ID --spent 1h)")
    if said:
        yield ""
        yield from said


def plain(found: LearningTime) -> Iterator[str]:
    """Yield each number on one line for a pipe."""
    planned = f"  of {hours(found.standing.budget)}" if found.standing.budget else ""
    for month in found.months:
        yield f"month  {month.start:%Y-%m}  {hours(month.used)}{planned}"
    for way in found.ways:
        entries = counted(way.entries, "entry", "entries")
        yield f"type   {way.type or UNTYPED}  {hours(way.used)}  {entries}"
    for one in found.plans:
        due = one.action.due.isoformat() if one.action.due else "no day"
        yield f"plan   {one.action.id}  {due}  {one.action.type}  {' '.join(one.action.text.split())}"


def takeaways(found: Sequence[Entry], today: Day, room: int) -> Iterator[Line]:
    """Yield each entry and what stays of it."""
    for entry in found:
        yield display.line(entry, today, room)
        if entry.learning and entry.learning.takeaway:
            yield INDENT, entry.learning.takeaway


def plain_takeaway(entry: Entry) -> str:
    """Return what stays of an entry on one line for a pipe: id, day, takeaway; without one its title."""
    said = entry.learning.takeaway if entry.learning else ""
    return f"{entry.id}  {entry.day}  {' '.join((said or entry.title).split())}"
