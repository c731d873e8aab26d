"""Read Org: datetrees, org-journal and lists of tasks.

A headline is an entry on the day it was closed, else of the date above it, else of its own timestamps;
one with a state that is open is an action. What stands under an entry of a day, and says no more of its
own than words, is part of its text. Headlines that are dates or names are structure.
"""

import itertools
import re
from array import array
from collections import Counter
from collections.abc import Iterator

import msgspec

from growth.exchange import date_forms, encrypted, limits, org_places, source_ids
from growth.exchange.file_names import file_date
from growth.exchange.formats import TEXT_ENDINGS, Head
from growth.exchange.left_out import left_out
from growth.exchange.org_lines import Document, Headline, Line
from growth.exchange.org_places import Places, date_of
from growth.exchange.org_tasks import FORMAT, Context, Task, context
from growth.exchange.org_text import markdown
from growth.exchange.org_times import Times, without_hour
from growth.exchange.org_unused import Unused
from growth.exchange.written_dates import When
from growth.records.imported import Found, Misread, Reading, ReadOptions
from growth.records.packed import Packed

_ENDINGS = (".org", ".org_archive")
_ORG = re.compile(
    r"^(?:#\+(?:title|startup|filetags|seq_todo|todo|category|author|date|options):"
    r"|[ \t]*:PROPERTIES:[ \t]*$|\*+ .{0,200}[<\[]\d{4}-\d\d-\d\d(?: [^<>\[\]\n]{1,40})?[>\]]"
    r"|\*\*+ (?:\d\d?:\d\d |TODO |DONE ))",
    re.MULTILINE | re.IGNORECASE,
)
_HEADLINE = re.compile(r"^\*+ ", re.MULTILINE)
_ITEM = re.compile(r"(?:[-+]|\d{1,4}[.)])\s+(?:\[([ xX-])\]\s+)?")


def is_one(head: Head) -> bool:
    """Tell whether a file is Org; what is encrypted with a key too, so that it is refused by name."""
    cipher = encrypted.cipher(head.data, head.name)
    if cipher:
        return not any(word in cipher.what for word in ("jrnl", "Day One"))
    if head.ending in _ENDINGS:
        return not head.fault
    if head.fault or head.ending in TEXT_ENDINGS:
        return False
    return bool(_HEADLINE.search(head.text) and _ORG.search(head.text))


def read(data: bytes, *, name: str, options: ReadOptions) -> Reading:
    """Return the entries and open tasks of an Org file."""
    encrypted.refuse(data, name)
    form = date_forms.form(options.dates) if options.dates else ""
    limits.check_lines(data, name, limits.TEXT_LINES)
    walk = _Walk(Document(data, name), name, form, options)
    reading = source_ids.reading(FORMAT, walk.pieces())
    structure = tuple(sorted({*walk.document.structure, *walk.structure}))
    return msgspec.structs.replace(
        reading, left=left_out(+walk.left), structure=structure, columns=walk.unused.columns
    )


class _Walk:
    """Goes through the headlines of a file, from the first to the last."""

    def __init__(self, document: Document, name: str, form: str, options: ReadOptions) -> None:
        self.document, self.form, self.options = document, form, options
        self.left: Counter[str] = Counter()
        self.unused = Unused()
        self.structure = array("I")
        self.file = self._file(name)
        self.places = Places(org_places.top(document, None))
        self.made: list[Found | Misread | Task] = []
        self.under: tuple[int, Task] | None = None
        self.open: Task | None = None
        self.waiting = Packed[Found | Misread]()
        self.folded = self.hidden = 0

    def _file(self, name: str) -> When | None:
        """Return the day that the file as a whole is of, where no headline of it is a date."""
        dates = (date_of(one.title, None, self.form) for one in self.document.titles() if not one.state)
        if any(isinstance(date, When) for date in dates):
            return None
        for value in (*self.document.all("DATE"), *self.document.all("TITLE")):
            when = date_of(value, None, self.form)
            if isinstance(when, When):
                return when
        return file_date(name)

    def pieces(self) -> Iterator[Found | Misread]:
        """Yield all that the file holds."""
        parts = self.document.headlines()
        part = next(parts)
        self._loose(part, Times(part), self.file)
        for following in itertools.chain(parts, (None,)):
            if part.level:
                self._headline(part, leaf=following is None or following.level <= part.level)
            yield from self._made()
            if following is not None:
                part = following
        yield from self._closed()

    def _made(self) -> Iterator[Found | Misread]:
        """Yield what is complete: what stands under an entry into which more may be folded waits for it."""
        under = self.under[1] if self.under else None
        if self.open is not under:
            yield from self._closed()
        for piece in self.made:
            if piece is under:
                self.open = under
            elif self.open is None:
                yield from self._of(piece)
            else:
                for one in self._of(piece):
                    self.waiting.add(one)
        self.made.clear()

    def _closed(self) -> Iterator[Found | Misread]:
        if self.open:
            yield from self._of(self.open)
            yield from self.waiting.spent()
            self.open, self.waiting, self.folded = None, Packed(), 0

    def _of(self, piece: Found | Misread | Task) -> Iterator[Found | Misread]:
        return piece.pieces(self.document.states) if isinstance(piece, Task) else iter((piece,))

    def _headline(self, headline: Headline, *, leaf: bool) -> None:
        if self.hidden and headline.level > self.hidden:
            return
        self.hidden = headline.level if headline.comment else 0
        self.unused.look(headline)
        if self.under and headline.level <= self.under[0]:
            self.under = None
        self.places.leave(headline.level)
        if headline.comment:
            self.left["hidden headline"] += 1
            return
        if not headline.state and self._date(headline):
            return
        times = Times(headline)
        self.left["running clock"] += times.running
        if self.document.states.is_given_up(headline.state):
            self.left["cancelled task"] += 1
            self.places.enter(headline, None, "")
            return
        signs = headline.state or times.has_own or times.faults or "ID" in headline.properties
        own = signs or (self.places.when and without_hour(times.title) != times.title)
        if self.under and not own:
            self.under[1].fold(headline, times)
            self.folded += headline.size
            self.document.check(self.folded, self.under[1].headline)
            return
        if not leaf and not own and not markdown(times.body):
            self.structure.append(headline.line)
            self.places.enter(headline, None, times.title)
            return
        task = Task(headline, times, self._context(headline))
        self.made.append(task)
        if leaf:
            return
        self.places.enter(headline, times.when, "" if headline.state else times.title)
        if not headline.state and (times.when or self.places.when or self.file or times.has_own):
            self.under = headline.level, task

    def _context(self, headline: Headline) -> Context:
        return context(self.places, headline, self.file, self.options.today)

    def _date(self, headline: Headline) -> bool:
        """Go to what stands under a headline that is a date; tell whether it is one."""
        when = date_of(headline.title, self.places.when, self.form)
        if when is None:
            return False
        times = Times(headline)
        lost = isinstance(when, str)
        if isinstance(when, str):
            self.made.append(Misread(headline.line, headline.raw.strip(), when))
            when = None
        self.structure.append(headline.line)
        self.places.enter(headline, when, "", lost=lost)
        self._loose(headline, times, when)
        self.made.extend(Misread(fault.line, fault.text, fault.why) for fault in times.faults[lost:])
        if times.clocked or times.unplaced:
            self.made.append(Misread(headline.line, headline.raw.strip(), "time that is clocked on no task"))
        return True

    def _loose(self, headline: Headline, times: Times, when: When | None) -> None:
        """Make entries of what stands under a date itself: each item of a list, else the whole of it."""
        above = self._context(headline)._replace(when=when)
        for lines in _notes(times.body):
            first = Headline(Line(lines[0].number, ""), 0, self.document.states)
            item = _ITEM.match(lines[0].text.strip())
            text = markdown(lines)
            if item:
                text = text[item.end() :]
            if not text.strip():
                continue
            head, _, rest = text.partition("\n\n")
            first.title = " ".join(head.split())
            if item:
                head, _, rest = text.partition("\n")
                first.title = head.strip()
            made = Times(first)
            made.body = [Line(lines[0].number, line) for line in rest.split("\n")] if rest.strip() else []
            planned = item is not None and item[1] == " "
            said = above._replace(kind="note", tags=(*above.tags, "plan")) if planned else above
            self.made.append(Task(first, made, said, loose=True))


def _notes(lines: list[Line]) -> Iterator[list[Line]]:
    """Yield the items of a list, or all lines where they are no list."""
    said = [line for line in lines if line.text.strip()]
    if not said:
        return
    indent = min(len(line.text) - len(line.text.lstrip()) for line in said)
    if not _ITEM.match(said[0].text[indent:]):
        yield lines
        return
    item: list[Line] = []
    for line in lines:
        if _ITEM.match(line.text[indent:]) and item:
            yield item
            item = []
        if item or line.text.strip():
            item.append(line)
    if item:
        yield item
