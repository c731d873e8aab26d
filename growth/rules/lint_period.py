"""What a period lacks as a whole: work that nobody told, months without an entry, all of it new."""

import datetime
import shlex
from collections.abc import Iterator, Sequence

import msgspec

from growth.records.answer import Answer
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.rules.assessment_sheet import Sheet
from growth.rules.brag import is_highlight, is_label, is_told
from growth.rules.claims import EVIDENCE, TOLD, Claim
from growth.rules.findings import Finding
from growth.text.fold import fold

RECENT = datetime.timedelta(weeks=6)
# A shorter period says nothing about what is spread over it.
LONG = datetime.timedelta(days=80)
# Fewer pieces than this are not spread over anything.
PIECES = 5
# So many entries of which none says what came of it were never gone through.
UNTOLD = 8
# As many days of a month have to be behind us before it is missed.
MISSED = 15
# How many months are named one by one.
NAMED = 3
# Kinds of entries that something comes of.
_DONE = ("win", "work", "design", "talk", "decision", "incident")
_DAY = datetime.timedelta(days=1)


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """What a period is judged by, beside its entries.

    `start` is its first day of which anything can be known, `last` its last that is not to come.
    `relations` says what each giver of an answer is to me, `ask` who could be asked.
    """

    period: Period
    start: Day
    last: Day
    today: Day
    answers: tuple[Answer, ...] = ()
    relations: dict[str, str] = {}
    ask: tuple[str, ...] = ()
    sheet: Sheet | None = None

    @property
    def dates(self) -> tuple[str, ...]:
        """The options that name the period."""
        return dates(self.start, self.last)


def dates(start: Day, last: Day) -> tuple[str, ...]:
    """Return the options that name the days from `start` to `last`."""
    return ("--since", start.isoformat(), "--until", last.isoformat())


def command(*words: str) -> str:
    """Return a command line of ours."""
    return shlex.join(("growth", *words))


def of_period(around: Around, entries: Sequence[Entry], claims: Sequence[Claim]) -> Iterator[Finding]:
    """Yield what a period lacks; `entries` are all of mine in it."""
    yield from _untold(around, entries)
    yield from _recent_only(around, entries, claims)
    yield from _empty_months(around, entries)


def _untold(around: Around, entries: Sequence[Entry]) -> Iterator[Finding]:
    """Look for a whole journal, or else for projects, of which nothing says what came of it."""
    done = [entry for entry in entries if is_told(entry) and entry.kind in _DONE and not is_label(entry)]
    if len(done) >= UNTOLD and not any(map(is_highlight, done)):
        why = f"{len(done)} entries, and no win, star, impact or number among them"
        yield Finding(rule="no-outcome", why=why, fix=command("curate", *around.dates), worth=EVIDENCE)
        return
    projects: dict[str, list[Entry]] = {}
    for entry in done:
        if entry.project:
            projects.setdefault(fold(entry.project), []).append(entry)
    for _, those in sorted(projects.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(those) >= UNTOLD and not any(map(is_highlight, those)):
            name = those[0].project
            yield Finding(
                rule="no-outcome",
                title=name,
                why=f"{len(those)} entries on it, and none says what came of it",
                fix=command("curate", "--project", name, *around.dates),
                worth=EVIDENCE,
            )


def _recent_only(around: Around, entries: Sequence[Entry], claims: Sequence[Claim]) -> Iterator[Finding]:
    edge = around.last - RECENT
    if around.last - around.start < LONG or all(entry.day > edge for entry in entries):
        return
    rows = [row for row in around.sheet.rows if row.evidence] if around.sheet else []
    days = {one.record: one.day for row in rows for one in row.evidence if one.day}
    what, fix = "pieces of evidence", command("assess", "evidence", rows[0].criterion.id) if rows else ""
    if len(days) < PIECES:
        days = {claim.record: claim.day for claim in claims if claim.worth >= TOLD}
        what, fix = "entries that say what came of it", command("curate", *dates(around.start, edge))
    if len(days) >= PIECES and min(days.values()) > edge:
        yield Finding(
            rule="recent-only",
            record=around.sheet.id if around.sheet and rows else "",
            why=f"all {len(days)} {what} are of the last six weeks",
            fix=fix,
        )


def _empty_months(around: Around, entries: Sequence[Entry]) -> Iterator[Finding]:
    held = {month for entry in entries for month in _covered(entry)}
    every = _months(around.start, around.last)
    empty = [month for month in every if month not in held]
    if not empty or len(empty) == len(every):
        return
    if len(empty) > len(every) // 2 and len(empty) > NAMED:
        why = f"{len(every) - len(empty)} of {len(every)} months have an entry"
    else:
        rest = f" and {len(empty) - NAMED} more" if len(empty) > NAMED else ""
        named = ", ".join(f"{month:%B %Y}" for month in empty[-NAMED:])
        why = f"nothing in {named}{rest}: away, or not written down?"
    yield Finding(
        rule="empty-month",
        why=why,
        fix=command("log", "--date", min(_end(empty[-1]), around.last).isoformat()),
    )


def _covered(entry: Entry) -> list[Day]:
    """Return the months that an entry may be of; one of a quarter or a year is of all of its months."""
    back = {"quarter": 3, "year": 12}.get(entry.precision, 1)
    number = entry.day.year * 12 + entry.day.month - 1
    return [Day((number - less) // 12, (number - less) % 12 + 1, 1) for less in range(back)]


def _months(start: Day, last: Day) -> list[Day]:
    """Return the months of which enough days lie from `start` to `last`, each as its first day."""
    month, found = start.replace(day=1), []
    while month <= last:
        if (min(_end(month), last) - max(month, start)).days + 1 >= MISSED:
            found.append(month)
        month = _end(month) + _DAY
    return found


def _end(month: Day) -> Day:
    return (month + _DAY * 31).replace(day=1) - _DAY
