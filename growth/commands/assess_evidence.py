"""growth assess evidence: what may show a criterion; a thumb confirms or rejects it."""

from typing import Any

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.assess_rate import asked_for
from growth.commands.case import Case, assessment_of
from growth.errors import Refused
from growth.records.assessment import Assessment
from growth.records.ladder import Criterion
from growth.rules import assessing
from growth.store.find import find

FIRST = 5


@click.command()
@click.argument("criterion")
@click.argument("reason", nargs=-1)
@click.option("--confirm", multiple=True, metavar="ID", help="That record shows it; repeatable.")
@click.option(
    "--reject", multiple=True, metavar="ID", help="It does not, and is not proposed again; repeatable."
)
@click.option("--why", is_flag=True, help="Show what each proposal got its points for.")
@options.limit
@click.option("--assessment", "id", metavar="ID", help="Which assessment; else the newest open one.")
@options.formats("text", "json")
@pass_app
def evidence(
    app: App,
    /,
    criterion: str,
    reason: tuple[str, ...],
    confirm: tuple[str, ...],
    reject: tuple[str, ...],
    why: bool,
    limit: int | None,
    id: str | None,
    format_: str | None,
    as_json: bool,
) -> None:
    """Propose records that may show a criterion; confirm or reject them.

    Only what you confirm counts. What you reject is not proposed again for that criterion. What
    others handed you in a bundle is proposed, too; it is named as ana:7k3q.

    \b
      growth assess evidence data-L5-1 --why
      growth assess evidence data-L5-1 --confirm 7k3q --reject 9x2m 'that was the draft'
    """
    case = Case(app, assessment_of(app, id, open_=bool(confirm or reject)), ranked=not (confirm or reject))
    one = asked_for(case, assessing.expected(case.ladder, case.assessment.target), criterion)
    if confirm or reject:
        thumbs(case, one, confirm, reject, " ".join(reason))
        return
    if reason:
        raise Refused(f"a reason goes with a thumb: {' '.join(reason)}", "add --confirm ID or --reject ID")
    _show(case, one, limit or FIRST, why, "json" if as_json else format_)


def thumbs(case: Case, one: Criterion, up: tuple[str, ...], down: tuple[str, ...], why: str) -> None:
    """Note thumbs on records for a criterion, all of them or none."""
    app, new = case.app, case.assessment
    for those, is_up in ((up, True), (down, False)):
        for text in those:
            new = assessing.thumbed(new, one.id, _record(case, text), is_up, why, app.today)
    case.save(new, "assess evidence")
    if app.screen.is_terminal:
        from growth.terminal.assessing import thumbed

        for parts in thumbed(one, len(up), len(down), len(assessing.confirmed(new, one.id))):
            app.screen.out(*parts)


def _record(case: Case, text: str) -> str:
    """Return the reference to a record that shows something: mine, or somebody's that `ana:7k3q` names."""
    if ":" in text:
        from growth.store.others import find_theirs

        theirs, found = find_theirs(case.app.store, text)
        record = f"{theirs.owner}:{found.id}"
    else:
        record = find(case.app.store, text).id
    if case.material(record) is None:
        raise Refused(
            f"{record} cannot show anything", "evidence is an entry, an answer, a meeting or a promise kept"
        )
    return record


def _show(case: Case, one: Criterion, limit: int, why: bool, format_: str | None) -> None:
    proposed = case.propose(one.id, limit)
    screen = case.app.screen
    row = next(row for row in case.sheet.rows if row.criterion.id == one.id)
    if format_ == "json":
        from growth.commands.json_out import fields, text

        value: dict[str, Any] = {
            "criterion": one.id,
            "confirmed": [fields(shown) for shown in row.evidence],
            "proposals": [fields(proposal) for proposal in proposed],
        }
        screen.exact(text(value) + "\n")
        return
    from growth.terminal import assessing as display

    if not screen.is_terminal or format_:
        for proposal in proposed:
            screen.out(display.plain_proposal(proposal))
        return
    for parts in display.proposals(row, proposed, case.app.today, screen.width, why=why):
        screen.out(*parts)


def on_proposal(app: App, ref: str, why: str, *, up: bool) -> Assessment:
    """Note a thumb on `criterion@record`."""
    name, _, record = ref.rpartition("@")
    case = Case(app, assessment_of(app, None, open_=True))
    one = asked_for(case, assessing.expected(case.ladder, case.assessment.target), name)
    thumbs(case, one, (record,) if up else (), () if up else (record,), why)
    return case.assessment
