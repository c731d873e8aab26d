"""growth goal: what I want to be able to do or have done by a day."""

from typing import cast

import click

from growth import clock
from growth.app import App, pass_app
from growth.commands import options
from growth.commands.listing import listing
from growth.errors import Refused, WrongUsage
from growth.records.assessment import Assessment
from growth.records.dates import Day
from growth.records.entry import Share
from growth.records.goal import Goal, GoalState
from growth.records.mentorship import Mentorship
from growth.records.person import Person
from growth.rules import goals as rules
from growth.rules.assessing import SHOWN, rating_of
from growth.rules.persons import means
from growth.store.change import changing
from growth.store.find import find


@click.group()
def goal() -> None:
    """Set goals, from a gap or freely, and check in on them."""


@goal.command()
@click.argument("words", nargs=-1)
@click.option(
    "--from", "criterion", metavar="CRITERION", help="A criterion it comes from: growth assess gaps."
)
@options.due
@options.share_or_private
@pass_app
def add(
    app: App, /, words: tuple[str, ...], criterion: str | None, due: str | None, share: str | None
) -> None:
    """Set a goal, in your own words or from a criterion.

    \b
      growth goal add 'hold a class on calibration' --due 'end of month'
      growth goal add --from data-L5-1 --due 3m
    """
    reach = cast(Share, share or "private")
    rules.check_share(reach)
    day = _ahead(app, due)
    origin, summary = _from(app, criterion) if criterion else ("", "")
    text = " ".join(" ".join(words).split()) or summary or _asked(app)
    if origin and any(one.criterion == origin and one.state == "open" for one in app.store.all(Goal)):
        raise Refused(f"{origin} is a goal already", "see: growth goal list")
    with changing(app.store, "goal add") as change:
        new = change.add(
            Goal(
                text=text,
                day=app.today,
                due=day,
                criterion=origin,
                share=reach,
                created=app.now(),
            )
        )
    if app.screen.is_terminal:
        _stored(app, new)
    else:
        app.screen.out(new.id)


def _ahead(app: App, due: str | None) -> Day | None:
    day = clock.day(due, app.today, "ahead") if due else None
    if day is not None and day < app.today:
        raise WrongUsage(f"{day} is over", "name a day from today on")
    return day


def _from(app: App, text: str) -> tuple[str, str]:
    """Return the criterion that `text` names, as `ladder/criterion`, and its sentence."""
    from growth.commands.case import Case, assessment_of
    from growth.commands.known_ladders import ladder_named
    from growth.rules.ladders import criterion_named

    key, slash, name = text.rpartition("/")
    ladder = ladder_named(app, key) if slash else Case(app, assessment_of(app, None)).ladder
    found = criterion_named(ladder, name)
    return f"{ladder.key}/{found.id}", found.summary


def _asked(app: App) -> str:
    if not app.screen.asks:
        raise WrongUsage("the goal is missing", "growth goal add 'hold a class on calibration' --due 3m")
    from growth.terminal.prompts import line

    text = " ".join(line(app.screen, "What do you want to be able to do, or have done? ").split())
    if not text:
        raise WrongUsage("the goal is empty", "growth goal add 'hold a class on calibration'")
    return text


def _stored(app: App, goal: Goal) -> None:
    from growth.terminal.goals import stored

    for parts in stored(goal, app.today):
        app.screen.out(*parts)


@goal.command()
@click.argument("id")
@click.argument("words", nargs=-1)
@click.option("--stuck", is_flag=True, help="It did not come nearer.")
@click.option("--reached", is_flag=True, help="It is reached.")
@click.option("--dropped", is_flag=True, help="It is given up.")
@pass_app
def checkin(app: App, /, id: str, words: tuple[str, ...], stuck: bool, reached: bool, dropped: bool) -> None:
    """Check in on a goal: what moved, what is in the way.

    \b
      growth goal checkin 7k3q 'first class held, twelve came'
      growth goal checkin 7k3q 'the second one too' --reached
    """
    found = find(app.store, id)
    if not isinstance(found, Goal):
        raise Refused(f"{found.id} is no goal", "see: growth goal list")
    if reached and (dropped or stuck):
        raise WrongUsage("--stuck, --reached and --dropped exclude each other", "give one of them")
    text = " ".join(" ".join(words).split()) or _looked(app, found)
    state: GoalState = "reached" if reached else "dropped" if dropped else "open"
    new = rules.checked_in(found, text, app.today, moved=not (stuck or dropped), state=state)
    with changing(app.store, "goal checkin") as change:
        new = change.edit(found, new)
    if app.screen.is_terminal:
        _stored(app, new)
        if again := _to_judge(app, new):
            app.screen.out((f"      to judge it again: growth assess rate {again}", "dim"))


def _to_judge(app: App, goal: Goal) -> str:
    """Return the criterion that a reached goal was for, where an open assessment judged it before."""
    key, _, criterion = goal.criterion.rpartition("/")
    if goal.state != "reached" or not key:
        return ""
    for one in app.store.all(Assessment):
        rating = (
            rating_of(one, criterion) if (one.about, one.ladder, one.finished) == ("me", key, None) else None
        )
        if rating and rating.judgement not in SHOWN:
            return criterion
    return ""


def _looked(app: App, goal: Goal) -> str:
    if not app.screen.asks:
        raise WrongUsage("what to say of it is missing", f"growth goal checkin {goal.id} 'first class held'")
    from growth.terminal.prompts import line

    text = " ".join(line(app.screen, f"«{goal.text}»: what moved, what is in the way? ").split())
    if not text:
        raise WrongUsage("the check-in is empty", f"growth goal checkin {goal.id} 'first class held'")
    return text


@goal.command("list")
@click.option("--of", metavar="PERSON", help="Theirs: what they shared with me, and what I mentor them in.")
@click.option("--all", "everything", is_flag=True, help="What is reached or dropped, too.")
@options.formats("text", "json", "jsonl")
@pass_app
def list_(app: App, /, of: str | None, everything: bool, format_: str | None, as_json: bool) -> None:
    """List goals, what is due soonest first.

    \b
      growth goal list --of ana
    """
    who = app.people.require(of) if of else None
    found = _theirs(app, who) if who else rules.ordered(app.store.all(Goal))
    those = [one for one in found if everything or one.state == "open"]
    from growth.terminal.goals import plain, rows

    listing(
        app, "json" if as_json else format_, those, plain, lambda: rows(those, app.today, app.screen.width),
        f"no goal of {who.name} is open, as far as they shared it with you" if who else
        "no goal is open; set one: growth goal add TEXT --due 3m",
    )  # fmt: skip


def _theirs(app: App, who: Person) -> list[Goal]:
    from growth.store.others import others

    pairs = [one for one in app.store.all(Mentorship) if means(one.person, who)]
    shared = [one for one in others(app.store) if one.owner == who.handle]
    goals = (goal for one in shared for goal in one.goals)
    return rules.of_another(who.handle, pairs, goals, (pair for one in shared for pair in one.mentorships))
