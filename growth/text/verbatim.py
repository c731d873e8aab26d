"""Text of mine as Markdown that reads back as the same text.

As in documents, code, emphasis, links and lists stay what they are and all else is literal; but nothing
is shortened, moved or joined, so that `read` finds what `written` was given. What is not kept are
signs that could command a terminal, which are made visible, and empty lines around the text.
"""

import re

from growth.text.clean import clean, one_line
from growth.text.markdown import HARMLESS, MARK, RULE, TARGET, URL, escaped, unopened

_CODE = r"(?P<code>(?<!`)(?P<tick>`+)(?!`)[^\n]+?(?<!`)(?P=tick)(?!`))"
_MINE = re.compile(
    rf"{_CODE}|(?P<link>(?<!!)\[(?P<words>[^\[\]\n]+)\]\((?P<target>{TARGET})\))|(?P<url>{URL})"
    rf"|(?P<strong>\*\*(?=[^\s*])(?P<loud>[^*\n]*[^\s*])\*\*(?!\*))"
    rf"|(?P<em>(?<!\*)\*(?=[^\s*])(?P<soft>[^*\n]*[^\s*])\*(?!\*))"
    rf"|(?P<under>(?<![\w*])(?P<bar>__?)(?=[^\s_])(?P<said>[^_\n]*[^\s_])(?P=bar)(?![\w*]))"
    rf"|{HARMLESS}|(?P<plain>{MARK})"
)
_READ = re.compile(
    rf"{_CODE}|\[(?P<words>(?:\\.|[^\[\]\\\n])+)\]\((?P<target>{TARGET})\)|<(?P<url>{URL})>"
    r"|\\(?P<plain>[!-/:-@\[-`{-~])"
)
_ITEM = re.compile(r"(?P<sign>[-*+]|(?P<number>\d{1,9})[.)])(?P<gap> {1,4})(?=\S)")
# The signs at the end of a heading are no part of it.
_CLOSING = re.compile(r"(?:(?<=\s)|^)(?=#+$)")
_BLANKS = {" ": "&#32;", "\t": "&#9;"}
_WRITTEN = {sign: blank for blank, sign in _BLANKS.items()}
# Set in as far as this beyond its place, a line after an empty one would be code.
_CODE_INDENT = 4


def title(text: str) -> str:
    """Return a text on one line, for a heading."""
    return _CLOSING.sub(r"\\", unopened(_inline(one_line(text))))


def written(text: str) -> str:
    """Return a text as Markdown, line for line."""
    lines = _Lines()
    return "\n".join(map(lines.written, clean(text).strip("\n").split("\n")))


def read(markdown: str) -> str:
    """Return the text that Markdown was written from; what was typed into it since stays as it is."""
    return "\n".join(map(_line, markdown.strip("\n").split("\n")))


def _line(line: str) -> str:
    sign = next((one for one in _WRITTEN if line.startswith(one)), "")
    return _WRITTEN.get(sign, "") + _READ.sub(_meant, line[len(sign) :])


def _meant(match: re.Match[str]) -> str:
    if match["words"]:
        return f"[{_READ.sub(_meant, match['words'])}]({match['target']})"
    return match["url"] or match["plain"] or match[0]


def _inline(text: str) -> str:
    return _MINE.sub(_kept, text)


def _kept(match: re.Match[str]) -> str:
    found = match.groupdict()
    if found["link"]:
        return f"[{escaped(found['words'])}]({found['target']})"
    if found["url"]:
        return f"<{found['url']}>"
    for name, mark in (("loud", "**"), ("soft", "*"), ("said", found["bar"] or "")):
        if found[name]:
            return f"{mark}{escaped(found[name])}{mark}"
    return match[0] if found["code"] or found["word"] else f"\\{match[0]}"


class _Lines:
    """Writes one line after the other, and knows which items of lists are open."""

    def __init__(self) -> None:
        # How far the text of each open item is set in.
        self._open: list[int] = []
        self._blank = True

    def written(self, raw: str) -> str:
        line = raw.lstrip(" \t")
        if not line:
            self._blank = True
            return raw
        lead = raw[: len(raw) - len(line)]
        item = None if RULE.fullmatch(line.strip()) else _ITEM.match(line)
        if item and self._begins(lead, item):
            self._open = [one for one in self._open if one <= len(lead)] + [len(lead) + item.end()]
            text = lead + item[0] + unopened(_inline(line[item.end() :]))
        else:
            text = self._set_in(lead) + unopened(_inline(line))
        self._blank = False
        return text

    def _beyond(self, lead: str) -> int:
        """Return how far beyond the text of the item it belongs to a line is set in."""
        return len(lead) - max((one for one in self._open if one <= len(lead)), default=0)

    def _begins(self, lead: str, item: re.Match[str]) -> bool:
        """Tell whether an item of a list can begin there."""
        if "\t" in lead or self._beyond(lead) >= _CODE_INDENT:
            return False
        # A number other than 1 goes on with a list, but does not break into a paragraph.
        inside = self._open[-1] if self._open else 0
        return self._blank or item["number"] in (None, "1") or len(lead) < inside

    def _set_in(self, lead: str) -> str:
        """Return the blanks before a line of text, safe from being code."""
        if not self._blank:
            return lead
        if "\t" in lead or self._beyond(lead) >= _CODE_INDENT:
            self._open = []
            return _BLANKS[lead[0]] + lead[1:]
        self._open = [one for one in self._open if one <= len(lead)]
        return lead
