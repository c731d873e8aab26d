"""A week on a screen: what was logged, what was not, which notes are missing, what is promised."""

from collections.abc import Callable, Iterator

from growth.records.ids import short
from growth.rules.day_words import counted, day_words
from growth.rules.entry_words import spent_words
from growth.rules.promises import Promise
from growth.rules.week import Item, Week
from growth.rules.week_meetings import Unnoted
from growth.terminal.actions import rows
from growth.terminal.cells import fit, pad, width
from growth.terminal.screen import Part

Namer = Callable[[str], str]
MOST_LOGGED, MOST_PROMISED = 5, 4
LABEL = 12


def screen(found: Week, name: Namer, columns: int) -> Iterator[tuple[Part, ...]]:
    """Yield the lines of a week."""
    days = f"{day_words(found.first, found.last)} to {day_words(found.last, found.last)}"
    yield (f"Your week, {days}", "bold"), ("  for you only", "dim")
    room = columns - LABEL
    for label, lines in (
        ("LOGGED", _logged(found, room)),
        ("NOT LOGGED", _items(found, room)),
        ("NO NOTES", _unnoted(found.unnoted, name)),
        ("PROMISED", _promised(found.mine, "--mine", name, room)),
        ("OWED TO YOU", _promised(found.theirs, "--theirs", name, room)),
    ):
        for number, parts in enumerate(lines):
            yield (pad("" if number else label, LABEL), "title"), *parts


def _logged(found: Week, room: int) -> Iterator[tuple[Part, ...]]:
    if not found.logged:
        yield ("nothing yet",)
    for entry in found.logged[-MOST_LOGGED:]:
        star = "* " if entry.star else ""
        yield (
            (f"{entry.day:%a}  ", "dim"), (short(entry.id), "id"), "  ", (f"{entry.kind:<9}", "kind"), " ",
            fit(f"{star}{entry.title}", max(10, room - 21)),
        )  # fmt: skip
    before = len(found.logged) - MOST_LOGGED
    if before > 0:
        yield ((f"and {before} before: growth list --since {found.first}", "dim"),)


def _items(found: Week, room: int) -> Iterator[tuple[Part, ...]]:
    for item in found.items:
        yield from lines(item, room)
    for entry in found.edited:
        yield (short(entry.id), "id"), (" has new commits, but you have edited it: left as it is", "dim")
    if found.routine:
        yield ((f"{counted(found.routine, 'meeting')} as in the weeks before, left out", "dim"),)
    if found.skipped:
        yield ((f"{found.skipped} skipped before: growth week --again", "dim"),)


def lines(item: Item, room: int) -> Iterator[tuple[Part, ...]]:
    """Yield what was found on one line, and below it the entry that may tell it already."""
    day = item.found.day
    extra = f"  {spent_words(item.found.spent)}" if item.found.spent else ""
    extra = f"  +{item.found.project}" if item.where == "git" and item.found.project else extra
    yield (
        (f"{day:%a}  " if day else "     ", "dim"), (item.ref, "id"), "  ", (f"{item.where:<9}", "kind"), " ",
        fit(item.found.title, max(10, room - 21 - width(extra))), (extra, "dim"),
    )  # fmt: skip
    if item.like:
        words = "git has more of" if item.renewed else "perhaps it is"
        head = f"           {words} "
        yield (head, "dim"), (short(item.like.id), "id"), " ", fit(item.like.title, room - width(head) - 5)


def _unnoted(those: tuple[Unnoted, ...], name: Namer) -> Iterator[tuple[Part, ...]]:
    for one in those:
        verb = "1on1" if one.kind == "1on1" else "mentor"
        yield (
            (f"{one.day:%a}  ", "dim"), f"{name(one.person)}  ",
            (f"growth {verb} notes {one.person} -d {one.day}", "dim"),
        )  # fmt: skip


def _promised(those: tuple[Promise, ...], option: str, name: Namer, room: int) -> Iterator[tuple[Part, ...]]:
    yield from rows(those[:MOST_PROMISED], name, room, "", brief=True)
    more = len(those) - MOST_PROMISED
    if more > 0:
        yield ((f"and {more} more: growth action list {option}", "dim"),)


def plain(item: Item) -> str:
    """Return what was found on one line for a pipe: reference, day, where, the entry it is like, title."""
    like = item.like.id if item.like else "-"
    title = " ".join(item.found.title.split())
    return f"{item.ref}  {item.found.day}  {item.where:<8}  {like:<12}  {title}"
