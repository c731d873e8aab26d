"""growth feedback list: what is asked, by what comes next."""

from collections.abc import Sequence

import click
from msgspec.structs import replace

from growth.app import App, pass_app
from growth.commands import options
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
        _write_json(app, those, lines=format_ == "jsonl")
    elif not app.screen.is_terminal or format_:
        name = app.people.canonical
        for one in those:
            app.screen.out(display.plain(one, name))
    elif those:
        from growth.commands.lines import Lines

        with Lines(app) as lines:
            for parts in display.lists(found, app.people.canonical, app.screen.width):
                lines.add(*parts)
    else:
        who = app.people.anybody()
        ask = f"nothing waits; ask somebody: growth feedback ask {who} --set collaboration"
        add = (
            "nothing waits, and nobody is known yet: growth people add ana --name 'Ana Silva' --relation peer"
        )
        app.screen.say((ask if who else add, "dim"))


def _write_json(app: App, those: Sequence[Standing], *, lines: bool) -> None:
    """Write requests as they are kept, each with how it stands today."""
    from growth.commands.json_out import fields, text

    shown = []
    for one in those:
        now = fields(one)
        shown.append(now.pop("request") | {"now": now})
    app.screen.exact("".join(f"{text(one)}\n" for one in shown) if lines else f"{text(shown)}\n")


def _answers(app: App, answers: list[Answer], format_: str | None) -> None:
    if format_ in ("json", "jsonl"):
        from growth.commands.list import write_json

        write_json(app, answers, lines=format_ == "jsonl")
        return
    from growth.commands.lines import Lines

    name = app.people.canonical
    if not app.screen.is_terminal or format_:
        for one in answers:
            app.screen.out(display.plain_answer(one, name))
        return
    with Lines(app) as lines:
        for parts in display.answers(answers[::-1], name, app.today, app.screen.width):
            lines.add(*parts)
    if not answers:
        app.screen.say(("nothing came back yet; what somebody says in passing: growth feedback got", "dim"))
