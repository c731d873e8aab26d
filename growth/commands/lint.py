"""growth lint: what a reader of my entries and statements would miss, and how to mend it."""

import shlex
from typing import Any

import click
from msgspec.structs import replace

from growth import clock
from growth.app import App, pass_app
from growth.commands import options
from growth.commands.case import Case, askable
from growth.commands.filters import period_of
from growth.commands.listing import listing
from growth.records.answer import Answer
from growth.records.assessment import Assessment
from growth.records.dates import EVER, Day, Period
from growth.records.entry import Entry
from growth.records.thumb import Thumb
from growth.rules import lint as rules
from growth.rules.findings import RULES, Lint
from growth.rules.lint_period import Around
from growth.rules.select import falls_in

USUAL = "last 6 months"


@click.command()
@options.since
@options.until
@options.period
@click.option(
    "--only", multiple=True, metavar="NAME", help="That rule only; repeatable: " + " ".join(RULES) + "."
)
@click.option("--without", multiple=True, metavar="NAME", help="Not that rule; repeatable.")
@options.formats("text", "json", "jsonl")
@pass_app
def lint(
    app: App,
    /,
    only: tuple[str, ...],
    without: tuple[str, ...],
    format_: str | None,
    as_json: bool,
    **given: Any,
) -> int:
    """Find what a reader of your record would miss.

    It looks at wins, entries with a star, an impact or a number, at plain work only for words that
    say nothing, and at the statements of the open assessment; never at notes and thanks. The period
    is that of the open assessment, else the last six months. It ends with 1 when it found something.

    \b
      growth lint --period 2026-H2
      growth lint --only no-outcome
      growth thumb down no-number@7k3q 'not that kind of win'
      growth config set lint.off vague no-beneficiary
    """
    again = _again(given)
    chosen = rules.rules_of(only, without, app.config.texts("lint.off"))
    assessment = _open(app)
    period = period_of(app, given)
    if period == EVER:
        period = _period(app, assessment)
    if assessment and not _overlap(assessment, period):
        assessment = None
    entries = [entry for entry in app.store.entries(period) if falls_in(entry, period)]
    found = rules.lint(
        _around(app, period, entries, assessment), entries, assessment,
        rules=chosen, thumbs=app.store.all(Thumb),
    )  # fmt: skip
    _show(app, found, "json" if as_json else format_, again="" if only else again)
    return 1 if found.findings else 0


def _again(given: dict[str, Any]) -> str:
    """Return the command with the period it was given."""
    named = [
        word for name in ("since", "until", "period") if given[name] for word in (f"--{name}", given[name])
    ]
    return shlex.join(("growth", "lint", *named))


def _open(app: App) -> Assessment | None:
    those = [one for one in app.store.all(Assessment) if not one.finished and one.about == "me"]
    return max(those, key=lambda one: (one.created, one.start, one.id), default=None)


def _period(app: App, assessment: Assessment | None) -> Period:
    if assessment:
        return Period(assessment.start, assessment.end, assessment.period)
    return clock.period(USUAL, app.today)


def _overlap(assessment: Assessment, period: Period) -> bool:
    starts = period.end is None or assessment.start < period.end
    return starts and (period.start is None or assessment.end > period.start)


def _around(app: App, period: Period, entries: list[Entry], assessment: Assessment | None) -> Around:
    last = app.today if period.end is None else min(app.today, period.end - clock.DAY)
    people = app.people
    answers = tuple(
        replace(answer, person=people.canonical(answer.person)) for answer in app.store.all(Answer)
    )
    first = _first_day(app)
    return Around(
        period=period,
        start=max(period.start, first) if period.start else first,
        last=last,
        today=app.today,
        answers=answers,
        relations={person.handle: kind for person in people.everyone if (kind := person.relation(last))},
        ask=tuple(askable(app, entries)),
        sheet=Case(app, assessment).sheet if assessment else None,
    )


def _first_day(app: App) -> Day:
    """Return the first day of the journal."""
    for stem in reversed(app.store.months(EVER)):
        days = [entry.day for entry in app.store.month(stem) if entry.precision != "none" and not entry.about]
        if days:
            return min(days)
    return app.today


def _show(app: App, found: Lint, format_: str | None, again: str) -> None:
    from growth.terminal import lint as display

    if not found.findings and format_ not in ("json", "jsonl"):
        app.screen.say((_nothing(found, display.judged(found)), "dim"))
        return
    listing(
        app, format_, found.findings, display.plain,
        lambda: display.lists(found, app.today, app.screen.width, again),
    )  # fmt: skip


def _nothing(found: Lint, judged: str) -> str:
    if found.entries or found.statements:
        return f"nothing found in {judged}"
    period = f" of {found.label}" if found.label else ""
    return f"there is no work{period} to look at; another time: growth lint --period 2026-H1"
