"""The numbers and days in a text, as what they say: `1,200`, `1.2k` and `1200` are one number."""

import functools
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

import msgspec

from growth.text.fold import fold

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_MONTH = (
    rf"(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' if name != 'may' else 'may' for name in _MONTHS)}|sept)\.?"
)
_WORDS = {
    name: str(value)
    for value, names in {
        0: "zero", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight",
        9: "nine", 10: "ten", 11: "eleven", 12: "twelve dozen dozens", 13: "thirteen", 14: "fourteen",
        15: "fifteen", 16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty",
        30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety",
        100: "hundred hundreds", 1000: "thousand thousands", 1000000: "million millions",
    }.items()
    for name in names.split()
}  # fmt: skip
# What was multiplied or divided, and by how much.
_TIMES = {
    "half": "0.5", "halves": "0.5", "halved": "0.5", "halving": "0.5", "twice": "2", "double": "2",
    "doubled": "2", "doubling": "2", "twofold": "2", "triple": "3", "tripled": "3", "tripling": "3",
    "threefold": "3", "thrice": "3", "quadrupled": "4", "fourfold": "4",
    "fivefold": "5", "tenfold": "10",
}  # fmt: skip
_UNITS = {
    "%": "%", "percent": "%", "per cent": "%", "percentage points": "pp", "points": "pp", "pp": "pp",
    "ms": "ms", "milliseconds": "ms", "s": "s", "sec": "s", "second": "s", "seconds": "s", "m": "min",
    "min": "min", "mins": "min", "minute": "min", "minutes": "min", "h": "h", "hour": "h", "hours": "h",
    "day": "d", "days": "d", "d": "d", "week": "w", "weeks": "w", "month": "mo", "months": "mo",
    "year": "y", "years": "y", "x": "x", "×": "x", "times": "x", "kb": "kb",
    "mb": "mb", "gb": "gb", "tb": "tb", "euros": "€", "dollars": "$",
}  # fmt: skip
_LARGE = {"k": 1000, "hundred": 100, "thousand": 1000, "million": 1000000, "bn": 10**9, "billion": 10**9}
# How much of the smallest of their kind they are: 480 ms and 0.48 s are one number.
_KINDS = (
    {"ms": 1, "s": 1000, "min": 60_000, "h": 3_600_000},
    {"kb": 1, "mb": 1000, "gb": 10**6, "tb": 10**9},
)
_ANY_UNIT = "|".join(sorted(map(re.escape, (*_UNITS, *_LARGE)), key=len, reverse=True))
_WORD = "|".join(sorted((*_WORDS, *_TIMES), key=len, reverse=True))
_TOKEN = re.compile(
    r"(?P<url>https?://\S+)"
    r"|(?P<iso>(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-]))"
    rf"|(?<!\w)(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month1>{_MONTH})(?!\w)"
    rf"|(?<!\w)(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![\w.:]?\d|\w)"
    r"|(?P<name>(?<![\w.])(?:\w*[^\W\d]\d(?:[\w.-]*\w)?|\d{4}-[QHW]\d+)(?!\w))"
    rf"|(?<![\w.])(?P<money>[€$£] ?)?(?P<number>\d+(?:[,'\u2019\u00a0\u202f ]\d{{3}}(?!\d))*(?:[.,]\d+)?)"
    rf"(?:[ \u00a0-]?(?P<unit>{_ANY_UNIT})(?!\w)(?:[ -](?P<more>{_ANY_UNIT})(?!\w))?)?"
    rf"|(?<!\w)(?<!first )(?<!second )(?<!last )(?P<word>{_WORD})(?:[ -](?P<unit2>{_ANY_UNIT})(?!\w))?(?!\w)",
    re.IGNORECASE,
)
# Of two numbers with one of these between them, the first has the unit of the second.
_TO = re.compile(r"\s*(?:->|→|–|-|to|and|or)\s*", re.IGNORECASE)
_ITEM = re.compile(r"^\s*\d{1,3}[.)](?=\s)", re.MULTILINE)


class Number(msgspec.Struct, frozen=True):
    """One number, day or name with a number in it; `value` and `unit` say what it is."""

    value: str
    unit: str
    start: int
    end: int


def numbers(text: str) -> list[Number]:
    """Return what of a text is a number, as it stands; the numbers of a list's items are none."""
    blank = _ITEM.sub(lambda match: " " * len(match[0]), text)
    found = list(filter(None, map(_number, _TOKEN.finditer(blank))))
    for place in range(len(found) - 2, -1, -1):
        one, after = found[place], found[place + 1]
        joined = _TO.fullmatch(blank[one.end : after.start])
        if joined and not one.unit and after.unit not in ("", "day", "name", "link"):
            found[place] = msgspec.structs.replace(one, unit=after.unit)
    return found


def _number(match: re.Match[str]) -> Number | None:
    value, unit = _said(match)
    return Number(value, unit, match.start(), match.end()) if value else None


def _said(match: re.Match[str]) -> tuple[str, str]:
    if match["url"]:
        return match["url"].rstrip(".,;:!?)]*_"), "link"
    if match["iso"]:
        return match["iso"], "day"
    if match["month1"] or match["month2"]:
        month = next(
            n for n, name in enumerate(_MONTHS, 1) if name[:3] == fold(match["month1"] or match["month2"])[:3]
        )
        return f"{month:02}-{int(match['day1'] or match['day2']):02}", "day"
    if match["name"]:
        return fold(match["name"]), "name"
    if match["word"]:
        word = fold(match["word"])
        unit = _UNITS.get(fold(match["unit2"] or ""), "")
        if word in _TIMES:
            return _TIMES[word], "x"
        large = _LARGE.get(fold(match["unit2"] or ""), 1)
        return _plain(Decimal(_WORDS[word]) * large), unit
    return _counted(match)


def _counted(match: re.Match[str]) -> tuple[str, str]:
    digits = re.sub(r"[,'\u2019\u00a0\u202f ](?=\d{3}(?!\d))", "", match["number"]).replace(",", ".")
    try:
        value = Decimal(digits)
    except InvalidOperation:
        return "", ""
    unit = fold(match["unit"] or "")
    if unit in _LARGE:
        value, unit = value * _LARGE[unit], fold(match["more"] or "")
    if match["money"]:
        return _plain(value), match["money"].strip()
    return _plain(value), _UNITS.get(unit, "")


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def known(texts: Iterator[str] | list[str]) -> frozenset[tuple[str, str]]:
    """Return what texts hold of numbers, each with its unit and without."""
    none: frozenset[tuple[str, str]] = frozenset()
    return none.union(*map(_known, texts))


# The sentences of a draft are looked up in the same records, one after another.
@functools.lru_cache(maxsize=4096)
def _known(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(told for one in numbers(text) for told in ((one.value, one.unit), *_also(one)))


def _also(one: Number) -> Iterator[tuple[str, str]]:
    """Yield as what else a number may be told."""
    if one.unit == "day":
        yield one.value[-5:], "day"
        if len(one.value) > 5:
            yield one.value[:4], ""
    elif one.unit not in ("name", "link"):
        yield one.value, ""
        yield from _converted(one)
        if one.value == "0.5" or (one.value, one.unit) == ("50", "%"):
            yield from (("0.5", "x"), ("50", "%"))


def _converted(one: Number) -> Iterator[tuple[str, str]]:
    """Yield a number in the other units of its kind."""
    for kind in _KINDS:
        if one.unit in kind:
            smallest = Decimal(one.value) * kind[one.unit]
            yield from ((_plain(smallest / size), unit) for unit, size in kind.items() if unit != one.unit)
