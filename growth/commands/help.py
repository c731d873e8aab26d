"""growth help: the help of a command."""

import click

from growth.app import App, pass_app


@click.command("help")
@click.argument("names", nargs=-1, metavar="[COMMAND]...")
@click.pass_context
@pass_app
def help_(app: App, ctx: click.Context, /, names: tuple[str, ...]) -> None:
    """Show the help of a command.

    \b
      growth help log
      growth help 1on1 agenda
    """
    found = ctx.find_root()
    for name in names:
        group = found.command
        if not isinstance(group, click.Group):
            raise click.UsageError(f"{found.command_path} has no commands of its own", ctx)
        _, command, _ = group.resolve_command(found, [name])
        assert command is not None
        found = click.Context(command, info_name=name, parent=found)
    app.screen.exact(found.get_help() + "\n")
