"""growth log: one thing done, learned or noticed."""

from collections.abc import Callable
from typing import Any

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.journal import fields_of, save, text_fields
from growth.errors import Refused, WrongUsage
from growth.rules.capture import dollar_eaten, split_title


def _to_read(*names: str) -> Callable[[options.F], options.F]:
    """Return a hidden option that answers somebody who takes `log` for the command that reads."""

    def answer(_: click.Context, option: click.Parameter, value: str | None) -> None:
        if value is not None:
            raise WrongUsage("log writes a new entry", f"to read: growth list {option.opts[0]} {value}")

    return click.option(*names, hidden=True, expose_value=False, callback=answer)


@click.command("log")
@click.argument("words", nargs=-1)
@options.message
@click.option("-i", "--interactive", is_flag=True, help="Ask question by question.")
@options.entry_fields
@click.option("--star", is_flag=True, help="Mark it as one of the best.")
@options.yes
@_to_read("--since")
@_to_read("-n", "--limit")
@pass_app
def log(
    app: App, /, words: tuple[str, ...], message: str | None, interactive: bool, yes: bool, **given: Any
) -> None:
    """Log what you did, learned or noticed.

    The words need no quotes; #tag, @person and +project in them count. Without words an editor
    opens; piped, the text is read from standard input: first line the title, the rest the body.

    \b
      growth log Cut ranker p99 by half -k win --metric 'p99: 480 ms -> 210 ms'
      growth log Monotonic clocks --state given --audience 'the search team'
      growth log Paired with @dana on the eval harness '#evals' -d yesterday
    """
    text = " ".join(words) if words else message or ""
    if words and message:
        raise WrongUsage("words and -m exclude each other", "give the text once")
    fields = fields_of(app, given)
    if "kind" not in fields and given["state"]:
        fields["kind"] = given["kind"] = "talk"
    elif "kind" not in fields and "learning" in fields:
        fields["kind"] = given["kind"] = "learning"
    star = bool(given["star"])
    if interactive:
        from growth.commands.log_questions import log_by_questions

        log_by_questions(app, text, given, star)
    elif text:
        _check_dollar(app, text, yes)
        title, body = split_title(text)
        save(app, text_fields(title, body, fields), star)
    elif app.screen.asks and app.screen.is_terminal:
        from growth.commands.entry_form import log_in_editor

        log_in_editor(app, fields, star)
    else:
        from growth.commands.piped import piped

        title, body = split_title(piped("the text", "growth log 'what I finished today'"))
        save(app, text_fields(title, body, fields), star)


def _check_dollar(app: App, text: str, yes: bool) -> None:
    eaten = dollar_eaten(text)
    if not eaten:
        return
    if app.screen.asks and not yes:
        from growth.terminal.prompts import confirm

        if not confirm(
            app.screen, f"The text has {eaten!r}: did the shell eat a $ before it? Log it as it is?"
        ):
            raise Refused("nothing was logged", "use single quotes: growth log 'saved $10k'")
    else:
        app.screen.say(
            ("warning: ", "late"), f"{eaten!r} looks as if the shell ate a $; single quotes keep it"
        )
