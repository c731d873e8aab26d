"""growth mentor: pairs over time, and their sessions."""

from typing import Any

import click
from msgspec.structs import replace

from growth import clock
from growth.app import App, pass_app
from growth.commands import options, sessions
from growth.commands.session_notes import notes as write_notes
from growth.commands.session_notes import notes_options
from growth.commands.sessions import Pair
from growth.errors import Refused, WrongUsage
from growth.records.mentorship import ROLES, Mentorship
from growth.records.person import Person
from growth.records.session import Session
from growth.rules import cadence, meetings
from growth.rules.persons import means
from growth.store.change import changing
from growth.store.people import People


@click.group()
def mentor() -> None:
    """Keep mentorships and their sessions."""


@mentor.command()
@click.argument("person")
@click.option("--role", type=click.Choice(ROLES), default="mentor", help="What you are in it; else mentor.")
@click.option("--goal", "goals", multiple=True, metavar="TEXT", help="What it is for; repeatable.")
@click.option("--cadence", "rhythm", metavar="TEXT", default="", help="How often: 2w, 'monthly thu 15:00'.")
@click.option("--since", metavar="DAY", help="The first day; else today.")
@pass_app
def pair(app: App, /, person: str, role: Any, goals: tuple[str, ...], rhythm: str, since: str | None) -> None:
    """Begin a mentorship with somebody.

    \b
      growth mentor pair kim --role mentor --goal 'lead a design alone' --cadence 2w
    """
    who = app.people.require(person)
    if rhythm:
        cadence.parse(rhythm)
    with changing(app.store, "mentor pair") as change:
        there = next((one for one in _open(app, person) if one.role == role), None)
        if there is not None:
            raise Refused(
                f"{there.id} is a mentorship with {who.name} already", f"growth mentor close {person}"
            )
        new = change.add(
            Mentorship(
                person=who.handle,
                role=role,
                goals=tuple(" ".join(goal.split()) for goal in goals),
                cadence=" ".join(rhythm.lower().split()),
                since=clock.day(since, app.today) if since else app.today,
                created=app.now(),
            )
        )
    if app.screen.is_terminal:
        _show(app, new)
    else:
        app.screen.out(new.id)


def _open(app: App, person: str) -> list[Mentorship]:
    who = app.people.require(person)
    return [one for one in app.store.all(Mentorship) if one.until is None and means(one.person, who)]


def _pair(app: App, person: str) -> Pair:
    """Return the newest open mentorship with somebody; a closed one has no sessions any more."""
    found = _open(app, person)
    who = app.people.require(person)
    if not found:
        raise Refused(f"no mentorship with {who.name} is open", f"begin one: growth mentor pair {who.handle}")
    return Pair(who, "mentoring", "mentor", found[-1].cadence, found[-1].id)


def _show(app: App, one: Mentorship) -> None:
    from growth.terminal.mentorships import whole

    who = app.people.require(one.person)
    found = meetings.meeting(app.store.all(Session), who, one.cadence, app.today, "mentoring")
    for parts in whole(one, who.name, found, app.today, id_=one.id):
        app.screen.out(*parts)


@mentor.command()
@sessions.agenda_options
@pass_app
def agenda(app: App, /, person: str, **given: Any) -> None:
    """List what to talk about next, or add to it."""
    sessions.agenda(app, _pair(app, person), given)


@mentor.command()
@notes_options
@pass_app
def notes(app: App, /, person: str, **given: Any) -> None:
    """Note a mentoring session, as `growth 1on1 notes` does."""
    write_notes(app, _pair(app, person), given)


@mentor.command()
@click.argument("person")
@click.option("-d", "--date", metavar="DAY", help="The day you met; else the last time.")
@options.formats("text", "json")
@pass_app
def recap(app: App, /, person: str, date: str | None, format_: str | None, as_json: bool) -> None:
    """Print what you agreed, safe to send."""
    who = app.people.require(person)
    sessions.recap(app, Pair(who, "mentoring", "mentor", ""), date, "json" if as_json else format_)


@mentor.command("sessions")
@click.argument("person", required=False)
@options.formats("text", "json", "jsonl")
@pass_app
def sessions_(app: App, /, person: str | None, format_: str | None, as_json: bool) -> None:
    """List mentoring sessions, and how many of them were held."""
    people, all_ = app.people, app.store.all(Session)
    who = people.require(person) if person else None
    chosen = [one for one in all_ if one.kind == "mentoring" and (not who or means(one.person, who))]
    pairs = [(one, _with(people, one)) for one in app.store.all(Mentorship)]
    met = meetings.mentoring(all_, [(one, other) for one, other in pairs if who in (None, other)], app.today)
    sessions.list_sessions(app, sessions.in_order(chosen), "json" if as_json else format_, met)


@mentor.command("list")
@click.option("--all", "everything", is_flag=True, help="Closed ones too.")
@options.formats("text", "json", "jsonl")
@pass_app
def list_(app: App, /, everything: bool, format_: str | None, as_json: bool) -> None:
    """List the mentorships that are open."""
    from growth.terminal import mentorships as display

    people = app.people
    found = [one for one in app.store.all(Mentorship) if everything or one.until is None]
    if as_json or format_ in ("json", "jsonl"):
        from growth.commands.list import write_json

        write_json(app, found, lines=format_ == "jsonl" and not as_json)
    elif not app.screen.is_terminal or format_:
        for one in found:
            app.screen.out(display.plain(one, people.canonical(one.person)))
    elif found:
        _list_whole(app, found)
    else:
        app.screen.say(("no mentorship is open: growth mentor pair kim --goal TEXT --cadence 2w", "dim"))


def _with(people: People, one: Mentorship) -> Person:
    """Return whom a mentorship is with; of somebody who was deleted the handle is left."""
    handle = people.canonical(one.person)
    return people.get(handle) or Person(name=handle, handles=(handle,), created=one.created)


def _list_whole(app: App, found: list[Mentorship]) -> None:
    from growth.commands.lines import Lines
    from growth.terminal.mentorships import whole

    all_ = app.store.all(Session)
    people = app.people
    with Lines(app) as lines:
        for one in found:
            who = _with(people, one)
            met = meetings.meeting(all_, who, one.cadence, app.today, "mentoring")
            for parts in whole(one, who.name, met, app.today):
                lines.add(*parts)


@mentor.command()
@click.argument("person")
@click.option("--outcome", metavar="TEXT", help="What came of it.")
@click.option("-d", "--date", metavar="DAY", help="The last day; else today.")
@pass_app
def close(app: App, /, person: str, outcome: str | None, date: str | None) -> None:
    """Close a mentorship, and say what came of it."""
    found = _open(app, person)
    who = app.people.require(person)
    if not found:
        raise Refused(f"no mentorship with {who.name} is open", "see: growth mentor list --all")
    if not outcome:
        from growth.terminal.prompts import line, need_terminal

        need_terminal(app.screen, "the outcome", "--outcome TEXT")
        outcome = line(app.screen, f"What came of it, with {who.name}? ")
    if not outcome.strip():
        raise WrongUsage("the outcome is empty", "give it with --outcome TEXT")
    old, day = found[-1], clock.day(date, app.today) if date else app.today
    if day < old.since:
        raise WrongUsage(f"it began on {old.since}, after {day}", "name a day since then")
    with changing(app.store, "mentor close") as change:
        new = change.edit(old, replace(old, until=day, outcome=" ".join(outcome.split())))
    if app.screen.is_terminal:
        _show(app, new)
