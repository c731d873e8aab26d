"""Thanks that I gave: entries of the kind kudos, and feedback of mine that says it is thanks."""

from collections.abc import Iterable

import msgspec

from growth.records.answer import Answer
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.person import Person
from growth.rules.persons import handles
from growth.text.fold import folded


class Thanks(msgspec.Struct, frozen=True):
    """Thanks on a day; `names` are the folded handles of whom they are for."""

    day: Day
    names: frozenset[str]


def thanks(entries: Iterable[Entry], answers: Iterable[Answer], today: Day) -> tuple[Thanks, ...]:
    """Return all thanks up to today; what has no day was not given on the day of its import."""
    kudos = (one for one in entries if one.kind == "kudos" and one.precision != "none")
    found = [Thanks(one.day, folded(*one.people)) for one in kudos]
    found += [Thanks(one.day, folded(one.about)) for one in answers if one.manner == "given" and one.thanks]
    return tuple(one for one in found if one.day <= today)


def last_thanked(person: Person, those: Iterable[Thanks]) -> Day | None:
    """Return the day on which I last thanked somebody."""
    names = handles(person)
    return max((one.day for one in those if one.names & names), default=None)
