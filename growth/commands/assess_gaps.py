"""growth assess gaps: what lacks evidence, and what to do about it."""

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.case import Case, assessment_of
from growth.commands.listing import listing
from growth.records.goal import Goal
from growth.rules import gaps as rules
from growth.rules import ladders


@click.command()
@click.option("--theme", metavar="THEME", help="That theme only.")
@click.option("--flag", type=click.Choice(tuple(rules.FLAGS)), help="Only what has that flag.")
@click.option("--assessment", "id", metavar="ID", help="Which assessment; else the newest open one.")
@options.formats("text", "json", "jsonl")
@pass_app
def gaps(
    app: App, /, theme: str | None, flag: str | None, id: str | None, format_: str | None, as_json: bool
) -> None:
    """Show what lacks evidence, and the next step for each.

    Per criterion: how much evidence counts, the newest, whose word it is, and what it lacks: none,
    stale > 90 d, only my own word, one person only.

    \b
      growth assess gaps
      growth assess gaps --flag none --json
    """
    case = Case(app, assessment_of(app, id), ranked=True)
    goals = {goal.criterion for goal in app.store.all(Goal) if goal.criterion and goal.state == "open"}
    found = rules.gaps(
        case.sheet, lambda name: case.propose(name, rules.MOST), app.today, ask=case.askable(), goals=goals
    )
    name = ladders.theme_named(case.ladder, theme).name if theme else ""
    rows = [row for row in found.rows if name in ("", row.theme) and (not flag or flag in row.flags)]
    from growth.terminal.gaps import lists, plain

    listing(
        app, "json" if as_json else format_, rows, plain,
        lambda: lists(found, rows, app.today, app.screen.width),
    )  # fmt: skip
