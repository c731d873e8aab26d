"""growth prompt eval: try a version of a prompt on cases, beside another one."""

import click

from growth.app import App, pass_app
from growth.commands import options, prompts
from growth.commands.draft_list import draft_of
from growth.commands.draft_run import answer
from growth.commands.prompt_cases import keep, read_all
from growth.errors import WrongUsage
from growth.rules.brief import told
from growth.rules.prompt import Prompt
from growth.rules.prompt_cases import Case, Outcome, amiss, regressed
from growth.store.change import changing


@click.command("eval")
@click.argument("ref", metavar="[NAME[@VERSION]]", default="")
@click.option("--cases", metavar="DIR", callback=options.filled, help="The folder of cases, .toml files.")
@click.option(
    "--run", "command", metavar="CMD", callback=options.filled, help="The program to try; else draft.command."
)
@click.option("--against", metavar="VERSION", callback=options.filled, help="A version to try beside it.")
@click.option("--from", "draft", metavar="ID", callback=options.filled, help="Make a case of that draft.")
@options.formats("text", "json")
@options.yes
@pass_app
def eval_(
    app: App,
    /,
    ref: str,
    cases: str | None,
    command: str | None,
    against: str | None,
    draft: str | None,
    format_: str | None,
    as_json: bool,
    yes: bool,
) -> int:
    """Try a prompt on cases, and say which of them it fails.

    A case is a file: records, and what has to hold of what is written from them. It ends with 1
    where one fails, so that it fits a check before a change goes in. Of a prompt that is in the practice
    register the part that passed is kept there, with the version. With --from a run of yours
    becomes a case: of a good one its citations are asked for, of another what was found in it is
    never to be said again.

    \b
      growth prompt eval brag --cases cases --run 'llm -m local' --against 5c2b82d6
      growth prompt eval --from 7k3q --cases cases
    """
    folder = app.need(cases, "the folder of cases", "--cases DIR")
    if draft:
        if ref or against or command:
            raise WrongUsage("--from makes a case and tries none", "growth prompt eval --from ID --cases DIR")
        app.screen.out(str(keep(app, draft_of(app, draft), folder, yes)))
        return 0
    now = prompts.need(app, app.need(ref, "the prompt", "its name: growth prompt eval brag"))
    before = prompts.need(app, f"{now.name}@{against.removeprefix('@')}") if against else None
    program = app.need(command or app.config.text("draft.command"), "the program to try", "--run CMD")
    found = [
        [_outcome(app, name, case, one, program) for one in (now, before) if one]
        for name, case in read_all(folder).items()
    ]
    if as_json or format_ == "json":
        from growth.commands.json_out import write

        write(app, [one for row in found for one in row])
    else:
        from growth.terminal.prompt_eval import table

        for parts in table(found):
            app.screen.out(*parts)
    _register(app, now.name, [row[0] for row in found])
    return int(any(row[0].amiss for row in found) or any(regressed(*row) for row in found if len(row) > 1))


def _register(app: App, name: str, outcomes: list[Outcome]) -> None:
    """Keep in the practice register what a prompt came to, where it is in there."""
    from growth.commands.register import register
    from growth.rules.practices import newest
    from growth.rules.prompt_tried import tried

    found = tried(register(app), name, outcomes, app.today, app.now())
    if found is None or found[0] == found[1]:
        return
    old, new = found
    with changing(app.store, "prompt eval") as change:
        new = change.edit(old, new) if old else change.add(new)
    app.screen.say((f"in the register: {new.name}: {newest(new)}", "dim"))


def _outcome(app: App, name: str, case: Case, prompt: Prompt, command: str) -> Outcome:
    if app.screen.talks:
        app.screen.say((f"{name}: {prompt.ref}", "dim"))
    output, _ = answer(command, told(prompt.text, case.brief))
    return Outcome(case=name, version=prompt.version, amiss=amiss(case, output))
