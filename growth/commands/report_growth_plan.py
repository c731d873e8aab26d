"""growth report growth-plan: goals, what they are for, what was learned, and when."""

from growth.app import App
from growth.commands.audiences import names_of, say_former, say_withheld
from growth.commands.case import Case
from growth.commands.report_asked import Asked
from growth.commands.report_standing import chosen
from growth.errors import WrongUsage
from growth.records.action import Action
from growth.records.assessment import Assessment
from growth.records.dates import EVER, Period
from growth.records.goal import Goal
from growth.records.mentorship import Mentorship
from growth.records.session import Session
from growth.rules import audience
from growth.rules.audience import Audience
from growth.rules.growth_plan import Material, growth_plan


def write(app: App, asked: Asked) -> None:
    """Write what I want to be able to do, and how I get there."""
    from growth.reports.engine import render
    from growth.reports.growth_plan import context

    if asked.project:
        raise WrongUsage(f"{asked.name} is of no project", "leave --project out")
    whom = asked.whom(app)
    one = _assessment(app, asked, whom)
    period = asked.period
    if period == EVER:
        period = Period(one.start, one.end, one.period) if one else asked.lately(app)
    material = _material(app, one, period)
    found = growth_plan(material, whom, period, app.today)
    say_withheld(
        app, whom, len(found.cited), found.withheld, "growth goal list, then: growth edit ID --share manager"
    )
    say_former(app, whom, lambda who: growth_plan(material, who, period, app.today).withheld)
    markdown = render(asked.name, context(found, names_of(app)), home=app.home)
    asked.emit(app, markdown, context=found, title=f"Growth plan {app.today}")


def _assessment(app: App, asked: Asked, whom: Audience) -> Assessment | None:
    """Return the assessment that the plan follows from, where the audience may see it; it needs none."""
    if not asked.assessment and not any(one.about == "me" for one in app.store.all(Assessment)):
        return None
    found = chosen(app, asked._replace(period=EVER))
    return found if audience.may_see(found, whom) else None


def _material(app: App, one: Assessment | None, period: Period) -> Material:
    pairs = [pair for pair in app.store.all(Mentorship) if pair.role == "mentee" and pair.until is None]
    mentors = {app.people.canonical(pair.person) for pair in pairs}
    taught = {
        session.id
        for session in app.store.all(Session)
        if session.kind == "mentoring" and app.people.canonical(session.person) in mentors
    }
    return Material(
        goals=app.store.all(Goal),
        entries=app.store.entries(period),
        steps=[
            action
            for action in app.store.all(Action)
            if action.owner == "me" and action.state == "open"
            if action.origin.startswith("f") or action.origin in taught
        ],
        mentorships=pairs,
        assessment=one,
        ladder=Case(app, one).ladder if one else None,
    )
