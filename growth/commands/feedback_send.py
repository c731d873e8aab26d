"""growth feedback send: a request as text, Markdown, form or mail, to be sent by hand."""

from pathlib import Path
from typing import NamedTuple

import click

from growth import files
from growth.app import App, named, pass_app
from growth.commands import options
from growth.commands.emit import check_place
from growth.commands.feedback_paper import NAMELESS, names_of, paper_of
from growth.commands.feedback_state import request_of
from growth.errors import Refused, WrongUsage
from growth.records.request import Request
from growth.rules import requests
from growth.rules.day_words import near
from growth.rules.handles import is_email
from growth.rules.persons import first_name
from growth.store.change import changing
from growth.store.people import People

ENDINGS = {".txt": "text", ".md": "md", ".html": "html", ".htm": "html", ".eml": "eml"}


class _Names(NamedTuple):
    """The names that stand in a request."""

    asker: str
    giver: str
    about: str


@click.command()
@click.argument("id")
@options.formats("text", "md", "html", "eml")
@options.output
@click.option("--attach-form", is_flag=True, help="With eml: attach the form to fill in.")
@options.yes
@pass_app
def send(app: App, /, id: str, format_: str | None, output: str | None, attach_form: bool, yes: bool) -> None:
    """Write a request to send, and mark it as sent.

    Nothing is sent for you. Text is there to paste, Markdown to fill in by hand, html is a form
    for a browser, eml a draft for your mail program, with the questions in its body.

    \b
      growth feedback send 7k3q
      growth feedback send 7k3q -o for-ana.html
      growth feedback send 7k3q -o for-ana.eml --attach-form
    """
    path = named(output) if output and output != "-" else None
    wanted = format_ or _format_of(path)
    if attach_form and wanted != "eml":
        raise WrongUsage(f"--attach-form goes with a mail, not with {wanted}", "give -f eml too")
    old = request_of(app, id)
    if requests.state(old, app.today) == "expired":
        raise Refused(f"{old.id} has expired", f"ask anew: growth feedback ask {old.person}")
    new = requests.entered(old, "sent", sent=old.sent or app.today)
    if path is not None:
        check_place(app, path, yes)
    people = app.people
    _write(app, path, _bytes(app, people, new, wanted, attach_form), mail=wanted == "eml")
    if new != old:
        with changing(app.store, "feedback send") as change:
            change.edit(old, new)
    _tell(app, people, old, wanted)


def _format_of(path: Path | None) -> str:
    if path is None:
        return "text"
    wanted = ENDINGS.get(path.suffix.lower())
    if wanted is None:
        known = ", ".join(ENDINGS)
        raise WrongUsage(f"{path} has no ending that says a format", f"end it in one of {known}, or give -f")
    return wanted


def _write(app: App, path: Path | None, data: bytes, *, mail: bool) -> None:
    if path is not None:
        files.write(path, data)
        app.screen.say((f"written: {path}, readable by you only", "dim"))
        return
    text = data.decode("utf-8")
    # A file has the line ends of mail; a pipe, such as into sendmail, those of the system.
    app.screen.data(text.replace("\r\n", "\n") if mail else text)


def _bytes(app: App, people: People, request: Request, wanted: str, attach_form: bool) -> bytes:
    if wanted == "text":
        return paper_of(app, people, request).encode("utf-8")
    about = "" if request.about == "me" else requests.subject(request.about, names_of(people))
    names = _Names(app.config.text("me.name"), first_name(people.name(request.person)), about)
    if wanted == "md":
        from growth.rules.request_markdown import markdown

        return markdown(request, asker=names.asker, giver=names.giver, about=about).encode("utf-8")
    if wanted == "html":
        return _form(request, names).encode("utf-8")
    return _mail(app, people, request, names, attach_form)


def _form(request: Request, names: _Names) -> str:
    from growth.reports.request_form import page
    from growth.rules.request_form import form

    return page(form(request, asker=names.asker, about=names.about))


def _mail(app: App, people: People, request: Request, names: _Names, attach_form: bool) -> bytes:
    from growth.exchange.eml import Attachment, Mailbox, write
    from growth.rules.request_form import title

    giver = people.get(request.person)
    attached = Attachment(f"feedback-form-{request.id}.html", _form(request, names)) if attach_form else None
    return write(
        title(names.asker, names.about),
        paper_of(app, people, request),
        sender=Mailbox(names.asker, _first_address(app.config.texts("me.emails"))),
        to=Mailbox(people.name(request.person), _first_address(giver.emails if giver else ())),
        date=app.now(),
        attached=attached,
    )


def _first_address(addresses: tuple[str, ...]) -> str:
    return next((address.strip() for address in addresses if is_email(address) and address.isprintable()), "")


def _tell(app: App, people: People, old: Request, wanted: str) -> None:
    """Say on stderr that it is for the user to send, and what is missing in it."""
    name = people.name(old.person)
    sent = f"was marked as sent {near(old.sent, app.today)}" if old.sent else "is marked as sent"
    app.screen.say((f"{old.id} to {name} {sent}; it is yours to send", "dim"))
    if wanted in ("html", "eml") and not app.config.text("me.name"):
        app.screen.say(NAMELESS)
    person = people.get(old.person)
    if wanted == "eml" and person and not _first_address(person.emails):
        app.screen.say(f"no address of {name} is known: growth people edit {person.handle} --email ADDRESS")
