"""What typed text says beside its words: tags, people, a project, metrics, and a dollar the shell ate."""

import re

import msgspec

from growth.errors import WrongUsage
from growth.records.entry import Metric

# At a word's start and before a letter, so that `#142`, `+12 ms`, `C#` and `a@b.c` stay text.
SIGIL = re.compile(r"(?:^|(?<=[\s(]))([#@+])([^\W\d_][\w/-]*(?:\.[\w/-]+)*)")
_METRIC = re.compile(r"\s*(?P<name>[^:]+?)\s*:\s*(?P<rest>.+?)\s*")
_NUMBER = re.compile(r"([+−-]?\d[\d.,_]*)\s*(.*)")
_ARROW = re.compile(r"\s*(?:->|→|=>)\s*")
_EATEN = re.compile(r"(?:^|\s)(?:\.\d+|0)[kKmMbB]\b")


class Captured(msgspec.Struct, frozen=True):
    """What sigils in a text named, in their order, each once."""

    tags: tuple[str, ...]
    people: tuple[str, ...]
    projects: tuple[str, ...]


def captured(text: str) -> Captured:
    """Read `#tag @person +project` out of typed text; the text itself stays as it is."""
    found: dict[str, list[str]] = {"#": [], "@": [], "+": []}
    for sigil, word in SIGIL.findall(text):
        if word not in found[sigil]:
            found[sigil].append(word)
    return Captured(tuple(found["#"]), tuple(found["@"]), tuple(found["+"]))


def metric(text: str) -> Metric:
    """Read `p99: 480 ms -> 210 ms` or `timeouts: -80 %`; numbers stay as they were written."""
    match = _METRIC.fullmatch(text)
    sides = _ARROW.split(match["rest"]) if match else []
    numbers = [_NUMBER.fullmatch(side) for side in sides]
    if not match or len(numbers) not in (1, 2) or not all(numbers):
        raise WrongUsage(f"cannot read the metric {text!r}", "write 'p99 latency: 480 ms -> 210 ms'")
    values = [(number[1], number[2].strip()) for number in numbers if number]
    units = {unit for _, unit in values if unit}
    if len(units) > 1:
        raise WrongUsage(f"the metric {text!r} has two units", "write both numbers in one unit")
    before = values[0][0] if len(values) == 2 else ""
    return Metric(match["name"], values[-1][0], before, units.pop() if units else "")


def dollar_eaten(text: str) -> str:
    """Return the amount that looks as if the shell ate its `$` (`$10k` in double quotes), or nothing."""
    match = _EATEN.search(text)
    return match[0].strip() if match else ""


def split_title(text: str) -> tuple[str, str]:
    """Return a text's first line and what follows it."""
    title, _, body = text.strip("\n").partition("\n")
    return title.strip(), body.strip("\n")
