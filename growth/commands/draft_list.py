"""growth draft list and show: what was written, with what, and what was found in it."""

from collections.abc import Sequence

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.listing import listing
from growth.errors import Refused
from growth.records.draft import Draft, Finding
from growth.store.find import find


@click.command("list")
@click.option("--prompt", metavar="NAME", callback=options.filled, help="Of that prompt only.")
@options.formats("text", "json", "jsonl")
@pass_app
def list_(app: App, /, prompt: str | None, format_: str | None, as_json: bool) -> None:
    """List drafts, the newest first."""
    those = [one for one in app.store.all(Draft) if prompt in (None, one.prompt)]
    those.sort(key=lambda one: (one.created, one.id), reverse=True)
    from growth.terminal.drafts import plain, rows

    listing(
        app, "json" if as_json else format_, those, plain, lambda: rows(those, app.screen.width),
        "nothing was drafted yet: growth draft brag --run 'llm'",
    )  # fmt: skip


@click.command()
@click.argument("id")
@options.formats("text", "md", "json")
@pass_app
def show(app: App, /, id: str, format_: str | None, as_json: bool) -> None:
    """Show a draft, with what was found in it.

    As Markdown, which is what a pipe gets, each finding is a footnote; growth show tells of its run,
    too.

    \b
      growth draft show last -f md
    """
    one = draft_of(app, id)
    if as_json or format_ == "json":
        from growth.commands.json_out import fields, text

        app.screen.exact(text(fields(one)) + "\n")
    elif format_ == "md" or not (format_ or app.screen.is_terminal):
        from growth.rules.draft_marks import marked

        app.screen.data(marked(one.output, one.findings))
        say_found(app, one.findings)
    else:
        from growth.terminal.drafts import text as lines

        for parts in lines(one):
            app.screen.out(*parts)


def say_found(app: App, findings: Sequence[Finding]) -> None:
    """Say on stderr what was found in a draft, where it does not stand beside it."""
    if findings:
        from growth.terminal.drafts import found

        for parts in found(findings):
            app.screen.say(*parts)


def draft_of(app: App, id: str) -> Draft:
    """Return the draft that `id` names, or refuse."""
    found = find(app.store, id)
    if not isinstance(found, Draft):
        raise Refused(f"{found.id} is no draft", "see: growth draft list")
    return found
