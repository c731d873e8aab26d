"""growth mentor: pairs over time, and their sessions."""

from collections.abc import Iterator
from typing import Any

import click
from msgspec.structs import replace

from growth import clock
from growth.app import App, pass_app
from growth.commands import options, pairs, sessions
from growth.commands import recap as recaps
from growth.commands.advising import advice_options, say_waiting
from growth.commands.lazy_group import LazyGroup
from growth.commands.listing import listing
from growth.commands.session_notes import notes as write_notes
from growth.commands.session_notes import notes_options
from growth.commands.sessions import Pair
from growth.errors import Refused, WrongUsage
from growth.records.mentorship import ROLES, Mentorship
from growth.records.session import Session
from growth.rules import cadence, meetings
from growth.rules.persons import means
from growth.store.change import changing
from growth.terminal.screen import Part

ELSEWHERE = {
    "goal": "mentor_goals.goal",
    "checkin": "mentor_goals.checkin",
    "outcome": "mentor_outcome.outcome",
    "coach": "mentor_coach.coach",
}


@click.group(cls=LazyGroup, elsewhere=ELSEWHERE)
def mentor() -> None:
    """Keep mentorships and their sessions."""


@mentor.command()
@click.argument("person")
@click.option("--role", type=click.Choice(ROLES), default="mentor", help="What you are in it; else mentor.")
@click.option("--goal", "goals", multiple=True, metavar="TEXT", help="What it is for; repeatable.")
@click.option("--cadence", "rhythm", metavar="TEXT", default="", help="How often: 2w, 'monthly thu 15:00'.")
@click.option(
    "--mentee",
    "mentees",
    multiple=True,
    metavar="PERSON",
    help="Whom they mentor, where you are their coach; repeatable.",
)
@click.option("--since", metavar="DAY", callback=options.filled, help="The first day; else today.")
@pass_app
def pair(
    app: App,
    /,
    person: str,
    role: Any,
    goals: tuple[str, ...],
    rhythm: str,
    mentees: tuple[str, ...],
    since: str | None,
) -> None:
    """Begin a mentorship with somebody.

    \b
      growth mentor pair kim --role mentor --goal 'lead a design alone' --cadence 2w
      growth mentor pair sam --role coach --mentee kim --cadence monthly
    """
    who = app.people.require(person)
    if rhythm:
        cadence.parse(rhythm)
    if mentees and role != "coach":
        raise WrongUsage("--mentee names whom somebody mentors whom you coach", "add --role coach")
    mentored = dict.fromkeys(app.people.require(one).handle for one in mentees)
    with changing(app.store, "mentor pair") as change:
        there = next((one for one in pairs.open_with(app, person) if one.role == role), None)
        if there is not None:
            raise Refused(f"{there.id} is a mentorship with {who.name} already", _closing(app, there))
        new = change.add(
            Mentorship(
                person=who.handle,
                role=role,
                goals=tuple(" ".join(goal.split()) for goal in goals),
                cadence=" ".join(rhythm.lower().split()),
                mentees=tuple(mentored),
                since=clock.day(since, app.today) if since else app.today,
                created=app.now(),
            )
        )
    if app.screen.is_terminal:
        pairs.show(app, new)
    else:
        app.screen.out(new.id)


def _closing(app: App, there: Mentorship) -> str:
    flag = f" --role {there.role}" if len(pairs.open_with(app, there.person)) > 1 else ""
    return f"growth mentor close {app.people.canonical(there.person)}{flag}"


def _pair(app: App, person: str, role: str | None) -> Pair:
    """Return the open mentorship with somebody; a closed one has no sessions any more."""
    found = pairs.open_with(app, person)
    who = app.people.require(person)
    one = pairs.choose(app, person, role, found)
    if one is None:
        raise pairs.none_open(who, role)
    others = tuple(other.id for other in found if other.id != one.id)
    return Pair(who, "mentoring", "mentor", one.cadence, one.id, one.role if others else "", others)


@mentor.command()
@sessions.agenda_options
@pairs.which
@pass_app
def agenda(app: App, /, person: str, role: str | None, **given: Any) -> None:
    """List what to talk about next, or add to it.

    On a terminal it ends with what was advised or tried before, and nobody has told yet how it went.
    """
    pair = _pair(app, person, role)
    sessions.agenda(app, pair, given)
    if app.screen.is_terminal and not (given["format_"] or given["as_json"]):
        say_waiting(app, pair, app.today)


@mentor.command()
@notes_options
@advice_options
@pairs.which
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
@recaps.recap_options
@pairs.which
@pass_app
def recap(app: App, /, person: str, role: str | None, **given: Any) -> None:
    """Print what you agreed, safe to send."""
    who = app.people.require(person)
    # What was said in a mentorship that is closed by now can be sent, too.
    several = role or len({one.role for one in pairs.open_with(app, person)}) > 1
    pair = _pair(app, person, role) if several else Pair(who, "mentoring", "mentor", "")
    recaps.show(app, pair, **given)


@mentor.command("sessions")
@click.argument("person", required=False)
@pairs.which
@options.formats("text", "json", "jsonl")
@pass_app
def sessions_(app: App, /, person: str | None, role: str | None, format_: str | None, as_json: bool) -> None:
    """List mentoring sessions, and how many of them were held."""
    people, all_ = app.people, app.store.all(Session)
    who = people.require(person) if person else None
    chosen = [one for one in all_ if one.kind == "mentoring" and (not who or means(one.person, who))]
    those = [(one, pairs.with_(people, one)) for one in app.store.all(Mentorship)]
    met = meetings.mentoring(all_, [(one, other) for one, other in those if who in (None, other)], app.today)
    if role:
        ids = {one.id for one, _ in those if one.role == role}
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
    if format_ == "ics" and not as_json:
        _write_series(app, [one for one in found if one.cadence and one.until is None])
        return
    listing(
        app, "json" if as_json else format_, found,
        lambda one: display.plain(one, people.canonical(one.person)), lambda: _whole(app, found),
        "no mentorship is open: growth mentor pair kim --goal TEXT --cadence 2w",
    )  # fmt: skip


def _write_series(app: App, found: list[Mentorship]) -> None:
    from growth.commands.calendar import write
    from growth.rules.series import mentoring

    met = [(one, pairs.meeting(app, one, pairs.with_(app.people, one))) for one in found]
    write(app, [(meeting.person.handle, mentoring(one, meeting)) for one, meeting in met])


def _whole(app: App, found: list[Mentorship]) -> Iterator[tuple[Part, ...]]:
    from growth.terminal.mentorships import whole

    for one in found:
        who = pairs.with_(app.people, one)
        yield from whole(one, who.name, pairs.meeting(app, one, who), app.today, app.people.name)


@mentor.command()
@click.argument("person")
@click.option("--outcome", metavar="TEXT", help="What came of it.")
@click.option("-d", "--date", metavar="DAY", callback=options.filled, help="The last day; else today.")
@pairs.which
@pass_app
def close(app: App, /, person: str, outcome: str | None, date: str | None, role: str | None) -> None:
    """Close a mentorship, and say what came of it."""
    old = pairs.choose(app, person, role, pairs.open_with(app, person))
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
        pairs.show(app, new)
