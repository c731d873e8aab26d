"""Take the date, the duration and the tick box off the front of what somebody noted."""

import re
from typing import NamedTuple

from growth.exchange.written_dates import DAY_MON, ISO_DAY, MON_DAY, When, read

_BRACKET = re.compile(r"(?P<wrap>[*_]{0,3})\\?[\[(](?P<date>[^\[\]()\\]{2,60})\\?[\])](?P=wrap)(?![(\[])")
_ISO = ISO_DAY.replace("?P<y>", "").replace("?P<m>", "").replace("?P<d>", "")
_ISO_RANGE = _ISO.replace("sep", "sep2")
_NAMED = "|".join(re.sub(r"\?P<\w+>", "", form) for form in (DAY_MON, MON_DAY))
_BARE = re.compile(
    rf"(?P<wrap>[*_`]{{0,3}})(?:(?P<iso>{_ISO}(?: ?(?:-|–|to|until|/) ?{_ISO_RANGE})?)|(?P<named>{_NAMED}))"
    r"(?P<in>:?)(?P=wrap)(?P<out> ?[:.,;|] ?| ?[-–—]+ |$|\s)",
    re.IGNORECASE,
)
_UNIT = r"(?P<unit>h|hrs?|hours?|m|mins?|minutes?)"
_AMOUNT = rf"(?P<n>\d{{1,4}}(?:[.,]\d{{1,2}})?) ?{_UNIT}(?: ?(?P<m>\d{{1,2}}) ?(?:m|mins?|minutes?)?)?"
_WRAPPED = re.compile(rf"(?:\*{{1,3}}|_{{1,3}}|[(\[]){_AMOUNT}:?(?:\*{{1,3}}|_{{1,3}}|[)\]])(?!\()", re.I)
_SPOKEN = re.compile(rf"{_AMOUNT}(?=\s*[:–—-]\s|\s+[A-Z])")
_BOX = re.compile(r"\[(?P<tick>[ xX])\]\s+")
_SEPARATOR = re.compile(r"\s*(?:[:;,.|]|[-–—]+)?\s+|\s*[:;,.|–—-]*$")
_TRAILING = re.compile(r"(?P<rest>.*\S)\s*[\[(](?P<date>[^\[\]()]{4,60})[\])]$")
_TRAILING_ISO = re.compile(rf"(?P<rest>.*\S)\s+(?P<date>{_ISO})$")
_HEAD = re.compile(r"(?P<date>.{1,60}?)(?:\s*[:|]\s+|\s+[-–—]+\s+)(?P<rest>.*\w.*)$")


class Lead(NamedTuple):
    """A date at the edge of a text: what it stands for or why not, as written, and the rest."""

    when: When | str
    written: str
    rest: str


class Prefix(NamedTuple):
    """Everything that stood before the words of a note."""

    rest: str
    lead: Lead | None = None
    spent: int | None = None
    tick: str = ""


def leading(text: str, around: When | None) -> Lead | None:
    """Return the date that `text` starts with, or None."""
    bracket = _BRACKET.match(text)
    if bracket:
        when = read(bracket["date"], around)
        return Lead(when, bracket["date"], _after(text, bracket.end())) if when else None
    bare = _BARE.match(text)
    # `May 3 people joined` is not a date: without an ISO form there must be a sign after it.
    if bare is None or not (bare["iso"] or bare["in"] or bare["wrap"] or bare["out"].strip()):
        return None
    written = bare["iso"] or bare["named"]
    when = read(written, around)
    return Lead(when, written, text[bare.end() :].strip()) if when else None


def _after(text: str, position: int) -> str:
    separator = _SEPARATOR.match(text, position)
    return text[separator.end() if separator else position :].strip()


def _spent(text: str) -> tuple[int, str] | None:
    match = _WRAPPED.match(text) or _SPOKEN.match(text)
    if match is None:
        return None
    number = float(match["n"].replace(",", "."))
    hours = match["unit"].lower().startswith("h")
    minutes = round(number * 60 if hours else number) + int(match["m"] or 0)
    rest = _after(text, match.end())
    return (minutes, rest) if rest else None


def prefix(text: str, around: When | None) -> Prefix:
    """Return the tick box, date and duration before the words of a note, in any order, and the words."""
    box = _BOX.match(text)
    found = Prefix(text[box.end() :] if box else text, tick=box["tick"].lower() if box else "")
    for _ in range(2):
        lead = leading(found.rest, around) if found.lead is None else None
        if lead:
            found = found._replace(lead=lead, rest=lead.rest)
        spent = _spent(found.rest) if found.spent is None else None
        if spent:
            found = found._replace(spent=spent[0], rest=spent[1])
    return found


def heading(text: str, around: When | None) -> Lead | None:
    """Return the date of a heading and what else it says, or None where it is not dated."""
    bare = text.strip().strip("*_:").strip()
    if bare.startswith("[") and bare.endswith("]"):
        bare = bare[1:-1]
    when = read(bare, around)
    if when:
        return Lead(when, bare, "")
    lead = leading(text, around)
    if lead:
        return lead
    for form in (_HEAD, _TRAILING, _TRAILING_ISO):
        match = form.match(text)
        when = read(match["date"], around) if match else None
        if match and when:
            return Lead(when, match["date"], match["rest"].strip(" -–—:|,"))
    return None
