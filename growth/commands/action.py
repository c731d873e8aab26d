"""growth action and growth done: promises, mine and theirs."""

import shlex
from typing import Any

import click
from msgspec.structs import replace

from growth import clock
from growth.app import App, pass_app
from growth.commands import options
from growth.commands.lazy_group import LazyGroup
from growth.errors import Refused, WrongUsage
from growth.records.action import Action
from growth.records.dates import Day
from growth.records.entry import LearningType
from growth.records.ids import short
from growth.rules import promises as rules
from growth.rules.day_words import day_words
from growth.store.change import changing
from growth.store.find import find
from growth.store.people import People


@click.group(cls=LazyGroup, elsewhere={"list": "action_list.list_"})
def action() -> None:
    """Keep promises: mine and theirs."""


@action.command()
@click.argument("words", nargs=-1)
@click.option("--owner", metavar="PERSON", default="me", help="Who promised it; else me.")
@click.option("-w", "--with", "person", metavar="PERSON", help="To whom, or by whom.")
@options.due
@options.date
@options.learning_type
@options.share_or_private
@pass_app
def add(
    app: App,
    /,
    words: tuple[str, ...],
    owner: str,
    person: str | None,
    due: str | None,
    date: str | None,
    type_: LearningType | None,
    share: str | None,
) -> None:
    """Keep a promise: what, whose, with whom, and by when.

    With --type it is a plan to learn, which growth learning lists.

    \b
      growth action add 'ask Dana for GPU quota' -w ana --due friday
      growth action add 'RFC on feature freshness' --owner ana --due 2w
      growth action add read the calibration paper --type paper --due friday
    """
    text = " ".join(" ".join(words).split()) or _asked(app)
    people = app.people
    holder = owner_of(app, people, owner)
    other = people.require(person).handle if person else "" if holder == "me" else holder
    with changing(app.store, "action add") as change:
        new = change.add(
            Action(
                text=text,
                owner=holder,
                person=other,
                day=clock.day(date, app.today) if date else app.today,
                due=clock.day(due, app.today, "ahead") if due else None,
                type=type_ or "",
                share=share or "private",  # type: ignore[arg-type]  # click has checked the choice
                created=app.now(),
            )
        )
    show_new(app, [new], people)


def show_new(app: App, those: list[Action], people: People) -> None:
    """Say what was stored; piped, only the ids."""
    if not app.screen.is_terminal:
        for new in those:
            app.screen.out(new.id)
        return
    from growth.terminal.actions import stored

    for new in those:
        for parts in stored(new, rules.promise(new, app.today).words, people.canonical):
            app.screen.out(*parts)


def owner_of(app: App, people: People, name: str) -> str:
    """Return `me`, or the handle of the person named."""
    plain = name.removeprefix("@")
    if plain.lower() in ("me", "i") or (plain and plain == app.config.text("me.handle")):
        return "me"
    return people.require(name).handle


def _asked(app: App) -> str:
    if app.screen.asks:
        from growth.terminal.prompts import line

        text = line(app.screen, "What was promised? ")
    else:
        from growth.commands.piped import piped

        text = piped("the promise", "growth action add 'ask Dana for GPU quota' -w ana --due friday")
    if not text.strip():
        raise WrongUsage("the promise is empty", "growth action add 'ask Dana for GPU quota'")
    return " ".join(text.split())


@action.command()
@click.argument("id")
@click.option("--why", metavar="TEXT", help="The reason.")
@pass_app
def drop(app: App, /, id: str, why: str | None) -> None:
    """Drop a promise, and say why."""
    old = open_action(app, id, "drop")
    if not why:
        from growth.terminal.prompts import line, need_terminal

        need_terminal(app.screen, "the reason", "--why TEXT")
        why = line(app.screen, f"Why is «{old.text}» dropped? ")
    if not why.strip():
        raise WrongUsage("the reason is empty", "give it with --why TEXT")
    _close(app, [(old, replace(old, state="dropped", closed=app.today, why=" ".join(why.split())))], "drop")


@action.command()
@click.argument("id")
@options.due
@pass_app
def move(app: App, /, id: str, due: str | None) -> None:
    """Move the day a promise is due; the old one is remembered."""
    old = open_action(app, id, "move")
    day = clock.day(app.need(due, "the new day", "--due DAY"), app.today, "ahead")
    if day == old.due:
        raise Refused(f"{old.id} is due on {day_words(day, app.today)} already", "name another day")
    new = replace(old, due=day, moved=(*old.moved, old.due) if old.due else old.moved)
    with changing(app.store, "move") as change:
        new = change.edit(old, new)
    if app.screen.is_terminal:
        show_new(app, [new], app.people)


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--when", metavar="DAY", callback=options.filled, help="The day it was done; else today.")
@pass_app
def done(app: App, /, ids: tuple[str, ...], when: str | None) -> None:
    """Mark an action as done."""
    day = clock.day(when, app.today) if when else app.today
    pairs: dict[str, tuple[Action, Action]] = {}
    for id in ids:
        old = open_action(app, id, "done")
        _check_day(old, day, app.today)
        pairs[old.id] = (old, replace(old, state="done", closed=day))
    _close(app, list(pairs.values()), "done")


def _check_day(old: Action, day: Day, today: Day) -> None:
    if day > today:
        raise WrongUsage(f"{day} is still to come", "name the day it was done")
    if day < old.day:
        raise WrongUsage(f"{old.id} was made on {old.day}, after {day}", "name a day since then")


def _close(app: App, pairs: list[tuple[Action, Action]], verb: str) -> None:
    with changing(app.store, verb) as change:
        closed = [change.edit(old, new) for old, new in pairs]
    if app.screen.is_terminal:
        from growth.terminal import actions as display

        people = app.people
        for one in closed:
            app.screen.out(*display.closed(rules.promise(one, app.today), people.canonical))
            if one.type and one.owner == "me" and one.state == "done":
                log = f"growth log {shlex.quote(one.text)} --type {one.type} --spent 1h --takeaway '…'"
                app.screen.say((f"to keep what you learned: {log}", "dim"))


def open_action(app: App, id: str, verb: str) -> Action:
    """Return the open action that `id` names, or refuse."""
    _refuse_handed(app, id)
    found: Any = find(app.store, id)
    if not isinstance(found, Action):
        raise Refused(f"{found.id} is no action", f"see: growth action list, then: growth {_usage(verb)}")
    if found.state != "open":
        day = f" on {day_words(found.closed, app.today)}" if found.closed else ""
        raise Refused(f"{found.id} was {found.state}{day}: {found.text}", "see: growth action list")
    return found


def _refuse_handed(app: App, id: str) -> None:
    """Refuse a promise that stands in somebody's bundle alone, and say how it is closed."""
    from growth.store.store import OTHERS

    if not app.store.stems(OTHERS):
        return
    from growth.commands.lent import handed_promises

    typed = id.strip().lower()
    for one in handed_promises(app, app.store.all(Action)):
        if typed in (one.action.id, short(one.action.id)):
            their, text = app.people.name(one.whose), shlex.quote(one.action.text)
            owner = f"-w {one.whose}" if one.action.owner == "me" else f"--owner {one.whose}"
            raise Refused(
                f"{one.action.id} is {their}'s record and stays as it is: {one.action.text}",
                "they close it and hand you a new bundle; to keep your own: "
                f"growth action add {text} {owner}",
            )


def _usage(verb: str) -> str:
    return {"done": "done ID", "drop": "action drop ID --why TEXT", "move": "action move ID --due DAY"}[verb]
