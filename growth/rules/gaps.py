"""Gaps: per criterion what shows it, what that lacks, and the next step as a command to run."""

import datetime
import shlex
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

import msgspec

from growth.records.dates import Day
from growth.rules.assessing import SHOWN
from growth.rules.assessment_sheet import Row, Sheet, Shown
from growth.rules.evidence import Proposal

FLAGS = {
    "none": "none",
    "stale": "stale > 90 d",
    "own-word": "only my own word",
    "one-person": "one person only",
}
ME = "me"
STALE = datetime.timedelta(days=90)
# How many proposals a gap names, and how long a question to somebody may get.
MOST, LONGEST = 3, 180
Propose = Callable[[str], Sequence[Proposal]]


class Step(msgspec.Struct, frozen=True):
    """One thing to do about a gap, and the command that does it."""

    why: str
    command: str


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """One criterion: its evidence in numbers, flags, what is proposed and what to do next."""

    criterion: str
    theme: str
    level: str
    summary: str
    judgement: str = ""
    evidence: int = 0
    newest: Day | None = None
    sources: dict[str, int]
    flags: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    next: tuple[Step, ...] = ()


class Gaps(msgspec.Struct, frozen=True, kw_only=True):
    """All that an assessment asks for, in the ladder's order."""

    assessment: str
    about: str = ME
    ladder: str
    target: str
    day: Day
    rows: tuple[Gap, ...]


def gaps(
    sheet: Sheet, propose: Propose, today: Day, *, ask: Sequence[str] = (), goals: Collection[str] = ()
) -> Gaps:
    """Return the gaps of an assessment.

    `ask` holds the handles of who could be asked, the best first; `goals` the criteria, as
    `ladder/criterion`, that are a goal already.
    """
    rows = tuple(_gap(sheet, row, propose(row.criterion.id), today, ask, goals) for row in sheet.rows)
    return Gaps(
        assessment=sheet.id, about=sheet.about, ladder=sheet.ladder, target=sheet.target, day=today, rows=rows
    )


def _gap(
    sheet: Sheet,
    row: Row,
    proposed: Sequence[Proposal],
    today: Day,
    ask: Sequence[str],
    goals: Collection[str],
) -> Gap:
    there = [shown for shown in row.evidence if shown.day is not None]
    newest = max((shown.day for shown in there if shown.day), default=None)
    found = flags(row.evidence, today)
    ids = tuple(one.material.id for one in proposed[:MOST])
    return Gap(
        criterion=row.criterion.id,
        theme=row.theme,
        level=row.criterion.level,
        summary=row.criterion.summary,
        judgement=row.rating.judgement if row.rating else "",
        evidence=len(there),
        newest=newest,
        sources=dict(Counter(shown.source for shown in there)),
        flags=found,
        proposals=ids,
        next=tuple(_steps(sheet, row, found, ids, ask, goals)),
    )


def flags(evidence: Iterable[Shown], today: Day) -> tuple[str, ...]:
    """Return what a criterion's evidence lacks."""
    there = [shown for shown in evidence if shown.day is not None]
    newest = max((shown.day for shown in there if shown.day), default=None)
    if newest is None:
        return ("none",)
    people = {shown.person for shown in there if shown.person}
    found = ["stale"] if today - newest > STALE else []
    found += ["own-word"] if all(shown.source == "self" for shown in there) else []
    # Ten answers of one person are one view.
    found += ["one-person"] if len(people) == 1 else []
    return tuple(found)


def _steps(
    sheet: Sheet,
    row: Row,
    lacks: tuple[str, ...],
    proposed: tuple[str, ...],
    ask: Sequence[str],
    goals: Collection[str],
) -> list[Step]:
    name, mine = row.criterion.id, sheet.about == ME
    steps: list[Step] = []
    if lacks and proposed:
        # Of several at work the newest is meant where none is named, and that may be my own.
        which = () if mine else ("--assessment", sheet.id)
        steps.append(Step("look at what may show it", _command("assess", "evidence", name, *which)))
    elif "none" in lacks or "stale" in lacks:
        told = "log it if it happened" if mine else "note it if you saw it"
        steps.append(Step(told, _log(row, sheet.about)))
    if lacks:
        asked = {shown.person for shown in row.evidence if shown.person}
        person = next((handle for handle in ask if handle not in asked), "")
        if person:
            steps.append(Step(f"ask {person}", _ask(person, row, sheet.about)))
    done = row.rating is not None and row.rating.judgement in SHOWN
    goal = f"{sheet.ladder}/{name}"
    if mine and not done and (row.rating is not None or "none" in lacks) and goal not in goals:
        steps.append(Step("make it a goal", _command("goal", "add", "--from", goal)))
    return steps


def _log(row: Row, about: str) -> str:
    # The first marker makes the entry findable for this criterion, whatever its words.
    label = next(iter(row.criterion.markers), row.criterion.theme)
    return _command(*(("log",) if about == ME else ("note", about)), "-t", label)


def _ask(person: str, row: Row, about: str) -> str:
    whom, of = ("me", ()) if about == ME else (f"@{about}", ("--about", f"@{about}"))
    question = f"When did you see {whom} do this, and what came of it: {row.criterion.summary}"
    if len(question) > LONGEST:
        question = f"{question[: LONGEST - 1].rstrip()}…"
    return _command("feedback", "ask", person, *of, "--question", question)


def _command(*words: str) -> str:
    return shlex.join(("growth", *words))
