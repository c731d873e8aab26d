"""growth practice lineage: what a model comes from, drawn."""

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.emit import emit
from growth.commands.register import one_of, register
from growth.rules import lineage as rules


@click.command()
@click.argument("name", metavar="MODEL")
@options.formats("md", "html", "term", "json", "text")
@options.output
@options.yes
@pass_app
def lineage(
    app: App, /, name: str, format_: str | None, as_json: bool, output: str | None, yes: bool
) -> None:
    """Draw what a model comes from.

    That is its runs, their data, and what that was made of; beside it stand its evals with the test
    sets they are measured on. It is a tree on a terminal, a Mermaid graph in Markdown, a picture in
    HTML. Anything else of the register can be named, too.

    \b
      growth practice lineage ranker
      growth practice lineage ranker -f md -o ranker.md
      growth practice lineage ranker -o ranker.html
    """
    from growth.reports.practice import of_one

    one = one_of(app, name)
    found = rules.lineage(register(app), one)
    emit(
        app, of_one(one.name, found), format_="json" if as_json else format_, output=output, context=found,
        title=f"Lineage of {one.name}", yes=yes, charts={"lineage": found},
    )  # fmt: skip
