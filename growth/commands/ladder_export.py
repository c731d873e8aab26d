"""growth ladder export: a ladder as TOML, to keep, to change or to hand on."""

import click

from growth import files
from growth.app import App, named, pass_app
from growth.commands import options
from growth.commands.emit import check_place
from growth.commands.known_ladders import ladder_named
from growth.exchange import ladder_toml


@click.command()
@click.argument("name")
@options.output
@options.yes
@pass_app
def export(app: App, /, name: str, output: str | None, yes: bool) -> None:
    """Write a ladder as TOML, which growth ladder import reads to the same again.

    \b
      growth ladder export software-engineer -o ours.toml
    """
    data = ladder_toml.write(ladder_named(app, name))
    if not output or output == "-":
        app.screen.exact(data.decode())
        return
    path = named(output)
    check_place(app, path, yes)
    files.write(path, data)
    app.screen.say((f"written: {path}, readable by you only", "dim"))
