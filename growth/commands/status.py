"""growth, and growth status: what needs me, at most a screen."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from growth import files
from growth.app import App, pass_app
from growth.records.action import Action
from growth.records.dates import Day, Period
from growth.records.mentorship import Mentorship
from growth.records.session import Session
from growth.rules import today as rules
from growth.rules.promises import Promise
from growth.store.people import People
from growth.store.store import OTHERS
from growth.terminal import today as display

if TYPE_CHECKING:
    from growth.rules.requests import Standings


@click.command()
@click.option("--short", is_flag=True, help="One line, for a prompt or a status bar; silent if nothing.")
@pass_app
def status(app: App, /, short: bool = False) -> None:
    """What needs me, at most a screen.

    Promises, the overdue first; the next 1:1s and what they hold; who owes you something; this
    week's journal. No word of feedback, no mood and no note stands on it.
    """
    if not app.store.stems():
        if not short:
            for parts in display.welcome(_short_path(app.home)):
                app.screen.out(*parts)
            handed = _bundles(app)
            if any(handed):
                app.screen.out(
                    f"{display.bundles(*handed)}, to be opened with: ", ("growth bundle open", "bold")
                )
        return
    people = app.people
    found = _today(app, people, short=short)
    if short:
        line = display.line(found, people.canonical, app.screen.width)
        if line:
            app.screen.out(line)
        return
    for parts in display.screen(found, people.canonical, app.screen.width):
        app.screen.out(*parts)


def _today(app: App, people: People, *, short: bool) -> rules.Today:
    day = app.today
    sessions, actions = app.store.all(Session), app.store.all(Action)
    pairs = [
        (pair, person)
        for pair in app.store.all(Mentorship)
        if (person := people.get(pair.person)) is not None
    ]
    since = rules.since(people.everyone, sessions, day)
    return rules.today(
        day,
        people=people.everyone,
        sessions=sessions,
        actions=actions,
        handed=_handed(app, actions),
        pairs=pairs,
        entries=list(app.store.entries(Period(since, None))),
        last=_last(app),
        feedback=_feedback(app),
        bundles=(0, 0) if short else _bundles(app),
        wondering=None if short else _wondering(app),
    )


def _handed(app: App, actions: list[Action]) -> tuple[Promise, ...]:
    """Return what others say that we promised; nothing is loaded for it where nobody shared anything."""
    if not app.store.stems(OTHERS):
        return ()
    from growth.commands.lent import handed_promises

    return handed_promises(app, actions)


def _bundles(app: App) -> tuple[int, int]:
    """Return how many bundles are new in my inbox, and how many damaged.

    Where no inbox is named, looking takes no settings.
    """
    from growth.config import LIMIT, path

    if b"inbox" not in (files.read_own(path(app.home), limit=LIMIT) or b""):
        return 0, 0
    from growth.commands.inbox import new

    return new(app)


def _feedback(app: App) -> "Standings | None":
    """Return the requests for feedback; what they take to load is spared where nobody was asked."""
    if not app.store.stems("feedback"):
        return None
    from growth.records.request import Request
    from growth.rules.requests import standings

    return standings(app.store.all(Request), (), app.today)


def _wondering(app: App) -> Day | None:
    """Return the day of the question that is open longest, where that is too long; no word of it."""
    if not app.store.stems("wonders"):
        return None
    from growth.records.wonder import Wonder
    from growth.rules.wonders import overdue

    found = overdue(app.store.all(Wonder), app.today)
    return found.day if found else None


def _last(app: App) -> Day | None:
    """Return the day of my newest entry; a note on somebody is none."""
    for entry in app.store.entries(Period(None, None)):
        if not entry.about and entry.precision == "day" and entry.day <= app.today:
            return entry.day
    return None


def _short_path(path: Path) -> str:
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)
