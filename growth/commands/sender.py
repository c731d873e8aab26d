"""Whose a bundle is: told by address, by handle, by --as, or by who opens it."""

from growth.app import App
from growth.errors import Refused, WrongUsage
from growth.records.bundle import Header
from growth.records.person import Person
from growth.rules import handles
from growth.rules.persons import who
from growth.store.others import about_of
from growth.store.store import OTHERS

NOBODY = "the bundle does not say whose it is"


def sender(app: App, header: Header, given: str | None, yes: bool) -> tuple[Person, bool]:
    """Return whose a bundle is, and whether that is somebody new, who then is to be stored with it."""
    if given:
        known = app.people.get(given)
        return (known, False) if known else (_added(app, header, handles.handle(given), yes, True), True)
    said = _said_before(app, header)
    for name in (said, *addresses(header)):
        known = app.people.get(name) if name else None
        if known:
            return known, False
    known = app.people.get(header.sender.handle) if header.sender.handle else None
    if known:
        _check_address(app, header, known, yes)
        return known, False
    if not header.sender.handle:
        named = who(app.people.everyone, ())(header.sender.name) if header.sender.name else None
        said = f"the bundle says only that it is from {header.sender.name}" if named else NOBODY
        raise WrongUsage(said, f"if it is from {named}: --as {named}" if named else "say it with --as HANDLE")
    return _added(app, header, handles.handle(header.sender.handle), yes), True


def addresses(header: Header) -> tuple[str, ...]:
    """Return the addresses on a bundle; what is none could be taken for somebody's handle."""
    return tuple(email for email in header.sender.emails if handles.is_email(email))


def _said_before(app: App, header: Header) -> str:
    stem = f"{OTHERS}{header.store}"
    return about_of(app.store, stem).person if stem in app.store.stems(OTHERS) else ""


def _check_address(app: App, header: Header, known: Person, yes: bool) -> None:
    """Ask where a bundle has the handle of somebody I know, but none of their addresses."""
    theirs = addresses(header)
    if yes or not known.emails or not theirs:
        return
    said = (
        f"the bundle is from {known.handle} with {' '.join(theirs)}, "
        f"an address you do not know of {known.name}"
    )
    if not app.screen.asks:
        raise Refused(said, f"if it is from {known.name}: --as {known.handle}")
    from growth.terminal.prompts import confirm

    app.screen.say(said)
    if not confirm(app.screen, f"Is it from {known.name}?"):
        raise Refused("nothing was opened", "say whose it is with --as HANDLE")


def _added(app: App, header: Header, handle: str, yes: bool, said_who: bool = False) -> Person:
    """Return a new person for somebody unknown, if the user agrees."""
    name = " ".join(header.sender.name.split()) or handle
    emails = addresses(header)
    said = f"you do not know {' '.join((name, *(f'<{email}>' for email in emails)))} yet"
    if not yes:
        if not app.screen.asks:
            whose = "" if said_who else "--as HANDLE says who it is; "
            raise Refused(said, f"{whose}--yes adds them as {handle}")
        from growth.terminal.prompts import confirm

        app.screen.say(said)
        if not confirm(app.screen, f"Add them as {handle}?"):
            raise Refused("nothing was opened", "say whose it is with --as HANDLE")
    return Person(name=name, handles=(handle,), emails=emails, created=app.now())
