"""A request as plain text, with the names that stand in it."""

from msgspec.structs import replace

from growth.app import App
from growth.records.dates import Day
from growth.records.request import Request
from growth.rules import requests
from growth.rules.nudge import nudge
from growth.rules.persons import first_name
from growth.rules.request_paper import paper
from growth.store.people import People

NAMELESS = "it does not say who asks: growth config set me.name 'Your Name'"


def names_of(people: People) -> dict[str, str]:
    """Return everybody's name by every handle in use."""
    return {handle: person.name for person in people.everyone for handle in person.handles}


def paper_of(app: App, people: People, request: Request) -> str:
    """Return a request as it is pasted in chat or mail."""
    return paper(request, **_named(app, people, request))


def nudge_of(app: App, people: People, request: Request, today: Day) -> str:
    """Return a request as it is pasted a second time; `request` is as it was before."""
    return nudge(request, **_named(app, people, request), today=today)


def every_paper(app: App, people: People, request: Request) -> str:
    """Return all that went out for a request: its paper, and each nudge."""
    went = [paper_of(app, people, request)]
    for number, day in enumerate(request.reminded):
        before = replace(request, reminded=request.reminded[:number])
        went.append(nudge_of(app, people, before, day))
    return "\n".join(went)


def _named(app: App, people: People, request: Request) -> dict[str, str]:
    about = "" if request.about == "me" else requests.subject(request.about, names_of(people))
    giver = first_name(people.name(request.person))
    return {"asker": app.config.text("me.name"), "giver": giver, "about": about}
