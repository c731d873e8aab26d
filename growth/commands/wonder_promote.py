"""growth wonder promote: an entry of what was a question, to be told."""

from typing import Any, cast

import click
from msgspec.structs import replace

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.journal import fields_of
from growth.commands.wonder import wonder_of
from growth.errors import Refused
from growth.records.entry import SHARES, Share
from growth.records.wonder import Wonder
from growth.rules import wonders as rules
from growth.store.change import changing


@click.command()
@click.argument("id")
@click.option(
    "-k",
    "--kind",
    type=click.Choice(rules.BECOMES),
    default="learning",
    help="What it becomes; else learning.",
)
@click.option(
    "-d", "--date", metavar="DAY", callback=options.filled, help="Its day; else that of the answer."
)
@click.option("--share", type=click.Choice(SHARES), help="How far the entry may travel; else you are asked.")
@options.private
@pass_app
def promote(app: App, /, id: str, kind: rules.Becomes, **given: Any) -> None:
    """Make an entry of an answered question.

    The question is its title and the answer its text. The entry has a share of its own; the question
    stays with you, and nobody sees that the entry was one.

    \b
      growth wonder promote 7k3q -k talk --share team
    """
    old = wonder_of(app, id)
    if old.promoted and app.store.get(old.promoted):
        raise Refused(f"{old.id} became {old.promoted} already", f"to change it: growth edit {old.promoted}")
    fields = fields_of(app, given)
    made = rules.promoted(old, kind, "private", app.now(), fields.get("day"))
    made = replace(made, share=cast(Share, fields.get("share") or _share(app, old)))
    with changing(app.store, "wonder promote") as change:
        entry = change.add(made)
        change.edit(old, replace(old, promoted=entry.id))
    if not app.screen.is_terminal:
        app.screen.out(entry.id)
        return
    from growth.terminal.entries import stored

    stored(app.screen, entry, app.today)


def _share(app: App, one: Wonder) -> str:
    """Ask who may read what becomes of a question: it was for nobody so far."""
    from growth.terminal.entries import READERS
    from growth.terminal.prompts import choose, need_terminal

    need_terminal(app.screen, "who may read it", "--share manager, or --private")
    readers = [(share, READERS[share]) for share in SHARES if share != "person" or one.by]
    return choose("Who may read it?", readers)
