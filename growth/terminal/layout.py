"""How a record is laid out: a head, a line of who may read it, and its fields under each other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from growth.records.answer import Answer
from growth.records.dates import Day
from growth.records.session import Session
from growth.terminal.cells import pad, width
from growth.terminal.screen import Part
from growth.terminal.sessions import KINDS
from growth.text.excerpt import beginning

Line = tuple[Part, ...]
INDENT = 6
# A record that another points to is told by how it begins.
LONGEST = 120


class Known(NamedTuple):
    """What a record is shown with: `reach` says who may read it, `name` who a handle is, `get` finds a
    record by its id, and `led_to` what came of one."""

    today: Day
    reach: str
    name: Callable[[str], str]
    get: Callable[[str], object]
    led_to: Callable[[str], Sequence[object]]

    def ref(self, identifier: str) -> str:
        """Return a record by what it says and its id; one that is not found by its id alone."""
        title = beginning(self._title(self.get(identifier)), LONGEST)
        return f"{title} ({identifier})" if title else identifier

    def _title(self, record: object) -> str:
        if isinstance(record, Session):
            return f"{KINDS[record.kind]} with {self.name(record.person)}"
        if isinstance(record, Answer):
            return next((reply.text for reply in record.replies if reply.text), "")
        named = (getattr(record, field, "") for field in ("title", "text", "question"))
        return next(filter(None, named), "")

    def came_of(self, identifier: str) -> list[str]:
        """Return what came of a record, each by what it says and its id."""
        return [self.ref(getattr(record, "id", "")) for record in self.led_to(identifier)]


def head(identifier: str, word: str, title: str, *said: str) -> Iterator[Line]:
    """Yield id, kind and title of a record, and below in small what is said of it."""
    yield (identifier, "id"), "  ", (word, "kind"), "  ", (title, "bold")
    yield ((f"{'':{INDENT}}{' · '.join(words for words in said if words)}", "dim"),)


def rows(fields: Iterable[tuple[str, str]]) -> Iterator[Line]:
    """Yield fields under each other, those that say something; one of several lines stays in its column."""
    shown = [(label, text) for label, text in fields if text.strip()]
    wide = max((width(label) for label, _ in shown), default=0)
    before = ""
    for label, text in shown:
        lead = f"{'':{INDENT}}{pad('' if label == before else label, wide)}  "
        for line in text.strip("\n").splitlines():
            yield (lead, "dim"), line
            lead = " " * width(lead)
        before = label
