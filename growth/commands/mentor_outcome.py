"""growth mentor outcome: what came of a mentorship on the way, in my own record."""

from typing import Any

import click
from msgspec.structs import replace

from growth.app import App, pass_app
from growth.commands import options, pairs
from growth.commands.journal import fields_of, text_fields
from growth.errors import Refused, WrongUsage
from growth.records.entry import Entry
from growth.records.mentorship import Mentorship
from growth.store.change import changing
from growth.store.find import find
from growth.terminal import entries as display

SKILL = "mentoring"


@click.command()
@click.argument("person")
@click.argument("words", nargs=-1)
@click.option("--entry", "identifier", metavar="ID", help="An entry of yours that tells it already.")
@options.date
@options.metrics
@options.impact
@options.links
@options.share
@pairs.which
@pass_app
def outcome(
    app: App, /, person: str, words: tuple[str, ...], identifier: str | None, role: str | None, **given: Any
) -> None:
    """Log what came of a mentorship, as your own evidence.

    It becomes an entry of yours, a win with the skill `mentoring`, that belongs to the pair: it stands
    in `growth report mentorship` and counts where a ladder asks for mentoring. Private, unless you share it.

    \b
      growth mentor outcome kim 'Kim ran the design review alone' --impact 'shipped a week early'
      growth mentor outcome kim --entry 7k3q
    """
    old = pairs.latest(app, person, role)
    if identifier:
        if words or any(given.values()):
            raise WrongUsage(
                "--entry names an entry that is there already", f"to change it: growth edit {identifier}"
            )
        entry = _entry(app, old, identifier)
    else:
        entry = _new(app, old, " ".join(" ".join(words).split()), given)
    with changing(app.store, "mentor outcome") as change:
        entry = entry if entry.id else change.add(entry)
        change.edit(old, replace(old, outcomes=(*old.outcomes, entry.id)))
    if not app.screen.is_terminal:
        app.screen.out(entry.id)
        return
    display.stored(app.screen, entry, app.today)
    app.screen.say((f"it belongs to {old.id}: growth report mentorship --about {old.person}", "dim"))


def _entry(app: App, pair: Mentorship, identifier: str) -> Entry:
    found = find(app.store, identifier)
    if not isinstance(found, Entry) or found.about:
        raise Refused(f"{found.id} is no entry of yours", "see: growth list")
    if found.id in pair.outcomes:
        raise Refused(f"{found.id} is an outcome of {pair.id} already", "nothing was changed")
    return found


def _new(app: App, pair: Mentorship, text: str, given: dict[str, Any]) -> Entry:
    if not text:
        raise WrongUsage(
            "what came of it is missing", f"growth mentor outcome {pair.person} 'ran the review alone'"
        )
    fields = text_fields(text, "", fields_of(app, given))
    handle = app.people.canonical(pair.person)
    people = dict.fromkeys((handle, *(app.people.canonical(one) for one in fields["people"])))
    defaults: dict[str, Any] = {"day": app.today, "kind": "win", "share": app.config.text("log.share")}
    skills = () if pair.role == "mentee" else (SKILL,)
    return Entry(**(defaults | fields | {"people": tuple(people)}), skills=skills, created=app.now())
