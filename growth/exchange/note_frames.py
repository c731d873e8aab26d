"""Take out of a note what is no word of it: lines that lead to other days, files that it embeds."""

import re
from collections import Counter

from growth.exchange.markdown_blocks import Source, has_word
from growth.exchange.month_names import Names
from growth.exchange.written_dates import read

NAVIGATION, EMBEDDED = "navigation line", "embedded file"
_LINK = re.compile(
    r"!?\[\[(?P<page>[^\[\]|#\n]{1,300})(?:#[^\[\]|\n]{0,300})?(?:\|(?P<says>[^\[\]\n]{0,300}))?\]\]"
    r"|\[(?P<text>[^\[\]\n]*)\]\((?P<file>[^()\s:]+)\)"
)
_WORDS = re.compile(
    r"\b(?:prev(?:ious)?|next|yesterday|tomorrow|back|forward|day|week|month|note)\b", re.IGNORECASE
)
_EMBED = re.compile(r"!\[\[[^\[\]|#\n]{1,200}\.(?!md\b)[A-Za-z][A-Za-z0-9]{1,9}(?:[|#][^\[\]\n]{0,200})?\]\]")
_ARROWS = frozenset("<>«»‹›←→⇐⇒↞↠⟵⟶⬅➡◀▶◄►⏪⏩👈👉")
_NO_LINE = re.compile(r"\s*(?:#{1,6}\s|>)")
_EDGES = re.compile(r"^\W+|\W+$")
_BULLET = re.compile(r"\s*[-*+•]\s+")


def without_frames(source: Source, names: Names) -> Counter[str]:
    """Take these lines out of all but fenced code; return how many of each there were."""
    fenced = {line for start, end in source.fences.items() for line in range(start, end + 1)}
    counts: Counter[str] = Counter()
    for at, line in enumerate(source.lines):
        if at in fenced or ("](" not in line and "]]" not in line):
            continue
        embedded = len(_EMBED.findall(line))
        counts[EMBEDDED] += embedded
        alone = embedded and not _BULLET.sub("", _EMBED.sub("", line), count=1).strip(" \t|-*+•")
        if alone or _leads(line, names):
            counts[NAVIGATION] += not alone
            source.lines[at] = ""
            source.hidden.append(at)
    return +counts


def _leads(line: str, names: Names) -> bool:
    """Tell whether a line is nothing but links to days, with arrows or bars between them."""
    links = list(_LINK.finditer(line))
    between = _LINK.sub(" ", line)
    if not links or _NO_LINE.match(line) or "`" in line or has_word(_WORDS.sub("", between)):
        return False
    shows = len(links) > 1 or not _ARROWS.isdisjoint(line) or between.strip(" \t-*+•:[]()") != ""
    return shows and all(_is_to_day(link, names) for link in links)


def _is_to_day(link: re.Match[str], names: Names) -> bool:
    """Tell whether a link leads to a day, and says no more than which."""
    name = (link["page"] or link["file"]).strip().rpartition("/")[2].removesuffix(".md")
    said = _EDGES.sub("", _WORDS.sub("", link["says"] or link["text"] or ""))
    named = not said or re.fullmatch(names.day, said, re.IGNORECASE) or read(said, None, names) is not None
    return bool(named) and any(sign.isdigit() for sign in name) and read(name, None, names) is not None
