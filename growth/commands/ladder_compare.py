"""growth ladder compare: what changes between two roles."""

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.known_ladders import ladder_named
from growth.rules.ladder_compare import compare as compare_
from growth.rules.ladders import Role, level_named, role_words
from growth.terminal import ladders as display


@click.command()
@click.argument("here", metavar="LADDER:LEVEL")
@click.argument("there", metavar="LADDER:LEVEL")
@options.formats("text", "json")
@pass_app
def compare(app: App, /, here: str, there: str, format_: str | None, as_json: bool) -> None:
    """Compare two roles: what stays, what is no longer asked, what is new.

    The second may be a level alone, which is then of the same ladder.

    \b
      growth ladder compare software-engineer:L5 engineering-manager:M1
      growth ladder compare software-engineer:L4 L5
    """
    first = _role(app, here)
    found = compare_(first, _role(app, there if ":" in there else f"{first.ladder.key}:{there}"))
    if as_json or format_ == "json":
        from growth.commands.json_out import fields, text

        app.screen.exact(text(fields(found)) + "\n")
        return
    from growth.commands.lines import Lines

    with Lines(app) as sink:
        for parts in display.compared(found):
            sink.add(*parts)


def _role(app: App, text: str) -> Role:
    name, level = role_words(text)
    ladder = ladder_named(app, name)
    return Role(ladder, level_named(ladder, level))
