"""A mentorship over a period as a template gets it."""

from collections.abc import Sequence

from growth.records.dates import Day
from growth.records.entry import Entry
from growth.reports.told import Names, Refs, Strings, audience_line, beginning, cited, promise_lines, told
from growth.rules.day_words import ago, counted, day_words, near
from growth.rules.pair_goals import Aim
from growth.rules.pair_page import PairPage, Said
from growth.rules.persons import first_name
from growth.rules.promises import Promise, late
from growth.text.markdown import inline, literal

# How many looks at a goal, outcomes, lines of advice and promises of each side are told.
LOOKS, OUTCOMES, TOLD, PROMISES = 3, 8, 8, 8
TITLES = {"mentor": "Mentoring {}", "mentee": "Mentored by {}", "coach": "Coaching {}"}


def context(page: PairPage, names: dict[str, str]) -> Strings:
    """Return what the template `mentorship` may use, every text in it safe."""
    refs = Refs(page.audience, page.cited)
    command = f"growth report mentorship --about {page.person} --for @{page.person}"
    return {
        "audience": audience_line(page.audience, names, page.private, command),
        "for_me": page.audience == "me",
        "title": TITLES[page.role].format(literal(page.name)),
        "called": literal(first_name(page.name) or page.person),
        "handle": page.person,
        "role": page.role,
        "period": f"{day_words(page.start, page.today)} to {_last(page)}",
        "rhythm": _rhythm(page),
        "closed": _closed(page),
        "ref": refs(page.pair),
        "aims": [_aim(aim, page.today) for aim in page.aims],
        "outcomes": _outcomes(page.outcomes, page.today, refs, names),
        "told": _said(page.told, page.today, refs),
        "waiting": _said(page.waiting, page.today, refs),
        "mine": _promised(page.mine, refs),
        "theirs": _promised(page.theirs, refs),
        "empty": page.is_empty,
        "cited": cited(page.cited, names),
    }


def _last(page: PairPage) -> str:
    last = Day.fromordinal(max(page.end.toordinal() - 1, page.start.toordinal()))
    return "today" if last == page.today else day_words(last, page.today)


def _rhythm(page: PairPage) -> str:
    parts = [f"Since {day_words(page.since, page.today)}"]
    parts += [page.cadence] if page.cadence else []
    if page.due:
        parts.append(f"{page.held} of {page.due} sessions held in this time")
    elif page.held:
        parts.append(f"{counted(page.held, 'session')} in this time")
    parts += [f"last {ago(page.last, page.today)}"] if page.last and not page.until else []
    parts += [f"the next is due for {counted(page.overdue, 'day')}"] if page.overdue else []
    return " · ".join(parts)


def _closed(page: PairPage) -> str:
    if page.until is None:
        return ""
    return f"Closed {day_words(page.until, page.today)}: {inline(page.outcome)}"


def _aim(aim: Aim, today: Day) -> Strings:
    last = aim.looks[-LOOKS:][::-1]
    return {
        "text": inline(beginning(aim.text)),
        "state": aim.state,
        "looks": [
            {"day": near(look.day, today), "text": inline(beginning(look.text)), "stuck": not look.moved}
            for look in last
        ],
        "more": len(aim.looks) - len(last),
    }


def _outcomes(entries: Sequence[Entry], today: Day, refs: Refs, names: Names) -> Strings:
    lines = [told(entry, today, names) | {"ref": refs(entry.id)} for entry in entries[:OUTCOMES]]
    return {"lines": lines, "more": max(0, len(entries) - OUTCOMES)}


def _said(those: Sequence[Said], today: Day, refs: Refs) -> Strings:
    lines = [
        {
            "kind": "tried" if one.advice.kind == "try" and one.advice.told else
                    "to try" if one.advice.kind == "try" else "advised",
            "text": inline(beginning(one.advice.text)),
            "went": inline(beginning(one.advice.went)) if one.advice.went else "",
            "day": near(one.day, today),
            "ref": refs(one.session),
        }
        for one in those[:TOLD]
    ]  # fmt: skip
    return {"lines": lines, "more": max(0, len(those) - TOLD)}


def _promised(those: Sequence[Promise], refs: Refs) -> Strings:
    """Return promises as the lines of all documents have them, with what became of them counted."""
    kept = sum(one.action.state == "done" for one in those)
    dropped = sum(one.action.state == "dropped" for one in those)
    moved = sum(one.moved > 0 for one in those)
    counts = [f"{kept} of {len(those)} kept"] if those else []
    counts += [f"{late(those)} late"] if late(those) else []
    counts += [f"{moved} moved"] if moved else []
    counts += [f"{dropped} dropped"] if dropped else []
    return {
        "counts": ", ".join(counts),
        "more": max(0, len(those) - PROMISES),
        "lines": promise_lines(those[:PROMISES], refs),
    }
