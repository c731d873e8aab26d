"""growth assess show and list: read what was judged, by me or by somebody who handed it over."""

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.handed import all_handed, case_named, subject
from growth.records.assessment import Assessment


@click.command()
@click.argument("id", required=False)
@options.formats("text", "json")
@pass_app
def show(app: App, /, id: str | None, format_: str | None, as_json: bool) -> None:
    """Show an assessment: judgements, statements and evidence, theme by theme.

    Without an ID it is the newest open one, else the newest. eva:7k3q is one that Eva handed you.
    """
    case = case_named(app, id)
    sheet = case.sheet
    if case.by != "me":
        app.screen.say((f"{app.people.name(case.by)} handed you this; it is read-only", "dim"))
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
    """List assessments, oldest first; then those that others handed you."""
    mine, theirs = app.store.all(Assessment), all_handed(app)
    every = [*mine, *(one.assessment for one in theirs)]
    wanted = "json" if as_json else format_
    if wanted in ("json", "jsonl"):
        from growth.commands.json_out import write

        write(app, every, lines=wanted == "jsonl")
    elif every:
        from growth.terminal.assessing import plain_assessment

        for one in mine:
            app.screen.out(plain_assessment(one, app.people.name(one.about)))
        for handed in theirs:
            app.screen.out(plain_assessment(handed.assessment, subject(app, handed)))
    elif app.screen.is_terminal:
        app.screen.say(("nothing judged yet: growth assess start --target L5", "dim"))
