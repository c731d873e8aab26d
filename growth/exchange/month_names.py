"""The names that months and days have in dates: English ones always, those of one language when asked."""

import functools
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from growth.errors import WrongUsage
from growth.exchange import date_forms
from growth.text.fold import fold

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAYS = r"mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
# What babel has no name for: a week with its number, and what stands between two days of a range.
_WEEKS = {
    "da": "uge", "de": "kw|kalenderwoche|woche", "es": "semana|sem", "fr": "semaine|sem", "it": "settimana",
    "nb": "uke", "nl": "week", "pt": "semana|sem", "sv": "vecka|v",
}  # fmt: skip
_BETWEEN = {
    "da": "til", "de": "bis", "es": "a|al|hasta", "fr": "à|a|au", "it": "a|al", "nb": "til", "nl": "tot|t/m",
    "pt": "a|até", "sv": "till",
}  # fmt: skip
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})


class Names(NamedTuple):
    """Patterns of the words of dates, and what number each stands for.

    `form` is that of `--date-format`, as strptime takes it, or empty.
    """

    mon: str = _MONTHS
    day: str = _DAYS
    week: str = "week|wk|cw|calendar week"
    between: str = "to|until|till|through|and"
    months: tuple[tuple[str, int], ...] = ()
    days: tuple[tuple[str, int], ...] = ()
    form: str = ""

    def month(self, word: str) -> int:
        """Return the number of a month."""
        found = dict(self.months).get(_key(word))
        return found or 1 + [name[:3].lower() for name in MONTHS].index(word[:3].lower())

    def weekday(self, word: str) -> int:
        """Return the number of a day of the week, from Monday as 0."""
        found = dict(self.days).get(_key(word))
        return [name[:3] for name in _WEEKDAYS].index(word[:3].lower()) if found is None else found


ENGLISH = Names()


def _key(word: str) -> str:
    return fold(word).strip(". ")


@functools.cache
def names(lang: str) -> Names:
    """Return the names of a language beside the English ones; refuse a code that stands for none."""
    if lang == "en":
        return ENGLISH
    import babel

    try:
        locale = babel.Locale.parse(lang.replace("-", "_"))
    except (babel.UnknownLocaleError, ValueError, TypeError):
        raise WrongUsage(
            f"--lang {lang!r} is no language that is known",
            "name it by its code: de, es, fr, it, nl, pl, pt, sv",
        ) from None
    months, days = _of(locale.months), _of(locale.days)
    short = locale.language
    return Names(
        mon=f"{_either(months)}|{_MONTHS}",
        day=f"{_either(days)}|{_DAYS}",
        week="|".join(filter(None, (_WEEKS.get(short), ENGLISH.week))),
        between="|".join(filter(None, (_BETWEEN.get(short), ENGLISH.between))),
        months=tuple((_key(name), number) for name, number in months),
        days=tuple((_key(name), number) for name, number in days),
    )


def _of(table: Mapping[str, Mapping[str, Mapping[int, str]]]) -> list[tuple[str, int]]:
    return [
        (written, number)
        for context in ("stand-alone", "format")
        for width in ("abbreviated", "wide")
        for number, name in table[context][width].items()
        if name.strip(". 0123456789")
        for written in _written(name.strip(". ").casefold())
    ]


def _written(name: str) -> set[str]:
    """Return a name as it is written with its accents, without them, and with letters in their place."""
    return {name, fold(name), name.translate(_TWO_LETTERS)}


def _either(pairs: Iterable[tuple[str, int]]) -> str:
    """Return a pattern of all names, the longest first."""
    written = {name for name, _ in pairs}
    return "|".join(re.escape(form) for form in sorted(written, key=lambda form: (-len(form), form)))


def in_language(lang: str, form: str) -> Names:
    """Return the names of a language, and the form in which days are written, where the user gave one."""
    found = names(lang)
    if not form:
        return found
    if not date_forms.has_year(form):
        raise WrongUsage(f"--date-format {form!r} has no year", "write it as %Y-%m-%d or %d/%m/%y")
    return found._replace(form=date_forms.form(form))
