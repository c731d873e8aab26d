"""growth mentor: pairs over time, and their sessions."""

from typing import Any

import click
from msgspec.structs import replace

from growth import clock
from growth.app import App, pass_app
from growth.commands import options, sessions
from growth.commands.advising import advice_options
from growth.commands.session_notes import notes as write_notes
from growth.commands.session_notes import notes_options
from growth.commands.sessions import Pair
from growth.errors import Refused, WrongUsage
from growth.records.mentorship import ROLES, Mentorship
from growth.records.person import Person
from growth.records.session import Session
from growth.rules import cadence, meetings
from growth.rules.agenda import of_pair
from growth.rules.meetings import Meeting
from growth.rules.persons import means
from growth.store.change import changing
from growth.store.people import People

which = click.option(
    "--role", type=click.Choice(ROLES), help="What you are in it, where there is more than one with them."
)


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


def _closing(app: App, there: Mentorship) -> str:
    flag = f" --role {there.role}" if len(_open(app, there.person)) > 1 else ""
    return f"growth mentor close {app.people.canonical(there.person)}{flag}"


def _choose(app: App, person: str, role: str | None, found: list[Mentorship]) -> Mentorship | None:
    """Return the mentorship meant; refuse where my role would have to tell which. The newest comes last."""
    if role:
        found = [one for one in found if one.role == role]
    roles = sorted({one.role for one in found})
    if len(roles) > 1:
        name = app.people.require(person).name
        raise WrongUsage(
            f"there is more than one mentorship with {name}",
            f"say which by your role in it: {' or '.join(f'--role {one}' for one in roles)}",
        )
    return found[-1] if found else None


def _pair(app: App, person: str, role: str | None) -> Pair:
    """Return the open mentorship with somebody; a closed one has no sessions any more."""
    found = _open(app, person)
    who = app.people.require(person)
    one = _choose(app, person, role, found)
    if one is None:
        raise _none_open(who, role)
    others = tuple(other.id for other in found if other.id != one.id)
    return Pair(who, "mentoring", "mentor", one.cadence, one.id, one.role if others else "", others)


def _none_open(who: Person, role: str | None) -> Refused:
    as_ = f" in which you are the {role}" if role else ""
    flag = f" --role {role}" if role else ""
    return Refused(
        f"no mentorship with {who.name}{as_} is open", f"begin one: growth mentor pair {who.handle}{flag}"
    )


def _meeting(app: App, one: Mentorship, who: Person) -> Meeting:
    """Return how it stands with one mentorship, by its own sessions."""
    open_ = [other for other in app.store.all(Mentorship) if other.until is None and means(other.person, who)]
    its = of_pair(app.store.all(Session), one.id, [other.id for other in open_ if other.id != one.id])
    return meetings.meeting(its, who, one.cadence, app.today, "mentoring")


def _show(app: App, one: Mentorship) -> None:
    from growth.terminal.mentorships import whole

    who = app.people.require(one.person)
    for parts in whole(one, who.name, _meeting(app, one, who), app.today, id_=one.id):
        app.screen.out(*parts)


@mentor.command()
@sessions.agenda_options
@which
@pass_app
def agenda(app: App, /, person: str, role: str | None, **given: Any) -> None:
    """List what to talk about next, or add to it."""
    sessions.agenda(app, _pair(app, person, role), given)


@mentor.command()
@notes_options
@advice_options
@which
@pass_app
def notes(app: App, /, person: str, role: str | None, **given: Any) -> None:
    """Note a mentoring session, as `growth 1on1 notes` does.

    Besides: what was advised, what the mentee will try and what you owe. The next session opens with
    how that went.

    \b
      growth mentor notes kim --try 'ask before telling' --owe 'send the outline by friday'
      growth mentor notes kim --went '1=two of three reviews'
    """
    write_notes(app, _pair(app, person, role), given)


@mentor.command()
@click.argument("person")
@click.option("-d", "--date", metavar="DAY", help="The day you met; else the last time.")
@which
@options.formats("text", "json")
@pass_app
def recap(
    app: App, /, person: str, date: str | None, role: str | None, format_: str | None, as_json: bool
) -> None:
    """Print what you agreed, safe to send."""
    who = app.people.require(person)
    # What was said in a mentorship that is closed by now can be sent, too.
    several = role or len({one.role for one in _open(app, person)}) > 1
    pair = _pair(app, person, role) if several else Pair(who, "mentoring", "mentor", "")
    sessions.recap(app, pair, date, "json" if as_json else format_)


@mentor.command("sessions")
@click.argument("person", required=False)
@which
@options.formats("text", "json", "jsonl")
@pass_app
def sessions_(app: App, /, person: str | None, role: str | None, format_: str | None, as_json: bool) -> None:
    """List mentoring sessions, and how many of them were held."""
    people, all_ = app.people, app.store.all(Session)
    who = people.require(person) if person else None
    chosen = [one for one in all_ if one.kind == "mentoring" and (not who or means(one.person, who))]
    pairs = [(one, _with(people, one)) for one in app.store.all(Mentorship)]
    met = meetings.mentoring(all_, [(one, other) for one, other in pairs if who in (None, other)], app.today)
    if role:
        ids = {one.id for one, _ in pairs if one.role == role}
        chosen = [one for one in chosen if one.mentorship in ids]
        met = [one for one in met if one.role in (role, "")]
    sessions.list_sessions(app, sessions.in_order(chosen), "json" if as_json else format_, met)


@mentor.command("list")
@click.option("--all", "everything", is_flag=True, help="Closed ones too.")
@options.formats("text", "json", "jsonl", "ics")
@pass_app
def list_(app: App, /, everything: bool, format_: str | None, as_json: bool) -> None:
    """List the mentorships that are open.

    -f ics writes the cadence of each as a calendar, as `growth 1on1 list` does.
    """
    from growth.terminal import mentorships as display

    people = app.people
    found = [one for one in app.store.all(Mentorship) if everything or one.until is None]
    if as_json or format_ in ("json", "jsonl"):
        from growth.commands.list import write_json

        write_json(app, found, lines=format_ == "jsonl" and not as_json)
    elif format_ == "ics":
        _write_series(app, [one for one in found if one.cadence and one.until is None])
    elif not app.screen.is_terminal or format_:
        for one in found:
            app.screen.out(display.plain(one, people.canonical(one.person)))
    elif found:
        _list_whole(app, found)
    else:
        app.screen.say(("no mentorship is open: growth mentor pair kim --goal TEXT --cadence 2w", "dim"))


def _write_series(app: App, found: list[Mentorship]) -> None:
    from growth.commands.calendar import write
    from growth.rules.series import mentoring

    met = [(one, _meeting(app, one, _with(app.people, one))) for one in found]
    write(app, [(meeting.person.handle, mentoring(one, meeting)) for one, meeting in met])


def _with(people: People, one: Mentorship) -> Person:
    """Return whom a mentorship is with; of somebody who was deleted the handle is left."""
    handle = people.canonical(one.person)
    return people.get(handle) or Person(name=handle, handles=(handle,), created=one.created)


def _list_whole(app: App, found: list[Mentorship]) -> None:
    from growth.commands.lines import Lines
    from growth.terminal.mentorships import whole

    people = app.people
    with Lines(app) as lines:
        for one in found:
            who = _with(people, one)
            for parts in whole(one, who.name, _meeting(app, one, who), app.today):
                lines.add(*parts)


@mentor.command()
@click.argument("person")
@click.option("--outcome", metavar="TEXT", help="What came of it.")
@click.option("-d", "--date", metavar="DAY", help="The last day; else today.")
@which
@pass_app
def close(app: App, /, person: str, outcome: str | None, date: str | None, role: str | None) -> None:
    """Close a mentorship, and say what came of it."""
    old = _choose(app, person, role, _open(app, person))
    who = app.people.require(person)
    if old is None:
        raise Refused(f"no mentorship with {who.name} is open", "see: growth mentor list --all")
    if not outcome:
        from growth.terminal.prompts import line, need_terminal

        need_terminal(app.screen, "the outcome", "--outcome TEXT")
        outcome = line(app.screen, f"What came of it, with {who.name}? ")
    if not outcome.strip():
        raise WrongUsage("the outcome is empty", "give it with --outcome TEXT")
    day = clock.day(date, app.today) if date else app.today
    if day < old.since:
        raise WrongUsage(f"it began on {old.since}, after {day}", "name a day since then")
    with changing(app.store, "mentor close") as change:
        new = change.edit(old, replace(old, until=day, outcome=" ".join(outcome.split())))
    if app.screen.is_terminal:
        _show(app, new)
