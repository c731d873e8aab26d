"""growth feedback digest: what was said, by how many, and what came of it."""

from typing import Any

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.audiences import names_of, say_former, say_withheld
from growth.commands.filters import period_of
from growth.commands.report_asked import Asked
from growth.errors import WrongUsage
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.dates import Period
from growth.records.entry import SHARES
from growth.records.request import Request
from growth.rules import consent, requests
from growth.rules.audience import Audience
from growth.rules.digest import Digest, Material, digest
from growth.rules.topics import Topic
from growth.store.people import People

KIND = "feedback"


@click.command("digest")
@options.since
@options.until
@options.period
@click.option("--about", metavar="WHAT", help="A person, +project, words or me; else me and my work.")
@click.option("--from", "giver", metavar="PERSON", help="What that person said only.")
@options.audience
@options.include_former
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
    include_former: bool,
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
    asked = Asked(
        KIND, period_of(app, given), audience, about, "json" if as_json else format_, output, yes,
        include_former=include_former,
    )  # fmt: skip
    _write(app, asked, giver)


def report(app: App, asked: Asked) -> None:
    """Write a digest as a report; what others take for a project is here what it is about."""
    if asked.about and asked.project:
        raise WrongUsage("a digest is about one thing", "leave --about or --project out")
    about = app.people.require(asked.about).handle if asked.about else ""
    _write(app, asked._replace(project=f"@{about}") if about else asked)


def _write(app: App, asked: Asked, giver: str | None = None) -> None:
    from growth.reports.digest import context
    from growth.reports.engine import render

    people, whom, period = app.people, asked.whom(app), asked.lately(app)
    person = people.require(giver).handle if giver else ""
    topic = Topic(about=_about(people, asked.project, whom), person=person)
    material = _material(app)
    found = digest(material, whom, topic, period, app.today, people.canonical)
    say_withheld(app, whom, found.answers + len(found.given), found.withheld, _more(app, whom, topic, period))
    say_former(
        app, whom, lambda who: digest(material, who, topic, period, app.today, people.canonical).withheld
    )
    _elsewhere(app, found, topic)
    markdown = render(asked.name, context(found, names_of(app)), home=app.home)
    asked.emit(app, markdown, context=found, title=f"Feedback {period.label}".strip())


def _more(app: App, whom: Audience, topic: Topic, period: Period) -> str:
    """Return what lets more of it in; empty where every share is as far as its giver lets it be."""
    held = (one for one in app.store.all(Answer) if one.day in period)
    held = (one for one in held if topic.holds(one, app.people.canonical))
    # What was a former manager's needs no other share.
    shares = {consent.share_for(one, whom.ever) for one in held if not consent.may_read(one, whom.ever)}
    share = next((one for one in SHARES if one in shares), "")
    return f"growth feedback list --answers, then: growth edit ID --share {share}" if share else ""


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
