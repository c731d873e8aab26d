"""Good practice as material for evidence: a check that passes, with data behind it."""

from collections.abc import Iterable

from msgspec.structs import replace

from growth.records.dates import Day, Period
from growth.records.practice import Practice
from growth.rules.material import Material
from growth.rules.practice_checks import Verdict, check
from growth.rules.practices import as_of
from growth.rules.shared_material import Lent
from growth.text.fold import folded

# Of which themes of a ladder a passed check shows something, by words of their names.
SHOWS = {
    "leaked-test": ("data", "evaluation"),
    "stale-eval": ("evaluation",),
    "untraced-data": ("data",),
    "overdue-run": ("pipelines", "training"),
    "by-hand": ("pipelines", "training", "automation"),
    "untried-prompt": ("evaluation", "llm", "prompts"),
}


def of_good(good: Iterable[Verdict], period: Period) -> list[Material]:
    """Return what of a period is good practice of mine, one material for each record."""
    found: dict[str, list[Verdict]] = {}
    for one in good:
        if one.day in period and not one.owner:
            found.setdefault(one.record, []).append(one)
    return [_material(those) for those in found.values()]


def _material(those: list[Verdict]) -> Material:
    shows = dict.fromkeys(word for one in those for word in SHOWS[one.rule])
    return Material(
        id=those[0].record,
        day=those[0].day,
        kind="practice",
        title="; ".join(one.why for one in those),
        shows=tuple(shows),
    )


def of_lent(lent: Iterable[Lent], subject: frozenset[str], period: Period, day: Day) -> list[Material]:
    """Return what is good practice in the register that somebody handed me of theirs, as of a day."""
    found = []
    for one in lent:
        if folded(one.owner) & subject:
            register = as_of((record for record in one.records if isinstance(record, Practice)), day)
            good = check(register, (), (), day, theirs=True).good
            found += [replace(made, id=f"{one.owner}:{made.id}") for made in of_good(good, period)]
    return found
