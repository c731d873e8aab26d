"""growth practice thumbs: what the users of a model say of it."""

from typing import Any

import click

from growth import clock, files
from growth.app import App, named, pass_app
from growth.commands import options
from growth.commands.register import one_of
from growth.errors import Refused, WrongUsage
from growth.records.action import Action
from growth.records.practice import Practice, Votes
from growth.rules import thumbs_on_models as rules
from growth.store.change import changing

SHOWN = 5
# A table of votes, not a log of everything that was said.
LONGEST = 20_000_000


@click.command()
@click.argument("name", metavar="MODEL")
@click.option("--up", type=click.IntRange(min=0), metavar="N", help="How many were content.")
@click.option("--down", type=click.IntRange(min=0), metavar="N", help="How many were not.")
@options.period
@click.option(
    "--votes", "file", metavar="FILE", callback=options.filled,
    help="A CSV or JSON Lines file of day, vote and comment; - for standard input.",
)  # fmt: skip
@click.option(
    "--date-format", "form", metavar="FORM", callback=options.filled,
    help="How the days of FILE are written, as in '%d/%m/%Y'.",
)  # fmt: skip
@click.option("--act", metavar="TEXT", callback=options.filled, help="Promise what you will do about it.")
@click.option(
    "--comment", type=click.IntRange(min=1), metavar="NUMBER",
    help="With --act: the comment it answers, by its number; else the first.",
)  # fmt: skip
@options.due
@click.option(
    "-n", "--limit", type=click.IntRange(min=1), metavar="N", default=SHOWN, show_default=True,
    help="So many comments.",
)  # fmt: skip
@options.formats("text", "json")
@pass_app
def thumbs(
    app: App, /, name: str, up: int | None, down: int | None, file: str | None, format_: str | None,
    as_json: bool, limit: int, **given: Any,
) -> None:  # fmt: skip
    """See, or keep, what the users of a model say of it.

    Without an option: the share of thumbs up by month with the interval it may well lie in, what each
    version changed, and the comments, the worst first. Votes of the same days or the same period take
    the place of those before. Who voted is not kept.

    \b
      growth practice thumbs ranker --up 412 --down 37 --period 2026-11
      growth practice thumbs ranker --votes votes.csv
      growth practice thumbs ranker
      growth practice thumbs ranker --act 'retrain with night photos' --comment 2 --due 2w
    """
    one = one_of(app, name)
    counted = up is not None or down is not None
    if sum((counted, file is not None, given["act"] is not None)) > 1:
        raise WrongUsage("--up and --down, --votes and --act do not go together", "give them one by one")
    _fitting(given, counted=counted, file=file)
    if given["act"]:
        _act(app, one, given)
    elif counted or file:
        rules.check_kind(one)
        new = (
            _read(app, file, given["form"]) if file else [_counted(app, up or 0, down or 0, given["period"])]
        )
        _keep(app, one, new)
    else:
        _show(app, one, "json" if as_json else format_, limit)


def _fitting(given: dict[str, Any], *, counted: bool, file: str | None) -> None:
    """Refuse an option that would do nothing."""
    needs = {
        "period": ("--period", counted, "--up and --down"), "form": ("--date-format", file, "--votes"),
        "comment": ("--comment", given["act"], "--act"), "due": ("--due", given["act"], "--act"),
    }  # fmt: skip
    for key, (option, there, other) in needs.items():
        if given[key] is not None and not there:
            raise WrongUsage(f"{option} goes with {other}", "give both, or leave it out")


def _counted(app: App, up: int, down: int, text: str | None) -> Votes:
    """Return the votes of a period as they were counted elsewhere."""
    if text is None:
        raise WrongUsage("nothing says when they voted", "such as --period 2026-11")
    if not up + down:
        raise WrongUsage("there is no vote", "such as --up 412 --down 37")
    period = clock.period(text, app.today)
    if period.start is None or period.end is None:
        raise WrongUsage(f"{text!r} has no beginning or no end", "such as --period 2026-11")
    if period.start > app.today:
        raise WrongUsage(f"{text} has not begun yet", "such as --period 2026-11")
    label = period.label if period.label[:1].isdigit() else f"{period.start} to {period.end - clock.DAY}"
    return Votes(period=label, start=period.start, end=period.end, up=up, down=down)


def _read(app: App, name: str, form: str | None) -> list[Votes]:
    from growth.exchange import votes
    from growth.rules.day_words import counted

    if name == "-":
        from growth.commands.piped import piped

        data, shown = (
            piped("the votes", "growth practice thumbs MODEL --votes votes.csv").encode(),
            "standard input",
        )
    else:
        data, shown = files.read(named(name), limit=LONGEST), named(name).name
    found = votes.read(data, name=shown, form=form or "")
    future = next((one for one in found.votes if one.start > app.today), None)
    if future:
        raise Refused(f"{shown} has votes of {future.period}, which is not over yet", "look at its days")
    for piece in found.misread[:SHOWN]:
        app.screen.say(f"{shown}:{piece.line}: {piece.why}: {piece.text}")
    left = [f"{counted(len(found.misread), 'row')} not understood"] if found.misread else []
    left += [f"columns left aside: {', '.join(found.aside)}"] if found.aside else []
    left += (
        [f"{counted(found.beyond, 'comment')} beyond the bound, the oldest praise first"]
        if found.beyond
        else []
    )
    if left:
        app.screen.say(("; ".join(left), "dim"))
    return list(found.votes)


def _keep(app: App, one: Practice, new: list[Votes]) -> None:
    changed = rules.added(one, new)
    if changed == one:
        app.screen.say("nothing new: these votes are here already")
    else:
        with changing(app.store, "practice thumbs") as change:
            changed = change.edit(one, changed)
    if not app.screen.is_terminal:
        app.screen.out(changed.id)
        return
    from growth.terminal.thumbs_on_models import stored

    for parts in stored(changed, new):
        app.screen.out(*parts)


def _act(app: App, one: Practice, given: dict[str, Any]) -> None:
    """Make a promise of mine of what a comment asks for."""
    from growth.commands.action import show_new

    said = rules.thumbs(one).comments
    number = given["comment"] or 1
    if given["comment"] and number > len(said):
        raise Refused(
            f"{one.name} has {len(said)} comments, and no {number}", f"growth practice thumbs {one.name}"
        )
    text = " ".join(given["act"].split())
    due = clock.day(given["due"], app.today, "ahead") if given["due"] else None
    body = rules.quoted(one, said[number - 1]) if said else ""
    with changing(app.store, "practice thumbs") as change:
        new = change.add(
            Action(text=text, body=body, origin=one.id, day=app.today, due=due, created=app.now())
        )
    show_new(app, [new], app.people)


def _show(app: App, one: Practice, format_: str | None, shown: int) -> None:
    if not one.votes:
        rules.check_kind(one)
        raise Refused(
            f"nobody has voted on {one.name} yet",
            f"growth practice thumbs {one.name} --up 412 --down 37 --period {app.today:%Y-%m}",
        )
    found = rules.thumbs(one)
    from growth.terminal import thumbs_on_models as display

    if format_ == "json":
        from growth.commands.json_out import fields, text

        app.screen.exact(text(fields(found)) + "\n")
    elif format_ or not app.screen.is_terminal:
        for line in display.plain(found):
            app.screen.out(line)
    else:
        from growth.commands.lines import Lines

        with Lines(app) as lines:
            for parts in display.page(found, app.today, shown):
                lines.add(*parts)
