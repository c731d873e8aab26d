"""Actions on a terminal: mine and theirs, the overdue first."""

from collections.abc import Callable, Iterator, Sequence

from growth.records.action import Action
from growth.records.ids import short
from growth.rules.day_words import counted
from growth.rules.promises import Promise, late
from growth.terminal.cells import fit, pad, width
from growth.terminal.entries import READERS
from growth.terminal.screen import Part

Namer = Callable[[str], str]
MARKS = {"done": "x", "dropped": "-"}
# Narrower than this, a text says nothing; the line may then become too long instead.
LEAST = 20


def counts(those: Sequence[Promise]) -> str:
    """Return `3 open, 1 overdue, 2 closed`, leaving out what there is none of."""
    still = sum(promise.action.state == "open" for promise in those)
    closed = len(those) - still
    words = [f"{still} open"] if still or not closed else []
    words += [f"{late(those)} overdue"] if late(those) else []
    words += [f"{closed} closed"] if closed else []
    return ", ".join(words)


def rows(
    those: Sequence[Promise], name: Namer, columns: int, indent: str, *, brief: bool = False
) -> Iterator[tuple[Part, ...]]:
    """Yield a line for each promise, the words about its day below each other.

    Where a line is too long its text is cut, not with whom it is. `brief` leaves out the moved days.
    """
    said = [promise.words.partition(", moved")[0] if brief else promise.words for promise in those]
    longest = min(max(map(width, said), default=0), max(LEAST, columns // 3))
    ids = [short(promise.action.id) for promise in those]
    wide = max(map(width, ids), default=0)
    room = max(LEAST, columns - len(indent) - longest - wide - 7)
    room = min(room, max((width(text(promise.action, name)) for promise in those), default=0))
    for promise, words, identifier in zip(those, said, ids, strict=True):
        style = "late" if promise.days_late else "dim"
        who = _with(promise.action, name)
        what = f"{fit(text(promise.action, name).removesuffix(who), room - width(who))}{who}"
        yield (
            f"{indent}{mark(promise)}  ", (pad(identifier, wide), "id"), "  ",
            pad(what, room), "  ", (fit(words, longest), style),
        )  # fmt: skip


def mark(promise: Promise) -> str:
    """Return the sign before a promise: `!` overdue, `.` open, `x` done, `-` dropped."""
    return MARKS.get(promise.action.state) or ("!" if promise.days_late else ".")


def text(action: Action, name: Namer) -> str:
    """Return what was promised and by or to whom: `ana: the RFC`, `the examples (with ana)`."""
    owner = "" if action.owner == "me" else f"{name(action.owner)}: "
    return f"{owner}{action.text}{_with(action, name)}"


def _with(action: Action, name: Namer) -> str:
    return f" (with {name(action.person)})" if action.owner == "me" and action.person else ""


def plain(action: Action, name: Namer) -> str:
    """Return one action on one line for a pipe: id, due day, state, owner, with whom, text."""
    owner = action.owner if action.owner == "me" else name(action.owner)
    person = name(action.person) if action.person else "-"
    text = " ".join(action.text.split())
    return f"{action.id}  {action.due or '-'!s:<10}  {action.state:<7}  {owner}  {person}  {text}"


def stored(action: Action, words: str, name: Namer) -> Iterator[tuple[Part, ...]]:
    """Yield what was stored, and who may see it."""
    yield (action.id, "id"), "  ", (text(action, name), "bold")
    yield ((f"      {words} · {READERS[action.share]}", "dim"),)


def closed(promise: Promise, name: Namer) -> tuple[Part, ...]:
    """Return the line that says what became of an action."""
    action = promise.action
    over = (action.closed - action.due).days if action.closed and action.due else 0
    after = f", {counted(over, 'day')} late" if over > 0 and action.state == "done" else ""
    return (short(action.id), "id"), f"  {text(action, name)}: ", (f"{promise.words}{after}", "good")
