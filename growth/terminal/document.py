"""A document in Markdown on a terminal: compact, aligned, readable without colour.

It knows the Markdown that growth's own templates are written in; anything else is shown as it is.
A line's tail, ` · *3 days late* · `7k3q``, goes to the right edge.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from growth.terminal.cells import pad, width
from growth.terminal.screen import Part

if TYPE_CHECKING:
    from growth.rules.charts import Chart

WIDEST = 100
_ITEM = re.compile(r"( *)([-*]|\d{1,9}[.)]) (.*)")
_TASK = re.compile(r"\[([ x])\] ")
_LABEL = re.compile(r"\*\*([^*\\]{1,14})\*\*:? +(?=\S)")
_TAIL = re.compile(r" · (?:\*\*(?P<late>[^*]+)\*\*|\*(?P<soft>[^*]+)\*|`(?P<id>[^`]+)`|(?P<number>\[\d+\]))$")
_SPAN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<tick>`+)(?P<code>.+?)(?P=tick)|<(?P<url>https?://[^>\s]+|mailto:[^>\s]+)>"
    r"|\[(?P<words>(?:\\.|[^\[\]\\])+)\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)"
    r"|\*\*(?P<loud>(?:\\.|[^*\\])+)\*\*|\*(?P<soft>(?:\\.|[^*\\])+)\*"
    r"|(?<!\w)(?P<bar>__?)(?P<said>(?:\\.|[^_\\])+)(?P=bar)(?!\w)"
)
# Three ticks that are closed on the same line are code within a line.
_FENCE = re.compile(r"```[^`]*")
# Made for a machine to check; on a terminal it is a screen of nothing to read.
_UNSHOWN = "## Records cited"


class Item(NamedTuple):
    """One line of a list, taken apart."""

    indent: int
    marker: str
    label: str
    text: str
    tail: tuple[Part, ...]


def lines(
    markdown: str, columns: int, charts: "Mapping[str, Chart] | None" = None
) -> Iterator[tuple[Part, ...]]:
    """Yield the lines of a document, at most `columns` wide where words allow it."""
    room = min(columns, WIDEST)
    shown = markdown.split(f"\n{_UNSHOWN}")[0].rstrip("\n")
    yield from _with_charts(shown, room, charts) if charts else _text(shown, room)


def _with_charts(shown: str, room: int, charts: "Mapping[str, Chart]") -> Iterator[tuple[Part, ...]]:
    from growth.rules.charts import FENCE
    from growth.terminal import charts as drawn

    first, *rest = (piece.strip("\n") for piece in FENCE.split(shown))
    yield from _text(first, room)
    above = first
    for name, text in zip(rest[::2], rest[1::2], strict=True):
        if not above.rpartition("\n")[2].startswith("#"):
            yield ("",)
        yield from drawn.lines(charts[name], room)
        if text:
            yield ("",)
            yield from _text(text, room)
        above = text


def _text(markdown: str, room: int) -> Iterator[tuple[Part, ...]]:
    shown = markdown.split("\n")
    labels = _label_widths(shown)
    fenced = blank = False
    above = ""
    for number, line in enumerate(shown):
        if not line.strip() and not fenced:
            blank = True
            continue
        # An empty line under a heading, or over the title, says nothing on a terminal.
        if blank and not above.startswith("#") and not line.startswith("# "):
            yield ("",)
        if _FENCE.fullmatch(line):
            fenced = not fenced
        elif fenced:
            yield (line,)
        else:
            yield from _line(line, room, labels.get(number, 0))
        blank, above = False, line


def plain(text: str) -> str:
    """Return inline Markdown as the words that it shows."""
    return _SPAN.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    found = match.groupdict()
    for name in ("words", "loud", "soft", "said"):
        if found[name]:
            return plain(found[name])
    return found["escaped"] or (found["code"] or "").strip() or found["url"] or match[0]


def _label_widths(shown: list[str]) -> dict[int, int]:
    """Return, by line, how wide the labels of the list are that the line belongs to."""
    widths: dict[int, int] = {}
    run: list[int] = []
    for number, line in enumerate([*shown, ""]):
        found = _ITEM.fullmatch(line)
        if found and found[1] == "":
            run.append(number)
        elif not line.startswith(" "):
            labels = [item.label for item in (_item(shown[place]) for place in run) if item and item.label]
            widest = max((width(label) for label in labels), default=0)
            widths |= dict.fromkeys(run, widest)
            run = []
    return widths


def _line(line: str, room: int, label: int) -> Iterator[tuple[Part, ...]]:
    if line.startswith("#"):
        depth = len(line) - len(line.lstrip("#"))
        words, tail = _tail(line[depth:].strip())
        shown = plain(words).upper() if depth == 2 else plain(words)
        yield from _spread("", shown, "title", tail, room, "")
    elif item := _item(line):
        yield from _laid(item, room, label)
    elif line.startswith("> "):
        yield from _spread("| ", plain(line[2:]), "dim", (), room, "| ")
    elif re.fullmatch(r"\*[^*]+\*", line):
        yield from _spread("", plain(line), "dim", (), room, "")
    else:
        indent = line[: len(line) - len(line.lstrip())]
        words, tail = _tail(line.strip())
        yield from _spread(indent and f"  {indent}", plain(words), "", tail, room, indent and f"  {indent}")


def _item(line: str) -> Item | None:
    found = _ITEM.fullmatch(line)
    if not found:
        return None
    text, tail = _tail(found[3])
    marker = "." if found[2] in "-*" else found[2]
    if task := _TASK.match(text):
        text = text[task.end() :]
        marker = "x" if task[1] == "x" else "!" if any(style == "late" for _, style in _styled(tail)) else "."
    label = _LABEL.match(text)
    if label:
        text = text[label.end() :]
    return Item(len(found[1]), marker, plain(label[1]) if label else "", plain(text), tail)


def _tail(text: str) -> tuple[str, tuple[Part, ...]]:
    parts: list[Part] = []
    while found := _TAIL.search(text):
        style = "late" if found["late"] else "dim" if found["soft"] else "id"
        words = found["late"] or found["soft"]
        parts[:0] = ["  ", (plain(words) if words else found["id"] or found["number"], style)]
        text = text[: found.start()]
    return text, tuple(parts[1:])


def _styled(parts: Iterable[Part]) -> Iterator[tuple[str, str]]:
    return (part if isinstance(part, tuple) else (part, "") for part in parts)


def _laid(item: Item, room: int, label: int) -> Iterator[tuple[Part, ...]]:
    lead = f"  {' ' * item.indent}{item.marker} "
    if not label or item.indent:
        named = f"{item.label}: " if item.label else ""
        yield from _spread(lead, f"{named}{item.text}", "", item.tail, room, " " * len(lead))
        return
    # Where lines have labels these stand in the place of the marker.
    lead = f"  {pad(item.label, label)}  "
    yield from _spread(lead, item.text, "", item.tail, room, " " * width(lead))


def _spread(
    lead: str, text: str, style: str, tail: tuple[Part, ...], room: int, indent: str
) -> Iterator[tuple[Part, ...]]:
    """Yield a text in lines, its tail at the right edge of the last or, without room, on its own."""
    right = sum(width(words) for words, _ in _styled(tail))
    wrapped = wrap(text, room - width(lead))
    for words in wrapped[:-1]:
        yield lead, (words, style)
        lead = indent
    used = width(lead) + width(wrapped[-1])
    if not tail:
        yield lead, (wrapped[-1], style)
    elif used + 2 + right <= room:
        yield lead, (wrapped[-1], style), " " * (room - used - right), *tail
    else:
        yield lead, (wrapped[-1], style)
        yield " " * max(width(indent), room - right), *tail


def wrap(text: str, columns: int) -> list[str]:
    """Return a text in lines of at most `columns`, broken between words; a long word stays whole."""
    out = [""]
    for word in text.split():
        if out[-1] and width(out[-1]) + 1 + width(word) > columns:
            out.append(word)
        else:
            out[-1] = f"{out[-1]} {word}" if out[-1] else word
    return out
