"""growth assess start: begin one cycle."""

from typing import cast

import click
from msgspec.structs import replace

from growth import clock
from growth.app import App, pass_app
from growth.commands import options
from growth.commands.filters import period_of
from growth.commands.known_ladders import ladder_named, ladder_of_mine, ladders, only_handed
from growth.errors import Refused, WrongUsage
from growth.records.assessment import Assessment
from growth.records.dates import EVER, Day, Period
from growth.records.entry import Share
from growth.records.ladder import Ladder
from growth.rules import assessing
from growth.rules import ladders as rules
from growth.store.change import changing


@click.command()
@click.option("--ladder", "name", metavar="NAME", help="The ladder; else that of the last time.")
@click.option("--target", metavar="LEVEL", help="The level to judge against; else that of the last time.")
@options.since
@options.until
@options.period
@click.option("--about", metavar="PERSON", callback=options.filled, help="Whom it is about; else me.")
@options.share_or_private
@pass_app
def start(
    app: App,
    /,
    name: str | None,
    target: str | None,
    since: str | None,
    until: str | None,
    period: str | None,
    about: str | None,
    share: str | None,
) -> None:
    """Start an assessment against a level of a ladder.

    Without a period it covers this half year. Only you see it, unless you share it; then it goes
    into your bundles once it is finished. One --about ana goes to Ana with --share person, and to
    your manager with --share manager; to the team never.

    Without --ladder it is that of the last time, else that by which the same person was judged in
    what somebody handed you; you need not import it. Where one of yours has the same name, theirs is
    called ana:small.

    \b
      growth assess start --ladder machine-learning-engineer --target L5 --period 2026-H2
      growth assess start --about ana --ladder software-engineer --target L3
    """
    whom = app.people.require(about).handle if about else "me"
    reach = cast(Share, share or "private")
    assessing.check_share(whom, reach)
    every = app.store.all(Assessment)
    last = next((one for one in reversed(every) if one.about == whom), None) or _handed(app, whom)
    called = name or (last.ladder if last else "") or _chosen_ladder(app)
    ladder = ladder_named(app, called)
    level = rules.level_named(ladder, target or _last_target(last, ladder) or _chosen_level(app, ladder))
    covered = _covered(app, since, until, period)
    new = Assessment(
        about=whom,
        ladder=ladder.key,
        version=ladder.version,
        target=level.id,
        period=covered.label,
        start=covered.start or app.today,
        end=covered.end or clock.following(app.today),
        day=app.today,
        share=reach,
        created=app.now(),
    )
    if ladder_of_mine(app, called) is None:
        # It stays when they withdraw what it came with, and is not mistaken for one of mine.
        new = assessing.keeping(new, ladder)
    asked = assessing.expected(ladder, level.id)
    if not asked:
        raise Refused(f"{ladder.key} says nothing at {level.id}", f"see: growth ladder show {ladder.key}")
    _refuse_second(every, new)
    with changing(app.store, "assess start") as change:
        _refuse_second(app.store.all(Assessment), new)
        new = change.add(new)
    if not app.screen.is_terminal:
        app.screen.out(new.id)
        return
    from growth.terminal.assessing import started

    for parts in started(new, ladder, len(asked)):
        app.screen.out(*parts)


def _refuse_second(every: list[Assessment], new: Assessment) -> None:
    for one in every:
        same = (one.about, one.ladder, one.target, one.start, one.end)
        if not one.finished and same == (new.about, new.ladder, new.target, new.start, new.end):
            raise Refused(f"{one.id} is open for that already", "go on with: growth assess rate")


def _handed(app: App, whom: str) -> Assessment | None:
    """Return the newest assessment of somebody that was handed to me, its ladder as I call it."""
    from growth.commands.handed import all_handed

    found = [one for one in all_handed(app) if one.assessment.about == whom]
    if not found:
        return None
    newest = max(found, key=lambda one: (one.assessment.end, one.assessment.created))
    name = f"{newest.owner}:{newest.assessment.ladder}"
    known = name in only_handed(app) and ladder_of_mine(app, newest.assessment.ladder) is None
    return replace(newest.assessment, ladder=name) if known else newest.assessment


def _last_target(last: Assessment | None, ladder: Ladder) -> str:
    known = last and last.ladder.rpartition(":")[2] == ladder.key
    return last.target if last and known and last.target in {one.id for one in ladder.levels} else ""


def _covered(app: App, since: str | None, until: str | None, period: str | None) -> Period:
    given = period_of(app, {"since": since, "until": until, "period": period})
    if given == EVER:
        given = clock.period(f"{app.today.year}-H{1 if app.today.month < 7 else 2}", app.today)
    if given.start is None:
        raise WrongUsage("the first day of the period is missing", "give it with --since DAY")
    if given.start > app.today:
        raise WrongUsage(f"{given.label or given.start} has not begun", "name a period with days behind you")
    return given if given.label else Period(given.start, given.end, _span(given.start, given.end))


def _span(start: Day, end: Day | None) -> str:
    return f"{start} to {end - clock.DAY}" if end else f"since {start}"


def _chosen_ladder(app: App) -> str:
    from growth.terminal.prompts import choose, need_terminal

    need_terminal(app.screen, "the ladder", "--ladder NAME; see growth ladder list")
    return choose(
        "Which ladder?",
        [(key, f"{key}  {one.name}") for key, one in (ladders(app) | only_handed(app)).items()],
    )


def _chosen_level(app: App, ladder: Ladder) -> str:
    from growth.terminal.prompts import choose, need_terminal

    named = ", ".join(level.id for level in rules.levels(ladder))
    need_terminal(app.screen, "the level to judge against", f"--target LEVEL, one of {named}")
    those = [(level.id, f"{level.id}  {level.name}") for level in rules.levels(ladder)]
    return choose("Which level do you judge yourself against?", those)
