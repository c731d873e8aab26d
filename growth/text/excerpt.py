"""The beginning of a text of mine, and what its links are called: no mark is ever cut in two."""

import re
from collections.abc import Iterator

from growth.text.markdown import ADDRESS, MINE, label

# Where an address is longer than this, it counts as text: nothing without an end is taken for a link.
LONGEST_ADDRESS = 2000


def addresses(text: str) -> frozenset[str]:
    """Return where the links of a text lead to, written out or as Markdown."""
    found = {match["target"] or match["url"] or "" for match in MINE.finditer(text)}
    # What stands in emphasis, or ends in a sign that an address hardly ends in.
    return frozenset(found | set(ADDRESS.findall(text)) - {""})


def named_links(text: str) -> str:
    """Return a text with its links as their words, and its addresses as what they are called."""
    return MINE.sub(_named, text) if "://" in text or "mailto:" in text else text


def _named(match: re.Match[str]) -> str:
    if match["words"]:
        return match["words"]
    return label(match["url"]) if match["url"] else match[0]


def beginning(text: str, longest: int) -> str:
    """Return a text on one line, cut where it is long: at a word, outside of links, code and emphasis."""
    words = " ".join(text.split())
    if len(words) <= longest:
        return words
    near = words[: longest + 2 * LONGEST_ADDRESS]
    kept = shown = 0
    for start, counts in _pieces(near):
        shown += counts
        if shown > longest:
            break
        # A space is the only place to cut at; what is glued to a mark goes with it.
        if words[start].isspace():
            kept = start
    else:
        if near == words:
            return words
    return f"{words[:kept] if kept else _hard(near, longest)} …"


def _hard(words: str, longest: int) -> str:
    """Return the beginning of a text that is one long mark or word: without its marks."""
    plain = named_links(words).strip("*_`[]")
    return plain[:longest].rsplit(" ", 1)[0]


def _pieces(words: str) -> Iterator[tuple[int, int]]:
    """Yield where each mark, and each character around the marks, begins, and how much of it is shown."""
    at = 0
    for match in MINE.finditer(words):
        if match["plain"] or match["word"]:
            continue
        yield from ((place, 1) for place in range(at, match.start()))
        at = match.end()
        short = at - match.start() <= LONGEST_ADDRESS
        yield match.start(), len(_named(match)) if short else at - match.start()
    yield from ((place, 1) for place in range(at, len(words)))
