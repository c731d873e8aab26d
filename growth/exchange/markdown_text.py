"""The inline side of imported Markdown: links to keep, references to resolve, titles to cut."""

import re

from growth.exchange.markdown_blocks import Source, has_word
from growth.records.imported import Misread
from growth.text.markdown import MINE

_DEFINITION = re.compile(r" {0,3}\[(?P<label>[^\[\]^][^\[\]]*)\]:\s+<?(?P<url>[^\s<>]+)>?\s*$")
_AFTER_TEXT = re.compile(r"\]\[([^\[\]]+)\]")
_ALONE = re.compile(r"(?<!\])\[([^\[\]]+)\](?:\[\])?(?![\[(:])")
_ATTRIBUTES = re.compile(r"(?<=\))\{:?\s?target=[\w\"']+\}")
_URL = re.compile(r"(?:https?://|mailto:)[^\s<>\"`\]]+")
_BRACKET = re.compile(r"[()]")
_CODE = re.compile(r"`[^`\n]*`")
_SENTENCE = re.compile(r"[.!?。](?=\s)")
_PICTURE = re.compile(r"!\[([^\[\]\n]*)\](?:\([^()\n]*\)|\[[^\[\]\n]*\])")
_LEADING = re.compile(r"\[\s*\]\([^()\n]*\)")
LONGEST_TITLE = 160
SHORTEST_TITLE = 20
FARTHEST_END = 320
FARTHEST_MARK = 4000


def _trim(url: str) -> str:
    """Return a URL without the bracket it stands in and the punctuation of its sentence."""
    depth = 0
    for bracket in _BRACKET.finditer(url):
        depth += 1 if bracket[0] == "(" else -1
        if depth < 0:
            url = url[: bracket.start()]
            break
    return url.rstrip(".,;:!?'*_")


def links(text: str) -> tuple[str, ...]:
    """Return the addresses that `text` points to, each once; code is left alone."""
    prose: list[str] = []
    fenced = False
    for line in text.split("\n"):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced:
            prose.append(line)
    found = (_trim(url) for url in _URL.findall(_CODE.sub("", "\n".join(prose))))
    return tuple(dict.fromkeys(url for url in found if len(url) > len("mailto:")))


class References:
    """The addresses of `[text][name]` in a file, perhaps of several parts."""

    def __init__(self) -> None:
        self._targets: dict[str, tuple[str, int, str]] = {}
        self._places: set[int] = set()
        self._used: set[str] = set()

    def learn(self, source: Source, before: int = 0) -> None:
        """Note the addresses of a part with so many lines `before` it; of two for a name the first counts."""
        for at in _free(source):
            source.lines[at] = _ATTRIBUTES.sub("", source.lines[at])
            match = _DEFINITION.match(source.lines[at])
            if match and match["label"].casefold() not in self._targets:
                target = match["url"], before + at, source.lines[at]
                self._targets[match["label"].casefold()] = target
                self._places.add(before + at)

    def put(self, source: Source, before: int = 0) -> None:
        """Put the addresses where they are used, and take them out where they stand."""
        if not self._targets:
            return
        for at in _free(source):
            if before + at in self._places:
                source.lines[at] = ""
                source.hidden.append(at)
            elif "[" in source.lines[at]:
                line = _AFTER_TEXT.sub(lambda match: self._target(match, "]"), source.lines[at])
                source.lines[at] = _ALONE.sub(lambda match: self._target(match, f"[{match[1]}]"), line)

    def _target(self, match: re.Match[str], text: str) -> str:
        label = match[1].casefold()
        if label not in self._targets:
            return match[0]
        self._used.add(label)
        return f"{text}({self._targets[label][0]})"

    def unused(self) -> list[Misread]:
        """Return the addresses that nothing refers to."""
        return [
            Misread(at + 1, line.strip(), "a link that nothing refers to")
            for label, (url, at, line) in self._targets.items()
            if label not in self._used and url != "#"
        ]


def _free(source: Source) -> list[int]:
    """Return the lines that stand in no fenced code."""
    fenced = {line for start, end in source.fences.items() for line in range(start, end + 1)}
    return [at for at in range(len(source.lines)) if at not in fenced]


def _whole(text: str, marks: list[tuple[int, int]], end: int) -> bool:
    """Tell whether no bracket, and none of `marks`, is open where a title would end."""
    head = text[:end]
    paired = head.count("[") == head.count("]") and head.count("(") == head.count(")")
    return paired and head.count("`") % 2 == 0 and not any(start < end < stop for start, stop in marks)


def split_title(text: str) -> tuple[str, str]:
    """Return the first sentence of a long text as its title, and the rest; nothing marked is cut."""
    if len(text) <= LONGEST_TITLE:
        return text, ""
    # Bounded: marks are tried from each opening sign to the end.
    marks = [match.span() for match in MINE.finditer(text[:FARTHEST_MARK])]
    for sentence in _SENTENCE.finditer(text, SHORTEST_TITLE, FARTHEST_END):
        end = sentence.end()
        if _whole(text, marks, end):
            return text[:end], text[end:].strip()
    return text, ""


def is_picture(text: str) -> bool:
    """Tell whether a text is pictures and nothing else; the words that describe one are words."""
    if "![" not in text:
        return False
    return not has_word(_LEADING.sub("", _PICTURE.sub(r"\1", text)))
