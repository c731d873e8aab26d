"""The text of a jrnl journal: entries that begin with their date, in brackets or as jrnl 1 wrote them."""

import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from growth.errors import WrongUsage
from growth.exchange import date_forms, jrnl_settings, limits
from growth.exchange.jrnl_dates import Dates, Stamp, of_one_day
from growth.exchange.markdown_text import links
from growth.records.dates import Day
from growth.records.imported import Found, Misread, ReadOptions

_STAMP = re.compile(r"^\[([^\[\]\n]{1,100})\](?:[ \t]+|$)", re.MULTILINE)
_BARE = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?(?: ?[AP]M)?)(?:[ \t]+|$)", re.MULTILINE)
_FIRST = re.compile(r"\s*\[([^\[\]\n]{0,60}\d:\d\d[^\[\]\n]{0,20})\](?:\s|$)")
_LINE_END = re.compile(r"\r\n?")
# Where a sentence ends; in Chinese and Japanese no space follows.
_SENTENCE = re.compile(r"[.!?…‼‽⁇⁈⁉⋯﹒﹖﹗]['\"’”]?[\])]*\s+|[！．？｡。]")
_DAY_FILE = re.compile(r"(?:^|/)(\d{4})/(\d\d)/(\d\d)\.txt$")
_BEGINS = "an entry begins with its date: [2026-11-24 09:14] What I did; --date-format names another form"
_Reader = Callable[[str], Day | str | None]


class _Part(NamedTuple):
    """The text of one entry, and the date that it began with; what stands before all dates has none."""

    line: int
    stamp: str
    text: str


class Words(NamedTuple):
    title: str
    body: str
    star: bool


def parted(text: str) -> Words:
    """Part the words of an entry as jrnl does: its first line, or its first sentence if it has but one."""
    first, newline, rest = text.partition("\n")
    star = first.strip().endswith("*")
    if star:
        text, newline = f"{first.strip(' *')}\n{rest}", "\n"
    text = text.lstrip()
    end = text.find("\n") if newline else -1
    sentence = _SENTENCE.search(text) if end < 0 else None
    cut = end if end >= 0 else sentence.end() if sentence else len(text)
    return Words(text[:cut].strip(), text[cut:].strip(), star)


def _marks(text: str, mark: re.Pattern[str], line: int = 1) -> Iterator[tuple[Stamp, re.Match[str]]]:
    place = 0
    for match in mark.finditer(text):
        line, place = line + text.count("\n", place, match.start()), match.start()
        yield Stamp(line, match[1]), match


def _stamps(texts: Iterable[str], mark: re.Pattern[str]) -> Iterator[Stamp]:
    line = 1
    for text in texts:
        yield from (stamp for stamp, _ in _marks(text, mark, line))
        line += text.count("\n")


def _parts(texts: Iterable[str], mark: re.Pattern[str], day_of: _Reader, name: str) -> Iterator[_Part]:
    """Yield the parts of a text that comes in several; an entry may reach over the end of one."""
    line, before, kept, place = 1, Stamp(0, ""), "", 0
    for more in texts:
        text, last = kept + more, 0
        for stamp, match in _marks(text, mark, line):
            # What was kept begins with a date that was seen.
            if stamp.line == before.line or day_of(stamp.text) is None:
                continue
            # What parts two entries is no line of the first, except where lines were all there was.
            end = match.start() if mark is _BARE else max(place, match.start() - 1)
            yield _Part(before.line or 1, before.text, text[place:end])
            last, place, before = match.start(), match.end(), stamp
        kept, place, line = text[last:], place - last, line + text.count("\n", 0, last)
        if len(kept) > limits.WHOLE:
            raise WrongUsage(
                f"{name}:{line}: an entry of more than {limits.WHOLE:,} characters", "look at what follows"
            )
    yield _Part(before.line or 1, before.text, kept[place:])


def found(line: int, words: Words, day: Day | None) -> Found:
    """Return the entry that words of a day are."""
    title, body = words.title, words.body
    return Found(
        line=line, day=day, precision="day" if day else "none", title=title, body=body, star=words.star,
        links=links(f"{title}\n{body}"),
    )  # fmt: skip


def _of_name(name: str) -> Day | None:
    """Return the day that a file of a folder journal is of."""
    match = _DAY_FILE.search(name.replace("\\", "/"))
    return date_forms.day("-".join(match.groups()), "%Y-%m-%d") if match else None


def _forms(options: ReadOptions, name: str, day: Day | None) -> tuple[str, ...]:
    if not options.dates:
        return jrnl_settings.forms(name)
    form = date_forms.form(options.dates)
    if not day and not date_forms.has_year(form):
        raise WrongUsage(f"--date-format {options.dates!r} says no year", "name it with %Y")
    return (form,)


def is_one(text: str, name: str) -> bool:
    """Tell whether a text begins as a journal does: with a day and a time."""
    first = _FIRST.match(text)
    if first:
        dated = any(sign.isdigit() for sign in date_forms.without_clock(first[1]))
        return dated or _of_name(name) is not None
    return _BARE.match(text.lstrip()) is not None


def read(texts: Callable[[], Iterable[str]], name: str, options: ReadOptions) -> Iterator[Found | Misread]:
    """Yield the entries of a text; a day or the month that comes first is never guessed.

    `texts` returns the text in parts that end with a line, anew each time.
    """

    def lines() -> Iterator[str]:
        return (_LINE_END.sub("\n", text) if "\r" in text else text for text in texts())

    day = _of_name(name)
    forms = _forms(options, name, day)
    mark = _BARE if _BARE.match(next(lines(), "").lstrip("\n")) else _STAMP
    day_of: _Reader
    if day:
        day_of = functools.partial(of_one_day, day, forms)
    else:
        day_of = Dates(name, forms, _stamps(lines(), mark)).read
    parts = _parts(lines(), mark, day_of, name)
    above, first = next(parts), next(parts, None)
    if first is None:
        raise WrongUsage(f"{name} holds no entry of jrnl", _BEGINS)
    if above.text.strip():
        words = parted(above.text)
        kept = found(above.line, words, None)
        yield Misread(above.line, words.title, "stands before the first date", kept)
    for part in itertools.chain((first,), parts):
        yield _entry(part, parted(part.text), day_of(part.stamp))


def _entry(part: _Part, words: Words, day: Day | str | None) -> Found | Misread:
    if not words.title:
        return Misread(part.line, f"[{part.stamp}]", "an entry without words")
    if isinstance(day, str):
        return Misread(part.line, f"[{part.stamp}] {words.title}", day, found(part.line, words, None))
    return found(part.line, words, day)
