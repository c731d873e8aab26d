"""growth people merge: one person who was added twice."""

import click
from msgspec.structs import replace

from growth.app import App, pass_app
from growth.commands import options
from growth.errors import Refused
from growth.records.person import Person
from growth.rules.day_words import counted
from growth.rules.persons import means
from growth.store.change import changing


@click.command()
@click.argument("old")
@click.argument("into")
@options.yes
@pass_app
def merge(app: App, /, old: str, into: str, yes: bool) -> None:
    """Make one person of two: OLD becomes another name of INTO.

    Only the people's own file changes. What was written about OLD stays as it is written, and from
    then on means INTO.
    """
    people = app.people
    gone, kept = people.require(old), people.require(into)
    if gone.id == kept.id:
        raise Refused(f"{old} and {into} are one person already: {kept.name}", "nothing was changed")
    merged = _merged(gone, kept)
    if not yes:
        from growth.terminal.people import whole
        from growth.terminal.prompts import confirm, need_terminal

        need_terminal(app.screen, "the answer", "--yes")
        app.screen.say(f"{gone.name} ({gone.handle}), with {_belongings(app, gone)}, becomes one with")
        for parts in whole(merged, app.today):
            app.screen.say(*parts)
        if not confirm(app.screen, "Merge them?"):
            raise Refused("nothing was changed")
    with changing(app.store, "people merge") as change:
        change.remove(gone)
        change.edit(kept, merged)
    if app.screen.is_terminal:
        app.screen.out(f"{gone.handle} is {kept.handle} from now on; growth undo parts them again")


def _merged(gone: Person, kept: Person) -> Person:
    return replace(
        kept,
        handles=(*kept.handles, *(handle for handle in gone.handles if handle not in kept.handles)),
        emails=tuple(dict.fromkeys((*kept.emails, *gone.emails))),
        # The last relation is the one that counts, and that is the kept person's.
        relations=(*(one for one in gone.relations if one not in kept.relations), *kept.relations),
        meets=kept.meets or gone.meets,
    )


def _belongings(app: App, person: Person) -> str:
    from growth.records.action import Action
    from growth.records.session import Session
    from growth.rules.promises import concerns

    entries = sum(
        any(means(handle, person) for handle in (*entry.named, *entry.reusers, entry.about) if handle)
        for entry in app.store.entries()
    )
    sessions = sum(means(session.person, person) for session in app.store.all(Session))
    actions = sum(concerns(action, person) for action in app.store.all(Action))
    return (
        f"{counted(sessions, 'session')}, {counted(actions, 'action')} "
        f"and {counted(entries, 'entry', 'entries')}"
    )
