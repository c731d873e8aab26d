"""growth feedback digest: what was said, by how many, and what came of it."""

from typing import Any

import click

from growth import clock
from growth.app import App, pass_app
from growth.commands import options
from growth.commands.audiences import audience_of, names_of, say_withheld
from growth.commands.emit import emit
from growth.commands.filters import period_of
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.dates import EVER, Period
from growth.records.request import Request
from growth.rules import requests
from growth.rules.audience import Audience
from growth.rules.digest import Digest, Material, digest
from growth.rules.topics import Topic
from growth.store.people import People

KIND = "feedback"
HALF_YEAR = "6m"


@click.command("digest")
@options.since
@options.until
@options.period
@click.option("--about", metavar="WHAT", help="A person, +project, words or me; else me and my work.")
@click.option("--from", "giver", metavar="PERSON", help="What that person said only.")
@options.audience
@options.formats("md", "html", "term", "json", "text")
@options.output
@options.yes
@pass_app
def digest_(
    app: App,
    /,
    about: str | None,
    giver: str | None,
    audience: str | None,
    format_: str | None,
    as_json: bool,
    output: str | None,
    yes: bool,
    **given: Any,
) -> None:
    """Show what was said, by how many, and what came of it.

    Per question and aim, with who said it, scales with the change since the time before, and what
    several said independently. Without a period it covers the last six months. Only you see it;
    --for manager holds what both its giver and you let them read, and no name that is not to be said.

    \b
      growth feedback digest --period 2026-H2
      growth feedback digest --about ana --for @ana -o ana.html
    """
    write(
        app, KIND, period_of(app, given), about=about, giver=giver, audience=audience,
        format_="json" if as_json else format_, output=output, yes=yes,
    )  # fmt: skip


def write(
    app: App,
    template: str,
    period: Period,
    *,
    about: str | None,
    audience: str | None,
    format_: str | None,
    output: str | None,
    yes: bool,
    giver: str | None = None,
) -> None:
    """Write a digest as a document with a template."""
    from growth.reports.digest import context
    from growth.reports.engine import render

    people, whom = app.people, audience_of(app, audience)
    if period == EVER:
        start = clock.move(app.today, clock.span(HALF_YEAR), -1)
        period = Period(start, None, f"since {start}")
    topic = Topic(about=_about(people, about, whom), person=people.require(giver).handle if giver else "")
    found = digest(_material(app), whom, topic, period, app.today, people.canonical)
    more = "growth feedback list --answers, then: growth edit ID --share manager"
    say_withheld(app, whom, found.answers + len(found.given), found.withheld, more)
    _elsewhere(app, found, topic)
    emit(
        app, render(template, context(found, names_of(app)), home=app.home), format_=format_, output=output,
        context=found, title=f"Feedback {period.label}".strip(), yes=yes,
    )  # fmt: skip


def _about(people: People, about: str | None, whom: Audience) -> str:
    """Return what it is about; what is for a person who is not my manager is about them."""
    if about:
        return requests.about(about, people.everyone)
    return whom.word if whom.kind == "person" and whom.relation != "manager" else ""


def _material(app: App) -> Material:
    from growth.commands.feedback_sets import names, read_or_fault

    sets = [read_or_fault(app, name)[0] for name in names(app)]
    return Material(
        requests=app.store.all(Request),
        answers=app.store.all(Answer),
        actions=app.store.all(Action),
        aims=tuple(dict.fromkeys(one.aim for one in sets if one.aim)),
    )


def _elsewhere(app: App, found: Digest, topic: Topic) -> None:
    """Say where there is something, where this digest has nothing to tell."""
    if found.answers or found.given or topic.about or found.audience != "me":
        return
    others = sorted({one.about for one in app.store.all(Answer) if one.about.startswith("@")})
    if others:
        app.screen.say(f"there is feedback about others: growth feedback digest --about {others[0][1:]}")
