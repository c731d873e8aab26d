"""growth learning: the time to learn, planned and used; old takeaways; the rest of it in the calendar."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import click

from growth import clock
from growth.app import App, named, pass_app
from growth.commands import options
from growth.commands.filters import period_of
from growth.commands.learning_budget import budget
from growth.commands.usual_group import UsualGroup
from growth.errors import Refused, WrongUsage
from growth.records.action import Action
from growth.records.dates import EVER, Day, Period
from growth.records.entry import Entry
from growth.rules import learning_time as rules
from growth.rules.learned import is_learning

TO_PLAN = "growth config set learning.budget 4h/month"


@click.group(cls=UsualGroup, usual="show")
def learning() -> None:
    """See your time to learn, planned and used.

    \b
      growth learning --period 2026
      growth learning recall calibration
      growth learning block --week -o learning.ics
    """


@learning.command()
@options.since
@options.until
@options.period
@options.formats("text", "json")
@pass_app
def show(app: App, /, format_: str | None, as_json: bool, **given: Any) -> None:
    """Show what was planned and used; the same without show.

    By month and by type, what was taught back, how long ago the last one was, and what is planned:
    actions with --type. Without a period it covers six months, this one the last.
    """
    period = period_of(app, given)
    if period == EVER:
        period = Period(rules.months_back(app.today, rules.MONTHS - 1), app.today + clock.DAY)
    entries = _told_of(app, period)
    found = rules.learning_time(entries, app.store.all(Action), period, app.today, budget(app))
    from growth.terminal import learning as display

    if as_json or format_ == "json":
        from growth.commands.json_out import fields, text

        app.screen.exact(text(fields(found)) + "\n")
    elif app.screen.is_terminal and not format_:
        from growth.commands.lines import Lines

        name = app.people.name
        with Lines(app) as lines:
            for parts in display.page(found, lambda one: name(one) or one, app.screen.width):
                lines.add(*parts)
        if found.standing.budget is None:
            app.screen.say((f"to plan a time for each month: {TO_PLAN}", "dim"))
    else:
        for line in display.plain(found):
            app.screen.out(line)


def _told_of(app: App, period: Period) -> list[Entry]:
    """Return the entries that the time to learn is told of, without decoding a whole journal.

    They are what was learned in the period and lately, the last there is and the last before the period,
    and the first entry of any kind lately.
    """
    recent = Period(rules.months_back(app.today, rules.MONTHS))
    found = [*_holding(app, (), period), *_holding(app, (), recent)]
    for rest in (EVER, *([Period(None, period.start)] if period.start else [])):
        found += islice(filter(is_learning, _holding(app, (), rest)), 1)
    for stem in reversed(app.store.months(recent)):
        those = [one for one in app.store.month(stem, recent) if rules.is_counted(one)]
        if those:
            found.append(those[-1])
            break
    return list({one.id: one for one in found}.values())


def _holding(app: App, phrases: tuple[str, ...], period: Period) -> Iterator[Entry]:
    """Yield what may be learned and hold folded phrases, newest first: a line names the field or the kind."""
    from growth.store.search import candidates

    return candidates(app.store, (*phrases, "learning"), period)


@learning.command()
@click.argument("words", nargs=-1, required=True, metavar="TOPIC...")
@options.formats("text", "json", "jsonl")
@pass_app
def recall(app: App, /, words: tuple[str, ...], format_: str | None, as_json: bool) -> None:
    """Recall what you learned of a topic, the newest first.

    Every word must stand in an entry in which you learned or passed something on.
    """
    from growth.commands.listing import listing
    from growth.terminal import learning as display

    found = list(_on(app, words))
    listing(
        app, "json" if as_json else format_, found, display.plain_takeaway,
        lambda: display.takeaways(found, app.today, app.screen.width),
        f"nothing learned holds {' and '.join(words)}",
    )  # fmt: skip


def _on(app: App, words: tuple[str, ...]) -> Iterator[Entry]:
    from growth.rules.select import found
    from growth.text.fold import fold

    phrases = tuple(dict.fromkeys(fold(word).strip() for word in words if word.strip()))
    if not phrases:
        raise WrongUsage("the topic is empty", "growth learning recall calibration")
    for entry in _holding(app, phrases, EVER):
        if (is_learning(entry) or entry.learning) and found(entry, phrases) is not None:
            yield entry


@learning.command()
@click.option(
    "--week", metavar="[DAY]", is_flag=False, flag_value="today", default="today",
    help="The week that a day is in; else this one, or the next where its Friday is over.",
)  # fmt: skip
@click.option(
    "--time", metavar="TIME", callback=options.filled, help="How much: 2h; else what the month lacks."
)
@options.output
@options.yes
@pass_app
def block(app: App, /, week: str, time: str | None, output: str | None, yes: bool) -> None:
    """Write the time that the month still lacks as an appointment.

    It stands on the Friday of the week, with a local time; up to eight hours of it. The next time it
    is imported it takes the place of what was imported before.

    \b
      growth learning block --week -o learning.ics
    """
    from growth.rules import learning_block

    friday = _friday(app, week)
    minutes = clock.minutes(time) if time else _missing(app, friday)
    _write(app, learning_block.block(minutes, friday), output, yes)


def _missing(app: App, friday: Day) -> int:
    """Return the minutes that the month of a day lacks."""
    planned = budget(app)
    if planned is None:
        raise Refused("no time to learn is planned", f"--time 2h, or for each month: {TO_PLAN}")
    period = Period(rules.month_of(friday), None)
    standing = rules.standing(list(app.store.entries(period)), friday, planned)
    if not standing.missing:
        raise Refused(
            f"the time to learn of {friday:%B} is used: {rules.hours(standing.used)} of "
            f"{rules.hours(planned)}",
            "name a later week with --week DAY",
        )
    return standing.missing


def _friday(app: App, week: str) -> Day:
    from growth.rules.learning_block import last_workday

    friday = last_workday(clock.day(week, app.today, "ahead"))
    if friday >= app.today:
        return friday
    if week != "today":
        raise WrongUsage(f"the week of {week} is over: its Friday was {friday}", "name a later one")
    return friday + clock.DAY * 7


def _write(app: App, one: Any, output: str | None, yes: bool) -> None:
    from growth.exchange import ics_series

    text = ics_series.write((), app.now(), blocks=(one,))
    if output is None:
        # The format asks for both signs at a line's end; a terminal would take the first as a command.
        app.screen.exact(text.replace("\r\n", "\n") if app.screen.is_terminal else text)
        return
    from growth import files
    from growth.commands.emit import check_place
    from growth.rules.day_words import day_words

    path = named(output)
    if path.suffix.lower() != ".ics":
        raise WrongUsage(f"{path} is no name of a calendar", "end it in .ics")
    check_place(app, path, yes)
    files.write(path, text.encode("utf-8"))
    hours = f"{day_words(one.start.date(), app.today)} {one.start:%H:%M} to {one.end:%H:%M}"
    app.screen.say((f"written: {path}, {hours}", "dim"))
