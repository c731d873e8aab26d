"""The inline side of imported Markdown: links to keep, references to resolve, titles to cut."""

import re

from growth.exchange.markdown_blocks import Source
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


def resolve(source: Source) -> list[Misread]:
    """Put the addresses of `[text][name]` where they are used; return the definitions that nothing uses."""
    targets: dict[str, tuple[str, int]] = {}
    fenced = {line for start, end in source.fences.items() for line in range(start, end + 1)}
    free = [at for at in range(len(source.lines)) if at not in fenced]
    for at in free:
        source.lines[at] = _ATTRIBUTES.sub("", source.lines[at])
        match = _DEFINITION.match(source.lines[at])
        if match and match["label"].casefold() not in targets:
            targets[match["label"].casefold()] = (match["url"], at)
    if not targets:
        return []
    places = {at: source.lines[at] for _, at in targets.values()}
    used: set[str] = set()

    def _target(match: re.Match[str], text: str) -> str:
        label = match[1].casefold()
        if label not in targets:
            return match[0]
        used.add(label)
        return f"{text}({targets[label][0]})"

    for at in free:
        if at in places:
            source.lines[at] = ""
            source.hidden.append(at)
        elif "[" in source.lines[at]:
            line = _AFTER_TEXT.sub(lambda match: _target(match, "]"), source.lines[at])
            source.lines[at] = _ALONE.sub(lambda match: _target(match, f"[{match[1]}]"), line)
    return [
        Misread(at + 1, places[at].strip(), "a link that nothing refers to")
        for label, (url, at) in targets.items()
        if label not in used and url != "#"
    ]


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
