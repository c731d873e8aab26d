"""growth people about: everything held about a person, as a document."""

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.audiences import names_of
from growth.commands.emit import emit
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment
from growth.records.draft import Draft
from growth.records.mentorship import Mentorship
from growth.records.observation import Observation
from growth.records.person import Person
from growth.records.practice import Practice
from growth.records.request import Request
from growth.records.session import Session
from growth.records.thumb import Thumb
from growth.records.wonder import Wonder
from growth.rules.about import About, Shared
from growth.rules.about import about as everything
from growth.store.others import others


@click.command()
@click.argument("person")
@options.formats("md", "html", "term", "json", "text")
@options.output
@options.yes
@pass_app
def about(
    app: App, /, person: str, format_: str | None, as_json: bool, output: str | None, yes: bool
) -> None:
    """Show everything held about a person.

    Their record, your notes on them, sessions with private notes and mood, promises, agenda,
    feedback from and about them, how you judge and coach them, entries that name them, questions
    they answered, what of your practice register is theirs, and what they shared.
    For you only: it is what you could be asked to show. To erase it all: growth forget PERSON.
    """
    from growth.reports.about import context
    from growth.reports.engine import render

    found = held(app, app.people.require(person))
    markdown = render("_about", context(found, names_of(app)), home=app.home)
    emit(
        app, markdown, format_="json" if as_json else format_, output=output, context=found,
        title=f"Held about {found.person.name}", yes=yes,
    )  # fmt: skip


def held(app: App, person: Person) -> About:
    """Return everything held about a person."""
    return everything(
        person,
        entries=app.store.entries(),
        sessions=app.store.all(Session),
        actions=app.store.all(Action),
        mentorships=app.store.all(Mentorship),
        requests=app.store.all(Request),
        answers=app.store.all(Answer),
        thumbs=app.store.all(Thumb),
        assessments=app.store.all(Assessment),
        observations=app.store.all(Observation),
        wonders=app.store.all(Wonder),
        practices=app.store.all(Practice),
        drafts=app.store.all(Draft),
        shared=[
            Shared(
                owner=one.owner,
                entries=one.entries,
                sessions=one.sessions,
                actions=one.actions,
                answers=one.answers,
                assessments=one.assessments,
                goals=one.goals,
                mentorships=one.mentorships,
                practices=one.practices,
            )
            for one in others(app.store)
        ],
        today=app.today,
    )
