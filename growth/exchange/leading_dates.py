"""Take the date, the duration and the tick box off the front of what somebody noted."""

import functools
import re
from typing import NamedTuple

from growth.exchange import date_forms
from growth.exchange.month_names import ENGLISH, Names
from growth.exchange.written_dates import DAY, ISO_DAY, When, day_and_month, read

_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d$")
_BRACKET = re.compile(r"(?P<wrap>[*_]{0,3})\\?[\[(](?P<date>[^\[\]()\\]{2,60})\\?[\])](?P=wrap)(?![(\[])")
_ISO = ISO_DAY.replace("?P<y>", "").replace("?P<m>", "").replace("?P<d>", "")
_NUMBERS = r"\d\d?(?P<in1>[-/.])\d\d?(?P=in1)(?:19|20|21)\d\d(?!\d)"
_RANGES = ((_ISO, _ISO.replace("sep", "sep2")), (_NUMBERS, _NUMBERS.replace("in1", "in2")))


@functools.cache
def _dated(names: Names) -> re.Pattern[str]:
    """Return the pattern of a date at the beginning of a text."""
    day_first, month_first = (re.sub(r"\?P<\w+>", "", form) for form in day_and_month(names))
    mon, day, to = (
        f"(?:{names.mon})\\b\\.?",
        re.sub(r"\?P<\w+>", "", DAY),
        f" ?(?:-|–|—| (?:{names.between}) ) ?",
    )
    ranges = (
        f"{day_first}{to}{day_first}", f"{day}{to}{day_first}",
        f"{month_first}{to}{month_first}", f"{mon} {day}{to}{day}(?:,? (?:19|20|21)\\d\\d)?",
    )  # fmt: skip
    named = "|".join((*ranges, day_first, month_first))
    figures = "|".join(f"{first}(?: ?(?:[-–—/]|\\.\\.|{names.between}) ?{last})?" for first, last in _RANGES)
    figures += r"|\d\d?/\d\d?/\d\d(?![\d/])"
    return re.compile(
        rf"(?P<wrap>[*_`]{{0,3}})(?:(?P<figures>{figures})|(?P<named>{named}))"
        r"(?P<in>:?)(?P=wrap)(?P<out> ?[:.,;|] ?| ?[-–—]+ |$|\s)",
        re.IGNORECASE,
    )


_UNIT = r"(?P<unit>h|hrs?|hours?|m|mins?|minutes?)"
_AMOUNT = rf"(?P<n>\d{{1,4}}(?:[.,]\d{{1,2}})?) ?{_UNIT}(?: ?(?P<m>\d{{1,2}}) ?(?:m|mins?|minutes?)?)?"
_WRAPPED = re.compile(rf"(?:\*{{1,3}}|_{{1,3}}|[(\[]){_AMOUNT}:?(?:\*{{1,3}}|_{{1,3}}|[)\]])(?!\()", re.I)
_SPOKEN = re.compile(rf"{_AMOUNT}(?=\s*[:–—-]\s|\s+[A-Z])")
_BOX = re.compile(r"\[(?P<tick>[ xX])\]\s+")
_TASK = re.compile(r"(?P<word>TODO|DOING|LATER|NOW|DONE)\s+(?=\S)")
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


def _formed(text: str, form: str) -> Lead | None:
    """Return the date at the beginning of a text that is written in a form, with as many words."""
    size = len(form.split())
    words = text.split(maxsplit=size)
    written = " ".join(words[:size]).rstrip(":,;-–—")
    day = date_forms.day(written, form)
    rest = words[size] if len(words) > size else ""
    return Lead(When(day, day, "day"), written, rest.lstrip(":,;|-–— ")) if day else None


def leading(text: str, around: When | None, names: Names = ENGLISH) -> Lead | None:
    """Return the date that `text` starts with, or None."""
    if names.form and (formed := _formed(text, names.form)):
        return formed
    bracket = _BRACKET.match(text)
    if bracket:
        when = read(bracket["date"], around, names)
        return Lead(when, bracket["date"], _after(text, bracket.end())) if when else None
    bare = _dated(names).match(text)
    # `May 3 people joined` is not a date: with the name of a month there must be a sign after it.
    if bare is None or not (bare["figures"] or bare["in"] or bare["wrap"] or bare["out"].strip()):
        return None
    written = bare["figures"] or bare["named"]
    when = read(written, around, names)
    return Lead(when, written, text[bare.end() :].strip()) if when else None


def doubted(text: str, around: When | None, names: Names = ENGLISH) -> Lead | None:
    """Return a day with its year that only a blank parts from the words after it, as one in doubt.

    Where another day is known, it is in doubt only if there is no such day.
    """
    bare = _dated(names).match(text)
    if bare is None or not bare["named"] or not _YEAR.search(bare["named"]):
        return None
    when = read(bare["named"], around, names)
    if isinstance(when, When):
        when = None if around else f"{bare['named']} has no colon after it"
    return Lead(when, bare["named"], text[bare.end() :].strip()) if when else None


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


def prefix(text: str, around: When | None, names: Names = ENGLISH) -> Prefix:
    """Return the tick box, date and duration before the words of a note, in any order, and the words."""
    box, task = _BOX.match(text), _TASK.match(text)
    found = Prefix(text[box.end() :] if box else text, tick=box["tick"].lower() if box else "")
    if task:
        found = Prefix(text[task.end() :], tick="x" if task["word"] == "DONE" else " ")
    for _ in range(2):
        lead = leading(found.rest, around, names) if found.lead is None else None
        if lead:
            found = found._replace(lead=lead, rest=lead.rest)
        spent = _spent(found.rest) if found.spent is None else None
        if spent:
            found = found._replace(spent=spent[0], rest=spent[1])
    return found


def heading(text: str, around: When | None, names: Names = ENGLISH) -> Lead | None:
    """Return the date of a heading and what else it says, or None where it is not dated."""
    bare = text.strip().strip("*_:").strip()
    if bare.startswith("[") and bare.endswith("]"):
        bare = bare[1:-1]
    when = read(bare, around, names)
    if when:
        return Lead(when, bare, "")
    lead = leading(text, around, names)
    if lead:
        return lead
    for form in (_HEAD, _TRAILING, _TRAILING_ISO):
        match = form.match(text)
        # `2026-W10 (2–8 Mar)`: the week tells the year of the days.
        week = read(match["rest"], around, names) if match else None
        near = week if isinstance(week, When) else around
        when = read(match["date"], near, names) if match else None
        if match and when:
            rest = "" if isinstance(week, When) else match["rest"].strip(" -–—:|,")
            return Lead(when, match["date"], rest)
        if match and isinstance(week, When):
            return Lead(week, match["rest"], match["date"])
    return None
