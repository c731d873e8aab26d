"""growth report: documents from the journal, worth sending as they are."""

from typing import Any

import click

from growth import clock
from growth.app import App, pass_app
from growth.commands import feedback_digest, options
from growth.commands.audiences import audience_of, names_of, say_withheld
from growth.commands.emit import emit
from growth.commands.filters import period_of
from growth.records.dates import EVER, Period
from growth.rules.audience import cut
from growth.rules.brag import Brag, brag, is_told
from growth.rules.day_words import counted
from growth.rules.select import falls_in
from growth.text.fold import fold

KIND = "brag"
# Without a period a report looks back this far.
HALF_YEAR = "6m"


@click.command()
@click.argument("name")
@options.since
@options.until
@options.period
@options.audience
@options.project
@options.formats("md", "html", "term", "json", "text")
@options.output
@options.yes
@pass_app
def report(
    app: App,
    /,
    name: str,
    audience: str | None,
    project: str | None,
    format_: str | None,
    as_json: bool,
    output: str | None,
    yes: bool,
    **given: Any,
) -> None:
    """Write a report from your records.

    NAME is brag, feedback, or a template of your own made from one of them. Without a period it
    covers the last six months. Only you see it; --for manager leaves out what is not shared.

    \b
      growth report brag --period 2026-H2
      growth report brag --period 2026-Q3 --for manager -o q3.html
    """
    from growth.reports.engine import kind_of, need_kind

    period = period_of(app, given)
    if kind_of(name, home=app.home) == feedback_digest.KIND:
        feedback_digest.write(
            app, name, period, about=project, audience=audience, format_="json" if as_json else format_,
            output=output, yes=yes,
        )  # fmt: skip
        return
    need_kind(name, KIND, home=app.home)
    whom = audience_of(app, audience)
    if period == EVER:
        start = clock.move(app.today, clock.span(HALF_YEAR), -1)
        period = Period(start, None, f"since {start}")
    done = [entry for entry in app.store.entries(period) if is_told(entry) and _of(entry.project, project)]
    found = [entry for entry in done if falls_in(entry, period)]
    visible, withheld = cut(found, whom)
    result = brag(visible, period, app.today, audience=whom.word, project=(project or "").lstrip("+"))
    if undated := len(done) - len(found):
        app.screen.say(
            f"{counted(undated, 'entry', 'entries')} without a day left out: growth list --undated"
        )
    say_withheld(app, whom, len(visible), withheld, f"growth curate{_option(period)}")
    emit(
        app, _markdown(app, name, result), format_="json" if as_json else format_, output=output,
        context=result, title=f"{name} {period.label}".strip(), yes=yes,
    )  # fmt: skip


def _of(project: str, wanted: str | None) -> bool:
    return wanted is None or fold(project) == fold(wanted.removeprefix("+"))


def _option(period: Period) -> str:
    if period.start and not period.end:
        return f" --since {period.start}"
    return f" --period '{period.label}'" if " " in period.label else f" --period {period.label}"


def _markdown(app: App, name: str, result: Brag) -> str:
    from growth.reports.brag import context
    from growth.reports.engine import render

    elsewhere = "" if result.total else _elsewhere(app, Period(result.start, result.end))
    return render(name, context(result, names_of(app), elsewhere), home=app.home)


def _elsewhere(app: App, period: Period) -> str:
    """Return the newest year that the journal holds something of outside a period, or nothing."""
    inside = set(app.store.months(period))
    outside = [stem for stem in app.store.months(EVER) if stem not in inside]
    return outside[0].rpartition("/")[2][:4] if outside else ""
