"""A request as plain text, with the names that stand in it."""

from growth.app import App
from growth.records.request import Request
from growth.rules import requests
from growth.rules.persons import first_name
from growth.rules.request_paper import paper
from growth.store.people import People


def names_of(people: People) -> dict[str, str]:
    """Return everybody's name by every handle in use."""
    return {handle: person.name for person in people.everyone for handle in person.handles}


def paper_of(app: App, people: People, request: Request) -> str:
    """Return a request as it is pasted in chat or mail."""
    return paper(
        request,
        asker=app.config.text("me.name"),
        giver=first_name(people.name(request.person)),
        about="" if request.about == "me" else requests.subject(request.about, names_of(people)),
    )
