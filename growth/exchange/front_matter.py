"""Read the flat part of YAML front matter: `key: value`, and lists of plain values."""

import re
from typing import NamedTuple

from growth.records.imported import Misread

_FENCE = re.compile(r"(?:---|\.\.\.)\s*$")
_PAIR = re.compile(r"(?P<key>[A-Za-z_][\w -]{0,60}?) ?:(?:\s+(?P<value>.*))?$")
_ENTRY = re.compile(r"\s*-\s+(?P<value>.*)$")
_QUOTED = re.compile(r"(['\"])(.*?)\1\s*(?:#.*)?$")
LONGEST = 200


class FrontMatter(NamedTuple):
    """The values by key in lower case, the lines they took, and what was not understood."""

    values: dict[str, tuple[str, ...]]
    lines: int
    misread: tuple[Misread, ...]

    def one(self, *keys: str) -> str:
        """Return the first value that one of `keys` has, or an empty string."""
        return next((self.values[key][0] for key in keys if self.values.get(key)), "")


def _scalar(text: str) -> str:
    text = text.strip()
    quoted = _QUOTED.match(text)
    if quoted:
        return quoted[2].strip()
    return "" if text.startswith("#") else text.partition(" #")[0].rstrip()


def _value(text: str) -> tuple[str, ...]:
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return tuple(value for part in text[1:-1].split(",") if (value := _scalar(part)))
    value = _scalar(text)
    return (value,) if value else ()


def front_matter(lines: list[str]) -> FrontMatter:
    """Return the front matter that `lines` start with; none is zero lines."""
    if not lines or lines[0].rstrip() != "---":
        return FrontMatter({}, 0, ())
    end = next((at for at in range(1, min(len(lines), LONGEST)) if _FENCE.match(lines[at])), 0)
    if not end or not any(_PAIR.match(line) for line in lines[1:end]):
        return FrontMatter({}, 0, ())
    values: dict[str, tuple[str, ...]] = {}
    misread: list[Misread] = []
    key = ""
    for at in range(1, end):
        line = lines[at].rstrip()
        pair, entry = _PAIR.match(line), _ENTRY.match(line)
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if pair and not (pair["value"] or "").startswith(("|", ">", "{", "&", "*")):
            key = pair["key"].lower()
            values[key] = _value(pair["value"] or "")
        elif entry and key:
            values[key] = (*values[key], *_value(entry["value"]))
        else:
            misread.append(
                Misread(at + 1, line.strip(), "only `key: value` and lists are read in front matter")
            )
    return FrontMatter(values, end + 1, tuple(misread))
