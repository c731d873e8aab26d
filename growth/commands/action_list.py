"""growth action list: the ledger of promises, over 1:1s, mentoring, feedback and what was added by hand."""

from collections.abc import Iterator

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.lent import handed_promises
from growth.commands.listing import listing
from growth.records.action import Action
from growth.records.session import Session
from growth.rules import ledger
from growth.rules import promises as rules
from growth.rules.persons import first_name
from growth.rules.promises import Promises
from growth.terminal.screen import Part


@click.command("list")
@click.option("--mine", is_flag=True, help="Mine only.")
@click.option("--theirs", is_flag=True, help="Theirs only.")
@click.option("-w", "--with", "person", metavar="PERSON", help="Promised by or to that person.")
@click.option(
    "--source",
    "sources",
    multiple=True,
    type=click.Choice(ledger.SOURCES),
    help="Made in a 1:1, in mentoring, after feedback, by hand, or shared by others; repeatable.",
)
@click.option("--overdue", is_flag=True, help="Overdue ones only.")
@click.option("--all", "everything", is_flag=True, help="Done and dropped ones too.")
@options.formats("text", "json", "jsonl")
@pass_app
def list_(
    app: App,
    /,
    mine: bool,
    theirs: bool,
    person: str | None,
    sources: tuple[str, ...],
    overdue: bool,
    everything: bool,
    format_: str | None,
    as_json: bool,
) -> None:
    """List promises, mine and theirs, the longest overdue first.

    Each says where it was made, how old it is, and how often its day was moved. What others handed
    you of what you promised each other stands among them, where you have it not yourself.

    \b
      growth action list -w ana
      growth action list --mine --source 1on1 --overdue
    """
    who = app.people.require(person) if person else None
    actions = app.store.all(Action)
    handed = handed_promises(app, actions)
    if sources:
        kinds = ledger.kinds(app.store.all(Session))
        actions = [one for one in actions if ledger.source(one, kinds) in sources]
        handed = handed if ledger.SHARED in sources else ()
    found = rules.promises(actions, app.today, who, handed)
    if everything:
        shut = rules.closed(actions, app.today, who, handed)
        found = Promises((*found.mine, *shut.mine), (*found.theirs, *shut.theirs))
    if overdue:
        found = rules.split(p for p in (*found.mine, *found.theirs) if p.days_late)
    if mine != theirs:
        found = Promises(mine=found.mine) if mine else Promises(theirs=found.theirs)
    _show(app, found, "json" if as_json else format_)


def _show(app: App, found: Promises, format_: str | None) -> None:
    from growth.terminal.actions import plain

    name = app.people.canonical
    listing(
        app, format_, [one.action for one in (*found.mine, *found.theirs)], lambda one: plain(one, name),
        lambda: _ledger(app, found),
        "no promise is open; make one: growth action add 'text' -w ana --due friday",
    )  # fmt: skip


def _ledger(app: App, found: Promises) -> Iterator[tuple[Part, ...]]:
    from growth.terminal.ledger import lists

    kinds = ledger.kinds(app.store.all(Session))
    mine, theirs = (ledger.rows(those, kinds, app.today) for those in (found.mine, found.theirs))
    people = app.people
    return lists(
        mine, theirs, people.canonical, lambda one: first_name(people.name(one)) or one, app.screen.width
    )
