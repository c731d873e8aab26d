"""growth ladder import: a ladder of any form that is known, all of it or nothing."""

import click
from msgspec.structs import replace

from growth import shelf
from growth.app import App, pass_app
from growth.commands import options
from growth.commands.known_ladders import ENDING, ROOM
from growth.commands.ladder_files import reading
from growth.errors import Refused
from growth.records.ladder import Ladder
from growth.records.ladder_reading import LadderReading
from growth.rules import ladders as rules
from growth.rules.ladder_check import check
from growth.store.change import changing
from growth.terminal import ladders as display


@click.command("import")
@click.argument("file")
@click.option("--as", "name", metavar="NAME", help="What to call it; else as it calls itself.")
@options.dry_run
@options.yes
@pass_app
def import_(app: App, /, file: str, name: str | None, dry_run: bool, yes: bool) -> None:
    """Import a ladder from a file, a folder or standard input.

    FILE is YAML, JSON, TOML, CSV, JavaScript data or Markdown with a heading for each level, a
    folder of these, or - for standard input. On a terminal you see what was understood before
    anything is stored. Importing the same again adds nothing.

    \b
      growth ladder import engineering.yml --as engineering
    """
    read = reading(app, file)
    key = rules.check_key(name or read.ladder.key)
    new = replace(read.ladder, key=key, id="", created=app.now())
    old = _stored(app, key)
    _refuse_grave(app, new)
    asks = app.screen.asks and not yes and not dry_run
    _preview(app, read, asks=asks, dry_run=dry_run)
    _refuse_taken(app, key, asked=name is not None or old is not None)
    if old is not None and _same(old, new):
        app.screen.say(f"{key} is here already, and says the same")
    elif dry_run:
        app.screen.say(f"{key} would be {'replaced' if old else 'imported'}; only you can read it")
    else:
        _confirm(app, new, old, asks=asks, yes=yes)
        _tell(app, _save(app, new, old), old)


def _stored(app: App, key: str) -> Ladder | None:
    return next((one for one in app.store.all(Ladder) if one.key == key), None)


def _same(old: Ladder, new: Ladder) -> bool:
    return rules.content(old, new.created) == rules.content(new, new.created)


def _refuse_grave(app: App, new: Ladder) -> None:
    grave = [one for one in check(new) if one.grave]
    if grave:
        for parts in display.findings(grave, display.LISTED):
            app.screen.say(*parts)
        what = "one thing" if len(grave) == 1 else f"{len(grave)} things"
        raise Refused(f"{new.source or new.key}: {what} cannot stay as it is", "mend it, and import it again")


def _refuse_taken(app: App, key: str, *, asked: bool) -> None:
    """Refuse a name that would hide a ladder, or be hidden by one, unless that was asked for."""
    if shelf.has_own(app.home, f"{key}{ENDING}", ROOM):
        path = shelf.own(app.home, ROOM) / f"{key}{ENDING}"
        raise Refused(
            f"{path} is a ladder of that name, and stands before this one", "give another: --as NAME"
        )
    if not asked and key in shelf.names(app.home, ROOM, ENDING):
        raise Refused(
            f"there is a ladder {key} already, one that ships",
            f"give this one a name with --as NAME; --as {key} puts it before the other",
        )


def _preview(app: App, read: LadderReading, *, asks: bool, dry_run: bool) -> None:
    show = app.screen.out if dry_run else app.screen.say
    if asks or dry_run:
        for parts in display.preview(read, app.screen.width):
            show(*parts)
    for parts in display.not_understood(read, app.screen.width):
        show(*parts)


def _confirm(app: App, new: Ladder, old: Ladder | None, *, asks: bool, yes: bool) -> None:
    from growth.terminal.prompts import confirm, need_terminal

    if old is not None and not yes:
        need_terminal(app.screen, f"whether to replace the ladder {new.key}", "--yes, or --as NAME")
    if asks:
        question = f"Replace {new.key} by this one?" if old else f"Import it as {new.key}?"
        if not confirm(app.screen, f"{question} Only you can read it."):
            raise Refused("nothing was imported")


def _save(app: App, new: Ladder, old: Ladder | None) -> Ladder:
    with changing(app.store, "ladder import") as change:
        if old is not None:
            return change.edit(old, replace(new, id=old.id, created=old.created, share=old.share))
        if _stored(app, new.key) is not None:
            raise Refused(f"a ladder {new.key} was imported meanwhile", "look at it: growth ladder list")
        return change.add(new)


def _tell(app: App, new: Ladder, old: Ladder | None) -> None:
    if not app.screen.is_terminal:
        app.screen.out(new.id)
        return
    app.screen.out((new.id, "id"), f"  {new.key}: {display.size(new)}{', replaced' if old else ''}")
    app.screen.out((f"      only you can read it; look at it: growth ladder show {new.key}", "dim"))
