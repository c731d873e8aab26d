"""growth feedback sets: the questions that ship, and your own."""

import click

from growth import files, shelf
from growth.app import App, pass_app
from growth.commands import options
from growth.errors import Refused, WrongUsage
from growth.rules import question_sets as rules
from growth.rules.question_sets import QuestionSet

ROOM, ENDING = "questions", ".toml"
# The banks of 1:1 questions lie in the same room; nobody is sent those.
BANKS = ("1on1", "1on1-own")


def names(app: App) -> dict[str, bool]:
    """Return the names of the sets, each with whether it is the user's own."""
    return {name: mine for name, mine in shelf.names(app.home, ROOM, ENDING).items() if name not in BANKS}


def set_named(app: App, name: str) -> QuestionSet:
    """Return a set of questions, the user's own first."""
    return rules.read(_text(app, name), name)


def _text(app: App, name: str) -> str:
    found = shelf.read(app.home, ROOM, f"{name}{ENDING}") if name not in BANKS else None
    if found is None:
        from difflib import get_close_matches

        near = get_close_matches(name, names(app), n=1, cutoff=0.6)
        hint = f"did you mean {near[0]}? all of them: " if near else "all of them: "
        raise WrongUsage(f"there is no set of questions {name!r}", f"{hint}growth feedback sets list")
    return found.text


@click.group()
def sets() -> None:
    """List, show and copy sets of questions."""


@sets.command("list")
@options.formats("text", "json")
@pass_app
def list_(app: App, /, format_: str | None, as_json: bool) -> None:
    """List the sets; your own stand before the shipped ones of the same name."""
    rows = [(name, *read_or_fault(app, name), mine) for name, mine in names(app).items()]
    if as_json or format_ == "json":
        from growth.commands.json_out import write

        found = [
            {"name": name, "title": one.title, "questions": len(one.questions), "mine": mine}
            for name, one, _, mine in rows
        ]
        write(app, found)
        return
    from growth.terminal.feedback import set_line

    for name, one, fault, mine in rows:
        app.screen.out(*set_line(name, one, mine, fault))


def read_or_fault(app: App, name: str) -> tuple[QuestionSet, str]:
    """Return a set and what is wrong with it: one with a fault does not hide the others."""
    try:
        return set_named(app, name), ""
    except Refused as refused:
        return QuestionSet(questions=()), refused.message


@sets.command()
@click.argument("name")
@options.formats("text", "json")
@pass_app
def show(app: App, /, name: str, format_: str | None, as_json: bool) -> None:
    """Show a set: its questions, and which of them earned useful answers.

    A question is counted as useful or not by: growth thumb up|down ID, on an answer or on the
    question itself.
    """
    from growth.records.answer import Answer
    from growth.records.request import Request
    from growth.records.thumb import Thumb

    found = set_named(app, name)
    used = rules.uses(app.store.all(Request), app.store.all(Answer), app.store.all(Thumb))
    if as_json or format_ == "json":
        from growth.commands.json_out import fields, text

        questions = [
            fields(question) | {"use": fields(used.get(f"{name}/{question.id}", rules.Use()))}
            for question in found.questions
        ]
        app.screen.exact(text(fields(found) | {"name": name, "questions": questions}) + "\n")
        return
    from growth.terminal.feedback import whole_set

    for parts in whole_set(name, found, used):
        app.screen.out(*parts)


@sets.command()
@click.argument("name")
@click.option(
    "--from", "source", default="collaboration", metavar="NAME", help="The set to copy; else collaboration."
)
@pass_app
def new(app: App, /, name: str, source: str) -> None:
    """Copy a set to a new one of your own, to change its questions.

    \b
      growth feedback sets new on-call --from technical
    """
    text = _text(app, source)
    path = shelf.own(app.home) / f"{name}{ENDING}"
    if name in BANKS or shelf.has_own(app.home, f"{name}{ENDING}"):
        raise Refused(f"there already is a set {path}", "choose another name, or edit that one")
    files.make_private(app.home)
    files.make_private(path.parent)
    files.write(path, text.encode("utf-8"))
    app.screen.out(str(path))
    app.screen.say(
        (f"edit it, look at it: growth feedback sets show {name}, and use it: --set {name}", "dim")
    )
