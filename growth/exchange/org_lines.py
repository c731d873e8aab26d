"""Cut Org text into its headlines, each with its state, tags, drawers and the lines under it.

Every line is looked at once with patterns that are bounded, and a broken one costs itself alone.
"""

import re
from array import array
from collections.abc import Iterator
from typing import NamedTuple

from growth.errors import WrongUsage
from growth.exchange import limits, text_parts

# Deeper is a line of stars.
_HEADLINE = re.compile(r"(\*{1,100}) ")
_KEYWORD = re.compile(r"[ \t]*#\+([A-Za-z][\w-]{0,40}):[ \t]*")
_BLOCK = re.compile(r"[ \t]*#\+(begin|end)_(\w{1,40})", re.IGNORECASE)
_DRAWER = re.compile(r"[ \t]*:([\w-]{1,60}):[ \t]*$")
_PROPERTY = re.compile(r"[ \t]*:([^\s:]{1,80}):(?:[ \t]+|$)")
_PRIORITY = re.compile(r"\[#[A-Za-z0-9]{1,2}\][ \t]*")
_COOKIE = re.compile(r"\[(?:\d{0,6}/\d{0,6}|\d{0,3}%)\]")
_TAG = re.compile(r"[\w@#%]+")
_KEYWORD_LINE = re.compile(r"^[ \t]*#\+([A-Za-z][\w-]{0,40}):(.*)$", re.MULTILINE)
_HEADLINE_LINE = re.compile(r"^(\*{1,100}) .*$", re.MULTILINE)
_TODO_LINES = ("TODO", "SEQ_TODO", "TYP_TODO")
_SAYS = (*_TODO_LINES, "DATE", "TITLE", "FILETAGS", "CATEGORY")
# What a file uses without a line that says so: the words of Org itself and of those who set up many.
OPEN = ("TODO", "NEXT", "STARTED", "DOING", "INPROGRESS", "IN-PROGRESS", "PROG", "STRT",
        "WAITING", "WAIT", "HOLD", "PROJ")  # fmt: skip
DONE = ("DONE",)
CANCELLED = ("CANCELLED", "CANCELED", "KILL")
_NEVER = re.compile(
    r"CANCELL?ED|KILL(?:ED)?|DROPPED|ABANDONED|REJECTED|WONTFIX|WONT|ABORTED|OBSOLETE|DUPLICATE"
)


class Line(NamedTuple):
    number: int
    text: str


class States:
    """The words of a file that say how it is with a task."""

    def __init__(self, keywords: list[tuple[str, str]]) -> None:
        lists = [value for key, value in keywords if key in _TODO_LINES]
        self.open: set[str] = set()
        self.ended: set[str] = set()
        for value in lists:
            before, bar, after = value.partition("|")
            words, last = _words(before), _words(after)
            # Without a bar the last word of a list is the end.
            ended = last if bar else words[-1:]
            self.ended.update(ended)
            self.open.update(word for word in words if word not in ended)
        if not lists:
            self.open.update(OPEN)
            self.ended.update((*DONE, *CANCELLED))

    def is_done(self, word: str) -> bool:
        """Tell whether a word says that a task was done, and not given up."""
        return word in self.ended and not self.is_given_up(word)

    def is_given_up(self, word: str) -> bool:
        """Tell whether a word says that a task ended without having been done."""
        return word in self.ended and _NEVER.fullmatch(word.upper()) is not None


def _words(text: str) -> list[str]:
    return [word.partition("(")[0] for word in text.split()]


class Headline:
    """A headline, and what stands under it up to the next one."""

    __slots__ = (
        "body", "comment", "level", "line", "log", "priority", "properties", "raw", "size", "state", "tags",
        "title",
    )  # fmt: skip

    def __init__(self, line: Line, level: int, states: States) -> None:
        self.line, self.level, self.raw, self.size = line.number, level, line.text, len(line.text)
        rest = line.text[level:].strip()
        self.tags, rest = _tags(rest)
        first, _, after = rest.partition(" ")
        self.state = first if first in states.open or first in states.ended else ""
        rest = after.strip() if self.state else rest
        priority = _PRIORITY.match(rest)
        self.priority = priority is not None
        rest = rest[priority.end() :] if priority else rest
        self.comment = rest == "COMMENT" or rest.startswith("COMMENT ")
        # What is written before a title so that it is not read as a state is no word of it.
        self.title = " ".join(_COOKIE.sub("", rest).split()).strip("\u200b")
        self.properties: dict[str, str] = {}
        self.log: list[Line] = []
        self.body: list[Line] = []


def _tags(heading: str) -> tuple[tuple[str, ...], str]:
    """Return the tags at the end of a heading, and it without them."""
    before, space, last = heading.rpartition(" ") if " " in heading else heading.rpartition("\t")
    start = max(last.rfind("\t"), -1) + 1
    before, last = before + space + last[:start], last[start:]
    words = last[1:-1].split(":")
    if len(last) < 3 or last[0] != ":" or last[-1] != ":" or not all(map(_TAG.fullmatch, words)):
        return (), heading
    return tuple(words), before.strip()


class Document:
    """Org text: what its keyword lines say, and its headlines one after the other, read anew each time."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name
        self.structure = array("I")
        self._keywords: list[tuple[str, str]] = []
        line = 1
        for text in self._texts():
            place = 0
            for match in _KEYWORD_LINE.finditer(text):
                line, place = line + text.count("\n", place, match.start()), match.start()
                self.structure.append(line)
                if match[1].upper() in _SAYS:
                    self._keywords.append((match[1].upper(), match[2].strip()))
            line += text.count("\n", place)
        self.states = States(self._keywords)

    def _texts(self) -> Iterator[str]:
        for text in text_parts.parts(self._data):
            yield text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text

    def all(self, key: str) -> list[str]:
        """Return what the keyword lines of that name say."""
        return [value for name, value in self._keywords if name == key and value]

    def titles(self) -> Iterator[Headline]:
        """Yield the headlines without what stands under them."""
        for text in self._texts():
            for match in _HEADLINE_LINE.finditer(text):
                yield Headline(Line(0, match[0]), len(match[1]), self.states)

    def headlines(self) -> Iterator[Headline]:
        """Yield what stands before all headlines, and then each of them."""
        part = Headline(Line(0, ""), 0, self.states)
        under: list[Line] = []
        for line in self._lines():
            match = _HEADLINE.match(line.text)
            if match:
                _fill(part, under)
                yield part
                part, under = Headline(line, len(match[1]), self.states), []
            else:
                under.append(line)
                part.size += len(line.text) + 1
                self.check(part.size, part)
        _fill(part, under)
        yield part

    def check(self, size: int, headline: Headline) -> None:
        """Refuse so much text under a headline of a long file that it takes too much room."""
        if size > limits.LINE and len(self._data) > limits.WHOLE:
            raise WrongUsage(
                f"{self._name}:{max(headline.line, 1)}: more than {limits.LINE:,} characters "
                "stand under this headline",
                "split it into several files",
            )

    def _lines(self) -> Iterator[Line]:
        number, rest = 0, ""
        for text in self._texts():
            *lines, rest = text.split("\n")
            for line in lines:
                number += 1
                yield Line(number, line)
        yield Line(number + 1, rest)


def _fill(part: Headline, lines: list[Line]) -> None:
    """Put each line where it belongs: into properties, the log, or the body."""
    at, block = 0, ""
    while at < len(lines):
        line = lines[at]
        mark = _BLOCK.match(line.text)
        if mark:
            block = mark[2].lower() if mark[1].lower() == "begin" else ""
        drawer = None if block or mark else _DRAWER.match(line.text)
        end = _end(lines, at) if drawer and drawer[1].upper() != "END" else 0
        if not drawer or not end:
            if block or mark or not _KEYWORD.match(line.text):
                part.body.append(line)
            at += 1
            continue
        inside = lines[at + 1 : end]
        name = drawer[1].upper()
        if name == "PROPERTIES":
            part.properties.update(_properties(inside))
        else:
            (part.log if name == "LOGBOOK" else part.body).extend(inside)
        at = end + 1


def _end(lines: list[Line], start: int) -> int:
    """Return where the drawer that opens at `start` ends; 0 where it never does."""
    for at in range(start + 1, len(lines)):
        match = _DRAWER.match(lines[at].text)
        if match:
            return at if match[1].upper() == "END" else 0
    return 0


def _properties(lines: list[Line]) -> Iterator[tuple[str, str]]:
    for line in lines:
        match = _PROPERTY.match(line.text)
        if match:
            yield match[1].upper(), line.text[match.end() :].strip()
