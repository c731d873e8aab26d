"""Which mentorship is meant: the open ones with somebody, told apart by my role."""

from collections.abc import Sequence

import click

from growth.app import App
from growth.errors import Refused, WrongUsage
from growth.records.mentorship import ROLES, Mentorship
from growth.records.person import Person
from growth.records.session import Session
from growth.rules import meetings
from growth.rules.agenda import of_pair
from growth.rules.meetings import Meeting
from growth.rules.persons import means
from growth.store.people import People

which = click.option(
    "--role", type=click.Choice(ROLES), help="What you are in it, where there is more than one with them."
)


def open_with(app: App, person: str) -> list[Mentorship]:
    """Return the open mentorships with somebody, the newest last."""
    return [one for one in every_with(app, person) if one.until is None]


def every_with(app: App, person: str) -> list[Mentorship]:
    """Return all mentorships with somebody, the newest last."""
    who = app.people.require(person)
    return [one for one in app.store.all(Mentorship) if means(one.person, who)]


def choose(app: App, person: str, role: str | None, found: Sequence[Mentorship]) -> Mentorship | None:
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


def open_one(app: App, person: str, role: str | None) -> Mentorship:
    """Return the open mentorship with somebody, or refuse."""
    one = choose(app, person, role, open_with(app, person))
    if one is None:
        raise none_open(app.people.require(person), role)
    return one


def latest(app: App, person: str, role: str | None) -> Mentorship:
    """Return the open mentorship with somebody, else the newest of those that are closed."""
    found = open_with(app, person) or every_with(app, person)
    one = choose(app, person, role, found) or choose(app, person, role, every_with(app, person))
    if one is None:
        who = app.people.require(person)
        raise Refused(
            f"there is no mentorship with {who.name}", f"begin one: growth mentor pair {who.handle}"
        )
    return one


def none_open(who: Person, role: str | None) -> Refused:
    """Return the refusal where no mentorship with somebody is open."""
    as_ = f" in which you are the {role}" if role else ""
    flag = f" --role {role}" if role else ""
    return Refused(
        f"no mentorship with {who.name}{as_} is open", f"begin one: growth mentor pair {who.handle}{flag}"
    )


def with_(people: People, one: Mentorship) -> Person:
    """Return whom a mentorship is with; of somebody who was deleted the handle is left."""
    handle = people.canonical(one.person)
    return people.get(handle) or Person(name=handle, handles=(handle,), created=one.created)


def sessions_of(app: App, one: Mentorship, who: Person) -> list[Session]:
    """Return the sessions of one mentorship."""
    open_ = [other for other in app.store.all(Mentorship) if other.until is None and means(other.person, who)]
    return of_pair(app.store.all(Session), one.id, [other.id for other in open_ if other.id != one.id])


def meeting(app: App, one: Mentorship, who: Person) -> Meeting:
    """Return how it stands with one mentorship, by its own sessions."""
    its = sessions_of(app, one, who)
    return meetings.meeting(its, who, one.cadence, app.today, "mentoring", one.since)


def show(app: App, one: Mentorship) -> None:
    """Print one mentorship on a terminal, whole."""
    from growth.terminal.mentorships import whole

    who = app.people.require(one.person)
    for parts in whole(one, who.name, meeting(app, one, who), app.today, app.people.name, id_=one.id):
        app.screen.out(*parts)
