"""A prompt: what a program is asked to write, from which records, and for whom.

Its file begins with a front matter of `purpose`, `inputs` and `audience`. A version is the beginning of
the hash over all of the file, so that one version is one text for good.
"""

import msgspec

from growth.errors import Refused

# What a prompt may be given, in the order in which a program gets it.
INPUTS = ("criteria", "entries", "sessions", "actions", "answers", "goals")
# `person` is whom a draft is about.
AUDIENCES = ("me", "manager", "team", "person")
_FIELDS = ("purpose", "inputs", "audience")
_FENCE = "---"
VERSION = 8


class Prompt(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a prompt. `content` is all of its file, `text` what the program is asked."""

    name: str
    version: str
    purpose: str
    inputs: tuple[str, ...]
    audience: str
    text: str
    content: str

    @property
    def ref(self) -> str:
        """What names this version."""
        return f"{self.name}@{self.version}"


def version(content: str) -> str:
    """Return what names the version of a prompt that is this text."""
    import hashlib

    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:VERSION]


def parse(name: str, content: str, where: str, hint: str) -> Prompt:
    """Read a prompt; an error names the line of `where` that cannot be read, and says `hint`."""
    content = content.replace("\r\n", "\n")
    fields, text = _front(content, where, hint)
    inputs = tuple(fields["inputs"].replace(",", " ").split())
    for one in inputs:
        if one not in INPUTS:
            raise Refused(f"{where}: the input {one!r} is none of {', '.join(INPUTS)}", hint)
    if fields["audience"] not in AUDIENCES:
        raise Refused(f"{where}: the audience is none of {', '.join(AUDIENCES)}", hint)
    if not text.strip():
        raise Refused(f"{where}: nothing is asked under the front matter", hint)
    return Prompt(
        name=name,
        version=version(content),
        purpose=fields["purpose"],
        inputs=tuple(one for one in INPUTS if one in inputs),
        audience=fields["audience"],
        text=text.strip(),
        content=content,
    )


def _front(content: str, where: str, hint: str) -> tuple[dict[str, str], str]:
    """Return the fields of the front matter, and what stands under it."""
    lines = content.split("\n")
    if lines[0].rstrip() != _FENCE:
        raise Refused(f"{where}, line 1: a prompt begins with {_FENCE}, purpose, inputs and audience", hint)
    fields: dict[str, str] = {}
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == _FENCE:
            break
        name, colon, value = (part.strip() for part in line.partition(":"))
        if line.strip() and (not colon or name not in _FIELDS or name in fields):
            raise Refused(f"{where}, line {number}: {line.strip()!r} is none of {', '.join(_FIELDS)}", hint)
        if line.strip():
            fields[name] = value
    else:
        raise Refused(f"{where}: the front matter has no end", hint)
    for name in _FIELDS:
        if not fields.get(name):
            raise Refused(f"{where}: the front matter says no {name}", hint)
    return fields, "\n".join(lines[number:])
