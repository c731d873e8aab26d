"""growth wonder: what I do not understand yet, for nobody but me."""

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.journal import happened
from growth.commands.lazy_group import LazyGroup
from growth.commands.listing import listing
from growth.errors import Refused, WrongUsage
from growth.records.wonder import Wonder
from growth.rules import wonders as rules
from growth.store.change import changing
from growth.store.find import find

_ELSEWHERE = {"answer": "wonder_answer.answer", "promote": "wonder_promote.promote"}


@click.group(cls=LazyGroup, elsewhere=_ELSEWHERE)
def wonder() -> None:
    """Keep what you do not understand yet, for yourself only."""


@wonder.command()
@click.argument("words", nargs=-1)
@options.date
@pass_app
def add(app: App, /, words: tuple[str, ...], date: str | None) -> None:
    """Write down a question that nobody else will see.

    There is no way to share it: it is in no document and no bundle for others. Your manager may be told
    how many you asked and closed; what was answered becomes an entry where you say so: growth wonder
    promote.

    \b
      growth wonder add why do we calibrate after quantisation
    """
    day = happened(app, date) if date else app.today
    text = asked(app, words, "What do you wonder about? ", "the question", "growth wonder add why we do it")
    with changing(app.store, "wonder add") as change:
        new = change.add(Wonder(question=" ".join(text.split()), day=day, created=app.now()))
    tell(app, new)


def asked(app: App, words: tuple[str, ...], question: str, what: str, hint: str) -> str:
    """Return words that were given, typed or piped in; refuse none."""
    text = " ".join(words).strip()
    if not text and app.screen.asks:
        from growth.terminal.prompts import line

        text = line(app.screen, question).strip()
    elif not text:
        from growth.commands.piped import piped

        text = piped(what, hint).strip()
    if not text:
        raise WrongUsage(f"{what} is empty", hint)
    return text


def tell(app: App, one: Wonder) -> None:
    """Say what was stored; piped, only the id."""
    if not app.screen.is_terminal:
        app.screen.out(one.id)
        return
    from growth.terminal.wonders import stored

    for parts in stored(one, app.today):
        app.screen.out(*parts)


def wonder_of(app: App, id: str) -> Wonder:
    """Return the question that `id` names, or refuse."""
    found = find(app.store, id)
    if not isinstance(found, Wonder):
        raise Refused(f"{found.id} is no question of yours", "see: growth wonder list")
    return found


@wonder.command("list")
@click.option("--all", "everything", is_flag=True, help="Those that are answered, too.")
@options.formats("text", "json", "jsonl")
@pass_app
def list_(app: App, /, everything: bool, format_: str | None, as_json: bool) -> None:
    """List open questions, the one that is open longest first."""
    those = [one for one in rules.ordered(app.store.all(Wonder)) if everything or not one.answered]
    from growth.terminal.wonders import plain, rows

    nothing = "no question is open; ask one: growth wonder add why we do it"
    listing(
        app, "json" if as_json else format_, those, plain,
        lambda: rows(those, app.people.name, app.today, app.screen.width),
        nothing,
    )  # fmt: skip
    if not (those or everything or format_ or as_json or app.screen.is_terminal):
        app.screen.say(nothing)
