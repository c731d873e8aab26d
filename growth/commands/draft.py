"""growth draft: have a program of yours write, from what its reader may see, and check what it wrote."""

from typing import Any

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.drafting import made
from growth.commands.filters import period_of
from growth.commands.lazy_group import LazyGroup
from growth.commands.report_asked import Asked
from growth.errors import WrongUsage
from growth.records.draft import DraftKind
from growth.rules.brief import OF_SOMEBODY

_HELP = {
    "self-review": """Draft the statements of a self-review.

    For each criterion of your assessment that the records show something of; with --assessment, of
    which. Its reader is your manager unless --for says otherwise.

    \b
      growth draft self-review --run 'llm -m local'
    """,
    "brag": """Draft a page of what you did in a period.

    Without a period it covers the last six months. Its reader is your manager unless --for says
    otherwise, and it is given what they may see.

    \b
      growth draft brag --period 2026-Q3 --print
    """,
    "feedback": """Draft what you want to tell somebody about their work.

    It is given what you two had a part in and they may read; with --for me your notes, too.

    \b
      growth draft feedback ana --since 3m --run 'ollama run llama3'
    """,
    "1on1": """Draft what to speak about with somebody the next time you meet.

    It is given what has come since you last met and both of you may read; with --for me your notes, too.

    \b
      growth draft 1on1 ana --print
    """,
}


@click.group(
    cls=LazyGroup,
    elsewhere={"list": "draft_list.list_", "show": "draft_list.show", "accept": "draft_accept.accept"},
)
def draft() -> None:
    """Have a program of yours draft a text, checked."""


def _command(kind: DraftKind) -> click.Command:
    """Return the command that drafts one kind of text."""

    def run(
        app: App,
        /,
        who: str | None = None,
        assessment: str | None = None,
        *,
        prompt: str | None,
        audience: str | None,
        include_former: bool,
        print_: bool,
        command: str | None,
        **given: Any,
    ) -> None:
        if print_ and command:
            raise WrongUsage("--print and --run exclude each other", "give one of them")
        asked = Asked(
            prompt or kind, period_of(app, given), audience, None, None, None, False,
            assessment=assessment, include_former=include_former,
        )  # fmt: skip
        _draft(app, kind, asked, who, command or ("" if print_ else app.config.text("draft.command")), print_)

    run.__doc__ = _HELP[kind]
    decorated = pass_app(run)
    for option in reversed(_options(kind)):
        decorated = option(decorated)
    return click.command(kind)(decorated)


def _options(kind: DraftKind) -> list[Any]:
    whom = [click.argument("who", metavar="PERSON")] if kind in OF_SOMEBODY else []
    if kind == "self-review":
        whom = [
            click.option("--assessment", metavar="ID", help="Of which; else the newest open one of yours.")
        ]
    return [
        *whom,
        options.since,
        options.until,
        options.period,
        click.option("--prompt", metavar="NAME", callback=options.filled, help=f"Which prompt; else {kind}."),
        click.option(
            "--for", "audience", metavar="AUDIENCE", callback=options.filled,
            help="me, manager, team or @person; else whom the prompt is for.",
        ),
        options.include_former,
        click.option("--print", "print_", is_flag=True, help="Show what a program would read."),
        click.option(
            "--run", "command", metavar="CMD", callback=options.filled,
            help="The program that reads it and answers; else draft.command.",
        ),
    ]  # fmt: skip


def _draft(app: App, kind: DraftKind, asked: Asked, who: str | None, command: str, print_: bool) -> None:
    if not print_ and not command:
        raise WrongUsage(
            "nobody is named who writes it",
            "--print shows it to paste anywhere; --run 'llm' hands it to a program of yours, as does "
            "growth config set draft.command llm",
        )
    one = made(app, kind, asked, who)
    if print_:
        app.screen.data(one.text)
        return
    from growth.commands.draft_run import write

    write(app, one, command)


for _kind in _HELP:
    draft.add_command(_command(_kind))  # type: ignore[arg-type]  # the keys are the kinds
