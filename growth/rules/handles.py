"""What may be a handle: one word that begins with a letter and means nobody else."""

import re

from growth.errors import WrongUsage

# These mean somebody already, wherever a person may be named.
RESERVED = ("me", "i", "manager", "team", "last")
_HANDLE = re.compile(r"[^\W\d_][\w.-]{0,38}[^\W_]|[^\W\d_]")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+")


def handle(text: str) -> str:
    """Return a handle without its sign; refuse what cannot be one."""
    name = text.removeprefix("@")
    if name.lower() in RESERVED:
        raise WrongUsage(f"{name!r} cannot be a handle: it means somebody already", "choose another")
    if not _HANDLE.fullmatch(name):
        raise WrongUsage(
            f"{text!r} cannot be a handle", "one word that begins with a letter: ana, kim-okafor, zoë.l"
        )
    return name


def is_email(text: str) -> bool:
    """Tell whether a text looks like an e-mail address."""
    return _EMAIL.fullmatch(text.strip()) is not None


def email(text: str) -> str:
    """Return an e-mail address; refuse what does not look like one."""
    if not is_email(text):
        raise WrongUsage(f"{text!r} is no e-mail address", "such as ana@example.com")
    return text.strip()
