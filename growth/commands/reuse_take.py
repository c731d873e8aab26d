"""growth reuse take: to build on what somebody made, and thank them."""

from typing import Any, cast

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.journal import fields_of
from growth.errors import Refused
from growth.records.dates import EVER
from growth.records.entry import SHARES, Entry, Share
from growth.rules import reuse as rules
from growth.rules.day_words import day_words
from growth.rules.persons import first_name
from growth.rules.shown import reused
from growth.store.change import changing
from growth.store.others import find_theirs
from growth.store.search import candidates

TO_SEARCH = "see what others made: growth reuse search feature store"


@click.command()
@click.argument("id")
@click.argument("words", nargs=-1)
@click.option(
    "--share", type=click.Choice(SHARES), help="How far both entries may travel; else you are asked."
)
@options.private
@pass_app
def take(app: App, /, id: str, words: tuple[str, ...], **given: Any) -> None:
    """Build on what somebody made, and thank them.

    It logs the work, with whose it builds on, and your thanks. The words say what you built; without
    them it is «Built on Dana's loader instead of writing one». Shared with that person or the team,
    both are in your next bundle for them, and their own record says that you reused it.

    \b
      growth reuse take dana:7k3q --share person
      growth reuse take dana:7k3q Nightly features on top of the shard loader
    """
    if ":" not in id:
        raise Refused(f"{id} would be your own", f"what others made has their name first; {TO_SEARCH}")
    theirs, source = find_theirs(app.store, id)
    if not isinstance(source, Entry):
        raise Refused(f"{id} is nothing that {theirs.name} made", TO_SEARCH)
    before = _before(app, theirs.owner, source)
    if before:
        when = day_words(before.day, app.today)
        raise Refused(
            f"you built on {theirs.owner}:{source.id} already: {before.id}, {when}",
            f"to say more of it: growth edit {before.id}",
        )
    share = fields_of(app, given).get("share") or _share(app, theirs.name)
    work, thanks = rules.taken(
        source, theirs.owner, first_name(theirs.name), words=" ".join(" ".join(words).split()),
        share=cast(Share, share), today=app.today, now=app.now(),
    )  # fmt: skip
    with changing(app.store, "reuse take") as change:
        made = [change.add(work), change.add(thanks)]
    _tell(app, made, theirs.owner)


def _before(app: App, owner: str, source: Entry) -> Entry | None:
    """Return the entry in which I built on the same before."""
    for entry in candidates(app.store, (source.id,), EVER):
        if reused(entry) == source.id and app.people.same(entry.built_on.partition(":")[0], owner):
            return entry
    return None


def _share(app: App, name: str) -> str:
    from growth.terminal.entries import READERS
    from growth.terminal.prompts import choose, need_terminal

    need_terminal(app.screen, "who may read it", "--share person, or --private")
    readers = [(share, READERS[share]) for share in SHARES if share != "person"]
    return choose("Who may read it?", [("person", f"for {name}"), *readers])


def _tell(app: App, made: list[Entry], owner: str) -> None:
    if not app.screen.is_terminal:
        for entry in made:
            app.screen.out(entry.id)
        return
    from growth.terminal.entries import stored

    for entry in made:
        stored(app.screen, entry, app.today)
    if made[0].share in ("person", "team"):
        said = f"they hear of it with your next bundle: growth bundle make --for @{owner} -o {owner}.bundle"
    else:
        commands = "; ".join(f"growth edit {entry.id} --share person" for entry in made)
        said = f"they hear nothing of it; to tell them: {commands}"
    app.screen.say((said, "dim"))
