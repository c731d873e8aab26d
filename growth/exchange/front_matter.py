"""Read the flat part of YAML front matter: `key: value`, and lists of plain values."""

import re
from typing import NamedTuple

from growth.records.imported import Misread

_FENCE = re.compile(r"(?:---|\.\.\.)\s*$")
_PAIR = re.compile(r"(?P<key>[A-Za-z_][\w -]{0,60}?) ?:(?:\s+(?P<value>.*))?$")
_ENTRY = re.compile(r"\s*-\s+(?P<value>.*)$")
_QUOTED = re.compile(r"(['\"])(.*?)\1\s*(?:#.*)?$")
_PART = re.compile(r"""(?:"[^"]*"|'[^']*'|[^,])+""")
_BLOCK = re.compile(r"[|>][-+0-9]{0,2}\s*(?:#.*)?$")
LONGEST = 200
TAGS = ("tags", "tag", "categories", "keywords")


class FrontMatter(NamedTuple):
    """The values by key in lower case, the lines they took, what was not understood, and the line of each."""

    values: dict[str, tuple[str, ...]]
    lines: int
    misread: tuple[Misread, ...]
    places: dict[str, int]

    def one(self, *keys: str) -> str:
        """Return the first value that one of `keys` has, or an empty string."""
        return next((self.values[key][0] for key in keys if self.values.get(key)), "")

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags: those of a list, or of a line with commas or spaces between them."""
        found: list[str] = []
        for key in TAGS[:2]:
            values = self.values.get(key, ())
            alone = values[0] if len(values) == 1 else ""
            # In a list a tag may have a space in it.
            found += (alone.split(",") if "," in alone else alone.split()) if alone else values
        for key in TAGS[2:]:
            found += self.values.get(key, ())
        return tuple(found)

    def unused(self, used: frozenset[str]) -> tuple[str, ...]:
        """Return the keys beside those that are `used`; one without a value says nothing."""
        return tuple(key for key, value in self.values.items() if value and key not in used)

    def beside(self, properties: dict[str, str]) -> "FrontMatter":
        """Return the same with the properties of a page, which count where the front matter says nothing."""
        more = {key: (value,) for key, value in properties.items() if value and key not in self.values}
        return self._replace(values=self.values | more)


def _scalar(text: str) -> str:
    text = text.strip()
    quoted = _QUOTED.match(text)
    if quoted:
        return quoted[2].strip()
    return "" if text.startswith("#") else text.partition(" #")[0].rstrip()


def _value(text: str) -> tuple[str, ...]:
    text = text.strip()
    if text.startswith("[") and text.endswith("]") and not text.startswith("[["):
        return tuple(value for part in _PART.findall(text[1:-1]) if (value := _scalar(part)))
    value = _scalar(text)
    return (value,) if value else ()


def front_matter(lines: list[str]) -> FrontMatter:
    """Return the front matter that `lines` start with; none is zero lines."""
    if not lines or lines[0].rstrip() != "---":
        return FrontMatter({}, 0, (), {})
    end = next((at for at in range(1, min(len(lines), LONGEST)) if _FENCE.match(lines[at])), 0)
    if not end or not any(_PAIR.match(line) for line in lines[1:end]):
        return FrontMatter({}, 0, (), {})
    reading = _Reading(lines, end)
    at = 1
    while at < end:
        at = reading.take(at)
    return FrontMatter(reading.values, end + 1, tuple(reading.misread), reading.places)


class _Reading:
    """Takes the lines of front matter, one pair or one value of a list at a time."""

    def __init__(self, lines: list[str], end: int) -> None:
        self.lines, self.end = lines, end
        self.values: dict[str, tuple[str, ...]] = {}
        self.places: dict[str, int] = {}
        self.misread: list[Misread] = []
        self._key = ""

    def take(self, at: int) -> int:
        """Take what begins on a line; return the line after it."""
        line = self.lines[at].rstrip()
        pair, entry = _PAIR.match(line), _ENTRY.match(line)
        if not line.strip() or line.lstrip().startswith("#"):
            return at + 1
        value = (pair["value"] or "") if pair else ""
        if pair and not value.startswith(("|", ">", "{", "&", "*")):
            self._put(pair["key"], at, _value(value))
        elif pair and _BLOCK.match(value):
            return self._block(pair["key"], at)
        elif entry and self._key:
            self.values[self._key] = (*self.values[self._key], *_value(entry["value"]))
        else:
            why = "only `key: value`, lists and blocks of text are read in front matter"
            self.misread.append(Misread(at + 1, line.strip(), why))
        return at + 1

    def _put(self, key: str, at: int, value: tuple[str, ...]) -> None:
        self._key = key.lower()
        self.values[self._key] = value
        self.places[self._key] = at + 1

    def _block(self, key: str, at: int) -> int:
        """Take a text of several lines, each of them set in."""
        end = at + 1
        while end < self.end and (not self.lines[end].strip() or self.lines[end][:1] in (" ", "\t")):
            end += 1
        text = " ".join(" ".join(self.lines[at + 1 : end]).split())
        self._put(key, at, (text,) if text else ())
        return end
