"""Feedback that is talked over in a session."""

from growth.app import App
from growth.records.person import Person
from growth.records.request import Request
from growth.rules.persons import means
from growth.rules.requests import entered


def talked_over(app: App, id: str) -> tuple[Request, Request]:
    """Return the request that an id names as it is, and as it is once it was talked over."""
    from growth.commands.feedback_state import request_of

    old = request_of(app, id)
    return old, entered(old, "discussed")


def to_talk_over(app: App, person: Person) -> list[Request]:
    """Return what somebody has answered and nobody has talked over with them."""
    return [
        request
        for request in app.store.all(Request)
        if request.state == "answered" and means(request.person, person)
    ]
