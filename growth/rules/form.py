"""A form in an editor: `field: value` lines, a line of dashes, then free text."""

import re

import msgspec

from growth.errors import WrongUsage

_HELP = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_FIELD = re.compile(r"([a-z]+):[ \t]*(.*)")


class Form(msgspec.Struct, frozen=True):
    """What a form holds: its fields as text, and the body below the line."""

    fields: dict[str, str]
    body: str


def fill(form: Form, guide: str) -> str:
    """Return the text of a form to be edited; `guide` is taken out again when it is read."""
    width = max(len(name) for name in form.fields) + 1
    head = "".join(f"{name + ':':<{width}} {value}".rstrip() + "\n" for name, value in form.fields.items())
    body = f"{form.body}\n" if form.body else ""
    return f"{head}---\n{body}\n<!--\n{guide.strip()}\n-->\n"


def read(text: str, known: tuple[str, ...]) -> Form:
    """Read a form back; refuse a field that is not `known`, naming its line."""
    head, line, body = _HELP.sub("", text).replace("\r\n", "\n").partition("\n---\n")
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
