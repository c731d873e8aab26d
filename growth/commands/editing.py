"""Text in the user's editor, never lost: kept and named until it is saved."""

from collections.abc import Callable

from growth import programs
from growth.app import App
from growth.errors import GrowthError, Refused, WrongUsage


def in_editor(app: App, name: str, text: str, take: Callable[[str], None]) -> None:
    """Open `text` in the editor and hand what comes back to `take`, which saves it.

    Left unchanged, nothing happens. What `take` cannot read is opened again with the reason; when
    saving fails or the user gives up, the error names the file in which the text still is.
    """
    draft = programs.Draft(app.home / "drafts", f"{name}-{app.now():%y%m%d-%H%M%S}.md", text)
    try:
        while True:
            edited = draft.edit(programs.editor(app.config.text("editor")))
            if edited == draft.original:
                draft.saved()
                raise Refused("the form was left as it was", "nothing was saved")
            try:
                take(edited)
            except WrongUsage as wrong:
                _again(app, wrong)
                continue
            except GrowthError as error:
                kept = draft.kept(error.message)
                raise type(error)(error.message, kept.hint) from None
            draft.saved()
            return
    except KeyboardInterrupt:
        if draft.path.exists():
            app.screen.say("")
            app.screen.say(f"nothing was saved; your text is in {draft.path}")
        raise


def _again(app: App, wrong: WrongUsage) -> None:
    from growth.terminal.prompts import line, need_terminal

    need_terminal(app.screen, "a form that can be read", "options instead")
    app.screen.say(("growth: ", "late"), wrong.message)
    app.screen.say(f"        {wrong.hint}")
    line(app.screen, "Enter opens the form again, Ctrl-C leaves. ")
