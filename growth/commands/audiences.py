"""What documents for somebody share: whom they are for, names, and what was withheld."""

from growth.app import App
from growth.rules.audience import Audience, audience

# With less than this part of the records to show, a document says more by what it lacks.
NEARLY_EMPTY = 5


def audience_of(app: App, text: str | None) -> Audience:
    """Return whom --for means; without it, me."""
    return audience(text, app.people.everyone if text else (), app.today)


def names_of(app: App) -> dict[str, str]:
    """Return the names to show, by every handle in use; mine as `me` where it is set."""
    names = {handle: person.name for person in app.people.everyone for handle in person.handles}
    return names | {"me": app.config.text("me.name")}


def say_withheld(app: App, whom: Audience, visible: int, withheld: int, more: str) -> None:
    """Say on stderr what a document for somebody leaves out, and what lets more in, if anything does."""
    if whom.kind == "me" or not withheld:
        return
    records = "one record" if withheld == 1 else f"{withheld} records"
    app.screen.say(f"withheld from {whom.name or 'your ' + whom.word}: {records}")
    if not more:
        app.screen.say("that is as far as their givers let them go")
    elif visible * NEARLY_EMPTY < visible + withheld:
        app.screen.say(f"nearly all of it is withheld; to go through what may be shown: {more}")
