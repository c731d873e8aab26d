"""The forms of companies: a file that is named, or one that lies on the shelf under a name."""

from pathlib import Path

from growth import files, shelf
from growth.app import App, named
from growth.errors import Refused
from growth.rules.company_form import CompanyForm, read

ROOM, ENDING = "company", ".toml"
USE = "growth report self-review --form {name} --for manager"
LIMIT = 1 << 20


def forms(app: App) -> dict[str, bool]:
    """Return the names of the forms on the shelf, each with whether it is the user's own."""
    return shelf.names(app.home, ROOM, ENDING)


def source(app: App, text: str) -> tuple[str, str]:
    """Return where the form that `text` names is found, and what it says."""
    found = shelf.read(app.home, ROOM, f"{text}{ENDING}") if text in forms(app) else None
    if found is not None:
        return str(found.path), found.text
    path = named(text)
    if not path.suffix and not path.exists():
        known = ", ".join(forms(app))
        raise Refused(f"there is no form {text!r}", f"there are: {known}; or name a file: --form {text}.toml")
    data = files.read(path, limit=LIMIT)
    try:
        return str(path), data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"{path}: byte {error.start} is no UTF-8", "save it as UTF-8") from None


def check(app: App, name: str) -> CompanyForm:
    """Return the form on the shelf that is called `name`; refuse one with a fault."""
    path, text = source(app, name)
    return read(text, path)


def copy(app: App, name: str, start: str) -> Path:
    """Copy a form on the shelf to a new one of the user's own; return its file."""
    _, text = source(app, start)
    if shelf.has_own(app.home, f"{name}{ENDING}", ROOM):
        path = shelf.own(app.home, ROOM) / f"{name}{ENDING}"
        raise Refused(f"there already is a form {path}", "choose another name, or edit that one")
    path = shelf.own(app.home, ROOM) / f"{name}{ENDING}"
    for folder in (app.home, shelf.own(app.home), path.parent):
        files.make_private(folder)
    files.write(path, text.encode("utf-8"))
    return path
