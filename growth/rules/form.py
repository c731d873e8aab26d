"""A form in an editor: `field: value` lines, a line of dashes, then free text."""

import re

import msgspec

from growth.errors import WrongUsage

# The guide is taken out by its own first words: comments that I wrote myself stay.
_GUIDE = re.compile(r"\n*<!-- guide\n.*?-->\n?", re.DOTALL)
_FIELD = re.compile(r"([a-z]+):[ \t]*(.*)")


class Form(msgspec.Struct, frozen=True):
    """What a form holds: its fields as text, and the body below the line."""

    fields: dict[str, str]
    body: str


def with_guide(text: str, guide: str) -> str:
    """Return a text to be edited, with a guide below that `without_guide` takes out again."""
    return f"{text}\n<!-- guide\n{guide.strip().replace('-->', '-- >')}\n-->\n"


def without_guide(text: str) -> str:
    """Return an edited text without its guide."""
    return _GUIDE.sub("\n", text.replace("\r\n", "\n"))


def fill(form: Form, guide: str) -> str:
    """Return the text of a form to be edited; `guide` is taken out again when it is read."""
    width = max(len(name) for name in form.fields) + 1
    lines = ((name, value.replace("\n", " ")) for name, value in form.fields.items())
    head = "".join(f"{name + ':':<{width}} {value}".rstrip() + "\n" for name, value in lines)
    body = f"{form.body}\n" if form.body else ""
    return with_guide(f"{head}---\n{body}", guide)


def read(text: str, known: tuple[str, ...]) -> Form:
    """Read a form back; refuse a field that is not `known`, naming its line."""
    head, line, body = without_guide(text).partition("\n---\n")
    if not line:
        raise WrongUsage("the line of dashes is gone", "put '---' between the fields and the text")
    fields: dict[str, str] = {}
    for number, raw in enumerate(head.split("\n"), start=1):
        if not raw.strip():
            continue
        match = _FIELD.fullmatch(raw.rstrip())
        if not match or match[1] not in known:
            raise WrongUsage(f"line {number} of the form is {raw!r}", f"fields: {', '.join(known)}")
        fields[match[1]] = match[2].strip()
    return Form(fields, body.strip("\n"))
