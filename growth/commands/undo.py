"""growth undo: take back the newest change."""

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.errors import Refused
from growth.store import undo as changes
from growth.store.history import NOTHING, Line

# As many records as one command of a day may touch without being asked about again.
FEW = 3


@click.command()
@options.yes
@click.option("--list", "listing", is_flag=True, help="List the changes that can be taken back.")
@pass_app
def undo(app: App, /, yes: bool, listing: bool) -> None:
    """Take back the newest change.

    The next undo takes back the one before it, and so on; an undo itself is not taken back.
    """
    if listing:
        _list(app)
        return
    line = changes.newest(app.store)
    if len(line.records) > FEW and not yes:
        from growth.terminal.prompts import confirm

        if not confirm(app.screen, f"Take back «{line.what}» of {_when(app, line)}?"):
            raise Refused("nothing was taken back")
    changes.undo(app.store, line)
    app.screen.say(f"took back «{line.what}» of {_when(app, line)}: {_effect(line)}")
    following = next(changes.undoable(app.store), None)
    if following is None:
        app.screen.say(("there is nothing more to undo", "dim"))
    else:
        app.screen.say((f"the next undo takes back «{following.what}» of {_when(app, following)}", "dim"))


def _list(app: App) -> None:
    from growth.commands.lines import Lines

    with Lines(app) as lines:
        for line in changes.undoable(app.store):
            lines.add(f"{line.at:%Y-%m-%d %H:%M}", "  ", line.what)


def _when(app: App, line: Line) -> str:
    at = line.at.astimezone(app.now().tzinfo)
    return f"{at:%H:%M}" if at.date() == app.today else f"{at:%Y-%m-%d %H:%M}"


def _effect(line: Line) -> str:
    """Say what became of the records: what was made is gone, what was deleted is back."""
    ids = {turn.id for turn in line.records}
    made = {turn.id for turn in line.records if turn.before == NOTHING}
    gone = {turn.id for turn in line.records if turn.after == NOTHING}
    counted = (
        ("removed", made - gone),
        ("brought back", gone - made),
        ("as before", (ids - made - gone) | (made & gone)),
    )
    return ", ".join(
        f"{next(iter(some))} {word}" if len(some) == 1 else f"{len(some)} records {word}"
        for word, some in counted
        if some
    )
