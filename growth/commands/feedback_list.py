"""growth feedback list: what is asked, by what comes next."""

import click
from msgspec.structs import replace

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.listing import listing
from growth.records.answer import Answer
from growth.records.request import Request
from growth.rules import requests as rules
from growth.rules.requests import Standing, Standings
from growth.terminal import feedback as display


@click.command("list")
@click.argument("person", required=False)
@click.option("--late", is_flag=True, help="Late ones only.")
@click.option("--all", "everything", is_flag=True, help="Closed, declined, withdrawn and expired ones too.")
@click.option("--answers", is_flag=True, help="What came back instead, also what nobody asked for.")
@options.formats("text", "json", "jsonl")
@pass_app
def list_(
    app: App,
    /,
    person: str | None,
    late: bool,
    everything: bool,
    answers: bool,
    format_: str | None,
    as_json: bool,
) -> None:
    """List what you asked, and who is late by how much.

    What is yet to be sent comes first, then what waits for an answer, then what was answered and is
    to be talked over; --all adds what is over.
    """
    people = app.people
    handle = people.require(person).handle if person else None
    given = app.store.all(Answer)
    wanted = "json" if as_json else format_
    if answers:
        _answers(app, [one for one in given if handle is None or people.same(one.person, handle)], wanted)
        return
    asked = [one for one in app.store.all(Request) if handle is None or people.same(one.person, handle)]
    found = rules.standings(asked, given, app.today)
    if not everything:
        found = replace(found, over=())
    if late:
        found = Standings(waiting=tuple(one for one in found.waiting if one.days_late))
    _show(app, found, wanted)


def _show(app: App, found: Standings, format_: str | None) -> None:
    those = (*found.drafted, *found.waiting, *found.answered, *found.discussed, *found.over)
    if format_ in ("json", "jsonl"):
        from growth.commands.json_out import write

        write(app, map(_as_kept, those), lines=format_ == "jsonl")
        return
    name, who = app.people.canonical, app.people.anybody()
    ask = f"nothing waits; ask somebody: growth feedback ask {who} --set collaboration"
    add = "nothing waits, and nobody is known yet: growth people add ana --name 'Ana Silva' --relation peer"
    listing(
        app, format_, those, lambda one: display.plain(one, name),
        lambda: display.lists(found, name, app.screen.width), ask if who else add,
    )  # fmt: skip


def _as_kept(one: Standing) -> dict[str, object]:
    """Return a request as it is kept, with how it stands today."""
    from growth.commands.json_out import fields

    now = fields(one)
    kept: dict[str, object] = now.pop("request")
    return kept | {"now": now}


def _answers(app: App, answers: list[Answer], format_: str | None) -> None:
    name = app.people.canonical
    listing(
        app, format_, answers, lambda one: display.plain_answer(one, name),
        lambda: display.answers(answers[::-1], name, app.today, app.screen.width),
        "nothing came back yet; what somebody says in passing: growth feedback got",
    )  # fmt: skip
