"""Overlaps on a terminal: what two people have in common, and a record of each to read it in."""

from collections.abc import Callable, Iterator

from growth.records.ids import short
from growth.rules.day_words import counted, day_words
from growth.rules.findings import OVERLAP
from growth.rules.overlap import Overlap, Overlaps, Side
from growth.rules.persons import first_name
from growth.terminal.cells import fit, width
from growth.terminal.screen import Part

Line = tuple[Part, ...]
Namer = Callable[[str], str]
SAID = {
    "reuse": "{a} offers what {b} begins", "link": "one link", "project": "one project", "tag": "one tag",
    "skill": "one skill", "name": "one name", "words": "the same words",
}  # fmt: skip
_INDENT = " " * 2


def page(found: Overlaps, name: Namer, columns: int, limit: int) -> Iterator[Line]:
    """Yield every find, at most `limit`; each in three lines and what a thumb on it is called."""
    since = f" since {day_words(found.start, found.today)}" if found.start else ""
    of = counted(len(found.people), "person", "people")
    if not found.found:
        yield ((f"no overlap in what {of} shared{since}", "dim"),)
    for one in found.found[:limit]:
        yield from _find(one, found, name, columns)
        yield ("",)
    if len(found.found) > limit:
        yield ((f"and {len(found.found) - limit} more: -n {len(found.found)}", "dim"),)
    if found.found:
        yield ((f"in what {of} shared{since}; neither names the other in it", "dim"),)
        yield ((f"not one: growth thumb down {OVERLAP}@{found.found[0].code}", "dim"),)
    if found.rejected:
        yield ((f"{counted(found.rejected, 'find')} with a thumb down left out", "dim"),)


def _find(one: Overlap, found: Overlaps, name: Namer, columns: int) -> Iterator[Line]:
    a, b = (first_name(name(side.person)) for side in (one.a, one.b))
    said = SAID[one.sort].format(a=a, b=b)
    head = f"{a} and {b}"
    rest = fit(", ".join(one.shared), max(16, columns - width(head) - width(said) - 12))
    yield (one.code, "id"), "  ", (head, "bold"), (f"  {said}: ", "dim"), rest
    for side in (one.a, one.b):
        yield _side(side, found, columns)


def _side(side: Side, found: Overlaps, columns: int) -> Line:
    ref, day = short(side.ref), day_words(side.day, found.today)
    title = fit(side.title, max(16, columns - width(ref) - width(day) - 6))
    return _INDENT, (ref, "id"), (f"  {day}  ", "dim"), title
