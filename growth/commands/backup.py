"""growth backup: back the store up now, or list the backups."""

import click

from growth.app import App, pass_app
from growth.errors import Damaged
from growth.rules.day_words import counted
from growth.store import backup as backups
from growth.store import retention
from growth.store.change import locked


@click.command()
@click.option("--list", "listing", is_flag=True, help="List the backups there are.")
@pass_app
def backup(app: App, /, listing: bool) -> None:
    """Back the store up now, or list backups.

    A backup is made before the first change of each day, too. Seven days and twelve months are
    kept, in backups/ of the store's directory; a copy elsewhere is yours to make.
    """
    if listing:
        _list(app)
        return
    with locked(app.store, "backup") as known:
        if not known.applied:
            app.screen.say("there is nothing to back up yet")
            return
        folder = backups.make(app.home, known, app.today.isoformat())
        retention.rotate(app.home)
    if not backups.is_good(folder):
        raise Damaged(f"{folder} is not whole: a file of the store is damaged", "see: growth doctor")
    app.screen.say(f"backed up {counted(len(known.files), 'file')}, as after change {known.applied}")
    app.screen.out(str(folder))


def _list(app: App) -> None:
    for name in backups.all_of(app.home):
        folder = backups.directory(app.home) / name
        known = backups.state(folder)
        if known is None or not backups.is_good(folder):
            app.screen.out(f"{name:<14}  ", ("not whole", "late"))
        else:
            app.screen.out(
                f"{name:<14}  ", f"{counted(len(known.files), 'file')}, after change {known.applied}"
            )
    for path in backups.set_aside(app.home):
        app.screen.out(f"{path.name}  ", ("damaged files that a restore replaced", "dim"))
