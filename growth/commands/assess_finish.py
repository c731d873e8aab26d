"""growth assess finish and reopen: freeze an assessment, or open it again and leave a trace."""

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.case import Case, assessment_of
from growth.errors import Refused
from growth.records.assessment import Assessment
from growth.rules import assessing


@click.command()
@click.argument("id", required=False)
@options.yes
@pass_app
def finish(app: App, /, id: str | None, yes: bool) -> None:
    """Finish an assessment: it stays as it is, with the ladder's texts of today.

    Where less than 30 % is judged it gives no verdict, but says what is missing.
    """
    case = Case(app, assessment_of(app, id, open_=True))
    sheet = case.sheet
    new = assessing.finished(case.assessment, case.ladder, app.today)
    if not yes and sheet.missing:
        from growth.terminal.prompts import confirm

        rest = f"{sheet.judged} of {sheet.asked} criteria are judged. Finish it?"
        if not confirm(app.screen, rest):
            raise Refused("nothing was changed", "go on with: growth assess rate")
    case.save(new, "assess finish")
    if app.screen.is_terminal:
        from growth.terminal.assessing import verdict

        for parts in verdict(case.sheet):
            app.screen.out(*parts)


@click.command()
@click.argument("id", required=False)
@pass_app
def reopen(app: App, /, id: str | None) -> None:
    """Open a finished assessment again; the day stays to be seen."""
    case = Case(app, _finished(app, id))
    case.save(assessing.reopened(case.assessment, app.today), "assess reopen")
    if app.screen.is_terminal:
        app.screen.out((case.assessment.id, "id"), "  open again; go on with: growth assess rate")


def _finished(app: App, id: str | None) -> Assessment:
    """Return the assessment that `id` names; without one the newest that is finished."""
    over = [one for one in app.store.all(Assessment) if one.finished]
    if id or not over:
        return assessment_of(app, id)
    return max(over, key=lambda one: (one.created, one.start, one.id))
