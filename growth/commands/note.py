"""growth note: what I saw of somebody else."""

from typing import Any

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.journal import fields_of, save, text_fields
from growth.errors import WrongUsage
from growth.rules.capture import split_title
from growth.rules.form import with_guide, without_guide


@click.command()
@click.argument("person")
@click.argument("words", nargs=-1)
@click.option("-e", "--editor", is_flag=True, help="Write it in the editor.")
@options.date
@options.tags
@options.kind
@pass_app
def note(app: App, /, person: str, words: tuple[str, ...], editor: bool, **given: Any) -> None:
    """Note what you saw of somebody, for yourself only.

    Without words it is asked for, and so stays out of the shell's history; piped, it is read from
    standard input. A note is always private: only your own preparation and reviews show it.
    """
    about = app.people.require(person)
    fields = fields_of(app, given | {"about": about.handle})
    if editor:
        _in_editor(app, about.handle, fields)
        return
    text = " ".join(words)
    if not text and app.screen.asks:
        from growth.terminal.prompts import line

        text = line(app.screen, f"What did you see of {about.name}? ")
    elif not text:
        from growth.commands.piped import piped

        text = piped("the note", f"growth note {about.handle} asks for it on a terminal")
    _save(app, text, fields)


def _save(app: App, text: str, fields: dict[str, Any]) -> None:
    title, body = split_title(text)
    if not title:
        raise WrongUsage("the note is empty", "the first line is its title")
    save(app, text_fields(title, body, fields))


def _in_editor(app: App, handle: str, fields: dict[str, Any]) -> None:
    from growth.commands.editing import in_editor
    from growth.terminal.prompts import need_terminal

    need_terminal(app.screen, "the note", "words, or pipe it in")
    guide = f"A note on {handle}: the first line is its title. Only you can read it."

    def take(text: str) -> None:
        _save(app, without_guide(text).strip("\n"), fields)

    in_editor(app, f"note-{handle}", with_guide("\n", guide), take)
