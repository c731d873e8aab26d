"""What is known here and not read, each with what to do instead."""

from growth.errors import WrongUsage
from growth.exchange.formats import Head

_SAVE = "save the sheet as CSV, and import that"
_JSON = (
    "a ladder is read by growth ladder import {name}; anything else once it is JSON, for example: "
    "yq -o json . {name} | growth import -f json -"
)
# The ending, what it is called, and the next step.
_ENDINGS = {
    ".toml": ("TOML", _JSON),
    ".yaml": ("YAML", _JSON),
    ".yml": ("YAML", _JSON),
    ".xlsx": ("a spreadsheet", _SAVE),
    ".xls": ("a spreadsheet", _SAVE),
    ".ods": ("a spreadsheet", _SAVE),
    ".numbers": ("a spreadsheet", _SAVE),
    ".pdf": ("a PDF", "copy its text into a Markdown file, and import that"),
    ".docx": ("a text document", "save it as Markdown, for example: pandoc {name} -o notes.md"),
    ".odt": ("a text document", "save it as Markdown, for example: pandoc {name} -o notes.md"),
}


def not_read(head: Head) -> WrongUsage | None:
    """Return what to say of a file that has a format which is known and not read."""
    if head.ending not in _ENDINGS:
        return None
    what, step = _ENDINGS[head.ending]
    return WrongUsage(f"{head.name} is {what}, which is not read", step.format(name=head.name))
