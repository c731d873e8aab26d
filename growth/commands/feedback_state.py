"""growth feedback remind, decline, close: what becomes of a request."""

import click

from growth.app import App, pass_app
from growth.commands.feedback_paper import nudge_of
from growth.errors import Refused
from growth.records.answer import Answer
from growth.records.request import Request, RequestState
from growth.rules import requests
from growth.store.change import changing
from growth.store.find import find
from growth.terminal import feedback as display


def request_of(app: App, id: str) -> Request:
    """Return the request that an id names: its own, or that of an answer to it."""
    record = find(app.store, id)
    if isinstance(record, Answer) and record.request:
        record = app.store.require(record.request)
    if not isinstance(record, Request):
        raise Refused(f"{record.id} is no request for feedback", "see: growth feedback list --all")
    return record


@click.command()
@click.argument("id")
@pass_app
def remind(app: App, /, id: str) -> None:
    """Write a kind nudge, to paste where you asked; twice at most."""
    old = request_of(app, id)
    new = requests.reminded(old, app.store.all(Answer), app.today)
    people = app.people
    with changing(app.store, "feedback remind") as change:
        new = change.edit(old, new)
    app.screen.data(nudge_of(app, people, old, app.today))
    if len(new.reminded) == requests.REMINDERS:
        app.screen.say(("that was the last one; not answering is an answer, too", "dim"))


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@pass_app
def decline(app: App, /, ids: tuple[str, ...]) -> None:
    """Note that somebody would rather not answer, which is fine."""
    _enter(app, ids, "declined")


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@pass_app
def close(app: App, /, ids: tuple[str, ...]) -> None:
    """Close a request: nothing more is to come of it."""
    _enter(app, ids, "closed")


def _enter(app: App, ids: tuple[str, ...], state: RequestState) -> None:
    chosen = {request.id: request for request in (request_of(app, id) for id in ids)}
    pairs = [(request, requests.entered(request, state)) for request in chosen.values()]
    with changing(app.store, f"feedback {state}") as change:
        changed = [change.edit(old, new) for old, new in pairs]
    if app.screen.is_terminal:
        people = app.people
        for one in changed:
            app.screen.out(*display.changed(one, people.canonical))
