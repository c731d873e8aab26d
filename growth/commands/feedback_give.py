"""growth feedback give: what I want to tell somebody, in plain parts."""

from typing import cast

import click

from growth import clock, files
from growth.app import App, named, pass_app
from growth.commands import consents, options
from growth.errors import WrongUsage
from growth.records.answer import Answer
from growth.records.entry import Share
from growth.rules import plain_feedback
from growth.rules.persons import first_name
from growth.rules.plain_feedback import PARTS, Given
from growth.store.change import changing


@click.command()
@click.argument("person")
@click.option("--situation", metavar="TEXT", help="When and where it was.")
@click.option("--behaviour", metavar="TEXT", help="What you saw or heard being done.")
@click.option("--impact", metavar="TEXT", help="What it meant, for you or for the work.")
@click.option("--suggestion", metavar="TEXT", help="What you suggest, or ask to be kept.")
@click.option("--thanks", is_flag=True, help="It is thanks, and counts as such on sheets and the team page.")
@options.date
@consents.share
@click.option(
    "-o", "--output", metavar="FILE", callback=options.filled, help="Write the text to send there, too."
)
@options.yes
@pass_app
def give(
    app: App,
    /,
    person: str,
    situation: str | None,
    behaviour: str | None,
    impact: str | None,
    suggestion: str | None,
    thanks: bool,
    date: str | None,
    share: str | None,
    output: str | None,
    yes: bool,
) -> None:
    """Put into words what you want to tell somebody.

    Situation, behaviour, impact, suggestion: on a terminal you are asked for what is missing. You
    get hints on words that seldom help, and the text to send; it is kept with the words as typed.

    \b
      growth feedback give bo --behaviour 'You asked for the numbers first' --impact 'We cut the scope'
      growth feedback give bo --behaviour 'You took my on-call shift on Sunday' --thanks
    """
    people = app.people
    other = people.require(person)
    typed = (situation, behaviour, impact, suggestion)
    given = _given(app, other.handle, Given(**dict(zip(PARTS, (part or "" for part in typed), strict=True))))
    hints = plain_feedback.hints(given, thanks=thanks)
    for hint in hints:
        app.screen.say(("hint: ", "hit"), hint)
    text = plain_feedback.letter(given, first_name(other.name))
    if output:
        from growth.commands.emit import check_place

        check_place(app, named(output), yes)
    with changing(app.store, "feedback give") as change:
        new = change.add(
            Answer(
                person="me",
                about=f"@{other.handle}",
                manner="given",
                day=clock.day(date, app.today) if date else app.today,
                replies=plain_feedback.replies(given),
                thanks=thanks,
                share=cast("Share", share or "private"),
                created=app.now(),
            )
        )
    if output:
        files.write(named(output), text.encode("utf-8"))
    if app.screen.is_terminal and not output:
        app.screen.data(f"{text}\n")
    change_it = f"; other words: growth edit {new.id}" if hints else ""
    then = f"nothing was sent; again: growth show {new.id}{change_it}"
    consents.tell(app, new, f"said to {other.name}", then)


def _given(app: App, whom: str, given: Given) -> Given:
    """Return all parts: those missing are asked for, where somebody can answer."""
    parts = {name: getattr(given, name) for name in PARTS}
    if app.screen.asks and app.screen.is_terminal and not given.behaviour:
        try:
            _ask(app, parts)
        except KeyboardInterrupt:
            if any(parts.values()):
                from growth.commands.editing import keep

                text = plain_feedback.letter(Given(**parts), whom)
                keep(app, f"give-{whom}", text, "nothing was saved; your words are in")
            raise
    elif not given.behaviour:
        raise WrongUsage("what was done is missing", "give it with --behaviour TEXT")
    if not parts["behaviour"].strip():
        raise WrongUsage("what was done is empty", "give it with --behaviour TEXT")
    return Given(**parts)


def _ask(app: App, parts: dict[str, str]) -> None:
    from growth.terminal.prompts import line

    for name, question in PARTS.items():
        parts[name] = parts[name] or line(app.screen, f"{question} ")
