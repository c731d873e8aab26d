"""The brag document as a template gets it."""

import datetime
from collections.abc import Sequence

from growth.records.dates import Day
from growth.records.entry import Entry
from growth.reports import period
from growth.reports.told import (
    NOBODY,
    Refs,
    Strings,
    audience_line,
    cited,
    first_paragraph,
    shared_line,
    told,
)
from growth.rules.brag import Brag, Group
from growth.rules.day_words import counted
from growth.rules.entry_words import hours_words
from growth.text.markdown import block, inline, literal, literal_block

# What a body may add under a starred entry or a win; longer ones stay in the journal.
BODY = 400


def context(result: Brag, names: dict[str, str], elsewhere: str = "") -> Strings:
    """Return what the template `brag` may use; `elsewhere` is the period to look at when this is empty."""
    refs = Refs(result.audience, result.cited)
    safe, whole = (literal, literal_block) if result.about else (inline, block)
    command = f"growth report brag{_period_option(result)} --for manager"

    known = NOBODY if result.about else names

    def one(entry: Entry, *, in_full: bool = False) -> Strings:
        body = _body(entry) if in_full else ""
        line = told(entry, result.today, known, safe, body=body)
        people = (literal(names.get(handle, handle)) for handle in entry.people)
        return line | {
            "ref": refs(entry.id, result.about),
            "body": whole(body),
            "spent": hours_words(entry.spent) if entry.spent else "",
            "people": [name for name in people if name not in line["title"]],
        }

    def every(entries: Sequence[Entry]) -> list[Strings]:
        return [one(entry) for entry in entries]

    return {
        "audience": shared_line(names)
        if result.about
        else audience_line(result.audience, names, result.private, command),
        "about": result.about,
        "for_me": result.audience == "me",
        "name": literal(names.get("me", "")),
        "period": period.words(result.label, result.start, result.end),
        "within": period.within(result.label, result.start, result.end),
        "project": literal(result.project),
        "total": result.total,
        "summary": _summary(result),
        "groups": [
            {
                "name": literal(group.name),
                "entries": [one(entry, in_full=True) for entry in group.entries],
                "folded": group.folded,
                "total": group.total,
                "spent": _hours(group),
                "by_time": group.by_time,
            }
            for group in result.groups
        ],
        "unseen": [
            {"name": sort.name, "entries": every(sort.entries), "folded": sort.folded}
            for sort in result.unseen
        ],
        "unseen_total": result.unseen_total,
        "unseen_percent": result.unseen_percent,
        "learning": every(result.learning),
        "learning_folded": result.learning_folded,
        "thanks": every(result.thanks),
        "thanks_folded": result.thanks_folded,
        "elsewhere": elsewhere,
        "cited": cited(result.cited, names),
    }


def _period_option(result: Brag) -> str:
    if period.is_named(result.label):
        label = result.label
        return f" --period '{label}'" if " " in label else f" --period {label}"
    ends = zip(("since", "until"), _ends(result), strict=True)
    return "".join(f" --{name} {day}" for name, day in ends if day)


def _ends(result: Brag) -> tuple[Day | None, Day | None]:
    return result.start, result.end - datetime.timedelta(days=1) if result.end else None


def _hours(counts: Brag | Group) -> str:
    """Return the time spent, and on how many entries where not all of them say it."""
    if not counts.timed:
        return ""
    hours = hours_words(counts.spent)
    return hours if counts.timed == counts.total else f"{hours} on {counts.timed} of them"


def _summary(result: Brag) -> str:
    parts = [f"{counted(result.total, 'entry', 'entries')} on {counted(result.days, 'day')}"]
    parts += [_hours(result)] if result.timed else []
    parts += [counted(result.wins, "win")] if result.wins else []
    parts += [f"{result.measured} with a number"] if result.measured else []
    parts += [f"{result.reused} reused by others"] if result.reused else []
    return ", ".join(parts)


def _body(entry: Entry) -> str:
    if not (entry.star or entry.kind == "win"):
        return ""
    text = entry.body if len(entry.body) <= BODY else first_paragraph(entry.body)
    # A paragraph that ends in a colon promises a list, which did not fit.
    return "" if len(text) > BODY or text.endswith(":") else text
