"""A reply as it comes back: whose answers stand where, once the mail around them is taken off.

quotequail tells the lines that mail programs add: "On Friday Kim wrote:", the head of a forwarded
message. Which words answer which question, the markers tell (rules/filled_paper).
"""

import re
from collections.abc import Iterator, Sequence

from growth.records.answer import Reader
from growth.records.request import Asked
from growth.rules import filled_paper, paper_sections
from growth.rules.paper_sections import Section
from growth.rules.request_paper import Filled

# What follows bounds the work of quotequail, whose expressions take long on long lines.
WIDEST = 300
MOST_LINES = 5_000
MOST_PARTS = 500
MOST_SIGNS = 3
DEPTH = 8
_OURS = re.compile("[\ue000\ue001]")
_MADE = re.compile("\n*(?:> ?)?\ue001")
_KEPT = re.compile("\ue000(\\d+)\ue000")
_SIGNATURES = ("-- ", "Sent from my ", "Get Outlook for ")
# Stands below what is handed over, since a message of which nothing is quoted is cut a line too early.
_BELOW = "\n\n> \ue001"
_HEAD = {"to", "cc", "bcc", "reply-to", "date", "subject"}


def filled(text: str, asked: Sequence[Asked], readers: Sequence[Reader], paper: str = "") -> Filled:
    """Return what a reply says about the questions of a request, as `filled_paper.parse` does."""
    parts = paper_sections.sections(text.replace("\r\n", "\n").replace("\r", "\n"), asked, readers, paper)
    if len(parts) > MOST_PARTS:
        return filled_paper.filled(parts, asked, readers, paper)
    unwrapped = [one for number in range(len(parts)) for one in _unwrapped(parts, number)]
    return filled_paper.filled(unwrapped, asked, readers, paper)


def _unwrapped(parts: Sequence[Section], number: int) -> Iterator[Section]:
    """Yield a section without the lines that mail programs add, and what stood below them on its own."""
    part = parts[number]
    answers = part.mark and not part.mark.startswith("r")
    if not answers:
        yield part._replace(lines=_flat(_level(part.said), DEPTH).split("\n"))
        return
    said, below = part.said, ""
    found = _unwrap(said)
    cut = found is not None and (not found[1].strip() or _is_answered(parts, number))
    if found and cut:
        said, below = found
    if cut or number == len(parts) - 1:
        said, below = _signed(said, below)
    yield part._replace(lines=said.split("\n"))
    if below.strip():
        yield Section("", 0, _flat(below, DEPTH).split("\n"))


def _level(text: str) -> str:
    """Return text without the signs of quoting that all its lines have."""
    lines = text.split("\n")
    depth = min((paper_sections.quoted(line) for line in lines if line.strip()), default=0)
    return "\n".join(paper_sections.unquoted(line, depth) for line in lines) if depth else text


def _is_answered(parts: Sequence[Section], number: int) -> bool:
    """Tell whether a copy of the paper, quoted deeper, begins below a section."""
    return number + 1 < len(parts) and parts[number + 1].depth > parts[number].depth


def _signed(said: str, below: str) -> tuple[str, str]:
    """Return an answer without the signature at its end, which then is under no question."""
    lines = said.split("\n")
    for place, line in enumerate(lines):
        # The sign for a signature ends in a blank, which some programs take away.
        if f"{line} ".startswith(_SIGNATURES) and place and (line.strip() == "--" or place == len(lines) - 1):
            return "\n".join(lines[:place]), "\n".join([*lines[place:], "", below])
    return said, below


def _flat(text: str, depth: int) -> str:
    """Return text with what it wraps, however often, in the order it stands in."""
    found = _unwrap(text, quotes=True) if depth else None
    if not found:
        return text
    top, below = found
    return "\n\n".join(part for part in (top, _flat(below, depth - 1)) if part.strip())


def _unwrap(text: str, *, quotes: bool = False) -> tuple[str, str] | None:
    """Return what stands above a quoted or forwarded message, and that message with what is below it."""
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        return None
    from quotequail import unwrap

    kept: list[str] = []
    found: dict[str, str] | None = unwrap("\n".join(_short(line, kept) for line in lines) + _BELOW)
    if not found or not (_is_mail(found) or (quotes and found["type"] == "quote")):
        return None
    top, *below = (_whole(found.get(part, ""), kept) for part in ("text_top", "text", "text_bottom"))
    return top, "\n\n".join(part for part in below if part)


def _is_mail(found: dict[str, str]) -> bool:
    """Tell whether it was a mail program that wrapped this: "On Friday Bo wrote:" may be the giver's own."""
    headed = "from" in found
    return (
        headed
        if found["type"] == "reply"
        else found["type"] == "forward" and (headed or not {*found} & _HEAD)
    )


def _short(line: str, kept: list[str]) -> str:
    """Return a line, or a sign for one that no mail program adds."""
    if len(line) <= WIDEST and line.count("@") <= MOST_SIGNS and not _OURS.search(line):
        return line.replace("\xa0", " ")
    kept.append(line.lstrip("> "))
    return f"{line[: len(line) - len(kept[-1])]}\ue000{len(kept) - 1}\ue000"


def _whole(text: str, kept: list[str]) -> str:
    return _KEPT.sub(lambda found: kept[int(found[1])], _MADE.sub("", text))
