"""The headlines above a place in Org text: what day, kind, tags and project they give what is under them."""

import functools
import re
from typing import NamedTuple

from growth.exchange import date_forms
from growth.exchange.heading_words import Sense, as_tag, plain, sense, slug
from growth.exchange.org_lines import Document, Headline
from growth.exchange.org_stamps import stamps
from growth.exchange.written_dates import When, read
from growth.records.entry import EntryKind

# A datetree names its months and days in the language of its writer; the date stands first all the same.
_TREE = re.compile(r"((?:19|20)\d\d-\d\d(?:-\d\d)?|(?:19|20)\d\d-W\d\d)\s+[^\W\d_]+\.?")
_WEEKDAY = re.compile(r"[^\W\d_]+\.?,\s+")
# A number, or one or two words: `November`, `Last Monday`.
_MAY_BE = re.compile(r"\d|^\S+(?: \S+)?$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ASIDE = frozenset(("archive", "noexport", "crypt", "attach", "ignore", "export"))


class Place(NamedTuple):
    """A headline that others stand under. `label` is its name where that says more than a date.

    `lost` tells that it is a date which no calendar has, so that nobody knows the day.
    """

    level: int
    when: When | None = None
    tags: tuple[str, ...] = ()
    category: str = ""
    label: str = ""
    sense: Sense | None = None
    lost: bool = False


@functools.lru_cache(maxsize=4096)
def date_of(title: str, around: When | None, form: str) -> When | str | None:
    """Return what a heading that is nothing but a date stands for, why it is none, or None."""
    if form and (day := date_forms.day(title, form)):
        return When(day, day, "day")
    if not _MAY_BE.search(title):
        return None
    found = list(stamps(title))
    if found and not title[: found[0].start].strip() and not title[found[-1].end :].strip():
        first = found[0]
        return When(first.day, first.day, "day") if first.day else first.fault
    tree, weekday = _TREE.fullmatch(title), _WEEKDAY.match(title)
    when = _in_tree(tree[1], around) if tree else None
    if when is None:
        when = read(title, around)
    if when is None and weekday:
        when = read(title[weekday.end() :], around)
    return when if isinstance(when, When) or _YEAR.search(title) else None


def _in_tree(written: str, around: When | None) -> When | str | None:
    """Return the date of a heading of a datetree; elsewhere `2026-11-24 Standup` is none."""
    when = read(written, None)
    if around is None or not isinstance(when, When):
        return when if len(written) < len("2026-11-24") else None
    inside = around.first <= when.first and when.last <= around.last and around.precision != "day"
    return when if inside or not around.whole else None


@functools.lru_cache(maxsize=4096)
def tags_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags of a headline, without those that are marks of Org itself."""
    return tuple(tag for word in words if (tag := slug(word)) and tag not in _ASIDE)


@functools.lru_cache(maxsize=4096)
def _sense(tag: str) -> Sense | None:
    """Return what a tag says of the kind; a file has few of them, each many times."""
    return sense(tag)


def top(document: Document, when: When | None) -> Place:
    """Return what the file as a whole says."""
    words = (word for value in document.all("FILETAGS") for word in value.split(":") if word.strip())
    category = next(iter(document.all("CATEGORY")), "")
    return Place(0, when, tags_of(tuple(word.strip() for word in words)), category)


class Places:
    """The headlines above, outermost first; the first says what the file as a whole says."""

    def __init__(self, first: Place) -> None:
        self._all = [first]

    def enter(self, headline: Headline, when: When | None, label: str, *, lost: bool = False) -> None:
        """Go to what stands under a headline."""
        self.leave(headline.level)
        category = headline.properties.get("CATEGORY", "")
        meaning = sense(plain(label)) if label else None
        self._all.append(Place(headline.level, when, tags_of(headline.tags), category, label, meaning, lost))

    def leave(self, level: int) -> None:
        """Leave all that a headline of this level does not stand under."""
        while self._all[-1].level >= level and self._all[-1].level:
            self._all.pop()

    @property
    def when(self) -> When | None:
        """The date of the nearest headline that is one."""
        place = next((place for place in reversed(self._all) if place.when or place.lost), None)
        return place.when if place else None

    def kind(self, own: tuple[str, ...]) -> EntryKind:
        """Return the kind that a tag of its own or the nearest headline says."""
        senses = [_sense(tag) for tag in reversed(own)] + [place.sense for place in reversed(self._all)]
        return next((found.kind for found in senses if found and found.kind), "work")

    @property
    def project(self) -> str:
        """Return the category, else the first name under a headline that says `Projects`."""
        category = next((place.category for place in reversed(self._all) if place.category), "")
        over = [place.level for place in self._all if place.sense and place.sense.projects]
        named = [place for place in self._all if place.label and not place.sense]
        under = [plain(place.label) for place in named if over and place.level > over[-1]]
        long = [plain(place.label) for place in reversed(named) if not as_tag(place.label)]
        return category or next(iter(under), "") or next(iter(long), "")

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the tags that are inherited, and those that the names above make."""
        made: list[str] = []
        for place in self._all:
            made.extend(place.tags)
            if place.sense and place.sense.tag:
                made.append(place.sense.tag)
            elif place.label and not place.sense and plain(place.label) != self.project:
                made.append(as_tag(place.label))
        return tuple(dict.fromkeys(tag for tag in made if tag))
