"""growth restore: bring damaged files, or an earlier day, back."""

import click

from growth import clock
from growth.app import App, pass_app
from growth.commands import options
from growth.errors import Refused, WrongUsage
from growth.store import as_of, mend
from growth.store.settings import NAME


@click.command()
@click.argument("file", required=False, default="")
@click.option(
    "--as-of",
    "day",
    metavar="DAY",
    callback=options.filled,
    help="The whole store as it was at the end of that day.",
)
@options.yes
@pass_app
def restore(app: App, /, file: str, day: str | None, yes: bool) -> None:
    """Bring damaged files or an earlier day back.

    Each damaged file is put together from its newest good backup and the changes since; what was
    there is kept in backups/. FILE, such as journal/2026-11.json or config.toml, is for one file
    only. With --as-of nothing needs to be damaged, and growth undo takes it back.
    """
    name = _name(app, file)
    if day:
        _as_of(app, day, name, yes)
    else:
        _mend(app, name, yes)


def _name(app: App, file: str) -> str:
    name = file.removeprefix(f"{app.home}/")
    whole = not name or name.endswith(".json") or name in ("history", NAME)
    return name if whole else f"{name}.json"


def _mend(app: App, name: str, yes: bool) -> None:
    plan = mend.plan(app.home, name)
    if not plan.mends:
        if name and name not in mend.names(plan.seen):
            raise Refused(f"{name} is none of the files of the store", "see which is damaged: growth doctor")
        app.screen.say(f"{name} is not damaged" if name else "nothing is damaged")
        return
    for one in plan.mends:
        app.screen.say((f"{one.name}: ", "title"), one.words)
        for number in one.lost:
            app.screen.say(
                ("  without ", "late"), f"change {number}, which the history does not hold any more"
            )
    if not yes:
        _confirm(app, "Bring this back?", "--yes")
    aside = mend.mend(app.store, plan.mends)
    app.screen.say(f"brought back; what was there before is in {aside}")


def _as_of(app: App, text: str, name: str, yes: bool) -> None:
    if name in ("history", "meta.json", NAME):
        raise WrongUsage(
            f"{name} holds no records, so it has no earlier day",
            "without --as-of it comes back from a backup",
        )
    day = clock.day(text, app.today)
    was = as_of.past(app.store, day)
    shown = as_of.differences(app.store, was, name)
    if not shown:
        app.screen.say(f"all is already as it was at the end of {day}")
        return
    back, gone, other = as_of.counts(app.store, shown)
    app.screen.say(f"as at the end of {day}, told from {was.source}:")
    app.screen.say(f"  comes back: {back}, goes: {gone}, becomes as it was: {other}")
    if not yes:
        _confirm(app, "Make it so?", "--yes")
    as_of.bring_back(app.store, day, shown, name)
    app.screen.say("done; growth undo takes it back")


def _confirm(app: App, question: str, flag: str) -> None:
    from growth.terminal.prompts import confirm

    if not confirm(app.screen, question, flag=flag):
        raise Refused("nothing was changed")
