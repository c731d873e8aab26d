"""The recap of a session, a 1:1 or one of mentoring: what was agreed, safe to send."""

from collections.abc import Callable

import click

from growth import clock
from growth.app import App
from growth.commands import options
from growth.commands.audiences import audience_of, say_former
from growth.commands.sessions import NOUNS, Pair
from growth.errors import Refused
from growth.records.action import Action
from growth.records.dates import Day
from growth.records.session import Session
from growth.rules import agenda
from growth.rules.audience import Audience
from growth.rules.calendar_keys import bare
from growth.rules.persons import first_name
from growth.rules.recap import Recap, recap, text, told

recap_options = options.together(
    click.argument("person"),
    click.option(
        "-d", "--date", metavar="DAY", callback=options.filled, help="The day you met; else the last time."
    ),
    options.include_former,
    options.formats("text", "json"),
)


def show(
    app: App, pair: Pair, /, *, date: str | None, include_former: bool, format_: str | None, as_json: bool
) -> None:
    """Print what was agreed in a session; nothing private is in it."""
    whom = audience_of(app, f"@{pair.person.handle}", include_former)
    session = _held(app, pair, clock.day(date, app.today) if date else None)
    recapped = _recapper(app, pair, session)
    found, whole = recapped(whom), recapped(whom.ever)
    if whole is None:
        raise Refused(
            f"{session.id} is not for {pair.person.name}: its share is {session.share}",
            f"to change that: growth edit {session.id}",
        )
    if found is None:
        raise Refused(
            f"{session.id} was shared with your manager before {pair.person.name}",
            "if they may read it, too: --include-former",
        )
    if as_json or format_ == "json":
        from growth.commands import json_out

        app.screen.exact(json_out.text(json_out.fields(found)) + "\n")
    else:
        app.screen.data(text(found))
    if bare(session):
        noting = f"growth {pair.command} notes {pair.named} -d {session.day}"
        app.screen.say((f"nothing is noted of it yet: {noting}", "dim"))
    missing = told(whole) - told(found)
    say_former(app, whom, lambda who: missing if who == whom else 0)


def _recapper(app: App, pair: Pair, session: Session) -> Callable[[Audience], Recap | None]:
    """Return what makes the recap of a session for an audience."""
    open_ = [one for one in pair.sessions(app) if one.share != "private"]
    ahead = agenda.open_items(open_, pair.person, pair.kind)
    actions, name = app.store.all(Action), _first_names(app)
    return lambda whom: recap(session, pair.person, actions, ahead, name, app.today, whom)


def _held(app: App, pair: Pair, day: Day | None) -> Session:
    held = agenda.held(pair.sessions(app), pair.person, pair.kind)
    found = next((one for one in held if day is None or one.day == day), None)
    if found is None:
        on = f" on {day}" if day else ""
        raise Refused(
            f"no {NOUNS[pair.kind]} with {pair.person.name}{on} was noted",
            f"note one: growth {pair.command} notes {pair.named}",
        )
    return found


def _first_names(app: App) -> Callable[[str], str]:
    mine, people = first_name(app.config.text("me.name")) or "me", app.people
    return lambda handle: mine if handle == "me" else first_name(people.name(handle)) or handle
