"""growth ladder check: what is wrong with a ladder, before anybody is judged by it."""

import click

from growth.app import App, named, pass_app
from growth.commands import options
from growth.commands.known_ladders import ladder_named
from growth.commands.ladder_files import reading
from growth.records.ladder import Ladder
from growth.rules.ladder_check import check as check_
from growth.terminal import ladders as display


@click.command()
@click.argument("file")
@options.formats("text", "json")
@pass_app
def check(app: App, /, file: str, format_: str | None, as_json: bool) -> int:
    """Check a ladder: references, ids, empty cells, too many themes.

    FILE is a file or a folder that growth ladder import reads, - for standard input, or the name
    of a ladder that is here. It ends with 1 when something is wrong.
    """
    ladder = _ladder(app, file)
    found = check_(ladder)
    if as_json or format_ == "json":
        from growth.commands.json_out import fields, text

        app.screen.exact(text([fields(one) for one in found]) + "\n")
    else:
        for parts in display.findings(found):
            app.screen.out(*parts)
    said = f"{len(found)} found" if found else "nothing wrong with it"
    app.screen.say((f"{ladder.name}, {display.size(ladder)}: {said}", "dim"))
    return 1 if found else 0


def _ladder(app: App, file: str) -> Ladder:
    if file == "-" or named(file).exists():
        read = reading(app, file)
        for parts in display.not_understood(read, app.screen.width):
            app.screen.say(*parts)
        return read.ladder
    return ladder_named(app, file)
