"""Follow the headings of a Markdown file: what day, kind, tags and project they give what is under them."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from growth.exchange.heading_words import Sense, as_tag, plain, sense, slug
from growth.exchange.leading_dates import heading
from growth.exchange.markdown_blocks import Block, Heading
from growth.exchange.month_names import ENGLISH, Names
from growth.exchange.written_dates import YEAR, When, is_range, is_weekday, read
from growth.records.entry import EntryKind

_YEAR_OF = re.compile(rf"{YEAR}\s+(?P<rest>\D.*)$")
_COUNTED = ("week-", "day-", "sprint-")


class Head(NamedTuple):
    """A heading understood. `label` is what it says besides its date; `problem` is why its date is none.

    `span` is its date as it is written, where that goes from one day to another.
    """

    line: int
    level: int
    text: str
    label: str = ""
    when: When | None = None
    sense: Sense | None = None
    tags: tuple[str, ...] = ()
    problem: str = ""
    span: str = ""


class Path:
    """The headings above a place in a file, outermost first; the first says what the file as a whole says."""

    def __init__(self, top: Head, parts: Iterable[Block] = (), names: Names = ENGLISH) -> None:
        self._heads = [top]
        self.names = names
        outermost = [part for part in parts if isinstance(part, Heading) and part.level == 1]
        # One heading of level 1 is the title of the document, which says nothing about each entry.
        self._title = outermost[0].line if len(outermost) == 1 else 0

    def head(self, block: Heading) -> Head:
        """Understand the next heading."""
        above = [head for head in self._heads if head.level < block.level]
        around = next((head.when for head in reversed(above) if head.when), None)
        head = Head(block.line, block.level, block.text, block.text)
        if around and around.first == around.last and is_weekday(block.text.strip("*_: "), self.names):
            return head._replace(label="")  # the day of the note says it, and better
        lead = heading(block.text, around, self.names)
        if lead and isinstance(lead.when, str):
            return head._replace(label=lead.rest, problem=lead.when)
        if lead and isinstance(lead.when, When):
            span = lead.written if not lead.when.whole and is_range(lead.written, self.names) else ""
            head = head._replace(when=lead.when, label=lead.rest, span=span)
        year = _YEAR_OF.match(block.text)
        if year and not lead and sense(plain(year["rest"])):  # `2021 goals`, but not `2000 users`
            when = read(year["y"], around)
            head = head._replace(when=when if isinstance(when, When) else None, label=year["rest"])
        return head._replace(sense=sense(plain(head.label)) if head.label else None)

    def enter(self, head: Head) -> None:
        """Go to what stands under `head`."""
        self._heads = [above for above in self._heads if above.level < head.level or above.level == 0]
        if head.level:
            self._heads.append(head)

    def dated(self, when: When | None) -> "Path":
        """Return the path of what stands under a date at this place."""
        below = Path(self._heads[0], names=self.names)
        below._heads = [*self._heads, Head(0, 7, "", when=when)]
        below._title = self._title
        return below

    @property
    def when(self) -> When | None:
        """The days that the nearest dated heading stands for; none where that is no date of a calendar."""
        return next((head.when for head in reversed(self._heads) if head.when or head.problem), None)

    @property
    def span(self) -> str:
        """The range of days that `when` ends, as it is written; empty where it is no range."""
        return next((head.span for head in reversed(self._heads) if head.when or head.problem), "")

    @property
    def around(self) -> When | None:
        """The days that give a date without a year its year."""
        return next((head.when for head in reversed(self._heads) if head.when), None)

    @property
    def kind(self) -> EntryKind:
        kinds = [head.sense.kind for head in self._heads if head.sense and head.sense.kind]
        return kinds[-1] if kinds else "work"

    def _named(self) -> list[Head]:
        """Return the headings that are names of the author's own: no word of the trade, no document title."""
        return [
            head
            for head in self._heads
            if head.level and head.label and head.sense is None and head.line != self._title
        ]

    def _project(self) -> Head | None:
        """Return the first name under a heading that says `Projects`."""
        over = [head.level for head in self._heads if head.sense and head.sense.projects]
        return next((head for head in self._named() if over and head.level > over[-1]), None)

    def project(self, *, own: bool) -> str:
        """Return the project; without `own` the last heading is a title and makes none by itself."""
        project = self._project()
        if project:
            return plain(project.label)
        names = [head for head in self._named() if own or head is not self._heads[-1]]
        return next((plain(head.label) for head in reversed(names) if not as_tag(head.label)), "")

    def _tags(self, *, own: bool, dated: bool) -> Iterator[str]:
        project, named = self._project(), self._named()
        for head in self._heads:
            yield from head.tags
            if head.sense and head.sense.tag:
                yield head.sense.tag
            elif head.sense and not dated and slug(head.label).startswith(_COUNTED):
                yield slug(head.label)
            elif head in named and head is not project and (own or head is not self._heads[-1]):
                yield as_tag(head.label)

    def tags(self, *, own: bool, dated: bool) -> tuple[str, ...]:
        """Return the tags that the headings give, outermost first."""
        return tuple(dict.fromkeys(tag for tag in self._tags(own=own, dated=dated) if tag))
