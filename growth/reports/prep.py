"""The sheet for a 1:1 as a template gets it."""

import re
from collections import Counter
from collections.abc import Sequence

from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.session import AgendaItem, Session
from growth.reports.check_lines import check_lines
from growth.reports.feedback_lines import feedback_lines
from growth.reports.growing_lines import growing_lines
from growth.reports.told import (
    LONGEST,
    NOBODY,
    Names,
    Refs,
    Strings,
    audience_line,
    beginning,
    cited,
    headline,
    promise_lines,
    proof,
    told,
)
from growth.rules.agenda import item_words
from growth.rules.brag import is_highlight, unseen_name
from growth.rules.day_words import ago, counted, day_words, near
from growth.rules.entry_words import entry_day, unseen_words
from growth.rules.persons import first_name
from growth.rules.promises import Promise, late, owed
from growth.rules.questions import Pick
from growth.rules.session_words import called
from growth.rules.since import News, Prep
from growth.text.markdown import forge_label, inline, link, literal

# An ordinary week fits one screen; what goes beyond these is counted.
PROMISES, TOPICS, SHARED, TELL, HARD = 5, 10, 3, 6, 3
# Notes and entries of mine that are told beside what was shared, and where nothing was.
BESIDE, ALONE = (4, 0), (4, 3)
# With more news than this, routine makes room for what was said last time.
ROOM = 4
ROUTINE = ("work", "review", "learning")
# A line of the sheet is a reminder; its id leads to the rest.
SHORT = 90
# With numbers behind it, a title has to be shorter still.
PROVEN = 62
# On a sheet for me the records cited are only there to be checked.
CITED = 40


def context(sheet: Prep, names: dict[str, str], *, alone: bool = True) -> Strings:
    """Return what the template `1on1` may use, every text in it safe.

    `alone` is a sheet that no index goes with, which says for all how to share something.
    """
    refs = Refs(sheet.audience, sheet.cited)
    for_me = sheet.audience == "me"
    called = literal(first_name(sheet.name) or sheet.person)
    command = f"growth prep {sheet.person} --for @{sheet.person}"
    mirror = sheet.relation == "manager"
    growing = growing_lines(sheet, called, refs)
    return {
        "audience": audience_line(sheet.audience, names, sheet.private, command),
        "for_me": for_me,
        "mirror": mirror,
        "name": literal(sheet.name),
        "called": called,
        "handle": sheet.person,
        "relation": sheet.relation,
        "kind": sheet.kind,
        "what": "1:1" if sheet.kind == "1on1" else "Mentoring",
        "when": _when(sheet),
        "met": _met(sheet, called),
        "growing": growing,
        "thanked": "" if growing["words"] else _thanked(sheet),
        "goals": [inline(goal) for goal in sheet.goals],
        "waiting": [
            {
                "kind": "to try" if one.advice.kind == "try" else "advised",
                "text": inline(beginning(one.advice.text)),
                "day": near(one.session.day or sheet.today, sheet.today),
                "ref": refs(one.session.id),
            }
            for one in sheet.waiting
        ],
        "mine": _promised(sheet.mine, refs),
        "theirs": _promised(sheet.theirs, refs),
        "topics": _topics(sheet, names),
        "last": _last(sheet.last, sheet.today),
        "since": day_words(sheet.since, sheet.today),
        "news": _news(sheet, names, refs),
        "tell": _entries(sheet.tell, TELL, sheet.today, names, refs),
        "hard": _entries(sheet.hard, HARD, sheet.today, names, refs),
        "shares": sheet.shares or not alone,
        "questions": [
            {"text": literal(one.text), "why": _why(one, called), "ref": one.ref} for one in sheet.questions
        ],
        "checks": check_lines(sheet.checks, refs),
        "wonder": {
            "text": inline(beginning(sheet.wonder.question)) if sheet.wonder else "",
            "ref": refs(sheet.wonder.id) if sheet.wonder else "",
        },
        "cited": cited(sheet.cited, names, CITED if for_me else LONGEST),
    }


def _why(one: Pick, called: str) -> str:
    return {"topic": f"{called}'s topic", "goal": "stuck goal"}.get(one.source) or literal(one.why)


def _when(sheet: Prep) -> str:
    return f"{day_words(sheet.next or sheet.today, sheet.today)}{' ' + sheet.time if sheet.time else ''}"


def _met(sheet: Prep, called: str) -> str:
    day = sheet.last.day if sheet.last else None
    if day is None:
        never = f"You and {called} have not met yet, as far as this store knows"
        return "" if sheet.audience != "me" else never if sheet.thanked else f"{never}."
    last = ago(day, sheet.today)
    # Yesterday is said by its name; what lies further back by its day, and how long ago that is.
    words = f"Last met {last}" if day == sheet.today else f"Last met {day_words(day, sheet.today)}, {last}"
    if sheet.cadence and sheet.audience == "me":
        words += f" · {sheet.cadence}"
        words += f", {sheet.held} of {sheet.due} held {sheet.lately}" if sheet.due else ""
    return words


def _thanked(sheet: Prep) -> str:
    if sheet.audience != "me" or sheet.thanked is None:
        return ""
    return f"thanked {ago(sheet.thanked, sheet.today)}"


def _promised(those: Sequence[Promise], refs: Refs) -> Strings:
    open_ = [one for one in those if one.action.state == "open"]
    kept = len(those) - len(open_)
    counts = [f"{len(open_)} open"] if len(open_) > late(open_) else []
    counts += [f"{late(open_)} overdue"] if late(open_) else []
    counts += [f"{kept} kept"] if kept else []
    return {
        "counts": ", ".join(counts),
        "more": max(0, len(those) - PROMISES),
        "lines": promise_lines(those[:PROMISES], refs),
    }


def _topics(sheet: Prep, names: dict[str, str]) -> Strings:
    mine = "you" if sheet.audience == "me" else "me"
    ordered = sorted(sheet.topics, key=lambda item: (item.by == "me", -item.carried))

    def one(item: AgendaItem) -> Strings:
        words = [word for word in ("private" if item.private else "", item_words(item)) if word]
        return {
            "by": mine if item.by == "me" else literal(first_name(names.get(item.by, item.by))),
            "mine": item.by == "me",
            "text": inline(beginning(item.text)),
            "private": item.private,
            "words": ", ".join(words),
        }

    return {"lines": [one(item) for item in ordered[:TOPICS]], "more": max(0, len(ordered) - TOPICS)}


def _last(session: Session | None, today: Day) -> Strings:
    if session is None or session.day is None:
        return {"day": "", "shared": "", "private": "", "mood": "", "workload": ""}
    return {
        "day": f"{literal(called(session))}, {near(session.day, today)}".removeprefix(", "),
        "shared": inline(beginning(session.shared)),
        "private": inline(beginning(session.private)),
        "mood": _scale(session.mood, session.mood_words),
        "workload": _scale(session.workload, session.workload_words),
    }


def _scale(value: int | None, words: str) -> str:
    if value is None:
        return inline(words)
    return f"{value} of 5, “{inline(words)}”" if words else f"{value} of 5"


def _news(sheet: Prep, names: dict[str, str], refs: Refs) -> Strings:
    theirs = [one for one in sheet.news if one.whose == "theirs"]
    unseen = [one for one in theirs if unseen_name(one.entry) and not is_highlight(one.entry)]
    seen = [one for one in theirs if one not in unseen] if len(unseen) > 2 else theirs
    if sheet.last is not None and len(sheet.news) + len(sheet.feedback.said) > ROOM:
        seen = [one for one in seen if one.entry.kind not in ROUTINE or is_highlight(one.entry)] or seen[:1]
    lines = [_piece(sheet, one, names, refs) for one in seen[:SHARED]]
    if len(unseen) > 2:
        lines.append({"label": "unseen work", "text": _sorts(unseen), "words": "shared", "ref": ""})
    for whose, most in zip(("note", "mine"), BESIDE if theirs else ALONE, strict=True):
        lines += [_piece(sheet, one, names, refs) for one in sheet.news if one.whose == whose][:most]
    told_of = len(lines) + (len(unseen) - 1 if len(unseen) > 2 else 0)
    more = len(sheet.news) - told_of
    return {
        "lines": [*feedback_lines(sheet, names, refs), *lines],
        "more": more,
        "ways": _ways(sheet, bool(theirs)) if more and sheet.audience == "me" else "",
    }


def _ways(sheet: Prep, shared: bool) -> str:
    """Return the commands that list what is not told here."""
    notes, mine = (sum(one.whose == whose for one in sheet.news) for whose in ("note", "mine"))
    most = BESIDE if shared else ALONE
    options = {"--of": shared, "--about": notes > most[0], "--with": mine > most[1]}
    ways = [option for option, wanted in options.items() if wanted]
    return ", ".join(f"`growth list {option} {sheet.person} --since {sheet.since}`" for option in ways)


def _sorts(unseen: Sequence[News]) -> str:
    return unseen_words(Counter(unseen_name(one.entry) for one in unseen))


def _piece(sheet: Prep, one: News, names: Names, refs: Refs) -> Strings:
    entry, theirs = one.entry, one.whose == "theirs"
    safe, title = literal if theirs else inline, headline(entry, NOBODY if theirs else names, SHORT, PROVEN)
    words = [_recent(entry, sheet.today), *(["shared"] if theirs else [])]
    words += [link(url) for url in entry.links if forge_label(url)][:1]
    named = {"note": "you noted", "mine": "you logged"}.get(one.whose, entry.kind)
    return {
        "label": named if sheet.audience == "me" else entry.kind,
        "text": safe(title) + proof(entry, safe, SHORT),
        "words": ", ".join(words),
        "ref": refs(entry.id, sheet.person if theirs else ""),
    }


def _recent(entry: Entry, today: Day) -> str:
    """Return an entry's day, the weekday alone where it was in the last seven days."""
    near_by = entry.precision == "day" and 1 < (today - entry.day).days < 7
    return (
        f"{entry.day:%a}"
        if near_by
        else near(entry.day, today)
        if entry.precision == "day"
        else entry_day(entry, today)
    )


def _entries(entries: Sequence[Entry], most: int, today: Day, names: Names, refs: Refs) -> Strings:
    return {
        "lines": [told(entry, today, names) | {"ref": refs(entry.id)} for entry in entries[:most]],
        "more": max(0, len(entries) - most),
    }


def _within_link(text: str) -> str:
    """Return text of others for the words of a link; a link of its own would end the outer one."""
    return re.sub(r"<(https?://[^>]*)>", lambda url: re.sub(r"([*_\[\]~])", r"\\\1", url[1]), literal(text))


def index(sheets: Sequence[Prep], today: Day, ending: str) -> str:
    """Return the page that leads to the sheets of all, who needs it most first."""
    rows = sorted(
        sheets, key=lambda sheet: (-late(sheet.mine), -_stuck(sheet), sheet.next or Day.max, sheet.person)
    )
    lines = [f"*For you only*\n\n# 1:1s · *{day_words(today, today)}*\n"]
    for sheet in rows:
        words = owed(sheet.mine, sheet.theirs, "they owe")
        words += [counted(len(sheet.topics), "topic")] if sheet.topics else []
        words += [f"{len(sheet.news)} new"] if sheet.news else []
        words += [f"{counted(_stuck(sheet), 'goal')} stuck"] if _stuck(sheet) else []
        said = ", ".join(words) or "nothing open"
        lines.append(f"- [{_within_link(sheet.name)}]({sheet.person}.{ending}) {_when(sheet)} · *{said}*")
    silent = [literal(sheet.name) for sheet in rows if not sheet.shares]
    return "\n".join(lines) + "\n" + (_how_to_share(silent) if silent else "")


def _stuck(sheet: Prep) -> int:
    return sum(one.state == "stuck" for one in sheet.goal_news)


def _how_to_share(names: Sequence[str]) -> str:
    """Return how those who report to me can share something: said once, for all of them."""
    *those, last = names
    said = f"{', '.join(those)} and {last} have" if those else f"{last} has"
    return (
        f"\n{said} shared nothing yet. It takes two commands: "
        "`growth bundle make --for manager -o FILE` on the other side, `growth bundle open FILE` here.\n"
    )
