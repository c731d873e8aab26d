"""growth mentor goal and checkin: what a pair is for, and whether it comes nearer."""

import click

from growth import clock
from growth.app import App, pass_app
from growth.commands import options, pairs
from growth.errors import WrongUsage
from growth.records.mentorship import Look, Mentorship
from growth.rules import pair_goals as rules
from growth.store.change import changing


@click.command()
@click.argument("person")
@click.argument("words", nargs=-1, required=True)
@pairs.which
@pass_app
def goal(app: App, /, person: str, words: tuple[str, ...], role: str | None) -> None:
    """Add a goal to a mentorship.

    \b
      growth mentor goal kim 'speak in large rounds'
    """
    old = pairs.open_one(app, person, role)
    _save(app, "mentor goal", old, rules.added(old, [" ".join(words)]))


@click.command()
@click.argument("person")
@click.argument("words", nargs=-1)
@click.option("--goal", "number", type=int, metavar="N", help="Which goal; else the only one that is open.")
@click.option("--stuck", is_flag=True, help="It did not come nearer.")
@click.option("--reached", is_flag=True, help="It is reached.")
@click.option("-d", "--date", metavar="DAY", callback=options.filled, help="The day of it; else today.")
@pairs.which
@pass_app
def checkin(
    app: App,
    /,
    person: str,
    words: tuple[str, ...],
    number: int | None,
    stuck: bool,
    reached: bool,
    date: str | None,
    role: str | None,
) -> None:
    """Check in on a goal of a mentorship: what moved, what is in the way.

    Both of you may read it, as the goal itself.

    \b
      growth mentor checkin kim 'the first page is written' --goal 1
      growth mentor checkin kim 'gave the talk to thirty' --goal 2 --reached
    """
    if stuck and reached:
        raise WrongUsage("--stuck and --reached exclude each other", "give one of them")
    old = pairs.open_one(app, person, role)
    aim = rules.chosen(old, number)
    day = clock.day(date, app.today) if date else app.today
    if not old.since <= day <= app.today:
        raise WrongUsage(f"{day} is not between {old.since} and today", "name a day since it began")
    text = " ".join(" ".join(words).split()) or _asked(app, person, aim.text)
    look = Look(goal=aim.text, day=day, text=text, moved=not stuck, reached=reached)
    _save(app, "mentor checkin", old, rules.looked(old, aim, look))


def _asked(app: App, person: str, goal: str) -> str:
    from growth.terminal.prompts import line, need_terminal

    need_terminal(
        app.screen, "what to say of it", f"words: growth mentor checkin {person} 'first page written'"
    )
    text = " ".join(line(app.screen, f"«{goal}»: what moved, what is in the way? ").split())
    if not text:
        raise WrongUsage("the check-in is empty", f"growth mentor checkin {person} 'first page written'")
    return text


def _save(app: App, verb: str, old: Mentorship, new: Mentorship) -> None:
    with changing(app.store, verb) as change:
        new = change.edit(old, new)
    if app.screen.is_terminal:
        pairs.show(app, new)
