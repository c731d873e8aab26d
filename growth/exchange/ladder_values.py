"""Look into plain data of an unknown shape: texts, lists and fields, whatever their exact names."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from growth.exchange.ladder_limits import ITEM

SUMMARY = (
    "summary", "criterion", "criteria", "description", "behavior", "behaviour", "text", "statement",
    "expectation", "title", "name", "label",
)  # fmt: skip
MANY = (
    "criteria", "behaviors", "behaviours", "expectations", "competencies", "items", "points", "bullets",
    "signals", "statements", "skills",
)  # fmt: skip
EXAMPLES = ("examples", "example", "signals", "evidence")
NAMES = ("name", "title", "displayname", "label", "competency", "theme", "skill", "area", "id", "key")
_DEEPEST = 4
_OPENS = re.compile(r"[^\W\d_]")
_ENDS = re.compile(r"[.;:!?)]$")


class Said(NamedTuple):
    """One criterion of a cell."""

    summary: str
    examples: tuple[str, ...] = ()
    source: Any = None


def text(value: Any) -> str:
    """Return a scalar as text; what is none says nothing."""
    if isinstance(value, str):
        return value
    return "" if value is None or isinstance(value, bool | dict | list) else str(value)


def listed(value: Any) -> list[Any]:
    """Return a list, or nothing where it is none."""
    return value if isinstance(value, list) else []


def fields(value: Any) -> dict[str, Any]:
    """Return a mapping by its names in small letters, without `_` and `-`; nothing where it is none."""
    return {_plain(text(key)): inner for key, inner in value.items()} if isinstance(value, dict) else {}


def _plain(name: str) -> str:
    return name.casefold().replace("_", "").replace("-", "").replace(" ", "")


def first(value: dict[str, Any], *names: str) -> str:
    """Return the first of some fields that says something."""
    return next((said for name in names if (said := text(value.get(name)).strip())), "")


def texts(value: Any) -> list[str]:
    """Return the texts of a list, or the one text."""
    return [said for one in (value if isinstance(value, list) else [value]) if (said := text(one).strip())]


def criteria(value: Any, depth: int = 0) -> Iterator[Said]:
    """Yield the criteria that a cell holds: a text, a list of texts, or mappings with a summary."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from criteria(one, depth + 1)
    elif isinstance(value, dict):
        yield from _mapping(value, depth)
    else:
        for line in lines(text(value)):
            yield Said(line, source=value)


def _mapping(value: dict[Any, Any], depth: int) -> Iterator[Said]:
    known = fields(value)
    many = next((known[name] for name in MANY if isinstance(known.get(name), list)), None)
    summary = first(known, *SUMMARY)
    examples = tuple(said for name in EXAMPLES for said in texts(known.get(name)))
    if many is not None and many is not known.get("signals"):
        yield from criteria(many, depth + 1)
    elif summary:
        yield Said(summary, tuple(dict.fromkeys(examples)), value)
    elif many is not None:
        yield from criteria(many, depth + 1)


def lines(cell: str) -> list[str]:
    """Return the criteria in a text of several lines: its list items, or its lines where each is whole."""
    raw = [line.strip() for line in cell.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    kept = [line for line in raw if line]
    if any(ITEM.match(line) for line in kept):
        found: list[str] = []
        for line in kept:
            match = ITEM.match(line)
            if match or not found:
                found.append(line[match.end() :].strip() if match else line)
            else:
                found[-1] += f" {line}"
        return [line for line in found if line]
    whole = all(_OPENS.match(line) for line in kept) and all(_ENDS.search(line) for line in kept[:-1])
    if whole:
        return kept
    parts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", "\n".join(raw))]
    return [part for part in parts if part]
