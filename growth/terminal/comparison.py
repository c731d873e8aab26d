"""Two assessments side by side on a terminal: two periods of one judge, or two judges."""

from collections.abc import Iterator

from growth.records.assessment import JUDGEMENTS
from growth.rules.assessment_compare import Comparison, Pair
from growth.terminal.assessing import BLOCKS, Line, folded
from growth.terminal.cells import fit, pad

# How many of the criteria that are judged differently are named first.
FIRST = 5
WORDS = 20
INDENT = " " * 13


def plain(row: Pair) -> str:
    """Return one criterion of two assessments on one line: id, first, second, steps."""
    steps = "-" if row.steps is None else f"{row.steps:+d}" if row.steps else "0"
    return f"{row.criterion}  {row.first or '-'}  {row.second or '-'}  {steps}"


def periods(found: Comparison, columns: int) -> Iterator[Line]:
    """Yield two assessments of one judge side by side, theme by theme."""
    yield (f"{found.titles[0]}  ->  {found.titles[1]}", "title"), f"  {found.up} up, {found.down} down"
    theme = ""
    for row in found.rows:
        if row.theme != theme:
            theme = row.theme
            yield ((theme, "title"),)
        before, after = (JUDGEMENTS[name] if name else "-" for name in (row.first, row.second))
        style = "" if not row.steps else "good" if row.steps > 0 else "late"
        yield f"  {pad(row.criterion, 20)}  {pad(before, 20)}  ", (fit(after, max(10, columns - 46)), style)


def judges(found: Comparison, names: tuple[str, str], columns: int) -> Iterator[Line]:
    """Yield what two people judge, each with their sentence; what neither judged is left out."""
    one, other = names
    yield ((f"{one}, {found.titles[0]}  beside  {other}, {found.titles[1]}", "title"),)
    yield (
        f"{found.alike} alike; {other}: {found.up} higher, {found.down} lower; {found.alone} by one alone",
    )
    if found.apart:
        named = ", ".join(row.criterion for row in found.apart[:FIRST])
        more = f" and {len(found.apart) - FIRST} more" if len(found.apart) > FIRST else ""
        yield (f"to talk about: {named}{more}",)
    theme = ""
    for row in found.rows:
        if row.theme != theme and (row.first or row.second):
            theme = row.theme
            yield ((theme, "title"),)
        if row.first or row.second:
            yield from _both(row, names, columns)


def _both(row: Pair, names: tuple[str, str], columns: int) -> Iterator[Line]:
    mark = ("≠ ", "late") if row.steps else "  "
    room = max(10, columns - len(row.criterion) - 4)
    yield mark, (row.criterion, "id"), "  ", fit(row.summary, room)
    sides = ((names[0], row.first, row.first_said), (names[1], row.second, row.second_said))
    if row.steps == 0:
        yield _judged("both", row.first)
    for name, said, words in sides:
        if row.steps != 0:
            yield _judged(name, said)
        if words:
            yield from folded(f"{name}: «{words}»" if row.steps == 0 else f"«{words}»", columns, INDENT, "")


def _judged(name: str, said: str) -> Line:
    filled = (*JUDGEMENTS,).index(said) + 1 if said else 0
    blocks = "■" * filled + "·" * (BLOCKS - filled)
    return f"      {blocks}  {pad(JUDGEMENTS.get(said, 'not judged'), WORDS)}  ", (name, "bold")
