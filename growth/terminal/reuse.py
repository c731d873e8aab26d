"""What is there already, on a terminal: what it is, who has it, and how to ask."""

import shlex
from collections.abc import Iterator, Mapping, Sequence

from growth.records.dates import Day
from growth.records.entry import Shown
from growth.records.ids import short
from growth.rules.day_words import counted, day_words
from growth.rules.entry_words import entry_day, shown_words
from growth.rules.reuse import Find
from growth.terminal.cells import fit
from growth.terminal.screen import Part

Line = tuple[Part, ...]
_INDENT = " " * 2
_ASK = "may I build on it? "


def rows(
    found: Sequence[Find], holders: Mapping[str, tuple[str, Day]], today: Day, columns: int
) -> Iterator[Line]:
    """Yield each find: what it is, who has it and as of when, what of it may be reused and where it is."""
    for number, one in enumerate(found):
        if number:
            yield ()
        entry, ref = one.entry, short(one.ref)
        room = max(16, columns - len(ref) - 2)
        yield (ref, "id"), "  ", (fit(entry.title, room), "bold")
        name, made = holders.get(one.owner, ("you", None))
        as_of = f", as of {day_words(made, today)}" if made else ""
        yield _INDENT, (f"{name}{as_of} · {entry.kind}, {entry_day(entry, today)}", "dim")
        if entry.shown:
            yield from _shown(entry.shown)
        if entry.links and not (entry.shown and entry.shown.artefact):
            yield _INDENT, entry.links[0]


def _shown(shown: Shown) -> Iterator[Line]:
    words = shown_words(shown, {}, listed=True)
    for name, text in (("to reuse", shown.reuse), ("problem", shown.problem), ("look at", shown.artefact)):
        if text:
            yield _INDENT, (f"{name}: ", "dim"), text
    if words:
        yield _INDENT, (words, "dim")


def ways(found: Sequence[Find], total: int, columns: int) -> Iterator[Part]:
    """Yield how to see all, and how to ask for and take the first that somebody else has."""
    if total > len(found):
        yield f"and {total - len(found)} more: -n {total}", "dim"
    first = next((one for one in found if one.owner), None)
    if first:
        ask = f"growth 1on1 agenda {first.owner} "
        title = fit(first.entry.title, max(16, columns - len(ask) - len(_ASK) - 8))
        yield f"to ask: {ask}{shlex.quote(f'{_ASK}{title}')}", "dim"
        yield f"to build on it: growth reuse take {short(first.ref)}", "dim"


def plain(one: Find) -> str:
    """Return a find on one line for a pipe: reference, day, kind, title, what may be reused."""
    entry = one.entry
    reuse = f"  {' '.join(entry.shown.reuse.split())}" if entry.shown and entry.shown.reuse else ""
    return f"{one.ref}  {entry.day}  {entry.kind:<9}  {' '.join(entry.title.split())}{reuse}"


def nothing(words: str, owners: int) -> str:
    """Return what to say where nothing is found: in what was looked, for who handed nothing may have it."""
    bundles = f" and the bundles of {counted(owners, 'person', 'people')}" if owners else ""
    return f"nothing in your journal{bundles} is about {words}; what nobody handed you cannot be found"
