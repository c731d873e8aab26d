"""Links between notes, as Obsidian, Logseq and Dendron write them, turned into the words they show."""

import re

from growth.exchange.markdown_blocks import Source

_LINK = re.compile(r"!?\[\[([^\[\]\n]{1,300})\]\]")
_CODE = re.compile(r"``[^\n]{1,300}?``|`[^`\n]*`")


def shown(match: re.Match[str]) -> str:
    """Return what a link shows: its own words, else the page, and the place on it."""
    target, bar, words = match[1].partition("|")
    if bar and words.strip():
        return words.strip()
    page, _, place = target.strip().partition("#")
    return f"{page} > {place.lstrip('^#')}" if page and place else page or place


def plain(text: str) -> str:
    """Return a line of text with its links to notes as words; code is left alone."""
    if "[[" not in text:
        return text
    out, at = [], 0
    for code in _CODE.finditer(text):
        out += [_LINK.sub(shown, text[at : code.start()]), code[0]]
        at = code.end()
    return "".join((*out, _LINK.sub(shown, text[at:])))


def unlinked(source: Source) -> None:
    """Turn the links to notes in all lines but those of fenced code into words."""
    fenced = {line for start, end in source.fences.items() for line in range(start, end + 1)}
    for at, line in enumerate(source.lines):
        if at not in fenced and "[[" in line:
            source.lines[at] = plain(line)
