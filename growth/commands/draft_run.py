"""A draft is written: a program reads the brief, and what it answers is checked before it is shown."""

import shlex
import time

from growth import programs
from growth.app import App
from growth.commands.draft_list import say_found
from growth.commands.drafting import Made
from growth.errors import Refused, WrongUsage
from growth.records.draft import Draft, Finding, Given
from growth.records.kinds import KINDS, Record
from growth.rules.audience import Audience
from growth.rules.brief import Brief
from growth.rules.draft_checks import checked
from growth.rules.draft_private import everybody, names, texts
from growth.store.change import changing
from growth.store.others import others
from growth.text.clean import clean

# A model on a processor takes its time.
SECONDS = 900.0
LONGEST = 1 << 18


def write(app: App, made: Made, command: str) -> None:
    """Have a program write a draft; keep the run with what was found, and show it."""
    if app.screen.talks:
        app.screen.say((f"{len(made.records)} records go to: {command}", "dim"))
    output, took = answer(command, made.text)
    new = Draft(
        kind=made.kind,
        day=app.today,
        prompt=made.prompt.name,
        version=made.prompt.version,
        asked=made.prompt.content,
        audience=made.whom.word,
        about=made.person.handle if made.person else "",
        period=made.brief.period,
        assessment=made.assessment.id if made.assessment else "",
        given=tuple(Given(one.ref, one.hash) for one in made.brief.pieces),
        command=command,
        took=took,
        output=output,
        findings=found_in(app, output, made.brief, made.whom),
        created=app.now(),
    )
    with changing(app.store, f"draft {made.kind}") as change:
        new = change.add(new)
    _tell(app, new)


def found_in(app: App, text: str, brief: Brief, whom: Audience) -> tuple[Finding, ...]:
    """Return what a text for somebody says that its brief does not, before all that the store holds."""
    own, theirs = mine(app), [record for one in others(app.store) for record in one.records]
    people = everybody(app.people.everyone, [*own, *theirs])
    return checked(text, brief, people, texts(own, theirs, whom), names(own, theirs, whom, text))


def answer(command: str, text: str) -> tuple[str, int]:
    """Return what a program answers to a text, and how many milliseconds that took."""
    try:
        arguments = shlex.split(command)
    except ValueError as error:
        raise WrongUsage(f"{command!r} is no command: {error}", "close what is quoted in it") from None
    if not arguments:
        raise WrongUsage("the command is empty", "name a program: --run llm")
    start = time.monotonic()
    said = programs.run(
        arguments, given=text.encode(), seconds=SECONDS, instead="name one that is there, or: --print"
    )
    took = round((time.monotonic() - start) * 1000)
    output = clean(said.decode("utf-8", "replace").replace("\r\n", "\n")).strip()
    if not output:
        raise Refused(f"{arguments[0]} answered nothing", "try it by hand: pipe --print into it")
    if len(output) > LONGEST:
        raise Refused(f"{arguments[0]} answered more than {LONGEST >> 10} KB", "ask for less in the prompt")
    return output, took


def mine(app: App) -> list[Record]:
    """Return everything of mine that the store holds."""
    found: list[Record] = [*app.store.entries()]
    for kind in KINDS:
        found += app.store.all(kind.type) if kind.file else []
    return found


def _tell(app: App, one: Draft) -> None:
    if not app.screen.is_terminal:
        app.screen.out(one.id)
        say_found(app, one.findings)
        return
    from growth.terminal.drafts import text

    for parts in text(one):
        app.screen.out(*parts)
    app.screen.say((one.id, "id"), ("  kept, for nobody but you", "dim"))
    then = f"growth draft accept {one.id}{' --with FILE' if one.findings else ''}"
    app.screen.say((f"      then: {then}; to rate it: growth thumb up {one.id}", "dim"))
