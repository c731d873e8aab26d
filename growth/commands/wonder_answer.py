"""growth wonder answer: what I know of a question now, and who told me."""

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.wonder import asked, tell, wonder_of
from growth.rules import wonders as rules
from growth.store.change import changing


@click.command()
@click.argument("id")
@click.argument("words", nargs=-1)
@click.option("--from", "person", metavar="PERSON", callback=options.filled, help="Who told you.")
@options.links
@pass_app
def answer(app: App, /, id: str, words: tuple[str, ...], person: str | None, links: tuple[str, ...]) -> None:
    """Close a question with what you know now.

    \b
      growth wonder answer 7k3q 'the scales shift the logits' --from dana --link https://example.com/notes
    """
    old = wonder_of(app, id)
    by = app.people.require(person).handle if person else ""
    # What cannot be answered twice is not asked for.
    rules.answered(old, "", app.today)
    hint = f"growth wonder answer {id} 'what I know of it now'"
    text = asked(app, words, f"«{old.question}»: what do you know of it now? ", "the answer", hint)
    new = rules.answered(old, text, app.today, by=by, links=tuple(dict.fromkeys(links)))
    with changing(app.store, "wonder answer") as change:
        new = change.edit(old, new)
    tell(app, new)
    if app.screen.is_terminal:
        app.screen.say((f"      worth telling? growth wonder promote {new.id} -k learning", "dim"))
