"""growth completion: the script with which a shell completes growth's commands and options."""

import click

from growth.app import App, pass_app

_WHERE = {
    "bash": "~/.local/share/bash-completion/completions/growth",
    "zsh": "a directory of $fpath, as _growth",
    "fish": "~/.config/fish/completions/growth.fish",
}


@click.command()
@click.argument("shell", type=click.Choice(list(_WHERE)))
@click.pass_context
@pass_app
def completion(app: App, ctx: click.Context, /, shell: str) -> None:
    """Print the completion script of a shell.

    \b
      growth completion bash > ~/.local/share/bash-completion/completions/growth
      growth completion fish > ~/.config/fish/completions/growth.fish
      growth completion zsh > ~/.zfunc/_growth
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None
    script = found(ctx.find_root().command, {}, "growth", "_GROWTH_COMPLETE").source()
    app.screen.exact(script)
    if app.screen.is_terminal:
        app.screen.say((f"to keep it, write it to {_WHERE[shell]}", "dim"))
