"""A lineage on a terminal: a tree, the model its root, what was told above not told again."""

from collections.abc import Iterator

from growth.rules.lineage import Lineage
from growth.terminal.cells import fit, width
from growth.terminal.screen import Part
from growth.text.clean import one_line

Line = tuple[Part, ...]
# Deeper than this no tree is read.
DEEPEST = 20


def tree(found: Lineage, room: int) -> Iterator[Line]:
    """Yield the tree of a model, then that of each of its evals; a line is at most `room` wide."""
    told: set[int] = set()
    for root in [number for number, box in enumerate(found.boxes) if not number or box.kind == "eval"]:
        waiting: list[tuple[str, str, int, str, int]] = [("", "", root, "", 0)]
        while waiting:
            lead, mark, number, by, depth = waiting.pop()
            again = number in told
            yield _line(found, f"{lead}{mark}", number, by, again, room)
            told.add(number)
            if again:
                continue
            inner = lead + {"├─ ": "│  ", "└─ ": "   "}.get(mark, "")
            if depth == DEEPEST and found.into(number):
                yield (inner, "dim"), ("└─ …", "dim")
                continue
            waiting += [
                (inner, "├─ " if place else "└─ ", arrow.of, arrow.by, depth + 1)
                for place, arrow in enumerate(reversed(found.into(number)))
            ]


def _line(found: Lineage, lead: str, number: int, by: str, again: bool, room: int) -> Line:
    box = found.boxes[number]
    name, words = one_line(box.name), "as above" if again else one_line(box.words)
    said = words + (f" · by {one_line(by)}" if by else "")
    left = max(12, room - width(lead))
    name = fit(name, left)
    left -= width(name) + 3
    return (lead, "dim"), (name, "bold"), (f" · {fit(said, left)}" if left > 3 and said else "", "dim")
