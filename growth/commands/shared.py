"""What somebody shared with me, as the ground of a report about them: for me alone."""

from growth.app import App
from growth.commands.report_asked import Asked
from growth.errors import Refused, WrongUsage
from growth.records.person import Person
from growth.store.others import Theirs, others


def shared(app: App, asked: Asked) -> tuple[Person, list[Theirs]]:
    """Return whom a report is about, and what of theirs was opened; refuse where that is nothing."""
    if asked.whom(app).kind != "me":
        raise WrongUsage("what somebody shared with you is for you alone", "leave --for out")
    person = app.people.require(asked.about or "")
    found = [one for one in others(app.store) if one.owner == person.handle]
    if not found:
        raise Refused(
            f"{person.name} has shared nothing yet",
            f"they make it: growth bundle make --for manager -o {person.handle}.bundle; "
            f"you open it: growth bundle open {person.handle}.bundle",
        )
    return person, found


def names_in(person: Person) -> dict[str, str]:
    """Return the names for a report about somebody: theirs as `me`; all others are what they wrote."""
    return {"me": person.name}
