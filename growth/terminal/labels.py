"""Tags and projects on a terminal, a line each."""

from collections.abc import Iterable, Sequence

from growth.records.dates import Day
from growth.rules.day_words import counted, day_words
from growth.rules.labels import SIGILS, Label, Sort
from growth.terminal.cells import fit, pad, width
from growth.terminal.screen import Part

# A project may be named by a whole heading; more than this is cut.
WIDEST = 36


def rows(those: Sequence[Label], sort: Sort, today: Day, columns: int) -> Iterable[tuple[Part, ...]]:
    """Yield a line for each label: name, how often, when last, how else it is written."""
    names = [fit(f"{SIGILS[sort]}{label.name}", WIDEST) for label in those]
    room = max((width(name) for name in names), default=0)
    number = max((len(str(label.entries)) for label in those), default=1)
    for name, label in zip(names, those, strict=True):
        more = fit(" · ".join(_more(label, today)), max(10, columns - room - number - 4))
        yield (pad(name, room), "id"), f"  {label.entries:>{number}}  ", (more, "dim")


def _more(label: Label, today: Day) -> Iterable[str]:
    if label.last:
        yield f"last {day_words(label.last, today)}"
    if label.feedback:
        yield counted(label.feedback, "request or answer", "requests or answers")
    if label.spellings:
        yield f"also written {', '.join(label.spellings)}"


def plain(label: Label) -> str:
    """Return one label on one line for a pipe: how often, the day of the last entry, its name."""
    day = label.last.isoformat() if label.last else "-"
    return f"{label.entries:>5}  {day:<10}  {label.name}"
