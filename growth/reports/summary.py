"""A week, a month or a quarter on a page, as a template gets it."""

import datetime
import re
from collections.abc import Sequence

from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.reports.check_lines import check_lines
from growth.reports.told import (
    NOBODY,
    Refs,
    Safe,
    Strings,
    audience_line,
    beginning,
    cited,
    shared_line,
    told,
)
from growth.rules.day_words import counted, day_words
from growth.rules.entry_words import hours_words
from growth.rules.promises import Promise
from growth.rules.summary import Met, Part, Step, Summary
from growth.text.markdown import inline, literal

# Projects that most of the time went into.
NAMED = 3
_WORD = re.compile(r"[\w.-]+")
_ONE = datetime.timedelta(days=1)
_LENGTHS = {1: "month", 3: "quarter", 6: "half year", 12: "year"}
_SESSIONS = {"1on1": "1:1 with", "mentoring": "mentoring with"}


def context(page: Summary, names: dict[str, str]) -> Strings:
    """Return what the template `summary` may use, every text in it safe."""
    refs = Refs(page.audience, page.cited)
    command = f"growth report summary{_option(page)} --for manager"
    return {
        "audience": shared_line(names)
        if page.about
        else audience_line(page.audience, names, page.private, command),
        "about": page.about,
        "for_me": page.audience == "me",
        "name": literal(names.get("me", "")),
        "what": length(page),
        "period": _period(page),
        "project": literal(page.project),
        "total": page.total,
        "numbers": _numbers(page),
        "went": _went(page),
        "done": _part(page.done, page, refs, names),
        "hard": _part(page.hard, page, refs, names),
        "shared": _part(page.shared, page, refs, names),
        "planned": _part(page.planned, page, refs, names),
        "across": _across(page),
        "unseen": _part(page.unseen, page, refs, names),
        "learned": _part(page.learned, page, refs, names),
        "learning": _learning(page),
        "questions": _questions(page),
        "checks": check_lines(page.checks, refs),
        "thanks": _part(page.thanks, page, refs, names),
        "goals": [_step(step, page, refs) for step in page.goals],
        "kept": _promised(page.kept, page.kept_folded, page, refs),
        "next": _promised(page.next, page.next_folded, page, refs),
        "due": [_due(goal, page, refs) for goal in page.due],
        "met": _met(page.met, names),
        "asked": page.asked,
        "heard": page.heard,
        "cited": cited(page.cited, names),
    }


def length(page: Summary) -> str:
    """Return what a page is about: a day, a week, a month, a quarter; or days, where it is none of these."""
    days = (page.end - page.start).days
    if days in (1, 7):
        return "day" if days == 1 else "week"
    months = (page.end.year - page.start.year) * 12 + page.end.month - page.start.month
    whole = page.start.day == page.end.day == 1
    return _LENGTHS.get(months, counted(months, "month")) if whole else counted(days, "day")


def _option(page: Summary) -> str:
    # Within the marks of code nothing is escaped, so that only a plain word may stand there.
    of = f" --project {page.project}" if _WORD.fullmatch(page.project) else ""
    return f"{_period_option(page)}{of}"


def _period_option(page: Summary) -> str:
    if not page.label:
        return ""
    if page.label.startswith("since "):
        return f" --since {page.start}"
    if " to " in page.label:
        return f" --since {page.start} --until {page.end - _ONE}"
    return f" --period '{page.label}'" if " " in page.label else f" --period {page.label}"


def _period(page: Summary) -> str:
    """Return a period as one says it: `16 to 22 Nov 2026`, `November 2026`, `2026-Q4`."""
    last = page.end - _ONE
    so_far = ", so far" if page.end > page.today + _ONE else ""
    if length(page) == "month":
        return f"{page.start:%B %Y}{so_far}"
    if (page.end - page.start).days > 31 and page.label and " " not in page.label:
        return f"{literal(page.label)}{so_far}"
    first = f"{page.start.day}" if page.start.month == last.month else _said(page.start)
    first = first if page.start.year == last.year else f"{_said(page.start)} {page.start.year}"
    return (
        f"{first} to {_said(last)} {last.year}{so_far}"
        if page.start != last
        else f"{_said(last)} {last.year}"
    )


def _said(day: Day) -> str:
    return f"{day.day} {day:%b}"


def _numbers(page: Summary) -> str:
    days = f" on {counted(page.days, 'day')}" if page.days else ""
    parts = [f"{counted(page.total, 'entry', 'entries')}{days}"]
    parts += [counted(page.wins, "win")] if page.wins else []
    parts += [f"{page.measured} with a number"] if page.measured else []
    if page.timed:
        on = "" if page.timed == page.total else f" on {page.timed} of them"
        parts.append(f"{hours_words(page.spent)}{on}")
    words = ", ".join(parts)
    return f"{words}; {page.before} in the {length(page)} before" if page.before else words


def _went(page: Summary) -> str:
    """Return what most of it was for."""
    several = [one for one in page.projects if one.entries > 1][:NAMED]
    if page.project or len(page.projects) < 2 or not several:
        return ""
    return "Most went into " + _listed([f"{literal(one.name)} ({one.entries})" for one in several])


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def _part(part: Part, page: Summary, refs: Refs, names: dict[str, str]) -> Strings:
    def one(entry: Entry) -> Strings:
        where = [literal(entry.project)] if entry.project and not page.project else []
        line = told(entry, page.today, NOBODY if page.about else names, _safe(page))
        named = (literal(names.get(handle, handle)) for handle in entry.people)
        people = [name for name in named if name not in line["title"]]
        takeaway = entry.learning.takeaway if entry.learning else ""
        return line | {
            "takeaway": _safe(page)(beginning(takeaway)),
            "ref": refs(entry.id, page.about),
            "people": people,
            "where": ", ".join([*where, line["day"]]),
            "whom": ", ".join([*people, line["day"]]),
        }

    return {"lines": [one(entry) for entry in part.entries], "more": part.folded, "total": part.total}


def _safe(page: Summary) -> Safe:
    """Return what makes the texts of a page safe: those that somebody shared are literal."""
    return literal if page.about else inline


def _step(step: Step, page: Summary, refs: Refs) -> Strings:
    goal, look, safe = step.goal, step.look, _safe(page)
    state = goal.state if goal.state != "open" else "moved" if look and look.moved else "stuck"
    return {
        "text": safe(beginning(goal.text)),
        "state": state,
        "said": safe(beginning(look.text)) if look else "",
        "words": day_words(look.day, page.today) if look else "",
        "ref": refs(goal.id, page.about),
    }


def _due(goal: Goal, page: Summary, refs: Refs) -> Strings:
    late = goal.due is not None and goal.due < page.today
    words = f"goal, {'was ' if late else ''}due {day_words(goal.due, page.today)}" if goal.due else "goal"
    text = _safe(page)(beginning(goal.text))
    return {"text": text, "words": words, "late": late, "ref": refs(goal.id, page.about)}


def _promised(those: Sequence[Promise], more: int, page: Summary, refs: Refs) -> Strings:
    return {
        "lines": [
            {
                "text": _safe(page)(beginning(one.action.text)),
                "words": literal(one.words),
                "late": one.days_late > 0,
                "ref": refs(one.action.id, page.about),
            }
            for one in those
        ],
        "more": more,
    }


def _learning(page: Summary) -> str:
    """Return how much time was taken to learn, and how often it was passed on: `3 hours, 1 taught back`."""
    parts = [hours_words(page.learning)] if page.learning else []
    return ", ".join([*parts, *([f"{page.taught} taught back"] if page.taught else [])])


def _across(page: Summary) -> str:
    """Return what went from team to team: `2 given, 1 reused by others, 1 built on what others made`."""
    said = {
        "given": page.given, "reused by others": page.reused, "built on what others made": page.built,
    }  # fmt: skip
    return ", ".join(f"{number} {words}" for words, number in said.items() if number)


def _questions(page: Summary) -> str:
    """Return how many open questions were asked and closed: `5 asked, 3 closed`."""
    asked, closed = page.wondered.asked, page.wondered.closed
    parts = [f"{asked} asked"] if asked else []
    return ", ".join([*parts, *([f"{closed} closed"] if closed else [])])


def _met(those: Sequence[Met], names: dict[str, str]) -> str:
    """Return whom I met: `1:1 with Ana Silva (2) and Bo Lind; mentoring with Cy Ames`."""
    said = []
    for kind, words in _SESSIONS.items():
        people = [
            literal(names.get(one.person, one.person)) + (f" ({one.times})" if one.times > 1 else "")
            for one in those
            if one.kind == kind
        ]
        said += [f"{words} {_listed(people)}"] if people else []
    return "; ".join(said)
