"""A page of a mail program as the text it shows: a line a line, and `> ` before what is quoted."""

import re
from typing import Protocol

from growth.errors import WrongUsage

# The parser stops at 256 levels and says nothing.
DEPTH = 200
MOST_QUOTES = 10
_HTML = re.compile(
    r"\s*(?:<\?xml[^<]*>\s*|<!--[^<]*-->\s*)*"
    r"<(?:!doctype html|html|head|body|div|p|table|meta|blockquote|span)\b[^<>]*>",
    re.IGNORECASE,
)
_UNSEEN = {"head", "script", "style", "template", "title", "noscript", "svg", "object", "iframe"}
_APART = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "pre", "hr", "table"}
_BLOCKS = _APART | {
    "div",
    "section",
    "article",
    "header",
    "footer",
    "li",
    "tr",
    "dl",
    "dt",
    "dd",
    "body",
    "center",
}
_CELLS = {"td", "th"}
_BLANKS = re.compile(r"[ \t\r\n\f]+")


class _Element(Protocol):
    tag: str
    text: str | None
    tail: str | None


def is_html(text: str) -> bool:
    """Tell whether a text is a page or a piece of one."""
    return _HTML.match(text) is not None


def read(text: str, name: str) -> str:
    """Return the text of a page; scripts, styles, comments and pictures are none of it."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    sheet = _Sheet()
    if root is None:
        return ""
    walk = etree.iterwalk(root, events=("start", "end"))
    depth = 0
    for event, element in walk:
        depth += 1 if event == "start" else -1
        if depth > DEPTH:
            raise WrongUsage(
                f"{name} is nested deeper than {DEPTH} levels", "save the text of the reply alone"
            )
        if event == "end":
            sheet.close(element)
        elif element.tag in _UNSEEN:
            walk.skip_subtree()
        else:
            sheet.open(element)
    return sheet.text


class _Sheet:
    """The lines written so far, and how the next words are to stand."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._words = ""
        self._bullet = ""
        self._quoted = 0
        self._kept = 0
        self._numbers: list[int] = []

    @property
    def text(self) -> str:
        self._end()
        return "\n".join(self._lines).strip("\n")

    @property
    def _quote(self) -> str:
        return "> " * min(self._quoted, MOST_QUOTES)

    def open(self, element: _Element) -> None:
        """Begin an element, and write the words it begins with."""
        tag = element.tag
        if tag in _BLOCKS:
            self._end(apart=tag in _APART)
        if tag == "br":
            self._break()
        elif tag == "blockquote":
            self._quoted += 1
        elif tag == "pre":
            self._kept += 1
        elif tag in ("ul", "ol"):
            self._numbers.append(-1 if tag == "ul" else 0)
        elif tag == "li" and self._numbers:
            self._number()
        self._write(element.text)

    def _number(self) -> None:
        if self._numbers[-1] < 0:
            self._bullet = "- "
        else:
            self._numbers[-1] += 1
            self._bullet = f"{self._numbers[-1]}. "

    def close(self, element: _Element) -> None:
        """End an element, and write the words that follow it."""
        tag = element.tag
        if tag in _BLOCKS:
            self._end()
        if tag == "blockquote":
            self._quoted -= 1
        if tag in _APART:
            self._end(apart=True)
        if tag == "pre":
            self._kept -= 1
        elif tag in ("ul", "ol"):
            self._numbers.pop()
        elif tag in _CELLS:
            self._write(" ")
        self._write(element.tail)

    def _write(self, words: str | None) -> None:
        if not words:
            return
        if self._kept:
            first, *more = words.replace("\r\n", "\n").split("\n")
            self._words += first
            for line in more:
                self._break()
                self._words = line
            return
        words = _BLANKS.sub(" ", words)
        if not self._words or self._words.endswith(" "):
            words = words.removeprefix(" ")
        self._words += words

    def _break(self) -> None:
        self._lines.append(f"{self._quote}{self._bullet}{self._words.rstrip()}".rstrip(" "))
        self._words = self._bullet = ""

    def _end(self, *, apart: bool = False) -> None:
        """End the line, if there is one, and leave a blank one where a paragraph begins or ends."""
        if self._words.strip():
            self._break()
        self._words = ""
        if apart and self._lines:
            if self._lines[-1].strip("> "):
                self._lines.append("")
            # A blank line between two quotations belongs to neither.
            self._lines[-1] = self._quote.rstrip(" ")
