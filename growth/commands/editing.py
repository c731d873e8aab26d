"""Text in the user's editor, never lost: kept and named until it is saved."""

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path

from growth import files, programs
from growth.app import App
from growth.errors import GrowthError, Refused, WrongUsage


def in_editor(app: App, name: str, text: str, take: Callable[[str], None]) -> None:
    """Open `text` in the editor and hand what comes back to `take`, which saves it.

    Left unchanged, nothing happens. What `take` cannot read is opened again with the reason; when
    saving fails or the user gives up, the error names the file in which the text still is. Such a
    text that was left behind is offered first.
    """
    draft = _draft(app, name, text)
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
        if draft.is_unchanged:
            draft.saved()
        elif draft.path.exists():
            app.screen.say("")
            app.screen.say(f"nothing was saved; your text is in {draft.path}")
        raise


def _draft(app: App, name: str, text: str) -> programs.Draft:
    """Return the draft that was left behind by the same command, where the user wants it, or a new one."""
    from growth.terminal.prompts import confirm

    folder = app.home / "drafts"
    stamp = f"{name}-{app.now():%y%m%d-%H%M%S}"
    left = _left(folder, name, text)
    if left and confirm(app.screen, f"Text that was never saved is in {left}. Open it?"):
        return programs.Draft(folder, left.name, text, left=True)
    free = (f"{stamp}{number or ''}.md" for number in count(0, -1))
    return programs.Draft(folder, next(one for one in free if not (folder / one).exists()), text)


def _left(folder: Path, name: str, text: str) -> Path | None:
    """Return the newest draft of a name; one that holds nothing but the form is open elsewhere."""
    stamped = re.compile(rf"{re.escape(name)}-\d{{6}}-\d{{6}}(?:-\d+)?\.md")
    found = [path for path in folder.iterdir() if stamped.fullmatch(path.name)] if folder.is_dir() else []
    blank = text.encode("utf-8")
    return next(
        (path for path in sorted(found, reverse=True) if files.read_own(path) not in (None, blank)), None
    )


def keep(app: App, name: str, text: str, said: str) -> None:
    """Put what was typed so far where no interruption takes it away, and say where that is."""
    folder = app.home / "drafts"
    files.make_private(folder)
    path = folder / f"{name}-{app.now():%y%m%d-%H%M%S}.md"
    files.write(path, text.encode("utf-8"))
    app.screen.say("")
    app.screen.say(f"{said} {path}")


def _again(app: App, wrong: WrongUsage) -> None:
    from growth.terminal.prompts import line, need_terminal

    need_terminal(app.screen, "a form that can be read", "options instead")
    app.screen.say(("growth: ", "late"), wrong.message)
    app.screen.say(f"        {wrong.hint}")
    line(app.screen, "Enter opens the form again, Ctrl-C leaves. ")
