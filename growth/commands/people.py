"""growth people: who I work with, and how they stand to me."""

from typing import Any, ClassVar

import click
from msgspec.structs import replace

from growth import clock
from growth.app import App, pass_app
from growth.commands import options
from growth.commands.listing import listing
from growth.errors import Refused, WrongUsage
from growth.records.dates import Day
from growth.records.person import RELATIONS, Person
from growth.rules import cadence, relations
from growth.rules import handles as checks
from growth.rules.day_words import counted
from growth.store.change import changing
from growth.store.people import People
from growth.text.fold import fold

CLEARABLE: dict[str, Any] = {"emails": (), "relations": (), "meets": "", "handles": None}

name = click.option("--name", metavar="NAME", help="The name as it is written; else the handle.")
emails = click.option(
    "--email", "emails", multiple=True, metavar="ADDRESS", help="An e-mail address; repeatable."
)
relation = click.option(
    "--relation", type=click.Choice(RELATIONS), help="What they are to me; a direct reports to me."
)
since = click.option(
    "--since", metavar="DAY", callback=options.filled, help="The first day of that relation."
)
until = click.option("--until", metavar="DAY", callback=options.filled, help="The last day of that relation.")
meets = click.option("--meets", metavar="TEXT", help="How often we meet: 'weekly tue 10:00', 2w, monthly.")
fields = options.together(name, emails, relation, since, until, meets)


class Group(click.Group):
    """The commands about people; the larger ones lie in modules of their own."""

    elsewhere: ClassVar = {"merge": "people_merge", "about": "people_about"}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*self.commands, *self.elsewhere]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.elsewhere:
            return super().get_command(ctx, cmd_name)
        from importlib import import_module

        module = import_module(f"growth.commands.{self.elsewhere[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(cls=Group)
def people() -> None:
    """Keep the people you work with."""


@people.command()
@click.argument("handle")
@fields
@pass_app
def add(app: App, /, handle: str, **given: Any) -> None:
    """Add a person under a handle, which is what you type from then on.

    \b
      growth people add ana --name 'Ana Silva' --relation direct --meets 'weekly tue 10:00'
      growth people add eva --name 'Eva Brandt' --relation manager --since 2026-03-01
    """
    known = app.people
    free = _free(known, handle)
    new = Person(name=free, handles=(free,), created=app.now())
    new = _with(app, known, new, given)
    with changing(app.store, "people add") as change:
        # Another terminal may have added somebody since.
        _free(app.people, free)
        new = change.add(new)
    if app.screen.is_terminal:
        _show(app, new)
    else:
        app.screen.out(new.id)
    _warn_of_two(app, new)


@people.command("list")
@options.formats("text", "json", "jsonl")
@pass_app
def list_(app: App, /, format_: str | None, as_json: bool) -> None:
    """List people: your manager, who reports to you, everybody else."""
    order = ("manager", "direct", "peer", "other", "")
    everyone = sorted(
        app.people.everyone, key=lambda one: (order.index(one.relation(app.today)), fold(one.handle))
    )
    from growth.terminal.people import plain, rows

    listing(
        app, "json" if as_json else format_, everyone, lambda one: plain(one, app.today),
        lambda: rows(everyone, _last_days(app, everyone), app.today),
        "nobody yet: growth people add ana --name 'Ana Silva' --relation direct",
    )  # fmt: skip


@people.command()
@click.argument("person")
@click.option("--handle", metavar="NEW", help="A new handle; the old one keeps meaning the same person.")
@fields
@click.option(
    "--clear", multiple=True, type=click.Choice(sorted(CLEARABLE)), metavar="FIELD",
    help="Empty a field: " + " ".join(sorted(CLEARABLE)) + " (all handles but the first).",
)  # fmt: skip
@pass_app
def edit(app: App, /, person: str, handle: str | None, clear: tuple[str, ...], **given: Any) -> None:
    """Change what is known of a person.

    An option replaces, but for --email, which adds. Another --relation ends the present one on the
    day it begins: --since, or today.
    """
    if not (handle or clear or any(given.values())):
        raise WrongUsage("what to change is missing", "such as --meets 'weekly tue 10:00' or --handle NEW")
    known = app.people
    old = known.require(person)
    emptied = {field: CLEARABLE[field] for field in clear}
    if "handles" in emptied:
        _check_unused(app, old)
        emptied["handles"] = old.handles[:1]
    new = replace(old, **emptied)
    if handle:
        first = checks.handle(handle)
        if known.get(first) not in (None, old):
            _free(known, first)
        new = replace(new, handles=(first, *(one for one in new.handles if fold(one) != fold(first))))
    new = _with(app, known, new, given)
    if new != old:
        with changing(app.store, "people edit") as change:
            if handle and app.people.get(handle) not in (None, old):
                _free(app.people, handle)
            new = change.edit(old, new)
    if app.screen.is_terminal:
        _show(app, new)
    _warn_of_two(app, new)


def _check_unused(app: App, person: Person) -> None:
    """Refuse to give up a handle that records are written with: they would be nobody's, or the next one's."""
    from growth.commands.people_about import held

    names = person.handles[1:]
    if names and (count := held(app, replace(person, handles=names)).count - 1):
        raise Refused(
            f"{counted(count, 'record')} of {person.name} {'is' if count == 1 else 'are'} "
            f"written with {' or '.join(names)}",
            "the old handles have to stay, so that these records are not somebody else's one day",
        )


def _with(app: App, known: People, person: Person, given: dict[str, Any]) -> Person:
    """Return a person with what the options say."""
    if given["name"]:
        person = replace(person, name=" ".join(given["name"].split()))
    for address in given["emails"]:
        owner = known.get(checks.email(address))
        if owner is not None and owner.id != person.id:
            raise Refused(
                f"{address} is {owner.name}'s", f"if they are one person: growth people edit {owner.handle}"
            )
        if address.strip().lower() not in {one.lower() for one in person.emails}:
            person = replace(person, emails=(*person.emails, address.strip()))
    if given["meets"]:
        cadence.parse(given["meets"])
        person = replace(person, meets=" ".join(given["meets"].lower().split()))
    if given["relation"] or given["since"] or given["until"]:
        begins, ends = (
            clock.day(given[one], app.today) if given[one] else None for one in ("since", "until")
        )
        # What is typed is the last day, what is stored the first one after it.
        after = clock.following(ends) if ends else None
        found = relations.changed(person, given["relation"], begins, after, app.today)
        person = replace(person, relations=found)
    return person


def _free(known: People, handle: str) -> str:
    """Return a handle that nobody has, or refuse it."""
    name = checks.handle(handle)
    owner = known.get(name)
    if owner is not None:
        raise Refused(f"{name!r} is {owner.name} already", f"choose another, or: growth people edit {name}")
    return name


def _show(app: App, person: Person) -> None:
    from growth.terminal.people import whole

    for parts in whole(person, app.today, _last_days(app, [person]).get(person.id)):
        app.screen.out(*parts)


def _last_days(app: App, everyone: list[Person]) -> dict[str, Day]:
    from growth.records.session import Session
    from growth.rules.agenda import last_day

    sessions = app.store.all(Session)
    found = {one.id: last_day(sessions, one, app.today) for one in everyone}
    return {identifier: day for identifier, day in found.items() if day}


def _warn_of_two(app: App, person: Person) -> None:
    others = [one for one in app.people.related("manager", app.today) if one.id != person.id]
    if person.relation(app.today) == "manager" and others:
        app.screen.say(
            ("warning: ", "late"), f"{others[0].name} is your manager too; "
            f"to end that: growth people edit {others[0].handle} --until DAY"
        )  # fmt: skip
