"""The ledger on a terminal: mine and theirs, broken ones first, each with where it came from."""

from collections.abc import Iterator, Sequence

from growth.records.ids import short
from growth.rules.ledger import Row
from growth.terminal import actions
from growth.terminal.actions import Namer
from growth.terminal.screen import Part

SAID = {"1on1": "1:1", "mentoring": "mentoring", "feedback": "feedback", "hand": "by hand"}
_INDENT = " " * 11


def lists(
    mine: Sequence[Row], theirs: Sequence[Row], name: Namer, called: Namer, columns: int
) -> Iterator[tuple[Part, ...]]:
    """Yield both lists, each under its heading; an empty one is left out.

    `name` is the handle of who is in a record, `called` how they are spoken of.
    """
    for title, those in (("MINE", mine), ("THEIRS", theirs)):
        if those:
            yield (title, "title"), "  ", (actions.counts([row.promise for row in those]), "dim")
            yield from _rows(those, name, called, columns)
    open_ = [one.promise for one in mine if one.promise.action.state == "open" and not one.promise.whose]
    if open_:
        first = short(open_[0].action.id)
        yield ((f"growth done {first} · another day: growth action move {first} --due friday", "dim"),)


def _rows(those: Sequence[Row], name: Namer, called: Namer, columns: int) -> Iterator[tuple[Part, ...]]:
    """Yield two lines for each open promise, and one for each that is done or dropped."""
    for row in those:
        promise = row.promise
        if promise.action.state != "open":
            continue
        style = "late" if promise.days_late else ""
        owner = "" if promise.action.owner == "me" else f"{name(promise.action.owner)}: "
        head = f"  {actions.mark(promise)}  "
        yield head, (short(promise.action.id), "id"), "  ", f"{owner}{promise.action.text}"
        yield _INDENT, (row.day, style or "dim"), (f" · {_whence(row, name, called)}, {row.age}", "dim")
    shut = [row.promise for row in those if row.promise.action.state != "open"]
    yield from actions.rows(shut, name, columns, "  ")


def _whence(row: Row, name: Namer, called: Namer) -> str:
    """Return where a promise was made, and with whom where its line does not say so already."""
    action = row.promise.action
    if row.promise.whose:
        return f"shared by {called(row.promise.whose)}"
    person = name(action.person) if action.person else ""
    if not person or person == name(action.owner):
        return SAID[row.source]
    if row.source == "hand":
        return f"to {person}, by hand"
    return f"{SAID[row.source]} {'from' if row.source == 'feedback' else 'with'} {person}"
