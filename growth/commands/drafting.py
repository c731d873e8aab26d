"""What a draft is made from: the prompt, whom it is for, and the records that its reader may see."""

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from growth import clock
from growth.app import App
from growth.commands import prompts
from growth.commands.audiences import audience_of, say_former, say_nameless, say_withheld
from growth.commands.case import Case
from growth.commands.draft_lent import OfThem
from growth.commands.report_asked import Asked
from growth.errors import Refused, WrongUsage
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import JUDGEMENTS, Assessment
from growth.records.dates import EVER, Day, Period
from growth.records.draft import DraftKind
from growth.records.goal import Goal
from growth.records.person import Person
from growth.records.session import Session
from growth.rules import agenda, assessing, audience
from growth.rules.assessment_sheet import Row
from growth.rules.audience import Audience
from growth.rules.brief import Brief, Ground, Sought, given, told
from growth.rules.day_words import counted
from growth.rules.pieces import Given, ordered, pieces
from growth.rules.prompt import Prompt


class Made(NamedTuple):
    """A brief, and what it was made from."""

    kind: DraftKind
    prompt: Prompt
    whom: Audience
    person: Person | None
    assessment: Assessment | None
    brief: Brief
    records: tuple[Given, ...]

    @property
    def text(self) -> str:
        """What the program reads."""
        return told(self.prompt.text, self.brief)


def made(app: App, kind: DraftKind, asked: Asked, who: str | None) -> Made:
    """Return what a draft is made from, and say what is withheld."""
    prompt = prompts.need(app, asked.name)
    person = app.people.require(who) if who else None
    whom = _whom(app, asked, prompt, person)
    assessment = _assessment(app, asked) if kind == "self-review" else None
    period = _period(app, kind, asked, person, assessment)
    ground = Ground(
        entries=list(app.store.entries(period)),
        sessions=app.store.all(Session),
        actions=app.store.all(Action),
        answers=app.store.all(Answer),
        goals=[] if person and person.relation(app.today) != "manager" else app.store.all(Goal),
    )
    records, withheld = given(ground, prompt.inputs, whom, period, person)
    of_them = OfThem(app, kind, person)
    theirs = of_them.given(prompt.inputs, whom, period)
    if not (records or theirs):
        raise Refused("there is no record to write from", _more(whom, period, withheld))
    told_of = ordered((*pieces(records, app.people.name), *of_them.pieces(theirs)))
    brief = Brief(
        writer=app.config.text("me.name"),
        reader=_reader(whom),
        about=person.name if person else "",
        period=_told(period, app.today),
        criteria=_criteria(app, assessment, whom, {one.ref for one in told_of})
        if assessment and "criteria" in prompt.inputs
        else (),
        pieces=told_of,
    )
    _say(app, whom, (*records, *theirs), withheld)
    say_former(app, whom, lambda one: given(ground, prompt.inputs, one, period, person)[1])
    say_nameless(app, whom.word)
    return Made(kind, prompt, whom, person, assessment, brief, (*records, *theirs))


def _whom(app: App, asked: Asked, prompt: Prompt, person: Person | None) -> Audience:
    """Return whom it is for: as asked, else as the prompt says; of somebody, that is them."""
    word = asked.audience or prompt.audience
    if word == "person":
        if person is None:
            raise WrongUsage(f"the prompt {prompt.name} is for a person", "name them with --for @ana")
        word = f"@{person.handle}"
    return audience_of(app, word, asked.include_former)


def _assessment(app: App, asked: Asked) -> Assessment:
    from growth.commands.report_standing import chosen

    found = chosen(app, asked)
    if found.about != "me":
        raise WrongUsage(f"{found.id} is of somebody else", "a self-review is of yourself")
    return found


def _period(
    app: App, kind: DraftKind, asked: Asked, person: Person | None, assessment: Assessment | None
) -> Period:
    """Return the period: as asked; else that of the assessment, since we last met, or half a year."""
    if asked.period != EVER:
        return asked.period
    if assessment:
        return Period(assessment.start, assessment.end, assessment.period)
    last = agenda.last_day(app.store.all(Session), person, app.today) if kind == "1on1" and person else None
    return clock.between(last, None) if last else asked.lately(app)


def _told(period: Period, today: Day) -> str:
    """Return how a program is told a period: one named from today, such as `last quarter`, with its days."""
    if period.start and not period.end:
        return f"{period.label}, up to {max(today, period.start)}"
    if not (period.start and period.end) or re.search(r"\d{4}", period.label):
        return period.label
    days = clock.between(period.start, period.end - clock.DAY).label
    return f"{period.label}, {days}" if period.label else days


def _reader(whom: Audience) -> str:
    words = {"me": "myself alone", "team": "my team", "manager": "my manager"}
    word = words.get(whom.kind, "")
    return ", ".join(part for part in (word, whom.name) if part)


def _criteria(app: App, one: Assessment, whom: Audience, refs: Container[str]) -> tuple[Sought, ...]:
    """Return the criteria of an assessment, with how I judged them where its reader may know."""
    known = audience.may_see(one, whom)
    return tuple(
        Sought(
            id=row.criterion.id,
            text=f"{row.theme}: {row.criterion.summary}",
            lines=tuple(_judged(one, row, refs)) if known else (),
        )
        for row in Case(app, one).sheet.rows
    )


def _judged(one: Assessment, row: Row, refs: Container[str]) -> Iterator[str]:
    if row.rating:
        yield f"judged: {JUDGEMENTS[row.rating.judgement]}"
    shown = [link.record for link in assessing.confirmed(one, row.criterion.id) if link.record in refs]
    if shown:
        yield f"shown by: {', '.join(shown)}"


def _more(whom: Audience, period: Period, withheld: int) -> str:
    if withheld and whom.kind != "me":
        records = counted(withheld, "record is", "records are")
        return f"{records} withheld from {whom.name or whom.word}; to share: growth curate"
    return f"{period.label or 'the period'} holds none; name another with --period"


def _say(app: App, whom: Audience, records: tuple[Given, ...], withheld: int) -> None:
    if whom.kind == "me":
        private = sum(one.share == "private" for one in records)
        if private:
            app.screen.say(
                f"for you alone: it is given {counted(private, 'private record', 'private records')}"
            )
        return
    say_withheld(app, whom, len(records), withheld, "growth curate")
