"""growth stats: the journal in numbers."""

from typing import Any

import click
from msgspec.structs import replace

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.filters import selection_of
from growth.records.dates import EVER, Day
from growth.rules import stats as rules
from growth.rules.stats import Stats

SORTS = ("kind", "tag", "project", "person", "week")
# Without a period it covers a quarter, whole weeks of it.
WEEKS = 13


@click.command()
@options.filters
@click.option("--by", type=click.Choice(SORTS), metavar="SORT", help=f"One of: {' '.join(SORTS)}; all of it.")
@options.formats("text", "json")
@pass_app
def stats(app: App, /, by: str | None, format_: str | None, as_json: bool, **given: Any) -> None:
    """Show the journal in numbers.

    How much, how regularly, on which days, and by kind, project, tag and person. Without a period
    it covers the last 13 weeks. The filters are those of growth list.

    \b
      growth stats --period 2026
      growth stats --by person -p ranker
    """
    chosen = selection_of(app, given)
    if chosen.period == EVER and not chosen.undated:
        chosen = replace(chosen, period=rules.lately(app.today, WEEKS))
    entries = [entry for entry in app.store.entries(chosen.period) if chosen.matches(entry)]
    found = rules.stats(entries, chosen.period, app.today, app.people.canonical, _begun(app))
    if as_json or format_ == "json":
        from growth.commands.json_out import fields, text

        app.screen.exact(text(fields(found)) + "\n")
    elif app.screen.is_terminal and not format_:
        _page(app, found, by)
    else:
        _plain(app, found, by)


def _begun(app: App) -> Day | None:
    """Return the day of the first entry, before which no week can lack one."""
    for stem in reversed(app.store.months()):
        days = [one.day for one in app.store.month(stem) if one.precision == "day"]
        if days:
            return min(days)
    return None


def _page(app: App, found: Stats, by: str | None) -> None:
    from growth.commands.lines import Lines
    from growth.terminal import stats as display

    with Lines(app) as lines:
        for parts in display.page(found, app.screen.width, by):
            lines.add(*parts)
    if not found.entries:
        year = app.today.year - 1
        app.screen.say((f"no entry matches; for another time: growth stats --period {year}", "dim"))


def _plain(app: App, found: Stats, by: str | None) -> None:
    from growth.terminal import stats as display

    sorts = (by,) if by else SORTS
    for sort in sorts if found.entries else ():
        for one in display.tallies(found, sort):
            app.screen.out(display.plain(sort, one))
