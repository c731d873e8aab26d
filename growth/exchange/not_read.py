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
_PAGE = b"""<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-"""
# A page of ours says this at its top; a form to be filled in allows a script before it.
_TOP = 1000


def check_page(data: bytes, name: str) -> None:
    """Refuse a page that growth wrote for people: taken for a reply it would say what nobody replied."""
    if _PAGE in data[:_TOP]:
        raise WrongUsage(
            f"{name} is growth's own HTML, written for people to read",
            "read it back from JSON or Markdown: growth export -o FILE.json",
        )


def not_read(head: Head) -> WrongUsage | None:
    """Return what to say of a file that has a format which is known and not read."""
    if head.ending not in _ENDINGS:
        return None
    what, step = _ENDINGS[head.ending]
    return WrongUsage(f"{head.name} is {what}, which is not read", step.format(name=head.name))
