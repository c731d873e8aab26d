"""growth assess show, list and compare: read what was judged."""

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.case import Case, assessment_of
from growth.records.assessment import Assessment
from growth.rules import assessment_compare as rules


@click.command()
@click.argument("id", required=False)
@options.formats("text", "json")
@pass_app
def show(app: App, /, id: str | None, format_: str | None, as_json: bool) -> None:
    """Show an assessment: judgements, statements and evidence, theme by theme.

    Without an ID it is the newest open one, else the newest.
    """
    sheet = Case(app, assessment_of(app, id)).sheet
    if as_json or format_ == "json":
        from growth.commands.json_out import fields, text

        app.screen.exact(text(fields(sheet)) + "\n")
        return
    from growth.terminal import assessing as display

    if not app.screen.is_terminal or format_:
        for row in sheet.rows:
            app.screen.out(display.plain(row))
        return
    from growth.commands.lines import Lines

    with Lines(app) as lines:
        for parts in display.whole(sheet, app.today, app.screen.width):
            lines.add(*parts)


@click.command("list")
@options.formats("text", "json", "jsonl")
@pass_app
def list_(app: App, /, format_: str | None, as_json: bool) -> None:
    """List assessments, oldest first."""
    every = app.store.all(Assessment)
    wanted = "json" if as_json else format_
    if wanted in ("json", "jsonl"):
        from growth.commands.list import write_json

        write_json(app, every, lines=wanted == "jsonl")
    elif every:
        from growth.terminal.assessing import plain_assessment

        for one in every:
            app.screen.out(plain_assessment(one, app.people.name(one.about)))
    elif app.screen.is_terminal:
        app.screen.say(("nothing judged yet: growth assess start --target L5", "dim"))


@click.command()
@click.argument("first")
@click.argument("second", required=False)
@options.formats("text", "json")
@pass_app
def compare(app: App, /, first: str, second: str | None, format_: str | None, as_json: bool) -> None:
    """Set two assessments side by side: two periods, or two people's.

    Without a second one it is the newest open one, else the newest.
    """
    one, other = (Case(app, assessment_of(app, id)).sheet for id in (first, second))
    found = rules.compare(one, other)
    if as_json or format_ == "json":
        from growth.commands.json_out import fields, text

        app.screen.exact(text(fields(found)) + "\n")
        return
    from growth.terminal import assessing as display

    if not app.screen.is_terminal or format_:
        for row in found.rows:
            app.screen.out(display.plain_pair(row))
        return
    for parts in display.compared(found, app.screen.width):
        app.screen.out(*parts)
