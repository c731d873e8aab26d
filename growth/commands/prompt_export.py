"""growth prompt export: a prompt and its cases for another tool."""

import click

from growth import files
from growth.app import App, named, pass_app
from growth.commands import options, prompts
from growth.commands.prompt_cases import read_all
from growth.errors import WrongUsage


@click.command()
@click.argument("ref", metavar="NAME[@VERSION]")
@click.option("--promptfoo", is_flag=True, help="As a promptfooconfig.yaml; there is no other format yet.")
@click.option("--cases", metavar="DIR", callback=options.filled, help="With the cases of that folder.")
@click.option(
    "--run", "command", metavar="CMD", callback=options.filled, help="The program to try; else draft.command."
)
@options.output
@options.yes
@pass_app
def export(
    app: App,
    /,
    ref: str,
    promptfoo: bool,
    cases: str | None,
    command: str | None,
    output: str | None,
    yes: bool,
) -> None:
    """Export a prompt and its cases for promptfoo.

    What a case expects becomes assertions; the checks of growth itself have no counterpart there,
    and stay with growth prompt eval.

    \b
      growth prompt export brag --promptfoo --cases cases -o promptfooconfig.yaml
    """
    if not promptfoo:
        raise WrongUsage("the format is missing", "give it with --promptfoo")
    from growth.exchange import promptfoo_out

    one = prompts.need(app, ref)
    found = read_all(cases) if cases else {}
    data = promptfoo_out.write(one, found, command or app.config.text("draft.command"))
    if output is None or output == "-":
        app.screen.data(data.decode())
        return
    from growth.commands.emit import check_place

    check_place(app, named(output), yes)
    files.write(named(output), data)
    app.screen.say((f"written: {output}, readable by you only", "dim"))
